"""Flares: the owner's own word on them, what they add up to, and what waits for a yes or no."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QPushButton, QScrollArea, QVBoxLayout, QWidget

from heeldiary.analysis.flares import flare_totals
from heeldiary.domain.days import Span
from heeldiary.domain.edits import Change
from heeldiary.domain.flare_offers import (
    FlareOffer,
    decline_flare,
    end_flare,
    flares_offered,
    keep_flare,
    take_flare,
    usual_last_day,
)
from heeldiary.domain.flares import Flare
from heeldiary.domain.keeping import remove
from heeldiary.domain.refusal import Refused
from heeldiary.ui.desk import Desk
from heeldiary.ui.form_page import FormPage
from heeldiary.ui.theme import Look
from heeldiary.ui.widgets.button_row import button_row
from heeldiary.ui.widgets.card import Card
from heeldiary.ui.widgets.flare_cards import FlareOfferCard, FlareTotalsCard, OpenFlareCard
from heeldiary.ui.widgets.flare_form import FlareForm
from heeldiary.ui.widgets.flare_words import FlareWords
from heeldiary.ui.widgets.invitation import Invitation
from heeldiary.ui.widgets.page_title import PageTitle
from heeldiary.ui.widgets.record_list import STEP, RecordList

_FIRST = 6
"""Flares listed at once; eight take noticeably longer to lay out."""


class FlaresPage(FormPage):
    """The list in front; a form takes its place while something is written."""

    def __init__(self, desk: Desk, look: Look) -> None:
        super().__init__(desk, look)
        self._words = FlareWords(self)
        self._plan = FlareForm(look, desk.clock, self)
        self._flares: list[Flare] = []
        self._offers: list[FlareOffer] = []
        self._listed = _FIRST
        self._old: Flare | None = None
        self._title = PageTitle(look, self.tr("Flares"))
        self.open_card = OpenFlareCard(look)
        self.offer_card = FlareOfferCard(look)
        self.totals_card = FlareTotalsCard(look)
        self.first = self._adding()
        self.invitation = self._made_invitation()
        self.list = RecordList(look, self._words.columns(), self.tr("Flares"))
        self.add_button = self._adding()
        self._add_row = button_row(look, self.add_button)
        self._lay_out()

        self.open_card.ended.connect(self._end)
        self.offer_card.taken.connect(self._take)
        self.offer_card.declined.connect(self._decline)
        self.totals_card.chosen.connect(self._show_totals)
        self.list.chosen.connect(self._open)
        self.list.more_wanted.connect(self._show_earlier)

    def refresh(self) -> None:
        diary, today = self.desk.diary, self.desk.today()
        self._flares = list(reversed(diary.records(Flare)))
        self._offers = list(flares_offered(diary, today))
        has_any = bool(self._flares)
        is_empty = not has_any and not self._offers
        self.invitation.setVisible(is_empty)
        self._add_row.setHidden(is_empty)
        self.totals_card.setVisible(has_any)
        self.offer_card.show_offers(self._offers, self.desk.factors())
        self._show_open()
        if has_any:
            self.totals_card.reach(self._all_days, today)
        self._show_totals()
        self._show_list()

    def begin_in_front(self) -> None:
        if self._offers:
            self.offer_card.yes.setFocus()
        elif self._going_on is not None:
            self.open_card.over.setFocus()
        else:
            (self.first if self._add_row.isHidden() else self.add_button).setFocus()

    def open_form(self, name: str) -> None:  # noqa: ARG002
        """Begin a new flare, whatever the name."""
        if self.can_write():
            self._write(None)

    def change(self) -> Change | None:
        assert self.form is not None
        flare = self._plan.flare(self._old, self.form.given)
        return keep_flare(self._old, flare, self.desk.diary, self.desk.clock)

    def removal(self) -> tuple[Change, str]:
        assert self._old is not None
        label = self.tr("Flare from {0} removed").format(self._old.first_day)
        change, _ = remove(self._old, label, self.desk.diary, self.desk.clock)
        return change, ""

    @property
    def _going_on(self) -> Flare | None:
        return next((flare for flare in self._flares if flare.last_day is None), None)

    @property
    def _all_days(self) -> Span:
        """From the first flare of all to today."""
        today = self.desk.today()
        return Span(min(self._flares[-1].first_day, today), today)

    def _show_open(self) -> None:
        flare, today = self._going_on, self.desk.today()
        last_day = usual_last_day(flare, self.desk.diary, today) if flare else today
        self.open_card.show_flare(flare, today, last_day)

    def _show_totals(self) -> None:
        if self._flares:
            of_all = flare_totals(self._flares, self._all_days)
            of_period = flare_totals(self._flares, self.totals_card.period.span)
            self.totals_card.show_totals(of_period, of_all)

    def _show_list(self) -> None:
        until = Span(self.desk.today(), self.desk.today())
        shown, factors = self._flares[: self._listed], self.desk.factors()
        self.list.show_rows([self._words.row(each, factors, until) for each in shown])
        self.list.can_show_more(can=len(self._flares) > len(shown))
        self._list_card.setVisible(bool(shown))

    def _show_earlier(self) -> None:
        self._listed += STEP
        self._show_list()

    def _take(self) -> None:
        if self._offers:
            self._apply(take_flare(self._offers[0], self.desk.clock))

    def _decline(self) -> None:
        if self._offers:
            self._apply(decline_flare(self._offers[0], self.desk.clock))

    def _end(self) -> None:
        flare, today = self._going_on, self.desk.today()
        if flare is None:
            return
        try:
            last_day = usual_last_day(flare, self.desk.diary, today)
            self._apply(end_flare(flare, last_day, self.desk.clock))
        except Refused as refusal:
            self.notice.say(str(refusal))

    def _apply(self, change: Change | None) -> None:
        if self.desk.apply(change):
            self.begin()

    def _write_new(self) -> None:
        self._write(None)

    def _open(self, flare_id: str) -> None:
        found = self.desk.diary.find(Flare.kind, flare_id)
        if isinstance(found, Flare):
            self._write(found)

    def _write(self, old: Flare | None) -> None:
        """Bring a form to the front, with a flare or empty."""
        form = self._plan.make(self.desk.factors())
        form.setContentsMargins(24, 18, 18, 18)
        self._old = old
        self._plan.begin(form, old)
        self.show_form(form)

    def _adding(self) -> QPushButton:
        button = QPushButton(self.tr("Add a flare"))
        button.setAutoDefault(True)
        button.clicked.connect(self._write_new)
        return button

    def _made_invitation(self) -> Invitation:
        return Invitation(
            self.look,
            self.tr("No flare is kept yet"),
            self.tr(
                "Write down when a flare began, where it was and what you think set it off. When "
                "you answer “flare” on Today, such days are offered here; nothing is called a "
                "flare without your yes."
            ),
            self.first,
        )

    def _lay_out(self) -> None:
        self._list_card = Card(self.look, self.tr("All flares"))
        self._list_card.add(self.list)
        sheet = QWidget()
        cards = QVBoxLayout(sheet)
        cards.setContentsMargins(24, 18, 18, 18)
        cards.setSpacing(14)
        for widget in (self._title, self.invitation, self.offer_card, self.open_card):
            cards.addWidget(widget)
        cards.addWidget(self._add_row)
        cards.addWidget(self.totals_card)
        cards.addWidget(self._list_card)
        cards.addStretch(1)
        scroll = QScrollArea()
        scroll.setObjectName("scroll")
        scroll.setWidgetResizable(True)
        scroll.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        scroll.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        scroll.setWidget(sheet)
        self.places.addWidget(scroll)
        page = QVBoxLayout(self)
        page.setContentsMargins(0, 0, 0, 0)
        page.addWidget(self.notice)
        page.addWidget(self.places, 1)
