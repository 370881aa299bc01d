"""What Trends lays on one time axis: the ready-made sets, and panels for any choice of lines."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

from heeldiary.analysis.line_source import LineSource
from heeldiary.analysis.medicine_lines import NSAID_INDEX
from heeldiary.analysis.score_lines import SCORE_MARK
from heeldiary.analysis.trend_lines import FOOD_SCORE, Lines
from heeldiary.analysis.trend_panels import Frame, Level, Panel
from heeldiary.analysis.weight_levels import WEIGHT, weight_levels
from heeldiary.domain.days import Span
from heeldiary.domain.diary import Diary
from heeldiary.domain.factors import Factors
from heeldiary.domain.refusal import Refused


@dataclass(frozen=True, slots=True, kw_only=True)
class TrendSet:
    """A ready-made choice of lines; ``key`` is its word on the command line."""

    key: str
    name: str
    lines: tuple[str, ...]


_PAINS = ("worst_heel_left", "worst_heel_right", "low_back")
_SCORES = (
    *("basdai_app", "basdai_clinic", "basfi"),
    *("asdas_crp", "asdas_esr", "asdas_crp_clinic", "asdas_esr_clinic"),
    *("crp", "esr"),
)

TREND_SETS = (
    TrendSet(
        key="pain_and_stiffness",
        name="Pain and stiffness",
        lines=(*_PAINS, "night_pain", "stiffness_minutes", "stiffness_severity"),
    ),
    TrendSet(
        key="pain_and_food",
        name="Pain and food",
        lines=(*_PAINS, FOOD_SCORE, "foods_to_include", "foods_to_limit"),
    ),
    TrendSet(
        key="pain_and_exercise",
        name="Pain and exercise",
        lines=(*_PAINS, "high_impact_minutes", "low_impact_minutes"),
    ),
    TrendSet(key="pain_and_weight", name="Pain and weight", lines=(*_PAINS, "weight")),
    TrendSet(
        key="pain_and_medicines",
        name="Pain and medicines",
        lines=(*_PAINS, "stiffness_minutes", NSAID_INDEX),
    ),
    TrendSet(
        key="scores_and_labs",
        name="Scores and labs",
        lines=(*_PAINS, *(SCORE_MARK + key for key in _SCORES)),
    ),
)


def find_set(name: str) -> TrendSet:
    """The ready-made set with this key or readable name, in any case; or a refusal."""
    wanted = name.strip().casefold()
    for known in TREND_SETS:
        if wanted in (known.key, known.name.casefold()):
            return known
    names = ", ".join(known.key for known in TREND_SETS)
    raise Refused(f"There is no set of trends called “{name}”; there are: {names}.")


def chosen_lines(lines: Lines, choice: str | Sequence[str]) -> list[LineSource]:
    """The lines of a set that the diary has, or all of these; refuses an unknown name or key."""
    if not isinstance(choice, str):
        return [lines[key] for key in dict.fromkeys(choice)]
    known = (lines.get(key) for key in find_set(choice).lines)
    return [source for source in known if source is not None]


def build_panels(
    diary: Diary, factors: Factors, choice: str | Sequence[str], span: Span
) -> tuple[Panel, ...]:
    """The panels of a ready-made set (its name) or of any lines (their keys), over the span.

    Lines that share a scale share a panel, four at most; minutes, counts, weight and the like have
    a panel each. Panels come in the order of their first lines. Of a set, the scores and
    medicines that the diary does not have are left out. Refuses an unknown name or key.
    """
    lines = Lines(diary, factors)
    framed: dict[Frame, list[LineSource]] = {}
    for source in chosen_lines(lines, choice):
        framed.setdefault(source.frame, []).append(source)
    levels = weight_levels(diary) if any(_holds_weight(each) for each in framed.values()) else ()
    return tuple(
        _panel(frame, some, levels if _holds_weight(some) else (), span)
        for frame, together in framed.items()
        for some in _batches(together, frame.room)
    )


def _panel(
    frame: Frame, sources: Sequence[LineSource], levels: tuple[Level, ...], span: Span
) -> Panel:
    return Panel(
        title=frame.title if len(sources) > 1 else sources[0].name,
        unit=frame.unit,
        minimum=frame.minimum,
        maximum=frame.maximum,
        style=frame.style,
        lines=tuple(source.line(span) for source in sources),
        levels=levels,
    )


def _holds_weight(sources: Iterable[LineSource]) -> bool:
    return any(source.key == WEIGHT for source in sources)


def _batches(sources: Sequence[LineSource], room: int) -> Iterator[Sequence[LineSource]]:
    """As few panels as have room, none of them with a lonely rest."""
    count = -(-len(sources) // room)
    for place in range(count):
        yield sources[place * len(sources) // count : (place + 1) * len(sources) // count]
