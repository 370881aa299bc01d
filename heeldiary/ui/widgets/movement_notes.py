"""What articles speak of and the diary shows: plain notes, each with its source and its switch."""

from collections.abc import Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QGridLayout, QLabel, QPushButton, QVBoxLayout, QWidget

from heeldiary.analysis.load_notes import NAMES, Note
from heeldiary.ui.theme import Look
from heeldiary.ui.widgets.button_row import button_row
from heeldiary.ui.widgets.card import Card
from heeldiary.ui.widgets.movement_words import note_titles


class NotesCard(Card):
    """Each note can be switched off; those that are off are named, to be switched on again."""

    turned = Signal(str, bool)
    """The name of a note, and whether it is to be shown."""

    def __init__(self, look: Look) -> None:
        super().__init__(look, self.tr("Notes"))
        about = QLabel(
            self.tr(
                "What articles speak of, beside what your diary shows. Sources disagree; none of "
                "it is advice."
            )
        )
        about.setObjectName("soft")
        about.setWordWrap(True)
        self.add(about)
        self.none = QLabel(self.tr("Nothing that was recorded gives a note just now."))
        self.add(self.none)
        self.switches: dict[str, QPushButton] = {}
        self._shown: tuple[object, ...] | None = None
        self._body: QWidget | None = None

    def show_notes(self, notes: Sequence[Note], off: Sequence[str]) -> None:
        """Show these notes, and name those that are switched off."""
        shown = (tuple(notes), tuple(off), self.look.text_percent, self.look.theme.name)
        if shown == self._shown:
            return
        self._shown = shown
        if self._body is not None:
            self._body.hide()
            self.rows.removeWidget(self._body)
            self._body.deleteLater()
        self.switches = {}
        self.none.setVisible(not notes)
        self._body = self._built(notes, [name for name in NAMES if name in off])
        self.add(self._body)

    def _built(self, notes: Sequence[Note], off: Sequence[str]) -> QWidget:
        body = QWidget()
        rows = QVBoxLayout(body)
        rows.setContentsMargins(0, 0, 0, 0)
        rows.setSpacing(self.look.px(10))
        lines = QGridLayout()
        lines.setHorizontalSpacing(16)
        lines.setVerticalSpacing(self.look.px(10))
        lines.setColumnStretch(0, 1)
        for place, note in enumerate(notes):
            lines.addWidget(self._words(note), place, 0)
            if note.name not in self.switches:
                button = self._switch(note.name, self.tr("Switch off"), is_on=True)
                lines.addWidget(button, place, 1, Qt.AlignmentFlag.AlignTop)
        rows.addLayout(lines)
        if off:
            rows.addWidget(self._off(off))
        return body

    def _words(self, note: Note) -> QLabel:
        """The sentence, and below it, softer, whose it is."""
        words = QLabel()
        words.setTextFormat(Qt.TextFormat.RichText)
        soft = self.look.color("text_soft").name()
        words.setText(
            f"{_escaped(note.sentence)}<br><span style='color:{soft}'>"
            f"{_escaped(self.tr('Source: {0}').format(note.source))}</span>"
        )
        words.setWordWrap(True)
        words.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        return words

    def _off(self, names: Sequence[str]) -> QWidget:
        label = QLabel(self.tr("Switched off; press to show again:"))
        label.setObjectName("soft")
        titles = note_titles()
        buttons = [self._switch(name, titles[name], is_on=False) for name in names]
        return button_row(self.look, label, *buttons)

    def _switch(self, name: str, text: str, *, is_on: bool) -> QPushButton:
        button = QPushButton(text)
        pattern = self.tr("Switch off: {0}") if is_on else self.tr("Show again: {0}")
        button.setAccessibleName(pattern.format(note_titles()[name]))
        button.setProperty("note", name)
        button.setProperty("shows", not is_on)
        button.clicked.connect(self._turn)
        self.switches[name] = button
        return button

    def _turn(self) -> None:
        sender = self.sender()
        assert sender is not None
        self.turned.emit(sender.property("note"), sender.property("shows"))


def _escaped(text: str) -> str:
    return text.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;")
