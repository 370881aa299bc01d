"""The records of medicines: what is taken, in which dated regimens, the doses, what followed."""

from dataclasses import dataclass
from datetime import date, datetime
from enum import StrEnum
from typing import Annotated, ClassVar

from heeldiary.domain.days import check_time
from heeldiary.domain.factor import Side
from heeldiary.domain.records import Origin
from heeldiary.domain.refusal import Refused
from heeldiary.domain.shape import Name, Nrs, Refers, Step, TimeOfDay, Within

LARGEST_DOSE = 100_000.0


class MedicineClass(StrEnum):
    NSAID = "nsaid"
    CSDMARD = "csdmard"
    TNF = "tnf_inhibitor"
    IL17 = "il17_inhibitor"
    JAK = "jak_inhibitor"
    STEROID = "glucocorticoid"
    ANALGESIC = "analgesic"
    GASTRO = "gastro_protection"
    OTHER = "other"


class Form(StrEnum):
    TABLET = "tablet"
    CAPSULE = "capsule"
    LIQUID = "liquid"
    INJECTION = "injection"
    INFUSION = "infusion"
    CREAM = "cream"
    PATCH = "patch"
    OTHER = "other"


class Route(StrEnum):
    ORAL = "oral"
    SUBCUTANEOUS = "subcutaneous"
    INTRAMUSCULAR = "intramuscular"
    INTRAVENOUS = "intravenous"
    TOPICAL = "topical"
    OTHER = "other"


class Schedule(StrEnum):
    """When the doses of a regimen fall due."""

    TIMES_A_DAY = "times_a_day"
    WEEKDAYS = "weekdays"
    EVERY_N_DAYS = "every_n_days"
    AS_NEEDED = "as_needed"
    TAPER = "taper"


class DoseState(StrEnum):
    """What became of a dose. A dose that nobody touched has no record: it is not *missed*."""

    TAKEN = "taken"
    MISSED = "missed"
    SKIPPED = "skipped"


class ProcedureKind(StrEnum):
    STEROID_INJECTION = "steroid_injection"
    SHOCK_WAVE = "shock_wave"
    PRP = "prp"
    PHYSIOTHERAPY = "physiotherapy"
    SURGERY = "surgery"
    OTHER = "other"


@dataclass(frozen=True, slots=True, kw_only=True)
class Medicine:
    """A medicine in the owner's own words; a substance of the catalogue gives it its code."""

    kind: ClassVar[str] = "medicine"
    listed: ClassVar[str] = "medicines"

    id: str
    name: Name
    substance: str = ""
    """Its key in ``resources/medicines.toml``; empty for free text."""
    medicine_class: MedicineClass = MedicineClass.OTHER
    form: Form = Form.OTHER
    unit: str = "mg"
    mg_per_unit: Annotated[float | None, Within(0, LARGEST_DOSE)] = None
    """How much one unit holds, when doses are counted in tablets or the like."""
    note: str = ""
    retired: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class Regimen:
    """One dated period of a medicine. A change of dose ends it and begins the next one."""

    kind: ClassVar[str] = "regimen"
    listed: ClassVar[str] = "regimens"
    may_be_ahead: ClassVar[frozenset[str]] = frozenset({"first_day", "last_day"})

    id: str
    medicine: Annotated[str, Refers("medicine")]
    first_day: date
    last_day: date | None = None
    """None while it goes on."""
    dose: Annotated[float | None, Within(0, LARGEST_DOSE)] = None
    """How much at a time."""
    unit: str = "mg"
    route: Route = Route.ORAL
    schedule: Schedule
    times: tuple[str, ...] = ()
    """The times of the day at which a dose is due, as ``08:00``."""
    weekdays: tuple[int, ...] = ()
    """1 is Monday, 7 is Sunday; for the schedule by weekdays."""
    every: Annotated[int, Within(1, 366)] = 1
    """Days from one dose to the next, counted from the first day."""
    daily_limit: Annotated[float | None, Within(0, LARGEST_DOSE)] = None
    """The most in a day that the owner set, for doses as needed."""
    steps: tuple[Step, ...] = ()
    """Doses and days of a taper, in order."""
    began_because: str = ""
    ended_because: str = ""
    recorded_at: datetime
    origin: Origin

    def check(self) -> None:
        """Refuse a schedule that never says when a dose is due."""
        for time in self.times:
            check_time(time)
        if len(set(self.times)) != len(self.times):
            raise Refused("The same time of day stands twice in this regimen.")
        if not set(self.weekdays) <= set(range(1, 8)):
            raise Refused("A weekday is a number from 1, Monday, to 7, Sunday.")
        if self.schedule is Schedule.WEEKDAYS and not self.weekdays:
            raise Refused("A regimen by weekdays needs at least one weekday.")
        if self.schedule is Schedule.TAPER:
            self._check_steps()

    def meets(self, other: "Regimen") -> bool:
        """Whether the two share a day."""
        ends = self.last_day is None or self.last_day >= other.first_day
        return ends and (other.last_day is None or other.last_day >= self.first_day)

    def _check_steps(self) -> None:
        if not self.steps:
            raise Refused("A taper needs at least one step: a dose and its days.")
        if any(not 0 <= step.dose <= LARGEST_DOSE for step in self.steps):
            raise Refused("A step of a taper has a dose that cannot be.")
        if any(not 1 <= step.days <= 3_660 for step in self.steps):
            raise Refused("A step of a taper lasts at least one day.")


@dataclass(frozen=True, slots=True, kw_only=True)
class Dose:
    """One dose, taken, missed or skipped on purpose; planned or as needed."""

    kind: ClassVar[str] = "dose"
    listed: ClassVar[str] = "doses"

    id: str
    medicine: Annotated[str, Refers("medicine")]
    day: date
    """The day on which it was taken, or on which it was missed or skipped."""
    due_day: date | None = None
    """The day for which it was planned; None for a dose as needed."""
    due_time: TimeOfDay = ""
    state: DoseState = DoseState.TAKEN
    amount: Annotated[float | None, Within(0, LARGEST_DOSE)] = None
    unit: str = "mg"
    time: TimeOfDay = ""
    """When it was taken; empty when only the day is known."""
    site: str = ""
    """Where it was injected."""
    side: Side | None = None
    reason: str = ""
    recorded_at: datetime
    origin: Origin


@dataclass(frozen=True, slots=True, kw_only=True)
class SideEffect:
    """Something that the owner puts down to a medicine."""

    kind: ClassVar[str] = "side_effect"
    listed: ClassVar[str] = "side_effects"

    id: str
    first_day: date
    last_day: date | None = None
    medicine: Annotated[str | None, Refers("medicine")] = None
    what: Name
    strength: Nrs = None
    note: str = ""
    recorded_at: datetime
    origin: Origin


@dataclass(frozen=True, slots=True, kw_only=True)
class Procedure:
    """A treatment given on one day, such as a steroid injection or a session of shock wave."""

    kind: ClassVar[str] = "procedure"
    listed: ClassVar[str] = "procedures"

    id: str
    day: date
    what: ProcedureKind
    detail: str = ""
    site: str = ""
    side: Side | None = None
    number: Annotated[int | None, Within(1, 1_000)] = None
    """Which one of a series it was."""
    given_by: str = ""
    note: str = ""
    recorded_at: datetime
    origin: Origin
