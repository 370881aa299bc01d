"""How many tender sites fall into the published site lists: for analysis, not to be shown as such.

The indices are an examiner's. What an owner marks is shown as "tender heel sites you marked: n of
4". A site is named by side and place: ``L_achilles``; ``L5_spinous_process`` has no side.
"""

from collections.abc import Iterable
from dataclasses import dataclass

from heeldiary.domain.refusal import Refused


def _on_both_sides(*places: str) -> frozenset[str]:
    return frozenset(f"{side}_{place}" for side in "LR" for place in places)


MASES = _on_both_sides(
    "1st_costochondral", "7th_costochondral", "ASIS", "PSIS", "iliac_crest", "achilles"
) | {"L5_spinous_process"}
"""The 13 sites of MASES (Heuft-Dorenbosch 2003)."""

LEI = _on_both_sides("lateral_epicondyle", "medial_femoral_condyle", "achilles")
"""The 6 sites of the Leeds Enthesitis Index."""

SPARCC = _on_both_sides(
    "medial_epicondyle",
    "lateral_epicondyle",
    "supraspinatus",
    "greater_trochanter",
    "quadriceps_patella",
    "patellar_ligament",
    "achilles",
    "plantar_fascia",
)
"""The 16 sites of the SPARCC index."""

HEEL = _on_both_sides("achilles", "plantar_fascia")
"""The four heel sites; MASES and LEI know only two of them."""

_KNOWN = MASES | LEI | SPARCC | HEEL


@dataclass(frozen=True, slots=True, kw_only=True)
class EnthesitisCounts:
    """How many of the tender sites are on each list."""

    mases: int
    lei: int
    sparcc: int
    heel_sites: int


def enthesitis_counts(tender: Iterable[str]) -> EnthesitisCounts:
    """How many tender sites are on each list: MASES 0-13, LEI 0-6, SPARCC 0-16, heel sites 0-4.

    A site named twice counts once. Raises Refused for a name that is on no list.
    Source: Heuft-Dorenbosch 2003; LEI and SPARCC: a table in J Rheum, the trochanter from
    the abstract of SPARCC.
    """
    sites = frozenset(tender)
    unknown = sorted(sites - _KNOWN)
    if unknown:
        raise Refused(f"“{unknown[0][:60]}” is not a site of these lists.")
    return EnthesitisCounts(
        mases=len(sites & MASES),
        lei=len(sites & LEI),
        sparcc=len(sites & SPARCC),
        heel_sites=len(sites & HEEL),
    )
