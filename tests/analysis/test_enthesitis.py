import pytest

from heeldiary.analysis.enthesitis import HEEL, LEI, MASES, SPARCC, enthesitis_counts
from heeldiary.domain.refusal import Refused


def test_the_lists_have_as_many_sites_as_were_published() -> None:
    assert [len(sites) for sites in (MASES, LEI, SPARCC, HEEL)] == [13, 6, 16, 4]


def test_a_site_named_twice_counts_once() -> None:
    assert enthesitis_counts(["L_achilles", "L_achilles"]).lei == 1


def test_sides_are_kept_apart() -> None:
    assert enthesitis_counts(["L_plantar_fascia", "R_plantar_fascia"]).heel_sites == 2


@pytest.mark.parametrize("site", ["achilles", "L_L5_spinous_process", "l_achilles", ""])
def test_a_site_on_no_list_is_refused(site: str) -> None:
    with pytest.raises(Refused, match=f"“{site}” is not a site"):
        enthesitis_counts(["L_achilles", site])
