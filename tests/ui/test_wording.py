"""Days and long words as they are read on screen."""

import pytest
from PySide6.QtGui import QTextDocument

from heeldiary.ui.wording import breakable, plain_tip, say_date, with_days
from tests.builders import MON


@pytest.mark.usefixtures("in_english")
def test_a_date_is_short_and_has_its_year() -> None:
    assert say_date(MON) == "16 Nov 2026"


@pytest.mark.parametrize("text", ["", "a short word", "x" * 23])
def test_short_words_are_left_alone(text: str) -> None:
    assert breakable(text) == text


def test_a_long_word_can_be_broken_and_stays_the_same_to_the_eye() -> None:
    path = "/home/somebody/" + "x" * 60
    assert max(map(len, breakable(path).split("\u200b"))) == 12
    assert breakable(path).replace("\u200b", "") == path


@pytest.mark.parametrize("text", ["<b>bold</b>", "a < b & c", "2 &lt; 3", "two\nlines"])
def test_a_tooltip_shows_the_words_as_they_are(text: str) -> None:
    shown = QTextDocument()
    shown.setHtml(plain_tip(text))
    assert shown.toPlainText() == text


def test_no_words_are_no_tooltip() -> None:
    assert plain_tip("") == ""


@pytest.mark.usefixtures("in_english")
@pytest.mark.parametrize(
    ("sentence", "said"),
    [
        ("Low back cleared on 2026-11-19", "Low back cleared on 19 Nov 2026"),
        ("From 2026-11-01 to 2026-11-09.", "From 1 Nov 2026 to 9 Nov 2026."),
        ("2026-13-45 stays", "2026-13-45 stays"),
        ("Write it as in, for example 2026-11-20.", "Write it as in, for example 2026-11-20."),
    ],
)
def test_days_in_sentences_are_said_as_everywhere(sentence: str, said: str) -> None:
    assert with_days(sentence) == said
