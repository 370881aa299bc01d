"""The program's own icons: one-colour drawings, tinted by role."""

from PySide6.QtCore import QByteArray, QSize, Qt
from PySide6.QtGui import QIcon, QPainter, QPixmap
from PySide6.QtSvg import QSvgRenderer

from heeldiary.ui.theme import Look


def icon(look: Look, name: str, role: str = "text", checked_role: str = "accent_on_soft") -> QIcon:
    """The icon of this name in the colour of a role, and of another one where it is checked."""
    found = QIcon()
    found.addPixmap(_pixmap(look, name, role), QIcon.Mode.Normal, QIcon.State.Off)
    found.addPixmap(_pixmap(look, name, checked_role), QIcon.Mode.Normal, QIcon.State.On)
    return found


def icon_size(look: Look) -> QSize:
    return QSize(look.px(20), look.px(20))


def _pixmap(look: Look, name: str, role: str) -> QPixmap:
    drawing = (look.resources / "icons" / f"{name}.svg").read_text("utf-8")
    tinted = drawing.replace("currentColor", look.color(role).name())
    picture = QPixmap(icon_size(look) * 2)
    picture.fill(Qt.GlobalColor.transparent)
    painter = QPainter(picture)
    QSvgRenderer(QByteArray(tinted.encode())).render(painter)
    painter.end()
    picture.setDevicePixelRatio(2)
    return picture
