"""The name of a room at its top."""

from PySide6.QtWidgets import QLabel

from heeldiary.ui.theme import Look


class PageTitle(QLabel):
    """The same size in every room."""

    def __init__(self, look: Look, name: str) -> None:
        super().__init__(name)
        self._look = look
        self.setObjectName("title")
        self._restyle()

        look.changed.connect(self._restyle)

    def _restyle(self) -> None:
        self.setFont(self._look.font(1.55, strong=True))
