"""Which rows Today shows, in what order, and the rows of the owner's own."""

from collections.abc import Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QShortcut
from PySide6.QtWidgets import (
    QLineEdit,
    QListWidget,
    QListWidgetItem,
    QPushButton,
    QVBoxLayout,
    QWidget,
)

from heeldiary.domain.factor import Factor, Group
from heeldiary.domain.records import OwnFactor
from heeldiary.domain.rows import move_row, show_row
from heeldiary.ui.desk import Desk
from heeldiary.ui.theme import Look
from heeldiary.ui.widgets.button_row import button_row
from heeldiary.ui.widgets.notice import Notice
from heeldiary.ui.widgets.own_row_form import OwnRowForm
from heeldiary.ui.widgets.own_row_tools import OwnRowTools
from heeldiary.ui.widgets.tick_area import WideTick

_KEY = Qt.ItemDataRole.UserRole


class RowChooser(QWidget):
    """A list to tick and to move in; every change is written at once and can be undone."""

    to_be_seen = Signal(object)
    """A part of the chooser that was shown just now and may be out of sight."""

    def __init__(self, desk: Desk, look: Look) -> None:
        super().__init__()
        self.desk = desk
        self.look = look
        self.wanted = QLineEdit()
        self.wanted.setAccessibleName(self.tr("Find a row"))
        self.wanted.setPlaceholderText(self.tr("Find a row"))
        self.wanted.setClearButtonEnabled(True)
        self.list = QListWidget()
        self.list.setAccessibleName(self.tr("Rows of Today"))
        self.list.setItemDelegate(WideTick(self.list, look))
        self.up = QPushButton(self.tr("Move up"))
        self.down = QPushButton(self.tr("Move down"))
        self.up.setToolTip("Alt+Up")
        self.down.setToolTip("Alt+Down")
        # not the buttons' own: they would wait to be seen going down, and miss quick presses
        QShortcut("Alt+Up", self, self._move_up)
        QShortcut("Alt+Down", self, self._move_down)
        self.tools = OwnRowTools(desk, look)
        self.notice = Notice()
        self.form = OwnRowForm(desk, look)
        self.name, self.kind, self.unit = self.form.name, self.form.kind, self.form.unit
        self.add = self.form.add
        self._lay_out()

        self.wanted.textChanged.connect(self._find)
        self.list.itemChanged.connect(self._tick)
        self.list.currentItemChanged.connect(self._show_tools)
        self.up.clicked.connect(self._move_up)
        self.down.clicked.connect(self._move_down)
        for part in (self.tools, self.form):
            part.refused.connect(self._say)
        self.tools.said.connect(self._say)
        self.tools.done.connect(self._finish)
        self.tools.opened.connect(self.to_be_seen)
        self.form.added.connect(self._welcome)

    def refresh(self) -> None:
        """Show the rows as the diary has them; the chosen one stays chosen."""
        had = self._chosen()
        factors = self.desk.factors()
        rows = [factor for factor in factors.all() if not factors.is_retired(factor)]
        retired = [factor for factor in factors.all() if factors.is_retired(factor)]
        self.list.blockSignals(True)  # noqa: FBT003 - nothing is ticked by showing it
        self.list.clear()
        for groups, title in self._sections():
            self._add_section(title, [row for row in rows if row.group in groups])
        self._add_section(self.tr("Retired"), retired)
        places = range(self.list.count())
        keys = [self.list.item(place).data(_KEY) for place in places]
        if had is not None and had.key in keys:
            self.list.setCurrentRow(keys.index(had.key))
        self.list.blockSignals(False)  # noqa: FBT003
        self.list.setMinimumHeight(self.look.px(320))
        self._find()
        self._show_tools()

    def begin(self) -> None:
        """Put the keyboard where a row is looked for."""
        self.wanted.setFocus()

    def _add_section(self, title: str, rows: Sequence[Factor]) -> None:
        if not rows:
            return
        heading = QListWidgetItem(title)
        heading.setFlags(Qt.ItemFlag.NoItemFlags)
        heading.setFont(self.look.font(strong=True))
        heading.setForeground(self.look.color("text_soft"))
        self.list.addItem(heading)
        factors = self.desk.factors()
        for factor in rows:
            item = QListWidgetItem(factor.name)
            item.setData(_KEY, factor.key)
            item.setToolTip(factor.hint)
            if not factors.is_retired(factor):
                is_shown = factors.is_shown(factor)
                item.setCheckState(Qt.CheckState.Checked if is_shown else Qt.CheckState.Unchecked)
            self.list.addItem(item)

    def _sections(self) -> tuple[tuple[tuple[Group, ...], str], ...]:
        return (
            ((Group.MORNING,), self.tr("This morning")),
            ((Group.PAIN,), self.tr("Worst pain today")),
            ((Group.DAY,), self.tr("Over the day")),
            ((Group.MOVEMENT,), self.tr("Movement")),
            ((Group.BODY,), self.tr("Weight")),
            ((Group.CARE,), self.tr("Self-care")),
            ((Group.FOOD,), self.tr("Food and drink")),
            ((Group.SYMPTOMS,), self.tr("More symptoms")),
            ((Group.OWN,), self.tr("Your own rows")),
        )

    def _find(self) -> None:
        """Hide what does not hold the words that are looked for; headings of nothing go, too."""
        word = self.wanted.text().strip().casefold()
        is_heading_needed = False
        for place in reversed(range(self.list.count())):
            item = self.list.item(place)
            if item.data(_KEY) is None:
                item.setHidden(not is_heading_needed)
                is_heading_needed = False
                continue
            is_found = word in item.text().casefold()
            item.setHidden(not is_found)
            is_heading_needed = is_heading_needed or is_found

    def _tick(self, item: QListWidgetItem) -> None:
        shown = item.checkState() is Qt.CheckState.Checked
        choices = self.desk.diary.row_choices()
        factors = self.desk.factors()
        change = show_row(factors, choices, factors[item.data(_KEY)], shown=shown)
        if not self.desk.apply(change):
            self.refresh()  # the list showed the tick before it was written

    def _move_up(self) -> None:
        self._move(-1)

    def _move_down(self) -> None:
        self._move(1)

    def _move(self, by: int) -> None:
        factor = self._chosen()
        if factor is not None:
            choices = self.desk.diary.row_choices()
            self.desk.apply(move_row(self.desk.factors(), choices, factor, by))

    def _chosen(self) -> Factor | None:
        place = self.list.currentRow()
        key = None if place < 0 else self.list.item(place).data(_KEY)
        return None if key is None else self.desk.factors().get(key)

    def _finish(self) -> None:
        """Back to the list; what was refused before is no longer true."""
        self.notice.hide()
        self.list.setFocus()

    def _say(self, sentence: str) -> None:
        """Say it between the tools and the form, where the work is done."""
        self.notice.say(sentence)
        self.to_be_seen.emit(self.notice)

    def _welcome(self, rows: Sequence[OwnFactor]) -> None:
        """Choose and show the first of the new rows, and say that they are there."""
        self.wanted.clear()
        self._choose(rows[0].key)
        names = self.tr(" and ").join(f"“{row.name}”" for row in rows)
        self._say(self.tr("Row added: {0}. Today asks for it from now on.").format(names))

    def _choose(self, key: str) -> None:
        for place in range(self.list.count()):
            item = self.list.item(place)
            if item.data(_KEY) == key:
                self.list.setCurrentItem(item)
                self.list.scrollToItem(item)

    def _show_tools(self) -> None:
        chosen = self._chosen()
        own = None if chosen is None else self.desk.diary.find(OwnFactor.kind, chosen.key)
        self.tools.show_row(own if isinstance(own, OwnFactor) else None)

    def _lay_out(self) -> None:
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.addWidget(self.wanted)
        layout.addWidget(self.list)
        layout.addWidget(button_row(self.look, self.up, self.down))
        layout.addWidget(self.tools)
        layout.addWidget(self.notice)
        layout.addSpacing(8)
        layout.addWidget(self.form)
