"""The editors that only the forms of medicines have: a known name, times, steps, a planned dose."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any

from PySide6.QtCore import QSignalBlocker, Qt
from PySide6.QtWidgets import (
    QHBoxLayout,
    QLabel,
    QPushButton,
    QVBoxLayout,
    QWidget,
)

from heeldiary.domain.medicines import LARGEST_DOSE
from heeldiary.domain.refusal import Refused
from heeldiary.domain.shape import FieldShape, Holds, Step, Within
from heeldiary.host.medicines import Substance, find_substances
from heeldiary.ui.theme import Look
from heeldiary.ui.widgets.button_row import button_row
from heeldiary.ui.widgets.form_editors import (
    ChoiceEditor,
    Editor,
    FormField,
    LineEditor,
    ListEditor,
    NumberEditor,
    read_time,
)
from heeldiary.ui.widgets.form_lines import FormChoice

_LONGEST_TAPER = 3_660
_MOST_OFFERED = 4
_SHOWN_OF_A_NAME = 22


class NameEditor(Editor):
    """The name of a medicine in own words; what the catalogue knows is offered while typing."""

    def __init__(self, field: FormField, shape: FieldShape, look: Look) -> None:  # noqa: ARG002
        super().__init__()
        self.substances: Mapping[str, Substance] = {}
        self.words = LineEditor(field)
        self.offers = tuple(QPushButton() for _ in range(_MOST_OFFERED))
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(self.words)
        column.addWidget(button_row(look, *self.offers))
        self.setFocusProxy(self.words)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self._offer()

        self.words.touched.connect(self._follow)
        for button in self.offers:
            button.clicked.connect(self._take)

    def show_value(self, value: Any) -> None:
        self.words.show_value(value)
        self._hide_offers()

    def value(self) -> str:
        return self.words.value()

    @property
    def offered(self) -> list[str]:
        """The names that are offered just now."""
        return [button.text() for button in self.offers if not button.isHidden()]

    def _follow(self) -> None:
        self._offer()
        self.touched.emit()

    def _offer(self) -> None:
        typed = self.value()
        found = find_substances(self.substances, typed) if typed else ()
        names = [each.name for each in found if each.name != typed]
        for place, button in enumerate(self.offers):
            button.setText(names[place] if place < len(names) else "")
            button.setVisible(place < len(names))

    def _take(self) -> None:
        button = self.sender()
        assert isinstance(button, QPushButton)
        self.show_value(button.text())
        self.words.setFocus()

    def _hide_offers(self) -> None:
        for button in self.offers:
            button.hide()


class SubstanceEditor(ChoiceEditor):
    """A substance of the catalogue with its code, or none of them."""

    def __init__(self, field: FormField, shape: FieldShape, look: Look) -> None:  # noqa: ARG002
        super().__init__(field, shape)
        self.substances: Mapping[str, Substance] = {}
        self.box.setItemText(0, self.tr("none of these"))
        self.code = QLabel()
        self.code.setObjectName("soft")
        row = self.layout()
        assert isinstance(row, QHBoxLayout)
        row.insertWidget(1, self.code)

        self.box.currentIndexChanged.connect(self._show_code)

    def _show_code(self) -> None:
        """The code that goes with it into other systems; nothing where none was verified."""
        known = self.substances.get(self.value())
        self.code.setText(f"ATC {known.atc}" if known and known.atc else "")


class MedicineEditor(ChoiceEditor):
    """One of the owner's medicines, always; the first of them until another is chosen."""

    def __init__(self, field: FormField, shape: FieldShape, look: Look) -> None:  # noqa: ARG002
        super().__init__(field, shape)
        self.box.removeItem(0)
        let_shrink(self)


class PlaceEditor(ChoiceEditor):
    """Where an injection was given, in own words; the places used before are offered."""

    def __init__(self, field: FormField, shape: FieldShape, look: Look) -> None:
        super().__init__(field, shape)
        self.box.setMinimumWidth(look.px(160))
        self.remark = QLabel()
        self.remark.setObjectName("soft")
        self.remark.setTextFormat(Qt.TextFormat.PlainText)  # a place in the owner's own words
        self.remark.setWordWrap(True)
        row = self.layout()
        assert isinstance(row, QHBoxLayout)
        row.insertWidget(1, self.remark, 1)

    def offer(self, sites: Sequence[str], remark: str) -> None:
        """Offer these places; what stands here stays."""
        with QSignalBlocker(self.box):
            typed = self.box.currentText()
            self.box.clear()
            for site in sites:
                self.box.addItem(site, site)
            self.box.setCurrentIndex(-1)
            self.box.setEditText(typed)
        self.remark.setText(remark)
        self.box.setAccessibleDescription(remark)


class TimesEditor(ListEditor):
    """Times of the day with commas between them, each typed as 8:30, 8.30, 0830 or 8."""

    def __init__(self, field: FormField, shape: FieldShape, look: Look) -> None:  # noqa: ARG002
        super().__init__(field)
        self._label = field.label

    def value(self) -> tuple[str, ...]:  # type: ignore[override]
        words = super().value()
        if words == self._words:
            return words  # as it was recorded, in whatever order
        return tuple(sorted(read_time(word, self._label) for word in words))


class _StepRow(QWidget):
    """One step of a taper: a dose, and for how many days."""

    def __init__(self, number: int, look: Look) -> None:
        super().__init__()
        self.dose = NumberEditor(
            FormField("dose", self.tr("Step {0}: dose").format(number)),
            _shape("dose", Holds.NUMBER, LARGEST_DOSE),
            look,
        )
        self.days = NumberEditor(
            FormField("days", self.tr("Step {0}: days").format(number)),
            _shape("days", Holds.WHOLE, _LONGEST_TAPER),
            look,
        )
        self._number = number
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.addWidget(self.dose)
        row.addWidget(QLabel(self.tr("for")))
        row.addWidget(self.days)
        row.addWidget(QLabel(self.tr("days")))
        row.addStretch(1)

    def step(self) -> Step | None:
        """The step; None when the row is empty, Refused when only half of it is there."""
        dose, days = self.dose.value(), self.days.value()
        if dose is None and days is None:
            return None
        if dose is None or days is None:
            raise Refused(f"Step {self._number} of the taper needs a dose and its days.")
        return Step(dose=float(dose), days=int(days))


class StepsEditor(Editor):
    """The steps of a taper as rows of a dose and its days."""

    def __init__(self, field: FormField, shape: FieldShape, look: Look) -> None:  # noqa: ARG002
        super().__init__()
        self._label, self._look = field.label, look
        self.rows: list[_StepRow] = []
        self._places = QVBoxLayout()
        self.add = QPushButton(self.tr("Add a step"))
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.addLayout(self._places)
        layout.addWidget(self.add, 0, Qt.AlignmentFlag.AlignLeft)
        self._add_row()
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setFocusProxy(self.rows[0].dose)

        self.add.clicked.connect(self._add_empty)

    def show_value(self, value: Any) -> None:
        """One row a step; rows that are left over are emptied."""
        steps: Sequence[Step] = value or ()
        while len(self.rows) < len(steps):
            self._add_row()
        for place, row in enumerate(self.rows):
            step = steps[place] if place < len(steps) else None
            row.dose.show_value(step.dose if step else None)
            row.days.show_value(step.days if step else None)

    def value(self) -> tuple[Step, ...]:
        return tuple(step for row in self.rows if (step := row.step()) is not None)

    def state(self) -> object:
        return tuple(
            state for row in self.rows if any(state := (row.dose.state(), row.days.state()))
        )

    def _add_empty(self) -> None:
        self._add_row()
        self.rows[-1].dose.setFocus()
        self._touch()

    def _add_row(self) -> None:
        row = _StepRow(len(self.rows) + 1, self._look)
        self.rows.append(row)
        self._places.addWidget(row)
        row.dose.touched.connect(self._touch)
        row.days.touched.connect(self._touch)

    def _touch(self) -> None:
        self.touched.emit()


@dataclass(frozen=True, slots=True)
class PlannedChoice:
    """A planned dose that what is recorded can stand for."""

    label: str
    due_day: date
    due_time: str
    id: str
    """The id that the record of this dose has."""


class PlannedEditor(Editor):
    """For which planned dose this is recorded, or that nothing planned it."""

    def __init__(self, field: FormField, shape: FieldShape, look: Look) -> None:  # noqa: ARG002
        super().__init__()
        self._choices: tuple[PlannedChoice, ...] = ()
        self.box = FormChoice()
        self.box.setAccessibleName(field.label)
        self.box.setSizeAdjustPolicy(FormChoice.SizeAdjustPolicy.AdjustToContents)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.addWidget(self.box)
        row.addStretch(1)
        self.setFocusProxy(self.box)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.box.activated.connect(self._touch)

    @property
    def choices(self) -> tuple[PlannedChoice, ...]:
        return self._choices

    @property
    def chosen(self) -> PlannedChoice | None:
        """The planned dose; None for an extra one."""
        place = self.box.currentIndex()
        return self._choices[place] if 0 <= place < len(self._choices) else None

    def offer(self, choices: Sequence[PlannedChoice], chosen: PlannedChoice | None) -> None:
        """Offer these planned doses, and an extra one after them."""
        self._choices = tuple(choices)
        self.box.clear()
        self.box.addItems([each.label for each in self._choices])
        self.box.addItem(self.tr("not planned: as needed, or one more"))
        extra = len(self._choices)
        self.box.setCurrentIndex(self._choices.index(chosen) if chosen in self._choices else extra)

    def value(self) -> date | None:
        return self.chosen.due_day if self.chosen else None

    def state(self) -> object:
        return self.chosen

    def _touch(self) -> None:
        self.touched.emit()


def let_shrink(editor: ChoiceEditor) -> None:
    """Let no long name of a medicine make the form wider than the window."""
    shrinking = FormChoice.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon
    editor.box.setSizeAdjustPolicy(shrinking)
    editor.box.setMinimumContentsLength(_SHOWN_OF_A_NAME)


def _shape(name: str, holds: Holds, most: float) -> FieldShape:
    low = 1 if holds is Holds.WHOLE else 0
    return FieldShape(
        name=name, holds=holds, may_be_missing=True, may_be_none=True, within=Within(low, most)
    )
