"""The catalogue of substances: what it holds, and how a name is found in it."""

import re
from collections.abc import Mapping

import pytest

from heeldiary.analysis.nsaid import NSAID_EQUIVALENTS
from heeldiary.domain.medicines import MedicineClass
from heeldiary.host.medicines import (
    Substance,
    find_substances,
    plain,
    read_substances,
    substance_named,
)
from tests.conftest import RESOURCES

_TABLE = [
    "ibuprofen", "naproxen", "ketoprofen", "flurbiprofen", "diclofenac", "indometacin",
    "etodolac", "aceclofenac", "piroxicam", "tenoxicam", "meloxicam", "celecoxib", "etoricoxib",
    "nimesulide", "sulfasalazine", "methotrexate", "adalimumab", "etanercept", "infliximab",
    "certolizumab", "golimumab", "secukinumab", "ixekizumab", "bimekizumab", "tofacitinib",
    "upadacitinib", "filgotinib", "methylprednisolone", "prednisolone", "prednisone",
    "triamcinolone", "paracetamol",
]  # fmt: skip


@pytest.fixture
def substances() -> Mapping[str, Substance]:
    return read_substances(RESOURCES)


def keys(found: tuple[Substance, ...]) -> list[str]:
    return [each.key for each in found]


def test_every_substance_of_the_table_of_codes_is_there(
    substances: Mapping[str, Substance],
) -> None:
    assert set(_TABLE) <= set(substances)


def test_the_equivalents_are_those_that_the_index_counts_with(
    substances: Mapping[str, Substance],
) -> None:
    written = {key: each.nsaid_equivalent for key, each in substances.items()}

    assert {key: mg for key, mg in written.items() if mg is not None} == NSAID_EQUIVALENTS


def test_only_anti_inflammatories_have_an_equivalent(substances: Mapping[str, Substance]) -> None:
    counted = [each for each in substances.values() if each.nsaid_equivalent is not None]

    assert {each.medicine_class for each in counted} == {MedicineClass.NSAID}


@pytest.mark.parametrize("key", ["methotrexate", "triamcinolone", "paracetamol", "phenylbutazone"])
def test_a_code_that_was_not_verified_is_not_there(
    key: str, substances: Mapping[str, Substance]
) -> None:
    assert substances[key].atc == ""


def test_the_codes_have_the_shape_of_their_systems(substances: Mapping[str, Substance]) -> None:
    atc = [each.atc for each in substances.values() if each.atc]
    rxnorm = [each.rxnorm for each in substances.values() if each.rxnorm]

    assert all(re.fullmatch(r"[A-Z]\d\d[A-Z]{2}\d\d", code) for code in atc)
    assert all(code.isdigit() for code in rxnorm)
    assert len(set(atc)) == len(atc)
    assert len(set(rxnorm)) == len(rxnorm)


@pytest.mark.parametrize(
    ("key", "atc"),
    [("bimekizumab", "L04AC21"), ("upadacitinib", "L04AF03"), ("naproxen", "M01AE02")],
)
def test_a_verified_code_is_there(key: str, atc: str, substances: Mapping[str, Substance]) -> None:
    assert substances[key].atc == atc


def test_the_catalogue_suggests_no_dose_and_no_schedule() -> None:
    written = (RESOURCES / "medicines.toml").read_text("utf-8")

    named = set(re.findall(r"^(\w+) =", written, re.MULTILINE))
    assert named == {
        "name", "also", "class", "atc", "rxnorm", "nsaid_equivalent", "forms", "routes", "unit",
    }  # fmt: skip


def test_substances_are_found_by_how_their_names_begin(
    substances: Mapping[str, Substance],
) -> None:
    assert keys(find_substances(substances, "NAP")) == ["naproxen"]


def test_an_accent_that_was_typed_does_not_matter(substances: Mapping[str, Substance]) -> None:
    assert keys(find_substances(substances, " Naproxén ")) == ["naproxen"]


@pytest.mark.parametrize("typed", ["pegol", "certolizumab p"])
def test_a_substance_is_found_by_any_word_of_its_name(
    typed: str, substances: Mapping[str, Substance]
) -> None:
    assert keys(find_substances(substances, typed)) == ["certolizumab"]


def test_a_substance_is_found_by_its_other_name(substances: Mapping[str, Substance]) -> None:
    assert keys(find_substances(substances, "acetamin")) == ["paracetamol"]


def test_the_end_of_a_name_finds_nothing(substances: Mapping[str, Substance]) -> None:
    assert find_substances(substances, "proxen") == ()


def test_nothing_typed_finds_all_by_name(substances: Mapping[str, Substance]) -> None:
    names = [each.name for each in find_substances(substances, "")]

    assert len(names) == len(substances)
    assert names == sorted(names)


@pytest.mark.parametrize(
    ("name", "key"), [("naproxen", "naproxen"), ("INDOMETHACIN", "indometacin")]
)
def test_a_whole_name_is_known(name: str, key: str, substances: Mapping[str, Substance]) -> None:
    found = substance_named(substances, name)

    assert found is not None
    assert found.key == key


def test_half_a_name_is_not_known(substances: Mapping[str, Substance]) -> None:
    assert substance_named(substances, "napro") is None


def test_plain_text_has_no_capitals_and_no_accents() -> None:
    assert plain("Étoricoxib Straße") == "etoricoxib strasse"
