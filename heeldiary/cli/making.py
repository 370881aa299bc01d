"""sample and export: a diary made up, and a diary written out."""

from argparse import Namespace
from collections.abc import Iterator
from itertools import islice
from pathlib import Path

from heeldiary.cli import speech
from heeldiary.cli.outputs import checked_target
from heeldiary.cli.surroundings import Surroundings
from heeldiary.domain.days import Clock
from heeldiary.domain.edits import Change, Edit
from heeldiary.domain.records import Record
from heeldiary.exchange.files import write_text_file
from heeldiary.exchange.own_csv import write_folder, write_long
from heeldiary.exchange.own_json import write_json
from heeldiary.exchange.sample import SAMPLE_LAST_DAY, sample_records
from heeldiary.storage.store import Store

_TOGETHER = 20_000
"""Records written at once: a diary of many years does not have to fit into memory."""


def sample_command(asked: Namespace, around: Surroundings) -> None:
    """Make up a diary where nothing is yet; the same seed gives the same bytes of export."""
    last_day = around.day(asked.until) if asked.until else SAMPLE_LAST_DAY
    records = sample_records(years=asked.years, seed=asked.seed, last_day=last_day)
    with around.made(asked.out) as store:
        _keep(records, store, around.clock)
        span = store.recorded_span()
        assert span is not None
        days = len(store.days_recorded(span))
    speech.say(
        f"Made “{asked.out}”, an invented diary: {days} of {len(span)} days are recorded, "
        f"{span.first} to {span.last}."
    )


def export_command(asked: Namespace, around: Surroundings) -> None:
    """Write everything; a file that stands there is replaced once the new one is whole."""
    out = Path(asked.out)
    with around.reading(asked.diary) as store:
        if asked.format == "csv" and (out.is_dir() or asked.out.endswith("/")):
            write_folder(store, out)
        else:
            write = write_json if asked.format == "json" else write_long
            write_text_file(checked_target(out), write(store))
    speech.say(f"Wrote “{asked.out}”.")


def _keep(records: Iterator[Record], store: Store, clock: Clock) -> None:
    while edits := tuple(Edit(None, record) for record in islice(records, _TOGETHER)):
        store.apply(Change(label="Invented days", edits=edits), clock.now())
