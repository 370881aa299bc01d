"""What a made-up person writes about the meals of a day, now and then."""

from collections.abc import Iterator

from heeldiary.domain.records import MealNote
from heeldiary.exchange.sample.chance import Chance
from heeldiary.exchange.sample.evenings import Evening

_ODDS = 0.11
MEALS = (
    "Oats with berries, soup at noon, salmon and spinach.",
    "Bread and cheese, canteen: noodles, evening: salad.",
    "Skipped breakfast. Pizza late.",
    "Lentils, the big pot. Tomorrow again.",
    "Müsli, leftovers, Grünkohl.",
    "Barbecue at the neighbours, sausages, potato salad, beer.",
    "Rice, beans, peppers. Walnuts in front of the film.",
    "Porridge; sandwich on the train; curry.",
    "Two slices of cake in the office, hardly any dinner.",
    "Sardines on toast. Apple. Tea.",
    "Pancakes with the kids.",
    "Fish market: mackerel rolls.",
    "Soup only, stomach off.",
    "Quinoa bowl, tried it, fine.",
    "Fries on the way home.",
    "Sunday roast, red cabbage, dumplings.",
)


class Meals:
    """On about one evening in nine."""

    def __init__(self, chance: Chance) -> None:
        self._luck = chance.branch()

    def on(self, evening: Evening) -> Iterator[MealNote]:
        if not evening.check_in.hasty and self._luck.happens(_ODDS):
            yield MealNote(day=evening.day, text=self._luck.choice(MEALS), **evening.stamp())
