import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QColor, QFont, QFontDatabase, QImage, QPainter

from heeldiary.domain.refusal import Refused
from heeldiary.ui.canvas import Canvas
from heeldiary.ui.theme import Look

LIGATURES = ("liga", "clig", "dlig", "calt")


def test_a_text_that_has_room_keeps_its_size(look: Look) -> None:
    assert Canvas().fitting("26 of 28", 9, 100) == 9


def test_a_text_that_has_none_is_set_smaller_until_it_fits(look: Look) -> None:
    canvas = Canvas()
    size = canvas.fitting("60 to all day", 11, 40, strong=True)

    assert canvas.width("60 to all day", size, strong=True) <= 40


def test_letters_never_shrink_out_of_sight(look: Look) -> None:
    assert Canvas().fitting("much too long for this", 9, 1) == 5


def test_a_paragraph_breaks_at_spaces_and_loses_no_word(look: Look) -> None:
    words = "the longest run of words that will never stand on one line"
    lines = Canvas().wrapped(words, 9, 80)

    assert len(lines) > 2
    assert " ".join(lines) == words


def test_a_word_wider_than_the_column_stands_alone(look: Look) -> None:
    assert Canvas().wrapped("a rheumatologist", 9, 1) == ["a", "rheumatologist"]


def test_a_paragraph_ends_below_its_last_line(look: Look) -> None:
    canvas = Canvas(scale=0.5)

    assert canvas.paragraph(0, 10, "one line", 9, 200) == 10 + canvas.leading(9)


def test_a_canvas_without_a_painter_only_measures(look: Look) -> None:
    canvas = Canvas()
    canvas.text(0, 0, "nothing is drawn", 9)
    canvas.rule(0, 10, 5, QColor("black"))

    assert canvas.width("nothing is drawn", 9) > 0


def test_a_canvas_with_a_painter_draws(look: Look) -> None:
    image = QImage(400, 400, QImage.Format.Format_RGB32)
    image.fill(Qt.GlobalColor.white)
    painter = QPainter(image)
    canvas = Canvas(painter)
    canvas.text(2, 2, "28", 20, strong=True)
    canvas.rule(0, 40, 39, QColor("black"), 2)
    painter.end()

    dark = [
        (x, y) for x in range(0, 400, 4) for y in range(400) if image.pixelColor(x, y).red() < 99
    ]
    assert min(y for _, y in dark) < 200
    assert max(y for _, y in dark) >= 380


@pytest.mark.parametrize("feature", LIGATURES)
def test_words_are_set_without_ligatures(look: Look, feature: str) -> None:
    assert Canvas().font(9).featureValue(QFont.Tag(feature)) == 0


def test_without_the_programs_font_nothing_is_written(
    look: Look, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(QFontDatabase, "families", list)

    with pytest.raises(Refused, match="font is missing"):
        Canvas()
