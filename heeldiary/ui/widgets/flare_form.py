"""The form of a flare: how it is made, filled, and read."""

from collections.abc import Mapping
from dataclasses import replace
from typing import Any

from PySide6.QtCore import QObject

from heeldiary.domain.answers import provenance
from heeldiary.domain.days import Clock
from heeldiary.domain.factors import Factors
from heeldiary.domain.flares import Extent, Flare
from heeldiary.domain.keeping import new_id
from heeldiary.ui.theme import Look
from heeldiary.ui.widgets.flare_words import FlareWords
from heeldiary.ui.widgets.form_editors import FormField
from heeldiary.ui.widgets.record_form import RecordForm


class FlareForm(QObject):
    """Makes the form with the sites that the owner has just now."""

    def __init__(self, look: Look, clock: Clock, parent: QObject) -> None:
        super().__init__(parent)
        self._look, self._clock = look, clock
        self._words = FlareWords(self)

    def make(self, factors: Factors) -> RecordForm:
        return RecordForm(self._look, Flare, self._fields(factors), self._clock)

    def begin(self, form: RecordForm, old: Flare | None) -> None:
        """Fill the form with a flare, or with one that begins today."""
        if old is None:
            start = {"first_day": self._clock.today(), "extent": Extent.FEW_AREAS}
            form.begin(self.tr("A flare"), start)
        else:
            values = {name: getattr(old, name) for name in form.editors}
            form.begin(self.tr("Flare"), values, removable=True)

    def flare(self, old: Flare | None, given: Mapping[str, Any]) -> Flare:
        """The flare that the form gives; the old one when nothing in it is different."""
        moment, origin = provenance(given["first_day"], self._clock)
        if old is None:
            return Flare(id=new_id(), recorded_at=moment, origin=origin, **given)
        corrected = replace(old, **given)
        return old if corrected == old else replace(corrected, recorded_at=moment, origin=origin)

    def _fields(self, factors: Factors) -> tuple[FormField, ...]:
        return (
            FormField("first_day", self.tr("First day")),
            FormField("last_day", self.tr("Last day"), hint=self.tr("goes on")),
            FormField("extent", self.tr("How far"), words=self._words.extents()),
            FormField("sites", self.tr("Where it hurt"), words=_sites(factors)),
            FormField("worst", self.tr("Worst pain"), hint=self.tr("0 none, 10 the worst")),
            FormField("cause", self.tr("What you think set it off"), lines=2),
            FormField("helped", self.tr("What helped"), lines=2),
            FormField(
                "note", self.tr("Note"), lines=3, hint=self.tr("for yourself; it is never printed")
            ),
        )


def _sites(factors: Factors) -> dict[str, str]:
    """The owner's sites by key: those that are asked for, then the others of the catalogue."""
    sites = [pain for pain in factors.pains() if pain.site]
    shown = [site for site in sites if factors.is_shown(site)]
    others = [site for site in sites if site not in shown]
    return {site.key: site.name for site in (*shown, *others)}
