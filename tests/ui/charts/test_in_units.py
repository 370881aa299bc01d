import pytest

from heeldiary.analysis.trend_panels import Panel
from heeldiary.analysis.trend_sets import build_panels
from heeldiary.domain.answers import factors_of
from heeldiary.domain.days import Span
from heeldiary.domain.factor import Side
from heeldiary.ui.charts.in_units import in_units
from heeldiary.ui.units import Units
from tests.builders import FRI, MON, PlainDiary, a_reading
from tests.results import a_finding

DIARY = PlainDiary(
    a_reading("weight", 63.5, day=MON),
    a_reading("low_back", 4, day=MON),
    a_finding(MON, side=Side.LEFT, fascia_mm=5.08),
)


def panel_of(key: str, units: Units) -> Panel:
    panels = build_panels(DIARY, factors_of(DIARY), [key], Span(MON, FRI))
    return in_units(panels, units)[0]


@pytest.mark.parametrize(("unit", "value"), [("kg", 63.5), ("lb", 139.99), ("st", 10.0)])
def test_weight_is_in_the_chosen_unit(unit: str, value: float) -> None:
    panel = panel_of("weight", Units(weight=unit))

    assert panel.unit == unit
    assert panel.lines[0].series.values[0] == pytest.approx(value, abs=0.01)


def test_measured_thickness_is_in_the_chosen_unit() -> None:
    panel = panel_of("score:fascia_left", Units(length="in"))

    assert panel.unit == "in"
    assert panel.lines[0].series.values[0] == pytest.approx(0.2)


def test_what_has_no_such_unit_stays_as_it_is() -> None:
    assert panel_of("low_back", Units(weight="lb", length="in")).unit == "0–10"
