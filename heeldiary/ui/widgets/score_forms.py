"""The forms of Scores and labs: a laboratory value, a clinic's total, imaging or an examination."""

from collections.abc import Mapping
from dataclasses import dataclass, replace
from typing import Any, TypeAlias

from PySide6.QtCore import QObject

from heeldiary.analysis.score_results import check_lab
from heeldiary.domain.answers import provenance
from heeldiary.domain.days import Clock
from heeldiary.domain.keeping import new_id
from heeldiary.domain.results import ClinicScore, Finding, Instrument, LabResult, LabTest
from heeldiary.ui.theme import Look
from heeldiary.ui.widgets.form_editors import ChoiceEditor, FormField
from heeldiary.ui.widgets.record_form import RecordForm
from heeldiary.ui.widgets.score_words import ResultWords

Result: TypeAlias = LabResult | ClinicScore | Finding

_NUMBERED = frozenset({"crp", "esr", "other"})
"""The laboratory tests that are a number; HLA-B27 is words."""
_NUMBERS_OF_A_LAB = ("value", "below_limit", "unit", "reference_low", "reference_high")
_UNITS = {LabTest.CRP: ("mg/L", "mg/dL"), LabTest.ESR: ("mm/h",)}


@dataclass(frozen=True, slots=True)
class FormPlan:
    """A form by its name: what it records, its titles, and its fields."""

    record_type: type[Result]
    title: str
    title_of_old: str
    fields: tuple[FormField, ...]


class ResultForms(QObject):
    """Makes the forms when they are first asked for."""

    def __init__(self, look: Look, clock: Clock, parent: QObject) -> None:
        super().__init__(parent)
        self._look, self._clock = look, clock
        self._words = ResultWords(self)
        self._plans = {"lab": self._lab(), "score": self._score(), "finding": self._finding()}

    def make(self, name: str) -> RecordForm:
        plan = self._plans[name]
        form = RecordForm(self._look, plan.record_type, plan.fields, self._clock)
        if name == "lab":
            _UnitFollowsTest(form)
        return form

    def begin(self, name: str, form: RecordForm, old: Result | None, *, crp_unit: str) -> None:
        """Fill the form with a record, or with nothing but today."""
        plan = self._plans[name]
        if old is None:
            start: Mapping[str, Any] = {"day": self._clock.today(), "unit": crp_unit}
            form.begin(plan.title, start)
        else:
            values = {field.name: getattr(old, field.name) for field in plan.fields}
            form.begin(plan.title_of_old, values, removable=True)

    def record(self, name: str, old: Result | None, given: Mapping[str, Any]) -> Result:
        """The record that the form gives; the old one when nothing in it is different.

        Refused for a laboratory value that cannot be.
        """
        if old is None:
            moment, origin = provenance(given["day"], self._clock)
            values = {**given, "id": new_id(), "recorded_at": moment, "origin": origin}
            made: Result = self._plans[name].record_type(**values)
        else:
            made = _corrected(old, given, self._clock)
        if isinstance(made, LabResult) and made.unit:
            check_lab(made)
        return made

    def label(self, record: Result) -> str:
        """The record as History names its change."""
        if isinstance(record, LabResult):
            return f"{self._words.test(record)}: {self._words.lab(record)}, {record.day}"
        if isinstance(record, ClinicScore):
            name = self._words.instruments()[record.instrument]
            return f"{record.name or name}: {self._words.total(record)}, {record.day}"
        return f"{self._words.kinds()[record.what]}, {record.day}"

    def _lab(self) -> FormPlan:
        numbered = ("test", _NUMBERED)
        fields = (
            FormField("test", self.tr("Test"), words=self._words.tests()),
            FormField("day", self.tr("Day of the sample")),
            FormField("name", self.tr("Name of the test"), shown_when=("test", _only("other"))),
            FormField("value", self.tr("Value"), shown_when=numbered),
            FormField(
                "unit",
                self.tr("Unit"),
                words={unit: unit for units in _UNITS.values() for unit in units},
                is_free=True,
                shown_when=numbered,
            ),
            FormField(
                "below_limit",
                self.tr("Reported with “<”"),
                hint=self.tr("below this value"),
                shown_when=numbered,
            ),
            FormField(
                "words",
                self.tr("Result in words"),
                words={"positive": self.tr("positive"), "negative": self.tr("negative")},
                is_free=True,
            ),
            FormField("reference_low", self.tr("Laboratory's range, from"), shown_when=numbered),
            FormField("reference_high", self.tr("Laboratory's range, to"), shown_when=numbered),
            FormField("laboratory", self.tr("Laboratory")),
            FormField("note", self.tr("Note"), lines=3),
        )
        old = self.tr("Correct a laboratory value")
        return FormPlan(LabResult, self.tr("A laboratory value"), old, fields)

    def _score(self) -> FormPlan:
        named = ("instrument", _only(Instrument.OTHER))
        fields = (
            FormField("instrument", self.tr("Score"), words=self._words.instruments()),
            FormField("day", self.tr("Day")),
            FormField("name", self.tr("Name of the score"), shown_when=named),
            FormField("value", self.tr("Total")),
            FormField("note", self.tr("Note"), lines=3),
        )
        old = self.tr("Correct a total from the clinic")
        return FormPlan(ClinicScore, self.tr("A total from the clinic"), old, fields)

    def _finding(self) -> FormPlan:
        fields = (
            FormField("what", self.tr("Kind"), words=self._words.kinds()),
            FormField("day", self.tr("Day")),
            FormField("site", self.tr("Where on the body")),
            FormField("side", self.tr("Side")),
            FormField("fascia_mm", self.tr("Plantar fascia thickness"), unit="mm"),
            FormField("text", self.tr("What it showed"), lines=5),
            FormField("document", self.tr("Where the report is kept")),
        )
        old = self.tr("Correct imaging or an examination")
        return FormPlan(Finding, self.tr("Imaging or an examination"), old, fields)


class _UnitFollowsTest(QObject):
    """CRP is offered in its two units, ESR in its one; the unit of another test is free."""

    def __init__(self, form: RecordForm) -> None:
        super().__init__(form)
        test, unit = form.editors["test"], form.editors["unit"]
        assert isinstance(test, ChoiceEditor)
        assert isinstance(unit, ChoiceEditor)
        self._test, self._unit = test, unit
        test.touched.connect(self._follow)

    def _follow(self) -> None:
        units = _UNITS.get(LabTest(str(self._test.state())), ())
        if self._unit.state() in units:
            return
        self._unit.show_value(units[0] if len(units) == 1 else "")


def _corrected(old: Result, given: Mapping[str, Any], clock: Clock) -> Result:
    """The old record with these fields; recorded now only when one of them is different."""
    values = dict(given)
    if isinstance(old, LabResult) and old.test is given["test"] is LabTest.HLA_B27:
        # its form shows no numbers: those that were brought from elsewhere stay
        values.update({name: getattr(old, name) for name in _NUMBERS_OF_A_LAB})
    made = replace(old, **values)
    if made == old:
        return old
    moment, origin = provenance(given["day"], clock)
    return replace(made, recorded_at=moment, origin=origin)


def _only(word: str) -> frozenset[str]:
    return frozenset({str(word)})
