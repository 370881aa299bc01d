"""When the definition of an owner's row that a file brings agrees with the one in the diary."""

from dataclasses import replace

from heeldiary.domain.factor import Kind
from heeldiary.domain.records import OwnFactor
from heeldiary.domain.refusal import Refused


def same_meaning(held: OwnFactor, offered: OwnFactor) -> bool:
    """Whether one number stands for the same answer under both definitions."""
    both = min(len(held.choices), len(offered.choices))
    return (
        held.measure is offered.measure
        and held.unit == offered.unit
        and held.choices[:both] == offered.choices[:both]
    )


def merged(held: OwnFactor, offered: OwnFactor, *, replacing: bool = False) -> OwnFactor:
    """The definition that serves both: choices may be appended, a retirement stays.

    Refused when they differ in more; ``replacing`` takes the offered name, range and direction.
    """
    if not same_meaning(held, offered):
        raise Refused(
            f"The row “{held.name}” is {_say(held)} in the diary and was kept; "
            f"the file has {_say(offered)}."
        )
    longer = max(held, offered, key=_choices)
    grown = replace(held, choices=longer.choices, maximum=longer.maximum)
    wanted = replace(
        offered,
        choices=longer.choices,
        maximum=longer.maximum if _choices(held) != _choices(offered) else offered.maximum,
        retired=offered.retired or held.retired,
    )
    if wanted != grown and not replacing:
        raise Refused(
            f"The row “{held.name}” is set up differently in the diary "
            f"({_say_setting(held)}) and was kept so."
        )
    return wanted


def _choices(own: OwnFactor) -> int:
    return len(own.choices)


def _say(own: OwnFactor) -> str:
    if own.choices:
        return "one of: " + ", ".join(own.choices)
    what = {Kind.SCALE: "a scale", Kind.YES_NO: "yes or no", Kind.COUNT: "a count"}
    said = what.get(own.measure, "a number" if own.measure is Kind.NUMBER else "minutes")
    return f"{said} in {own.unit}" if own.unit else said


def _say_setting(own: OwnFactor) -> str:
    state = ", retired" if own.retired else ""
    return f"“{own.name}”, {own.minimum:.10g} to {own.maximum:.10g}{state}"
