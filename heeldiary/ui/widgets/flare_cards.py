"""What stands above the list of flares: the open one, an offer, and what they add up to."""

from collections.abc import Sequence
from datetime import date

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QLabel, QPushButton

from heeldiary.analysis.flares import FlareTotals
from heeldiary.domain.days import Span
from heeldiary.domain.factors import Factors
from heeldiary.domain.flare_offers import FlareOffer
from heeldiary.domain.flares import Flare
from heeldiary.ui.theme import Look
from heeldiary.ui.widgets.button_row import button_row
from heeldiary.ui.widgets.card import Card
from heeldiary.ui.widgets.flare_words import FlareWords
from heeldiary.ui.widgets.period_chooser import PeriodChooser
from heeldiary.ui.wording import say_date


class OpenFlareCard(Card):
    """The flare that goes on, and the one click that ends it."""

    ended = Signal()

    def __init__(self, look: Look) -> None:
        super().__init__(look, self.tr("A flare goes on"))
        self._said = _wrapping()
        self.over = QPushButton(self.tr("It is over"))
        self.over.setObjectName("primary")
        self.over.setAutoDefault(True)
        self.add(self._said)
        self.add(button_row(look, self.over))
        self.over.clicked.connect(self.ended)

    def show_flare(self, flare: Flare | None, today: date, last_day: date) -> None:
        """Show this flare and the day that would be its last; without one the card is hidden."""
        self.setVisible(flare is not None)
        if flare is not None:
            day = (today - flare.first_day).days + 1
            self._said.setText(
                self.tr("It began on {0}; today is day {1}. Its last day would be {2}.").format(
                    say_date(flare.first_day), day, say_date(last_day)
                )
            )


class FlareOfferCard(Card):
    """One spell of answers at a time, with a yes and a no."""

    taken = Signal()
    declined = Signal()

    def __init__(self, look: Look) -> None:
        super().__init__(look, self.tr("Was this one flare?"))
        self._words = FlareWords(self)
        self._said = _wrapping()
        self.waiting = _wrapping()
        self.waiting.setObjectName("soft")
        self.yes = QPushButton(self.tr("Yes, keep it as a flare"))
        self.yes.setObjectName("primary")
        self.no = QPushButton(self.tr("No"))
        for button in (self.yes, self.no):
            button.setAutoDefault(True)
        self.add(self._said)
        self.add(button_row(look, self.yes, self.no))
        self.add(self.waiting)
        self.yes.clicked.connect(self.taken)
        self.no.clicked.connect(self.declined)

    def show_offers(self, offers: Sequence[FlareOffer], factors: Factors) -> None:
        """Show the first of these; without any the card is hidden."""
        self.setVisible(bool(offers))
        if offers:
            self._said.setText(self._words.offer(offers[0], factors))
            others = len(offers) - 1
            more = (
                self.tr("1 more is waiting.") if others == 1 else self.tr("{0} more are waiting.")
            )
            self.waiting.setText(more.format(others))
            self.waiting.setVisible(others > 0)

    @property
    def text(self) -> str:
        return self._said.text()


class FlareTotalsCard(Card):
    """What the flares add up to: all of them, and those of a period."""

    chosen = Signal()

    def __init__(self, look: Look) -> None:
        super().__init__(look, self.tr("In total"))
        self._words = FlareWords(self)
        self.period = PeriodChooser(look)
        self.period.periods.setAccessibleName(self.tr("Period of these totals"))
        self.of_period = _wrapping()
        self.of_all = _wrapping()
        self.of_all.setObjectName("soft")
        self.add(self.period)
        self.add(self.of_period)
        self.add(self.of_all)
        self.period.chosen.connect(self.chosen)

    def reach(self, recorded: Span, today: date) -> None:
        self.period.reach(recorded, today)

    def show_totals(self, of_period: FlareTotals, of_all: FlareTotals) -> None:
        self.of_period.setText(self._words.totals(of_period))
        first = say_date(of_all.span.first)
        since = self.tr("Since the first one, on {0}: {1}")
        self.of_all.setText(since.format(first, self._words.totals(of_all)))
        self.of_all.setVisible(of_all.span != of_period.span)


def _wrapping() -> QLabel:
    label = QLabel()
    label.setWordWrap(True)
    label.setTextFormat(Qt.TextFormat.PlainText)
    return label
