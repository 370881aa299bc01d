"""The visits of a made-up person, the next one, and the questions collected for them."""

from collections.abc import Iterator
from dataclasses import replace
from datetime import date, timedelta
from itertools import pairwise

from heeldiary.domain.records import Record
from heeldiary.domain.visits import Question, Visit
from heeldiary.exchange.sample.chance import Chance
from heeldiary.exchange.sample.evenings import UNWRITTEN, Evening, written
from heeldiary.exchange.sample.turning import Turning, workday

_MONTHS_APART = 145
"""Days from one visit to the next, about."""
_BEFORE = 5
"""Days from the visit that decides on an injected medicine to its first injection."""
_DECISIONS = (
    "Go on as before.",
    "Blood again in three months.",
    "Physiotherapy for another six weeks.",
    "Insoles to be made anew.",
    "Ultrasound of both heels.",
    "Picture of the heel next time.",
)
_SAID = (
    "Sides even, bending as last time.",
    "Heel still thick to the touch, less warm.",
    "Keep moving, whatever it is.",
    "Blood looked a little better than in spring.",
    "Ring up when the eye is red, at once.",
    "Sat the whole time; she noticed.",
)
_STARTED = "Adalimumab from next week; the nurse showed how the pen goes."
_CHANGED = "Secukinumab in place of adalimumab, first once a week."
_QUESTIONS = (
    ("Why is the morning worse after a quiet Sunday?", "Long rest does it; ask the physio."),
    ("Is the tingling in the foot part of it?", "Perhaps a nerve; she looks next time."),
    ("Who writes the letter for the office chair?", "The practice; to be fetched on Friday."),
    ("Night splint or not?", "Opinions differ. Try it and write it down."),
    ("Could the shoes be part of it?", "Bring both pairs."),
    ("What does the picture of the pelvis say?", "Like two years ago."),
    ("Why are both heels not alike?", ""),
    ("Does the sauna do any harm?", "Not that she knows; drink enough."),
    ("Can the blood be taken nearer to home?", "Yes, the practice sends it."),
    ("What about the eye that was red in spring?", "Eye clinic, the same day, next time."),
    ("How much running is too much?", "Nobody can say; look at the morning after."),
)
_ON_INJECTIONS = (
    ("May I swim on the day of an injection?", "Yes, said the nurse."),
    ("How long can the pens stay out of the fridge?", "See the leaflet; two weeks, she thinks."),
    ("Is travelling with the pens a trouble at the airport?", "There is a paper for it."),
)


def visit_days(luck: Chance, turning: Turning) -> list[date]:
    """About every five months, and some days before each injected medicine begins."""
    span = turning.span
    anchors = [span.first + timedelta(days=luck.randint(12, 25))]
    for begun in (turning.medicine, turning.switch):
        day = begun - timedelta(days=_BEFORE) if begun else None
        if day and (day - anchors[-1]).days > 30:
            anchors.append(day)
    days = [anchors[0]]
    for first, last in pairwise((*anchors, span.last + timedelta(days=luck.randint(9, 30)))):
        days.extend(_between(luck, first, last))
        days.append(last)
    *past, ahead = days
    following = workday(ahead) if workday(ahead) > span.last else ahead
    return [*(workday(day) for day in past if workday(day) <= span.last), following]


def _between(luck: Chance, first: date, last: date) -> Iterator[date]:
    parts = max(1, round((last - first).days / _MONTHS_APART))
    for part in range(1, parts):
        share = (last - first).days * part // parts
        yield first + timedelta(days=share + luck.randint(-9, 9))


class Visits:
    """Each visit with what was asked at it; at the end the next one, and what is still open."""

    def __init__(self, chance: Chance, turning: Turning, days: list[date]) -> None:
        self._luck = chance.branch()
        self._turning = turning
        *self._ahead, self._next = days
        self._asked: list[tuple[Question, str]] = []
        self._lately: list[str] = []

    def on(self, evening: Evening) -> Iterator[Record]:
        if self._luck.happens(0.022) or (self._is_last(evening) and not self._asked):
            self._asked.extend(self._question(evening))
        while self._ahead and self._ahead[0] <= evening.day:
            visit = self._visit(self._ahead.pop(0))
            yield written(visit, evening)
            yield from self._answered(visit, evening)
        if self._is_last(evening):
            yield self._next_visit(evening)
            for question, _ in self._asked:
                yield question

    def _is_last(self, evening: Evening) -> bool:
        return evening.day == self._turning.span.last

    def _question(self, evening: Evening) -> Iterator[tuple[Question, str]]:
        """One that is not open already and was not asked lately, with what the clinic will say."""
        injects = evening.day >= self._turning.medicine
        known = (*_QUESTIONS, *_ON_INJECTIONS) if injects else _QUESTIONS
        told = {*self._lately, *(question.text for question, _ in self._asked)}
        fresh = [each for each in known if each[0] not in told]
        if not fresh:
            return
        text, answer = self._luck.choice(fresh)
        self._lately = [*self._lately[-2:], text]
        question = Question(
            id=self._luck.an_id(),
            day=evening.day,
            text=text,
            position=len(self._asked),
            **evening.stamp(),
        )
        yield question, answer

    def _answered(self, visit: Visit, evening: Evening) -> Iterator[Question]:
        """Most of what came up by the day of the visit; an answer is not always written down."""
        asked = [each for each in self._asked if each[0].day <= visit.day]
        for each in asked:
            question, answer = each
            if self._luck.happens(0.85):
                self._asked.remove(each)
                stamp = evening.stamp(question.day)
                yield replace(question, visit=visit.id, answer=answer, closed=True, **stamp)

    def _visit(self, day: date) -> Visit:
        luck, decided = self._luck, self._decided(day)
        specialist = decided in (_STARTED, _CHANGED) or luck.happens(0.8)
        return Visit(
            id=luck.an_id(),
            day=day,
            time=luck.time_of_day(8 * 60, 15 * 60),
            clinician="Dr. Example" if specialist else "Dr. Sample",
            place="Rheumatology clinic" if specialist else "Family practice",
            purpose=luck.choice(("Every few months", "Blood and heels", "Prescription", "")),
            decisions=decided,
            said=luck.choice(_SAID),
            **UNWRITTEN,
        )

    def _decided(self, day: date) -> str:
        turning = self._turning
        if _is_just_before(turning.medicine, day):
            return _STARTED
        if turning.switch and _is_just_before(turning.switch, day):
            return _CHANGED
        return self._luck.choice(_DECISIONS)

    def _next_visit(self, evening: Evening) -> Visit:
        return Visit(
            id=self._luck.an_id(),
            day=self._next,
            time="09:40",
            clinician="Dr. Example",
            place="Rheumatology clinic",
            purpose="Every few months",
            **evening.stamp(self._next),
        )


def _is_just_before(begun: date, day: date) -> bool:
    """Whether a visit on that day decided on it, on a Friday before a weekend perhaps."""
    return 0 <= (begun - day).days - _BEFORE <= 2
