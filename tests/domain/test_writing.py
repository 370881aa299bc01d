from heeldiary.domain.kinds import KINDS, record_type
from heeldiary.domain.shape import Holds, shape_of
from heeldiary.domain.writing import WRITTEN, day_of_writing, excerpt, words_of, writing_of
from tests.builders import MON, a_note, a_reading
from tests.exchange.whole_diaries import OTHERS


def test_the_fields_that_are_searched_hold_words() -> None:
    for kind, names in WRITTEN.items():
        assert kind in KINDS
        fields = shape_of(record_type(kind)).fields
        assert {fields[name].holds for name in names} == {Holds.TEXT}


def test_every_note_of_every_kind_is_searched() -> None:
    for kind in KINDS:
        for name in {"note", "text", "reason"} & set(shape_of(record_type(kind)).fields):
            assert name in WRITTEN[kind]


def test_what_the_owner_wrote_is_one_text() -> None:
    written = {record.kind: writing_of(record) for record in OTHERS}
    assert written["regimen"] == 'stiff, "very"'
    assert written["declined_flare"] == ""
    assert writing_of(a_reading()) == ""


def test_words_are_about_the_day_of_their_record() -> None:
    days = {record.kind: day_of_writing(record) for record in OTHERS}
    assert day_of_writing(a_note()) == days["flare"] == MON
    assert days["medicine"] is None


def test_accents_and_capitals_make_no_difference() -> None:
    assert words_of("Café, ÜBER 12!") == ("cafe", "uber", "12")
    assert words_of("cafe\u0301") == ("cafe",)


def test_letters_of_other_scripts_stay_what_they_are() -> None:
    assert words_of("Мой Ёж 한국 がっこう ΆΛΦΑ") == ("мой", "ёж", "한국", "がっこう", "άλφα")


def test_an_excerpt_shows_the_place_that_was_looked_for() -> None:
    text = "x " * 100 + "the sore heel " + "y " * 100
    assert excerpt("short\ntext", "text") == "short text"
    assert "sore heel" in excerpt(text, "SORE")
    assert excerpt(text, "nowhere").startswith("x x")
    assert excerpt(text, "sore").startswith("…")
    assert excerpt(text, "sore").endswith("…")
    assert excerpt("y " * 60 + "end", "end").endswith("end")
