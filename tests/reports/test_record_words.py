"""Every kind of record has its line of words."""

from dataclasses import replace

import pytest

from heeldiary.domain.factor import Kind
from heeldiary.domain.factors import Factors
from heeldiary.domain.flares import Flare
from heeldiary.domain.kinds import KINDS
from heeldiary.domain.medicines import Schedule
from heeldiary.domain.records import SKIPPED, Origin, OwnFactor, Record, RowChoice
from heeldiary.domain.results import Instrument, LabTest
from heeldiary.reports.record_words import RecordWords, shortened
from tests.builders import MON, NOON, TUE, PlainDiary, a_note, a_reading
from tests.exchange.whole_diaries import OTHERS
from tests.medicine_records import a_regimen
from tests.results import a_crp, a_score

OWN = OwnFactor(key="own_tea", name="Tea", measure=Kind.COUNT, unit="cups", retired=True)
DAILY: tuple[Record, ...] = (
    a_reading(value=4.5),
    a_note("Long\n day " + "x" * 100),
    OWN,
    RowChoice(factor="neck", position=3, shown=False),
)
WORDS = RecordWords(PlainDiary(*OTHERS, *DAILY), Factors((OWN,)), ",")


def test_every_kind_is_said() -> None:
    said = {record.kind: WORDS.say(record) for record in (*DAILY, *OTHERS)}
    assert said.keys() == set(KINDS)
    assert said == {
        "reading": "Low back: 4,5",
        "note": "Note: Long day " + "x" * 80 + "…",
        "factor": "Row “Tea”: retired, cups",
        "row": "Row “Neck”: place 3, hidden",
        "meal": "Meals: =Porridge, -1",
        "medicine": "Medicine “Pen”: retired",
        "regimen": '=Naproxen: 10 to 2,5 mg, taper, stiff, "very"',
        "dose": "=Naproxen: taken, 500 mg, thigh left",
        "side_effect": "Side effect “Rash”: Pen",
        "procedure": "Shock wave: number 2",
        "activity": "Activity “Bouldering”: high impact",
        "shoe": "Shoes “Blue pair”",
        "session": "Bouldering: 5,25 km",
        "milestone": "Weight to count from: 80,5 kg",
        "flare": "Flare: all over, 9 of 10",
        "declined_flare": "Offered flare: no",
        "weekly_check": "Weekly check: 2 of 7 answered",
        "clinic_score": "BASFI: 4,25",
        "lab_result": "CRP: below 5 mg/L",
        "finding": "Ultrasound: 4,5 mm",
        "visit": "Visit",
        "question": "Question: Why?",
    }


@pytest.mark.parametrize(
    ("record", "said"),
    [
        (a_reading(value=SKIPPED), "Low back: skipped"),
        (a_reading("gone", 3.0), "gone: 3.0"),
        (a_reading("flare_today", 1.0), "Was today a flare for you?: a few areas"),
        (RowChoice(factor="gone", position=1, shown=True), "Row “gone”: place 1, shown"),
    ],
)
def test_what_is_not_known_any_more_is_said_as_it_was(record: Record, said: str) -> None:
    assert WORDS.say(record) == said


@pytest.mark.parametrize(
    ("instrument", "said"),
    [
        (Instrument.BASDAI, "BASDAI (clinic form): 4,2"),
        (Instrument.ASAS_HI, "ASAS Health Index: 4,2"),
        (Instrument.OTHER, "Own total: 4,2"),
    ],
)
def test_a_clinics_total_is_called_as_everywhere(instrument: Instrument, said: str) -> None:
    assert (
        WORDS.say(
            a_score(instrument, 4.2, name="Own total" if instrument is Instrument.OTHER else "")
        )
        == said
    )


def test_letters_stay_letters() -> None:
    gene = replace(a_crp(None, words="positive"), test=LabTest.HLA_B27, unit="")

    assert WORDS.say(gene) == "HLA-B27: positive"


def test_a_plan_is_said_as_under_the_charts() -> None:
    every_two_weeks = a_regimen(schedule=Schedule.EVERY_N_DAYS, every=14, dose=40.0)

    assert WORDS.say(every_two_weeks) == "naproxen: 40 mg, every 2 weeks"


def test_days_are_said_as_the_record_has_them() -> None:
    flare = Flare(id="f", first_day=MON, recorded_at=NOON, origin=Origin.LATER)
    assert WORDS.days(a_reading()) == "16 Nov 2026"
    assert WORDS.days(OWN) == ""
    assert WORDS.days(flare) == "16 Nov 2026 –"
    assert WORDS.days(replace(flare, last_day=TUE)) == "16 Nov 2026 – 17 Nov 2026"


def test_long_words_are_cut() -> None:
    assert shortened("a\n b") == "a b"
    assert len(shortened("x" * 200)) == 90
