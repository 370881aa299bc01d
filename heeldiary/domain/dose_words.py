"""Doses and schedules in words, the same on screen, under charts and on paper."""

from heeldiary.domain.medicines import DoseState, MedicineClass, ProcedureKind, Regimen, Schedule

CLASS_NAMES = {
    MedicineClass.NSAID: "Anti-inflammatory (NSAID)",
    MedicineClass.CSDMARD: "Conventional DMARD",
    MedicineClass.TNF: "TNF inhibitor",
    MedicineClass.IL17: "IL-17 inhibitor",
    MedicineClass.JAK: "JAK inhibitor",
    MedicineClass.STEROID: "Steroid",
    MedicineClass.ANALGESIC: "Painkiller",
    MedicineClass.GASTRO: "For the stomach",
    MedicineClass.OTHER: "Other",
}
STATE_NAMES = {
    DoseState.TAKEN: "taken",
    DoseState.MISSED: "missed",
    DoseState.SKIPPED: "skipped on purpose",
}
PROCEDURE_NAMES = {
    ProcedureKind.STEROID_INJECTION: "Steroid injection",
    ProcedureKind.SHOCK_WAVE: "Shock wave",
    ProcedureKind.PRP: "PRP injection",
    ProcedureKind.PHYSIOTHERAPY: "Physiotherapy",
    ProcedureKind.SURGERY: "Surgery",
    ProcedureKind.OTHER: "Treatment",
}
WEEKDAYS = ("Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday")
_MANY = {
    "tablet": "tablets",
    "capsule": "capsules",
    "drop": "drops",
    "puff": "puffs",
    "patch": "patches",
    "injection": "injections",
    "sachet": "sachets",
}
_EVERY = {1: "daily", 7: "weekly"}
_TIMES = {0: "daily", 1: "daily", 2: "twice a day"}


def amount_words(amount: float | None, unit: str, decimal: str = ".") -> str:
    """``12.5 mg``, ``2 tablets``; empty when the amount is not recorded."""
    if amount is None:
        return ""
    counted = unit if amount == 1 else _MANY.get(unit, unit)
    return f"{_figure(amount, decimal)} {counted}".strip()


def dose_words(regimen: Regimen, decimal: str = ".") -> str:
    """What is taken at a time: ``500 mg``, or the steps of a taper."""
    if regimen.schedule is not Schedule.TAPER:
        return amount_words(regimen.dose, regimen.unit, decimal)
    steps = (
        f"{amount_words(step.dose, regimen.unit, decimal) if step.dose else 'none'} "
        f"for {_days(step.days)}"
        for step in regimen.steps
    )
    return ", then ".join(steps)


def schedule_words(regimen: Regimen) -> str:
    """When it is taken: ``twice a day at 08:00 and 20:00``, ``every 2 weeks``, ``as needed``."""
    how = _how_often(regimen)
    if regimen.schedule is Schedule.AS_NEEDED or not regimen.times:
        return how
    return f"{how} at {_listed(sorted(regimen.times))}"


def limit_words(regimen: Regimen, decimal: str = ".") -> str:
    """The most in a day that the owner set; empty without one."""
    if regimen.schedule is not Schedule.AS_NEEDED or regimen.daily_limit is None:
        return ""
    return f"at most {amount_words(regimen.daily_limit, regimen.unit, decimal)} a day as you set it"


def regimen_words(regimen: Regimen, decimal: str = ".") -> str:
    """The whole plan: ``500 mg, twice a day at 08:00 and 20:00``."""
    parts = (dose_words(regimen, decimal), schedule_words(regimen), limit_words(regimen, decimal))
    return ", ".join(part for part in parts if part)


def short_words(regimen: Regimen, decimal: str = ".") -> str:
    """The plan for a strip under a chart: ``50 mg, weekly``, ``20 to 5 mg, taper``."""
    dose = dose_words(regimen, decimal)
    if regimen.schedule is Schedule.TAPER and regimen.steps:
        first, last = (_figure(regimen.steps[place].dose, decimal) for place in (0, -1))
        dose = f"{first} to {last} {regimen.unit}"
    return ", ".join(part for part in (dose, _how_often(regimen)) if part)


def late_words(days: int) -> str:
    """``2 days late``, ``1 day early``; empty on the day itself."""
    if days == 0:
        return ""
    return f"{_days(abs(days))} {'late' if days > 0 else 'early'}"


def _how_often(regimen: Regimen) -> str:
    match regimen.schedule:
        case Schedule.TIMES_A_DAY:
            count = len(regimen.times)
            return _TIMES.get(count, f"{count} times a day")
        case Schedule.WEEKDAYS:
            return _on_weekdays(regimen.weekdays)
        case Schedule.EVERY_N_DAYS:
            return _EVERY.get(regimen.every) or _every(regimen.every)
        case Schedule.AS_NEEDED:
            return "as needed"
        case Schedule.TAPER:
            return "taper"


def _every(days: int) -> str:
    return f"every {days} days" if days % 7 else f"every {days // 7} weeks"


def _on_weekdays(weekdays: tuple[int, ...]) -> str:
    names = [WEEKDAYS[number - 1] for number in sorted(set(weekdays))]
    if len(names) == len(WEEKDAYS):
        return "daily"
    return f"weekly on {names[0]}" if len(names) == 1 else f"on {_listed(names)}"


def _listed(words: list[str]) -> str:
    return " and ".join(part for part in (", ".join(words[:-1]), words[-1]) if part)


def _days(count: int) -> str:
    return "1 day" if count == 1 else f"{count} days"


def _figure(number: float, decimal: str) -> str:
    return f"{number:.10g}".replace(".", decimal)
