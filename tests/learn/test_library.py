from __future__ import annotations

import pytest

from fibrojournal import resources
from fibrojournal.journal.factors import FACTORS
from fibrojournal.journal.measures import MEASURE_BY_ID, MEASURES, Measure
from fibrojournal.journal.questions import own_measure, own_trigger
from fibrojournal.journal.triggers import TRIGGER_BY_ID, TRIGGERS, Trigger
from fibrojournal.learn.files import known_sources, parse
from fibrojournal.learn.grades import Claim, Grade, Level
from fibrojournal.learn.library import (
    CONTENTS,
    MEASURE_TOPICS,
    TOPIC_IDS,
    TRIGGER_TOPICS,
    all_sources,
    topic,
    topic_for_measure,
    topic_for_trigger,
)
from fibrojournal.learn.topics import Block, Finding, Source

A_TOPIC = """\
+++
id = "sleep"
title = "Sleep and the day after"

[[grades]]
claim = "diary"
level = "B"
why = "A diary can see it."
+++

## In short

One line.
The same paragraph.

A second one.

## Good to know

More.
"""


def test_every_file_is_a_topic_and_every_topic_a_file() -> None:
    files = {path.parent.name for path in resources.path("learn").glob("*/en.md")}
    assert files == set(TOPIC_IDS)
    assert len(TOPIC_IDS) == len(set(TOPIC_IDS))


@pytest.mark.parametrize("id", TOPIC_IDS)
def test_a_topic_is_complete(id: str) -> None:
    read = topic(id)
    assert read.id == id
    assert read.title
    assert read.blocks[0].heading == "In short"
    assert all(block.heading and block.paragraphs for block in read.blocks)
    headings = [block.heading for block in read.blocks]
    assert len(headings) == len(set(headings))
    assert resources.path(f"icons/{read.icon}.svg").is_file()
    assert not read.measure or read.measure in MEASURE_BY_ID


@pytest.mark.parametrize("factor", [factor.id for factor in FACTORS])
def test_every_factor_has_its_reading(factor: str) -> None:
    read = topic(factor)
    assert read.factor == factor
    assert {grade.claim for grade in read.grades} == set(Claim)


def test_a_topic_is_read_once() -> None:
    assert topic("sleep") is topic("sleep")


def test_there_is_no_topic_of_another_name() -> None:
    with pytest.raises(KeyError):
        topic("../tokens")


@pytest.mark.parametrize("measure", MEASURES, ids=lambda measure: measure.id)
def test_every_question_has_a_reading(measure: Measure) -> None:
    assert topic_for_measure(measure) in TOPIC_IDS


@pytest.mark.parametrize("trigger", TRIGGERS, ids=lambda trigger: trigger.id)
def test_every_chip_has_a_reading(trigger: Trigger) -> None:
    assert topic_for_trigger(trigger) in TOPIC_IDS


def test_questions_and_chips_choose_their_reading() -> None:
    assert MEASURE_TOPICS.keys() <= MEASURE_BY_ID.keys()
    assert TRIGGER_TOPICS.keys() <= TRIGGER_BY_ID.keys()
    assert topic_for_measure(MEASURE_BY_ID["pain"]) == "central_sensitization"
    assert topic_for_measure(MEASURE_BY_ID["fog"]) == "fog"
    assert topic_for_measure(MEASURE_BY_ID["gut"]) == "gut_brain"
    assert topic_for_trigger(TRIGGER_BY_ID["unwell"]) == "immune"
    assert topic_for_trigger(TRIGGER_BY_ID["good_company"]) == "triggers"


def test_questions_of_ones_own_have_a_reading_too() -> None:
    assert topic_for_measure(own_measure("own:hands", "Cold hands")) == "network"
    assert topic_for_measure(own_measure("own:naps", "Naps", factor="sleep")) == "sleep"
    assert topic_for_trigger(own_trigger("own:noise", "Noise")) == "triggers"
    assert topic_for_trigger(own_trigger("own:cold", "Cold", factor="immune")) == "immune"


def test_the_contents_name_every_topic_once() -> None:
    assert CONTENTS[0].label == "Ten factors"
    assert len(CONTENTS[0].topics) == 10
    assert tuple(id for section in CONTENTS for id in section.topics) == TOPIC_IDS


def test_the_words_are_gathered_on_one_page() -> None:
    words = {block.heading: block.text for block in topic("words").blocks}
    assert words["Cortisol"].startswith("A hormone")
    assert words["Substance P"]


def test_the_sources_are_gathered_on_one_page() -> None:
    gathered = topic("sources").sources
    assert gathered == all_sources()
    assert set(gathered) == set(known_sources().values())
    assert [source.heading for source in gathered[:2]] == [
        "Albrecht and others, 2019",
        "Arnold and others, 2004",
    ]


def test_every_source_is_one_of_a_topic() -> None:
    named = {source for id in TOPIC_IDS if id != "sources" for source in topic(id).sources}
    assert named == set(known_sources().values())


def test_a_block_may_stand_on_the_full_page_alone() -> None:
    read = parse(A_TOPIC.replace("## Good to know", "### Good to know"))
    assert [block.heading for block in read.blocks] == ["In short", "Good to know"]
    assert [block.heading for block in read.in_brief] == ["In short"]


def test_lines_with_a_dash_are_points_of_a_list() -> None:
    read = parse(A_TOPIC.replace("More.", "Such as:\n\n- one that\n  goes on\n- two"))
    assert read.blocks[1].paragraphs == ("Such as:", "• one that goes on", "• two")


def test_a_paragraph_in_stars_is_a_short_heading() -> None:
    block = parse(A_TOPIC.replace("More.", "**One thing**\n\nMore.")).blocks[1]
    assert block.paragraphs == ("One thing", "More.")
    assert block.leads == {"One thing"}


def test_a_topic_says_how_long_it_takes_to_read() -> None:
    assert parse(A_TOPIC).minutes == 1
    assert parse(A_TOPIC.replace("More.", "one two-and-a-half don’t 3.5 " * 50)).minutes == 2


def test_a_topic_names_its_words_in_the_order_of_their_first_use() -> None:
    read = parse(A_TOPIC.replace("More.", "Serotonin and genes. Cortisol, and hormones."))
    assert [term.word for term in read.terms] == ["serotonin", "gene", "cortisol", "hormone"]


def test_a_topic_names_what_it_is_about_and_where_to_read_on() -> None:
    front = (
        'measures = ["sleep_hours"]\ncannot_see = ["deep sleep"]\nlinks = ["fog"]\n'
        'sources = ["mork_2012"]\n[[findings]]\ntitle = "T"\ntext = "Half."\nof_100 = 50\n'
    )
    read = parse(A_TOPIC.replace("\n[[grades]]", front + "[[grades]]"))
    assert (read.measures, read.cannot_see, read.links) == (
        ("sleep_hours",),
        ("deep sleep",),
        ("fog",),
    )
    assert read.sources == (known_sources()["mork_2012"],)
    assert read.findings == (Finding("T", "Half.", 50),)


def test_lines_join_to_paragraphs() -> None:
    read = parse(A_TOPIC)
    assert read.blocks == (
        Block("In short", ("One line. The same paragraph.", "A second one.")),
        Block("Good to know", ("More.",)),
    )
    assert read.blocks[0].text == "One line. The same paragraph.\n\nA second one."
    assert (read.factor, read.icon) == ("sleep", "moon")


@pytest.mark.parametrize(
    ("written", "instead"),
    [
        ("+++\nid", "id"),
        ("+++\nid", "Words before it.\n+++\nid"),
        ("## In short\n", ""),
        ('title = "Sleep and the day after"\n', ""),
        ('claim = "diary"', 'claim = "diaries"'),
        ('level = "B"', 'level = "E"'),
        ('claim = "diary"\nlevel = "B"', 'claim = "cause"\nlevel = "not_at_all"'),
        ('why = "A diary can see it."', 'because = "A diary can see it."'),
        ("+++\n\n##", 'colour = "red"\n+++\n\n##'),
    ],
)
def test_a_file_of_another_form_is_refused(written: str, instead: str) -> None:
    assert A_TOPIC.count(written) == 1
    with pytest.raises((ValueError, TypeError, KeyError)):
        parse(A_TOPIC.replace(written, instead))


@pytest.mark.parametrize(
    ("claim", "level", "letter", "word"),
    [
        (Claim.LINKED, Level.A, "A", "Established"),
        (Claim.LINKED, Level.B, "B", "Probable"),
        (Claim.CAUSE, Level.C, "C", "Emerging"),
        (Claim.CAUSE, Level.D, "D", "Contested"),
        (Claim.DIARY, Level.A, "A", "Well"),
        (Claim.DIARY, Level.B, "B", "Partly"),
        (Claim.DIARY, Level.C, "C", "A little"),
        (Claim.DIARY, Level.D, "D", "Hardly"),
        (Claim.DIARY, Level.INDIRECTLY, "–", "Indirectly"),
        (Claim.DIARY, Level.NOT_AT_ALL, "–", "Not at all"),
    ],
)
def test_a_grade_is_a_letter_with_a_word(
    claim: Claim, level: Level, letter: str, word: str
) -> None:
    grade = Grade(claim, level, "Why.")
    assert (grade.letter, grade.word) == (letter, word)
    assert grade.question == grade.claim.question


def test_a_grade_is_heard_as_one_sentence_with_its_reason() -> None:
    assert Grade(Claim.LINKED, Level.A, "It runs in families.").spoken == (
        "Is it linked? Established, grade A. It runs in families."
    )
    assert Grade(Claim.LINKED, Level.D, "Mixed.", scope="For named genes").spoken == (
        "Is it linked? For named genes: Contested, grade D. Mixed."
    )
    assert Grade(Claim.DIARY, Level.NOT_AT_ALL, "No question shows it.").spoken == (
        "Can a diary see it? Not at all. No question shows it."
    )


def test_a_part_of_a_claim_names_its_part() -> None:
    assert Grade(Claim.LINKED, Level.C, "Weak.", scope="For diet").question == "For diet"


def test_a_source_says_who_where_and_how_to_find_it() -> None:
    source = Source("Minerbi and others", 2019, "Pain", "77 women with, 79 without", doi="10.1/x")
    assert source.heading == "Minerbi and others, 2019"
    assert source.detail == "Pain. 77 women with, 79 without"
    assert source.identifier == "10.1/x"
    assert Source("A", 2019, "B", "C", pmid="123").identifier == "PMID 123"
    assert Source("A", 2019, "B", "C").identifier == ""
