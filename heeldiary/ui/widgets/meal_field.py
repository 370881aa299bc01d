"""Below the foods of Today: the day's score with its rule, and the meals in own words."""

from datetime import date

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QLabel, QVBoxLayout, QWidget

from heeldiary.analysis.food import food_score
from heeldiary.domain.meals import meals
from heeldiary.domain.records import MealNote
from heeldiary.domain.refusal import Refused
from heeldiary.ui.desk import Desk
from heeldiary.ui.theme import Look
from heeldiary.ui.widgets.note_field import NoteField
from heeldiary.ui.wording import figure


class FoodOfDay(QWidget):
    """A part of Today. It writes the meals itself; the counts are rows like any other."""

    refused = Signal(str)

    def __init__(self, desk: Desk, look: Look) -> None:
        super().__init__()
        self.desk = desk
        self.look = look
        self._day = date.min
        self.score = QLabel()
        self.rule = QLabel(self._rule())
        self.rule.setObjectName("soft")
        self.rule.setWordWrap(True)
        self.meals = NoteField(
            look, self.tr("Meals of the day"), self.tr("What you ate, in your own words.")
        )
        self._lay_out()

        self.meals.given.connect(self._keep)

    def show_day(self, day: date) -> None:
        """Show what was eaten on this day."""
        self._day = day
        kept = self._kept()
        self.meals.show_text(kept.text if kept else "")
        readings = self.desk.diary.readings_on(day)
        answers = {key: reading.value for key, reading in readings.items()}
        score = food_score(answers, self.desk.factors())
        said = self.tr("not recorded") if score is None else figure(score).replace("-", "−")
        self.score.setText(self.tr("Food score of the day: {0}").format(said))

    def commit(self) -> None:
        self.meals.commit()

    @property
    def is_kept(self) -> bool:
        return self.meals.is_kept

    def _kept(self) -> MealNote | None:
        found = self.desk.diary.find(MealNote.kind, self._day.isoformat())
        return found if isinstance(found, MealNote) else None

    def _keep(self, text: str) -> None:
        try:
            self.desk.apply(meals(self._kept(), self._day, text, self.desk.clock))
        except Refused as refusal:
            self.refused.emit(str(refusal))

    def _rule(self) -> str:
        return self.tr(
            "Servings to include (fish, nuts and seeds, berries, greens, whole grains, and your "
            "own) minus servings to limit (sweets, processed meat, fried food, refined grains, "
            "alcohol, and your own), of what was recorded that day; a yes counts as one."
        )

    def _lay_out(self) -> None:
        self.score.setToolTip(self.rule.text())
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 6, 0, 0)
        layout.setSpacing(4)
        for part in (self.score, self.rule, self.meals):
            layout.addWidget(part)
