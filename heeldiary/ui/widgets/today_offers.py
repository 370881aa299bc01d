"""What is due, at the head of Today: one calm line each, with what can be done about it."""

from datetime import date

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QFrame, QVBoxLayout

from heeldiary.domain.offers import Offers
from heeldiary.ui.desk import Desk
from heeldiary.ui.theme import Look
from heeldiary.ui.widgets.action_line import Action, ActionLine
from heeldiary.ui.wording import say_day, say_short_day

_SENTENCE = 400
"""How wide a sentence is at 100 % text before it is broken."""


class TodayOffers(QFrame):
    """At most two lines. What is put off comes again another day, a flare until yes or no."""

    log_wanted = Signal(str)

    def __init__(self, desk: Desk, look: Look) -> None:
        super().__init__()
        self.desk = desk
        self.look = look
        self.lines: dict[str, ActionLine] = {}
        self._offers = Offers()
        self._put_off: set[tuple[str, date]] = set()
        self.setObjectName("card")
        self._rows = QVBoxLayout(self)
        self._rows.setContentsMargins(18, 6, 18, 6)
        self._rows.setSpacing(4)

    def show_offers(self, offers: Offers) -> None:
        """Show these, without what was put off today."""
        self._offers = offers
        said = {key: text for key, text in self._sentences().items() if self._is_due(key)}
        if list(said) != list(self.lines):
            self._build(list(said))
        for key, sentence in said.items():
            self.lines[key].show_state(sentence, "", self._doable(key))
        self.setVisible(bool(said))

    def _is_due(self, key: str) -> bool:
        return (key, self.desk.today()) not in self._put_off

    def _build(self, keys: list[str]) -> None:
        for line in self.lines.values():
            self._rows.removeWidget(line)
            line.hide()
            line.deleteLater()
        self.lines = {key: ActionLine(self.look, key, _SENTENCE) for key in keys}
        for line in self.lines.values():
            line.chosen.connect(self._choose)
            self._rows.addWidget(line)

    def _sentences(self) -> dict[str, str]:
        """The offers that there are, in words."""
        flare, visit, check = self._offers
        said = {}
        if flare is not None:
            first, last = say_short_day(flare.days.first), say_short_day(flare.days.last)
            asked = self.tr("You answered “flare” from {0} to {1}. Keep it as a flare?")
            if flare.days.first == flare.days.last:
                asked = self.tr("You answered “flare” on {0}. Keep it as a flare?")
            said["flare"] = asked.format(first, last)
        if visit is not None:
            when = " ".join(part for part in (say_day(visit.day), visit.time) if part)
            with_whom = self.tr("Your visit: {0}, {1}.").format(when, visit.clinician)
            said["visit"] = (
                with_whom if visit.clinician else self.tr("Your visit: {0}.").format(when)
            )
        if check is not None:
            said["check"] = self.tr("The weekly check is due.")
        return said

    def _doable(self, key: str) -> tuple[Action, ...]:
        later = Action("later", self.tr("Later"))
        return {
            "flare": (Action("yes", self.tr("Yes")), Action("no", self.tr("No")), later),
            "visit": (Action("visit/question", self.tr("Write a question")), later),
            "check": (Action("scores/check", self.tr("Fill it in")), later),
        }[key]

    def _choose(self, key: str, word: str) -> None:
        match word:
            case "later":
                self._put_off.add((key, self.desk.today()))
                self.show_offers(self._offers)
            case "yes" | "no":
                self._settle_flare(is_flare=word == "yes")
            case _:
                self.log_wanted.emit(word)

    def _settle_flare(self, *, is_flare: bool) -> None:
        from heeldiary.domain.flare_offers import decline_flare, take_flare

        flare = self._offers.flare
        assert flare is not None
        settle = take_flare if is_flare else decline_flare
        self.desk.apply(settle(flare, self.desk.clock))
