"""The forms of an appointment and of a question for one: how they are made, filled and read."""

from collections.abc import Mapping, Sequence
from dataclasses import replace
from typing import Any

from PySide6.QtCore import QObject

from heeldiary.domain.answers import provenance
from heeldiary.domain.days import Clock
from heeldiary.domain.keeping import new_id
from heeldiary.domain.visits import Question, Visit
from heeldiary.ui.theme import Look
from heeldiary.ui.widgets.form_editors import FormField
from heeldiary.ui.widgets.record_form import RecordForm
from heeldiary.ui.wording import say_date


class VisitForms(QObject):
    """Makes the forms when they are asked for."""

    def __init__(self, look: Look, clock: Clock, parent: QObject) -> None:
        super().__init__(parent)
        self._look, self._clock = look, clock

    def appointment(self, old: Visit | None) -> RecordForm:
        """The form of an appointment, empty or with an old one."""
        form = RecordForm(self._look, Visit, self._visit_fields(), self._clock)
        if old is None:
            form.begin(self.tr("An appointment"), {"day": self._clock.today()})
        else:
            form.begin(self.tr("Appointment"), _values(old, form), removable=True)
        return form

    def question(self, old: Question, visits: Sequence[Visit], *, answering: bool) -> RecordForm:
        """The form of a question, to change it or to write down its answer."""
        form = RecordForm(self._look, Question, self._question_fields(visits), self._clock)
        values = _values(old, form)
        if answering:
            values["closed"] = True
        title = self.tr("The answer") if answering else self.tr("Question")
        form.begin(title, values, removable=True)
        return form

    def visit(self, old: Visit | None, given: Mapping[str, Any]) -> Visit:
        """The appointment that the form gives; the old one when nothing in it is different."""
        moment, origin = provenance(given["day"], self._clock)
        if old is None:
            return Visit(id=new_id(), recorded_at=moment, origin=origin, **given)
        corrected = replace(old, **given)
        return old if corrected == old else replace(corrected, recorded_at=moment, origin=origin)

    def _visit_fields(self) -> tuple[FormField, ...]:
        return (
            FormField("day", self.tr("Day"), hint=self.tr("it may be to come")),
            FormField("time", self.tr("Time")),
            FormField("clinician", self.tr("With whom")),
            FormField("place", self.tr("Where")),
            FormField("purpose", self.tr("What for")),
            FormField("decisions", self.tr("What was decided"), lines=3),
            FormField("said", self.tr("What the clinic said"), lines=3),
        )

    def _question_fields(self, visits: Sequence[Visit]) -> tuple[FormField, ...]:
        return (
            FormField("text", self.tr("Question")),
            FormField("answer", self.tr("What was answered"), lines=3),
            FormField(
                "closed", self.tr("Answered"), hint=self.tr("it is not on the page any more")
            ),
            FormField(
                "visit",
                self.tr("For which visit"),
                words={visit.id: appointment_name(visit) for visit in visits},
            ),
        )


def appointment_name(visit: Visit) -> str:
    """``20 Nov 2026, 09:30, Dr Lee``."""
    parts = (say_date(visit.day), visit.time, visit.clinician.strip() or visit.place.strip())
    return ", ".join(part for part in parts if part)


def _values(old: Visit | Question, form: RecordForm) -> dict[str, Any]:
    return {name: getattr(old, name) for name in form.editors}
