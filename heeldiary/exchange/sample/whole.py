"""A made-up diary that looks like a life with ankylosing spondylitis, for trying things out.

The same seed gives the same records on every machine and with every Python.
"""

from collections.abc import Iterator
from datetime import date, timedelta

from heeldiary.domain.days import Span
from heeldiary.domain.factor import Direction, Kind
from heeldiary.domain.factors import CATALOGUE
from heeldiary.domain.records import Answer, DayNote, OwnFactor, Reading, Record, RowChoice
from heeldiary.domain.refusal import Refused
from heeldiary.exchange.sample.almanac import Almanac
from heeldiary.exchange.sample.answers import Answers
from heeldiary.exchange.sample.care import CARE_ROWS, Care
from heeldiary.exchange.sample.chance import Chance
from heeldiary.exchange.sample.check_ins import CheckIn, CheckIns
from heeldiary.exchange.sample.evenings import Evening
from heeldiary.exchange.sample.life import Life, LifeDay, a_person
from heeldiary.exchange.sample.notes import Notes
from heeldiary.exchange.sample.others import Others
from heeldiary.exchange.sample.turning import Turning

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
    *CARE_ROWS,
)


def sample_records(*, years: float = 2, seed: int = 1, last_day: date) -> Iterator[Record]:
    """The owner's rows first, then day by day the readings by factor, the note, and the rest.

    Whatever a record names comes before it.
    """
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
    turning = Turning.of(span)
    almanac = Almanac(chance, span.first, span.last)
    life = Life(chance, person, almanac, turning.medicine)
    answers = Answers(chance, person, turning.begun, turning.ended)
    check_ins = CheckIns(chance, almanac, span, turning.kept())
    notes = Notes(chance)
    care = Care(chance, turning)
    others = Others(chance, person, turning)
    yield from others.at_first()
    for evening in _evenings(life, span, check_ins, answers, care):
        records = others.on(evening)
        yield from _readings(evening, without=others.minutes_told)
        is_first = evening.day == turning.medicine
        text = notes.about(evening.life, others.injection(evening.day), is_first=is_first)
        yield from _note(evening, text)
        yield from records


def _row_choices(sore_tendon: str) -> Iterator[RowChoice]:
    """Rows shown beside the usual ones, where they stand anyway; the sauna beside movement."""
    places = {key: place for place, key in enumerate(CATALOGUE)}
    for key in (*_SHOWN_TOO, sore_tendon):
        yield RowChoice(factor=key, position=places[key], shown=True)
    yield RowChoice(factor="sauna", position=places["high_impact_minutes"], shown=True)


def _evenings(
    life: Life, span: Span, check_ins: CheckIns, answers: Answers, care: Care
) -> Iterator[Evening]:
    """The days that are written about, each with the day after it."""
    before: tuple[LifeDay, CheckIn | None] | None = None
    for day in life.days(span):
        if before is not None:
            yield from _evening(*before, day, answers, care)
        # the almanac is asked in order of time: about this day before the next one is lived
        before = (day, check_ins.on(day.day))
    if before is not None:
        yield from _evening(*before, None, answers, care)


def _evening(
    life: LifeDay, check_in: CheckIn | None, tomorrow: LifeDay | None, answers: Answers, care: Care
) -> Iterator[Evening]:
    if check_in is None:
        return
    said: dict[str, Answer] = answers.about(life, hasty=check_in.hasty)
    if not check_in.hasty:
        said |= care.about(life)
    yield Evening(life=life, check_in=check_in, said=said, tomorrow=tomorrow)


def _readings(evening: Evening, without: frozenset[str]) -> Iterator[Reading]:
    """One answer every few seconds, in the order of Today; handed on by factor."""
    check_in = evening.check_in
    readings = [
        Reading(
            day=evening.day,
            factor=key,
            value=value,
            recorded_at=check_in.moment + timedelta(seconds=3 * place),
            origin=check_in.origin,
        )
        for place, (key, value) in enumerate(evening.said.items())
        if key not in without
    ]
    readings.sort(key=_factor_of)
    yield from readings


def _factor_of(reading: Reading) -> str:
    return reading.factor


def _note(evening: Evening, text: str | None) -> Iterator[DayNote]:
    if text is not None:
        check_in = evening.check_in
        written = check_in.moment + timedelta(minutes=4)
        yield DayNote(day=evening.day, text=text, recorded_at=written, origin=check_in.origin)
