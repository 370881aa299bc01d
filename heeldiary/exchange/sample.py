"""A made-up diary that looks like a life with ankylosing spondylitis, for trying things out.

The same seed gives the same records on every machine and with every Python.
"""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, timedelta

from heeldiary.domain.days import Span
from heeldiary.domain.factor import Direction, Kind
from heeldiary.domain.factors import CATALOGUE
from heeldiary.domain.records import DayNote, OwnFactor, Reading, Record, RowChoice
from heeldiary.domain.refusal import Refused
from heeldiary.exchange.sample_almanac import Almanac
from heeldiary.exchange.sample_answers import Answers
from heeldiary.exchange.sample_chance import Chance
from heeldiary.exchange.sample_check_ins import CheckIn, CheckIns
from heeldiary.exchange.sample_life import Life, LifeDay, a_person
from heeldiary.exchange.sample_notes import Notes

SAMPLE_LAST_DAY = date(2026, 11, 20)
"""The last day unless another is asked for, so that a seed always gives the same bytes."""

LONGEST_YEARS = 60

_OWN_FACTORS = (
    OwnFactor(key="ginger_tea", name="Ginger tea", measure=Kind.YES_NO, maximum=1, retired=True),
    OwnFactor(
        key="hours_on_my_feet",
        name="Hours on my feet",
        measure=Kind.NUMBER,
        unit="h",
        maximum=24,
        step=0.5,
    ),
    OwnFactor(key="jaw_pain", name="Jaw pain", measure=Kind.SCALE, direction=Direction.WORSE),
    OwnFactor(key="sauna", name="Sauna", measure=Kind.YES_NO, maximum=1),
)
_SHOWN_TOO = (
    "sleep_quality",
    "mid_back",
    "buttock_left",
    "buttock_right",
    "stress",
    "swelling_left",
    "swelling_right",
    "warmth_left",
    "warmth_right",
)
_FOODS = tuple(key for key, factor in CATALOGUE.items() if factor.group == "food")


def sample_records(*, years: float = 2, seed: int = 1, last_day: date) -> Iterator[Record]:
    """The owner's rows first, then day by day the readings by factor and the day's note."""
    if not 0 < years <= LONGEST_YEARS:
        raise Refused(
            f"A sample diary spans more than 0 and at most {LONGEST_YEARS} years, not {years:g}; "
            "nothing was made."
        )
    days = max(1, round(years * 365.25))
    if last_day.toordinal() - days < date(1900, 1, 1).toordinal():
        raise Refused(f"A sample diary of {years:g} years cannot end on {last_day}.")
    return _records(Span.ending(last_day, days), Chance(seed))


def _records(span: Span, chance: Chance) -> Iterator[Record]:
    yield from _OWN_FACTORS
    person = a_person(chance)
    yield from _row_choices(f"achilles_mid_{person.worse}")
    turning = _Turning.of(span)
    almanac = Almanac(chance, span.first, span.last)
    life = Life(chance, person, almanac, turning.medicine)
    answers = Answers(chance, person, turning.begun, turning.ended)
    check_ins = CheckIns(chance, almanac, span, turning.kept(span))
    notes = Notes(chance)
    for day in life.days(span):
        check_in = check_ins.on(day.day)
        if check_in is not None:
            yield from _readings(day, check_in, answers)
            text = notes.about(day, (day.day - turning.medicine).days)
            yield from _note(day.day, check_in, text)


def _row_choices(sore_tendon: str) -> Iterator[RowChoice]:
    """Rows shown beside the usual ones, where they stand anyway; the sauna beside movement."""
    places = {key: place for place, key in enumerate(CATALOGUE)}
    for key in (*_SHOWN_TOO, sore_tendon):
        yield RowChoice(factor=key, position=places[key], shown=True)
    yield RowChoice(factor="sauna", position=places["high_impact_minutes"], shown=True)


def _readings(life: LifeDay, check_in: CheckIn, answers: Answers) -> Iterator[Reading]:
    """One answer every few seconds, in the order of Today; handed on by factor."""
    said = answers.about(life, hasty=check_in.hasty)
    readings = [
        Reading(
            day=life.day,
            factor=key,
            value=value,
            recorded_at=check_in.moment + timedelta(seconds=3 * place),
            origin=check_in.origin,
        )
        for place, (key, value) in enumerate(said.items())
    ]
    readings.sort(key=_factor_of)
    yield from readings


def _factor_of(reading: Reading) -> str:
    return reading.factor


def _note(day: date, check_in: CheckIn, text: str | None) -> Iterator[DayNote]:
    if text is not None:
        written = check_in.moment + timedelta(minutes=4)
        yield DayNote(day=day, text=text, recorded_at=written, origin=check_in.origin)


@dataclass(frozen=True, slots=True, kw_only=True)
class _Turning:
    """The days on which something in the diary begins or ends."""

    medicine: date
    begun: dict[str, date]
    ended: dict[str, date]

    @classmethod
    def of(cls, span: Span) -> "_Turning":
        """Rows begin late only in a diary that is longer than a year."""
        begun: dict[str, date] = {}
        if len(span) > 366:
            begun = dict.fromkeys(_FOODS, span.first + timedelta(days=365))
            begun |= {"jaw_pain": _part(span, 0.2), "sauna": _part(span, 0.3)}
            begun |= {"hours_on_my_feet": _part(span, 0.4), "mid_back": _part(span, 0.1)}
        ended = {"ginger_tea": _part(span, 0.25)}
        return cls(medicine=_part(span, 0.6), begun=begun, ended=ended)

    def kept(self, span: Span) -> frozenset[date]:
        """Days that are recorded whatever happens."""
        return frozenset({span.first, span.last, self.medicine})


def _part(span: Span, share: float) -> date:
    return span.first + timedelta(days=int(share * len(span)))
