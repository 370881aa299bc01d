"""A row of the owner's own is described and added."""

import pytest
from pytestqt.qtbot import QtBot

from heeldiary.domain.factor import Group
from heeldiary.ui.desk import Desk
from heeldiary.ui.theme import Look
from heeldiary.ui.widgets.own_row_form import OwnRowForm


@pytest.fixture
def form(qtbot: QtBot, desk: Desk, look: Look) -> OwnRowForm:
    form = OwnRowForm(desk, look)
    qtbot.addWidget(form)
    form.show()
    return form


def names(form: OwnRowForm) -> list[str]:
    return [own.name for own in form.desk.diary.own_factors()]


def test_a_place_that_hurts_can_be_added_with_its_two_sides(form: OwnRowForm) -> None:
    form.name.setText("Elbow")
    form.part.setCurrentIndex(form.part.findData(Group.PAIN))
    assert form.sides.isVisible()
    form.sides.setCurrentIndex(1)

    form.add.click()

    assert names(form) == ["Elbow, left", "Elbow, right"]


def test_what_is_no_place_has_no_sides(form: OwnRowForm) -> None:
    form.part.setCurrentIndex(form.part.findData(Group.PAIN))
    form.sides.setCurrentIndex(1)
    form.part.setCurrentIndex(form.part.findData(Group.CARE))
    form.name.setText("Sauna")

    form.add.click()

    assert not form.sides.isVisible()
    assert names(form) == ["Sauna"]
