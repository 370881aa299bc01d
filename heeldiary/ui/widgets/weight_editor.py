"""A weight in a form, in the owner's unit; stones may be followed by pounds."""

from typing import Any

from PySide6.QtWidgets import QHBoxLayout, QLabel

from heeldiary.domain.refusal import Refused
from heeldiary.ui.theme import Look
from heeldiary.ui.units import Units
from heeldiary.ui.widgets.form_editors import Editor, FormField
from heeldiary.ui.widgets.form_lines import FormLine, in_plain_figures


class WeightEditor(Editor):
    """A line to type ``81,5`` or ``12 st 11`` into. Empty is not recorded."""

    def __init__(self, field: FormField, look: Look, units: Units) -> None:
        super().__init__()
        self._label, self._units = field.label, units
        self._kept: float | None = None
        self._shown = ""
        self.line = FormLine()
        self.line.setMaxLength(20)
        self.line.setFixedWidth(look.px(140))
        self.line.setAccessibleName(f"{field.label} ({units.weight})")
        unit = QLabel(
            self.tr("{0}, as 12 st 11").format("st") if units.weight == "st" else units.weight
        )
        unit.setObjectName("soft")
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.addWidget(self.line)
        row.addWidget(unit)
        row.addStretch(1)
        self.setFocusProxy(self.line)
        self.line.textChanged.connect(self._touch)

    def show_value(self, value: Any) -> None:
        self._kept = value
        self._shown = "" if value is None else self._units.say_weight(value)
        self.line.setText(self._shown)

    def value(self) -> float | None:
        text = self.line.text().strip()
        if text == self._shown:
            return self._kept  # not rounded by being shown
        if not text:
            return None
        try:
            return self._units.read_weight(in_plain_figures(text))
        except Refused as refusal:
            raise Refused(f"“{self._label}”: {refusal}") from None

    def state(self) -> object:
        return self.line.text().strip()

    def _touch(self) -> None:
        self.touched.emit()
