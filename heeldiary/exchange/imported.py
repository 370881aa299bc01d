"""The readings that importers make."""

from datetime import date

from heeldiary.domain.days import Clock
from heeldiary.domain.records import Origin, Reading


def imported_reading(day: date, factor: str, value: float, clock: Clock) -> Reading:
    """The reading that a line of a brought file stands for, recorded at the time of the import."""
    moment = clock.now().replace(microsecond=0)
    return Reading(day=day, factor=factor, value=value, recorded_at=moment, origin=Origin.IMPORTED)
