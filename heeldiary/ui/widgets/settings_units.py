"""In which units distances, weights and small lengths are shown and typed."""

from collections.abc import Mapping

from PySide6.QtWidgets import QFormLayout, QLabel

from heeldiary.host.settings import DISTANCE_UNITS, LENGTH_UNITS, WEIGHT_UNITS
from heeldiary.ui.keeper import SettingsKeeper
from heeldiary.ui.theme import Look
from heeldiary.ui.widgets.card import Card
from heeldiary.ui.widgets.form_lines import FormChoice


class UnitsCard(Card):
    """Each choice takes effect at once; what is kept in the diary stays metric."""

    def __init__(self, look: Look) -> None:
        super().__init__(look, self.tr("Units"))
        self._keeper: SettingsKeeper | None = None
        names = self._names()
        self.distance = _chooser(self.tr("Distances"), DISTANCE_UNITS, names)
        self.weight = _chooser(self.tr("Weights"), WEIGHT_UNITS, names)
        self.length = _chooser(self.tr("Small lengths"), LENGTH_UNITS, names)
        form = QFormLayout()
        form.setRowWrapPolicy(QFormLayout.RowWrapPolicy.WrapLongRows)
        form.setFieldGrowthPolicy(QFormLayout.FieldGrowthPolicy.FieldsStayAtSizeHint)
        for box in (self.distance, self.weight, self.length):
            label = QLabel(box.accessibleName())
            label.setBuddy(box)
            form.addRow(label, box)
        self.rows.addLayout(form)
        about = QLabel(
            self.tr(
                "The diary keeps kilometres, kilograms and millimetres, and files hold them so. "
                "Changing a unit changes nothing that was recorded."
            )
        )
        about.setObjectName("soft")
        about.setWordWrap(True)
        self.add(about)

        self.distance.activated.connect(self._choose_distance)
        self.weight.activated.connect(self._choose_weight)
        self.length.activated.connect(self._choose_length)

    def use(self, keeper: SettingsKeeper) -> None:
        """Show the units that were chosen, and keep others."""
        self._keeper = keeper
        self._show()
        keeper.changed.connect(self._show)

    def _names(self) -> Mapping[str, str]:
        return {
            "km": self.tr("Kilometres (km)"),
            "mi": self.tr("Miles (mi)"),
            "kg": self.tr("Kilograms (kg)"),
            "lb": self.tr("Pounds (lb)"),
            "st": self.tr("Stone and pounds (st)"),
            "mm": self.tr("Millimetres (mm)"),
            "in": self.tr("Inches (in)"),
        }

    def _show(self) -> None:
        assert self._keeper is not None
        chosen = self._keeper.settings
        self.distance.setCurrentIndex(DISTANCE_UNITS.index(chosen.distance_unit))
        self.weight.setCurrentIndex(WEIGHT_UNITS.index(chosen.weight_unit))
        self.length.setCurrentIndex(LENGTH_UNITS.index(chosen.length_unit))

    def _choose_distance(self, place: int) -> None:
        self._change(distance_unit=DISTANCE_UNITS[place])

    def _choose_weight(self, place: int) -> None:
        self._change(weight_unit=WEIGHT_UNITS[place])

    def _choose_length(self, place: int) -> None:
        self._change(length_unit=LENGTH_UNITS[place])

    def _change(self, **changes: str) -> None:
        if self._keeper is not None:
            self._keeper.change(**changes)


def _chooser(name: str, units: tuple[str, ...], names: Mapping[str, str]) -> FormChoice:
    box = FormChoice()
    box.addItems([names[unit] for unit in units])
    box.setAccessibleName(name)
    return box
