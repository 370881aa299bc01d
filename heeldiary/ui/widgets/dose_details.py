"""What else is known of a dose: when and how much, why it was skipped, where it was injected."""

from collections.abc import Sequence

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QLabel, QLineEdit, QPushButton, QWidget

from heeldiary.domain.days import check_time
from heeldiary.domain.factor import Side
from heeldiary.domain.injection_sites import Place
from heeldiary.domain.refusal import Refused
from heeldiary.ui.theme import Look
from heeldiary.ui.widgets.button_row import flow_row
from heeldiary.ui.widgets.form_lines import FormChoice

_MOST = 100_000.0


class DoseDetails(QWidget):
    """Small fields below the line of a dose; the page keeps what stands in them."""

    kept = Signal()
    left = Signal()

    def __init__(self, look: Look, word: str, unit: str) -> None:
        super().__init__()
        self.look = look
        self.word = word
        self.time = _line(self.tr("Time"), look.px(80), 5)
        self.time.setPlaceholderText("08:30")
        self.amount = _line(self.tr("Amount in {0}").format(unit), look.px(80), 12)
        self.reason = _line(self.tr("Why it was skipped"), look.px(140), 200)
        self.site = FormChoice()
        self.site.setEditable(True)
        self.site.setSizeAdjustPolicy(
            FormChoice.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon
        )
        self.site.setMinimumContentsLength(14)
        self.site.setAccessibleName(self.tr("Where it was injected"))
        self.side = FormChoice()
        self.side.setAccessibleName(self.tr("Side"))
        for text, side in ((self.tr("no side"), None), *self._sides()):
            self.side.addItem(text, side)
        self.keep = QPushButton(self.tr("Keep"))
        self.keep.setObjectName("primary")
        self.back = QPushButton(self.tr("Back"))
        self._lay_out()

        self.keep.clicked.connect(self.kept)
        self.back.clicked.connect(self.left)
        for line in (self.time, self.amount, self.reason):
            line.returnPressed.connect(self.kept)

    @property
    def is_touched(self) -> bool:
        """Whether anything was typed or chosen."""
        typed = (self.time, self.amount, self.reason)
        has_place = self.site.currentText().strip() or self.side.currentIndex() > 0
        return bool(any(line.text().strip() for line in typed) or has_place)

    def suggest(self, places: Sequence[Place], longest_ago: Place | None) -> None:
        """Offer the places used before; the one not used for longest is marked, none is chosen."""
        for place in places:
            said = self.say_place(place)
            if place == longest_ago:
                said = self.tr("{0} (longest ago)").format(said)
            self.site.addItem(said, place)
        self.site.setCurrentIndex(-1)
        self.site.setEditText("")
        self.site.activated.connect(self._take_place)

    def begin(self) -> None:
        """Put the keyboard on the first field."""
        fields = {"at": self.time, "skip": self.reason, "where": self.site}
        fields[self.word].setFocus()

    def given_time(self) -> str:
        """The time as ``08:30``, or empty; refuses what is no time."""
        text = self.time.text().strip().replace(".", ":")
        if len(text) == 4 and text[1:2] == ":":
            text = f"0{text}"
        return check_time(text) if text else ""

    def given_amount(self) -> float | None:
        """The amount; None when none is given; refuses what is no number."""
        text = self.amount.text().strip().replace(",", ".", 1)
        if not text:
            return None
        digits = text.replace(".", "", 1)
        if not (digits.isascii() and digits.isdigit()) or float(text) > _MOST:
            raise Refused(
                self.tr("“{0}” is not an amount. Nothing was recorded.").format(self.amount.text())
            )
        return float(text)

    def given_place(self) -> Place:
        """The place that is written, with its side."""
        side = self.side.currentData()
        chosen = self.site.currentData()
        if isinstance(chosen, tuple) and self.site.currentText() == self.site.itemText(
            self.site.currentIndex()
        ):
            return Place(chosen[0], Side(side) if side else None)
        return Place(self.site.currentText().strip(), Side(side) if side else None)

    def say_place(self, place: Place) -> str:
        if place.side is None:
            return place.site
        said = {side: text for text, side in self._sides()}[place.side]
        return self.tr("{0}, {1}").format(place.site, said)

    def _take_place(self, index: int) -> None:
        place = self.site.itemData(index)
        if place is not None:
            self.side.setCurrentIndex(max(self.side.findData(place[1]), 0))

    def _sides(self) -> tuple[tuple[str, Side], ...]:
        return (self.tr("left"), Side.LEFT), (self.tr("right"), Side.RIGHT)

    def _lay_out(self) -> None:
        fields: dict[str, tuple[QWidget, ...]] = {
            "at": (self.time, self.amount),
            "skip": (self.reason,),
            "where": (self.site, self.side),
        }
        shown = fields[self.word]
        for field in (self.time, self.amount, self.reason, self.site, self.side):
            if field not in shown:
                field.setParent(self)
                field.hide()
        flow_row(self, self.look, *(_labelled(field) for field in shown), self.keep, self.back)


def _line(name: str, width: int, longest: int) -> QLineEdit:
    line = QLineEdit()
    line.setAccessibleName(name)
    line.setMinimumWidth(width)
    line.setMaximumWidth(2 * width)
    line.setMaxLength(longest)
    return line


def _labelled(field: QWidget) -> QWidget:
    label = QLabel(field.accessibleName())
    label.setBuddy(field)
    pair = QWidget()
    row = QHBoxLayout(pair)
    row.setContentsMargins(0, 0, 0, 0)
    row.addWidget(label)
    row.addWidget(field)
    return pair
