"""The page for a visit in words: the same sentences and cells for paper, HTML and plain text."""

from collections.abc import Iterator
from dataclasses import dataclass

from heeldiary.analysis.answered import Figures
from heeldiary.domain.days import Span
from heeldiary.domain.factor import Factor, Kind
from heeldiary.reports.flares import flare_lines
from heeldiary.reports.results import result_lines, score_lines
from heeldiary.reports.treatment import change_lines, treatment_lines
from heeldiary.reports.visit import (
    BEFORE_DAYS,
    HIGH,
    LATELY_DAYS,
    Compared,
    Counted,
    Happened,
    VisitSummary,
    Weight,
)
from heeldiary.reports.words import (
    DASH,
    Words,
    answered_of,
    at_most,
    listed,
    say_day,
    say_days,
    say_span,
    shortened,
)

TITLE = "Summary for rheumatology visit"
QUESTIONS = "What I want to talk about"
RULED_LINES = 2
"""For a question by hand, where none was collected."""
MOST_QUESTIONS = 4
_LONGEST_QUESTION = 130
GLANCE = "At a glance"
CHART = "Pain and stiffness"
MEDIAN, RANGE, HIGH_DAYS, ANSWERED = "median", "range", f"days ≥ {HIGH}", "answered"
CHANGE = "Change"
MEASURE = "Measure"
MOST_NAMES = 4
"""More measures than that without an answer are not worth a line of the page."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Cells:
    """One measure in one window."""

    median: str
    range: str
    high_days: str
    answered: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Row:
    """One measure lately and before. ``change`` is the difference of the medians."""

    name: str
    lately: Cells
    before: Cells
    change: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Section:
    """A heading and its lines."""

    title: str
    lines: tuple[str, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Sheet:
    """All that stands on the page, from top to bottom, beside the chart."""

    title: str
    covered: str
    origin: str
    printed: str
    questions: tuple[str, ...]
    """The collected ones; without any there is room to write."""
    changed: Section | None
    """What changed of the medicines; None in a diary without any."""
    lately: str
    before: str
    rows: tuple[Row, ...]
    remarks: tuple[str, ...]
    """What stands below the table."""
    chart_note: str
    """What the chart shows, in words."""
    sections: tuple[Section, ...]
    method: str
    disclaimer: str


def sheet_of(summary: VisitSummary, decimal: str = ".", weight_unit: str = "kg") -> Sheet:
    """The page in words, with the reader's decimal sign and unit of weight."""
    words = Words(decimal, weight_unit)
    return Sheet(
        title=TITLE,
        covered=_covered(summary),
        origin="Recorded by the patient; not a validated instrument",
        printed=f"Printed {say_day(summary.printed_on)} · Heel Diary {summary.version}",
        questions=_questions(summary),
        changed=_changed(summary, words),
        lately=_weeks(summary.lately, LATELY_DAYS, "Last 4 weeks", "Last"),
        before=_weeks(summary.before, BEFORE_DAYS, "12 weeks before", "Before"),
        rows=tuple(_row(row, words) for row in summary.measures),
        remarks=tuple(_remarks(summary, words)),
        chart_note=_chart_note(summary.span),
        sections=_sections(summary, words),
        method="Medians and ranges use answered days only: a day without an answer is not a zero, "
        "and nothing is filled in. Worst heel and worst back are the highest of their sites "
        "answered that day.",
        disclaimer="Heel Diary is a notebook, not a medical device: it records, totals and draws, "
        "and does not diagnose or advise.",
    )


def _sections(summary: VisitSummary, words: Words) -> tuple[Section, ...]:
    """In the order of the clinical reference, part 7."""
    return (
        Section(title="Scores", lines=score_lines(summary.results, words)),
        Section(title="Medicines", lines=treatment_lines(summary.treatment, words)),
        Section(
            title="Flares, in the patient's own word", lines=flare_lines(summary.flares, words)
        ),
        Section(title="Laboratory and imaging", lines=result_lines(summary.results, words)),
        Section(title="Movement, weight and food", lines=tuple(_living(summary, words))),
    )


def _questions(summary: VisitSummary) -> tuple[str, ...]:
    questions = (shortened(text, _LONGEST_QUESTION) for text in summary.questions)
    return at_most(questions, MOST_QUESTIONS)


def _changed(summary: VisitSummary, words: Words) -> Section | None:
    since = "since the last visit" if summary.is_since_last_visit else "in this period"
    lines = change_lines(summary.treatment.changes, words)
    if not lines and not summary.treatment.medicines:
        return None
    return Section(
        title=f"What changed {since}",
        lines=lines or ("No medicine was begun, changed or ended.",),
    )


def _covered(summary: VisitSummary) -> str:
    days = f"answers on {summary.days_recorded} of {say_days(len(summary.span))}"
    begins = f" · the diary begins on {say_day(summary.begins)}" if summary.begins else ""
    since = "Since the last visit, " if summary.is_since_last_visit else ""
    return f"{since}{say_span(summary.span)} · {days}{begins}"


def _weeks(window: Span, usual: int, name: str, otherwise: str) -> str:
    days = len(window)
    return f"{name if days == usual else f'{otherwise} {say_days(days)}'}, {say_span(window)}"


def _row(row: Compared, words: Words) -> Row:
    factor = row.measure.factor
    return Row(
        name=f"{row.measure.name} ({_scale(factor)})",
        lately=_cells(row.lately, factor, words),
        before=_cells(row.before, factor, words),
        change=words.change(row.lately, row.before, factor),
    )


def _scale(factor: Factor) -> str:
    return factor.unit or f"{factor.minimum:g}–{factor.maximum:g}"


def _cells(figures: Figures, factor: Factor, words: Words) -> Cells:
    return Cells(
        median=words.median(figures, factor),
        range=words.range(figures, factor),
        high_days=_high_days(figures, factor),
        answered=answered_of(figures),
    )


def _high_days(figures: Figures, factor: Factor) -> str:
    """Days of high ratings; empty for what is not a rating."""
    if factor.kind is not Kind.SCALE:
        return ""
    return str(figures.days_from(HIGH)) if figures.answered else DASH


def _remarks(summary: VisitSummary, words: Words) -> Iterator[str]:
    if not summary.measures:
        looked_at = Span(summary.before.first, summary.lately.last)
        yield f"None of the measures was recorded from {say_span(looked_at)}."
    elif 0 < len(summary.never_recorded) <= MOST_NAMES:
        yield f"Not recorded in either window: {listed(summary.never_recorded)}."
    if summary.worst_places:
        places = (_place(site, words) for site in summary.worst_places)
        yield f"Most painful places lately, by median: {'; '.join(places)}."
    if summary.signs:
        yield f"{'; '.join(map(_sign, summary.signs))}."
    if summary.elsewhere:
        yield f"{'; '.join(at_most(map(_happened, summary.elsewhere), MOST_NAMES))}."


def _place(site: Counted, words: Words) -> str:
    low, high = site.figures.middle or (0, 0)
    return f"{site.name} {words.figure((low + high) / 2)} ({answered_of(site.figures)})"


def _sign(sign: Counted) -> str:
    days = sign.figures.days_from(1)
    return f"{sign.name}: on {days} of {sign.figures.answered} answered days"


def _happened(told: Happened) -> str:
    return (
        f"{told.name}: on {told.days} of {told.answered} answered days, last {say_day(told.last)}"
    )


def _chart_note(span: Span) -> str:
    """What the thick lines are depends on the room a day has; the chart itself says it."""
    return (
        "Worst heel pain left and right, worst back pain (0–10) and morning stiffness (min), "
        f"{say_span(span)}. Symbols are days; lines break where too few were answered. Triangle "
        "at the upper edge: longer than the axis. Grey: days that the patient called a flare. "
        "Above: visits, laboratory, procedures; below: medicines."
    )


def _living(summary: VisitSummary, words: Words) -> Iterator[str]:
    for row in summary.activities:
        yield _activity(row, words)
    if summary.weight is not None:
        yield _weight(summary.weight, words)
    for foods in (summary.foods_to_include, summary.foods_to_limit):
        if foods:
            yield _foods(foods, words)
    if not (summary.activities or summary.weight or _any_food(summary)):
        yield "No movement, weight or food was recorded in this period."


def _any_food(summary: VisitSummary) -> bool:
    return bool(summary.foods_to_include or summary.foods_to_limit)


def _activity(row: Compared, words: Words) -> str:
    return f"{row.measure.name}: {_a_week(row.lately, words)}; before that {_before(row, words)}"


def _before(row: Compared, words: Words) -> str:
    """The same of the 12 weeks before, where the words have been said already."""
    if row.before.a_week is None:
        return _a_week(row.before, words)
    return f"{words.figure(row.before.a_week, 0)} ({answered_of(row.before)})"


def _a_week(figures: Figures, words: Words) -> str:
    if not figures.answered:
        return f"not recorded (0 of {figures.possible})"
    if figures.a_week is None:
        return f"too few days to tell a week (recorded {answered_of(figures)})"
    return f"{words.figure(figures.a_week, 0)} min a week (recorded {answered_of(figures)} days)"


def _weight(weight: Weight, words: Words) -> str:
    stands_on = f"weighed on {weight.answered} of {say_days(weight.possible)}"
    last = f"{words.weight(weight.last)} on {say_day(weight.last_day)}"
    if weight.first_day == weight.last_day:
        return f"Weight: {last} ({stands_on})"
    change = words.weight_change(weight.last - weight.first)
    return (
        f"Weight: {words.weight(weight.first)} on {say_day(weight.first_day)}, {last}: "
        f"{change} ({words.signed(weight.percent)}\u00a0%; {stands_on})"
    )


def _foods(foods: tuple[Counted, ...], words: Words) -> str:
    """Servings on a recorded day, and how many days that stands on."""
    shares = ", ".join(_share(food, words) for food in foods)
    counts = sorted({food.figures.answered for food in foods})
    days = "–".join(str(count) for count in dict.fromkeys((counts[0], counts[-1])))
    possible = say_days(foods[0].figures.possible)
    return f"Servings on a recorded day: {shares} (recorded {days} of {possible})"


def _share(food: Counted, words: Words) -> str:
    unit = "" if food.unit == "servings" else f" {food.unit}"
    return f"{food.name.lower()} {words.figure(food.figures.mean or 0)}{unit}"
