"""Rows of the lists of medicines: what is recorded, in words."""

from collections.abc import Mapping

from PySide6.QtCore import QCoreApplication, QLocale

from heeldiary.analysis.medication import Adherence, MedicinePeriod, NsaidUse
from heeldiary.domain.dose_words import (
    CLASS_NAMES,
    STATE_NAMES,
    amount_words,
    late_words,
    regimen_words,
    short_words,
)
from heeldiary.domain.factor import Side
from heeldiary.domain.medicines import Dose, Medicine, Procedure, Regimen, Schedule, SideEffect
from heeldiary.domain.regimens import AsNeeded, Waiting
from heeldiary.ui.widgets.medicine_entry import PROCEDURES
from heeldiary.ui.widgets.medicine_timeline import days_words
from heeldiary.ui.widgets.record_list import Row
from heeldiary.ui.wording import figure, say_date, say_short_day

_DASH = "–"


def dose_row(dose: Dose, names: Mapping[str, str]) -> Row:
    """Day, time, medicine, amount, what became of it, where, reason."""
    cells = (
        say_date(dose.day),
        dose.time or _DASH,
        names.get(dose.medicine, ""),
        amount_words(dose.amount, dose.unit, _decimal()) or _DASH,
        _became(dose),
        place_words(dose.site, dose.side) or _DASH,
        dose.reason or _DASH,
    )
    return Row(dose.id, cells)


def side_effect_row(effect: SideEffect, names: Mapping[str, str]) -> Row:
    strength = _DASH if effect.strength is None else figure(effect.strength)
    medicine = names.get(effect.medicine or "", _DASH)
    days = days_words(effect.first_day, effect.last_day)
    return Row(effect.id, (effect.what, medicine, strength, days, effect.note or _DASH))


def procedure_row(procedure: Procedure) -> Row:
    number = "" if procedure.number is None else f" {procedure.number}"
    cells = (
        say_date(procedure.day),
        PROCEDURES[procedure.what] + number,
        place_words(procedure.site, procedure.side) or _DASH,
        procedure.detail or _DASH,
        procedure.given_by or _DASH,
    )
    return Row(procedure.id, cells)


def period_row(period: MedicinePeriod, regimen: Regimen) -> Row:
    """The steps of a taper are in its form; here they would take the room of all the others."""
    why = "; ".join(part for part in (period.began_because, period.ended_because) if part)
    is_taper = regimen.schedule is Schedule.TAPER
    plan = short_words if is_taper else regimen_words
    cells = (
        period.name,
        plan(regimen, _decimal()),
        say_date(period.first),
        say_date(period.last) if period.last else _tr("goes on"),
        why or _DASH,
    )
    return Row(regimen.id, cells)


def earlier_row(medicine: Medicine, last: Regimen | None) -> Row:
    """A medicine that is not taken now, with its last period."""
    state = _tr("retired") if medicine.retired else _tr("ended")
    cells = (
        medicine.name,
        CLASS_NAMES[medicine.medicine_class],
        short_words(last, _decimal()) if last else _DASH,
        days_words(last.first_day, last.last_day) if last else _DASH,
        (last.ended_because if last else "") or state,
    )
    return Row(medicine.id, cells)


def next_words(waits: Waiting | None) -> str:
    """``Next due: Fri 20 Nov 08:00``, ``Planned Mon 16 Nov, 4 days late``; empty without a plan."""
    if waits is None:
        return ""
    due = waits.due
    said = " ".join(part for part in (say_short_day(due.due_day), due.due_time) if part)
    if waits.days_late > 0:
        return _tr("Planned {0}, {1}").format(said, late_words(waits.days_late))
    return _tr("Next due: {0}").format(said)


def as_needed_words(day: AsNeeded) -> str:
    """``Today: 3 of at most 4 tablets, as you set it``: a plain fact."""
    if not day.doses:
        return _tr("Today: no dose recorded")
    taken, sums = figure(day.taken), amount_words(day.taken, day.unit, _decimal())
    if day.limit is None:
        said = _tr("Today: {0}").format(sums)
    else:
        most = amount_words(day.limit, day.unit, _decimal())
        said = _tr("Today: {0} of at most {1}, as you set it").format(taken, most)
    if day.without_amount:
        said += _tr(" (without {0} of no amount or another unit)").format(day.without_amount)
    return said


def adherence_words(count: Adherence) -> str:
    """What became of the planned doses; what nobody touched is *not recorded*."""
    return _tr("{0}: planned {1}; taken {2}, missed {3}, skipped {4}, not recorded {5}").format(
        count.name, count.planned, count.taken, count.missed, count.skipped, count.not_recorded
    )


def nsaid_words(use: NsaidUse) -> str:
    """The index with the days that it stands on, and what is not in it."""
    if use.score is None:
        said = _tr("NSAID use index: not recorded (0 of {0} days)").format(use.days)
    else:
        said = _tr("NSAID use index: {0} (recorded {1} of {2} days)").format(
            figure(round(use.score, 1)), use.recorded, use.days
        )
    if use.unclear:
        said += ". " + _tr("Left out, as an amount in mg is missing: {0} days").format(use.unclear)
    if use.without_equivalent:
        names = ", ".join(use.without_equivalent)
        said += ". " + _tr("No published equivalent, so not in it: {0}").format(names)
    return said


def place_words(site: str, side: Side | None) -> str:
    """``thigh, left``."""
    return ", ".join(part for part in (site, str(side) if side else "") if part)


def _became(dose: Dose) -> str:
    said = STATE_NAMES[dose.state]
    if dose.due_day is None:
        return said
    late = late_words((dose.day - dose.due_day).days)
    if not late:
        return said
    return _tr("{0}, planned {1}, {2}").format(said, say_short_day(dose.due_day), late)


def _decimal() -> str:
    return QLocale().decimalPoint()


def _tr(text: str) -> str:
    return QCoreApplication.translate("Medicines", text)
