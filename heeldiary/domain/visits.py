"""The records of visits: appointments, and the questions collected for them."""

from dataclasses import dataclass
from datetime import date, datetime
from typing import Annotated, ClassVar

from heeldiary.domain.records import Origin
from heeldiary.domain.shape import Name, Refers, TimeOfDay


@dataclass(frozen=True, slots=True, kw_only=True)
class Visit:
    """An appointment, past or to come."""

    kind: ClassVar[str] = "visit"
    listed: ClassVar[str] = "visits"
    may_be_ahead: ClassVar[frozenset[str]] = frozenset({"day"})

    id: str
    day: date
    time: TimeOfDay = ""
    clinician: str = ""
    place: str = ""
    purpose: str = ""
    decisions: str = ""
    said: str = ""
    """What the clinic said, in the owner's words."""
    recorded_at: datetime
    origin: Origin


@dataclass(frozen=True, slots=True, kw_only=True)
class Question:
    """A question for a visit: the next one, unless it names its own."""

    kind: ClassVar[str] = "question"
    listed: ClassVar[str] = "questions"

    id: str
    day: date
    """The day on which it came up."""
    text: Name
    visit: Annotated[str | None, Refers("visit")] = None
    answer: str = ""
    closed: bool = False
    position: int = 0
    recorded_at: datetime
    origin: Origin
