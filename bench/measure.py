"""Measuring two ways in turns, so that whatever else the machine does disturbs both alike."""

from collections.abc import Callable
from dataclasses import dataclass
from statistics import median
from time import perf_counter


@dataclass(frozen=True, slots=True, kw_only=True)
class Ratio:
    """One line of the table: ours against the bare baseline, and the limit."""

    what: str
    bare: float
    ours: float
    limit: float
    unit: str = "ms"

    @property
    def ratio(self) -> float:
        return self.ours / self.bare

    @property
    def holds(self) -> bool:
        return self.ratio <= self.limit


def in_turns(
    bare: Callable[[], float], ours: Callable[[], float], rounds: int
) -> tuple[float, float]:
    """The medians of both, measured alternately; the first round of each only warms up."""
    pairs = [(bare(), ours()) for _ in range(rounds + 1)][1:]
    return median(pair[0] for pair in pairs), median(pair[1] for pair in pairs)


def milliseconds(work: Callable[[], object]) -> float:
    begun = perf_counter()
    work()
    return (perf_counter() - begun) * 1_000
