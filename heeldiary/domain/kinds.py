"""Every kind of record that a diary keeps, and where its class is.

A class is imported when a record of its kind is first asked for: the window is painted before.
"""

from functools import cache
from importlib import import_module

from heeldiary.domain.records import Record

_HOMES = {
    "factor": ("records", "OwnFactor"),
    "row": ("records", "RowChoice"),
    "reading": ("records", "Reading"),
    "note": ("records", "DayNote"),
    "meal": ("records", "MealNote"),
    "medicine": ("medicines", "Medicine"),
    "regimen": ("medicines", "Regimen"),
    "dose": ("medicines", "Dose"),
    "side_effect": ("medicines", "SideEffect"),
    "procedure": ("medicines", "Procedure"),
    "activity": ("movement", "Activity"),
    "shoe": ("movement", "Shoe"),
    "session": ("movement", "Session"),
    "milestone": ("movement", "Milestone"),
    "flare": ("flares", "Flare"),
    "declined_flare": ("flares", "DeclinedFlare"),
    "weekly_check": ("results", "WeeklyCheck"),
    "clinic_score": ("results", "ClinicScore"),
    "lab_result": ("results", "LabResult"),
    "finding": ("results", "Finding"),
    "visit": ("visits", "Visit"),
    "question": ("visits", "Question"),
}
KINDS = tuple(_HOMES)
"""In the order of files; what others refer to comes before them."""


@cache
def record_type(kind: str) -> type[Record]:
    """The class of a kind of record. KeyError when there is no such kind."""
    module, name = _HOMES[kind]
    found: type[Record] = getattr(import_module(f"heeldiary.domain.{module}"), name)
    return found
