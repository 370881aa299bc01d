"""Apple Health's export (``export.xml``, or the zip that holds it): weight, sleep and workouts.

Such a file has gigabytes, nearly all of it steps and heart beats. It is streamed past expat in
pieces, and only what the diary has a place for is looked at twice.
"""

import lzma
import re
import zipfile
import zlib
from collections.abc import Callable, Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass, field
from datetime import datetime, timedelta
from math import isfinite
from pathlib import Path, PurePosixPath
from typing import IO
from xml.parsers import expat

from heeldiary.domain.days import day_of
from heeldiary.domain.refusal import Refused
from heeldiary.exchange.entries import Circumstances, Refusal, Row
from heeldiary.exchange.files import unreadable
from heeldiary.exchange.nights import Stretch, Stretches, hours_by_night
from heeldiary.exchange.weigh_ins import WeighIn, first_of_each_day, kilograms
from heeldiary.exchange.workouts import IMPACT, Workout, minutes_by_impact

_ROOT = b"<HealthData"
_PIECE = 1 << 20
_LAST_PIECE = True
_LONGEST_HEAD = 4 << 20
_LONGEST_TOKEN = 16 << 20
_PIECES_BETWEEN_REPORTS = 4
_MOST_COMPRESSED = 200
_SMALL = 64 << 20

# what no XML may hold, and what some devices' names bring along
_CONTROL = bytes(set(range(32)) - set(b"\t\n\r"))

_MOMENT = re.compile(r"((?:19|20)\d\d-\d\d-\d\d \d\d:\d\d:\d\d) ([+-]\d{4})", re.ASCII)
_NUMBER = re.compile(r"\d{1,15}(?:\.\d*)?(?:[eE][+-]?\d{1,3})?", re.ASCII)
_MINUTES = {"min": 1.0, "s": 1 / 60, "sec": 1 / 60, "hr": 60.0, "h": 60.0}

_WEIGHT = "HKQuantityTypeIdentifierBodyMass"
_SLEEP = "HKCategoryTypeIdentifierSleepAnalysis"
_SLEEP_STATE = "HKCategoryValueSleepAnalysis"
_ACTIVITY = "HKWorkoutActivityType"
_ASLEEP = frozenset({"Asleep", "AsleepUnspecified", "AsleepCore", "AsleepDeep", "AsleepREM"})
_NOT_ASLEEP = frozenset({"InBed", "Awake"})

_CUT_OFF = frozenset(
    expat.errors.codes[problem]
    for problem in (
        expat.errors.XML_ERROR_NO_ELEMENTS,
        expat.errors.XML_ERROR_UNCLOSED_TOKEN,
        expat.errors.XML_ERROR_PARTIAL_CHAR,
        expat.errors.XML_ERROR_UNCLOSED_CDATA_SECTION,
    )
)

_ZIP_FAULTS = (
    zipfile.BadZipFile,
    zlib.error,
    lzma.LZMAError,
    EOFError,
    NotImplementedError,
    UnicodeDecodeError,
)

_Attributes = Mapping[str, str]


class AppleHealth:
    """The format of the Health app's “Export All Health Data”."""

    name = "apple-health"
    title = "Apple Health"

    def recognises(self, head: bytes, path: Path) -> bool:
        if head.startswith(b"PK"):
            return _holds_an_export(path)
        return _ROOT in head or path.name.casefold() == "export.xml"

    def rows(self, path: Path, around: Circumstances) -> Iterator[Row]:
        found = _Found(around.clock.day_start_hour)
        with _opened(path) as (document, size):
            _read_through(document, size, found, around.progress)
        yield from found.refusals
        yield from first_of_each_day(found.weigh_ins, around.clock)
        yield from hours_by_night(found.stretches, around.clock)
        yield from minutes_by_impact(found.workouts, around.clock)


FORMAT = AppleHealth()


@dataclass(slots=True)
class _Found:
    """What the file says about weight, sleep and workouts, in the order of its lines."""

    day_start_hour: int
    weigh_ins: list[WeighIn] = field(default_factory=list)
    stretches: Stretches = field(default_factory=Stretches)
    workouts: list[Workout] = field(default_factory=list)
    refusals: list[Refusal] = field(default_factory=list)

    def take_weight(self, line: int, given: _Attributes) -> None:
        moment = _moment(given, "startDate")
        weight = kilograms(_number(given, "value"), _needed(given, "unit"))
        day = day_of(moment, self.day_start_hour)
        self.weigh_ins.append(WeighIn(line=line, day=day, moment=moment, kilograms=weight))

    def take_sleep(self, line: int, given: _Attributes) -> None:
        state = _needed(given, "value").removeprefix(_SLEEP_STATE)
        if state in _NOT_ASLEEP:
            return
        if state not in _ASLEEP:
            raise Refused(f"“{state}” is not a state of sleep that is known here.")
        start, end = _from_to(given)
        self.stretches.add(Stretch(line, given.get("sourceName", ""), start, end))

    def take_workout(self, line: int, given: _Attributes) -> None:
        activity = _needed(given, "workoutActivityType").removeprefix(_ACTIVITY)
        if activity not in IMPACT:
            raise Refused(f"“{activity}” is not known as an activity of low or of high impact.")
        unit = _needed(given, "durationUnit")
        if unit not in _MINUTES:
            raise Refused(f"A duration in “{unit}” is not understood; known are min, s and hr.")
        start, end = _from_to(given)
        self.workouts.append(
            Workout(
                line=line,
                day=day_of(start, self.day_start_hour),
                activity=activity,
                source=given.get("sourceName", ""),
                minutes=_number(given, "duration") * _MINUTES[unit],
                start=start,
                end=end,
            )
        )


def _read_through(
    document: IO[bytes], size: int, found: _Found, progress: Callable[[float], None] | None
) -> None:
    """Stream the whole document past the parser, or refuse it as a whole."""
    piece, lines_above, done = _from_root(document)
    parser = expat.ParserCreate()
    parser.StartElementHandler = _watch(parser, found, lines_above)
    given, pieces = 0, 0
    try:
        while piece:
            given += len(piece := piece.translate(None, _CONTROL))
            parser.Parse(piece)
            if given - parser.CurrentByteIndex > _LONGEST_TOKEN:
                raise Refused(_damaged(lines_above + parser.CurrentLineNumber))
            piece = document.read(_PIECE)
            done, pieces = done + len(piece), pieces + 1
            if progress and pieces % _PIECES_BETWEEN_REPORTS == 0:
                progress(min(done / size, 1.0))
        parser.Parse(b"", _LAST_PIECE)
    except expat.ExpatError as problem:
        if problem.code in _CUT_OFF:
            raise Refused("The file ends in the middle; nothing of it was taken.") from None
        raise Refused(_damaged(lines_above + problem.lineno)) from None


def _watch(
    parser: expat.XMLParserType, found: _Found, lines_above: int
) -> Callable[[str, _Attributes], None]:
    """What is called for every element: millions of times, so it says no at its first look."""
    takers = {_WEIGHT: found.take_weight, _SLEEP: found.take_sleep}

    def look(name: str, given: _Attributes) -> None:
        if name == "Record":
            take = takers.get(given.get("type", ""))
            if take is None:
                return
        elif name == "Workout":
            take = found.take_workout
        else:
            return
        line = lines_above + parser.CurrentLineNumber
        try:
            take(line, given)
        except Refused as refused:
            found.refusals.append(Refusal(line=line, reason=str(refused)))

    return look


def _from_root(document: IO[bytes]) -> tuple[bytes, int, int]:
    """The first piece from the root element on, the lines above it, and the bytes read.

    What stands above is a document type that iOS has been writing broken since version 16.
    """
    head = b""
    while (root := head.find(_ROOT)) < 0 and len(head) < _LONGEST_HEAD:
        piece = document.read(_PIECE)
        if not piece:
            break
        head += piece
    above = head if root < 0 else head[:root]
    if b"<!ENTITY" in above:
        raise Refused("The file declares entities, which no Health export does; it was not read.")
    if not head.strip():
        raise Refused("The file is empty; nothing was imported.")
    if root < 0:
        raise Refused("The file is not an export of Apple Health; nothing was imported.")
    return head[root:], above.count(b"\n"), len(head)


@contextmanager
def _opened(path: Path) -> Iterator[tuple[IO[bytes], int]]:
    """The document and its size, from the file itself or from inside the zip."""
    try:
        with path.open("rb") as file:
            if file.read(2) != b"PK":
                file.seek(0)
                yield file, path.stat().st_size
                return
            with zipfile.ZipFile(file) as archive:
                member = _export_inside(archive)
                with archive.open(member) as document:
                    yield document, member.file_size
    except OSError as error:
        raise unreadable(path, error) from None
    except _ZIP_FAULTS:
        raise Refused("The zip file is damaged; nothing of it was taken.") from None


def _export_inside(archive: zipfile.ZipFile) -> zipfile.ZipInfo:
    """The export in the archive; it is read where it is, nothing is ever unpacked to disk."""
    member = next((entry for entry in archive.infolist() if _is_export(entry.filename)), None)
    if member is None:
        raise Refused("There is no export.xml in the zip file; nothing was imported.")
    if member.flag_bits & 1:
        raise Refused("The zip file asks for a password; unpack it and import export.xml.")
    if member.file_size > max(_SMALL, member.compress_size * _MOST_COMPRESSED):
        raise Refused(
            "The zip file swells to more than any Health export does; nothing of it was taken."
        )
    return member


def _is_export(name: str) -> bool:
    """Whether it is the export: its name is translated on phones in other languages."""
    place = PurePosixPath(name)
    if place.is_absolute() or ".." in place.parts or place.suffix.casefold() != ".xml":
        return False
    in_its_folder = place.parent.name == "apple_health_export"
    return place.stem.casefold() == "export" or (
        in_its_folder and not place.stem.casefold().endswith("_cda")
    )


def _holds_an_export(path: Path) -> bool:
    try:
        with zipfile.ZipFile(path) as archive:
            return any(_is_export(name) for name in archive.namelist())
    except (OSError, *_ZIP_FAULTS):
        return path.name.casefold() == "export.zip"


def _damaged(line: int) -> str:
    return f"The file is damaged at line {line}; nothing of it was taken."


def _needed(given: _Attributes, name: str) -> str:
    text = given.get(name, "").strip()
    if not text:
        raise Refused(f"It has no “{name}”.")
    return text


def _number(given: _Attributes, name: str) -> float:
    text = _needed(given, name)
    number = float(text) if _NUMBER.fullmatch(text) else float("inf")
    if not isfinite(number):
        raise Refused(f"“{text[:60]}” is not a number.")
    return number


def _moment(given: _Attributes, name: str) -> datetime:
    """Local time with its offset, from ``2018-09-10 02:47:35 -0700``."""
    text = _needed(given, name)
    try:
        if not (found := _MOMENT.fullmatch(text)):
            raise ValueError
        return datetime.fromisoformat(found[1] + found[2])
    except ValueError:
        raise Refused(f"“{text[:60]}” is not a time with its offset.") from None


def _from_to(given: _Attributes) -> tuple[datetime, datetime]:
    start, end = _moment(given, "startDate"), _moment(given, "endDate")
    if end - start <= timedelta():
        raise Refused("It ends before it begins, or takes no time at all.")
    return start, end
