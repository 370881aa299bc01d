"""The medicines of now, each with its plan and what can be done; those of earlier are folded."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from PySide6.QtCore import QLocale, Qt, Signal
from PySide6.QtWidgets import QLabel, QPushButton

from heeldiary.analysis.medication import CurrentMedicine, current_medicines
from heeldiary.domain.dose_words import CLASS_NAMES, regimen_words
from heeldiary.domain.medicines import Dose, Medicine, Regimen
from heeldiary.domain.regimens import AsNeeded, Waiting, as_needed_on, doses_around, next_due
from heeldiary.ui.desk import Desk
from heeldiary.ui.theme import Look
from heeldiary.ui.widgets.button_row import button_row
from heeldiary.ui.widgets.card import Card
from heeldiary.ui.widgets.invitation import Invitation
from heeldiary.ui.widgets.medicine_tab import MedicineTab, soft
from heeldiary.ui.widgets.medicine_words import as_needed_words, earlier_row, next_words
from heeldiary.ui.widgets.record_list import RecordList
from heeldiary.ui.wording import say_date

_LONG_NAME = 24


@dataclass(frozen=True, slots=True, kw_only=True)
class Standing:
    """How a medicine stands today."""

    medicine: Medicine
    now: CurrentMedicine | None
    """None while no period holds: it begins later, or was never said."""
    later: Regimen | None
    """The first period that begins after today."""
    waits: Waiting | None
    needed: AsNeeded | None


class MedicineCard(Card):
    """One medicine: name, class, plan, since when, next due, and its buttons."""

    wanted = Signal(str, str)

    def __init__(self, look: Look, medicine: Medicine) -> None:
        super().__init__(look, medicine.name)
        self.medicine_id = medicine.id
        self.plan = QLabel()
        self.plan.setWordWrap(True)
        self.since = soft()
        self.dose = self._button(self.tr("Add a dose"), "dose_of")
        self.begin = self._button(self.tr("Say how it is taken"), "begin")
        self.change = self._button(self.tr("Change"), "change")
        self.end = self._button(self.tr("End"), "end")
        self.details = self._button(self.tr("Name and details"), "details")
        self.plan.setTextFormat(Qt.TextFormat.PlainText)  # a name may look like markup
        self.add(self.plan)
        self.add(self.since)
        self.add(button_row(look, self.dose, self.begin, self.change, self.end, self.details))

    def show_standing(self, standing: Standing) -> None:
        medicine, now = standing.medicine, standing.now
        self._title.setText(medicine.name)
        self._title.setWordWrap(len(medicine.name) > _LONG_NAME)
        self._remark.setText(CLASS_NAMES[medicine.medicine_class])
        self.plan.setText(self._plan(standing))
        self.since.setText(self._since(standing))
        self.since.setVisible(bool(self.since.text()))
        has_plan = now is not None or standing.later is not None
        self.begin.setVisible(not has_plan)
        self.change.setVisible(has_plan)
        self.end.setVisible(has_plan)
        for button in (self.dose, self.begin, self.change, self.end, self.details):
            button.setAccessibleName(f"{medicine.name}: {button.text()}")

    def _plan(self, standing: Standing) -> str:
        decimal = QLocale().decimalPoint()
        said = []
        if standing.now is not None:
            said.append(regimen_words(standing.now.regimen, decimal))
        if standing.later is not None:
            words = regimen_words(standing.later, decimal)
            said.append(self.tr("From {0}: {1}").format(say_date(standing.later.first_day), words))
        return "\n".join(said) or self.tr("How it is taken is not recorded yet.")

    def _since(self, standing: Standing) -> str:
        parts = []
        if standing.now is not None:
            parts += self._days(standing.now)
        if standing.waits is not None:
            parts.append(next_words(standing.waits))
        if standing.needed is not None:
            parts.append(as_needed_words(standing.needed))
        return "  ·  ".join(parts)

    def _days(self, now: CurrentMedicine) -> list[str]:
        days = [self.tr("Since {0}").format(say_date(now.since))]
        if now.begun != now.since:
            days.append(self.tr("the medicine since {0}").format(say_date(now.begun)))
        if now.regimen.last_day is not None:
            days.append(self.tr("until {0}").format(say_date(now.regimen.last_day)))
        if now.regimen.began_because:
            days.append(self.tr("because: {0}").format(now.regimen.began_because))
        return days

    def _button(self, text: str, form: str) -> QPushButton:
        button = QPushButton(text)
        button.setProperty("form", form)
        button.clicked.connect(self._ask)
        return button

    def _ask(self) -> None:
        button = self.sender()
        assert button is not None
        self.wanted.emit(button.property("form"), self.medicine_id)


class NowTab(MedicineTab):
    """Cards of the medicines in use, a button to add one, and the earlier ones."""

    def __init__(self, desk: Desk, look: Look) -> None:
        super().__init__(desk, look)
        self.first = self.asking(self.tr("Add a medicine"), "medicine")
        self.invitation = Invitation(
            look,
            self.tr("Your medicines"),
            self.tr(
                "Write down what you take, and since when. A change of dose begins a new "
                "period, so that earlier days stay as they were."
            ),
            self.first,
        )
        self.add = self.asking(self.tr("Add a medicine"), "medicine")
        self.medicines: list[MedicineCard] = []
        self.earlier = Card(look, self.tr("Earlier medicines"))
        self.earlier_list = RecordList(
            look,
            (
                self.tr("Medicine"),
                self.tr("Class"),
                self.tr("Last plan"),
                self.tr("Days"),
                self.tr("Why it ended"),
            ),
            self.tr("Earlier medicines"),
        )
        self.opening(self.earlier_list, "details")
        self.unfold = QPushButton()
        self.unfold.setCheckable(True)
        self.again = QPushButton(self.tr("Take it again"))
        self._lay_out()

        self.unfold.toggled.connect(self._show_earlier)
        self.again.clicked.connect(self._begin_again)

    def refresh(self) -> None:
        medicines = self.desk.diary.records(Medicine)
        regimens = self.desk.diary.records(Regimen)
        today = self.desk.today()
        using = [each for each in medicines if _is_in_use(each, regimens, today)]
        earlier = [each for each in medicines if each not in using]
        self.invitation.setVisible(not medicines)
        self._add_row.setVisible(bool(medicines))
        self._show_cards(self._standings(using, regimens, today))
        self.earlier.setVisible(bool(earlier))
        rows = [earlier_row(each, _last(each, regimens)) for each in earlier]
        self.earlier_list.show_rows(rows)
        self._show_earlier(is_open=self.unfold.isChecked())

    def begin(self) -> None:
        if not self.invitation.isHidden():
            self.first.setFocus()
        elif self.medicines:
            self.medicines[0].dose.setFocus()
        else:
            self.add.setFocus()

    def _standings(
        self, using: Sequence[Medicine], regimens: Sequence[Regimen], today: date
    ) -> list[Standing]:
        doses = self.desk.diary.records(Dose, doses_around(regimens, today))
        now = {each.medicine.id: each for each in current_medicines(using, regimens, today)}
        needed = {day.regimen.medicine: day for day in as_needed_on(regimens, doses, today)}
        standings = []
        for medicine in sorted(using, key=_name):
            own = [each for each in regimens if each.medicine == medicine.id]
            later = [each for each in own if each.first_day > today]
            standings.append(
                Standing(
                    medicine=medicine,
                    now=now.get(medicine.id),
                    later=min(later, key=_first_day, default=None),
                    waits=next_due(own, doses, today),
                    needed=needed.get(medicine.id),
                )
            )
        return standings

    def _show_cards(self, standings: Sequence[Standing]) -> None:
        """The cards stay where the same medicines are shown, and the keyboard with them."""
        ids = [standing.medicine.id for standing in standings]
        if ids != [card.medicine_id for card in self.medicines]:
            for card in self.medicines:
                card.hide()
                card.deleteLater()
            self.medicines = [MedicineCard(self.look, each.medicine) for each in standings]
            for place, card in enumerate(self.medicines):
                self._card_places.insertWidget(place, card)
                card.wanted.connect(self.wanted)
        for card, standing in zip(self.medicines, standings, strict=True):
            card.show_standing(standing)

    def _show_earlier(self, is_open: bool) -> None:
        count = len(self.earlier_list.table.texts.rows)
        text = self.tr("Hide them") if is_open else self.tr("Show them ({0})").format(count)
        self.unfold.setText(text)
        for part in (self.earlier_list, self._earlier_buttons):
            part.setVisible(is_open)

    def _begin_again(self) -> None:
        if self.earlier_list.current:
            self.wanted.emit("begin", self.earlier_list.current)
        else:
            self.earlier_list.table.setFocus()

    def _lay_out(self) -> None:
        self._card_places = self.cards
        self._add_row = button_row(self.look, self.add)
        self._earlier_buttons = button_row(self.look, self.again)
        self.earlier.add(button_row(self.look, self.unfold))
        self.earlier.add(self.earlier_list)
        self.earlier.add(self._earlier_buttons)
        for part in (self.invitation, self._add_row, self.earlier):
            self.cards.addWidget(part)
        self.cards.addStretch(1)


def _is_in_use(medicine: Medicine, regimens: Sequence[Regimen], today: date) -> bool:
    """Taken now or from a later day on, or just added without a plan."""
    own = [each for each in regimens if each.medicine == medicine.id]
    goes_on = any(each.last_day is None or each.last_day >= today for each in own)
    return not medicine.retired and (goes_on or not own)


def _last(medicine: Medicine, regimens: Sequence[Regimen]) -> Regimen | None:
    own = (each for each in regimens if each.medicine == medicine.id)
    return max(own, key=_first_day, default=None)


def _first_day(regimen: Regimen) -> date:
    return regimen.first_day


def _name(medicine: Medicine) -> str:
    return medicine.name.casefold()
