"""A form for one record of any kind: its editors follow from what the fields hold."""

from collections.abc import Mapping, Sequence
from dataclasses import MISSING, fields
from typing import Any

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent, QShortcut
from PySide6.QtWidgets import (
    QFormLayout,
    QHBoxLayout,
    QLabel,
    QLineEdit,
    QPushButton,
    QScrollArea,
    QVBoxLayout,
    QWidget,
)

from heeldiary.domain.days import Clock
from heeldiary.domain.records import Record
from heeldiary.domain.refusal import Refused
from heeldiary.domain.shape import FieldShape, Holds, Within, shape_of
from heeldiary.ui import prompts
from heeldiary.ui.theme import Look
from heeldiary.ui.widgets.day_editor import DayEditor
from heeldiary.ui.widgets.form_editors import (
    ChoiceEditor,
    ClaimEditor,
    Editor,
    FormField,
    LineEditor,
    ListEditor,
    NrsEditor,
    NumberEditor,
    TicksEditor,
    TimeEditor,
)
from heeldiary.ui.wording import with_days

_NRS = Within(0, 10)


class RecordForm(QWidget):
    """Shows a record's fields and reads them. It keeps nothing itself.

    *Back* and Escape ask once before what was typed and is not kept goes; the page that hears
    ``left`` need not ask again: nothing counts as touched any more.
    """

    kept = Signal()
    """*Keep* was pressed, and every field can be read: see ``given``."""
    removed = Signal()
    left = Signal()
    """The person goes back, and what was typed and is not kept goes with it."""

    def __init__(
        self, look: Look, record_type: type[Record], lines: Sequence[FormField], clock: Clock
    ) -> None:
        super().__init__()
        self.look = look
        self._type, self._clock = record_type, clock
        self._lines = tuple(lines)
        shapes = shape_of(record_type).fields
        self.editors = {line.name: self._editor(line, shapes[line.name]) for line in lines}
        self._start: Mapping[str, object] = {}
        self._title = QLabel()
        self._title.setObjectName("heading")
        self._title.setTextFormat(Qt.TextFormat.PlainText)  # a name may look like markup
        self._wrong = QLabel()
        self._wrong.setTextFormat(Qt.TextFormat.PlainText)
        self._wrong.setObjectName("danger")
        self._wrong.setWordWrap(True)
        self.keep = QPushButton(self.tr("Keep"))
        self.keep.setObjectName("primary")
        self.back = QPushButton(self.tr("Back"))
        self.remove = QPushButton(self.tr("Remove"))
        self._form = QFormLayout()
        self._lay_out()

        self.keep.clicked.connect(self.try_to_keep)
        self.back.clicked.connect(self.leave)
        self.remove.clicked.connect(self.removed)
        QShortcut("Ctrl+Return", self, self.try_to_keep)
        for editor in self.editors.values():
            editor.touched.connect(self._show_what_fits)

    def begin(self, title: str, values: Mapping[str, Any], *, removable: bool = False) -> None:
        """Show these values under this title; fields that are not among them are empty."""
        self._title.setText(title)
        self._title.setFont(self.look.font(1.25, strong=True))
        self.remove.setVisible(removable)
        self._wrong.hide()
        for name, editor in self.editors.items():
            editor.show_value(values.get(name, self._default(name)))
        self._start = self._states()
        self._show_what_fits()
        next(iter(self.editors.values())).setFocus()

    @property
    def given(self) -> dict[str, Any]:
        """The fields as they stand, those not shown as if left out; Refused when one is wrong."""
        return {
            name: editor.value() if self._fits(name) else self._default(name)
            for name, editor in self.editors.items()
        }

    @property
    def is_touched(self) -> bool:
        """Whether something stands here that was not there when the form began."""
        return self._states() != self._start

    def say(self, sentence: str) -> None:
        """Say in the form what is wrong."""
        sentence = with_days(sentence)
        self._wrong.setText(sentence)
        self._wrong.setAccessibleName(sentence)
        self._wrong.show()

    def try_to_keep(self) -> None:
        """Tell that the record is to be kept, or say which field cannot be read."""
        try:
            _ = self.given
        except Refused as refusal:
            self.say(str(refusal))
            return
        self._wrong.hide()
        self.kept.emit()

    def leave(self) -> None:
        """Go back, if what was typed may go."""
        if self.is_touched and not prompts.ask(
            self,
            self.tr("Not kept yet"),
            self.tr("What you wrote here is not kept yet. Go back without it?"),
            self.tr("Go back without it"),
        ):
            return
        self._start = self._states()
        self.left.emit()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Enter in a line keeps, Escape goes back."""
        if event.key() == Qt.Key.Key_Escape:
            self.leave()
        elif event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and isinstance(
            self.focusWidget(), QLineEdit
        ):
            self.try_to_keep()
        else:
            super().keyPressEvent(event)

    def _editor(self, line: FormField, shape: FieldShape) -> Editor:
        editor = self._made(line, shape)
        editor.setAccessibleName(line.label)
        return editor

    def _made(self, line: FormField, shape: FieldShape) -> Editor:
        if line.editor is not None:
            return line.editor(line, shape, self.look)
        match shape.holds:
            case Holds.NUMBER if shape.within == _NRS and shape.may_be_none:
                return NrsEditor(line, self.look)
            case Holds.NUMBER | Holds.WHOLE:
                return NumberEditor(line, shape, self.look)
            case Holds.DAY:
                return DayEditor(line, shape, self.look, self._clock)
            case Holds.TIME:
                return TimeEditor(line, self._clock)
            case Holds.CLAIM:
                return ClaimEditor(line)
            case _:
                return _words(line, shape, self.look)

    def _default(self, name: str) -> Any:
        field = next(f for f in fields(self._type) if f.name == name)  # type: ignore[arg-type]
        return None if field.default is MISSING else field.default

    def _states(self) -> Mapping[str, object]:
        return {name: _state(editor) for name, editor in self.editors.items()}

    def _fits(self, name: str) -> bool:
        """Whether the field belongs to the words chosen in the one that it hangs on."""
        condition = next(line.shown_when for line in self._lines if line.name == name)
        if condition is None:
            return True
        other, words = condition
        return str(_state(self.editors[other])) in words

    def _show_what_fits(self) -> None:
        for name, editor in self.editors.items():
            self._form.setRowVisible(editor, self._fits(name))

    def _lay_out(self) -> None:
        self._form.setRowWrapPolicy(QFormLayout.RowWrapPolicy.WrapLongRows)
        self._form.setFieldGrowthPolicy(QFormLayout.FieldGrowthPolicy.AllNonFixedFieldsGrow)
        self._form.setLabelAlignment(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignTop)
        self._form.setVerticalSpacing(10)
        self._form.setHorizontalSpacing(16)
        for line in self._lines:
            editor = self.editors[line.name]
            label = QLabel(line.label)
            label.setBuddy(editor)
            self._form.addRow(label, editor)
        sheet = QWidget()
        sheet.setLayout(self._form)
        scroll = QScrollArea()
        scroll.setObjectName("scroll")
        scroll.setWidgetResizable(True)
        scroll.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        scroll.setWidget(sheet)
        foot = QHBoxLayout()
        for button in (self.keep, self.back):
            foot.addWidget(button)
        foot.addStretch(1)
        foot.addWidget(self.remove)
        page = QVBoxLayout(self)
        page.setContentsMargins(0, 0, 0, 0)
        page.addWidget(self._title)
        page.addWidget(scroll, 1)
        page.addWidget(self._wrong)
        page.addLayout(foot)


def _words(line: FormField, shape: FieldShape, look: Look) -> Editor:
    if shape.holds in (Holds.WORDS, Holds.NUMBERS):
        is_offered = line.words is not None
        return TicksEditor(line, shape, look) if is_offered else ListEditor(line)
    if shape.words is not None or line.words is not None:
        return ChoiceEditor(line, shape)
    return LineEditor(line)


def _state(editor: Editor) -> object:
    return editor.state()
