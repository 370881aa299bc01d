"""Settings: the look, the rows of Today, the hour at which the day begins, where the file is."""

from collections.abc import Sequence

from PySide6.QtCore import Qt, QTimer
from PySide6.QtWidgets import (
    QFormLayout,
    QLabel,
    QPushButton,
    QScrollArea,
    QVBoxLayout,
    QWidget,
)

from heeldiary import __version__
from heeldiary.host.settings import TEXT_SIZES, THEMES
from heeldiary.ui.desk import Desk
from heeldiary.ui.keeper import SettingsKeeper
from heeldiary.ui.page import Page
from heeldiary.ui.theme import Look
from heeldiary.ui.widgets.card import Card
from heeldiary.ui.widgets.diary_place import DiaryPlace
from heeldiary.ui.widgets.form_lines import FormChoice
from heeldiary.ui.widgets.notice import Notice
from heeldiary.ui.widgets.row_chooser import RowChooser
from heeldiary.ui.widgets.settings_check import CheckDayCard
from heeldiary.ui.widgets.settings_units import UnitsCard


class SettingsPage(Page):
    """Everything takes effect at once; there is nothing to save."""

    def __init__(self, desk: Desk, look: Look) -> None:
        super().__init__(desk, look)
        self._keeper: SettingsKeeper | None = None
        self.theme = _chooser(self.tr("Colours"), self._theme_names())
        self.text = _chooser(self.tr("Text size"), [f"{size} %" for size in TEXT_SIZES])
        self.hour = _chooser(self.tr("The day begins at"), [f"{hour:02}:00" for hour in range(24)])
        self.rows = RowChooser(desk, look)
        self.units = UnitsCard(look)
        self.check_day = CheckDayCard(look)
        self.notice = Notice()
        self._part: QWidget | None = None
        self._laid_out = QTimer(self)
        self._laid_out.setSingleShot(True)
        self._title = QLabel(self.tr("Settings"))
        self._title.setObjectName("title")
        self.another = QPushButton(self.tr("Open another diary…"))
        self.place = DiaryPlace(look, desk.path, self.another)
        self._lay_out()

        self.theme.activated.connect(self._choose_theme)
        self.text.activated.connect(self._choose_text)
        self.hour.activated.connect(self._choose_hour)
        self.another.clicked.connect(self.another_wanted)
        self.rows.to_be_seen.connect(self._bring_into_view)
        self._laid_out.timeout.connect(self._scroll_to_part)
        desk.refused.connect(self.notice.say)

    def use(self, keeper: SettingsKeeper) -> None:
        self._keeper = keeper
        self.theme.setCurrentIndex(THEMES.index(keeper.settings.theme))
        self.text.setCurrentIndex(TEXT_SIZES.index(keeper.settings.text_percent))
        self.hour.setCurrentIndex(keeper.settings.day_start_hour)
        self.units.use(keeper)
        self.check_day.use(keeper)

    def refresh(self) -> None:
        self._title.setFont(self.look.font(1.55, strong=True))
        self.rows.refresh()

    def open_form(self, name: str) -> None:
        """Go to the rows of Today, when that is where the person was sent."""
        if name == "rows":
            self.rows.begin()
            self._scroll.verticalScrollBar().setValue(self._rows.y())

    def _bring_into_view(self, part: QWidget) -> None:
        """Scroll to what was shown just now, as soon as it has its place."""
        self._part = part
        self._laid_out.start(0)

    def _scroll_to_part(self) -> None:
        if self._part is not None:
            self._scroll.ensureWidgetVisible(self._part, 0, self.look.px(12))

    def _theme_names(self) -> Sequence[str]:
        return (
            self.tr("As the desktop has them"),
            self.tr("Light"),
            self.tr("Dark"),
            self.tr("High contrast"),
        )

    def _choose_theme(self, place: int) -> None:
        self._change(theme=THEMES[place])

    def _choose_text(self, place: int) -> None:
        self._change(text_percent=TEXT_SIZES[place])

    def _choose_hour(self, place: int) -> None:
        self._change(day_start_hour=place)

    def _change(self, **changes: object) -> None:
        if self._keeper is not None:
            self._keeper.change(**changes)

    def _lay_out(self) -> None:
        sheet = QWidget()
        cards = QVBoxLayout(sheet)
        cards.setContentsMargins(24, 12, 18, 18)
        cards.setSpacing(12)
        cards.addWidget(self._title)
        self._rows = self._rows_card()
        for card in (self._look_card(), self._rows, self._day_card(), self.check_day):
            cards.addWidget(card)
        for card in (self.units, self.place, self._about_card()):
            cards.addWidget(card)
        cards.addStretch(1)
        self._scroll = scroll = QScrollArea()
        scroll.setObjectName("scroll")
        scroll.setWidgetResizable(True)
        scroll.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        scroll.setWidget(sheet)
        page = QVBoxLayout(self)
        page.setContentsMargins(0, 0, 0, 0)
        page.setSpacing(0)
        above = QVBoxLayout()  # it stays in sight wherever the page is scrolled to
        above.setContentsMargins(24, 6, 18, 0)
        above.addWidget(self.notice)
        page.addLayout(above)
        page.addWidget(scroll, 1)

    def _look_card(self) -> Card:
        card = Card(self.look, self.tr("How it looks"))
        card.rows.addLayout(_form(self.theme, self.text))
        return card

    def _rows_card(self) -> Card:
        card = Card(self.look, self.tr("Rows of Today"))
        card.add(
            _soft(
                self.tr(
                    "Tick what you want to be asked. A row that is not ticked keeps all that was "
                    "recorded in it."
                )
            )
        )
        card.add(self.rows)
        return card

    def _day_card(self) -> Card:
        card = Card(self.look, self.tr("When the day begins"))
        card.rows.addLayout(_form(self.hour))
        card.add(_soft(self.tr("What you enter before that hour belongs to the day before.")))
        return card

    def _about_card(self) -> Card:
        card = Card(self.look, self.tr("About Heel Diary {0}").format(__version__))
        card.add(
            _soft(
                self.tr(
                    "A notebook, not a medical device: it records, adds up and draws, and does not "
                    "diagnose or advise. Patterns in a diary do not show cause. Talk to your "
                    "clinic before you change a medicine; in an emergency call your local "
                    "emergency number. The program never uses the network."
                )
            )
        )
        card.add(_soft(self.tr("Free software under the MIT licence. Font: Inter (OFL 1.1).")))
        return card


def _chooser(name: str, choices: Sequence[str]) -> FormChoice:
    box = FormChoice()
    box.addItems(list(choices))
    box.setAccessibleName(name)
    return box


def _form(*boxes: FormChoice) -> QFormLayout:
    form = QFormLayout()
    form.setRowWrapPolicy(QFormLayout.RowWrapPolicy.WrapLongRows)
    form.setFieldGrowthPolicy(QFormLayout.FieldGrowthPolicy.FieldsStayAtSizeHint)
    for box in boxes:
        label = QLabel(box.accessibleName())
        label.setBuddy(box)
        form.addRow(label, box)
    return form


def _soft(text: str) -> QLabel:
    label = QLabel(text)
    label.setObjectName("soft")
    label.setWordWrap(True)
    return label
