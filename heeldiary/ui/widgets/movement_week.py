"""This week against the last, and what self-care was recorded in it."""

from collections.abc import Sequence

from PySide6.QtWidgets import QLabel

from heeldiary.analysis.load_records import CareTotal
from heeldiary.analysis.movement import DAYS_BEFORE_A_RUN, Total, WeekLoad, change
from heeldiary.analysis.weeks import DAYS_OF_WEEK
from heeldiary.domain.factor import Kind
from heeldiary.domain.movement import Impact, Session
from heeldiary.ui.theme import Look
from heeldiary.ui.units import Units
from heeldiary.ui.widgets.card import Card
from heeldiary.ui.widgets.movement_words import DASH, say_minutes, say_total
from heeldiary.ui.widgets.text_table import TextTable
from heeldiary.ui.wording import figure, say_date, say_value


class WeekCard(Card):
    """Sessions, minutes by impact, distance and days of two ISO weeks beside one another."""

    def __init__(self, look: Look) -> None:
        super().__init__(look, self.tr("This week and the last"), self.tr("Monday to Sunday"))
        self._is_over = False
        headings = ("", self.tr("This week"), self.tr("Last week"), self.tr("Change"))
        self.table = TextTable(look, self.tr("This week and the last"), headings)
        self.add(self.table)
        self.longest = QLabel()
        self.longest.setWordWrap(True)
        self.add(self.longest)
        rule = QLabel(
            self.tr(
                "Minutes of a day are those of its sessions; without sessions, what was answered "
                "on Today. A day without either is not recorded, which is not a day of rest."
            )
        )
        rule.setObjectName("soft")
        rule.setWordWrap(True)
        self.add(rule)

    def show_weeks(self, this: WeekLoad, before: WeekLoad, units: Units) -> None:
        rows: list[tuple[str, ...]] = [
            (self.tr("Sessions"), str(this.sessions), str(before.sessions), "")
        ]
        names = {Impact.LOW: self.tr("Low impact"), Impact.HIGH: self.tr("High impact")}
        self._is_over = len(this.span) == DAYS_OF_WEEK
        for impact, name in names.items():
            rows.append(self._minutes(name, this.minutes[impact], before.minutes[impact]))
        rows.append(self._km(self.tr("Distance"), this.km, before.km, units))
        rows.append(self._km(self.tr("Distance of runs"), this.run_km, before.run_km, units))
        moved, rested, unknown = zip(self._days(this), self._days(before), strict=True)
        rows.append((self.tr("Days with movement"), *moved, ""))
        rows.append((self.tr("Days answered with none"), *rested, ""))
        rows.append((self.tr("Days not recorded"), *unknown, ""))
        self.table.show_rows(rows)

    def show_longest(self, run: Session | None, units: Units) -> None:
        """Say which was the longest run of the last 30 days; nothing where none is known."""
        self.longest.setVisible(run is not None)
        if run is not None and run.distance_km is not None:
            self.longest.setText(
                self.tr("Longest run of the last {0} days: {1}, on {2}.").format(
                    DAYS_BEFORE_A_RUN, units.say_distance(run.distance_km), say_date(run.day)
                )
            )

    def _minutes(self, name: str, this: Total, before: Total) -> tuple[str, ...]:
        cells = [self._on_days(total) for total in (this, before)]
        return (name, *cells, self._change(this, before))

    def _on_days(self, total: Total) -> str:
        if total.value is None:
            return DASH
        said = say_minutes(total.value)
        return self.tr("{0} ({1} of {2} days)").format(said, total.recorded, total.of)

    def _km(self, name: str, this: Total, before: Total, units: Units) -> tuple[str, ...]:
        cells = [
            say_total(total, units.say_distance(total.value or 0.0)) for total in (this, before)
        ]
        return (name, *cells, self._change(this, before))

    def _change(self, this: Total, before: Total) -> str:
        """How much more; what is less, only of a whole week: the others may still become more."""
        changed = change(before, this)
        if changed is None or (changed.percent < 0 and not self._is_over):
            return DASH
        percent = round(changed.percent, 1)
        sign = "+" if percent > 0 else "−" if percent < 0 else ""
        return f"{sign}{figure(abs(percent))} %"

    def _days(self, week: WeekLoad) -> tuple[str, str, str]:
        of = self.tr("{0} of {1}")
        counts = (week.days_moved, week.days_rested, week.days_not_recorded)
        moved, rested, unknown = (of.format(count, len(week.span)) for count in counts)
        return moved, rested, unknown


class CareCard(Card):
    """The week's self-care as it was answered on Today."""

    def __init__(self, look: Look) -> None:
        super().__init__(look, self.tr("Self-care of this week"))
        headings = (self.tr("What"), self.tr("Answered on"), self.tr("Together"))
        self.table = TextTable(look, self.tr("Self-care of this week"), headings)
        self.add(self.table)

    def show_care(self, care: Sequence[CareTotal], days: int) -> None:
        """Show what was answered; without any answer the card is not shown."""
        self.setVisible(bool(care))
        self.table.show_rows([self._row(total, days) for total in care])

    def _row(self, care: CareTotal, days: int) -> tuple[str, ...]:
        answered = self.tr("{0} of {1} days").format(care.recorded, days)
        return care.factor.name, answered, self._together(care)

    def _together(self, care: CareTotal) -> str:
        if care.total is None:
            return DASH
        if care.factor.kind is Kind.YES_NO:
            return self.tr("yes on {0}").format(figure(care.total))
        return say_value(care.factor, care.total)
