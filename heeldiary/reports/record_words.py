"""Any record in one line of words, for lists of what was recorded, changed or found."""

from collections.abc import Callable
from datetime import date
from typing import Any

from heeldiary.domain.activities import CATALOGUE
from heeldiary.domain.diary import Diary
from heeldiary.domain.dose_words import PROCEDURE_NAMES, amount_words, short_words
from heeldiary.domain.factors import Factors
from heeldiary.domain.milestones import NAMES
from heeldiary.domain.records import Record, Skipped
from heeldiary.domain.result_words import FINDING_NAMES, TEST_NAMES, instrument_label
from heeldiary.domain.results import WeeklyCheck
from heeldiary.domain.shape import shape_of
from heeldiary.reports.words import say_day

LONGEST = 90
"""Characters of the owner's own words that stand in a line."""


class RecordWords:
    """Says records in words; it asks the diary for the names of what they refer to."""

    def __init__(self, diary: Diary, factors: Factors, decimal: str = ".") -> None:
        self._diary = diary
        self._factors = factors
        self._decimal = decimal

    def say(self, record: Record) -> str:
        """``Low back: 4``, ``Naproxen: taken, 500 mg, 08:00``; without the day."""
        saying: Callable[[Any], str] = getattr(self, f"_{record.kind}")
        return saying(record)

    def days(self, record: Record) -> str:
        """The day that it is about, or its first and last; empty when it is about none."""
        shape = shape_of(type(record))
        if not shape.first_day:
            return ""
        first: date = getattr(record, shape.first_day)
        if not shape.last_day:
            return say_day(first)
        last: date | None = getattr(record, shape.last_day)
        return f"{say_day(first)} – {'' if last is None else say_day(last)}".strip()

    def _reading(self, record: Any) -> str:
        factor = self._factors.get(record.factor)
        name = factor.name if factor else record.factor
        if isinstance(record.value, Skipped):
            return f"{name}: skipped"
        in_words = factor is not None and (not factor.words or record.value < len(factor.words))
        said = factor.say(record.value, self._decimal) if factor and in_words else record.value
        return f"{name}: {said}"

    def _note(self, record: Any) -> str:
        return _joined("Note", shortened(record.text))

    def _meal(self, record: Any) -> str:
        return _joined("Meals", shortened(record.text))

    def _factor(self, record: Any) -> str:
        return _joined(f"Row “{record.name}”", "retired" if record.retired else "", record.unit)

    def _row(self, record: Any) -> str:
        factor = self._factors.get(record.factor)
        shown = "shown" if record.shown else "hidden"
        return f"Row “{factor.name if factor else record.factor}”: place {record.position}, {shown}"

    def _medicine(self, record: Any) -> str:
        return _joined(f"Medicine “{record.name}”", "retired" if record.retired else "")

    def _regimen(self, record: Any) -> str:
        return _joined(
            self._name("medicine", record.medicine),
            short_words(record, self._decimal),
            shortened(record.began_because),
        )

    def _dose(self, record: Any) -> str:
        where = " ".join(part for part in (record.site, _plain(record.side)) if part)
        return _joined(
            self._name("medicine", record.medicine),
            _plain(record.state),
            amount_words(record.amount, record.unit, self._decimal),
            record.time,
            where,
            shortened(record.reason),
        )

    def _side_effect(self, record: Any) -> str:
        medicine = self._name("medicine", record.medicine) if record.medicine else ""
        return _joined(f"Side effect “{record.what}”", medicine, self._of_ten(record.strength))

    def _procedure(self, record: Any) -> str:
        number = f"number {record.number}" if record.number else ""
        where = " ".join(part for part in (record.site, _plain(record.side)) if part)
        return _joined(PROCEDURE_NAMES[record.what], record.detail, number, where)

    def _activity(self, record: Any) -> str:
        return _joined(f"Activity “{record.name}”", f"{record.impact} impact")

    def _shoe(self, record: Any) -> str:
        return _joined(f"Shoes “{record.name}”", "retired" if record.retired else "")

    def _session(self, record: Any) -> str:
        return _joined(
            self._activity_name(record.activity),
            self._amount(record.minutes, "min"),
            self._amount(record.distance_km, "km"),
            shortened(record.note),
        )

    def _milestone(self, record: Any) -> str:
        units = {"weight_start": "kg", "cadence_start": "steps a minute"}
        value = self._amount(record.value, units.get(record.what, ""))
        return _joined(NAMES[record.what], value, shortened(record.note))

    def _flare(self, record: Any) -> str:
        worst = self._of_ten(record.worst)
        return _joined("Flare", _plain(record.extent), worst, shortened(record.cause))

    def _declined_flare(self, record: Any) -> str:  # noqa: ARG002
        return "Offered flare: no"

    def _weekly_check(self, record: Any) -> str:
        fields = shape_of(WeeklyCheck).fields
        values = [getattr(record, name) for name, field in fields.items() if field.within]
        answered = sum(value is not None for value in values)
        return f"Weekly check: {answered} of {len(values)} answered"

    def _clinic_score(self, record: Any) -> str:
        name = instrument_label(record.instrument, record.name)
        return f"{name}: {self._figure(record.value)}"

    def _lab_result(self, record: Any) -> str:
        name = TEST_NAMES.get(record.test) or record.name
        below = "below " if record.below_limit else ""
        value = f"{below}{self._amount(record.value, record.unit)}"
        return _joined(name, value if record.value is not None else "", record.words)

    def _finding(self, record: Any) -> str:
        where = " ".join(part for part in (record.site, _plain(record.side)) if part)
        thickness = self._amount(record.fascia_mm, "mm")
        return _joined(FINDING_NAMES[record.what], where, thickness, shortened(record.text))

    def _visit(self, record: Any) -> str:
        said = shortened(record.said or record.decisions or record.purpose)
        return _joined("Visit", record.clinician, record.place, said)

    def _question(self, record: Any) -> str:
        return _joined("Question", shortened(record.text), "closed" if record.closed else "")

    def _name(self, kind: str, record_id: str) -> str:
        found = self._diary.find(kind, record_id)
        return str(getattr(found, "name", record_id))

    def _activity_name(self, key: str) -> str:
        known = CATALOGUE.get(key)
        return known.name if known is not None else self._name("activity", key)

    def _figure(self, value: float) -> str:
        return f"{value:.10g}".replace(".", self._decimal)

    def _amount(self, value: float | None, unit: str) -> str:
        return "" if value is None else f"{self._figure(value)} {unit}".strip()

    def _of_ten(self, value: float | None) -> str:
        return "" if value is None else f"{self._figure(value)} of 10"


def shortened(text: str) -> str:
    """The owner's words in one line, cut where they are long."""
    line = " ".join(text.split())
    return line if len(line) <= LONGEST else f"{line[: LONGEST - 1].rstrip()}…"


def _plain(word: object) -> str:
    return "" if word is None else str(word).replace("_", " ")


def _joined(what: str, *details: str) -> str:
    said = ", ".join(detail for detail in details if detail)
    return f"{what}: {said}" if said else what
