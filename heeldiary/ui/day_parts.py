"""What stands on Today beside the rows: each part is made when it is first opened or needed."""

from collections.abc import Callable
from datetime import date
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QWidget

from heeldiary.domain.checks import NO_WEEKDAY
from heeldiary.domain.days import Span
from heeldiary.domain.edits import Edit
from heeldiary.domain.offers import Offers, offers_on
from heeldiary.ui.desk import Desk
from heeldiary.ui.keeper import SettingsKeeper
from heeldiary.ui.theme import Look

if TYPE_CHECKING:  # made when they are needed
    from heeldiary.ui.widgets.doses_due import DosesDue
    from heeldiary.ui.widgets.meal_field import FoodOfDay
    from heeldiary.ui.widgets.sessions_of_day import SessionsOfDay
    from heeldiary.ui.widgets.today_offers import TodayOffers


class DayParts(QObject):
    """Makes the widgets below the rows of a part, and shows them the day."""

    log_wanted = Signal(str)
    refused = Signal(str)

    def __init__(self, desk: Desk, look: Look, parent: QObject) -> None:
        super().__init__(parent)
        self.desk = desk
        self.look = look
        self._keeper: SettingsKeeper | None = None
        self._day = desk.today()
        self._due = Offers()
        self.food: FoodOfDay | None = None
        self.sessions: SessionsOfDay | None = None
        self.doses: DosesDue | None = None
        self.offers: TodayOffers | None = None

    def use(self, keeper: SettingsKeeper) -> None:
        self._keeper = keeper

    def makers(self) -> dict[str, Callable[[], QWidget]]:
        """What makes the widget of each part."""
        return {
            "movement": self._make_sessions,
            "food": self._make_food,
            "care": self._make_care,
            "symptoms": self._make_symptoms,
        }

    def show_day(self, day: date) -> None:
        """Show this day in every part that was made."""
        self._day = day
        for part in (self.food, self.sessions):
            if part is not None:
                part.show_day(day)

    def find_doses(self) -> "DosesDue | None":
        """What shows the medicines of a day, once it stands on a page; None before the first."""
        if self.doses is None:
            from heeldiary.domain.medicines import Regimen

            if self.desk.diary.records(Regimen, Span(self._day, self._day)):
                self._make_doses()
        return self.doses

    def find_offers(self) -> "TodayOffers | None":
        """What is due today, to be put at the head of the page; None while nothing is."""
        offers = Offers()
        if self._day == self.desk.today():
            weekday = self._keeper.settings.check_weekday if self._keeper else NO_WEEKDAY
            offers = offers_on(self.desk.diary, self._day, weekday)
        if self.offers is None and offers != Offers():
            self._make_offers()
        self._due = offers
        return self.offers

    def show_offers(self) -> None:
        """Show what ``find_offers`` found, once that stands on a page."""
        if self.offers is not None:
            self.offers.show_offers(self._due)

    def hear(self, edits: tuple[Edit, ...]) -> None:
        """Show again what these edits changed in the parts."""
        if self.food is not None and any(e.record.kind in ("meal", "reading") for e in edits):
            self.food.show_day(self._day)

    def commit(self) -> None:
        """Keep what was typed into a part and not yet given."""
        for part in (self.food, self.doses):
            if part is not None:
                part.commit()

    @property
    def is_kept(self) -> bool:
        return all(part is None or part.is_kept for part in (self.food, self.doses))

    def _make_food(self) -> QWidget:
        from heeldiary.ui.widgets.meal_field import FoodOfDay

        self.food = FoodOfDay(self.desk, self.look)
        self.food.refused.connect(self.refused)
        self.food.show_day(self._day)
        return self.food

    def _make_sessions(self) -> QWidget:
        from heeldiary.ui.widgets.sessions_of_day import SessionsOfDay

        self.sessions = SessionsOfDay(self.desk, self.look)
        if self._keeper is not None:
            self.sessions.use(self._keeper)
        self.sessions.refused.connect(self.refused)
        self.sessions.add_wanted.connect(self._log_session)
        self.sessions.show_day(self._day)
        return self.sessions

    def _make_care(self) -> QWidget:
        return self._more_rows(
            self.tr("Ice, heat, stretches, massage, taping and more can be asked here.")
        )

    def _make_symptoms(self) -> QWidget:
        return self._more_rows(
            self.tr("Further signs of heel, back, eyes and skin can be asked here.")
        )

    def _more_rows(self, sentence: str) -> QWidget:
        from heeldiary.ui.widgets.more_rows import MoreRows

        more = MoreRows(self.look, sentence)
        more.wanted.connect(self._choose_rows)
        return more

    def _make_doses(self) -> None:
        from heeldiary.ui.widgets.doses_due import DosesDue

        self.doses = DosesDue(self.desk, self.look)
        self.doses.refused.connect(self.refused)

    def _make_offers(self) -> None:
        from heeldiary.ui.widgets.today_offers import TodayOffers

        self.offers = TodayOffers(self.desk, self.look)
        self.offers.log_wanted.connect(self.log_wanted)

    def _choose_rows(self) -> None:
        self.log_wanted.emit("settings/rows")

    def _log_session(self) -> None:
        self.log_wanted.emit("movement/session")
