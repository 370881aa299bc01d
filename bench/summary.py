"""The summary of 3 months out of 40 years against the same out of 1 year, both as PDF."""

from pathlib import Path

from bench.measure import Ratio, in_turns, milliseconds
from heeldiary.domain.days import Span
from heeldiary.exchange.sample import SAMPLE_LAST_DAY
from heeldiary.host import paths
from heeldiary.storage.store import Store
from heeldiary.ui.printing import write_summary

_ROUNDS = 11
_SPAN = Span.ending(SAMPLE_LAST_DAY, 90)


def summary(young: Path, old: Path) -> list[Ratio]:
    target = young.with_name("summary.pdf")
    with Store.read(young) as of_a_year, Store.read(old) as of_a_life:

        def write(store: Store) -> float:
            return milliseconds(
                lambda: write_summary(store, _SPAN, SAMPLE_LAST_DAY, target, paths.resources())
            )

        bare, ours = in_turns(lambda: write(of_a_year), lambda: write(of_a_life), _ROUNDS)
    return [Ratio(what="summary, 3 months of 40 years", bare=bare, ours=ours, limit=1.3)]
