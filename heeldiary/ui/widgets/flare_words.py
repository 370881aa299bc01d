"""Flares in words for the screen: a row of the list, an offer, what they add up to."""

from collections.abc import Iterable

from PySide6.QtCore import QObject

from heeldiary.analysis.flares import FlareTotals, flare_span
from heeldiary.domain.days import Span
from heeldiary.domain.factors import Factors
from heeldiary.domain.flare_offers import FlareOffer
from heeldiary.domain.flares import Extent, Flare
from heeldiary.ui.widgets.record_list import Row
from heeldiary.ui.wording import figure, say_date

_NAMED_SITES = 2
"""More of them are counted: the list would be wider than the window."""


class FlareWords(QObject):
    """Says flares as their owner reads them."""

    def extents(self) -> dict[str, str]:
        return {Extent.FEW_AREAS: self.tr("a few areas"), Extent.ALL_OVER: self.tr("all over")}

    def columns(self) -> tuple[str, ...]:
        return (
            self.tr("Days"),
            self.tr("Length"),
            self.tr("Where"),
            self.tr("Worst"),
            self.tr("What you think set it off"),
        )

    def row(self, flare: Flare, factors: Factors, until: Span) -> Row:
        days = flare_span(flare, until)
        worst = "" if flare.worst is None else figure(flare.worst)
        cells = (
            self._from_to(days, is_open=flare.last_day is None),
            self.days(len(days)),
            self._where(flare, factors),
            worst,
            " ".join(flare.cause.split()),
        )
        return Row(flare.id, cells)

    def _where(self, flare: Flare, factors: Factors) -> str:
        """The extent and, of a few sites, their names."""
        extent = self.extents()[flare.extent]
        if not flare.sites:
            return extent
        count = len(flare.sites)
        many = self.tr("{0} places").format(count)
        sites = self._sites(flare.sites, factors) if count <= _NAMED_SITES else many
        return self.tr("{0}: {1}").format(extent, sites)

    def offer(self, offer: FlareOffer, factors: Factors) -> str:
        """What was answered, and the question whether it is to be kept."""
        extent = self.extents()[offer.extent]
        if offer.is_open:
            began = say_date(offer.days.first)
            said = self.tr("Since {0} you answered that it is a flare ({1}).").format(began, extent)
        else:
            days = self._from_to(offer.days)
            said = self.tr("For {0} you answered that it was a flare ({1}).").format(days, extent)
        parts = [said]
        if offer.worst is not None:
            parts.append(
                self.tr("The worst pain of these days was {0}.").format(figure(offer.worst))
            )
        if offer.sites:
            parts.append(self.tr("Worst at: {0}.").format(self._sites(offer.sites, factors)))
        parts.append(self.tr("Shall it stand in this list as one flare?"))
        return " ".join(parts)

    def totals(self, totals: FlareTotals) -> str:
        """``3 flares on 14 of 90 days. Half of them lasted 4 days or less. ...``"""
        if not totals.count:
            return self.tr("No flare is kept in these {0} days.").format(len(totals.span))
        count = self.tr("1 flare") if totals.count == 1 else self.tr("{0} flares")
        sentences = [
            self.tr("{0} on {1} of {2} days; {3} in a few areas, {4} all over.").format(
                count.format(totals.count),
                totals.days,
                len(totals.span),
                totals.few_areas,
                totals.all_over,
            ),
            self.tr("Median length {0}.").format(self.days(totals.median_length or 0)),
        ]
        if totals.median_gap is not None:
            between = self.days(totals.median_gap)
            sentences.append(self.tr("Median time between two of them {0}.").format(between))
        if totals.is_open:
            sentences.append(self.tr("One goes on; it is counted up to the last of these days."))
        return " ".join(sentences)

    def days(self, count: float) -> str:
        return self.tr("1 day") if count == 1 else self.tr("{0} days").format(figure(count))

    def _from_to(self, days: Span, *, is_open: bool = False) -> str:
        first, last = say_date(days.first), say_date(days.last)
        if is_open:
            return self.tr("{0}, goes on").format(first)
        return first if first == last else self.tr("{0} to {1}").format(first, last)

    def _sites(self, sites: Iterable[str], factors: Factors) -> str:
        names = (
            (factor.name if factor else site) for site in sites for factor in [factors.get(site)]
        )
        return "; ".join(names)
