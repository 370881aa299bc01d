"""The records of scores and tests: the weekly check, the clinic's scores, laboratory, imaging."""

from dataclasses import dataclass
from datetime import date, datetime
from enum import StrEnum
from typing import Annotated, ClassVar

from heeldiary.domain.factor import Side
from heeldiary.domain.records import Origin
from heeldiary.domain.refusal import Refused
from heeldiary.domain.shape import Nrs, Within


class Instrument(StrEnum):
    """Totals that a clinic gives, or that were added up on its own form."""

    BASDAI = "basdai_clinic"
    ASDAS_CRP = "asdas_crp_clinic"
    ASDAS_ESR = "asdas_esr_clinic"
    BASFI = "basfi"
    BASG_WEEK = "basg_week"
    BASG_SIX_MONTHS = "basg_six_months"
    ASAS_HI = "asas_hi"
    FFI = "ffi"
    OTHER = "other"


RANGES: dict[Instrument, tuple[float, float]] = {
    Instrument.BASDAI: (0, 10),
    Instrument.ASDAS_CRP: (0, 15),
    Instrument.ASDAS_ESR: (0, 15),
    Instrument.BASFI: (0, 10),
    Instrument.BASG_WEEK: (0, 10),
    Instrument.BASG_SIX_MONTHS: (0, 10),
    Instrument.ASAS_HI: (0, 17),
    Instrument.FFI: (0, 100),
    Instrument.OTHER: (0, 100_000),
}
"""What each total can be, both ends included."""


class LabTest(StrEnum):
    CRP = "crp"
    ESR = "esr"
    HLA_B27 = "hla_b27"
    OTHER = "other"


HIGHEST: dict[tuple[LabTest, str], float] = {
    (LabTest.CRP, "mg/L"): 10_000,
    (LabTest.CRP, "mg/dL"): 1_000,
    (LabTest.ESR, "mm/h"): 300,
}
"""The largest values that can be, in each unit; the scores that are computed take no larger."""


class FindingKind(StrEnum):
    XRAY = "xray"
    MRI = "mri"
    ULTRASOUND = "ultrasound"
    CT = "ct"
    NERVE = "nerve_conduction"
    EXAMINATION = "examination"
    OTHER = "other"


@dataclass(frozen=True, slots=True, kw_only=True)
class WeeklyCheck:
    """Seven answers about the last seven days, each from 0 to 10 but for the minutes.

    In the words of this diary: it is not an official questionnaire. Any answer may be left out.
    """

    kind: ClassVar[str] = "weekly_check"
    listed: ClassVar[str] = "weekly_checks"

    day: date
    tiredness: Nrs = None
    axial_pain: Nrs = None
    joint_pain: Nrs = None
    tenderness: Nrs = None
    stiffness: Nrs = None
    stiffness_minutes: Annotated[float | None, Within(0, 720)] = None
    disease_activity: Nrs = None
    recorded_at: datetime
    origin: Origin

    @property
    def id(self) -> str:
        return self.day.isoformat()


@dataclass(frozen=True, slots=True, kw_only=True)
class ClinicScore:
    """A total from the clinic's own form; it never stands in one line with a computed score."""

    kind: ClassVar[str] = "clinic_score"
    listed: ClassVar[str] = "clinic_scores"

    id: str
    day: date
    instrument: Instrument
    name: str = ""
    """What it is called, for another score."""
    value: float
    note: str = ""
    recorded_at: datetime
    origin: Origin

    def check(self) -> None:
        low, high = RANGES[self.instrument]
        if not low <= self.value <= high:
            raise Refused(f"This total goes from {low:.10g} to {high:.10g}, not {self.value:.10g}.")
        if self.instrument is Instrument.OTHER and not self.name.strip():
            raise Refused("Another score needs a name.")


@dataclass(frozen=True, slots=True, kw_only=True)
class LabResult:
    """One laboratory value as it was reported; never interpreted."""

    kind: ClassVar[str] = "lab_result"
    listed: ClassVar[str] = "lab_results"

    id: str
    day: date
    test: LabTest
    name: str = ""
    """What it is called, for another test."""
    value: Annotated[float | None, Within(0, 1_000_000)] = None
    below_limit: bool = False
    """Reported as below this value, the limit of detection."""
    words: str = ""
    """A result that is no number, such as positive."""
    unit: str = ""
    reference_low: Annotated[float | None, Within(0, 1_000_000)] = None
    reference_high: Annotated[float | None, Within(0, 1_000_000)] = None
    laboratory: str = ""
    note: str = ""
    recorded_at: datetime
    origin: Origin

    def check(self) -> None:
        if self.value is None and not self.words.strip():
            raise Refused("A laboratory result needs a number or words.")
        if self.test is LabTest.OTHER and not self.name.strip():
            raise Refused("Another laboratory test needs a name.")
        if self.test is LabTest.CRP and self.unit not in ("mg/L", "mg/dL"):
            raise Refused("CRP is kept in mg/L or mg/dL.")
        if self.test is LabTest.ESR and self.unit != "mm/h":
            raise Refused("ESR is kept in mm/h.")
        self._check_number()
        low, high = self.reference_low, self.reference_high
        if low is not None and high is not None and low > high:
            raise Refused("The reference range ends below its beginning.")

    def _check_number(self) -> None:
        most = HIGHEST.get((self.test, self.unit))
        if self.value is not None and most is not None and self.value > most:
            raise Refused(
                f"{self.test.upper()} goes up to {most:.10g} {self.unit}, not {self.value:.10g}; "
                "look at the unit."
            )


@dataclass(frozen=True, slots=True, kw_only=True)
class Finding:
    """What imaging or an examination showed, in the words of the report."""

    kind: ClassVar[str] = "finding"
    listed: ClassVar[str] = "findings"

    id: str
    day: date
    what: FindingKind
    site: str = ""
    side: Side | None = None
    fascia_mm: Annotated[float | None, Within(0, 30)] = None
    """The thickness of the plantar fascia."""
    text: str = ""
    document: str = ""
    """Where the report is kept."""
    recorded_at: datetime
    origin: Origin

    def check(self) -> None:
        if self.fascia_mm is None and not self.text.strip() and not self.document.strip():
            raise Refused("A finding needs words, a thickness, or where its report is kept.")
