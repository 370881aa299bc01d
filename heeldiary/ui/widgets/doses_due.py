"""The medicines of a day on Today: what is due, what was recorded of it, and as-needed doses."""

from collections.abc import Mapping, Sequence
from dataclasses import replace
from datetime import date, timedelta
from typing import TYPE_CHECKING

from PySide6.QtCore import QLocale, Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from heeldiary.domain.days import Span
from heeldiary.domain.dose_words import amount_words
from heeldiary.domain.edits import Change, Edit
from heeldiary.domain.injection_sites import Place, next_site
from heeldiary.domain.keeping import keep
from heeldiary.domain.medicines import Dose, DoseState, Form, Medicine, Regimen, Route
from heeldiary.domain.refusal import Refused
from heeldiary.domain.regimens import (
    AsNeeded,
    DueDose,
    Waiting,
    as_needed_on,
    dose_id,
    doses_around,
    extra_dose,
    free_dose_id,
    in_use,
    record_dose,
    waiting,
)
from heeldiary.ui.desk import Desk
from heeldiary.ui.theme import Look
from heeldiary.ui.widgets.action_line import Action, ActionLine
from heeldiary.ui.widgets.card import Card
from heeldiary.ui.widgets.keyboard_way import bring_into_sight, first_control_after
from heeldiary.ui.wording import say_short_day

if TYPE_CHECKING:  # made when more is to be said of a dose
    from heeldiary.ui.widgets.dose_details import DoseDetails

_SITES_LOOKED_BACK = timedelta(days=730)
_INJECTED = (Route.SUBCUTANEOUS, Route.INTRAMUSCULAR)


class DosesDue(QWidget):
    """A line for each dose. One that nobody touched stays not recorded."""

    refused = Signal(str)

    def __init__(self, desk: Desk, look: Look) -> None:
        super().__init__()
        self.desk = desk
        self.look = look
        self.lines: dict[str, ActionLine] = {}
        self.details: DoseDetails | None = None
        self._detailed = ""
        self._day = desk.today()
        self._waiting: dict[str, Waiting] = {}
        self._as_needed: dict[str, AsNeeded] = {}
        self._extra: list[Dose] = []
        self._medicines: Mapping[str, Medicine] = {}
        self._card = Card(look, self.tr("Medicines"))
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.addWidget(self._card)

    def show_day(self, day: date) -> None:
        """Show the doses of this day; nothing is shown on a day without any."""
        if day != self._day:
            self._close_details()
        self._day = day
        self._read()
        names = [*self._waiting, *self._as_needed]
        if names != list(self.lines):
            self._build(names)
        for key, each in self._waiting.items():
            self.lines[key].show_state(self._name(each.due), self._state(each), self._doable(each))
        for key, needed in self._as_needed.items():
            self.lines[key].show_state(
                self._name_as_needed(needed), self._taken(needed), self._doable_as_needed(needed)
            )
        self.setVisible(bool(names))

    def commit(self) -> None:
        """Keep what was typed of a dose and not kept yet."""
        if not self.is_kept:
            self._keep_details()

    @property
    def is_kept(self) -> bool:
        return self.details is None or not self.details.is_touched

    def _read(self) -> None:
        diary, day = self.desk.diary, self._day
        regimens = diary.records(Regimen, Span(day, day))
        self._medicines = {each.id: each for each in diary.records(Medicine)} if regimens else {}
        regimens = in_use(regimens, self._medicines.values())
        doses = diary.records(Dose, doses_around(regimens, day)) if regimens else ()
        self._waiting = {dose_id(each.due): each for each in waiting(regimens, doses, day)}
        needed = as_needed_on(regimens, doses, day)
        self._as_needed = {f"as needed/{each.regimen.id}": each for each in needed}
        self._extra = [dose for dose in doses if dose.day == day and dose.due_day is None]

    def _build(self, keys: Sequence[str]) -> None:
        self._close_details()
        for line in self.lines.values():
            self._card.rows.removeWidget(line)
            line.hide()
            line.deleteLater()
        self.lines = {key: ActionLine(self.look, key) for key in keys}
        for line in self.lines.values():
            line.chosen.connect(self._choose)
            self._card.add(line)
            line.show()

    def _choose(self, key: str, word: str) -> None:
        """A button of a line was pressed: record at once, or ask for what else is known."""
        self._close_details()
        match word:
            case "taken":
                self._take(key)
            case "missed":
                if self._record(key, DoseState.MISSED):
                    self._go_on(key)
            case "clear":
                self._clear(key)
            case _:
                self._open_details(key, word)

    def _take(self, key: str) -> None:
        time = self.desk.clock.now().strftime("%H:%M") if self._is_today else ""
        if key in self._as_needed:
            is_kept = self._add(key, self._as_needed[key].regimen.dose, time)
        else:
            is_kept = self._record(key, DoseState.TAKEN, time=time)
        if is_kept:
            self._ask_where_or_go_on(key)

    def _record(
        self,
        key: str,
        state: DoseState,
        *,
        time: str = "",
        amount: float | None = None,
        reason: str = "",
    ) -> bool:
        held = self._waiting[key]
        dose = record_dose(
            held.due,
            state,
            self.desk.clock,
            day=self._day,
            time=time,
            amount=amount,
            reason=reason,
            before=held.dose,
            free_id=free_dose_id(held.due, self.desk.diary),
        )
        return self._keep(held.dose, dose)

    def _add(self, key: str, amount: float | None, time: str) -> bool:
        regimen = self._as_needed[key].regimen
        medicine = self._medicines[regimen.medicine]
        dose = extra_dose(medicine, regimen, amount, time, self._day, self.desk.clock)
        return self._keep(None, dose)

    def _keep(self, before: Dose | None, dose: Dose) -> bool:
        name = self._medicines[dose.medicine].name
        label = self.tr("{0}: {1}, {2}").format(name, self._state_word(dose.state), self._day)
        try:
            change = keep(before, dose, label, self.desk.clock)
        except Refused as refusal:
            self.refused.emit(str(refusal))
            return False
        return self.desk.apply(change)

    def _clear(self, key: str) -> None:
        """Take the record of a dose away: it is not recorded again."""
        dose = self._last_extra(key) if key in self._as_needed else self._waiting[key].dose
        if dose is not None:
            name = self._medicines[dose.medicine].name
            label = self.tr("{0} cleared on {1}").format(name, self._day)
            self.desk.apply(Change(label=label, edits=(Edit(dose, None),)))

    def _last_extra(self, key: str) -> Dose | None:
        medicine = self._as_needed[key].regimen.medicine
        own = [dose for dose in self._extra if dose.medicine == medicine]
        return max(own, key=_recorded, default=None)

    def _open_details(self, key: str, word: str) -> None:
        from heeldiary.ui.widgets.dose_details import DoseDetails

        line = self.lines[key]
        self.details = DoseDetails(self.look, word, self._unit(key))
        self._detailed = key
        if word == "where":
            self._suggest_sites(key)
        self._card.rows.insertWidget(self._card.rows.indexOf(line) + 1, self.details)
        self.details.kept.connect(self._keep_details)
        self.details.left.connect(self._leave_details)
        self.details.show()  # at once: what is hidden does not take the keyboard
        self.details.begin()

    def _suggest_sites(self, key: str) -> None:
        assert self.details is not None
        medicine = self._waiting[key].due.medicine_id
        span = Span(self._day - _SITES_LOOKED_BACK, self._day)
        doses = [d for d in self.desk.diary.records(Dose, span) if d.medicine == medicine]
        longest_ago = next_site(doses)
        used = dict.fromkeys(_place(dose) for dose in reversed(doses) if dose.site)
        self.details.suggest(list(used), longest_ago)

    def _keep_details(self) -> None:
        assert self.details is not None
        try:
            is_kept = self._keep_given(self._detailed, self.details)
        except Refused as refusal:
            self.refused.emit(str(refusal))
            return
        if is_kept:
            key, word = self._detailed, self.details.word
            self._close_details()
            if word == "at":
                self._ask_where_or_go_on(key)
            else:
                self._go_on(key)

    def _keep_given(self, key: str, details: "DoseDetails") -> bool:
        if details.word == "skip":
            return self._record(key, DoseState.SKIPPED, reason=details.reason.text().strip())
        if details.word == "where":
            dose, place = self._waiting[key].dose, details.given_place()
            if dose is None:
                return True
            return self._keep(dose, replace(dose, site=place.site, side=place.side))
        time, amount = details.given_time(), details.given_amount()
        if key in self._as_needed:
            planned = self._as_needed[key].regimen.dose
            return self._add(key, planned if amount is None else amount, time)
        return self._record(key, DoseState.TAKEN, time=time, amount=amount)

    def _leave_details(self) -> None:
        key = self._detailed
        self._close_details()
        if self._is_recorded(key):
            self._go_on(key)
        elif key in self.lines:
            self.lines[key].setFocus()

    def _close_details(self) -> None:
        if self.details is not None:
            self._card.rows.removeWidget(self.details)
            self.details.hide()
            self.details.deleteLater()
        self.details, self._detailed = None, ""

    def _ask_where_or_go_on(self, key: str) -> None:
        if self._is_recorded(key) and self._is_injected(key):
            self._open_details(key, "where")
        else:
            self._go_on(key)

    def _go_on(self, key: str) -> None:
        """Where the keyboard was, one more Enter would throw the dose away, or take it twice."""
        keys = list(self.lines)
        later = keys[keys.index(key) + 1 :] if key in keys else []
        line = next((self.lines[each] for each in later if self._is_open(each)), None)
        following = line or first_control_after(self)
        if line is not None:
            line.begin()
        elif following is not None:
            following.setFocus()
        is_by_mouse = key in self.lines and self.lines[key].is_pressed_by_mouse
        if following is not None and not is_by_mouse:  # nothing moves away under a pointer
            bring_into_sight(following)

    def _is_open(self, key: str) -> bool:
        return key in self._waiting and self._waiting[key].dose is None

    def _is_recorded(self, key: str) -> bool:
        return key in self._waiting and self._waiting[key].dose is not None

    @property
    def _is_today(self) -> bool:
        return self._day == self.desk.today()

    def _is_injected(self, key: str) -> bool:
        due = self._waiting[key].due
        is_pen = self._medicines[due.medicine_id].form is Form.INJECTION
        return is_pen or due.regimen.route in _INJECTED

    def _unit(self, key: str) -> str:
        needed = self._as_needed.get(key)
        return needed.unit if needed else self._waiting[key].due.unit

    def _doable(self, each: Waiting) -> tuple[Action, ...]:
        if each.dose is not None:
            where = (Action("where", self.tr("Where…")),)
            is_placed = each.dose.state is DoseState.TAKEN and self._is_injected(dose_id(each.due))
            return (Action("clear", self.tr("Clear")), *(where if is_placed else ()))
        taken = self.tr("Taken now") if self._is_today else self.tr("Taken")
        return (
            Action("taken", taken),
            Action("at", self.tr("Taken at…")),
            Action("missed", self.tr("Missed")),
            Action("skip", self.tr("Skipped…")),
        )

    def _doable_as_needed(self, needed: AsNeeded) -> tuple[Action, ...]:
        taken = self.tr("Taken now") if self._is_today else self.tr("Taken")
        doable = (Action("taken", taken), Action("at", self.tr("Taken at…")))
        clear = (Action("clear", self.tr("Clear the last")),)
        return doable + (clear if needed.doses else ())

    def _name(self, due: DueDose) -> str:
        parts = [self._medicines[due.medicine_id].name]
        if due.amount is not None:
            parts.append(_amount(due.amount, due.unit))
        return " · ".join([*parts, due.due_time] if due.due_time else parts)

    def _name_as_needed(self, needed: AsNeeded) -> str:
        name = self._medicines[needed.regimen.medicine].name
        if needed.regimen.dose is not None:
            name = f"{name} · {_amount(needed.regimen.dose, needed.unit)}"
        return self.tr("{0}, as needed").format(name)

    def _state(self, each: Waiting) -> str:
        parts = [self.tr("not recorded") if each.dose is None else self._recorded(each.dose)]
        if each.days_late > 0:
            due = say_short_day(each.due.due_day)
            late = self.tr("due {0}, one day late")
            if each.days_late > 1:
                late = self.tr("due {0}, {1} days late")
            parts.append(late.format(due, each.days_late))
        return ", ".join(parts)

    def _recorded(self, dose: Dose) -> str:
        """What was recorded of a dose: ``taken at 08:05, thigh, left``."""
        said = self._state_word(dose.state)
        if dose.time:
            said = self.tr("{0} at {1}").format(said, dose.time)
        if dose.day != self._day:
            said = self.tr("{0} on {1}").format(said, say_short_day(dose.day))
        sides = {"left": self.tr("left"), "right": self.tr("right")}
        amount = _amount(dose.amount, dose.unit)
        side = sides[dose.side] if dose.side else ""
        return ", ".join(part for part in (said, amount, dose.site, side, dose.reason) if part)

    def _taken(self, needed: AsNeeded) -> str:
        """What was taken of an as-needed medicine; a dose without an amount is no zero."""
        said = self._counted(needed)
        if needed.limit is not None:
            most = _amount(needed.limit, needed.unit)
            said = self.tr("{0}; the most in a day that you set is {1}").format(said, most)
        return said

    def _counted(self, needed: AsNeeded) -> str:
        if not needed.doses:
            return self.tr("nothing recorded")
        if needed.without_amount == needed.doses:
            return self.tr("doses taken: {0}, without an amount").format(needed.doses)
        sum_of = _amount(needed.taken, needed.unit)
        said = self.tr("{0} taken in {1} doses").format(sum_of, needed.doses)
        if needed.doses == 1:
            said = self.tr("{0} taken").format(sum_of)
        if needed.without_amount:
            said = self.tr("{0}, {1} of them not in the sum").format(said, needed.without_amount)
        return said

    def _state_word(self, state: DoseState) -> str:
        return {
            DoseState.TAKEN: self.tr("taken"),
            DoseState.MISSED: self.tr("missed"),
            DoseState.SKIPPED: self.tr("skipped"),
        }[state]


def _amount(amount: float | None, unit: str) -> str:
    return amount_words(amount, unit, QLocale().decimalPoint())


def _recorded(dose: Dose) -> tuple[str, str, str]:
    return dose.recorded_at.isoformat(), dose.time, dose.id


def _place(dose: Dose) -> Place:
    return Place(dose.site.strip(), dose.side)
