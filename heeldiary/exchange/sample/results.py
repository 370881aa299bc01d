"""What is measured of a made-up person: the weekly check, blood, the clinic's forms, pictures."""

from collections import deque
from collections.abc import Callable, Iterable, Iterator
from datetime import date, timedelta
from math import fsum

from heeldiary.domain.factor import Side
from heeldiary.domain.records import Record
from heeldiary.domain.results import (
    ClinicScore,
    Finding,
    FindingKind,
    Instrument,
    LabResult,
    LabTest,
    WeeklyCheck,
)
from heeldiary.exchange.sample.chance import Chance
from heeldiary.exchange.sample.evenings import UNWRITTEN, Agenda, Evening, Planned, written
from heeldiary.exchange.sample.life import Person
from heeldiary.exchange.sample.turning import Turning, workday

_SUNDAY = 6
_CHECK_OF = {
    "tiredness": ("fatigue",),
    "axial_pain": ("low_back", "night_pain"),
    "joint_pain": ("under_heel_left", "under_heel_right"),
    "tenderness": ("achilles_insertion_left", "achilles_insertion_right"),
    "stiffness": ("stiffness_severity",),
    "stiffness_minutes": ("stiffness_minutes",),
    "disease_activity": ("disease_felt",),
}
"""Which answers of the week each answer of its check goes along with."""
_CLINIC, _PRACTICE = "Laboratory of the clinic", "Laboratory of the family practice"
_LOWEST_CRP = 3.0
"""In mg/L; less is reported as below it."""


class WeeklyChecks:
    """On most Sundays on which the diary is opened; now and then some answers are left out."""

    def __init__(self, chance: Chance) -> None:
        self._luck = chance.branch()
        self._week: deque[Evening] = deque()

    def on(self, evening: Evening) -> Iterator[WeeklyCheck]:
        self._week.append(evening)
        while (evening.day - self._week[0].day).days >= 7:
            self._week.popleft()
        if evening.day.weekday() == _SUNDAY and self._luck.happens(0.9):
            answers = {field: self._answer(field) for field in _CHECK_OF}
            if any(value is not None for value in answers.values()):
                yield WeeklyCheck(day=evening.day, **answers, **evening.stamp())

    def _answer(self, field: str) -> float | None:
        felt = [
            number
            for evening in self._week
            for key in _CHECK_OF[field]
            if (number := evening.number(key)) is not None
        ]
        if not felt or self._luck.happens(0.03):
            return None
        mean = fsum(felt) / len(felt)
        if field == "stiffness_minutes":
            return float(15 * round(min(mean, 240) / 15))
        return float(min(max(round(mean + self._luck.around(0.3, 0.5)), 0), 10))


class Results:
    """Blood some days before each visit and now and then between; the clinic's forms at visits."""

    def __init__(
        self, chance: Chance, person: Person, turning: Turning, visits: Iterable[date]
    ) -> None:
        self._luck = chance.branch()
        self._turning = turning
        self._disease = 4.0
        days = list(visits)
        self._bloods = deque(self._blood_days(days))
        self._forms = deque(days)
        self._had_gene_test = False
        self._findings = Agenda(findings(self._luck, person, turning))

    def on(self, evening: Evening) -> Iterator[Record]:
        self._disease += 0.06 * (evening.life.disease - self._disease)
        yield from self._findings.on(evening)
        yield from self._due(self._bloods, self._blood, evening)
        yield from self._due(self._forms, self._scores, evening)

    def _due(
        self, days: deque[date], made: Callable[[date], Iterator[Record]], evening: Evening
    ) -> Iterator[Record]:
        while days and days[0] <= evening.day:
            for record in made(days.popleft()):
                yield written(record, evening)

    def _blood_days(self, visits: list[date]) -> Iterator[date]:
        before = self._turning.span.first
        for visit in visits:
            if self._luck.happens(0.4) and (visit - before).days > 110:
                yield workday(before + timedelta(days=(visit - before).days // 2))
            day = workday(visit - timedelta(days=self._luck.randint(3, 10)))
            if day > before:
                yield day
            before = visit

    def _blood(self, day: date) -> Iterator[LabResult]:
        level = max(self._disease, 0.9)
        crp = 0.9 * (level - 0.9) * (level - 0.9) + self._luck.around(0, 1.8)
        yield self._crp(day, max(crp, 0.4))
        yield LabResult(
            id=self._luck.an_id(),
            day=day,
            test=LabTest.ESR,
            value=float(max(2, round(5 + 1.6 * crp + self._luck.around(0, 3)))),
            unit="mm/h",
            reference_low=0.0,
            reference_high=20.0,
            laboratory=self._laboratory(day),
            **UNWRITTEN,
        )
        if not self._had_gene_test:
            self._had_gene_test = True
            yield LabResult(
                id=self._luck.an_id(),
                day=day,
                test=LabTest.HLA_B27,
                words="positive",
                laboratory=_CLINIC,
                **UNWRITTEN,
            )

    def _crp(self, day: date, crp: float) -> LabResult:
        """In mg/dL from the family practice, which sent the blood in the first years."""
        below = crp < _LOWEST_CRP
        value = _LOWEST_CRP if below else round(crp, 1)
        old = self._laboratory(day) == _PRACTICE
        return LabResult(
            id=self._luck.an_id(),
            day=day,
            test=LabTest.CRP,
            value=round(value / 10, 2) if old else value,
            below_limit=below,
            unit="mg/dL" if old else "mg/L",
            reference_low=0.0,
            reference_high=0.5 if old else 5.0,
            laboratory=self._laboratory(day),
            **UNWRITTEN,
        )

    def _laboratory(self, day: date) -> str:
        return _PRACTICE if day < self._turning.part(0.25) else _CLINIC

    def _scores(self, day: date) -> Iterator[ClinicScore]:
        level, luck = min(max(self._disease, 0.2), 9.0), self._luck
        totals = {
            Instrument.BASDAI: round(level + luck.around(0.2, 0.3), 1),
            Instrument.BASFI: round(0.7 * level + luck.around(0, 0.3), 1),
            Instrument.ASAS_HI: float(round(1.4 * level + luck.around(0, 0.8))),
            Instrument.BASG_WEEK: round(level + luck.around(0, 0.5), 1),
            Instrument.BASG_SIX_MONTHS: round(level + luck.around(0.4, 0.5), 1),
            Instrument.FFI: round(9 * level + luck.around(0, 4), 1),
        }
        for instrument, value in totals.items():
            if instrument is Instrument.BASDAI or luck.happens(0.7):
                yield ClinicScore(
                    id=luck.an_id(),
                    day=day,
                    instrument=instrument,
                    value=max(value, 0.0),
                    note="Filled in in the waiting room." if luck.happens(0.1) else "",
                    **UNWRITTEN,
                )


def findings(luck: Chance, person: Person, turning: Turning) -> Iterator[Planned]:
    """Pictures: one of the pelvis, one of the joints at its back, the heels every other year."""
    for share, what, text in (
        (0.05, FindingKind.XRAY, "Both sacroiliac joints uneven at the edges, left more."),
        (0.12, FindingKind.MRI, "Bone marrow oedema at both sacroiliac joints."),
        (0.75, FindingKind.MRI, "Less oedema than in the picture before."),
    ):
        finding = _finding(luck, workday(turning.part(share)), what, text)
        yield finding.day, finding
    day = workday(turning.part(0.3))
    while day <= turning.span.last:
        for side in Side:
            finding = _of_heel(luck, day, side, worse=side is person.worse)
            yield finding.day, finding
        day = workday(day + timedelta(days=luck.randint(300, 760)))


def _finding(luck: Chance, day: date, what: FindingKind, text: str) -> Finding:
    return Finding(
        id=luck.an_id(),
        day=day,
        what=what,
        site="sacroiliac joints",
        text=text,
        document="Blue folder, second ring",
        **UNWRITTEN,
    )


def _of_heel(luck: Chance, day: date, side: Side, *, worse: bool) -> Finding:
    text = "Tendon thickened where it meets the heel bone, small spur." if worse else ""
    return Finding(
        id=luck.an_id(),
        day=day,
        what=FindingKind.ULTRASOUND,
        site="heel",
        side=side,
        fascia_mm=round(luck.around(4.6 if worse else 3.5, 0.25), 1),
        text=text,
        **UNWRITTEN,
    )
