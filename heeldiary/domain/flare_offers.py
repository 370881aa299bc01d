"""Flares of the owner's own word: offered from the answers of the days, kept, ended. Pure.

A spell begins with a day answered as a flare (a few areas, or all over). It ends before a "no",
after seven days in a row without that answer, and with the last day of a flare that is kept. It is
offered, and never made, unless a flare is kept in its days or the owner said no to it.
"""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from datetime import date, timedelta

from heeldiary.domain.answers import factors_of, provenance
from heeldiary.domain.days import FOUR_WEEKS, ONE_YEAR, Clock, Span, day_numbered, number_of
from heeldiary.domain.diary import Diary
from heeldiary.domain.edits import Change, Edit
from heeldiary.domain.flares import DeclinedFlare, Extent, Flare
from heeldiary.domain.keeping import keep, new_id
from heeldiary.domain.records import Reading
from heeldiary.domain.refusal import Refused

FLARE_ANSWER = "flare_today"
SILENT_DAYS = 7
"""So many days in a row without an answer end a spell (clinical reference 6.3)."""
_FIRST_DAY, _FAR_AHEAD = date(1900, 1, 1), date(9999, 12, 31)
_ALL_OVER = 2.0


@dataclass(frozen=True, slots=True, kw_only=True)
class Spell:
    """Days answered as a flare, from the first to the last of them."""

    days: Span
    extent: Extent
    """The worst that was answered."""
    is_open: bool
    """The last of them is yesterday or today, and no "no" came after."""


@dataclass(frozen=True, slots=True, kw_only=True)
class FlareOffer:
    """What would be kept as a flare if the owner says yes."""

    days: Span
    extent: Extent
    is_open: bool
    sites: tuple[str, ...]
    """Places that hurt as much as any on one of these days, in the owner's order."""
    worst: float | None
    """The highest pain answered on these days; None when none was."""

    @property
    def last_day(self) -> date | None:
        return None if self.is_open else self.days.last


def flare_offered(diary: Diary, today: date) -> FlareOffer | None:
    """The latest spell that waits for a yes or no, of those that reach into the last four weeks."""
    return next(iter(flares_offered(diary, today, days=FOUR_WEEKS)), None)


def flares_offered(diary: Diary, today: date, *, days: int = ONE_YEAR) -> Sequence[FlareOffer]:
    """The spells that wait for a yes or no, newest first, of those that reach into so many days."""
    span = Span.ending(today, days)
    waiting = [spell for spell in _spells_reaching(diary, span) if not _is_settled(diary, spell)]
    return [_offer(diary, spell) for spell in reversed(waiting)]


def spells_of(
    answers: Iterable[tuple[int, float]], ends: Iterable[date], today: date
) -> Iterator[Spell]:
    """The spells among these answers, given as (day number, value) in order of day.

    ``ends`` are the last days of flares that are kept: a spell does not go on after one.
    """
    closed = {number_of(day) for day in ends}
    together: list[tuple[int, float]] = []
    for day, value in answers:
        if together and (value == 0 or _is_apart(together[-1][0], day, closed)):
            yield _spell(together, today, said_no=value == 0)
            together = []
        if value > 0:
            together.append((day, value))
    if together:
        yield _spell(together, today)


def take_flare(offer: FlareOffer, clock: Clock) -> Change:
    """The change that keeps what was offered; the form can add to it."""
    moment, origin = provenance(offer.days.first, clock)
    flare = Flare(
        id=new_id(),
        first_day=offer.days.first,
        last_day=offer.last_day,
        extent=offer.extent,
        sites=offer.sites,
        worst=offer.worst,
        recorded_at=moment,
        origin=origin,
    )
    return Change(label=f"Flare from {flare.first_day}", edits=(Edit(None, flare),))


def decline_flare(offer: FlareOffer, clock: Clock) -> Change:
    """The change after which these answers are not offered again; they stay as they are."""
    moment, origin = provenance(offer.days.first, clock)
    said = DeclinedFlare(first_day=offer.days.first, recorded_at=moment, origin=origin)
    return Change(label=f"No flare from {said.first_day}", edits=(Edit(None, said),))


def keep_flare(before: Flare | None, flare: Flare, diary: Diary, clock: Clock) -> Change | None:
    """The change that keeps a flare as it is given; None when nothing would change.

    Refused when its days are also those of another flare, and so when one is still open before it.
    """
    change = keep(before, flare, f"Flare from {flare.first_day}", clock)
    if change is not None:
        _check_alone(flare, diary)
    return change


def end_flare(flare: Flare, day: date, clock: Clock) -> Change | None:
    """The change that gives an open flare its last day."""
    ended = replace(flare, last_day=day)
    return keep(flare, ended, f"Flare from {flare.first_day} ended on {day}", clock)


def usual_last_day(flare: Flare, diary: Diary, today: date) -> date:
    """The day that ends an open flare unless another is said: today, or yesterday after a "no"."""
    answered = diary.readings_on(today).get(FLARE_ANSWER)
    is_over_before = answered is not None and answered.number == 0
    return max(flare.first_day, today - timedelta(days=1)) if is_over_before else today


def open_flare(diary: Diary, today: date) -> Flare | None:
    """The flare that goes on; there is one at most."""
    going_on = diary.records(Flare, Span(today, _FAR_AHEAD))
    return next((flare for flare in going_on if flare.last_day is None), None)


def _check_alone(flare: Flare, diary: Diary) -> None:
    days = Span(flare.first_day, flare.last_day or _FAR_AHEAD)
    for other in diary.records(Flare, days):
        if other.id == flare.id:
            continue
        if other.last_day is None:
            raise Refused(
                f"The flare that began on {other.first_day} is still open, and days cannot "
                "belong to two flares; end it first. Nothing was kept of this one."
            )
        raise Refused(
            f"Some of these days belong to the flare from {other.first_day} to {other.last_day}, "
            "and days cannot belong to two flares. Nothing was kept of this one."
        )


def _spells_reaching(diary: Diary, span: Span) -> Sequence[Spell]:
    """The spells with a day in the span, whole, however long before it they began."""
    first = span.first
    while True:
        read = Span(first, span.last)
        kept = diary.records(Flare, read)
        ends = [flare.last_day for flare in kept if flare.last_day is not None]
        spells = list(spells_of(diary.answers(FLARE_ANSWER, read), ends, span.last))
        is_whole = not spells or (spells[0].days.first - first).days > SILENT_DAYS
        if is_whole or first == _FIRST_DAY:
            return [spell for spell in spells if spell.days.last >= span.first]
        first = max(_FIRST_DAY, first - timedelta(days=ONE_YEAR))


def _is_apart(before: int, day: int, closed: set[int]) -> bool:
    return day - before > SILENT_DAYS or any(end in closed for end in range(before, day))


def _spell(together: Sequence[tuple[int, float]], today: date, *, said_no: bool = False) -> Spell:
    last = day_numbered(together[-1][0])
    is_all_over = any(value == _ALL_OVER for _, value in together)
    return Spell(
        days=Span(day_numbered(together[0][0]), last),
        extent=Extent.ALL_OVER if is_all_over else Extent.FEW_AREAS,
        is_open=not said_no and (today - last).days <= 1,
    )


def _is_settled(diary: Diary, spell: Spell) -> bool:
    """Whether the owner has said what these days were: a flare of them is kept, or they said no."""
    reaches = Span(spell.days.first, _FAR_AHEAD) if spell.is_open else spell.days
    return bool(diary.records(Flare, reaches) or diary.records(DeclinedFlare, spell.days))


def _offer(diary: Diary, spell: Spell) -> FlareOffer:
    pains = factors_of(diary).pains()
    readings = list(diary.readings(spell.days, [pain.key for pain in pains]))
    sore = _sorest([r for r in readings if any(p.site == r.factor for p in pains)])
    return FlareOffer(
        days=spell.days,
        extent=spell.extent,
        is_open=spell.is_open,
        sites=tuple(pain.key for pain in pains if pain.key in sore),
        worst=max((r.number for r in readings if r.number is not None), default=None),
    )


def _sorest(readings: Iterable[Reading]) -> set[str]:
    """The places that were the worst one of any day; a place without pain is none."""
    by_day: dict[date, dict[str, float]] = defaultdict(dict)
    for reading in readings:
        if reading.number:
            by_day[reading.day][reading.factor] = reading.number
    return {
        site
        for pains in by_day.values()
        for site, pain in pains.items()
        if pain >= max(pains.values())
    }
