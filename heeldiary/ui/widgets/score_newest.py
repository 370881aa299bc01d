"""The newest scores in words: what they are, on what they stand, and nothing that judges."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLabel

from heeldiary.analysis.score_results import AsdasResult, AsdasResults, BasdaiResult
from heeldiary.domain.results import LabTest, WeeklyCheck
from heeldiary.ui.theme import Look
from heeldiary.ui.widgets.card import Card
from heeldiary.ui.widgets.score_words import ResultWords


class NewestCard(Card):
    """One sentence for the BASDAI-type score and one for each ASDAS, and where they come from."""

    def __init__(self, look: Look) -> None:
        super().__init__(look, self.tr("Newest results"))
        self._words = ResultWords(self)
        self.basdai, self.crp, self.esr = _sentence(), _sentence(), _sentence()
        self.basdai.setToolTip(self.tr("A BASDAI of ≥ 4 is often called active."))
        self.sources = _sentence()
        self.sources.setObjectName("soft")
        self.sources.setText(
            self.tr(
                "BASDAI is added up as published (Garrett 1994) from this diary's own questions. "
                "ASDAS has weights of three decimals (Lukas 2009); a CRP below 2 mg/L, or below "
                "what the laboratory can measure, counts as 2 (Machado 2015); the states have "
                "their names of 2018 (Machado 2018). A check goes with the nearest laboratory "
                "value at most 14 days away. ASDAS-CRP and ASDAS-ESR are not the same scale."
            )
        )
        for label in (self.basdai, self.crp, self.esr, self.sources):
            self.add(label)

    def show_results(self, check: WeeklyCheck, basdai: BasdaiResult, asdas: AsdasResults) -> None:
        """Show the newest check's score and the newest ASDAS of each kind."""
        self.basdai.setText(self._words.basdai(basdai))
        self.crp.setText(self._said(check, LabTest.CRP, asdas.crp))
        self.esr.setText(self._said(check, LabTest.ESR, asdas.esr))
        self.esr.setVisible(bool(asdas.esr))

    def _said(self, check: WeeklyCheck, marker: LabTest, results: tuple[AsdasResult, ...]) -> str:
        return self._words.asdas(results[-1]) if results else self._words.no_asdas(check, marker)


def _sentence() -> QLabel:
    label = QLabel()
    label.setWordWrap(True)
    label.setTextFormat(Qt.TextFormat.PlainText)
    label.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
    return label
