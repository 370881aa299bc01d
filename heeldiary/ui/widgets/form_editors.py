"""The editors of a form: each shows and reads one field of a record, and tells when it is touched.

An editor never keeps anything: what stands in it is read when the form is kept.
"""

import re
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import (
    QCheckBox,
    QHBoxLayout,
    QLabel,
    QLineEdit,
    QPlainTextEdit,
    QPushButton,
    QWidget,
)

from heeldiary.domain.days import Clock, check_time
from heeldiary.domain.factor import Factor, Group, Kind
from heeldiary.domain.refusal import Refused
from heeldiary.domain.shape import FieldShape, Holds, Within
from heeldiary.ui.theme import Look
from heeldiary.ui.widgets.button_row import flow_row
from heeldiary.ui.widgets.cells import CellsField
from heeldiary.ui.widgets.form_lines import (
    FormChoice,
    FormLine,
    FormText,
    ShortLine,
    in_plain_figures,
)
from heeldiary.ui.wording import figure

_FARTHEST = 1e9
_BETWEEN = re.compile(r"\s*[:.\s]\s*")
"""What people type between the hour and the minutes."""
_TOLD = Qt.ItemDataRole.UserRole + 1
_SHOWN_DIGITS = 2
"""Decimals of a number shown in another unit than it is kept in."""


@dataclass(frozen=True, slots=True)
class FormField:
    """One line of a form: which field it is, and how a person reads it."""

    name: str
    label: str
    hint: str = ""
    unit: str = ""
    factor: float = 1.0
    """What is kept is what is shown times this: 1.609344 for kilometres shown as miles."""
    words: Mapping[str, str] | None = None
    """Names by word: of a StrEnum, of the ids of other records, or of what can be ticked."""
    is_free: bool = False
    """Whether other words than those can be typed."""
    lines: int = 1
    shown_when: tuple[str, frozenset[str]] | None = None
    """Another field of the form, and the words of it for which this one is shown."""
    editor: "Callable[[FormField, FieldShape, Look], Editor] | None" = None
    """What makes the editor, where its shape does not say enough."""


class Editor(QWidget):
    """Shows and reads one field; each kind says how. ``touched`` tells that it was changed."""

    touched = Signal()

    def show_value(self, value: Any) -> None:
        """Show what is recorded; None when nothing is."""

    def value(self) -> Any:
        """What stands here, or a refusal that names the field."""
        return None

    def state(self) -> object:
        """What stands here as it is, to tell whether it was touched."""
        return self.value()


class LineEditor(Editor):
    """A line, or several, of the person's own words."""

    def __init__(self, field: FormField) -> None:
        super().__init__()
        self._kept = self._shown = ""
        self.text: FormLine | FormText
        if field.lines > 1:
            self.text = FormText()
            self.text.setFixedHeight(self.fontMetrics().lineSpacing() * field.lines + 24)
        else:
            self.text = FormLine()
        _fill(self, self.text, is_wide=True)
        _name(self.text, field)
        self.text.textChanged.connect(self._touch)

    def show_value(self, value: Any) -> None:
        self._kept = value or ""
        self._show(self._kept)

    def value(self) -> str:
        """The words as they were recorded, to the last space, unless something was typed."""
        typed = self._typed()
        return self._kept if typed == self._shown else typed.strip()

    def state(self) -> object:
        return self._typed().strip()

    def _show(self, words: str) -> None:
        if isinstance(self.text, FormLine):
            self.text.setText(words)
        else:
            self.text.setPlainText(words)
        self._shown = self._typed()

    def _typed(self) -> str:
        if isinstance(self.text, FormLine):
            return self.text.text()
        return self.text.toPlainText()

    def _touch(self) -> None:
        self.touched.emit()


class ListEditor(LineEditor):
    """Several words in a line, with commas between them."""

    def __init__(self, field: FormField) -> None:
        super().__init__(field)
        self._words: tuple[str, ...] = ()

    def show_value(self, value: Any) -> None:
        self._words = tuple(value or ())
        self._show(", ".join(self._words))

    def value(self) -> tuple[str, ...]:  # type: ignore[override]
        typed = self._typed()
        if typed == self._shown:
            return self._words  # a word may hold a comma
        words = (word.strip() for word in typed.split(","))
        return tuple(word for word in words if word)


class NumberEditor(Editor):
    """A number with its unit; a decimal comma or point. Empty is not recorded."""

    def __init__(self, field: FormField, shape: FieldShape, look: Look) -> None:  # noqa: ARG002
        super().__init__()
        self._field, self._shape = field, shape
        within = shape.within or Within(-_FARTHEST, _FARTHEST)
        self._reads = Factor(
            key=field.name,
            name=field.label,
            group=Group.OWN,
            kind=Kind.COUNT if shape.holds is Holds.WHOLE else Kind.NUMBER,
            unit=field.unit,
            minimum=within.low / field.factor,
            maximum=within.high / field.factor,
        )
        self._kept: float | None = None
        self._shown = ""
        self.line = ShortLine(14, longest=20)
        _name(self.line, field, field.unit)
        unit = QLabel(field.unit)
        unit.setObjectName("soft")
        _fill(self, self.line, unit)
        self.line.textChanged.connect(self._touch)

    def show_value(self, value: Any) -> None:
        self._kept = value
        self._shown = ""
        if value is not None:
            shown = value / self._field.factor
            self._shown = figure(shown if self._field.factor == 1 else round(shown, _SHOWN_DIGITS))
        self.line.setText(self._shown)
        self._shown = self.line.text().strip()

    def value(self) -> float | int | None:
        text = self.line.text().strip()
        if text and text == self._shown:
            return self._kept  # not rounded by being shown
        if not text:
            if self._shape.may_be_none:
                return None
            raise Refused(f"“{self._field.label}” takes {self._reads.takes}.")
        read = self._reads.read(in_plain_figures(text)) * self._field.factor
        return int(read) if self._shape.holds is Holds.WHOLE else read

    def state(self) -> object:
        return self.line.text().strip()

    def _touch(self) -> None:
        self.touched.emit()


class NrsEditor(Editor):
    """Cells from 0 to 10; the chosen one pressed again, or Delete, takes the answer away."""

    def __init__(self, field: FormField, look: Look) -> None:
        super().__init__()
        scale = Factor(key=field.name, name=field.label, group=Group.OWN, hint=field.hint)
        self.cells = CellsField(scale, look)
        self._answer: float | None = None
        _fill(self, self.cells, is_wide=True)
        self.cells.setAccessibleName(field.label)
        self.cells.setToolTip(field.hint)
        self.setFocusProxy(self.cells)
        self.cells.given.connect(self._take)

    def show_value(self, value: Any) -> None:
        self._answer = value
        self.cells.show_answer(value, None)

    def value(self) -> float | None:
        return self._answer

    def _take(self, answer: Any) -> None:
        is_another = isinstance(answer, float | int) and answer != self._answer
        self.show_value(float(answer) if is_another else None)
        self.touched.emit()


class ChoiceEditor(Editor):
    """One of some words; *not recorded* is one of them where that may be."""

    def __init__(self, field: FormField, shape: FieldShape) -> None:
        super().__init__()
        self._shape, self._is_free = shape, field.is_free
        self.box = FormChoice()
        if field.is_free:
            self.box.let_type()
        named = field.words or {str(word): _worded(str(word)) for word in shape.words or ()}
        if (shape.may_be_none or shape.words is None) and not field.is_free:
            self.box.addItem(self.tr("not recorded"), "")
        for word, name in named.items():
            self.box.addItem(name, word)
        self.box.setSizeAdjustPolicy(FormChoice.SizeAdjustPolicy.AdjustToContents)
        _fill(self, self.box)
        _name(self.box, field)
        self.box.currentTextChanged.connect(self._touch)

    def show_value(self, value: Any) -> None:
        word = "" if value is None else str(value)
        self.box.removeItem(self.box.findData("earlier", _TOLD))  # of the record shown before
        place = self.box.findData(word)
        if place < 0 and word and not self._is_free:
            self.box.addItem(word, word)  # a word of earlier, which is not offered any more
            place = self.box.count() - 1
            self.box.setItemData(place, "earlier", _TOLD)
        self.box.setCurrentIndex(place if self._is_free or place >= 0 else 0)
        if self._is_free and place < 0:
            self.box.setEditText(word)

    def value(self) -> Any:
        word = self._word()
        if self._shape.words is not None:
            return self._shape.words(word) if word else None
        return None if not word and self._shape.may_be_none else word

    def state(self) -> object:
        return self._word()

    def _word(self) -> str:
        if not self._is_free:
            return str(self.box.currentData() or "")
        typed = self.box.currentText().strip()
        if typed == self.box.itemText(self.box.currentIndex()):
            return str(self.box.currentData() or "")
        place = self.box.findText(typed, Qt.MatchFlag.MatchFixedString)  # capitals or not
        return typed if place < 0 else str(self.box.itemData(place))

    def _touch(self) -> None:
        self.touched.emit()


class ClaimEditor(Editor):
    """Yes or no, as a tick."""

    def __init__(self, field: FormField) -> None:
        super().__init__()
        self.tick = QCheckBox(field.hint or field.label)
        _fill(self, self.tick)
        self.tick.setAccessibleName(field.label)
        self.tick.toggled.connect(self._touch)

    def show_value(self, value: Any) -> None:
        self.tick.setChecked(bool(value))

    def value(self) -> bool:
        return self.tick.isChecked()

    def _touch(self) -> None:
        self.touched.emit()


class TicksEditor(Editor):
    """Any number of words, each with its tick. A recorded word that is not offered stays."""

    def __init__(self, field: FormField, shape: FieldShape, look: Look) -> None:
        super().__init__()
        self._is_numbers = shape.holds is Holds.NUMBERS
        self._others: tuple[str, ...] = ()
        self._kept: tuple[Any, ...] = ()
        self._shown: list[str] = []
        self.ticks = {word: QCheckBox(name) for word, name in (field.words or {}).items()}
        flow_row(self, look, *self.ticks.values())
        for tick in self.ticks.values():
            tick.setAccessibleName(f"{field.label}: {tick.text()}")
            tick.toggled.connect(self._touch)

    def show_value(self, value: Any) -> None:
        self._kept = tuple(value or ())
        words = [str(word) for word in self._kept]
        self._others = tuple(word for word in words if word not in self.ticks)
        for word, tick in self.ticks.items():
            tick.setChecked(word in words)
        self._shown = self._chosen()

    def value(self) -> Any:
        chosen = self._chosen()
        if chosen == self._shown:
            return self._kept  # in the order in which it was recorded
        words: Sequence[str] = (*chosen, *self._others)
        return tuple(int(word) for word in words) if self._is_numbers else tuple(words)

    def _chosen(self) -> list[str]:
        return [word for word, tick in self.ticks.items() if tick.isChecked()]

    def _touch(self) -> None:
        self.touched.emit()


class TimeEditor(Editor):
    """A time of day, typed as 8:30, 8.30, 0830 or 8; *Now* fills it in."""

    def __init__(self, field: FormField, clock: Clock) -> None:
        super().__init__()
        self._label, self._clock = field.label, clock
        self.line = ShortLine(14, longest=8)
        self.line.setPlaceholderText("08:30")
        _name(self.line, field)
        self.now = QPushButton(self.tr("Now"))
        self.now.setAccessibleName(self.tr("{0}: now").format(field.label))
        _fill(self, self.line, self.now)
        self.line.textChanged.connect(self._touch)
        self.now.clicked.connect(self._fill_in_now)

    def show_value(self, value: Any) -> None:
        self.line.setText(value or "")

    def value(self) -> str:
        text = self.line.text().strip()
        return read_time(text, self._label) if text else ""

    def state(self) -> object:
        return self.line.text().strip()

    def _fill_in_now(self) -> None:
        self.line.setText(self._clock.now().strftime("%H:%M"))

    def _touch(self) -> None:
        self.touched.emit()


def read_time(text: str, label: str) -> str:
    """The time as ``08:30`` from the ways in which people type one, or a refusal."""
    hour, sign, minute = _BETWEEN.sub(":", in_plain_figures(text).strip()).partition(":")
    if not sign and len(hour) in (3, 4):
        hour, minute = hour[:-2], hour[-2:]
    try:
        return check_time(f"{hour.rjust(2 * bool(hour), '0')}:{minute or '00'}")
    except Refused:
        raise Refused(f"“{label}” takes a time of day such as 08:30, not “{text[:20]}”.") from None


def _worded(word: str) -> str:
    return word.replace("_", " ").capitalize()


def _name(widget: QWidget, field: FormField, unit: str = "") -> None:
    widget.setAccessibleName(f"{field.label} ({unit})" if unit else field.label)
    widget.setAccessibleDescription(field.hint)
    if isinstance(widget, QLineEdit | QPlainTextEdit) and field.hint:
        widget.setPlaceholderText(field.hint)


def _fill(editor: Editor, *parts: QWidget, is_wide: bool = False) -> None:
    row = QHBoxLayout(editor)
    row.setContentsMargins(0, 0, 0, 0)
    place = Qt.AlignmentFlag.AlignTop if is_wide else Qt.AlignmentFlag.AlignVCenter
    for part in parts:
        row.addWidget(part, int(is_wide), place)
    if not is_wide:
        row.addStretch(1)
    editor.setFocusProxy(parts[0])
    editor.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
