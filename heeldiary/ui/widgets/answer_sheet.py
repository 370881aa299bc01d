"""The rows of one day in titled cards, with the keyboard's way through them."""

from collections.abc import Mapping, Sequence
from typing import NamedTuple

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QGridLayout, QScrollArea, QVBoxLayout, QWidget

from heeldiary.domain.factor import Factor, Group
from heeldiary.domain.records import Answer
from heeldiary.ui.theme import Look
from heeldiary.ui.widgets.answer_row import AnswerRow
from heeldiary.ui.widgets.card import Card
from heeldiary.ui.widgets.note_field import NoteField

_COLUMNS_ABOVE = 640
_CLOSE = 4


class _Section(NamedTuple):
    groups: tuple[Group, ...]
    title: str
    remark: str


class AnswerSheet(QScrollArea):
    """Built for some factors; shows answers; tells what is answered, and where the keyboard is."""

    given = Signal(object, object)
    """The factor, and the value, ``SKIPPED`` or None."""
    refused = Signal(str)
    row_entered = Signal(str)

    def __init__(self, look: Look) -> None:
        super().__init__()
        self.look = look
        self.note = NoteField(look)
        self.rows: tuple[AnswerRow, ...] = ()
        self._by_key: dict[str, AnswerRow] = {}
        self._short_rows: list[AnswerRow] = []
        self._columns = QGridLayout()
        self._above: QWidget | None = None
        self._cards: QVBoxLayout | None = None
        self.setObjectName("scroll")
        self.setWidgetResizable(True)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        if self._short_rows:
            self._fill_columns()

    def build(self, factors: Sequence[Factor]) -> None:
        """Make the rows of these factors, in their groups."""
        had = next((row.factor.key for row in self.rows if row.field.hasFocus()), "")
        for kept in (self.note, self._above):
            if kept is not None:
                kept.setParent(None)
        sheet = QWidget()
        cards = QVBoxLayout(sheet)
        cards.setContentsMargins(0, 0, 8, 0)
        cards.setSpacing(12)
        self._by_key, self._short_rows = {}, []
        for section in self._sections():
            of_section = [factor for factor in factors if factor.group in section.groups]
            if of_section:
                cards.addWidget(self._card(section, of_section))
        self.rows = tuple(self._by_key.values())
        cards.addWidget(self._note_card())
        cards.addStretch(1)
        self.setWidget(sheet)
        self._cards = cards
        self.put_above(self._above)
        if had in self._by_key:
            self._by_key[had].focus()

    def put_above(self, widget: QWidget | None) -> None:
        """Show a widget over the first card; None when there is none."""
        self._above = widget
        if widget is not None and self._cards is not None:
            self._cards.insertWidget(0, widget)
            widget.show()

    def show_answers(
        self, answers: Mapping[str, Answer], previous: Mapping[str, float | None]
    ) -> None:
        for key, row in self._by_key.items():
            row.show_answer(answers.get(key), previous.get(key))

    def row(self, key: str) -> AnswerRow | None:
        return self._by_key.get(key)

    def enter(self, row: AnswerRow) -> None:
        """Put the keyboard on a row and bring it into sight."""
        row.focus()
        self.ensureWidgetVisible(row, 0, self.look.px(60))

    def enter_first(self) -> None:
        """Put the keyboard on the first row that is not answered yet."""
        open_rows = [row for row in self.rows if not row.is_answered]
        if self.rows:
            self.enter((open_rows or list(self.rows))[0])

    def commit(self) -> None:
        """Give what was typed and not yet given."""
        for row in self.rows:
            row.field.commit()
        self.note.commit()

    def _sections(self) -> tuple[_Section, ...]:
        scale = self.tr("0 none, 10 the worst you can imagine")
        return (
            _Section((Group.MORNING,), self.tr("This morning"), ""),
            _Section((Group.PAIN,), self.tr("Worst pain today"), scale),
            _Section((Group.DAY,), self.tr("Over the day"), ""),
            _Section((Group.MOVEMENT, Group.BODY), self.tr("Movement and weight"), ""),
            _Section((Group.FOOD,), self.tr("Food and drink"), self.tr("servings today")),
            _Section((Group.OWN,), self.tr("Your own rows"), ""),
        )

    def _card(self, section: _Section, factors: Sequence[Factor]) -> Card:
        card = Card(self.look, section.title, section.remark)
        rows = [self._new_row(factor) for factor in factors]
        if Group.FOOD in section.groups:
            self._short_rows = rows
            self._columns = QGridLayout()
            self._columns.setHorizontalSpacing(16)
            self._columns.setVerticalSpacing(2)
            card.rows.addLayout(self._columns)
            self._fill_columns()
        else:
            card.rows.setSpacing(_CLOSE)
            for row in rows:
                card.add(row)
        return card

    def _fill_columns(self) -> None:
        """The short rows stand in two columns where there is room."""
        columns = 2 if self.width() >= self.look.px(_COLUMNS_ABOVE) else 1
        height = -(-len(self._short_rows) // columns)
        for place, row in enumerate(self._short_rows):
            self._columns.addWidget(row, place % height, place // height)

    def _note_card(self) -> Card:
        card = Card(self.look, self.tr("Note"))
        card.add(self.note)
        return card

    def _new_row(self, factor: Factor) -> AnswerRow:
        row = AnswerRow(factor, self.look)
        self._by_key[factor.key] = row
        row.given.connect(self.given)
        row.refused.connect(self.refused)
        row.left.connect(self._enter_beside)
        row.entered.connect(self.row_entered)
        return row

    def _enter_beside(self, row: AnswerRow, by: int) -> None:
        place = self.rows.index(row) + by
        if 0 <= place < len(self.rows):
            self.enter(self.rows[place])
        elif place == len(self.rows):
            self.note.setFocus(Qt.FocusReason.TabFocusReason)
            self.ensureWidgetVisible(self.note)
