"""What an import would bring, told before anything is written: row by row, entry by entry."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from itertools import islice

from heeldiary.domain.days import Span
from heeldiary.domain.edits import Edit
from heeldiary.domain.factor import Factor
from heeldiary.domain.factors import Factors
from heeldiary.domain.records import DayNote, OwnFactor, Reading


@dataclass(frozen=True, slots=True, kw_only=True)
class RowSummary:
    """All that would come into one row of the diary; ``factor`` is empty but for answers."""

    kind: str
    factor: str
    added: int
    changed: int
    span: Span | None


def rows_after(edits: Iterable[Edit], factors: Factors) -> Mapping[str, Factor]:
    """The rows of the diary by key as they would be after the import."""
    told = (edit.record for edit in edits)
    own = {row.key: row.as_factor() for row in told if isinstance(row, OwnFactor)}
    return {factor.key: factor for factor in factors.all()} | own


def summarise(edits: Iterable[Edit]) -> Sequence[RowSummary]:
    """One summary a row of the diary, in the order in which the import tells them."""
    together: dict[tuple[str, str], list[Edit]] = {}
    for edit in edits:
        record = edit.record
        factor = record.factor if isinstance(record, Reading) else ""
        together.setdefault((record.kind, factor), []).append(edit)
    return [_summary(kind, factor, those) for (kind, factor), those in together.items()]


def first_entries(edits: Iterable[Edit], count: int) -> Sequence[Edit]:
    """The first answers and notes that the import would write."""
    entries = (edit for edit in edits if isinstance(edit.record, Reading | DayNote))
    return list(islice(entries, count))


def _summary(kind: str, factor: str, edits: Sequence[Edit]) -> RowSummary:
    days = [edit.record.day for edit in edits if isinstance(edit.record, Reading | DayNote)]
    added = sum(edit.before is None for edit in edits)
    return RowSummary(
        kind=kind,
        factor=factor,
        added=added,
        changed=len(edits) - added,
        span=Span(min(days), max(days)) if days else None,
    )
