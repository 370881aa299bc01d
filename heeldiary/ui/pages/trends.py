"""Trends: what was recorded, stacked on one axis of days, with the answers of any day beside it."""

from collections.abc import Sequence
from datetime import date, timedelta
from pathlib import Path

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import (
    QBoxLayout,
    QFrame,
    QLabel,
    QPushButton,
    QScrollArea,
    QStackedWidget,
    QVBoxLayout,
    QWidget,
)

from heeldiary.analysis.trend_sets import (
    DERIVED_LINES,
    TREND_SETS,
    Panel,
    build_panels,
    find_set,
    flare_spells,
    name_of,
    parts_of,
)
from heeldiary.domain.days import THREE_MONTHS, Span
from heeldiary.domain.edits import Edit
from heeldiary.domain.records import DayNote, Reading
from heeldiary.domain.refusal import Refused
from heeldiary.ui import prompts
from heeldiary.ui.charts.day_card import DayCard
from heeldiary.ui.charts.legend import Legend
from heeldiary.ui.charts.own_choice import OwnChoice
from heeldiary.ui.charts.picture import paper_chart, save_png, save_svg
from heeldiary.ui.charts.table import DayTable, DayTableView
from heeldiary.ui.charts.toolbar import ALL_DAYS, OWN, TrendToolbar
from heeldiary.ui.charts.trend_chart import TrendChart
from heeldiary.ui.desk import Desk
from heeldiary.ui.keeper import SettingsKeeper
from heeldiary.ui.page import Page
from heeldiary.ui.theme import Look
from heeldiary.ui.widgets.notice import Notice

_FEWEST_DAYS = 14
_BESIDE_ABOVE = 780
_SIDE_WIDTH = 240
_HEIGHT_BELOW = 420
"""Names of lines that need not be scrolled inside a page that scrolls."""
_OWN_MARK = "own:"
_PICTURE_WIDTH, _PICTURE_PANEL = 1000, 220


class TrendsPage(Page):
    """A set of lines over a span of days, as a chart or as a table."""

    set_chosen = Signal(str)
    """What is drawn now, as a word that :meth:`choose_set` takes again."""

    def __init__(self, desk: Desk, look: Look) -> None:
        super().__init__(desk, look)
        self._set = TREND_SETS[0].key
        self._own: Sequence[str] = ()
        self._panels: tuple[Panel, ...] = ()
        self._flares: tuple[Span, ...] = ()
        self._whole: Span | None = None
        self._keeper: SettingsKeeper | None = None
        self.toolbar = TrendToolbar(look, desk.today())
        self.notice = Notice()
        self.chart = TrendChart(look)
        self.days = DayTable()
        self.table = DayTableView(look, self.days)
        self.legend = Legend(look)
        self.card = DayCard(look)
        self._views = QStackedWidget()
        self._start = QPushButton(self.tr("Record today"))
        self._lay_out()

        self.toolbar.set_chosen.connect(self._choose_from_list)
        self.toolbar.range_chosen.connect(self.show_last)
        self.toolbar.span_chosen.connect(self.chart.show_span)
        self.toolbar.picture_wanted.connect(self._save_picture)
        self.toolbar.table_wanted.connect(self._show_table)
        self.chart.span_changed.connect(self._show_span)
        self.chart.day_hovered.connect(self._show_answers)
        self.chart.day_clicked.connect(self.day_chosen)
        self.table.day_chosen.connect(self.day_chosen)
        self.card.day_chosen.connect(self.day_chosen)
        self._start.clicked.connect(self._open_today)
        self._scroll.verticalScrollBar().rangeChanged.connect(self._share_wheel)

    def use(self, keeper: SettingsKeeper) -> None:
        """Draw the set that was drawn last, and remember which is."""
        self.choose_set(keeper.settings.trend_set)
        self._keeper = keeper

    @property
    def chosen(self) -> str:
        """What is drawn, as a word that :meth:`choose_set` takes again."""
        return _OWN_MARK + ",".join(self._own) if self._set == OWN else self._set

    def choose_set(self, word: str) -> None:
        """Draw a ready-made set, or a choice that was remembered; what is not known is passed."""
        if word.startswith(_OWN_MARK):
            self._draw_own(word.removeprefix(_OWN_MARK).split(","))
            return
        try:
            self._set = find_set(word).key
        except Refused:
            return
        self._draw_set()

    def show_last(self, days: int) -> None:
        """Show so many days up to today; 0 shows all."""
        if self._whole is None:
            return
        span = self._whole if days == ALL_DAYS else Span.ending(self._whole.last, days)
        self.chart.show_span(Span(max(span.first, self._whole.first), span.last))

    def refresh(self) -> None:
        recorded = self.desk.diary.recorded_span()
        self._content.setCurrentIndex(0 if recorded is None else 1)
        self.restyle_parts()
        if recorded is None:
            self._whole = None
            return
        seen = None if self._whole is None else self.chart.seen
        ended_today = self._whole is not None and seen is not None and seen.last == self._whole.last
        self._whole = whole = self._reach(recorded)
        if seen is not None and ended_today:  # the chart goes on with the days
            seen = Span.ending(whole.last, len(seen))
        self._read()
        if seen is None or seen.last < whole.first or seen.first > whole.last:
            seen = Span.ending(whole.last, THREE_MONTHS)
        self._show(Span(max(seen.first, whole.first), min(seen.last, whole.last)))

    def refresh_after(self, edits: tuple[Edit, ...]) -> None:
        """Read again only what is drawn; a note changes the day's card at most."""
        records = [edit.record for edit in edits]
        drawn = self._drawn_factors()
        if self._whole is None or any(
            not isinstance(r, Reading | DayNote)
            or (isinstance(r, Reading) and (r.factor in drawn or r.day not in self._whole))
            for r in records
        ):
            self.refresh()
        elif self.card.day is not None:
            self._show_answers(self.card.day)

    def restyle_parts(self) -> None:
        """Take over text size and theme."""
        self.toolbar.restyle()
        self.card.restyle()
        self._arrange()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._arrange()

    def _lay_out(self) -> None:
        self._views.addWidget(self.chart)
        self._views.addWidget(self.table)
        chart_card = QFrame()
        chart_card.setObjectName("card")
        inside = QVBoxLayout(chart_card)
        inside.setContentsMargins(8, 8, 8, 8)
        inside.addWidget(self._views)
        self._body = QBoxLayout(QBoxLayout.Direction.LeftToRight)
        self._body.setSpacing(14)
        self._body.addWidget(chart_card, 1)
        self._body.addWidget(self._side())

        sheet = QWidget()
        column = QVBoxLayout(sheet)
        column.setContentsMargins(26, 20, 26, 20)
        column.setSpacing(14)
        column.addWidget(self.toolbar)
        column.addWidget(self.notice)
        column.addLayout(self._body, 1)
        self._scroll = QScrollArea()
        self._scroll.setObjectName("scroll")
        self._scroll.setWidgetResizable(True)
        self._scroll.setWidget(sheet)
        self._content = QStackedWidget()
        self._content.addWidget(self._invitation())
        self._content.addWidget(self._scroll)
        page = QVBoxLayout(self)
        page.setContentsMargins(0, 0, 0, 0)
        page.addWidget(self._content)

    def _side(self) -> QFrame:
        """The names of the lines, and the answers of one day."""
        self._heading = QLabel(self.tr("On the chart"))
        self._heading.setObjectName("heading")
        inside = QWidget()
        column = QVBoxLayout(inside)
        column.setContentsMargins(12, 8, 12, 8)
        for widget in (self._heading, self.legend, self.card):
            column.addWidget(widget)
        column.addStretch(1)
        self._side_scroll = QScrollArea()
        self._side_scroll.setObjectName("side")
        self._side_scroll.setWidgetResizable(True)
        self._side_scroll.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self._side_scroll.setWidget(inside)
        inside.setAutoFillBackground(False)
        self._side_scroll.viewport().setAutoFillBackground(False)
        frame = QFrame()
        frame.setObjectName("card")
        around = QVBoxLayout(frame)
        around.setContentsMargins(4, 6, 4, 6)
        around.addWidget(self._side_scroll)
        self._side_frame = frame
        return frame

    def _invitation(self) -> QWidget:
        """What is shown while nothing is recorded: a first step rather than an empty chart."""
        words = QLabel(
            self.tr(
                "Nothing is recorded yet. Answer a row on Today, only the ones you like: its line "
                "begins here with the first day. Days that you leave out stay gaps."
            )
        )
        words.setWordWrap(True)
        self._welcome = QLabel(self.tr("Your trends begin with one day"))
        self._welcome.setObjectName("title")
        self._welcome.setWordWrap(True)
        self._start.setObjectName("primary")
        card = QFrame()
        card.setObjectName("card")
        inside = QVBoxLayout(card)
        inside.setContentsMargins(24, 20, 24, 20)
        inside.setSpacing(14)
        for widget in (self._welcome, words):
            inside.addWidget(widget)
        inside.addWidget(self._start, 0, Qt.AlignmentFlag.AlignLeft)
        holder = QWidget()
        outer = QVBoxLayout(holder)
        outer.setContentsMargins(26, 20, 26, 20)
        outer.addWidget(card)
        outer.addStretch(1)
        return holder

    def _arrange(self) -> None:
        """The side panel stands beside the chart where there is room, else below it."""
        beside = self.width() >= self.look.px(_BESIDE_ABOVE)
        across, down = QBoxLayout.Direction.LeftToRight, QBoxLayout.Direction.TopToBottom
        self._body.setDirection(across if beside else down)
        self._side_frame.setMaximumWidth(self.look.px(_SIDE_WIDTH) if beside else 16_777_215)
        self._side_frame.setMinimumWidth(self.look.px(_SIDE_WIDTH) if beside else 0)
        self._side_frame.setMinimumHeight(0 if beside else self.look.px(_HEIGHT_BELOW))
        self._views.setMinimumHeight(self.chart.least_height)
        self._heading.setFont(self.look.font(1.12, strong=True))
        self._welcome.setFont(self.look.font(1.6, strong=True))

    def _reach(self, recorded: Span) -> Span:
        """All days one can look at: everything recorded, up to today, two weeks at least."""
        last = max(recorded.last, self.desk.today())
        return Span(min(recorded.first, last - timedelta(days=_FEWEST_DAYS - 1)), last)

    def _read(self) -> None:
        assert self._whole is not None
        diary, factors = self.desk.diary, self.desk.factors()
        lines = self._own if self._set == OWN else find_set(self._set).lines
        self._panels = build_panels(diary, factors, lines, self._whole)
        self._flares = flare_spells(diary, self._whole)

    def _show(self, seen: Span) -> None:
        assert self._whole is not None
        looked_at = self.card.day
        self.legend.show_panels(self._panels, with_flares=bool(self._flares))
        self.chart.show_panels(self._panels, self._whole, seen, self._flares)
        self._show_span(self.chart.seen)
        self._arrange()
        if looked_at is not None:
            self.chart.show_day(looked_at)

    def _show_span(self, seen: Span) -> None:
        if self._whole is None:
            return
        self.toolbar.show_span(seen, self._whole)
        self.legend.show_span(seen, self.chart.weeks_a_point)
        if self.toolbar.table.isChecked():
            self._fill_table()

    def _fill_table(self) -> None:
        self.days.show(self._panels, self.chart.seen, self.desk.diary, self.desk.factors())
        self.table.fit()

    def _show_table(self, wanted: bool) -> None:
        if wanted:
            self._fill_table()
        self._views.setCurrentWidget(self.table if wanted else self.chart)

    def _show_answers(self, day: date) -> None:
        self.card.show_day(day, self.desk.diary, self.desk.factors())

    def _choose_from_list(self, key: str) -> None:
        if key != OWN:
            self.choose_set(key)
            return
        self.toolbar.show_set(self._set)
        dialog = OwnChoice(self.look, self._lines_with_answers(), self._drawn_lines(), self)
        dialog.chosen.connect(self._draw_own)
        dialog.open()

    def _lines_with_answers(self) -> list[tuple[str, str]]:
        """Every line that has an answer on some day, by readable name."""
        assert self._whole is not None
        diary, factors = self.desk.diary, self.desk.factors()
        recorded = {f.key for f in factors.all() if diary.answers(f.key, self._whole)}
        keys = (*DERIVED_LINES, *(factor.key for factor in factors.all()))
        return [(k, name_of(k, factors)) for k in keys if recorded.intersection(parts_of(k))]

    def _draw_own(self, keys: Sequence[str]) -> None:
        factors = self.desk.factors()
        known = [key for key in keys if key in DERIVED_LINES or key in factors]
        if known:
            self._set, self._own = OWN, known
            self._draw_set()

    def _draw_set(self) -> None:
        self.toolbar.show_set(self._set)
        if self._whole is not None:
            self._read()
            self._show(self.chart.seen)
        if self._keeper is not None:
            self._keeper.change(trend_set=self.chosen)
        self.set_chosen.emit(self.chosen)

    def _drawn_lines(self) -> set[str]:
        return {line.key for panel in self._panels for line in panel.lines}

    def _drawn_factors(self) -> set[str]:
        parts = {part for panel in self._panels for line in panel.lines for part in line.parts}
        return parts | {"flare_today"}

    def _open_today(self) -> None:
        self.day_chosen.emit(self.desk.today())

    def _share_wheel(self, lowest: int, highest: int) -> None:
        """Where the page is taller than the window the bare wheel scrolls it."""
        self.chart.zooms_by_bare_wheel = highest <= lowest

    def _save_picture(self) -> None:
        seen = self.chart.seen
        suggestion = f"heel-diary-{seen.first}-{seen.last}.png"
        kinds = self.tr("Picture (*.png);;Drawing (*.svg)")
        path = prompts.choose_file_to_write(self, self.tr("Save picture"), suggestion, kinds)
        if path is None:
            return
        try:
            saved = self._write_picture(path)
        except Refused as refusal:
            self.notice.say(str(refusal))
        else:
            self.notice.say(self.tr("The picture was saved as “{0}”.").format(saved.name))

    def _write_picture(self, path: Path) -> Path:
        is_drawing = path.suffix.casefold() == ".svg"
        if not is_drawing and path.suffix.casefold() != ".png":
            path = path.with_name(path.name + ".png")
        height = _PICTURE_PANEL * len(self._panels) + 80
        picture = paper_chart(
            self._panels,
            self.chart.seen,
            self.look.resources,
            _PICTURE_WIDTH,
            height,
            flares=self._flares,
            theme="light",
            text_percent=100,
        )
        try:
            (save_svg if is_drawing else save_png)(picture, path)
        finally:
            picture.close()
            picture.deleteLater()
        return path
