"""record: the answers of one day, typed."""

from argparse import Namespace
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from difflib import get_close_matches

from heeldiary.cli import speech
from heeldiary.cli.surroundings import Surroundings
from heeldiary.domain.answers import answer, factors_of, note
from heeldiary.domain.days import Clock
from heeldiary.domain.diary import Diary
from heeldiary.domain.edits import Change
from heeldiary.domain.factor import Factor
from heeldiary.domain.factors import Factors
from heeldiary.domain.records import SKIPPED, Answer, Reading, Skipped
from heeldiary.domain.refusal import Refused

_NOTE = "note"
_SKIP = "skip"


@dataclass(frozen=True, slots=True, kw_only=True)
class _Step:
    """What one argument does: the line that says so, and the change it needs, if any."""

    said: str
    change: Change | None


def record_command(asked: Namespace, around: Surroundings) -> None:
    """Record all answers of the day together, or none of them."""
    day = around.day(asked.day)
    with around.writing(asked.diary, make=True) as store:
        steps = _steps(asked.answers, day, store, around.clock)
        change = _one_change([step.change for step in steps if step.change is not None], day)
        if change is not None:
            store.apply(change, around.clock.now())
    for step in steps:
        speech.say(step.said)


def find_factor(factors: Factors, key: str) -> Factor:
    """The factor of that key, or a refusal that names what may have been meant."""
    factor = factors.get(key)
    if factor is not None:
        return factor
    names = {known.name.casefold(): known.key for known in factors.all()}
    names |= {known.key.casefold(): known.key for known in factors.all()}
    close = get_close_matches(key.casefold().replace("-", "_"), names, n=3, cutoff=0.6)
    meant = " or ".join(dict.fromkeys(names[name] for name in close))
    hint = f"did you mean {meant}?" if meant else "“heeldiary factors” lists what there is."
    raise Refused(f"There is no row called “{key[:60]}” in this diary; {hint}")


def _steps(
    answers: Sequence[tuple[str, str]], day: date, diary: Diary, clock: Clock
) -> Sequence[_Step]:
    _check_once([name for name, _ in answers])
    factors, held = factors_of(diary), diary.readings_on(day)
    return [
        _note_step(text, day, diary, clock)
        if name == _NOTE
        else _answer_step(find_factor(factors, name), text, day, held, clock)
        for name, text in answers
    ]


def _check_once(names: Sequence[str]) -> None:
    twice = next((name for name in names if names.count(name) > 1), None)
    if twice is not None:
        raise Refused(f"“{twice}” is given twice; nothing was recorded.")


def _answer_step(
    factor: Factor, text: str, day: date, held: Mapping[str, Reading], clock: Clock
) -> _Step:
    before = held.get(factor.key)
    value = _read(factor, text)
    change = answer(before, factor, day, value, clock)
    said = "not recorded" if value is None else say_answer(factor, value)
    if change is None:
        said = f"{said}, as it was"
    return _Step(said=f"{factor.name}: {said}", change=change)


def _read(factor: Factor, text: str) -> Answer | None:
    match text.strip().casefold():
        case "":
            return None
        case word if word == _SKIP:
            return SKIPPED
        case _:
            return factor.read(text)


def _note_step(text: str, day: date, diary: Diary, clock: Clock) -> _Step:
    change = note(diary.note_on(day), day, text, clock)
    said = "kept" if text.strip() else "none"
    return _Step(said=f"Note: {said}{'' if change else ', as it was'}", change=change)


def _one_change(changes: Sequence[Change], day: date) -> Change | None:
    if len(changes) < 2:
        return changes[0] if changes else None
    edits = tuple(edit for change in changes for edit in change.edits)
    return Change(label=f"{len(edits)} answers, {day}", edits=edits)


def say_answer(factor: Factor, value: Answer) -> str:
    """What was answered, or that it was skipped."""
    return "skipped" if isinstance(value, Skipped) else factor.say(value)
