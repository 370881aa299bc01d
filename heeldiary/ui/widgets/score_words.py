"""Scores and results in the words and figures of the person's country; nothing here judges."""

from collections.abc import Sequence

from PySide6.QtCore import QLocale, QObject

from heeldiary.analysis.score_results import (
    AsdasResult,
    BasdaiResult,
    measured_value,
    missing_for_asdas,
)
from heeldiary.analysis.scores import AsdasChange, AsdasState, asdas_shown, basdai_shown
from heeldiary.domain.factor import Side
from heeldiary.domain.result_words import instrument_label
from heeldiary.domain.results import (
    RANGES,
    ClinicScore,
    Finding,
    FindingKind,
    Instrument,
    LabResult,
    LabTest,
    WeeklyCheck,
)
from heeldiary.ui.wording import figure, say_date

DASH = "–"


class ResultWords(QObject):
    """Says what was recorded and what it adds up to."""

    def basdai(self, result: BasdaiResult) -> str:
        """The BASDAI-type score and how it stands, or what it lacks."""
        day = say_date(result.day)
        if result.score is not None:
            said = self.tr(
                "BASDAI-type score (app wording): {0}, check of {1}. All six answers were given."
            )
            return said.format(self.basdai_figure(result), day)
        said = self.tr("BASDAI-type score (app wording): none, check of {0}. Left open: {1}.")
        return said.format(day, self._listed(result.missing))

    def basdai_figure(self, result: BasdaiResult) -> str:
        return DASH if result.score is None else _decimal(str(basdai_shown(result.score)))

    def asdas(self, result: AsdasResult) -> str:
        """The ASDAS with its state, and the day of the laboratory value that it stands on."""
        said = self.tr("{0} {1}, {2}, check of {3}, with the {4}.")
        first = said.format(
            self.asdas_name(result.marker),
            self.asdas_figure(result),
            self._whole_state(result.state),
            say_date(result.day),
            self.made_with(result),
        )
        return " ".join(
            part for part in (first, self._counted(result), self.change(result)) if part
        )

    def asdas_figure(self, result: AsdasResult) -> str:
        return _decimal(str(asdas_shown(result.score)))

    def asdas_name(self, marker: LabTest) -> str:
        return "ASDAS-CRP" if marker is LabTest.CRP else "ASDAS-ESR"

    def made_with(self, result: AsdasResult) -> str:
        """``CRP of 12 Nov 2026 (3 days apart)``."""
        said = self.tr("{0} of {1} ({2})")
        gap = result.gap_days
        apart = self.tr("{0} days apart").format(gap)
        if gap < 2:
            apart = self.tr("1 day apart") if gap else self.tr("the same day")
        return said.format(self.test(result.lab), say_date(result.lab.day), apart)

    def change(self, result: AsdasResult) -> str:
        """The difference to the ASDAS before it of the same kind; empty at the first."""
        if result.difference is None or result.before is None or result.change is None:
            return ""
        said = self.tr("{0} higher than on {1}{2}.")
        if result.difference < 0:
            said = self.tr("{0} lower than on {1}{2}.")
        if not _is_seen(result.difference):
            said = self.tr("The same as on {1}.")
        called = self._called(result.change)
        return said.format(_size(result.difference), say_date(result.before), called)

    def short_change(self, result: AsdasResult) -> str:
        """The difference in a list, where the ASDAS before it is seen; empty at the first."""
        if result.difference is None or result.change is None:
            return ""
        said = self.tr("{0} higher than before{1}")
        if result.difference < 0:
            said = self.tr("{0} lower than before{1}")
        if not _is_seen(result.difference):
            said = self.tr("the same as before")
        return said.format(_size(result.difference), self._called(result.change))

    def no_asdas(self, check: WeeklyCheck, marker: LabTest) -> str:
        """Why a check makes no ASDAS of this kind."""
        missing = missing_for_asdas(check)
        name, day = self.asdas_name(marker), say_date(check.day)
        if missing:
            said = self.tr("{0}: none for the check of {1}. Left open: {2}.")
            return said.format(name, day, self._listed(missing))
        said = self.tr("{0}: none for the check of {1}. No {2} is within 14 days of it.")
        return said.format(name, day, "CRP" if marker is LabTest.CRP else "ESR")

    def state(self, state: AsdasState) -> str:
        names = {
            AsdasState.INACTIVE: self.tr("inactive"),
            AsdasState.LOW: self.tr("low"),
            AsdasState.HIGH: self.tr("high"),
            AsdasState.VERY_HIGH: self.tr("very high"),
        }
        return names[state]

    def test(self, lab: LabResult) -> str:
        return self.tests()[lab.test] if lab.test is not LabTest.OTHER else lab.name

    def tests(self) -> dict[str, str]:
        """The laboratory tests by word."""
        return {
            LabTest.CRP: "CRP",
            LabTest.ESR: "ESR",
            LabTest.HLA_B27: "HLA-B27",
            LabTest.OTHER: self.tr("Another test"),
        }

    def lab(self, lab: LabResult) -> str:
        """The value as it was reported: ``< 5 mg/L``, ``positive``."""
        parts = []
        if lab.value is not None:
            sign = "< " if lab.below_limit else ""
            parts.append(f"{sign}{figure(lab.value)} {lab.unit}".strip())
        if lab.words:
            parts.append(lab.words)
        said = ", ".join(parts)
        if lab.test is LabTest.CRP and lab.unit == "mg/dL" and lab.value is not None:
            measured = measured_value(lab)
            in_mg_per_l = DASH if measured is None else figure(measured)
            said = self.tr("{0} ({1} mg/L)").format(said, in_mg_per_l)
        return said

    def reference(self, lab: LabResult) -> str:
        """The reference range as the laboratory gives it; empty when it gave none."""
        low, high = lab.reference_low, lab.reference_high
        if low is not None and high is not None:
            return self.tr("{0} to {1}").format(figure(low), figure(high))
        if high is not None:
            return self.tr("up to {0}").format(figure(high))
        return "" if low is None else self.tr("from {0}").format(figure(low))

    def total(self, score: ClinicScore) -> str:
        """A clinic's total, with what it can be."""
        if score.instrument is Instrument.OTHER:
            return figure(score.value)
        low, high = RANGES[score.instrument]
        return self.tr("{0} ({1} to {2})").format(figure(score.value), figure(low), figure(high))

    def instruments(self) -> dict[str, str]:
        """The totals that a clinic gives, by word."""
        named = {str(known): instrument_label(known) for known in Instrument}
        return {**named, str(Instrument.OTHER): self.tr("Another score")}

    def kinds(self) -> dict[str, str]:
        """The kinds of findings by word."""
        return {
            FindingKind.XRAY: self.tr("X-ray"),
            FindingKind.MRI: "MRI",
            FindingKind.ULTRASOUND: self.tr("Ultrasound"),
            FindingKind.CT: "CT",
            FindingKind.NERVE: self.tr("Nerve conduction"),
            FindingKind.EXAMINATION: self.tr("Examination"),
            FindingKind.OTHER: self.tr("Other"),
        }

    def side(self, side: Side | None) -> str:
        if side is None:
            return ""
        return self.tr("left") if side is Side.LEFT else self.tr("right")

    def place(self, finding: Finding) -> str:
        return ", ".join(part for part in (finding.site, self.side(finding.side)) if part)

    def finding(self, finding: Finding) -> str:
        """What it showed: the thickness, the words of the report, and where that is kept."""
        parts = []
        if finding.fascia_mm is not None:
            parts.append(self.tr("Plantar fascia {0} mm.").format(figure(finding.fascia_mm)))
        parts.append(finding.text)
        if finding.document:
            parts.append(self.tr("Report: {0}").format(finding.document))
        return " ".join(part for part in parts if part)

    def _whole_state(self, state: AsdasState) -> str:
        if state is AsdasState.INACTIVE:
            return self.tr("inactive disease")
        return self.tr("{0} disease activity").format(self.state(state))

    def _called(self, change: AsdasChange) -> str:
        names = {
            AsdasChange.MAJOR_IMPROVEMENT: self.tr(
                ": a major improvement by the published cut-off (Machado 2011)"
            ),
            AsdasChange.IMPROVEMENT: self.tr(
                ": a clinically important improvement by the published cut-off (Machado 2011)"
            ),
            AsdasChange.WORSENING: self.tr(": worsening by the published cut-off (Molto 2018)"),
            AsdasChange.NONE: "",
        }
        return names[change]

    def _counted(self, result: AsdasResult) -> str:
        return self.tr("The CRP counts as 2 mg/L.") if result.counts_as_lowest else ""

    def _listed(self, names: Sequence[str]) -> str:
        return "; ".join(self.tr(name) for name in names)


def _decimal(text: str) -> str:
    return text.replace(".", QLocale().decimalPoint())


def _size(difference: float) -> str:
    """The difference without its sign, in the two decimals of an ASDAS."""
    return _decimal(f"{abs(difference):.2f}")


def _is_seen(difference: float) -> bool:
    """Whether two decimals show it."""
    return abs(difference) >= 0.005
