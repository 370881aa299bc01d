"""Any table: what cannot be known is asked, and the first rows are shown as they would be read."""

from pathlib import Path

import pytest
from PySide6.QtWidgets import QComboBox, QLineEdit, QWidget
from pytestqt.qtbot import QtBot

from heeldiary.domain.edits import Change, Edit
from heeldiary.domain.factor import Kind
from heeldiary.domain.records import OwnFactor
from heeldiary.storage.store import Store
from heeldiary.ui.desk import Desk
from heeldiary.ui.pages.files import FilesPage
from heeldiary.ui.theme import Look
from heeldiary.ui.widgets.csv_column import CsvColumn
from heeldiary.ui.widgets.csv_wizard import CsvWizard
from tests.ui.files_page import bring, shown, tabbed_through, wait

pytestmark = pytest.mark.usefixtures("in_english")

AMBIGUOUS = "Date;Mood;Body weight;Comment\n05.03.2022;4,5;80,5;cold\n06.04.2022;;81;\n"


@pytest.fixture
def page(qtbot: QtBot, desk: Desk, look: Look) -> FilesPage:
    return shown(qtbot, FilesPage(desk, look))


def _ask(qtbot: QtBot, page: FilesPage, tmp_path: Path, text: str) -> CsvWizard:
    path = tmp_path / "table.csv"
    path.write_text(text, "utf-8")
    bring(qtbot, page, path)
    return page.bring.wizard


def _column(wizard: CsvWizard, name: str) -> CsvColumn:
    return next(column for column in wizard.columns if column.column == name)


def _send(column: CsvColumn, place: str) -> None:
    column.goes_to.setCurrentIndex(column.goes_to.findData(place))


def _choose_order(wizard: CsvWizard, order: str) -> None:
    wizard.date_order.setCurrentIndex(wizard.date_order.findData(order))


def _choose_unit(column: CsvColumn, unit: str) -> None:
    column.unit.setCurrentIndex(column.unit.findData(unit))


def test_the_order_of_ambiguous_dates_must_be_chosen(
    qtbot: QtBot, page: FilesPage, tmp_path: Path
) -> None:
    wizard = _ask(qtbot, page, tmp_path, AMBIGUOUS)
    assert wizard.date_order.currentData() is None
    wizard.go_on.click()
    assert wizard.isVisible()
    assert wizard.open_question.text() == "Choose how the dates are written."


def test_the_orders_of_the_dates_are_shown_with_examples_of_the_file(
    qtbot: QtBot, page: FilesPage, tmp_path: Path
) -> None:
    wizard = _ask(qtbot, page, tmp_path, AMBIGUOUS)
    assert wizard.date_examples.text().splitlines() == [
        "day-month-year: 05.03.2022 is 5 March 2022 (fits 2 of 2 rows)",
        "month-day-year: 05.03.2022 is 3 May 2022 (fits 2 of 2 rows)",
    ]


def test_an_order_that_alone_fits_is_chosen_already(
    qtbot: QtBot, page: FilesPage, tmp_path: Path
) -> None:
    wizard = _ask(qtbot, page, tmp_path, "Date,Fatigue\n05/03/2022,4\n25/03/2022,5\n")
    assert wizard.date_order.currentData() == "dmy"


def test_a_decimal_sign_that_is_open_must_be_chosen(
    qtbot: QtBot, page: FilesPage, tmp_path: Path
) -> None:
    wizard = _ask(qtbot, page, tmp_path, "Date;Weight (kg)\n2022-03-05;80,500\n2022-03-06;81,000\n")
    assert wizard.open_question.text() == "Choose the decimal sign of the numbers."
    wizard.decimal.setCurrentIndex(wizard.decimal.findData(","))
    assert wizard.table.texts.rows[0] == ("2", "5 Mar 2022", "Weight", "80.5 kg")


def test_the_unit_of_a_weight_must_be_chosen(qtbot: QtBot, page: FilesPage, tmp_path: Path) -> None:
    wizard = _ask(qtbot, page, tmp_path, AMBIGUOUS)
    _choose_order(wizard, "dmy")
    assert wizard.open_question.text() == "Choose the unit of the column “Body weight”."
    _choose_unit(_column(wizard, "Body weight"), "lb")
    assert wizard.table.texts.rows == [
        ("2", "5 Mar 2022", "Weight", "36.51 kg"),
        ("2", "5 Mar 2022", "Note", "cold"),
        ("3", "6 Apr 2022", "Weight", "36.74 kg"),
    ]


def test_a_column_can_be_left_out(qtbot: QtBot, page: FilesPage, tmp_path: Path) -> None:
    wizard = _ask(qtbot, page, tmp_path, "Date,Fatigue,Stress\n2022-03-05,4,5\n")
    _send(_column(wizard, "Stress"), "leave out")
    assert [row[2] for row in wizard.table.texts.rows] == ["Fatigue"]


def test_two_columns_cannot_go_to_one_row(qtbot: QtBot, page: FilesPage, tmp_path: Path) -> None:
    wizard = _ask(qtbot, page, tmp_path, "Date,Fatigue,Stress\n2022-03-05,4,5\n")
    _send(_column(wizard, "Stress"), "fatigue")
    assert wizard.open_question.text().startswith("Two columns go to the same row")


def test_a_table_of_which_every_column_is_left_out_is_not_read(
    qtbot: QtBot, page: FilesPage, tmp_path: Path
) -> None:
    wizard = _ask(qtbot, page, tmp_path, "Date,Mood\n2022-03-05,4\n")
    wizard.go_on.click()
    assert wizard.open_question.text() == "Choose for at least one column where it goes."


def test_a_column_can_become_a_new_row_of_the_diary(
    qtbot: QtBot, page: FilesPage, store: Store, tmp_path: Path
) -> None:
    wizard = _ask(qtbot, page, tmp_path, "Date,Jaw\n2022-03-05,40\n2022-03-06,0\n")
    jaw = _column(wizard, "Jaw")
    _send(jaw, "new row")
    jaw.new_row.measure.setCurrentIndex(jaw.new_row.measure.findData(Kind.NUMBER))
    jaw.new_row.unit.setText("mm")
    jaw.new_row.most.setText("80")
    wizard.go_on.click()
    wait(qtbot, page)
    page.bring.preview.accept.click()
    assert store.own_factors() == [
        OwnFactor(key="own_csv_jaw", name="Jaw", measure=Kind.NUMBER, unit="mm", maximum=80)
    ]
    assert [reading.value for reading in store.readings()] == [40, 0]


def test_a_new_row_is_known_when_the_table_comes_again(
    qtbot: QtBot, page: FilesPage, desk: Desk, tmp_path: Path
) -> None:
    own = OwnFactor(key="own_csv_jaw", name="Jaw", measure=Kind.SCALE)
    assert desk.apply(Change(label="Typed", edits=(Edit(None, own),)))
    wizard = _ask(qtbot, page, tmp_path, "Date,Jaw\n2022-03-05,4\n")
    assert _column(wizard, "Jaw").goes_to.currentData() == "own_csv_jaw"


@pytest.mark.parametrize(
    ("name", "most", "sentence"),
    [
        (" ", "10", "The new row for “Jaw” needs a name."),
        ("Jaw", "ten", "The range of the new row “Jaw” needs numbers."),
        ("Jaw", "nan", "The range of the new row “Jaw” needs numbers."),
        ("Jaw", "-1", "The row “Jaw” has a range"),
    ],
)
def test_a_new_row_that_cannot_hold_answers_is_refused(
    qtbot: QtBot, page: FilesPage, tmp_path: Path, name: str, most: str, sentence: str
) -> None:
    wizard = _ask(qtbot, page, tmp_path, "Date,Jaw\n2022-03-05,4\n")
    jaw = _column(wizard, "Jaw")
    _send(jaw, "new row")
    jaw.new_row.name.setText(name)
    jaw.new_row.most.setText(most)
    wizard.go_on.click()
    assert wizard.open_question.text().startswith(sentence)


def test_yes_or_no_needs_no_range(qtbot: QtBot, page: FilesPage, tmp_path: Path) -> None:
    wizard = _ask(qtbot, page, tmp_path, "Date,Ice\n2022-03-05,yes\n2022-03-06,no\n")
    ice = _column(wizard, "Ice")
    _send(ice, "new row")
    ice.new_row.measure.setCurrentIndex(ice.new_row.measure.findData(Kind.YES_NO))
    assert not ice.new_row.most.isVisible()
    assert [row[3] for row in wizard.table.texts.rows] == ["yes", "no"]


def test_a_skipped_word_stays_skipped_in_the_first_rows(
    qtbot: QtBot, page: FilesPage, tmp_path: Path
) -> None:
    wizard = _ask(qtbot, page, tmp_path, "Date,Fatigue\n2022-03-05,skipped\n2022-03-06,0\n")
    assert [row[3] for row in wizard.table.texts.rows] == ["skipped", "0"]


def test_a_line_that_will_be_refused_is_seen_in_the_first_rows(
    qtbot: QtBot, page: FilesPage, tmp_path: Path
) -> None:
    wizard = _ask(qtbot, page, tmp_path, "Date,Fatigue\n2022-03-05,11\n2022-03-06,1\n")
    assert wizard.table.texts.rows[0][:3] == ("2", "", "refused")


def test_the_date_can_be_in_another_column(qtbot: QtBot, page: FilesPage, tmp_path: Path) -> None:
    text = "Date,Asked on,Fatigue\n2022-03-05,2022-03-07,4\n"
    wizard = _ask(qtbot, page, tmp_path, text)
    wizard.date_column.setCurrentIndex(wizard.date_column.findData("Asked on"))
    assert wizard.table.texts.rows[0][1] == "7 Mar 2022"
    assert not _column(wizard, "Asked on").isVisible()
    assert _column(wizard, "Date").isVisible()


def test_leaving_the_wizard_changes_nothing(
    qtbot: QtBot, page: FilesPage, store: Store, tmp_path: Path
) -> None:
    wizard = _ask(qtbot, page, tmp_path, AMBIGUOUS)
    wizard.cancel.click()
    assert not wizard.isVisible()
    assert page.bring.outcome.text() == "table.csv was left; nothing was changed."
    assert list(store.readings()) == []


def test_a_wizard_can_be_answered_for_one_table_after_another(
    qtbot: QtBot, page: FilesPage, store: Store, tmp_path: Path
) -> None:
    _ask(qtbot, page, tmp_path, AMBIGUOUS)
    wizard = _ask(qtbot, page, tmp_path, "Date,Fatigue\n2022-03-05,4\n")
    assert [column.column for column in wizard.columns] == ["Date", "Fatigue"]
    wizard.go_on.click()
    wait(qtbot, page)
    page.bring.preview.accept.click()
    assert [reading.factor for reading in store.readings()] == ["fatigue"]


def test_a_table_of_long_names_fits_its_width_at_double_text(
    qtbot: QtBot, page: FilesPage, look: Look, tmp_path: Path
) -> None:
    look.choose("contrast", 200)
    page.resize(780, 640)
    long = "a_very_long_name_" * 8
    wizard = _ask(qtbot, page, tmp_path, f"Date,{long}\n2022-03-05,{long}\n")
    _send(_column(wizard, long), "new row")
    sheet = page.cards.widget()
    assert sheet is not None
    assert sheet.minimumSizeHint().width() <= page.cards.viewport().width()


def test_tab_goes_through_the_wizard_from_top_to_bottom(
    qtbot: QtBot, page: FilesPage, tmp_path: Path
) -> None:
    wizard = _ask(qtbot, page, tmp_path, "Date,Weight,Jaw\n2022-03-05,80,4\n")
    weight, jaw = _column(wizard, "Weight"), _column(wizard, "Jaw")
    _send(jaw, "new row")
    _choose_unit(weight, "kg")
    order = [
        wizard.date_order,
        wizard.decimal,
        weight.goes_to,
        weight.unit,
        jaw.goes_to,
        jaw.new_row.name,
        jaw.new_row.measure,
        jaw.new_row.unit,
        jaw.new_row.least,
        jaw.new_row.most,
        wizard.table,
        wizard.go_on,
        wizard.cancel,
    ]
    assert tabbed_through(qtbot, page, wizard.date_column, len(order)) == order


def test_every_question_of_the_wizard_has_a_name(
    qtbot: QtBot, page: FilesPage, tmp_path: Path
) -> None:
    wizard = _ask(qtbot, page, tmp_path, "Date,Weight,Jaw\n2022-03-05,80,4\n")
    inputs = [w for w in wizard.findChildren(QWidget) if isinstance(w, QComboBox | QLineEdit)]
    assert len(inputs) > 10
    assert all(widget.accessibleName() for widget in inputs)
