"""What a made-up person writes beside the numbers. Their own words; never advice."""

from heeldiary.domain.factor import Side
from heeldiary.domain.medicines import Dose
from heeldiary.exchange.sample.chance import Chance
from heeldiary.exchange.sample.life import LifeDay

MEDICINE_STARTED = "Started adalimumab today."

PLAIN_DAYS = (
    "Office all day, stiffness came back in the afternoon.",
    "Long meeting, stood at the back of the room. Heel noticed.",
    "Quiet day.",
    "Nothing special, which is nice for once.",
    "Late train, walked home from the main station.",
    "Home office. Got up every half hour, more or less.",
    "New shoes arrived, a bit wide.",
    "Old shoes again; the new ones rub.",
    "Stairs at the office were fine going up, less fine going down.",
    "Slept on my side, buttock sore until noon.",
    "Woke at four and could not get back to sleep.",
    "Woke up twice, back stiff, walked around the kitchen.",
    "First steps to the bathroom were the worst part of the day.",
    "Heel like a nail in it for ten minutes, then gone.",
    "Deadline at the office, forgot lunch.",
    "Mum's birthday, too much cake, worth it.",
    "Physio today. Heel drops, three rounds, and the usual talk about football.",
    'Physio said "see you in three weeks".',
    "Grüße aus Köln: fünf Stunden Zug, Rücken müde.",
    "Zu spät ins Bett, morgens ziemlich steif. Über Mittag besser.",
    "Spaziergang am Fluss, schön kühl.",
    "Café with Zoë, sat too long on a hard bench.",
    "Bus strike. Walked both ways.",
    "Tried the desk at standing height, managed forty minutes.",
    "Carried boxes for Jörg's move, only the light ones.",
    "Garden, an hour on my knees, right one complained.",
    "Warm bath in the evening.",
    "Two films in a row, neck stiff after the second.",
    "Dentist. Jaw tired from keeping it open.",
    "Rain all day, did not go out.",
    "Kids had the flu; I did not get it, knock on wood.",
    "Long drive, stopped three times.",
    "= same as yesterday, really",
    "- slept badly\n- office until seven\n- heel: so-so",
    "-1 on the thermometer, fingers cold, back too.",
    "=> left the car at home",
    "+ good morning\n- bad evening",
    "Eye a little dry, no redness.",
    "Blood taken before work. Results next week.",
    "Rang the clinic, new appointment in spring.",
    "Question for the visit: why is it always worse on Mondays?",
    'Colleague: "you walk like my grandfather". Thanks.',
    "Stiffness gone by the time I got to the office, for the first time in weeks.",
    "Stiffness until the second coffee.",
    "Stood in the queue at the town hall for an hour, both heels hot afterwards.",
    "Concert, standing room. Leaned on the bar.",
    "Slept through! 😀",
    "A day without thinking about the heel. 🙂",
    "Tired, but the good kind.",
    "Very tired; in bed at nine.",
    "Headache, perhaps a cold coming.",
    "Cold is here. Tea and sofa.",
    "Chest tight when I sneeze.",
    "Forgot the insoles at home.",
    "Insoles back in. Feels odd after two days without.",
)
WEEKENDS = (
    "Slept in, paid for it: back like a board until eleven.",
    "Wedding of Anna & Björn, danced three songs, sat out the rest.",
    "Brunch, then the flea market, then the sofa.",
    "Visitors all weekend, hardly sat down.",
    "Wine with the neighbours, one glass too many.",
    "Hike cut short, took the cable car down.",
    "Market in the morning: fish, spinach, berries.",
    "Weekend, nothing planned, nothing done.",
)
RUNS = (
    "Run by the canal, easy, talked the whole way.",
    "First ten minutes stiff, then it rolled.",
    "Long one today. Achilles quiet so far; tomorrow will tell.",
    "Ran in the woods, soft ground.",
    "Ran with the group, a little faster than I meant to.",
    "Turned round halfway, heel said no.",
    "Hot. Walked the hills.",
    'Ran the old loop, 12 minutes slower than in "the good years".',
    "Running again after the break. Short, slow, happy.",
)
FLARES = (
    "Flare, no doubt about it.",
    "Everything hurts today, even the ribs.",
    "Heel swollen, shoe would not close. Slippers at the office.",
    "Could not put the foot down for the first half hour.",
    "Night was bad: 1 am, 3 am, 4:30.",
    "Stiffness did not really go away today.",
    "Cancelled dinner with the Müllers.",
    "Stayed at home, worked from the sofa, laptop on a cushion.",
    "Back and heel together, first time since last year, I think.",
    "Stairs one at a time, holding the rail.",
    "- heel hot\n- back stiff\n- mood: you can guess",
    "Ice, sofa, radio.",
    "Maybe a bit less than yesterday?",
    "Took the lift. Took it again.",
)
SINCE_MEDICINE = (
    "Injection, left thigh.",
    "Injection, right thigh this time, stung a little.",
    "Injection day. Small red spot, gone by evening.",
    "Pharmacy: next two pens in the fridge.",
)
ALL_TEXTS = (MEDICINE_STARTED, *PLAIN_DAYS, *WEEKENDS, *RUNS, *FLARES, *SINCE_MEDICINE)

_ODDS = 0.15


class Notes:
    """Picks a text that fits the day, and not the same one again soon."""

    def __init__(self, chance: Chance) -> None:
        self._luck = chance.branch()
        self._lately: list[str] = []

    def about(self, life: LifeDay, injection: Dose | None, *, is_first: bool) -> str | None:
        """Of the day itself, on which there may have been an injection, the first one even."""
        if is_first:
            return MEDICINE_STARTED
        if injection is not None and self._luck.happens(0.4):
            return self._fresh(_of_injection(injection))
        if not self._luck.happens(2 * _ODDS if life.flare else _ODDS):
            return None
        return self._fresh(self._fitting(life))

    def _fitting(self, life: LifeDay) -> tuple[str, ...]:
        if life.flare:
            return FLARES
        if life.run and self._luck.happens(0.7):
            return RUNS
        if life.day.weekday() >= 5 and self._luck.happens(0.4):
            return WEEKENDS
        return PLAIN_DAYS

    def _fresh(self, texts: tuple[str, ...]) -> str:
        open_texts = [text for text in texts if text not in self._lately] or list(texts)
        text = self._luck.choice(open_texts)
        self._lately = [*self._lately[-24:], text]
        return text


def _of_injection(dose: Dose) -> tuple[str, ...]:
    """The texts that name no other place than that of the injection."""
    elsewhere = [f"{side} thigh" for side in Side if (dose.site, dose.side) != ("thigh", side)]
    return tuple(text for text in SINCE_MEDICINE if not any(place in text for place in elsewhere))
