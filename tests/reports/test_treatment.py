from dataclasses import replace
from datetime import timedelta

from heeldiary.domain.days import Span
from heeldiary.domain.factor import Side
from heeldiary.domain.medicines import (
    Dose,
    DoseState,
    Medicine,
    MedicineClass,
    Procedure,
    ProcedureKind,
    Schedule,
    SideEffect,
)
from heeldiary.domain.records import Origin, Record
from heeldiary.reports.treatment import Treatment, change_lines, treatment_lines, treatment_of
from heeldiary.reports.words import Words
from tests.builders import FRI, MON, NOON, THU, TUE, WED, PlainDiary
from tests.reports.whole_life import a_regimen, ago

SPAN = Span.ending(FRI, 90)
LATELY = Span.ending(FRI, 28)
BEFORE = Span.ending(ago(28), 84)
NAPROXEN = Medicine(
    id="m", name="Naproxen", substance="naproxen", medicine_class=MedicineClass.NSAID
)


def treatment(*records: Record) -> Treatment:
    return treatment_of(PlainDiary(NAPROXEN, *records), SPAN, LATELY, BEFORE)


def lines(*records: Record) -> tuple[str, ...]:
    return treatment_lines(treatment(*records), Words())


def changes(*records: Record) -> tuple[str, ...]:
    return change_lines(treatment(*records).changes, Words())


def a_dose(key: str, state: DoseState = DoseState.TAKEN, *, planned: bool = True) -> Dose:
    return Dose(
        id=key,
        medicine="m",
        day=FRI,
        due_day=FRI if planned else None,
        due_time=key if planned else "",
        state=state,
        amount=500,
        recorded_at=NOON,
        origin=Origin.THAT_DAY,
    )


def test_a_medicine_stands_with_its_dose_and_since_when() -> None:
    (line,) = lines(a_regimen("r", "m", MON))

    assert line.startswith("Naproxen: 500 mg, twice a day, since 16 Nov 2026; ")


def test_a_medicine_whose_dose_changed_says_when_it_was_begun() -> None:
    (line,) = lines(a_regimen("r", "m", ago(700), TUE), a_regimen("s", "m", WED, dose=250))

    assert "250 mg, twice a day, since 18 Nov 2026 (begun 20 Dec 2024)" in line


def test_doses_are_told_as_recorded_of_planned() -> None:
    line = lines(a_regimen("r", "m", THU), a_dose("08:00"), a_dose("20:00", DoseState.MISSED))[0]

    assert line.endswith("; in 28 days recorded 2 of 4 doses, 1 missed")


def test_skipped_on_purpose_is_not_missed() -> None:
    assert lines(a_regimen("r", "m", THU), a_dose("08:00", DoseState.SKIPPED))[0].endswith(
        "recorded 1 of 4 doses, 1 skipped"
    )


def test_what_is_taken_as_needed_has_no_plan() -> None:
    regimen = a_regimen("r", "m", THU, schedule=Schedule.AS_NEEDED, times=())

    assert lines(regimen)[0].endswith("; 0 doses recorded in 28 days")
    assert lines(regimen, a_dose("a", planned=False))[0].endswith("; 1 dose recorded in 28 days")


def test_the_nsaid_index_stands_on_recorded_days() -> None:
    told = lines(a_regimen("r", "m", THU), a_dose("08:00"), a_dose("20:00"))

    assert told[1] == (
        "NSAID index: 100 (recorded 1 of 28 days); before that – (recorded 0 of 84 days)"
    )


def test_without_anti_inflammatories_there_is_no_index() -> None:
    other = Medicine(id="a", name="Adalimumab")

    assert len(lines(other, a_regimen("r", "a", THU))) == 1


def test_a_medicine_that_was_begun_has_changed() -> None:
    assert changes(a_regimen("r", "m", MON)) == (
        "16 Nov 2026: Naproxen begun, 500 mg, twice a day",
    )


def test_a_change_of_dose_says_from_what_to_what() -> None:
    assert changes(a_regimen("r", "m", ago(300), TUE), a_regimen("s", "m", WED, dose=250)) == (
        "18 Nov 2026: Naproxen changed from 500 mg, twice a day to 250 mg, twice a day",
    )


def test_the_end_of_a_medicine_is_its_last_day() -> None:
    assert changes(a_regimen("r", "m", ago(300), TUE)) == ("17 Nov 2026: Naproxen ended",)


def test_what_ends_after_the_period_has_not_changed() -> None:
    assert changes(a_regimen("r", "m", ago(300), FRI + timedelta(days=3))) == ()


def test_three_changes_are_told_and_the_others_counted() -> None:
    regimens = [a_regimen(f"r{back}", "m", ago(back), ago(back - 1)) for back in range(2, 20, 3)]

    told = changes(*regimens)
    assert len(told) == 3
    assert told[-1].endswith("(and 9 more)")


def test_a_side_effect_stands_with_its_strength_days_and_medicine() -> None:
    effect = SideEffect(
        id="e", first_day=MON, last_day=TUE, medicine="m", what="Heartburn", strength=4.0,
        note="Nobody reads this.", recorded_at=NOON, origin=Origin.THAT_DAY,
    )  # fmt: skip

    assert lines(effect)[1] == "Side effect: Heartburn 4/10 (Naproxen), 16–17 Nov 2026"
    assert lines(replace(effect, last_day=None, medicine=None))[1] == (
        "Side effect: Heartburn 4/10, since 16 Nov 2026"
    )


def test_a_procedure_stands_with_its_side() -> None:
    injection = Procedure(
        id="p", day=WED, what=ProcedureKind.STEROID_INJECTION, site="heel", side=Side.RIGHT,
        recorded_at=NOON, origin=Origin.LATER,
    )  # fmt: skip

    assert lines(injection)[1] == "Steroid injection, heel, right: 18 Nov 2026"


def test_a_long_name_is_cut_where_it_can_be_seen() -> None:
    long = Medicine(id="a", name="Naproxen " * 20)

    assert "Naproxen Naprox…:" in lines(long, a_regimen("r", "a", MON))[0]
