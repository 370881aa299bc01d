"""The weight of a day in pounds or stones; what is kept are kilograms."""

from dataclasses import replace

from PySide6.QtGui import QKeyEvent

from heeldiary.domain.factor import Factor
from heeldiary.domain.refusal import Refused
from heeldiary.domain.units import METRIC_OF
from heeldiary.ui.theme import Look
from heeldiary.ui.units import Units
from heeldiary.ui.widgets.form_lines import in_plain_figures
from heeldiary.ui.widgets.stepped_number import SteppedNumber

_STEP = 0.2 * METRIC_OF["lb"]
_IN_STONES = 124
"""Pixels that ``12 st 11.5 lb`` needs."""


class WeightEntry(SteppedNumber):
    """Typed as ``179.5``, or as ``12 st 11``; the range is that of the row."""

    def __init__(self, factor: Factor, look: Look, unit: str) -> None:
        self._units = Units(weight=unit)
        super().__init__(replace(factor, unit=unit), look)
        self.line.setMaxLength(20)

    def show_change(self) -> None:
        super().show_change()
        if self._units.weight == "st":
            self.line.setFixedWidth(self.look.px(_IN_STONES))

    @property
    def step(self) -> float:
        return _STEP

    def read(self, text: str) -> float:
        kilograms = self._units.read_weight(in_plain_figures(text))
        if self.factor.minimum <= kilograms <= self.factor.maximum:
            return round(kilograms, 2)
        low, high = (self.said(limit) for limit in (self.factor.minimum, self.factor.maximum))
        raise Refused(
            self.tr("“{0}” goes from {1} to {2}, not “{3}”.").format(
                self.factor.name, low, high, text
            )
        )

    def _filter_key(self, event: QKeyEvent) -> bool:
        """The letters of *st* and *lb* belong to the line once a figure stands in it."""
        if event.text().isalpha() and self.line.text().strip():
            return False
        return super()._filter_key(event)

    def figure_of(self, value: float) -> str:
        """In stones with the units, which are two; else the bare figure."""
        said = self._units.say_weight(value)
        return said if self._units.weight == "st" else said.removesuffix(f" {self._units.weight}")

    def said(self, value: float) -> str:
        return self._units.say_weight(value)
