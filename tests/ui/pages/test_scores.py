from datetime import date, timedelta

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLineEdit
from pytestqt.qtbot import QtBot

from heeldiary.domain.days import Clock
from heeldiary.domain.edits import Change, Edit
from heeldiary.domain.factor import Side
from heeldiary.domain.records import Origin, Record
from heeldiary.domain.results import (
    ClinicScore,
    Finding,
    FindingKind,
    Instrument,
    LabResult,
    LabTest,
    WeeklyCheck,
)
from heeldiary.storage.store import Store
from heeldiary.ui.desk import Desk
from heeldiary.ui.pages.scores import ScoresPage
from heeldiary.ui.theme import Look
from heeldiary.ui.widgets.answer_row import AnswerRow
from heeldiary.ui.widgets.form_editors import ChoiceEditor, ClaimEditor, LineEditor, NumberEditor
from heeldiary.ui.widgets.record_form import RecordForm
from tests.builders import FRI, MON, NOON, TUE, WED
from tests.results import a_check, a_crp, a_finding, a_full_check, a_score, an_esr
from tests.started import Time

pytestmark = pytest.mark.usefixtures("in_english")


@pytest.fixture
def page(qtbot: QtBot, desk: Desk, look: Look) -> ScoresPage:
    page = ScoresPage(desk, look)
    qtbot.addWidget(page)
    page.resize(1000, 800)
    page.show()
    page.begin()
    return page


def add(desk: Desk, *records: Record) -> None:
    assert desk.apply(Change(label="Added", edits=tuple(Edit(None, each) for each in records)))


def row(page: ScoresPage, key: str) -> AnswerRow:
    return next(each for each in page.sheet.check.questions if each.factor.key == key)


def checks(desk: Desk) -> list[WeeklyCheck]:
    return list(desk.diary.records(WeeklyCheck))


def cells(page: ScoresPage, name: str) -> list[tuple[str, ...]]:
    """What stands in a list: ``checks``, ``clinic``, ``labs`` or ``findings``."""
    return list(getattr(page.sheet, name).list.table.texts.rows)


def form_of(page: ScoresPage) -> RecordForm:
    assert page.form is not None
    return page.form


def choose(page: ScoresPage, field: str, word: str) -> None:
    editor = form_of(page).editors[field]
    assert isinstance(editor, ChoiceEditor)
    editor.box.setCurrentIndex(editor.box.findData(word))


def write(page: ScoresPage, field: str, text: str) -> None:
    editor = form_of(page).editors[field]
    if isinstance(editor, NumberEditor):
        editor.line.setText(text)
    elif isinstance(editor, LineEditor):
        editor.show_value(text)
    elif isinstance(editor, ChoiceEditor):
        editor.box.setEditText(text)
    else:
        line = editor.findChild(QLineEdit)
        assert isinstance(line, QLineEdit)
        line.setText(text)


def said(page: ScoresPage) -> str:
    """What the form says is wrong."""
    return form_of(page)._wrong.text()


class TestInvitation:
    def test_an_empty_diary_is_an_invitation(self, page: ScoresPage) -> None:
        assert page.begin_button.isVisible()
        assert not page.sheet.isVisible()

    def test_the_invitation_leads_to_the_first_question(self, page: ScoresPage) -> None:
        QTest.mouseClick(page.begin_button, Qt.MouseButton.LeftButton)

        assert page.sheet.isVisible()
        assert row(page, "tiredness").field.hasFocus()
        assert not page.sheet.checks.isVisible()
        assert not page.sheet.newest.isVisible()

    def test_the_invitation_leads_to_a_laboratory_value(self, page: ScoresPage) -> None:
        QTest.mouseClick(page.add_lab, Qt.MouseButton.LeftButton)

        assert "value" in form_of(page).editors

    def test_the_invitation_leads_to_a_total_of_the_clinic(self, page: ScoresPage) -> None:
        QTest.mouseClick(page.add_score, Qt.MouseButton.LeftButton)

        assert "instrument" in form_of(page).editors

    def test_the_first_record_brings_the_lists(self, page: ScoresPage, desk: Desk) -> None:
        add(desk, a_score())

        assert page.sheet.isVisible()


class TestWeeklyCheck:
    def test_each_answer_is_kept_as_it_is_given(self, page: ScoresPage, desk: Desk) -> None:
        page.open_form("check")
        QTest.keyClick(row(page, "tiredness").field, Qt.Key.Key_4)
        assert checks(desk) == [a_check(day=FRI, tiredness=4.0)]

        QTest.keyClick(row(page, "joint_pain").field, Qt.Key.Key_0)
        assert checks(desk) == [a_check(day=FRI, tiredness=4.0, joint_pain=0.0)]

    def test_minutes_are_typed(self, page: ScoresPage, desk: Desk) -> None:
        page.open_form("check")
        field = row(page, "stiffness_minutes").field
        line = field.findChild(QLineEdit)
        assert isinstance(line, QLineEdit)
        QTest.keyClicks(line, "47")
        QTest.keyClick(line, Qt.Key.Key_Return)

        assert checks(desk) == [a_check(day=FRI, stiffness_minutes=47.0)]

    @pytest.mark.parametrize("typed", ["721", "-1", "abc", "1e3"])
    def test_minutes_that_cannot_be_are_refused(
        self, page: ScoresPage, desk: Desk, typed: str
    ) -> None:
        page.open_form("check")
        line = row(page, "stiffness_minutes").field.findChild(QLineEdit)
        assert isinstance(line, QLineEdit)
        line.setText(typed)
        page.commit()

        assert "takes a whole number from 0 to 720 min" in page.notice.text
        assert checks(desk) == []

    def test_minutes_typed_and_not_given_are_kept_on_leaving(
        self, page: ScoresPage, desk: Desk
    ) -> None:
        page.open_form("check")
        line = row(page, "stiffness_minutes").field.findChild(QLineEdit)
        assert isinstance(line, QLineEdit)
        line.setText("50")
        page.commit()

        assert checks(desk) == [a_check(day=FRI, stiffness_minutes=50.0)]

    def test_an_answer_is_left_open_again_and_taken_back(
        self, page: ScoresPage, desk: Desk
    ) -> None:
        add(desk, a_check(day=FRI, tiredness=4.0))
        QTest.keyClick(row(page, "tiredness").field, Qt.Key.Key_Delete)
        assert checks(desk) == []

        desk.undo()
        assert checks(desk) == [a_check(day=FRI, tiredness=4.0)]
        assert row(page, "tiredness").field.answer == 4.0

    def test_a_question_is_not_skipped_but_left_open(self, page: ScoresPage, desk: Desk) -> None:
        page.open_form("check")
        QTest.keyClick(row(page, "tiredness").field, Qt.Key.Key_S)

        assert "left open" in page.notice.text
        assert checks(desk) == []

    def test_the_arrow_keys_go_from_question_to_question(self, page: ScoresPage) -> None:
        page.open_form("check")
        QTest.keyClick(row(page, "tiredness").field, Qt.Key.Key_Down)
        assert row(page, "axial_pain").field.hasFocus()

        QTest.keyClick(row(page, "axial_pain").field, Qt.Key.Key_Up)
        assert row(page, "tiredness").field.hasFocus()

    def test_the_check_of_this_week_is_gone_on_with(self, page: ScoresPage, desk: Desk) -> None:
        add(desk, a_check(day=TUE, tiredness=4.0))
        page.open_form("check")

        assert row(page, "axial_pain").field.hasFocus()
        QTest.keyClick(row(page, "axial_pain").field, Qt.Key.Key_5)
        assert [(c.day, c.tiredness, c.axial_pain) for c in checks(desk)] == [(TUE, 4.0, 5.0)]

    def test_a_check_of_last_week_is_followed_by_one_of_today(
        self, page: ScoresPage, desk: Desk
    ) -> None:
        add(desk, a_check(day=FRI - timedelta(days=7), tiredness=4.0))
        page.open_form("check")
        QTest.keyClick(row(page, "tiredness").field, Qt.Key.Key_5)

        assert [c.tiredness for c in checks(desk)] == [4.0, 5.0]

    def test_a_past_day_is_filled_in(self, page: ScoresPage, desk: Desk) -> None:
        page.open_form("check")
        page.sheet.check.day.line.setText("2 Nov 2026")
        QTest.keyClick(row(page, "tiredness").field, Qt.Key.Key_3)

        assert checks(desk) == [a_check(day=date(2026, 11, 2), origin=Origin.LATER, tiredness=3.0)]
        assert page.sheet.check.day.value() == date(2026, 11, 2)

    def test_minutes_typed_belong_to_the_day_that_was_shown(
        self, page: ScoresPage, desk: Desk
    ) -> None:
        page.open_form("check")
        line = row(page, "stiffness_minutes").field.findChild(QLineEdit)
        assert isinstance(line, QLineEdit)
        line.setText("50")
        page.sheet.check.day.earlier.click()

        assert [c.day for c in checks(desk)] == [FRI]
        assert line.text() == ""

    def test_the_future_is_refused(self, page: ScoresPage) -> None:
        page.open_form("check")
        page.sheet.check.day.later.click()

        assert "in the future" in page.notice.text
        assert page.sheet.check.day.value() == FRI

    def test_a_day_half_typed_changes_nothing(self, page: ScoresPage, desk: Desk) -> None:
        page.open_form("check")
        page.sheet.check.day.line.setText("2 No")
        QTest.keyClick(row(page, "tiredness").field, Qt.Key.Key_3)

        assert [c.day for c in checks(desk)] == [FRI]
        assert page.sheet.check.day.value() == FRI

    def test_an_answer_that_cannot_be_is_refused(self, page: ScoresPage, desk: Desk) -> None:
        page.open_form("check")
        tiredness = row(page, "tiredness")
        tiredness.given.emit(tiredness.factor, 11.0)

        assert page.notice.text == ("“Tiredness” takes a whole number from 0 to 10, not “11”.")
        assert checks(desk) == []

    def test_an_answer_between_two_cells_is_said(self, page: ScoresPage, desk: Desk) -> None:
        add(desk, a_check(day=FRI, tiredness=3.5, stiffness=2.0))

        assert page.sheet.check.state.text() == (
            "2 of 7 answers are recorded for 20 Nov 2026. Tiredness: 3.5."
        )

    def test_a_check_is_removed_and_taken_back(self, page: ScoresPage, desk: Desk) -> None:
        add(desk, a_full_check(FRI))
        page.sheet.check.remove.click()
        assert checks(desk) == []

        desk.undo()
        assert checks(desk) == [a_full_check(FRI)]

    def test_from_a_past_day_one_button_leads_back_to_this_week(
        self, page: ScoresPage, desk: Desk
    ) -> None:
        add(desk, a_check(day=TUE, tiredness=4.0))
        assert not page.sheet.check.back.isVisible()
        page.sheet.show_day(MON - timedelta(days=30))
        page.sheet.check.back.click()

        assert page.sheet.check.day.value() == TUE
        assert row(page, "axial_pain").field.hasFocus()

    def test_a_question_that_the_keyboard_comes_to_is_seen(self, page: ScoresPage) -> None:
        page.resize(600, 300)
        page.open_form("check")
        for question in page.sheet.check.questions:
            question.focus()
            seen = page.sheet.viewport().rect()
            assert seen.contains(question.field.mapTo(page.sheet.viewport(), QPoint(2, 2)))

    def test_when_the_day_ends_the_next_one_is_shown(
        self, qtbot: QtBot, store: Store, look: Look
    ) -> None:
        time = Time(NOON)
        desk = Desk(store, Clock(now=time))
        page = ScoresPage(desk, look)
        qtbot.addWidget(page)
        page.show()
        page.open_form("check")
        page.sheet.check.day.earlier.click()
        page.sheet.check.day.later.click()
        time.go_on(hours=24)
        page.turn_day(FRI)

        assert page.sheet.check.day.value() == FRI + timedelta(days=1)

    def test_a_past_day_stays_when_the_day_ends(self, page: ScoresPage) -> None:
        page.open_form("check")
        page.sheet.show_day(MON)
        page.turn_day(FRI)

        assert page.sheet.check.day.value() == MON


class TestNewestResults:
    def test_the_score_says_how_it_stands(self, page: ScoresPage, desk: Desk) -> None:
        add(desk, a_full_check(WED))

        assert page.sheet.newest.basdai.text() == (
            "BASDAI-type score (app wording): 5.0, check of 18 Nov 2026. "
            "All six answers were given."
        )
        assert "often called active" in page.sheet.newest.basdai.toolTip()

    def test_an_incomplete_check_says_what_was_left_open(
        self, page: ScoresPage, desk: Desk
    ) -> None:
        add(desk, a_full_check(WED, tiredness=None, stiffness=None))

        assert page.sheet.newest.basdai.text() == (
            "BASDAI-type score (app wording): none, check of 18 Nov 2026. "
            "Left open: Tiredness; Morning stiffness: how strong."
        )

    def test_an_asdas_names_its_laboratory_value(self, page: ScoresPage, desk: Desk) -> None:
        add(desk, a_full_check(WED), a_crp(10.0, day=WED - timedelta(days=3)))

        assert page.sheet.newest.crp.text() == (
            "ASDAS-CRP 3.20, high disease activity, check of 18 Nov 2026, "
            "with the CRP of 15 Nov 2026 (3 days apart)."
        )
        assert not page.sheet.newest.esr.isVisible()

    def test_an_inactive_disease_is_said_as_such(self, page: ScoresPage, desk: Desk) -> None:
        zeros = {"axial_pain": 0.0, "joint_pain": 0.0, "disease_activity": 0.0}
        add(desk, a_full_check(WED, stiffness_minutes=0.0, **zeros), a_crp(0.0, day=WED))

        assert page.sheet.newest.crp.text().startswith("ASDAS-CRP 0.64, inactive disease, check")

    def test_an_asdas_says_the_change_and_what_it_is_called(
        self, page: ScoresPage, desk: Desk
    ) -> None:
        last_week = WED - timedelta(days=7)
        add(desk, a_full_check(last_week), a_full_check(WED))
        add(desk, a_crp(1.0, day=last_week), a_crp(100.0, day=WED))

        assert page.sheet.newest.crp.text().endswith(
            "(the same day). 2.04 higher than on 11 Nov 2026: "
            "worsening by the published cut-off (Molto 2018)."
        )

    def test_a_fall_is_called_by_its_published_name(self, page: ScoresPage, desk: Desk) -> None:
        last_week = WED - timedelta(days=7)
        worst = {"axial_pain": 10.0, "joint_pain": 10.0, "disease_activity": 10.0}
        add(desk, a_full_check(last_week, **worst), a_crp(50.0, day=last_week))
        add(desk, a_full_check(WED), a_crp(5.0, day=WED))

        assert page.sheet.newest.crp.text().endswith(
            "2.76 lower than on 11 Nov 2026: "
            "a major improvement by the published cut-off (Machado 2011)."
        )

    def test_a_low_crp_is_said_to_count_as_two(self, page: ScoresPage, desk: Desk) -> None:
        add(desk, a_full_check(WED), a_crp(5.0, day=TUE, below_limit=True))

        assert page.sheet.newest.crp.text().endswith(
            "with the CRP of 17 Nov 2026 (1 day apart). The CRP counts as 2 mg/L."
        )

    def test_an_asdas_esr_is_said_apart(self, page: ScoresPage, desk: Desk) -> None:
        add(desk, a_full_check(WED), an_esr(20.0, day=WED))

        assert page.sheet.newest.esr.text().startswith("ASDAS-ESR 3.05, high disease activity")
        assert page.sheet.newest.crp.text() == (
            "ASDAS-CRP: none for the check of 18 Nov 2026. No CRP is within 14 days of it."
        )

    def test_no_asdas_without_its_answers(self, page: ScoresPage, desk: Desk) -> None:
        add(desk, a_full_check(WED, joint_pain=None), a_crp(day=WED))

        assert page.sheet.newest.crp.text() == (
            "ASDAS-CRP: none for the check of 18 Nov 2026. "
            "Left open: Pain or swelling in other joints."
        )

    def test_an_impossible_laboratory_value_breaks_no_page(
        self, page: ScoresPage, desk: Desk
    ) -> None:
        add(desk, a_full_check(WED), a_crp(99_999.0, day=WED, unit="mg/dL"))

        assert page.sheet.newest.crp.text().startswith("ASDAS-CRP: none")
        assert cells(page, "labs")[0][2] == "99999 mg/dL (– mg/L)"

    def test_the_sources_are_named(self, page: ScoresPage) -> None:
        text = page.sheet.newest.sources.text()

        assert all(source in text for source in ("Garrett 1994", "Lukas 2009", "Machado 2015"))


class TestLists:
    def test_a_check_stands_with_its_scores_and_days(self, page: ScoresPage, desk: Desk) -> None:
        add(desk, a_full_check(WED), a_crp(10.0, day=TUE))

        assert cells(page, "checks") == [
            ("18 Nov 2026", "5.0", "3.20, high", "–", "7 of 7", "CRP of 17 Nov 2026 (1 day apart).")
        ]

    def test_a_list_of_checks_tells_each_change(self, page: ScoresPage, desk: Desk) -> None:
        weeks = [WED - timedelta(weeks=week) for week in range(4)]
        crps = (100.0, 1.0, 12.0, 12.0)
        add(desk, *(a_full_check(day) for day in weeks))
        add(desk, *(a_crp(crp, day) for crp, day in zip(crps, weeks, strict=True)))

        assert [line[-1].partition("; ")[2] for line in cells(page, "checks")] == [
            "2.04 higher than before: worsening by the published cut-off (Molto 2018).",
            "0.85 lower than before.",
            "the same as before.",
            "",
        ]

    def test_a_chosen_check_is_shown(self, page: ScoresPage, desk: Desk) -> None:
        add(desk, a_full_check(WED), a_full_check(MON - timedelta(days=30), tiredness=9.0))
        table = page.sheet.checks.list.table
        table.doubleClicked.emit(table.texts.index(1, 0))

        assert row(page, "tiredness").field.answer == 9.0
        assert row(page, "tiredness").field.hasFocus()

    def test_totals_of_the_clinic_are_listed_apart(self, page: ScoresPage, desk: Desk) -> None:
        add(
            desk,
            a_score(Instrument.BASDAI, 4.2, WED),
            a_score(Instrument.OTHER, 61.0, TUE, name="VISA-A"),
        )

        assert cells(page, "clinic") == [
            ("18 Nov 2026", "BASDAI (clinic form)", "4.2 (0 to 10)", ""),
            ("17 Nov 2026", "VISA-A", "61", ""),
        ]

    def test_laboratory_values_are_listed_as_reported(self, page: ScoresPage, desk: Desk) -> None:
        add(
            desk,
            a_crp(0.5, FRI, unit="mg/dL", below_limit=True, reference_high=0.5),
            an_esr(12.0, WED, reference_low=2.0, reference_high=20.0, laboratory="City"),
            LabResult(
                id="h",
                day=TUE,
                test=LabTest.HLA_B27,
                words="positive",
                recorded_at=NOON,
                origin=Origin.LATER,
            ),
            LabResult(
                id="f",
                day=MON,
                test=LabTest.OTHER,
                name="Ferritin",
                value=50.0,
                unit="µg/L",
                reference_low=30.0,
                recorded_at=NOON,
                origin=Origin.LATER,
            ),
        )

        assert cells(page, "labs") == [
            ("20 Nov 2026", "CRP", "< 0.5 mg/dL (5 mg/L)", "up to 0.5", ""),
            ("18 Nov 2026", "ESR", "12 mm/h", "2 to 20", "City"),
            ("17 Nov 2026", "HLA-B27", "positive", "–", ""),
            ("16 Nov 2026", "Ferritin", "50 µg/L", "from 30", ""),
        ]

    def test_findings_are_listed_in_their_words(self, page: ScoresPage, desk: Desk) -> None:
        add(
            desk,
            a_finding(
                site="heel", side=Side.LEFT, fascia_mm=4.6, text="Thick.", document="Blue folder"
            ),
        )

        assert cells(page, "findings") == [
            (
                "16 Nov 2026",
                "Ultrasound",
                "heel, left",
                "Plantar fascia 4.6 mm. Thick. Report: Blue folder",
            )
        ]

    def test_a_long_text_is_shown_by_its_beginning(self, page: ScoresPage, desk: Desk) -> None:
        add(desk, a_finding(site="x" * 500, text="y " * 5_000))

        (line,) = cells(page, "findings")
        assert len(line[2]) == 40
        assert len(line[3]) < 500

    def test_earlier_records_are_shown_when_asked_for(self, page: ScoresPage, desk: Desk) -> None:
        add(desk, *(a_score(day=WED - timedelta(days=n)) for n in range(70)))
        results = page.sheet.clinic.list

        assert len(cells(page, "clinic")) == 8
        results.more.click()
        assert len(cells(page, "clinic")) == 58
        results.more.click()
        assert len(cells(page, "clinic")) == 70
        assert not results.more.isVisible()

    def test_earlier_checks_are_shown_when_asked_for(self, page: ScoresPage, desk: Desk) -> None:
        add(desk, *(a_full_check(WED - timedelta(weeks=n)) for n in range(30)))

        assert len(cells(page, "checks")) == 8
        page.sheet.checks.list.more.click()
        assert len(cells(page, "checks")) == 30
        assert not page.sheet.checks.list.more.isVisible()

    def test_the_oldest_check_shown_still_knows_the_asdas_before_it(
        self, page: ScoresPage, desk: Desk
    ) -> None:
        weeks = [WED - timedelta(weeks=n) for n in range(25)]
        add(desk, *(a_full_check(day) for day in weeks), *(a_crp(day=day) for day in weeks))

        assert cells(page, "checks")[-1][-1].endswith("; the same as before.")


class TestForms:
    def test_a_crp_is_kept(self, page: ScoresPage, desk: Desk) -> None:
        page.open_form("lab")
        write(page, "value", "8,5")
        write(page, "unit", "mg/L")
        write(page, "reference_high", "5")
        form_of(page).keep.click()

        (lab,) = desk.diary.records(LabResult)
        assert (lab.day, lab.test, lab.value, lab.unit) == (FRI, LabTest.CRP, 8.5, "mg/L")
        assert (lab.reference_low, lab.reference_high) == (None, 5.0)
        assert page.form is None
        assert desk.undo_text == "CRP: 8.5 mg/L, 2026-11-20"

    def test_the_first_crp_is_asked_for_its_unit(self, page: ScoresPage, desk: Desk) -> None:
        page.open_form("lab")
        write(page, "value", "8")
        form_of(page).keep.click()

        assert said(page) == "CRP is kept in mg/L or mg/dL."
        assert list(desk.diary.records(LabResult)) == []

    def test_the_next_crp_has_the_unit_of_the_one_before(
        self, page: ScoresPage, desk: Desk
    ) -> None:
        add(desk, a_crp(0.5, unit="mg/dL"), an_esr(day=FRI))
        page.open_form("lab")

        assert form_of(page).given["unit"] == "mg/dL"

    def test_an_esr_has_its_unit_at_once(self, page: ScoresPage, desk: Desk) -> None:
        page.open_form("lab")
        choose(page, "test", "esr")
        write(page, "value", "14")
        form_of(page).keep.click()

        (lab,) = desk.diary.records(LabResult)
        assert (lab.test, lab.value, lab.unit) == (LabTest.ESR, 14.0, "mm/h")

    def test_hla_b27_is_kept_in_words(self, page: ScoresPage, desk: Desk) -> None:
        page.open_form("lab")
        choose(page, "test", "hla_b27")
        assert not form_of(page).editors["value"].isVisible()
        choose(page, "words", "positive")
        form_of(page).keep.click()

        (lab,) = desk.diary.records(LabResult)
        assert (lab.words, lab.value, lab.unit) == ("positive", None, "")

    def test_another_test_has_a_name_and_any_unit(self, page: ScoresPage, desk: Desk) -> None:
        page.open_form("lab")
        choose(page, "test", "other")
        write(page, "name", "Ferritin")
        write(page, "value", "50")
        write(page, "unit", "µg/L")
        form_of(page).keep.click()

        (lab,) = desk.diary.records(LabResult)
        assert (lab.name, lab.value, lab.unit) == ("Ferritin", 50.0, "µg/L")

    def test_a_value_below_the_limit_is_kept_as_such(self, page: ScoresPage, desk: Desk) -> None:
        page.open_form("lab")
        write(page, "value", "5")
        write(page, "unit", "mg/L")
        below = form_of(page).editors["below_limit"]
        assert isinstance(below, ClaimEditor)
        below.tick.setChecked(True)
        form_of(page).keep.click()

        assert [lab.below_limit for lab in desk.diary.records(LabResult)] == [True]

    @pytest.mark.parametrize(
        ("test", "texts", "sentence"),
        [
            ("crp", {"value": "10001", "unit": "mg/L"}, "“CRP” takes a number from 0 to 10000"),
            ("crp", {"value": "1001", "unit": "mg/dL"}, "“CRP” takes a number from 0 to 1000"),
            ("crp", {"value": "8", "unit": "nmol/L"}, "CRP is taken in mg/L or mg/dL"),
            ("crp", {"value": "-1", "unit": "mg/L"}, "“Value” takes a number from 0"),
            ("crp", {"value": "nan", "unit": "mg/L"}, "“Value” takes a number"),
            ("crp", {"value": "", "unit": "mg/L"}, "needs a number or words"),
            ("crp", {"value": "8", "unit": "mg/L", "day": "31 Feb 2026"}, "takes a day such as"),
            ("crp", {"value": "8", "unit": "mg/L", "day": "21 Nov 2026"}, "in the future"),
            ("crp", {"value": "8", "unit": "mg/L", "day": ""}, "takes a day such as"),
            ("crp", {"value": "8", "unit": "mg/L", "reference_low": "x"}, "range, from” takes"),
            ("crp", {"value": "8", "unit": "mg/L", "reference_high": "1e9"}, "range, to” takes"),
            (
                "crp",
                {"value": "8", "unit": "mg/L", "reference_low": "5", "reference_high": "1"},
                "ends below its beginning",
            ),
            ("crp", {"value": "8", "unit": "mg/L", "note": "x" * 20_001}, "it holds 20000"),
            ("crp", {"value": "8", "unit": "mg/L", "laboratory": "x" * 20_001}, "it holds 20000"),
            ("esr", {"value": "301"}, "“ESR” takes a number from 0 to 300 mm/h"),
            ("esr", {"value": "8", "unit": "mm"}, "ESR is kept in mm/h."),
            ("hla_b27", {}, "needs a number or words"),
            ("other", {"value": "8"}, "needs a name"),
            ("other", {"name": "Ferritin"}, "needs a number or words"),
        ],
    )
    def test_a_laboratory_value_that_cannot_be_is_refused(
        self, page: ScoresPage, desk: Desk, test: str, texts: dict[str, str], sentence: str
    ) -> None:
        page.open_form("lab")
        choose(page, "test", test)
        for field, text in texts.items():
            write(page, field, text)
        form_of(page).keep.click()

        assert sentence in said(page)
        assert list(desk.diary.records(LabResult)) == []

    def test_a_total_of_the_clinic_is_kept(self, page: ScoresPage, desk: Desk) -> None:
        page.open_form("score")
        choose(page, "instrument", "asas_hi")
        write(page, "value", "7")
        write(page, "day", "2 Nov 2026")
        form_of(page).keep.click()

        (score,) = desk.diary.records(ClinicScore)
        assert (score.instrument, score.value) == (Instrument.ASAS_HI, 7.0)
        assert (score.day, score.origin) == (date(2026, 11, 2), Origin.LATER)

    @pytest.mark.parametrize(
        ("instrument", "texts", "sentence"),
        [
            ("basdai_clinic", {"value": "10.1"}, "goes from 0 to 10, not 10.1"),
            ("basfi", {"value": "-0.1"}, "goes from 0 to 10"),
            ("asas_hi", {"value": "18"}, "goes from 0 to 17"),
            ("ffi", {"value": "101"}, "goes from 0 to 100"),
            ("ffi", {"value": ""}, "“Total” takes a number"),
            ("ffi", {"value": "many"}, "“Total” takes a number"),
            ("ffi", {"value": "5", "day": "tomorrow"}, "takes a day such as"),
            ("ffi", {"value": "5", "note": "x" * 20_001}, "it holds 20000"),
            ("other", {"value": "5"}, "Another score needs a name."),
            ("other", {"value": "100001", "name": "Steps"}, "goes from 0 to 100000"),
        ],
    )
    def test_a_total_that_cannot_be_is_refused(
        self, page: ScoresPage, desk: Desk, instrument: str, texts: dict[str, str], sentence: str
    ) -> None:
        page.open_form("score")
        choose(page, "instrument", instrument)
        for field, text in texts.items():
            write(page, field, text)
        form_of(page).keep.click()

        assert sentence in said(page)
        assert list(desk.diary.records(ClinicScore)) == []

    def test_a_finding_is_kept(self, page: ScoresPage, desk: Desk) -> None:
        page.open_form("finding")
        choose(page, "what", "ultrasound")
        choose(page, "side", "right")
        write(page, "site", "heel")
        write(page, "fascia_mm", "4.2")
        form_of(page).keep.click()

        (finding,) = desk.diary.records(Finding)
        assert (finding.what, finding.side) == (FindingKind.ULTRASOUND, Side.RIGHT)
        assert (finding.site, finding.fascia_mm) == ("heel", 4.2)

    @pytest.mark.parametrize(
        ("texts", "sentence"),
        [
            ({}, "needs words, a thickness"),
            ({"site": "heel"}, "needs words, a thickness"),
            ({"fascia_mm": "31"}, "“Plantar fascia thickness” takes a number from 0 to 30 mm"),
            ({"fascia_mm": "thick"}, "“Plantar fascia thickness” takes a number"),
            ({"text": "x" * 20_001}, "it holds 20000"),
            ({"text": "x", "site": "y" * 20_001}, "it holds 20000"),
            ({"document": "x" * 20_001}, "it holds 20000"),
            ({"text": "x", "day": "1 Jan 1890"}, "too long ago"),
        ],
    )
    def test_a_finding_that_cannot_be_is_refused(
        self, page: ScoresPage, desk: Desk, texts: dict[str, str], sentence: str
    ) -> None:
        page.open_form("finding")
        for field, text in texts.items():
            write(page, field, text)
        form_of(page).keep.click()

        assert sentence in said(page)
        assert list(desk.diary.records(Finding)) == []

    def test_a_record_is_chosen_corrected_and_taken_back(
        self, page: ScoresPage, desk: Desk
    ) -> None:
        add(desk, a_score(Instrument.BASFI, 4.0))
        table = page.sheet.clinic.list.table
        table.doubleClicked.emit(table.texts.index(0, 0))
        write(page, "value", "4.5")
        form_of(page).keep.click()
        assert [score.value for score in desk.diary.records(ClinicScore)] == [4.5]

        desk.undo()
        assert list(desk.diary.records(ClinicScore)) == [a_score(Instrument.BASFI, 4.0)]

    def test_keeping_what_is_not_different_changes_nothing(
        self, page: ScoresPage, desk: Desk
    ) -> None:
        add(desk, a_crp(8.0, unit="mg/L"))
        before = desk.undo_text
        page.sheet.labs.list.chosen.emit(a_crp().id)
        form_of(page).keep.click()

        assert desk.undo_text == before
        assert page.form is None

    def test_numbers_that_came_with_hla_b27_from_elsewhere_stay(
        self, page: ScoresPage, desk: Desk
    ) -> None:
        brought = LabResult(
            id="h",
            day=MON,
            test=LabTest.HLA_B27,
            value=1.0,
            unit="copies",
            words="positive",
            recorded_at=NOON,
            origin=Origin.IMPORTED,
        )
        add(desk, brought)
        page.sheet.labs.list.chosen.emit("h")
        write(page, "note", "From the paper.")
        form_of(page).keep.click()

        (lab,) = desk.diary.records(LabResult)
        assert (lab.value, lab.unit, lab.note) == (1.0, "copies", "From the paper.")

    @pytest.mark.parametrize(
        ("record", "results"),
        [(a_crp(), "labs"), (a_score(), "clinic"), (a_finding(text="x"), "findings")],
    )
    def test_a_record_is_removed_and_taken_back(
        self, page: ScoresPage, desk: Desk, record: Record, results: str
    ) -> None:
        add(desk, record)
        getattr(page.sheet, results).list.chosen.emit(record.id)
        form_of(page).remove.click()
        assert list(desk.diary.records(type(record))) == []
        assert desk.undo_text.startswith("Removed: ")

        desk.undo()
        assert list(desk.diary.records(type(record))) == [record]

    def test_going_back_from_a_form_without_a_word_keeps_nothing(
        self, page: ScoresPage, desk: Desk
    ) -> None:
        page.open_form("lab")
        form_of(page).back.click()

        assert page.form is None
        assert page.begin_button.isVisible()
        assert list(desk.diary.records(LabResult)) == []

    def test_going_back_from_what_is_written_is_asked_about(
        self, page: ScoresPage, asked: list[str]
    ) -> None:
        page.open_form("lab")
        write(page, "note", "Half")
        form_of(page).back.click()

        assert asked == ["What you wrote here is not kept yet. Go back without it?"]
        assert page.form is None

    def test_what_is_complete_is_kept_on_leaving_the_room(
        self, page: ScoresPage, desk: Desk
    ) -> None:
        page.open_form("score")
        write(page, "value", "4")
        page.commit()

        assert len(desk.diary.records(ClinicScore)) == 1
        assert page.is_kept

    def test_what_cannot_be_kept_stays_in_its_form(self, page: ScoresPage, desk: Desk) -> None:
        page.open_form("score")
        write(page, "value", "40")
        page.commit()

        assert not page.is_kept
        page.open_form("lab")
        assert "value" in form_of(page).editors
        assert form_of(page).editors["value"].state() == "40"
        assert "Keep what stands in this form" in page.notice.text

    def test_a_form_stays_in_front_when_something_else_is_changed(
        self, page: ScoresPage, desk: Desk
    ) -> None:
        page.open_form("score")
        write(page, "note", "Half")
        add(desk, a_crp())

        assert form_of(page).editors["note"].state() == "Half"

    def test_a_record_that_is_gone_meanwhile_is_not_kept_again(
        self, page: ScoresPage, desk: Desk
    ) -> None:
        add(desk, a_score())
        page.sheet.clinic.list.chosen.emit(a_score().id)
        desk.undo()
        write(page, "value", "5")
        form_of(page).keep.click()

        assert form_of(page)._wrong.isVisible()
        assert list(desk.diary.records(ClinicScore)) == []
        assert form_of(page).editors["value"].state() == "5"


class TestManyYears:
    def test_forty_years_open_with_their_newest(self, page: ScoresPage, desk: Desk) -> None:
        weeks = [WED - timedelta(weeks=week) for week in range(2_000)]
        add(desk, *(a_full_check(day) for day in weeks), *(a_crp(day=day) for day in weeks[::4]))

        assert len(cells(page, "checks")) == len(cells(page, "labs")) == 8
        assert page.sheet.checks.list.more.isVisible()
        assert page.sheet.newest.crp.text().startswith("ASDAS-CRP 3.20")
