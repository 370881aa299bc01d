"""The rows of one day in titled cards, with the keyboard's way through them."""

from collections.abc import Callable, Collection, Mapping, Sequence
from typing import NamedTuple

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QGridLayout, QScrollArea, QVBoxLayout, QWidget

from heeldiary.domain.factor import Factor, Group
from heeldiary.domain.records import Answer
from heeldiary.ui.theme import Look
from heeldiary.ui.widgets.answer_row import AnswerRow
from heeldiary.ui.widgets.card import Card
from heeldiary.ui.widgets.folded import FoldedPart
from heeldiary.ui.widgets.note_field import NoteField

_COLUMNS_ABOVE = 640
_CLOSE = 4

PARTS = {
    Group.MOVEMENT: "movement",
    Group.BODY: "movement",
    Group.CARE: "care",
    Group.FOOD: "food",
    Group.SYMPTOMS: "symptoms",
    Group.OWN: "own",
}
"""The part that the rows of a group stand in; what is not here is always open."""

_ALWAYS_THERE = ("movement", "care", "food", "symptoms")
"""Parts whose heading stands there even when no row of theirs is asked."""


class _Section(NamedTuple):
    name: str
    groups: tuple[Group, ...]
    title: str
    remark: str


class AnswerSheet(QScrollArea):
    """Built for some factors; shows answers; tells what is answered, and where the keyboard is.

    The optional parts are folded: their rows are made when the part is opened.
    """

    given = Signal(object, object)
    """The factor, and the value, ``SKIPPED`` or None."""
    refused = Signal(str)
    row_entered = Signal(str)
    turned = Signal(str, bool)
    """A part, and whether the person opened it; its rows are there, not yet its answers."""

    def __init__(self, look: Look) -> None:
        super().__init__()
        self.look = look
        self.note = NoteField(look)
        self.weight_unit = "kg"
        """In which the row of the weight is shown when it is built."""
        self.rows: tuple[AnswerRow, ...] = ()
        self.parts: dict[str, FoldedPart] = {}
        self.makers: dict[str, Callable[[], QWidget]] = {}
        """What makes the widget that stands below the rows of a part; it is made once."""
        self._made: dict[str, QWidget] = {}
        self._factors: tuple[Factor, ...] = ()
        self._by_key: dict[str, AnswerRow] = {}
        self._short_rows: list[AnswerRow] = []
        self._columns = QGridLayout()
        self._head: QWidget | None = None
        self._above: QWidget | None = None
        self._between: QWidget | None = None
        self._cards: QVBoxLayout | None = None
        self._built: QWidget | None = None
        self._had = ""
        self.setObjectName("scroll")
        self.setWidgetResizable(True)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        if self._short_rows:
            self._fill_columns()

    def build(self, factors: Sequence[Factor], unfolded: Collection[str] = ()) -> None:
        """Make the rows of these factors, in their groups; of the parts only those unfolded.

        They are seen after ``show_built``: what is filled in before that is laid out only once.
        """
        self._had = self._had or self._with_keyboard()
        for kept in (self.note, *self._placed(), *self._made.values()):
            kept.setParent(None)
        sheet = QWidget()
        cards = QVBoxLayout(sheet)
        cards.setContentsMargins(0, 0, 8, 0)
        cards.setSpacing(12)
        self._factors = tuple(factors)
        self._by_key, self._short_rows, self.parts = {}, [], {}
        for section in self._sections():
            of_section = self._of(section)
            if section.name in PARTS.values():
                if of_section or section.name in _ALWAYS_THERE:
                    cards.addWidget(self._part(section, is_open=section.name in unfolded))
            elif of_section:
                cards.addWidget(self._card(section, of_section))
        cards.addWidget(self._note_card())
        cards.addStretch(1)
        self._built, self._cards = sheet, cards
        self._order_rows()
        self.put_head(self._head)
        self.put_above(self._above)
        self.put_between(self._between)

    def show_built(self) -> None:
        """Show what ``build`` made, in place of what was shown; the keyboard stays on its row."""
        if self._built is None:
            return
        self.setWidget(self._built)
        had, self._built, self._had = self._had, None, ""
        if had in self._by_key:
            self._by_key[had].focus()

    @property
    def is_built(self) -> bool:
        return self._cards is not None

    def put_head(self, widget: QWidget | None) -> None:
        """Show a widget over everything else; None when there is none."""
        if widget is not None and widget is self._head and widget.parent() is not None:
            return
        self._head = widget
        if widget is not None and self._cards is not None:
            self._cards.insertWidget(0, widget)

    def put_above(self, widget: QWidget | None) -> None:
        """Show a widget over the first card; None when there is none."""
        self._above = widget
        if widget is not None and self._cards is not None:
            self._cards.insertWidget(0 if self._head is None else 1, widget)
            widget.show()

    def put_between(self, widget: QWidget | None) -> None:
        """Show a widget before the first optional part; None when there is none."""
        if widget is not None and widget is self._between and widget.parent() is not None:
            return
        self._between = widget
        if widget is not None and self._cards is not None:
            first = min(self._cards.indexOf(part) for part in self.parts.values())
            self._cards.insertWidget(first, widget)

    def show_answers(
        self, answers: Mapping[str, Answer], previous: Mapping[str, float | None]
    ) -> None:
        for key, row in self._by_key.items():
            row.show_answer(answers.get(key), previous.get(key))

    def show_counts(self, answers: Mapping[str, Answer]) -> None:
        """Say beside the heading of each part how many of its rows are answered."""
        for section in self._sections():
            part = self.parts.get(section.name)
            if part is not None:
                part.heading.say(self._counted(section, answers))

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

    def turn(self, name: str, *, is_open: bool) -> None:
        """Open or fold a part where it stands."""
        part = self.parts[name]
        section = next(section for section in self._sections() if section.name == name)
        if is_open:
            part.open(self._body(section))
        else:
            for factor in self._of(section):
                self._by_key.pop(factor.key, None)
            if name == "food":
                self._short_rows = []
            if name in self._made:
                self._made[name].setParent(None)
            part.close_up()
        self._order_rows()

    def _with_keyboard(self) -> str:
        return next((row.factor.key for row in self.rows if row.field.hasFocus()), "")

    def _placed(self) -> list[QWidget]:
        """What others have put between the cards."""
        placed = (self._head, self._above, self._between)
        return [widget for widget in placed if widget is not None]

    def _sections(self) -> tuple[_Section, ...]:
        scale = self.tr("0 none, 10 the worst you can imagine")
        moving = (Group.MOVEMENT, Group.BODY)
        return (
            _Section("", (Group.MORNING,), self.tr("This morning"), ""),
            _Section("", (Group.PAIN,), self.tr("Worst pain today"), scale),
            _Section("", (Group.DAY,), self.tr("Over the day"), ""),
            _Section("movement", moving, self.tr("Movement and weight"), ""),
            _Section("care", (Group.CARE,), self.tr("Self-care"), ""),
            _Section("food", (Group.FOOD,), self.tr("Food and drink"), self.tr("servings today")),
            _Section("symptoms", (Group.SYMPTOMS,), self.tr("More symptoms"), ""),
            _Section("own", (Group.OWN,), self.tr("Your own rows"), ""),
        )

    def _of(self, section: _Section) -> list[Factor]:
        return [factor for factor in self._factors if factor.group in section.groups]

    def _counted(self, section: _Section, answers: Mapping[str, Answer]) -> str:
        asked = self._of(section)
        if not asked:
            return ""
        done = sum(factor.key in answers for factor in asked)
        return self.tr("{0} of {1} answered").format(done, len(asked))

    def _card(self, section: _Section, factors: Sequence[Factor]) -> Card:
        card = Card(self.look, section.title, section.remark)
        card.rows.setSpacing(_CLOSE)
        for factor in factors:
            card.add(self._new_row(factor))
        return card

    def _part(self, section: _Section, *, is_open: bool) -> FoldedPart:
        part = FoldedPart(self.look, section.name, section.title)
        part.turned.connect(self._turn)
        self.parts[section.name] = part
        if is_open:
            part.open(self._body(section))
        return part

    def _body(self, section: _Section) -> QWidget:
        """The rows of a part, and below them what else belongs to it."""
        body = QWidget()
        layout = QVBoxLayout(body)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(_CLOSE)
        rows = [self._new_row(factor) for factor in self._of(section)]
        if section.name == "food":
            self._short_rows = rows
            self._columns = QGridLayout()
            self._columns.setHorizontalSpacing(16)
            self._columns.setVerticalSpacing(2)
            layout.addLayout(self._columns)
            self._fill_columns()
        else:
            for row in rows:
                layout.addWidget(row)
        if section.name in self.makers and section.name not in self._made:
            self._made[section.name] = self.makers[section.name]()
        if section.name in self._made:
            layout.addWidget(self._made[section.name])
        return body

    def _turn(self, name: str, is_open: bool) -> None:
        self.commit()
        self.turn(name, is_open=is_open)
        self.turned.emit(name, is_open)

    def _order_rows(self) -> None:
        """The rows as they stand on the sheet, from top to bottom."""
        ordered = [factor for section in self._sections() for factor in self._of(section)]
        self.rows = tuple(self._by_key[f.key] for f in ordered if f.key in self._by_key)

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
        row = AnswerRow(factor, self.look, self.weight_unit)
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
