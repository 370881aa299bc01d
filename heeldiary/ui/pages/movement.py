"""Movement: sessions, shoes, days to count from, this week against the last, and notes."""

from PySide6.QtWidgets import QLabel, QPushButton, QStackedWidget, QVBoxLayout, QWidget

from heeldiary.domain.days import read_day
from heeldiary.domain.movement import Activity, Milestone, MilestoneKind, Session, Shoe
from heeldiary.domain.refusal import Refused
from heeldiary.ui import prompts
from heeldiary.ui.desk import Desk
from heeldiary.ui.keeper import SettingsKeeper
from heeldiary.ui.page import Page
from heeldiary.ui.theme import Look
from heeldiary.ui.units import Units
from heeldiary.ui.widgets.button_row import button_row
from heeldiary.ui.widgets.card import Card
from heeldiary.ui.widgets.movement_forms import MovementForms, Writing
from heeldiary.ui.widgets.movement_sheet import MovementSheet
from heeldiary.ui.widgets.notice import Notice
from heeldiary.ui.widgets.record_form import RecordForm


class MovementPage(Page):
    """Lists in front; a form takes their place while something is written."""

    def __init__(self, desk: Desk, look: Look) -> None:
        super().__init__(desk, look)
        self._keeper: SettingsKeeper | None = None
        self._writing: Writing | None = None
        self._forms = MovementForms(look, desk.diary, desk.clock)
        self.notice = Notice()
        self.sheet = MovementSheet(desk, look)
        self.first = QPushButton(self.tr("Record a session"))
        self.first.setObjectName("primary")
        self.first_pair = QPushButton(self.tr("Add a pair of shoes"))
        self._content = QStackedWidget()
        self._invitation = self._made_invitation()
        self._lay_out()

        self.first.clicked.connect(self._write_session)
        self.first_pair.clicked.connect(self._write_shoe)
        self.sheet.form_wanted.connect(self.open_form)
        self.sheet.record_chosen.connect(self._open)
        self.sheet.notes.turned.connect(self._turn_note)
        desk.refused.connect(self._say_refusal)

    def use(self, keeper: SettingsKeeper) -> None:
        self._keeper = keeper
        keeper.changed.connect(self._take_settings)
        self._take_settings()

    def refresh(self) -> None:
        self.sheet.refresh()
        if self.form is None:
            self._show_front()

    def begin(self) -> None:
        if self.form is not None:
            next(iter(self.form.editors.values())).setFocus()
        elif self._content.currentWidget() is self._invitation:
            self.first.setFocus()
        else:
            self.sheet.add_session.setFocus()

    def open_form(self, name: str) -> None:
        """Begin a ``session`` (``session:2026-11-18`` on that day), a ``shoe``, an ``activity``,
        or a ``milestone`` (or one of its kinds)."""
        self.commit()
        if not self.is_kept:
            self.notice.say(self.tr("Keep what stands in this form, or go back, before the next."))
            return
        try:
            self._show_form(self._new(name))
        except Refused as refusal:
            self.notice.say(str(refusal))

    def _new(self, name: str) -> Writing:
        what, _, day = name.partition(":")
        if what in tuple(MilestoneKind) or what == Milestone.kind:
            is_any = what == Milestone.kind
            kind = MilestoneKind.LOAD_REDUCED if is_any else MilestoneKind(what)
            return self._forms.milestone(kind)
        if what == Shoe.kind:
            return self._forms.shoe()
        if what == Activity.kind:
            return self._forms.activity()
        return self._forms.session(day=read_day(day) if day else None)

    def commit(self) -> None:
        """Keep what stands in the form when it can be kept; else it stays as it is."""
        if self.form is not None and self.form.is_touched:
            self.form.try_to_keep()

    @property
    def is_kept(self) -> bool:
        return self.form is None or not self.form.is_touched

    @property
    def form(self) -> RecordForm | None:
        """The form that is in front, if one is."""
        return None if self._writing is None else self._writing.form

    def _open(self, kind: str, record_id: str) -> None:
        """Write in the record that was chosen from a list; the line of a week is none."""
        record = self.desk.diary.find(kind, record_id)
        match record:
            case Session():
                self._show_form(self._forms.session(record))
            case Shoe():
                self._show_form(self._forms.shoe(record))
            case Milestone():
                self._show_form(self._forms.milestone(record.what, record))
            case Activity():
                self._show_form(self._forms.activity(record))

    def _show_form(self, writing: Writing) -> None:
        self._drop_form()
        self._writing = writing
        form = writing.form
        form.setContentsMargins(24, 18, 18, 18)
        form.kept.connect(self._keep)
        form.removed.connect(self._remove)
        form.left.connect(self._go_back)
        self._content.addWidget(form)
        self._content.setCurrentWidget(form)
        self.begin()

    def _keep(self) -> None:
        assert self._writing is not None
        form = self._writing.form
        try:
            change = self._writing.change(form.given)
        except Refused as refusal:
            form.say(str(refusal))
            return
        if self.desk.apply(change):
            self._leave()

    def _remove(self) -> None:
        assert self._writing is not None
        assert self._writing.removal is not None
        name = self._writing.name
        change, is_retired = self._writing.removal()
        if self.desk.apply(change):
            self._leave()
            if is_retired:
                self.notice.say(
                    self.tr(
                        "“{0}” stands in sessions, so it was retired: it is not offered any more, "
                        "and all that was recorded stays."
                    ).format(name)
                )

    def _go_back(self) -> None:
        """Go back to the lists; what was typed and is not kept is asked about first."""
        if self.is_kept or prompts.ask(
            self,
            self.tr("Not kept yet"),
            self.tr("What you wrote here is not kept yet. Go back without it?"),
            self.tr("Go back without it"),
        ):
            self._leave()

    def _leave(self) -> None:
        self._drop_form()
        self._show_front()
        self.begin()

    def _drop_form(self) -> None:
        if self._writing is not None:
            self._content.removeWidget(self._writing.form)
            self._writing.form.deleteLater()
            self._writing = None

    def _show_front(self) -> None:
        front = self.sheet if self.sheet.has_records else self._invitation
        self._content.setCurrentWidget(front)

    def _write_session(self) -> None:
        self.open_form(Session.kind)

    def _write_shoe(self) -> None:
        self.open_form(Shoe.kind)

    def _turn_note(self, name: str, shows: bool) -> None:
        """Show a note from now on, or leave it out."""
        if self._keeper is None:
            return
        off = [other for other in self._keeper.settings.notes_off if other != name]
        self._keeper.change(notes_off=tuple(off if shows else [*off, name]))

    def _take_settings(self) -> None:
        assert self._keeper is not None
        units = Units.of(self._keeper.settings)
        chosen = (units, self._keeper.settings.notes_off)
        if chosen == (self.sheet.units, self.sheet.notes_off):
            return
        self._forms.units = self.sheet.units = units
        self.sheet.notes_off = self._keeper.settings.notes_off
        self._read_again()

    def _say_refusal(self, sentence: str) -> None:
        """In the form where one is open, else above the lists."""
        if self.form is not None:
            self.form.say(sentence)
        else:
            self.notice.say(sentence)

    def _made_invitation(self) -> QWidget:
        """What is shown while nothing is recorded."""
        words = QLabel(
            self.tr(
                "A walk, a swim, a run: what you did, how long, and how the heel took it, then "
                "and on the next morning. One line is enough; any question may be left open."
            )
        )
        words.setWordWrap(True)
        card = Card(self.look, self.tr("Movement"))
        card.add(words)
        card.add(button_row(self.look, self.first, self.first_pair))
        holder = QWidget()
        outer = QVBoxLayout(holder)
        outer.setContentsMargins(24, 18, 18, 18)
        outer.addWidget(card)
        outer.addStretch(1)
        return holder

    def _lay_out(self) -> None:
        self._content.addWidget(self._invitation)
        self._content.addWidget(self.sheet)
        page = QVBoxLayout(self)
        page.setContentsMargins(0, 0, 0, 0)
        page.addWidget(self.notice)
        page.addWidget(self._content, 1)
