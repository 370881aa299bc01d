"""Where the values of a line come from, and the panel that it is drawn in."""

from collections.abc import Callable
from dataclasses import dataclass

from heeldiary.analysis.series import Series
from heeldiary.analysis.trend_panels import Frame, Line
from heeldiary.domain.days import Span


@dataclass(frozen=True, slots=True, kw_only=True)
class LineSource:
    """A line that a diary can draw. ``read`` gives its values on the days of a span."""

    key: str
    name: str
    frame: Frame
    read: Callable[[Span], Series]
    parts: tuple[str, ...] = ()
    """The factors that it is made of."""
    kinds: frozenset[str] = frozenset()
    """The kinds of records, beside answers, that it is made of."""
    digits: int | None = None
    limits: frozenset[int] = frozenset()

    def line(self, span: Span) -> Line:
        """The line over the days of the span."""
        return Line(
            key=self.key,
            name=self.name,
            series=self.read(span),
            parts=self.parts,
            kinds=self.kinds,
            digits=self.digits,
            limits=self.limits,
        )
