"""What the rooms have in common in which records are written in forms."""

from PySide6.QtWidgets import QStackedWidget, QWidget

from heeldiary.domain.edits import Change
from heeldiary.domain.refusal import Refused
from heeldiary.ui.desk import Desk
from heeldiary.ui.page import Page
from heeldiary.ui.theme import Look
from heeldiary.ui.widgets.notice import Notice
from heeldiary.ui.widgets.record_form import RecordForm


class FormPage(Page):
    """Lists in front; a form takes their place while something is written.

    A page says what is in ``front``, where the keyboard begins there, and what keeping and
    removing change. When a form goes, the keyboard returns to where it was opened.
    """

    def __init__(self, desk: Desk, look: Look) -> None:
        super().__init__(desk, look)
        self.form: RecordForm | None = None
        """The form that is in front, if one is."""
        self.notice = Notice()
        self.places = QStackedWidget()

        desk.refused.connect(self.say)

    @property
    def front(self) -> QWidget:
        """What stands here while nothing is written."""
        front = self.places.widget(0)
        assert front is not None
        return front

    def begin_in_front(self) -> None:
        """Put the keyboard where the work begins while nothing is written."""

    def change(self) -> Change | None:
        """What keeping the form changes; Refused when it cannot be kept."""
        raise AssertionError("a page with forms keeps what is written in them")

    def removal(self) -> tuple[Change, str]:
        """What removing the record changes, and what is to be said about it, if anything."""
        raise AssertionError("only forms of records remove them")

    def after_keeping(self) -> None:
        """Go on from a form that was kept."""
        self.go_back()

    def begin(self) -> None:
        if self.form is not None:
            next(iter(self.form.editors.values())).setFocus()
        else:
            self.begin_in_front()

    def commit(self) -> None:
        """Keep a form that is complete; one that is not stays as it is."""
        if not self.is_kept and self.write():
            self.put_away()

    @property
    def is_kept(self) -> bool:
        return self.form is None or not self.form.is_touched

    def can_write(self) -> bool:
        """Whether a form can be begun; one that is not complete stays, and that is said."""
        self.commit()
        if not self.is_kept:
            self.notice.say(self.tr("Keep what stands in this form, or go back, before the next."))
        return self.is_kept

    def show_form(self, form: RecordForm) -> None:
        """Bring a form to the front."""
        self.put_away()
        self.form = form
        self.places.addWidget(form)
        self.places.setCurrentWidget(form)
        self.notice.hide()
        form.kept.connect(self._keep)
        form.removed.connect(self._remove)
        form.left.connect(self.go_back)
        self.begin()

    def show_front(self) -> None:
        """Show what stands here while nothing is written, unless something is."""
        if self.form is None:
            self.places.setCurrentWidget(self.front)

    def put_away(self) -> None:
        """Let go of the form, and of what stands in it."""
        form, self.form = self.form, None
        self.show_front()
        if form is not None:
            self.places.removeWidget(form)
            form.deleteLater()

    def go_back(self) -> None:
        """Go back to what is in front; the form has asked about what was not kept."""
        self.put_away()
        opener: QWidget | None = self.front.focusWidget()
        if opener is not None and opener.isVisibleTo(self.front) and opener.isEnabled():
            opener.setFocus()
        else:
            self.begin_in_front()

    def write(self) -> bool:
        """Whether what stands in the form is in the diary now; if not, the form says why."""
        assert self.form is not None
        try:
            change = self.change()
        except Refused as refusal:
            self.form.say(str(refusal))
            return False
        return self.desk.apply(change)

    def say(self, sentence: str) -> None:
        """In the form where one is open, else above the lists."""
        if self.form is not None:
            self.form.say(sentence)
        else:
            self.notice.say(sentence)

    def _keep(self) -> None:
        if self.write():
            self.after_keeping()

    def _remove(self) -> None:
        change, said = self.removal()
        if self.desk.apply(change):
            self.go_back()
            if said:
                self.notice.say(said)
