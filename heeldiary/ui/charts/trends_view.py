"""The sheet of Trends: toolbar, chart or table, and beside them the names and one day."""

from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QBoxLayout, QFrame, QScrollArea, QStackedWidget, QVBoxLayout, QWidget

from heeldiary.ui.charts.side_panel import SidePanel
from heeldiary.ui.charts.table import DayTable, DayTableView
from heeldiary.ui.charts.toolbar import TrendToolbar
from heeldiary.ui.charts.trend_chart import TrendChart
from heeldiary.ui.theme import Look
from heeldiary.ui.widgets.notice import Notice

_BESIDE_ABOVE = 780


class TrendsView(QScrollArea):
    """Where the parts of Trends stand; what they show is the page's to say."""

    def __init__(self, look: Look, toolbar: TrendToolbar) -> None:
        super().__init__()
        self._look = look
        self.setObjectName("scroll")
        self.setAccessibleName(self.tr("Trends"))
        self.setWidgetResizable(True)
        self.toolbar = toolbar
        self.notice = Notice()
        self.chart = TrendChart(look)
        self.days = DayTable()
        self.table = DayTableView(look, self.days)
        self.side = SidePanel(look)
        self._views = QStackedWidget()
        self._body = QBoxLayout(QBoxLayout.Direction.LeftToRight)
        self._lay_out()

        self.verticalScrollBar().rangeChanged.connect(self._share_wheel)

    def show_table(self, wanted: bool) -> None:
        """Show the table in the place of the chart, or the chart again."""
        self._views.setCurrentWidget(self.table if wanted else self.chart)

    def restyle(self) -> None:
        """Take over text size and theme."""
        self.side.card.restyle()
        self.arrange()

    def arrange(self) -> None:
        """The side panel stands beside the chart where there is room, else below it."""
        beside = self.width() >= self._look.px(_BESIDE_ABOVE)
        across, down = QBoxLayout.Direction.LeftToRight, QBoxLayout.Direction.TopToBottom
        self._body.setDirection(across if beside else down)
        self.side.arrange(beside=beside)
        self._views.setMinimumHeight(self.chart.least_height)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self.arrange()

    def _lay_out(self) -> None:
        self._views.addWidget(self.chart)
        self._views.addWidget(self.table)
        card = QFrame()
        card.setObjectName("card")
        inside = QVBoxLayout(card)
        inside.setContentsMargins(8, 8, 8, 8)
        inside.addWidget(self._views)
        self._body.setSpacing(14)
        self._body.addWidget(card, 1)
        self._body.addWidget(self.side)
        sheet = QWidget()
        column = QVBoxLayout(sheet)
        column.setContentsMargins(24, 18, 18, 18)
        column.setSpacing(14)
        column.addWidget(self.toolbar)
        column.addWidget(self.notice)
        column.addLayout(self._body, 1)
        self.setWidget(sheet)

    def _share_wheel(self, lowest: int, highest: int) -> None:
        """Where the sheet is taller than the window the bare wheel scrolls it."""
        self.chart.zooms_by_bare_wheel = highest <= lowest
