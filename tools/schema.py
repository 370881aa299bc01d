"""Write what the classes of records say into ``resources/export.schema.json``.

The daily check-in is written out there by hand; the definitions of all other kinds are made here.
"""

import json
from pathlib import Path
from typing import Any

from heeldiary.domain.kinds import record_type
from heeldiary.domain.records import Origin
from heeldiary.domain.shape import FieldShape, Holds, shape_of
from heeldiary.exchange.other_kinds import OTHER_KINDS
from heeldiary.exchange.own_json import VERSION

SCHEMA = Path(__file__).parents[1] / "resources" / "export.schema.json"
_DAY, _MOMENT = {"$ref": "#/definitions/day"}, {"$ref": "#/definitions/moment"}
_HELD: dict[Holds, dict[str, Any]] = {
    Holds.TEXT: {"type": "string"},
    Holds.TIME: {"type": "string", "pattern": "^([0-2][0-9]:[0-5][0-9])?$"},
    Holds.WHOLE: {"type": "integer"},
    Holds.NUMBER: {"type": "number"},
    Holds.CLAIM: {"type": "boolean"},
    Holds.DAY: _DAY,
    Holds.MOMENT: _MOMENT,
    Holds.WORDS: {"type": "array", "items": {"type": "string"}},
    Holds.NUMBERS: {"type": "array", "items": {"type": "integer"}},
    Holds.STEPS: {
        "type": "array",
        "items": {
            "type": "object",
            "required": ["dose", "days"],
            "additionalProperties": False,
            "properties": {"dose": {"type": "number"}, "days": {"type": "integer"}},
        },
    },
}


def _plain(end: float) -> float:
    """100000 for 100000.0: equal ends are one object to typing, whichever was imported first."""
    return int(end) if float(end).is_integer() else end


def described() -> dict[str, Any]:
    """The schema with the part of the classes renewed."""
    schema: dict[str, Any] = json.loads(SCHEMA.read_text("utf-8"))
    schema["properties"]["version"] = {"enum": list(range(1, VERSION + 1))}
    for kind in OTHER_KINDS:
        listed = {"type": "array", "items": {"$ref": f"#/definitions/{kind}"}}
        schema["properties"][record_type(kind).listed] = listed
        schema["definitions"][kind] = _kind(kind)
    return schema


def written() -> str:
    return json.dumps(described(), indent=2, ensure_ascii=False) + "\n"


def _kind(kind: str) -> dict[str, Any]:
    fields = shape_of(record_type(kind)).fields
    about = (record_type(kind).__doc__ or "").strip().split("\n")[0]
    return {
        "description": about,
        "type": "object",
        "required": [name for name, field in fields.items() if not field.may_be_missing],
        "additionalProperties": False,
        "properties": {name: _field(field) for name, field in fields.items()},
    }


def _field(field: FieldShape) -> dict[str, Any]:
    held = {"enum": [str(word) for word in field.words]} if field.words else _HELD[field.holds]
    if field.words is Origin:
        held = {"$ref": "#/definitions/origin"}
    if field.is_name:
        held = held | {"minLength": 1}
    if field.within is not None:
        low, high = field.within.low, field.within.high
        held = held | {"minimum": _plain(low), "maximum": _plain(high)}
    return {"oneOf": [held, {"type": "null"}]} if field.may_be_none else held


if __name__ == "__main__":
    SCHEMA.write_text(written(), "utf-8")
