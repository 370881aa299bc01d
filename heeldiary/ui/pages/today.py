"""Today: the check-in, for today or any past day. Every answer is on disk as it is given."""

from collections.abc import Mapping, Sequence
from datetime import date

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeyEvent, QResizeEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QProgressBar, QVBoxLayout

from heeldiary.domain.answers import answer, note
from heeldiary.domain.days import day_numbered
from heeldiary.domain.edits import Edit
from heeldiary.domain.factor import Factor, Group
from heeldiary.domain.records import Answer, DayNote, MealNote, Reading
from heeldiary.domain.refusal import Refused
from heeldiary.ui.day_parts import DayParts
from heeldiary.ui.desk import Desk
from heeldiary.ui.folding import Folding
from heeldiary.ui.keeper import SettingsKeeper
from heeldiary.ui.page import Page
from heeldiary.ui.theme import Look
from heeldiary.ui.widgets.answer_sheet import PARTS, AnswerSheet
from heeldiary.ui.widgets.body_map import BodyMap
from heeldiary.ui.widgets.card import Card
from heeldiary.ui.widgets.day_bar import DayBar, strip_span
from heeldiary.ui.widgets.notice import Notice
from heeldiary.ui.wording import figure, say_day

_MAP_BESIDE_ABOVE = 800
_MAP_WIDTH = 320
_NARROW_MAP_WIDTH = 280


class TodayPage(Page):
    """The day's rows in groups, the body picture beside them, progress below."""

    def __init__(self, desk: Desk, look: Look) -> None:
        super().__init__(desk, look)
        self.day = desk.today()
        self._asked: set[str] = set()
        self._built: tuple[object, ...] = ()
        self._keeper: SettingsKeeper | None = None
        self.bar = DayBar(look)
        self.notice = Notice()
        self.map = BodyMap({f.key: f for f in desk.factors().all() if f.site}, look)
        self.sheet = AnswerSheet(look)
        self.folding = Folding()
        self.parts = DayParts(desk, look, self)
        self.sheet.makers = self.parts.makers()
        self._progress = QProgressBar()
        self._count = QLabel()
        self._promise = QLabel()
        self.elsewhere = QLabel()
        self._lay_out()

        self.bar.day_chosen.connect(self.show_day)
        self.map.site_chosen.connect(self.go_to)
        self.sheet.given.connect(self._answer)
        self.sheet.refused.connect(self.notice.say)
        self.sheet.row_entered.connect(self.map.show_chosen)
        self.sheet.note.given.connect(self._keep_note)
        self.sheet.turned.connect(self._turn_part)
        self.parts.refused.connect(self.notice.say)
        self.parts.log_wanted.connect(self.log_wanted)
        desk.refused.connect(self.notice.say)

    def use(self, keeper: SettingsKeeper) -> None:
        self.folding.use(keeper)
        self.parts.use(keeper)
        self._keeper = keeper
        self.sheet.weight_unit = keeper.settings.weight_unit
        keeper.changed.connect(self._take_units)

    def _take_units(self) -> None:
        """Ask for the weight in the unit that was chosen meanwhile."""
        assert self._keeper is not None
        unit = self._keeper.settings.weight_unit
        if unit != self.sheet.weight_unit:
            self.commit()
            self.sheet.weight_unit = unit
            self._read_again()

    def show_day(self, day: date) -> None:
        """Show this day; what was typed for the day before is kept first."""
        self.commit()
        if not self.is_kept:
            stays = self.tr("This day stays open, so that what you wrote is not lost.")
            self.notice.say(f"{self.notice.text} {stays}".strip())
            self._show_summary(self._answers())
        elif day <= self.desk.today():
            self.day = day
            self._asked.clear()
            self.folding.forget_the_day()
            self.refresh()

    def turn_day(self, before: date) -> None:
        """Go on to the new day; a past day that was chosen stays."""
        today = self.desk.today()
        if self.day != before and self.day <= today:
            super().turn_day(before)
            return
        self.show_day(today)
        if self.day == today:
            self.notice.say(self.tr("Today is {0} now.").format(say_day(today)))

    def refresh(self) -> None:
        answers = self._answers()
        self.parts.show_day(self.day)
        self._build_if_needed(answers)
        self._show_offers()
        self._show_doses()
        self._show_rows(answers)
        self._show_note()
        self._show_summary(answers)
        self._arrange()
        self.sheet.show_built()

    def refresh_after(self, edits: tuple[Edit, ...]) -> None:
        """Only what was answered is shown again, unless rows or many days changed."""
        records = [edit.record for edit in edits]
        known = all(
            isinstance(r, DayNote | MealNote)
            or (isinstance(r, Reading) and self.sheet.row(r.factor))
            for r in records
        )
        if len(records) > 1 or not known:
            self.refresh()
            return
        for record in records:
            if isinstance(record, Reading):
                self._refresh_row(record.factor)
                if record.factor == "flare_today":
                    self._show_offers()
        self.parts.hear(edits)
        self._show_note()
        self._show_summary(self._answers())

    def restyle(self) -> None:
        self.commit()
        self._built = ()
        self.refresh()

    def commit(self) -> None:
        """Keep what was typed and not yet given."""
        self.sheet.commit()
        self.parts.commit()

    @property
    def is_kept(self) -> bool:
        return self.sheet.note.is_kept and self.parts.is_kept

    def go_to(self, key: str) -> None:
        """Put the keyboard on the row of this factor; a row that is not followed appears."""
        if self.sheet.row(key) is None:
            self.commit()
            self._asked.add(key)
            factor = self.desk.factors().get(key)
            if factor is not None and factor.group in PARTS:
                self.folding.open_for_now(PARTS[factor.group], asked=True)
            self.refresh()
        row = self.sheet.row(key)
        if row is not None:
            self.sheet.enter(row)

    def begin(self) -> None:
        """Put the keyboard on the first row that is not answered yet."""
        self.sheet.enter_first()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """A site's letter goes to its row from anywhere on the page."""
        letter = event.text().upper()
        site = next((s for s in self.map.sites if letter and s.factor.letter == letter), None)
        if site is not None and event.modifiers() == Qt.KeyboardModifier.NoModifier:
            self.go_to(site.factor.key)
            return
        super().keyPressEvent(event)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._arrange()

    def _answers(self) -> dict[str, Answer]:
        return {key: r.value for key, r in self.desk.diary.readings_on(self.day).items()}

    def _build_if_needed(self, answers: Mapping[str, Answer]) -> None:
        """Rows for the followed factors, for those answered that day, and for those asked for."""
        factors = self.desk.factors()
        wanted = [
            factor
            for factor in factors.all()
            if factors.is_shown(factor) or factor.key in answers or factor.key in self._asked
        ]
        unfolded = self._unfolded(wanted, answers)
        built = (*wanted, self.look.text_percent, self._is_wide, self.sheet.weight_unit)
        if built != self._built:
            self._built = built
            self.sheet.build(wanted, unfolded)
        for name, part in self.sheet.parts.items():
            if part.is_open != (name in unfolded):
                self.sheet.turn(name, is_open=name in unfolded)

    def _unfolded(self, wanted: Sequence[Factor], answers: Mapping[str, Answer]) -> frozenset[str]:
        """The parts that are open: as their owner left them, and where something is recorded."""
        for factor in wanted:
            is_own = factor.group is Group.OWN
            if factor.group in PARTS and (is_own or factor.key in answers):
                self.folding.open_for_now(PARTS[factor.group])
        return frozenset(name for name in PARTS.values() if self.folding.is_open(name))

    def _turn_part(self, name: str, is_open: bool) -> None:
        """The person opened or folded a part; that is remembered."""
        self.commit()
        self.folding.turn(name, is_open=is_open)
        if not is_open:
            factors = self.desk.factors()
            self._asked = {key for key in self._asked if PARTS.get(factors[key].group) != name}
        answers = self._answers()
        self._build_if_needed(answers)
        self._show_rows(answers)
        self._show_summary(answers)
        self.sheet.show_built()

    def _show_offers(self) -> None:
        self.sheet.put_head(self.parts.find_offers())
        self.parts.show_offers()

    def _show_doses(self) -> None:
        doses = self.parts.find_doses()
        self.sheet.put_between(doses)
        if doses is not None:
            doses.show_day(self.day)

    def _show_rows(self, answers: Mapping[str, Answer]) -> None:
        keys = [row.factor.key for row in self.sheet.rows]
        previous = self.desk.diary.previous_answers(self.day, keys)
        self.sheet.show_answers(answers, {key: last.number for key, last in previous.items()})

    def _refresh_row(self, key: str) -> None:
        reading = self.desk.diary.readings_on(self.day).get(key)
        last = self.desk.diary.previous_answers(self.day, [key]).get(key)
        row = self.sheet.row(key)
        if row is not None:
            row.show_answer(reading.value if reading else None, last.number if last else None)

    def _show_note(self) -> None:
        written = self.desk.diary.note_on(self.day)
        self.sheet.note.show_text(written.text if written else "")

    def _show_summary(self, answers: Mapping[str, Answer]) -> None:
        today = self.desk.today()
        self.map.show_answers(answers)
        self._show_elsewhere(answers)
        self.bar.show_day(self.day, today, self._worst_pains(today))
        self.sheet.show_counts(answers)
        rows = self.sheet.rows
        done = sum(row.is_answered for row in rows)
        self._progress.setRange(0, max(len(rows), 1))
        self._progress.setValue(done)
        of_day = (
            self.tr("{0} of {1} answers for today")
            if self.day == today
            else self.tr("{0} of {1} answers for this day")
        )
        self._count.setText(of_day.format(done, len(rows)))

    def _show_elsewhere(self, answers: Mapping[str, Answer]) -> None:
        """The places of the owner's own have none on the picture; they are told below it."""
        drawn = {site.factor.key for site in self.map.sites}
        own = [row.factor for row in self.sheet.rows if row.factor.site not in (None, *drawn)]
        said = [_told(factor, answers.get(factor.key)) for factor in own]
        self.elsewhere.setText(" · ".join(said))
        self.elsewhere.setVisible(bool(said))

    def _worst_pains(self, today: date) -> dict[date, float | None]:
        """The strip's recorded days, each with its worst pain, or None when none was rated."""
        span = strip_span(self.day, today)
        worst: dict[date, float | None] = dict.fromkeys(self.desk.diary.days_recorded(span))
        for factor in self.desk.factors().pains():
            for number, value in self.desk.diary.answers(factor.key, span):
                day = day_numbered(number)
                worst[day] = max(value, worst[day] or 0.0)
        return worst

    def _answer(self, factor: Factor, value: Answer | None) -> None:
        before = self.desk.diary.readings_on(self.day).get(factor.key)
        try:
            change = answer(before, factor, self.day, value, self.desk.clock)
        except Refused as refusal:
            self.notice.say(str(refusal))
            return
        if self.desk.apply(change):
            self.notice.hide()
        else:
            self._refresh_row(factor.key)

    def _keep_note(self, text: str) -> None:
        before = self.desk.diary.note_on(self.day)
        try:
            self.desk.apply(note(before, self.day, text, self.desk.clock))
        except Refused as refusal:
            self.notice.say(str(refusal))

    def _lay_out(self) -> None:
        self._map_card = Card(self.look, self.tr("Where does it hurt?"))
        self._map_card.add(self.map)
        self._map_card.rows.setStretchFactor(self.map, 1)
        self.elsewhere.setWordWrap(True)
        self._map_card.add(self.elsewhere)
        remark = QLabel(self.tr("Click a site or press its letter. Dashed: not recorded."))
        remark.setObjectName("soft")
        remark.setWordWrap(True)
        self._map_card.add(remark)

        self._middle = QHBoxLayout()
        self._middle.setSpacing(16)
        self._middle.addWidget(self._map_card)
        self._middle.addWidget(self.sheet, 1)

        page = QVBoxLayout(self)
        page.setContentsMargins(24, 18, 18, 14)
        page.setSpacing(12)
        page.addWidget(self.bar)
        page.addWidget(self.notice)
        page.addLayout(self._middle, 1)
        page.addWidget(self._foot())

    def _foot(self) -> QFrame:
        foot = QFrame()
        foot.setObjectName("card")
        layout = QHBoxLayout(foot)
        layout.setContentsMargins(16, 8, 16, 8)
        layout.setSpacing(16)
        self._promise.setText(self.tr("Every answer is kept as you give it · Ctrl+Z takes it back"))
        self._promise.setObjectName("soft")
        self._progress.setTextVisible(False)
        self._progress.setAccessibleName(self.tr("Answers given"))
        layout.addWidget(self._count)
        layout.addWidget(self._progress, 1)
        layout.addWidget(self._promise)
        return foot

    @property
    def _is_wide(self) -> bool:
        return self.width() >= self.look.px(_MAP_BESIDE_ABOVE)

    def _arrange(self) -> None:
        """The picture stands beside the rows where there is room, else above them."""
        is_beside = self._middle.indexOf(self._map_card) >= 0
        if self._is_wide and not is_beside:
            self.sheet.put_above(None)
            self._middle.insertWidget(0, self._map_card)
        elif not self._is_wide and is_beside and self.sheet.is_built:
            self._middle.removeWidget(self._map_card)
            self.sheet.put_above(self._map_card)
        self._promise.setVisible(self._is_wide)
        is_narrow = self.width() < self.look.px(1000)
        beside = _NARROW_MAP_WIDTH if is_narrow else _MAP_WIDTH
        self._map_card.setMaximumWidth(beside if self._is_wide else 16_777_215)


def _told(factor: Factor, answer: Answer | None) -> str:
    """A place with its rating: ``Jaw 6``; a dash while there is none."""
    rating = figure(answer) if isinstance(answer, float) else "–"
    return f"{factor.name} {rating}"
