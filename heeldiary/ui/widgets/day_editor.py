"""A day in a form: typed, stepped, or chosen in a calendar."""

import re
from contextlib import suppress
from datetime import date, timedelta
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QDate, QLocale, Qt
from PySide6.QtWidgets import QHBoxLayout, QMenu, QPushButton

from heeldiary.domain.days import Clock, read_day
from heeldiary.domain.refusal import Refused
from heeldiary.domain.shape import FieldShape
from heeldiary.ui.theme import Look
from heeldiary.ui.widgets.form_editors import Editor, FormField
from heeldiary.ui.widgets.form_lines import ShortLine
from heeldiary.ui.wording import say_date

if TYPE_CHECKING:  # made when it is first asked for
    from PySide6.QtWidgets import QCalendarWidget


_FIGURES = 15
"""As wide as these, a line has room for the longest names of months."""


class DayEditor(Editor):
    """One day. An optional one may be left empty, for *not known* or *goes on*."""

    def __init__(self, field: FormField, shape: FieldShape, look: Look, clock: Clock) -> None:  # noqa: ARG002
        super().__init__()
        self._label, self._may_be_none = field.label, shape.may_be_none
        self._clock = clock
        self._kept: date | None = None  # what stands here while nothing is typed
        self.line = ShortLine(_FIGURES, longest=40)
        self.line.setAccessibleName(field.label)
        self.line.setAccessibleDescription(field.hint)
        self.line.setPlaceholderText(field.hint if shape.may_be_none else "")
        self.earlier = self._step_button("‹", self.tr("{0}: the day before"))
        self.later = self._step_button("›", self.tr("{0}: the day after"))
        self.calendar = QPushButton(self.tr("Calendar"))
        self.calendar.setAccessibleName(self.tr("{0}: calendar").format(field.label))
        # as a child of the editor it would break the order of the keyboard: Tab never left it
        self._menu = QMenu(self.calendar)
        self.calendar.setMenu(self._menu)
        self._dates: QCalendarWidget | None = None

        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        for part in (self.earlier, self.line, self.later, self.calendar):
            row.addWidget(part)
        row.addStretch(1)
        self.setFocusProxy(self.line)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)

        self.line.textChanged.connect(self._touch)
        self.earlier.clicked.connect(self._go_back)
        self.later.clicked.connect(self._go_on)
        self._menu.aboutToShow.connect(self.fill_menu)

    def show_value(self, value: Any) -> None:
        self._kept = value
        self.line.setText("" if value is None else say_date(value))

    def value(self) -> date | None:
        text = self.line.text().strip()
        if not text and self._may_be_none:
            return None
        if self._kept is not None and text == say_date(self._kept):
            return self._kept
        return read_typed_day(text, self._label)

    def state(self) -> object:
        return self.line.text().strip()

    def fill_menu(self) -> "QCalendarWidget":
        """The calendar of the menu, on the day that stands here."""
        from PySide6.QtWidgets import QCalendarWidget, QWidgetAction

        if self._dates is None:
            self._dates = QCalendarWidget()
            action = QWidgetAction(self._menu)
            action.setDefaultWidget(self._dates)
            self._menu.addAction(action)
            self._dates.clicked.connect(self._choose)
            self._dates.activated.connect(self._choose)
        day = self._day()
        self._dates.setSelectedDate(QDate(day.year, day.month, day.day))
        self._dates.setFocus()
        return self._dates

    def _step_button(self, sign: str, name: str) -> QPushButton:
        button = QPushButton(sign)
        button.setAccessibleName(name.format(self._label))
        button.setFocusPolicy(Qt.FocusPolicy.ClickFocus)
        return button

    def _day(self) -> date:
        """The day that stands here, or today where none does."""
        try:
            return self.value() or self._clock.today()
        except Refused:
            return self._clock.today()

    def _go_back(self) -> None:
        self._step(-1)

    def _go_on(self) -> None:
        self._step(1)

    def _step(self, days: int) -> None:
        with suppress(OverflowError):  # there is no day before the first, or after the last
            self._put(self._day() + timedelta(days=days))

    def _put(self, day: date) -> None:
        self._kept = day
        self.line.setText(say_date(day))

    def _choose(self, chosen: QDate) -> None:
        self._menu.hide()
        self._put(date(chosen.year(), chosen.month(), chosen.day()))

    def _touch(self) -> None:
        self.touched.emit()


_PARTS = re.compile(r"\d+|[^\W\d]+")


def read_typed_day(text: str, label: str) -> date:
    """A day as it is shown, as ``2026-11-20``, with the name of its month, or in figures in the
    order of the person's country; two figures are a year of this century."""
    with suppress(Refused):
        return read_day(text)
    locale = QLocale()
    for pattern in ("d MMM yyyy", "d MMMM yyyy"):
        found = locale.toDate(text, pattern)
        if found.isValid():
            return date(found.year(), found.month(), found.day())
    with suppress(ValueError):
        return _read_parts(_PARTS.findall(text), locale)
    shown = text[:40] or "nothing"
    raise Refused(f"“{label}” takes a day such as {say_date(date(2026, 11, 20))}, not “{shown}”.")


def _read_parts(parts: list[str], locale: QLocale) -> date:
    """The day that three parts of a text name; ValueError when they name none."""
    figures = [int(part) for part in parts if part.isdecimal()]
    if len(parts) != 3:
        raise ValueError
    if len(figures) == 3:
        order = locale.dateFormat(QLocale.FormatType.ShortFormat)
        places = sorted("dMy", key=order.index)
        told = dict(zip(places, zip(figures, parts, strict=True), strict=True))
        (day, _), (month, _), (year, written) = told["d"], told["M"], told["y"]
        return date(_year(year, written), month, day)
    (name,) = [part for part in parts if not part.isdecimal()]
    day, year = figures
    return date(_year(year, parts[-1]), _month(name, locale), day)


def _year(year: int, written: str) -> int:
    if len(written) not in (2, 4):
        raise ValueError
    return year + 2000 if len(written) == 2 else year


def _month(name: str, locale: QLocale) -> int:
    """The one month of which this is the name, or its first three letters or more."""
    begins = name.casefold()
    months = [
        month for month in range(1, 13) if locale.monthName(month).casefold().startswith(begins)
    ]
    if len(begins) < 3 or len(months) != 1:
        raise ValueError
    return months[0]
