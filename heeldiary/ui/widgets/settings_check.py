"""On which day of the week the weekly check falls due."""

from PySide6.QtCore import QLocale
from PySide6.QtWidgets import QLabel

from heeldiary.domain.checks import NO_WEEKDAY
from heeldiary.ui.keeper import SettingsKeeper
from heeldiary.ui.theme import Look
from heeldiary.ui.widgets.button_row import button_row
from heeldiary.ui.widgets.card import Card
from heeldiary.ui.widgets.form_lines import FormChoice

_WEEKDAYS = range(1, 8)


class CheckDayCard(Card):
    """A day of the week, or none: then the check is not asked for and can still be given."""

    def __init__(self, look: Look) -> None:
        super().__init__(look, self.tr("Weekly check"))
        self._keeper: SettingsKeeper | None = None
        self.weekday = FormChoice()
        self.weekday.setAccessibleName(self.tr("Day of the weekly check"))
        for weekday in _WEEKDAYS:
            self.weekday.addItem(QLocale().standaloneDayName(weekday), weekday)
        self.weekday.addItem(self.tr("Not asked for"), NO_WEEKDAY)
        name = QLabel(self.weekday.accessibleName())
        name.setBuddy(self.weekday)
        self.add(button_row(look, name, self.weekday))
        about = QLabel(
            self.tr(
                "Today reminds you from that day on until the check of the week is given. It can "
                "be given on any other day too, in Scores and labs."
            )
        )
        about.setObjectName("soft")
        about.setWordWrap(True)
        self.add(about)

        self.weekday.activated.connect(self._choose)

    def use(self, keeper: SettingsKeeper) -> None:
        """Show the day that was chosen, and keep another."""
        self._keeper = keeper
        self._show()
        keeper.changed.connect(self._show)

    def _show(self) -> None:
        if self._keeper is not None:
            weekday = self._keeper.settings.check_weekday
            self.weekday.setCurrentIndex(self.weekday.findData(weekday))

    def _choose(self) -> None:
        if self._keeper is not None:
            self._keeper.change(check_weekday=self.weekday.currentData())
