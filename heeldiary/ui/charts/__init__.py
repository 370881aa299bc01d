"""Charts: the only part of the window that draws with pyqtgraph and counts with numpy."""
