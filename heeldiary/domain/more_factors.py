"""The daily measures that nobody is asked for by default: self-care, and further symptoms."""

from heeldiary.domain.factor import Choice, Direction, Factor, Group, Kind, both_sides

PAIN_NRS = "72514-3"
"""The LOINC code of a rating of pain from 0 to 10."""

_WORST = "0 none, 10 the worst you can imagine"
_MINUTES = (0, 5, 10, 15, 20, 30)


def _minutes(key: str, name: str, hint: str = "") -> Factor:
    return Factor(
        key=key,
        name=name,
        group=Group.CARE,
        kind=Kind.MINUTES,
        unit="min",
        maximum=1440,
        presets=_MINUTES,
        direction=Direction.NEUTRAL,
        hint=hint,
    )


def _sets(key: str, name: str, hint: str = "") -> Factor:
    return Factor(
        key=key,
        name=name,
        group=Group.CARE,
        kind=Kind.COUNT,
        unit="sets",
        maximum=100,
        direction=Direction.NEUTRAL,
        hint=hint,
    )


def _hours(key: str, name: str, group: Group) -> Factor:
    return Factor(
        key=key,
        name=name,
        group=group,
        kind=Kind.NUMBER,
        unit="h",
        maximum=24,
        step=0.5,
        direction=Direction.NEUTRAL,
    )


def _used(key: str, name: str, hint: str = "") -> Factor:
    return Factor(
        key=key,
        name=name,
        group=Group.CARE,
        kind=Kind.YES_NO,
        maximum=1,
        direction=Direction.NEUTRAL,
        hint=hint,
    )


def _had(key: str, name: str, hint: str = "") -> Factor:
    return Factor(key=key, name=name, group=Group.SYMPTOMS, kind=Kind.YES_NO, maximum=1, hint=hint)


def _rated(key: str, name: str, hint: str) -> Factor:
    return Factor(key=key, name=name, group=Group.SYMPTOMS, hint=hint)


def _graded(key: str, name: str) -> Factor:
    return Factor(key=key, name=name, group=Group.SYMPTOMS, maximum=3, hint="0 none, 3 a lot")


def _pain(key: str, name: str) -> Factor:
    return Factor(key=key, name=name, group=Group.SYMPTOMS, pain=True, loinc=PAIN_NRS, hint=_WORST)


CARE = (
    _minutes("ice_minutes", "Ice", "Wrapped, or a frozen bottle under the foot"),
    _minutes("heat_minutes", "Heat", "A compress, a warm bath or a salt soak"),
    _used("alternating_heat_cold", "Heat and cold in turns"),
    _sets("fascia_stretch_sets", "Fascia stretch", "Of the sole, by the toes or with a towel"),
    _sets("calf_stretch_sets", "Calf stretch", "With a straight or a bent knee"),
    _minutes("massage_minutes", "Massage of heel and arch"),
    _minutes("trigger_point_minutes", "Trigger-point massage of the calf"),
    _minutes("rolling_minutes", "Rolling", "A ball, a bottle, a roller or a stick"),
    _sets("heel_drop_sets", "Heel drops or calf raises"),
    _sets("foot_exercise_sets", "Foot exercises", "Foot doming, balance"),
    _hours("night_splint_hours", "Night splint", Group.CARE),
    Factor(
        key="night_splint_comfort",
        name="Night splint, how well it was borne",
        group=Group.CARE,
        direction=Direction.BETTER,
        hint="0 not at all, 10 without trouble",
    ),
    _used("pillow_under_calves", "Pillow under the calves"),
    Factor(
        key="foot_in_sleep",
        name="Foot in sleep",
        group=Group.CARE,
        kind=Kind.CHOICE,
        maximum=2,
        choices=(
            Choice(word="flexed", name="toes towards the shin"),
            Choice(word="tucked", name="tucked in"),
            Choice(word="free", name="free"),
        ),
        direction=Direction.NEUTRAL,
    ),
    _used("taping", "Taping", "Low-dye or kinesio"),
    _used("compression", "Compression sock or sleeve"),
    _used("boot", "Boot or other immobiliser"),
    _used("cream", "Cream or gel on the skin"),
    _minutes("warm_up_minutes", "Warm-up"),
    _used("relative_rest", "Took it easier than usual"),
    _used("standing_breaks", "Breaks from standing"),
    _used("pacing", "Pacing", "Spread the load over the day"),
    _minutes("breathing_minutes", "Deep breathing"),
    _minutes("mindfulness_minutes", "Mindfulness"),
    _minutes("outdoor_minutes", "Light activity outdoors, daylight"),
)

LOAD = (
    _hours("standing_hours", "Standing", Group.MOVEMENT),
    _hours("work_hours", "Work", Group.MOVEMENT),
    Factor(
        key="barefoot_minutes",
        name="Barefoot",
        group=Group.MOVEMENT,
        kind=Kind.MINUTES,
        unit="min",
        maximum=1440,
        presets=(0, 10, 30, 60, 120),
        direction=Direction.NEUTRAL,
    ),
    Factor(
        key="barefoot_surface",
        name="Barefoot, on what",
        group=Group.MOVEMENT,
        kind=Kind.CHOICE,
        maximum=3,
        choices=(
            Choice(word="hard_floor", name="hard floor"),
            Choice(word="carpet", name="carpet"),
            Choice(word="soft_ground", name="grass or sand"),
            Choice(word="mixed", name="several"),
        ),
        direction=Direction.NEUTRAL,
    ),
)
"""What the feet bore over the day, beside activities."""

_HEEL = (
    *both_sides(_pain("upper_heel", "Upper back of the heel")),
    *both_sides(_pain("arch", "Arch of the foot")),
    *both_sides(_pain("forefoot", "Forefoot and toes")),
    *both_sides(_pain("after_sitting", "First steps after sitting")),
    *both_sides(_had("heel_burning", "Burning or tingling at the heel")),
    *both_sides(_graded("heel_redness", "Heel redness")),
    *both_sides(_graded("heel_tenderness", "Heel sore to press")),
    *both_sides(
        Factor(
            key="heel_lump_mm",
            name="Lump at the heel, size",
            group=Group.SYMPTOMS,
            kind=Kind.NUMBER,
            unit="mm",
            maximum=100,
        )
    ),
    *both_sides(_had("shoe_rubs", "Shoe rubs at the heel")),
    *both_sides(_graded("tendon_thickening", "Tendon thickened")),
    *both_sides(_had("tendon_click", "Click or pop in the tendon")),
    *both_sides(_had("tearing_feeling", "Feeling of tearing")),
    *both_sides(_graded("tendon_tightness", "Tendon tight")),
    *both_sides(_graded("calf_stiffness", "Calf stiff")),
    Factor(
        key="heel_stiffness_minutes",
        name="Morning stiffness of the heel",
        group=Group.SYMPTOMS,
        kind=Kind.MINUTES,
        unit="min",
        maximum=1440,
        presets=(0, 5, 10, 15, 30, 60),
    ),
    _rated("heel_stiffness_severity", "Heel stiffness, how bad", "0 none, 10 very bad"),
    _had("pain_after_rest", "Pain after rest"),
    _had("eases_with_movement", "Eases with movement"),
    _pain("pain_after_standing", "After long standing or walking"),
    _had("returns_later", "Pain came back later in the day"),
    _pain("rest_pain", "Pain at rest"),
    _had("barefoot_pain", "Pain barefoot on a hard floor"),
    _had("push_off_difficulty", "Hard to push off"),
    _had("limp", "Limp"),
    _had("gait_change", "Walked differently"),
    Factor(
        key="walking_limit_km",
        name="How far walking was possible",
        group=Group.SYMPTOMS,
        kind=Kind.NUMBER,
        unit="km",
        maximum=100,
        direction=Direction.BETTER,
    ),
    _had("pain_sharp", "Pain was sharp or stabbing"),
    _had("pain_dull", "Pain was dull or achy"),
    _had("pain_burning", "Pain was burning or tingling"),
    _had("pain_deep", "Pain was a deep ache"),
)

_BACK = (
    _pain("sacrum", "Sacrum"),
    _pain("tailbone", "Tailbone"),
    _pain("pelvis", "Pelvis"),
    _had("back_all_over", "Back pain without one place"),
    _had("back_worse_at_rest", "Back worse when inactive or on rising"),
    _had("back_better_moving", "Back better with light movement"),
    _had("back_spasm", "Back spasm"),
    _had("posture_difficulty", "Hard to stay upright"),
    _had("leg_pain", "Leg pain"),
    _had("leg_weakness", "Leg weakness"),
    _rated("effect_on_sitting", "Effect on sitting", "0 none, 10 impossible"),
    _rated("effect_on_sleeping", "Effect on sleeping", "0 none, 10 impossible"),
    _rated("effect_on_standing", "Effect on standing", "0 none, 10 impossible"),
    _rated("effect_on_walking", "Effect on walking", "0 none, 10 impossible"),
)

_ELSEWHERE = (
    _had("eye_pain", "Eye pain"),
    _had("eye_redness", "Red eye"),
    _had("vision_change", "Change of vision"),
    _had("painful_breathing", "Painful or difficult breathing"),
    _had("chest_pain", "Chest pain"),
    _had("rash", "Rash"),
    _had("fever", "Fever"),
    _had("stomach_pain", "Stomach pain"),
    _had("diarrhoea", "Diarrhoea"),
    _had("appetite_loss", "Loss of appetite"),
)

SYMPTOMS = (*_HEEL, *_BACK, *_ELSEWHERE)
