"""Movement: sessions, shoes, days to count from, this week against the last, and notes."""

from PySide6.QtWidgets import QPushButton, QVBoxLayout, QWidget

from heeldiary.domain.days import read_day
from heeldiary.domain.edits import Change
from heeldiary.domain.movement import Activity, Milestone, MilestoneKind, Session, Shoe
from heeldiary.domain.refusal import Refused
from heeldiary.ui.desk import Desk
from heeldiary.ui.form_page import FormPage
from heeldiary.ui.keeper import SettingsKeeper
from heeldiary.ui.theme import Look
from heeldiary.ui.units import Units
from heeldiary.ui.widgets.invitation import EmptyRoom, Invitation
from heeldiary.ui.widgets.movement_forms import MovementForms, Writing
from heeldiary.ui.widgets.movement_sheet import MovementSheet


class MovementPage(FormPage):
    """Lists in front; a form takes their place while something is written."""

    def __init__(self, desk: Desk, look: Look) -> None:
        super().__init__(desk, look)
        self._keeper: SettingsKeeper | None = None
        self._writing: Writing | None = None
        self._forms = MovementForms(look, desk.diary, desk.clock)
        self.sheet = MovementSheet(desk, look)
        self.first = QPushButton(self.tr("Add a session"))
        self.first_pair = QPushButton(self.tr("Add a pair of shoes"))
        self._invitation = self._made_invitation()
        self._lay_out()

        self.first.clicked.connect(self._write_session)
        self.first_pair.clicked.connect(self._write_shoe)
        self.sheet.form_wanted.connect(self.open_form)
        self.sheet.record_chosen.connect(self._open)
        self.sheet.notes.turned.connect(self._turn_note)

    @property
    def front(self) -> QWidget:
        return self.sheet if self.sheet.has_records else self._invitation

    def use(self, keeper: SettingsKeeper) -> None:
        self._keeper = keeper
        keeper.changed.connect(self._take_settings)
        self._take_settings()

    def refresh(self) -> None:
        self.sheet.refresh()
        self.show_front()

    def begin_in_front(self) -> None:
        (self.first if self.front is self._invitation else self.sheet.add_session).setFocus()

    def open_form(self, name: str) -> None:
        """Begin a ``session`` (``session:2026-11-18`` on that day), a ``shoe``, an ``activity``,
        or a ``milestone`` (or one of its kinds)."""
        if not self.can_write():
            return
        try:
            self._show_writing(self._new(name))
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

    def _open(self, kind: str, record_id: str) -> None:
        """Write in the record that was chosen from a list; the line of a week is none."""
        record = self.desk.diary.find(kind, record_id)
        match record:
            case Session():
                self._show_writing(self._forms.session(record))
            case Shoe():
                self._show_writing(self._forms.shoe(record))
            case Milestone():
                self._show_writing(self._forms.milestone(record.what, record))
            case Activity():
                self._show_writing(self._forms.activity(record))

    def _show_writing(self, writing: Writing) -> None:
        self._writing = writing
        writing.form.setContentsMargins(24, 18, 18, 18)
        self.show_form(writing.form)

    def change(self) -> Change | None:
        assert self._writing is not None
        return self._writing.change(self._writing.form.given)

    def removal(self) -> tuple[Change, str]:
        assert self._writing is not None
        assert self._writing.removal is not None
        change, is_retired = self._writing.removal()
        if not is_retired:
            return change, ""
        return change, self.tr(
            "“{0}” stands in sessions, so it was retired: it is not offered any more, "
            "and all that was recorded stays."
        ).format(self._writing.name)

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

    def _made_invitation(self) -> EmptyRoom:
        """What is shown while nothing is recorded."""
        invitation = Invitation(
            self.look,
            self.tr("What you did, and how the heel took it"),
            self.tr(
                "A walk, a swim, a run: how long, and how the heel felt then and on the next "
                "morning. One line is enough; any question may be left open."
            ),
            self.first,
            self.first_pair,
        )
        return EmptyRoom(self.look, self.tr("Movement"), invitation)

    def _lay_out(self) -> None:
        self.places.addWidget(self._invitation)
        self.places.addWidget(self.sheet)
        page = QVBoxLayout(self)
        page.setContentsMargins(0, 0, 0, 0)
        page.addWidget(self.notice)
        page.addWidget(self.places, 1)
