"""Appointments: those to come, and what was decided and said at those that have been."""

from collections.abc import Sequence

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QLabel, QPushButton, QVBoxLayout, QWidget

from heeldiary.domain.visits import Visit
from heeldiary.ui.theme import Look
from heeldiary.ui.widgets.button_row import button_row
from heeldiary.ui.widgets.record_list import RecordList, Row
from heeldiary.ui.wording import say_date


class VisitList(QWidget):
    """Two lists, the next appointment and the last one on top of theirs."""

    chosen = Signal(str)
    added = Signal()
    more_wanted = Signal()

    def __init__(self, look: Look) -> None:
        super().__init__()
        self.add = QPushButton(self.tr("Add an appointment"))
        self.add.setAutoDefault(True)
        self.coming = RecordList(look, self._columns_to_come(), self.tr("Appointments to come"))
        self.past = RecordList(look, self._columns_past(), self.tr("Past appointments"))
        self._coming_title = _soft(self.tr("To come"))
        self._past_title = _soft(self.tr("Past"))
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(button_row(look, self.add))
        for title, visits in ((self._coming_title, self.coming), (self._past_title, self.past)):
            column.addWidget(title)
            column.addWidget(visits)

        self.add.clicked.connect(self.added)
        self.past.more_wanted.connect(self.more_wanted)
        for visits in (self.coming, self.past):
            visits.chosen.connect(self.chosen)

    def show_visits(
        self, coming: Sequence[Visit], past: Sequence[Visit], *, are_more: bool
    ) -> None:
        """Show these, the next and the last one first."""
        self.coming.show_rows([_to_come(visit) for visit in coming])
        self.past.show_rows([_past(visit) for visit in past])
        self.past.can_show_more(can=are_more)
        for visits, title, visible in (
            (self.coming, self._coming_title, coming),
            (self.past, self._past_title, past),
        ):
            visits.setVisible(bool(visible))
            title.setVisible(bool(visible))

    def _columns_to_come(self) -> tuple[str, ...]:
        return (
            self.tr("Day"),
            self.tr("Time"),
            self.tr("With whom"),
            self.tr("Where"),
            self.tr("What for"),
        )

    def _columns_past(self) -> tuple[str, ...]:
        return self.tr("Day"), self.tr("With whom"), self.tr("What was decided and said")


def _to_come(visit: Visit) -> Row:
    cells = (say_date(visit.day), visit.time, visit.clinician, visit.place, visit.purpose)
    return Row(visit.id, cells)


def _past(visit: Visit) -> Row:
    told = " · ".join(" ".join(part.split()) for part in (visit.decisions, visit.said) if part)
    return Row(visit.id, (say_date(visit.day), visit.clinician, told))


def _soft(text: str) -> QLabel:
    label = QLabel(text)
    label.setObjectName("soft")
    return label
