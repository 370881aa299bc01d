"""Medicines as lines: the index of NSAID intake by day, and what was taken of one of them."""

from collections.abc import Iterator, Mapping, Sequence
from functools import cached_property, partial

from heeldiary.analysis.line_source import LineSource
from heeldiary.analysis.medication import milligrams, nsaid_days
from heeldiary.analysis.nsaid import nsaid_equivalent
from heeldiary.analysis.series import Series, daily
from heeldiary.analysis.trend_panels import Frame, Style
from heeldiary.domain.days import Span, number_of
from heeldiary.domain.diary import Diary
from heeldiary.domain.medicines import Dose, DoseState, Medicine, MedicineClass, Regimen

NSAID_INDEX = "nsaid_index"
DOSES_MARK = "doses:"
_INDEX_NAME = "NSAID use index"
_FULL_DOSE = "100 = full daily dose"
_KINDS = frozenset(kind.kind for kind in (Medicine, Regimen, Dose))


class MedicineLines:
    """The lines of a diary's medicines; doses are read over the span that is drawn."""

    def __init__(self, diary: Diary) -> None:
        self._diary = diary

    def find(self, key: str) -> LineSource | None:
        """The index, or the doses of a medicine; None when the diary has no such medicine."""
        if key == NSAID_INDEX:
            return self._index() if any(map(_may_be_nsaid, self._medicines.values())) else None
        medicine = self._medicines.get(key.removeprefix(DOSES_MARK))
        return None if medicine is None else self._doses(medicine)

    def offered(self) -> Iterator[LineSource]:
        """The lines of the medicines of which a dose was recorded."""
        held = [medicine for medicine in self._medicines.values() if self._has_doses(medicine)]
        if any(map(_may_be_nsaid, held)):
            yield self._index()
        for medicine in sorted(held, key=_name):
            yield self._doses(medicine)

    @cached_property
    def _medicines(self) -> Mapping[str, Medicine]:
        return {medicine.id: medicine for medicine in self._diary.records(Medicine)}

    def _has_doses(self, medicine: Medicine) -> bool:
        referring = self._diary.referring(Medicine.kind, medicine.id)
        return any(isinstance(record, Dose) for record in referring)

    def _index(self) -> LineSource:
        return LineSource(
            key=NSAID_INDEX,
            name=_INDEX_NAME,
            frame=Frame(_INDEX_NAME, _FULL_DOSE, 0, None, Style.BARS),
            read=self._index_by_day,
            kinds=_KINDS,
            digits=0,
        )

    def _doses(self, medicine: Medicine) -> LineSource:
        name = f"{medicine.name} taken"
        return LineSource(
            key=DOSES_MARK + medicine.id,
            name=name,
            frame=Frame(name, f"{medicine.unit} a day", 0, None, Style.BARS),
            read=partial(self._taken, medicine),
            kinds=_KINDS,
        )

    def _index_by_day(self, span: Span) -> Series:
        days = nsaid_days(
            self._medicines.values(),
            self._diary.records(Regimen, span),
            self._diary.records(Dose, span),
        )
        return daily([(number_of(day), value) for day, value in days.items()], span)

    def _taken(self, medicine: Medicine, span: Span) -> Series:
        doses = [dose for dose in self._diary.records(Dose, span) if dose.medicine == medicine.id]
        return daily(taken_by_day(doses, medicine), span)


def taken_by_day(doses: Sequence[Dose], medicine: Medicine) -> list[tuple[int, float]]:
    """What was taken of a medicine in its unit, as (day number, amount) of each recorded day.

    A day whose doses were all missed or skipped is 0. A day with a dose whose amount is not known
    in that unit is left out: its sum is not known.
    """
    sums: dict[int, float | None] = {}
    for dose in doses:
        day = number_of(dose.day)
        amount = _amount(dose, medicine) if dose.state is DoseState.TAKEN else 0.0
        before = sums.get(day, 0.0)
        sums[day] = None if amount is None or before is None else before + amount
    return sorted((day, value) for day, value in sums.items() if value is not None)


def _amount(dose: Dose, medicine: Medicine) -> float | None:
    if dose.unit.strip().casefold() == medicine.unit.strip().casefold():
        return dose.amount
    return milligrams(dose, medicine) if medicine.unit == "mg" else None


def _may_be_nsaid(medicine: Medicine) -> bool:
    is_known = nsaid_equivalent(medicine.substance or medicine.name) is not None
    return is_known or medicine.medicine_class is MedicineClass.NSAID


def _name(medicine: Medicine) -> tuple[str, str]:
    return medicine.name.casefold(), medicine.id
