"""Trends: what was recorded, stacked on one axis of days, with the answers of any day beside it."""

from collections.abc import Sequence
from datetime import date, timedelta

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QPushButton, QStackedWidget, QVBoxLayout

from heeldiary.analysis.circumstances import CIRCUMSTANCES, NOTHING_AROUND, circumstances
from heeldiary.analysis.score_lines import SCORE_KINDS
from heeldiary.analysis.trend_choice import OWN, TrendChoice
from heeldiary.analysis.trend_lines import Lines
from heeldiary.analysis.trend_panels import Panel
from heeldiary.analysis.trend_sets import build_panels, chosen_lines
from heeldiary.analysis.trend_window import days_to_read, holds, reach
from heeldiary.domain.days import THREE_MONTHS, Span
from heeldiary.domain.edits import Edit
from heeldiary.domain.flare_offers import FLARE_ANSWER
from heeldiary.domain.records import OwnFactor, Reading, Record, RowChoice
from heeldiary.domain.refusal import Refused
from heeldiary.ui import prompts
from heeldiary.ui.charts.in_units import in_units
from heeldiary.ui.charts.own_choice import OwnChoice
from heeldiary.ui.charts.picture import write_picture
from heeldiary.ui.charts.toolbar import ALL_DAYS, TrendToolbar
from heeldiary.ui.charts.trends_view import TrendsView
from heeldiary.ui.desk import Desk
from heeldiary.ui.keeper import SettingsKeeper
from heeldiary.ui.page import Page
from heeldiary.ui.theme import Look
from heeldiary.ui.units import Units
from heeldiary.ui.widgets.invitation import EmptyRoom, Invitation

_ALWAYS = CIRCUMSTANCES | SCORE_KINDS | {OwnFactor.kind, RowChoice.kind}
"""Kinds of records that may add a line, or stand around any."""


class TrendsPage(Page):
    """A set of lines over a span of days, as a chart or as a table."""

    set_chosen = Signal(str)
    """What is drawn now, as a word that :meth:`choose_set` takes again."""

    def __init__(self, desk: Desk, look: Look) -> None:
        super().__init__(desk, look)
        self._choice = TrendChoice()
        self._panels: tuple[Panel, ...] = ()
        self._around = NOTHING_AROUND
        self._whole: Span | None = None
        self._days_read: Span | None = None
        self._keeper: SettingsKeeper | None = None
        self._units = Units()
        self.start = QPushButton(self.tr("Record today"))
        self.invitation = self._made_invitation()
        self.view = view = TrendsView(look, TrendToolbar(look, desk.today()))
        self.toolbar, self.notice, self.chart = view.toolbar, view.notice, view.chart
        self.days, self.table = view.days, view.table
        self.legend, self.card = view.side.legend, view.side.card

        self._content = QStackedWidget()
        self._content.addWidget(self.invitation)
        self._content.addWidget(view)
        page = QVBoxLayout(self)
        page.setContentsMargins(0, 0, 0, 0)
        page.addWidget(self._content)

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
        self.start.clicked.connect(self._open_today)

    def use(self, keeper: SettingsKeeper) -> None:
        """Draw the set that was drawn last, and remember which is."""
        self.choose_set(keeper.settings.trend_set)
        self._keeper = keeper
        self._units = Units.of(keeper.settings)
        keeper.changed.connect(self._take_units)

    @property
    def chosen(self) -> str:
        """What is drawn, as a word that :meth:`choose_set` takes again."""
        return self._choice.word

    def choose_set(self, word: str) -> None:
        """Draw a ready-made set, or a choice that was remembered; what is not known is passed."""
        choice = TrendChoice.read(word)
        if choice is not None and choice.key == OWN:
            self._draw_own(choice.own)
        elif choice is not None:
            self._choice = choice
            self._draw_set()

    def show_last(self, days: int) -> None:
        """Show so many days up to today; 0 shows all."""
        if self._whole is None:
            return
        span = self._whole if days == ALL_DAYS else Span.ending(self._whole.last, days)
        self.chart.show_span(Span(max(span.first, self._whole.first), span.last))

    def refresh(self) -> None:
        before, whole = self._whole, self._reach()
        self._content.setCurrentWidget(self.invitation if whole is None else self.view)
        self.view.restyle()
        self._whole, self._days_read = whole, None
        if whole is None:
            return
        seen = None if before is None else self.chart.seen
        ended_today = before is not None and seen is not None and seen.last == before.last
        if seen is not None and ended_today:  # the chart goes on with the days
            seen = Span.ending(whole.last, len(seen))
        self._show(_within(whole, seen))

    def refresh_after(self, edits: tuple[Edit, ...]) -> None:
        """Read again only what is drawn; anything else changes the day's card at most."""
        if self._whole is None or any(self._is_drawn(edit.record) for edit in edits):
            self.refresh()
        elif self.card.day is not None:
            self._show_answers(self.card.day)

    def _take_units(self) -> None:
        """Draw in the units that were chosen in the settings."""
        assert self._keeper is not None
        units = Units.of(self._keeper.settings)
        if units != self._units:
            self._units = units
            self._read_again()

    def _reach(self) -> Span | None:
        """All days one can look at with the lines that are chosen."""
        diary = self.desk.diary
        lines = Lines(diary, self.desk.factors())
        drawn = chosen_lines(lines, self._choice.drawn)
        kinds = {kind for source in drawn for kind in source.kinds}
        return reach(diary, self.desk.today(), kinds)

    def _read(self, seen: Span) -> None:
        """Read the days that are seen, and some around them."""
        assert self._whole is not None
        diary, factors = self.desk.diary, self.desk.factors()
        days = days_to_read(seen, self._whole)
        self._panels = in_units(build_panels(diary, factors, self._choice.drawn, days), self._units)
        if self._days_read != days:  # another set has the same days around it
            self._around = circumstances(diary, days)
        self._days_read = days

    def _show(self, seen: Span) -> None:
        """Read and draw; what is drawn already moves to other days without this."""
        assert self._whole is not None
        looked_at = self.card.day
        self._read(seen)
        self.legend.show_panels(self._panels, self._around)
        self.chart.show_panels(self._panels, self._whole, seen, self._around)
        self._show_span(self.chart.seen)
        self.view.arrange()
        if looked_at is not None:
            self.chart.show_day(looked_at)

    def _show_span(self, seen: Span) -> None:
        if self._whole is None:
            return
        if self._days_read is None or not holds(self._days_read, seen):
            self._read(seen)
            self.legend.take(self._panels, self._around)
            self.chart.take(self._panels, self._around)
        self.toolbar.show_span(seen, self._whole)
        self.legend.show_span(seen, self.chart.weeks_a_point)
        if self.toolbar.table.isChecked():
            self._fill_table()

    def _fill_table(self) -> None:
        diary, factors = self.desk.diary, self.desk.factors()
        self.days.show(self._panels, self.chart.seen, diary, factors, self._around)
        self.table.fit()

    def _show_table(self, wanted: bool) -> None:
        if wanted:
            self._fill_table()
        self.view.show_table(wanted)

    def _show_answers(self, day: date) -> None:
        self.card.show_day(day, self.desk.diary, self.desk.factors())
        self.view.side.show_card()

    def _choose_from_list(self, key: str) -> None:
        if key != OWN:
            self.choose_set(key)
            return
        self.toolbar.show_set(self._choice.key)
        dialog = OwnChoice(self.look, self._lines_with_answers(), self._drawn_lines(), self)
        dialog.chosen.connect(self._draw_own)
        dialog.open()

    def _lines_with_answers(self) -> list[tuple[str, str]]:
        """Every line that has an answer on some day, by readable name."""
        assert self._whole is not None
        lines = Lines(self.desk.diary, self.desk.factors())
        tomorrow = self._whole.last + timedelta(days=1)
        return [(source.key, source.name) for source in lines.offered(tomorrow)]

    def _draw_own(self, keys: Sequence[str]) -> None:
        lines = Lines(self.desk.diary, self.desk.factors())
        known = [key for key in keys if lines.get(key) is not None]
        if known:
            self._choice = TrendChoice.of_lines(known)
            self._draw_set()

    def _draw_set(self) -> None:
        self.toolbar.show_set(self._choice.key)
        if self._whole is not None:
            self._whole = self._reach() or self._whole
            self._show(_within(self._whole, self.chart.seen))
        if self._keeper is not None:
            self._keeper.change(trend_set=self.chosen)
        self.set_chosen.emit(self.chosen)

    def _drawn_lines(self) -> set[str]:
        return {line.key for panel in self._panels for line in panel.lines}

    def _is_drawn(self, record: Record) -> bool:
        """Whether the chart shows it, or may show it now."""
        lines = [line for panel in self._panels for line in panel.lines]
        if isinstance(record, Reading):
            is_part = any(record.factor in line.parts for line in lines)
            is_new = self._whole is not None and record.day not in self._whole
            return is_part or is_new or record.factor == FLARE_ANSWER
        return record.kind in _ALWAYS or any(record.kind in line.kinds for line in lines)

    def _made_invitation(self) -> EmptyRoom:
        """What is shown while nothing is recorded."""
        invitation = Invitation(
            self.look,
            self.tr("Your trends begin with one day"),
            self.tr(
                "Nothing is recorded yet. Answer a row on Today, only the ones you like: its line "
                "begins here with the first day. Days that you leave out stay gaps."
            ),
            self.start,
        )
        return EmptyRoom(self.look, self.tr("Trends"), invitation)

    def _open_today(self) -> None:
        self.day_chosen.emit(self.desk.today())

    def _save_picture(self) -> None:
        seen = self.chart.seen
        suggestion = f"heel-diary-{seen.first}-{seen.last}.png"
        kinds = self.tr("Picture (*.png);;Drawing (*.svg)")
        path = prompts.choose_file_to_write(self, self.tr("Save picture"), suggestion, kinds)
        if path is None:
            return
        try:
            saved = write_picture(path, self._panels, seen, self.look.resources, self._around)
        except Refused as refusal:
            self.notice.say(str(refusal))
        else:
            self.notice.say(self.tr("The picture was saved as “{0}”.").format(saved.name))


def _within(whole: Span, seen: Span | None) -> Span:
    """The days seen as far as there are such; else the last three months."""
    if seen is None or seen.last < whole.first or seen.first > whole.last:
        seen = Span.ending(whole.last, THREE_MONTHS)
    return Span(max(seen.first, whole.first), min(seen.last, whole.last))
