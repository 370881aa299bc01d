"""Whether a row of the owner's own can be kept: the same for a form and for a file."""

from heeldiary.domain.factor import Group, Kind
from heeldiary.domain.factors import CATALOGUE
from heeldiary.domain.records import SKIPPED, OwnFactor
from heeldiary.domain.refusal import Refused

_LONGEST_NAME = 200
_FINEST_STEP = 1e-6
_FARTHEST = 1e12


def check_definition(own: OwnFactor) -> None:
    """Refuse a definition under which no answer could be kept or read."""
    shown = own.name.strip() or own.key
    if own.key in CATALOGUE:
        raise Refused(f"“{own.key}” is a row that every diary has; it was kept as it is.")
    if not own.key.strip() or not own.name.strip() or "/" in own.key:
        raise Refused(f"The row “{shown}” needs a key without a slash, and a name.")
    if max(len(own.key), len(own.name), len(own.unit)) > _LONGEST_NAME:
        raise Refused(f"A row's name has at most {_LONGEST_NAME} characters.")
    if own.step < _FINEST_STEP or not -_FARTHEST <= own.minimum <= own.maximum <= _FARTHEST:
        raise Refused(f"The row “{shown}” has a range or a step in which no answer can be kept.")
    if own.group is Group.PAIN and not _is_rating(own):
        raise Refused(f"The row “{shown}” is a place that hurts: it is rated from 0 to 10.")
    _check_choices(own, shown)


def _is_rating(own: OwnFactor) -> bool:
    return own.measure is Kind.SCALE and (own.minimum, own.maximum) == (0, 10)


def _check_choices(own: OwnFactor, shown: str) -> None:
    if (own.measure is Kind.CHOICE) != bool(own.choices):
        raise Refused(f"The row “{shown}” needs choices when it is a choice, and only then.")
    words = {choice.casefold() for choice in own.choices} - {"", SKIPPED.value}
    if len(words) != len(own.choices) or any(word != word.strip() for word in words):
        raise Refused(
            f"The row “{shown}” has choices that read the same, are empty, or have spaces around; "
            "nor can a choice be called “skipped”."
        )
