"""Treatments given to a made-up person: a steroid injection, shock wave, physiotherapy."""

from collections.abc import Iterator
from datetime import date, timedelta

from heeldiary.domain.factor import Side
from heeldiary.domain.medicines import Procedure, ProcedureKind
from heeldiary.exchange.sample.chance import Chance
from heeldiary.exchange.sample.evenings import UNWRITTEN, Planned
from heeldiary.exchange.sample.turning import Turning, workday

_WEEK = timedelta(days=7)
_SHOCK_WAVES, _PHYSIOTHERAPY = 5, 6
_OUCH = ("", "", "Sore for two days afterwards.", "Less bad than I thought.", "Limped home.")
_EXERCISES = ("", "Heel drops on the stairs.", "Hips and back.", "Breathing and chest.", "")


def procedures(luck: Chance, turning: Turning, worse: Side) -> Iterator[Planned]:
    """What fell into the diary's years, each on its day."""
    last = turning.span.last
    for procedure in (
        *_steroids(luck, turning, worse),
        *_shock_waves(luck, workday(turning.part(0.5)), worse),
        *_physiotherapy(luck, turning),
    ):
        if procedure.day <= last:
            yield procedure.day, procedure


def _steroids(luck: Chance, turning: Turning, worse: Side) -> Iterator[Procedure]:
    """Once in some years."""
    day = workday(turning.part(0.33))
    while day <= turning.span.last:
        yield Procedure(
            id=luck.an_id(),
            day=day,
            what=ProcedureKind.STEROID_INJECTION,
            detail="Triamcinolone, guided by ultrasound",
            site="bursa behind the heel",
            side=worse,
            given_by="Dr. Example",
            note=luck.choice(_OUCH),
            **UNWRITTEN,
        )
        day = workday(day + timedelta(days=luck.randint(1100, 1800)))


def _shock_waves(luck: Chance, first: date, worse: Side) -> Iterator[Procedure]:
    for number in range(1, _SHOCK_WAVES + 1):
        yield Procedure(
            id=luck.an_id(),
            day=first + (number - 1) * _WEEK,
            what=ProcedureKind.SHOCK_WAVE,
            detail="2000 pulses",
            site="under the heel",
            side=worse,
            number=number,
            given_by="Orthopaedic practice",
            note=luck.choice(_OUCH),
            **UNWRITTEN,
        )


def _physiotherapy(luck: Chance, turning: Turning) -> Iterator[Procedure]:
    """One series a year."""
    first = workday(turning.span.first + timedelta(days=luck.randint(40, 60)))
    while first <= turning.span.last:
        for number in range(1, _PHYSIOTHERAPY + 1):
            yield Procedure(
                id=luck.an_id(),
                day=first + (number - 1) * _WEEK,
                what=ProcedureKind.PHYSIOTHERAPY,
                number=number,
                given_by="Physiotherapist",
                note=luck.choice(_EXERCISES),
                **UNWRITTEN,
            )
        first = workday(first + timedelta(days=luck.randint(330, 400)))
