"""What is seen in a table before anybody has said which column is what."""

from pathlib import Path

import pytest

from heeldiary.domain.answers import factors_of
from heeldiary.domain.refusal import Refused
from heeldiary.exchange.any_csv import DateReading
from heeldiary.exchange.findings import Findings, is_sure, look_at
from heeldiary.exchange.tables import read_table
from tests.builders import PlainDiary


@pytest.fixture
def found(tmp_path: Path) -> "Finder":
    return Finder(tmp_path / "table.csv")


class Finder:
    def __init__(self, path: Path) -> None:
        self._path = path

    def __call__(self, text: str) -> Findings:
        self._path.write_text(text, "utf-8")
        return look_at(read_table(self._path), factors_of(PlainDiary()))


def test_every_column_that_holds_dates_can_be_the_date(found: Finder) -> None:
    findings = found("Seen,Mood,Slept\n2022-03-05,4,2022-03-06\n")
    assert list(findings.dates) == ["Seen", "Slept"]
    assert findings.date_column == "Seen"


def test_a_table_without_any_date_is_refused(found: Finder) -> None:
    with pytest.raises(Refused, match="No column of the table holds dates"):
        found("Mood,Jaw\n4,5\n")


def test_a_table_is_asked_about_even_when_no_measure_is_known(found: Finder) -> None:
    findings = found("Date,Mood\n2022-03-05,4\n")
    assert (findings.suggested, findings.decimal) == (None, ".")


def test_commas_in_unknown_columns_leave_the_decimal_sign_open(found: Finder) -> None:
    assert found("Date;Mood\n2022-03-05;4,5\n").decimal is None


def test_known_names_are_suggested(found: Finder) -> None:
    findings = found("Date,Tiredness\n2022-03-05,4\n")
    assert findings.suggested is not None
    assert [target.factor for target in findings.suggested.targets] == ["fatigue"]


def test_examples_are_the_first_different_words_and_never_blanks(found: Finder) -> None:
    findings = found("Date,Mood\n2022-03-05,\n2022-03-06,4\n2022-03-07,4\n2022-03-08,5\n")
    assert findings.examples["Mood"] == ["4", "5"]


def test_a_long_example_is_cut(found: Finder) -> None:
    example = found(f"Date,Mood\n2022-03-05,{'word ' * 30}\n").examples["Mood"][0]
    assert len(example) == 41
    assert example.endswith("…")


def test_an_order_is_sure_when_it_fits_more_rows_than_any_other() -> None:
    day_first, month_first = DateReading("dmy", "", 5), DateReading("mdy", "", 3)
    assert is_sure([day_first])
    assert is_sure([day_first, month_first])
    assert not is_sure([day_first, DateReading("mdy", "", 5)])
