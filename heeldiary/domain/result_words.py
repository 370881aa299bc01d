"""What scores, tests and findings are called, the same on screen, on paper and in lists."""

from heeldiary.domain.results import FindingKind, Instrument, LabTest

_INSTRUMENTS = {
    Instrument.BASDAI: "BASDAI (clinic form)",
    Instrument.ASDAS_CRP: "ASDAS-CRP (clinic)",
    Instrument.ASDAS_ESR: "ASDAS-ESR (clinic)",
    Instrument.BASFI: "BASFI",
    Instrument.BASG_WEEK: "BAS-G, last week",
    Instrument.BASG_SIX_MONTHS: "BAS-G, last six months",
    Instrument.ASAS_HI: "ASAS Health Index",
    Instrument.FFI: "Foot Function Index",
}
TEST_NAMES = {LabTest.CRP: "CRP", LabTest.ESR: "ESR", LabTest.HLA_B27: "HLA-B27"}
"""The tests that have one; another test has a name of its own."""
FINDING_NAMES = {
    FindingKind.XRAY: "X-ray",
    FindingKind.MRI: "MRI",
    FindingKind.ULTRASOUND: "Ultrasound",
    FindingKind.CT: "CT",
    FindingKind.NERVE: "Nerve conduction",
    FindingKind.EXAMINATION: "Examination",
    FindingKind.OTHER: "Finding",
}


def instrument_label(instrument: Instrument, name: str = "") -> str:
    """What a clinic's total is called; another score has a name of its own."""
    return _INSTRUMENTS.get(instrument) or name.strip()
