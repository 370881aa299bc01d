import pytest

from heeldiary.domain.activities import (
    CATALOGUE,
    activities,
    name_of,
    own_activity,
    remove_activity,
)
from heeldiary.domain.edits import Edit
from heeldiary.domain.movement import Activity, Impact
from heeldiary.domain.refusal import Refused
from tests.builders import PlainDiary, a_clock
from tests.moving import BOULDERING, a_session

GONE = Activity(id="own2", name="Aikido", impact=Impact.LOW, retired=True)


@pytest.mark.parametrize(
    ("key", "impact"),
    [
        *((key, Impact.LOW) for key in ("swimming", "water_aerobics", "cycling", "walking")),
        *((key, Impact.LOW) for key in ("yoga", "pilates", "strength", "physiotherapy")),
        *((key, Impact.LOW) for key in ("stretching", "home_programme")),
        *((key, Impact.HIGH) for key in ("running", "jumping", "hill_running", "speedwork")),
        *((key, Impact.HIGH) for key in ("field_sport", "court_sport", "triathlon")),
    ],
)
def test_the_catalogue_knows_the_usual_impact(key: str, impact: Impact) -> None:
    assert CATALOGUE[key].impact is impact


def test_every_activity_has_a_key_and_a_name_of_its_own() -> None:
    assert all(key == activity.key for key, activity in CATALOGUE.items())
    assert len({activity.name for activity in CATALOGUE.values()}) == len(CATALOGUE)


def test_own_activities_come_after_the_catalogue_by_name() -> None:
    assert list(activities([BOULDERING, GONE]))[-2:] == ["own2", "own1"]


def test_a_retired_activity_is_known_and_not_offered() -> None:
    known = activities([BOULDERING, GONE])
    assert (known["own1"].is_offered, known["own2"].is_offered) == (True, False)


def test_an_activity_is_called_by_its_name() -> None:
    assert name_of("yoga") == "Yoga"
    assert name_of("own2", [GONE]) == "Aikido"


def test_an_activity_that_nobody_knows_is_called_by_its_key() -> None:
    assert name_of("wing_walking") == "wing_walking"


def test_an_activity_of_ones_own_is_added() -> None:
    change = own_activity("  Fencing ", Impact.HIGH, [], a_clock())
    assert change is not None
    added = change.edits[0].after
    assert isinstance(added, Activity)
    assert (added.name, added.impact, added.retired) == ("Fencing", Impact.HIGH, False)
    assert change.label == "Fencing added"


def test_an_own_activity_is_renamed_and_stays_the_same() -> None:
    change = own_activity("Boulder", Impact.HIGH, [BOULDERING], a_clock(), BOULDERING)
    assert change is not None
    assert change.edits == (
        Edit(BOULDERING, Activity(id="own1", name="Boulder", impact=Impact.HIGH)),
    )


def test_an_own_activity_left_as_it_was_is_no_change() -> None:
    assert own_activity("Bouldering", Impact.HIGH, [BOULDERING], a_clock(), BOULDERING) is None


@pytest.mark.parametrize("name", ["bouldering", "YOGA ", "Aikido"])
def test_a_name_stands_once(name: str) -> None:
    with pytest.raises(Refused, match="already; nothing was added"):
        own_activity(name, Impact.LOW, [BOULDERING, GONE], a_clock())


@pytest.mark.parametrize("name", ["", "   ", "x" * 201, "a\0b"])
def test_a_name_that_cannot_be_is_refused(name: str) -> None:
    with pytest.raises(Refused):
        own_activity(name, Impact.LOW, [], a_clock())


def test_an_activity_without_sessions_is_removed() -> None:
    change, is_retired = remove_activity(BOULDERING, PlainDiary(BOULDERING), a_clock())
    assert not is_retired
    assert change.edits == (Edit(BOULDERING, None),)


def test_an_activity_with_sessions_is_retired() -> None:
    held = PlainDiary(BOULDERING, a_session(activity="own1"))
    change, is_retired = remove_activity(BOULDERING, held, a_clock())
    assert is_retired
    after = change.edits[0].after
    assert isinstance(after, Activity)
    assert after.retired


def test_a_retired_activity_is_offered_again() -> None:
    change = own_activity("Aikido", Impact.LOW, [GONE], a_clock(), GONE)
    assert change is not None
    after = change.edits[0].after
    assert isinstance(after, Activity)
    assert not after.retired
