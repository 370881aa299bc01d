"""A made-up Apple Health export of any length, shaped as the Health app writes it."""

from collections.abc import Iterator
from datetime import datetime, timedelta, timezone
from pathlib import Path
from random import Random

_OFFSET = timezone(timedelta(hours=1))
_FIRST = datetime(2016, 1, 1, tzinfo=_OFFSET)
_DEVICE = (
    "&lt;&lt;HKDevice: 0x28{:07x}&gt;, name:Apple Watch, manufacturer:Apple Inc., model:Watch, "
    "hardware:Watch6,2, software:10.1&gt;"
)
_HEAD = """<?xml version="1.0" encoding="UTF-8"?>
<!DOCTYPE HealthData [
<!-- HealthKit Export Version: 13 -->
<!ELEMENT HealthData (ExportDate,Me,(Record|Correlation|Workout|ActivitySummary)*)>
<!ATTLIST HealthData
  locale CDATA #REQUIRED
>
<!ELEMENT Record ((MetadataEntry|HeartRateVariabilityMetadataList)*)>
<!ATTLIST Record
  type         CDATA #REQUIRED
  unit         CDATA #IMPLIED
  value        CDATA #IMPLIED
  sourceName   CDATA #REQUIRED
  startDate    CDATA #REQUIRED
  endDate      CDATA #REQUIRED
>
]>
<HealthData locale="en_GB">
 <ExportDate value="2026-11-01 10:00:00 +0100"/>
 <Me HKCharacteristicTypeIdentifierBloodType="HKBloodTypeNotSet"/>
"""
_ACTIVITIES = ("Walking", "Cycling", "Swimming", "Running", "Yoga")
_STAGES = ("AsleepCore", "AsleepDeep", "AsleepREM", "Awake")


def write_apple_file(path: Path, records: int, seed: int) -> None:
    """Write that many records: mostly steps, heart beats and energy; the same seed, same bytes."""
    random = Random(seed)  # noqa: S311 made-up values, not secrets
    weights, workouts = records // 250, records // 500
    sleeps = records // 60
    steps = (records - weights - workouts - sleeps) * 4 // 10
    energy = (records - weights - workouts - sleeps) * 2 // 10
    beats = records - weights - workouts - sleeps - steps - energy
    with path.open("w", encoding="utf-8", newline="\n") as file:
        file.write(_HEAD)
        file.writelines(_weights(random, weights))
        file.writelines(_beats(random, beats))
        file.writelines(_counts(random, steps, "StepCount", "count", 400))
        file.writelines(_counts(random, energy, "ActiveEnergyBurned", "kcal", 30))
        file.writelines(_sleeps(random, sleeps))
        file.writelines(_workouts(random, workouts))
        file.write("</HealthData>\n")


def _record(kind: str, start: datetime, end: datetime, value: str, rest: str) -> str:
    return (
        f' <Record type="HK{kind}" {rest} creationDate="{_say(end)}" '
        f'startDate="{_say(start)}" endDate="{_say(end)}" value="{value}"'
    )


def _weights(random: Random, count: int) -> Iterator[str]:
    kilograms = 78.0
    for number in range(count):
        kilograms += random.gauss(0, 0.2) + (78 - kilograms) * 0.02
        at = _FIRST + timedelta(days=number, hours=7, minutes=random.randrange(60))
        rest = 'sourceName="Scale" sourceVersion="3" unit="kg"'
        kind = "QuantityTypeIdentifierBodyMass"
        yield _record(kind, at, at, f"{kilograms:.2f}", rest) + "/>\n"


def _beats(random: Random, count: int) -> Iterator[str]:
    for number in range(count):
        at = _FIRST + timedelta(seconds=number * 600 + random.randrange(300))
        device = _DEVICE.format(random.randrange(1 << 28))
        rest = f'sourceName="Watch" sourceVersion="10.1" device="{device}" unit="count/min"'
        kind = "QuantityTypeIdentifierHeartRate"
        line = _record(kind, at, at, str(random.randrange(50, 140)), rest)
        if number % 4:
            yield line + "/>\n"
        else:
            motion = '  <MetadataEntry key="HKMetadataKeyHeartRateMotionContext" value="1"/>\n'
            yield f"{line}>\n{motion} </Record>\n"


def _counts(random: Random, count: int, kind: str, unit: str, most: int) -> Iterator[str]:
    for number in range(count):
        start = _FIRST + timedelta(seconds=number * 900 + random.randrange(300))
        end = start + timedelta(seconds=random.randrange(60, 600))
        device = _DEVICE.format(random.randrange(1 << 28))
        rest = f'sourceName="Watch" sourceVersion="10.1" device="{device}" unit="{unit}"'
        value = str(random.randrange(1, most))
        yield _record(f"QuantityTypeIdentifier{kind}", start, end, value, rest) + "/>\n"


def _sleeps(random: Random, count: int) -> Iterator[str]:
    """Nights of sixteen stretches each, one after the other."""
    for number in range(count):
        night, part = divmod(number, 16)
        start = _FIRST + timedelta(days=night, hours=22, minutes=30 * part)
        end = start + timedelta(minutes=30)
        value = f"HKCategoryValueSleepAnalysis{random.choice(_STAGES)}"
        rest = 'sourceName="Watch" sourceVersion="10.1"'
        yield _record("CategoryTypeIdentifierSleepAnalysis", start, end, value, rest) + "/>\n"


def _workouts(random: Random, count: int) -> Iterator[str]:
    for number in range(count):
        start = _FIRST + timedelta(days=2 * number, hours=17, minutes=random.randrange(60))
        minutes = random.uniform(10, 75)
        end = start + timedelta(minutes=minutes)
        yield (
            f' <Workout workoutActivityType="HKWorkoutActivityType{random.choice(_ACTIVITIES)}" '
            f'duration="{minutes!r}" durationUnit="min" sourceName="Watch" sourceVersion="10.1" '
            f'creationDate="{_say(end)}" startDate="{_say(start)}" endDate="{_say(end)}">\n'
            f'  <MetadataEntry key="HKIndoorWorkout" value="0"/>\n </Workout>\n'
        )


def _say(moment: datetime) -> str:
    return moment.strftime("%Y-%m-%d %H:%M:%S %z")
