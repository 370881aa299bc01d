"""chart and summary: what the window draws and prints, written into a file."""

from argparse import Namespace
from pathlib import Path

from heeldiary.analysis.circumstances import circumstances
from heeldiary.analysis.trend_sets import TrendSet, build_panels, find_set
from heeldiary.cli import speech
from heeldiary.cli.outputs import checked_target
from heeldiary.cli.surroundings import Surroundings
from heeldiary.domain.answers import factors_of
from heeldiary.domain.appointments import since_last_visit
from heeldiary.domain.days import Span
from heeldiary.domain.diary import Diary
from heeldiary.host import paths
from heeldiary.reports.report import report_of
from heeldiary.reports.text import write_text

_WIDTH = 1000


def chart_command(asked: Namespace, around: Surroundings) -> None:
    """Draw one ready-made set over the period."""
    chosen = find_set(asked.trend_set)
    target = checked_target(asked.out)
    with around.reading(asked.diary) as store:
        span = around.span(store, asked.first, asked.last)
        _draw(store, chosen, span, around, target)
    speech.say(f"Wrote “{asked.out}”: {chosen.name}, {span.first} to {span.last}.")


def summary_command(asked: Namespace, around: Surroundings) -> None:
    """Write the page for a visit; plain text is written without loading Qt."""
    target = checked_target(asked.out)
    with around.reading(asked.diary) as store:
        span, today = _summary_span(store, asked, around), around.clock.today()
        if target.suffix.casefold() == ".txt":
            unit = around.settings.weight_unit
            write_text(report_of(store, span, today=today, weight_unit=unit), target)
        else:
            paper = asked.paper or around.settings.paper
            _print(store, span, around, target, paper)
    speech.say(f"Wrote “{asked.out}”: {span.first} to {span.last}.")


def _summary_span(diary: Diary, asked: Namespace, around: Surroundings) -> Span:
    """The period asked for; where its beginning is open, since the visit before its end."""
    end = around.day(asked.last) if asked.last else around.clock.today()
    since = None if asked.first else since_last_visit(diary, end)
    return since or around.span(diary, asked.first, asked.last)


def _draw(
    diary: Diary, chosen: TrendSet, span: Span, surroundings: Surroundings, target: Path
) -> None:
    from heeldiary.ui.offscreen import drawing

    panels = build_panels(diary, factors_of(diary), chosen.key, span)
    around = circumstances(diary, span)
    with drawing():
        from heeldiary.ui.charts.in_units import in_units
        from heeldiary.ui.charts.picture import paper_chart, picture_height, save_png, save_svg
        from heeldiary.ui.units import Units

        panels = in_units(panels, Units.of(surroundings.settings))
        height = picture_height(panels, around)
        chart = paper_chart(panels, span, paths.resources(), _WIDTH, height, around=around)
        save = save_svg if target.suffix.casefold() == ".svg" else save_png
        save(chart, target)
        chart.close()


def _print(diary: Diary, span: Span, around: Surroundings, target: Path, paper: str) -> None:
    from heeldiary.ui.offscreen import drawing

    with drawing():
        from heeldiary.ui.paper import Paper
        from heeldiary.ui.printing import write_summary

        size = Paper(paper) if paper else None
        write_summary(
            diary,
            span,
            around.clock.today(),
            target,
            paths.resources(),
            size,
            weight_unit=around.settings.weight_unit,
        )
