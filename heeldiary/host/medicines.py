"""Reads the catalogue of substances: their names, classes and codes. It suggests no dose."""

from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from pathlib import Path

from heeldiary.domain.medicines import Form, MedicineClass, Route

CATALOGUE = "medicines.toml"


@dataclass(frozen=True, slots=True, kw_only=True)
class Substance:
    """What is known of one substance, whoever makes it."""

    key: str
    name: str
    also: tuple[str, ...]
    """Other names of the same substance."""
    medicine_class: MedicineClass
    forms: tuple[Form, ...]
    routes: tuple[Route, ...]
    unit: str
    atc: str
    """Empty where no verified code is known."""
    rxnorm: str
    """The code of the ingredient; empty where no verified one is known."""
    nsaid_equivalent: float | None
    """mg a day that count as 100 in the index of NSAID intake; None where none is published."""


@cache
def read_substances(folder: Path) -> Mapping[str, Substance]:
    """The substances by key, in order of their names; read once."""
    import tomllib

    with (folder / CATALOGUE).open("rb") as file:
        found = [_substance(key, entry) for key, entry in tomllib.load(file).items()]
    return {each.key: each for each in sorted(found, key=_name)}


def find_substances(substances: Mapping[str, Substance], typed: str) -> tuple[Substance, ...]:
    """The substances of which a name, or a word of it, begins with what was typed.

    Capitals and accents do not matter. Nothing typed finds all of them.
    """
    wanted = " ".join(plain(typed).split())
    return tuple(each for each in substances.values() if _begins(each, wanted))


def substance_named(substances: Mapping[str, Substance], name: str) -> Substance | None:
    """The substance that has exactly this name, or None."""
    wanted = " ".join(plain(name).split())
    named = (each for each in substances.values() if wanted in map(plain, (each.name, *each.also)))
    return next(named, None)


def plain(text: str) -> str:
    """The text in small letters without accents."""
    from unicodedata import combining, normalize

    apart = normalize("NFKD", text.casefold())
    return "".join(letter for letter in apart if not combining(letter))


def _begins(substance: Substance, wanted: str) -> bool:
    names = [plain(name) for name in (substance.name, *substance.also)]
    words = [word for name in names for word in name.split()]
    return any(word.startswith(wanted) for word in (*names, *words))


def _substance(key: str, entry: Mapping[str, object]) -> Substance:
    equivalent = entry.get("nsaid_equivalent")
    return Substance(
        key=key,
        name=str(entry["name"]),
        also=_words(entry.get("also", [])),
        medicine_class=MedicineClass(str(entry["class"])),
        forms=tuple(Form(word) for word in _words(entry["forms"])),
        routes=tuple(Route(word) for word in _words(entry["routes"])),
        unit=str(entry["unit"]),
        atc=str(entry.get("atc", "")),
        rxnorm=str(entry.get("rxnorm", "")),
        nsaid_equivalent=float(equivalent) if isinstance(equivalent, int | float) else None,
    )


def _words(entry: object) -> tuple[str, ...]:
    assert isinstance(entry, list)
    return tuple(str(word) for word in entry)


def _name(substance: Substance) -> str:
    return plain(substance.name)
