"""The reading says what the evidence allows, grade by grade, from sources that were seen."""

from __future__ import annotations

import re

import pytest

from fibrojournal import resources
from fibrojournal.journal.factors import FACTORS
from fibrojournal.learn.grades import Claim, Grade
from fibrojournal.learn.library import SOURCES, TOPIC_IDS, topic
from fibrojournal.learn.topics import Topic
from tests.learn.reading import TOPICS, told, told_as_research

# Each was compared by hand with the record of the abstract, page or guideline that was read.
# A source without an identifier here is printed without one.
CONFIRMED = {
    "10.1001/jama.2014.3266",
    "10.1002/14651858.CD010292.pub2",
    "10.1002/14651858.CD012700",
    "10.1002/acr.20140",
    "10.1002/acr.22008",
    "10.1002/art.20042",
    "10.1002/art.20779",
    "10.1002/art.21407",
    "10.1002/art.21798",
    "10.1002/art.33346",
    "10.1002/art.38972",
    "10.1002/art.39252",
    "10.1002/art.41171",
    "10.1007/s00296-010-1678-9",
    "10.1007/s00484-013-0747-7",
    "10.1016/S0304-3959(01)00349-9",
    "10.1016/S0304-3959(02)00300-7",
    "10.1016/j.bbi.2018.09.018",
    "10.1016/j.biopsycho.2011.02.002",
    "10.1016/j.jpain.2010.05.003",
    "10.1016/j.jpain.2017.11.013",
    "10.1016/j.jpain.2018.01.010",
    "10.1016/j.jpain.2024.104535",
    "10.1016/j.neuron.2025.03.032",
    "10.1016/j.psyneuen.2015.09.018",
    "10.1016/j.semarthrit.2016.08.012",
    "10.1016/j.smrv.2022.101695",
    "10.1016/j.smrv.2024.102013",
    "10.1017/S0033291720004547",
    "10.1037/0278-6133.27.4.490",
    "10.1080/07853890.2018.1564360",
    "10.1080/09638288.2021.1954706",
    "10.1093/rheumatology/keab146",
    "10.1093/rheumatology/keaf147",
    "10.1093/rheumatology/ken389",
    "10.1097/PR9.0000000000000832",
    "10.1097/PR9.0000000000001136",
    "10.1097/j.pain.0000000000000707",
    "10.1097/j.pain.0000000000001640",
    "10.1097/j.pain.0000000000002857",
    "10.1101/2022.09.15.22279963",
    "10.1101/2025.09.18.25335991",
    "10.1136/annrheumdis-2016-209724",
    "10.1136/rmdopen-2021-001735",
    "10.1155/2012/741746",
    "10.1172/JCI144201",
    "10.1177/1756284820977402",
    "10.1186/ar3072",
    "10.1186/s12891-020-03201-9",
    "10.1186/s13075-018-1671-3",
    "10.1371/journal.pone.0216902",
    "10.1515/sjpain-2021-0122",
    "10.3389/fnut.2022.856216",
    "10.3390/diagnostics12051135",
    "10.3899/jrheum.140268",
    "10.3899/jrheum.141519",
}

# Works that were read, although no identifier of theirs was confirmed.
READ_WITHOUT_IDENTIFIER = {
    "Kosek and others, 2021",
    "Russell and others, 1994",
    "Harris and others, 2009",
    "Krock and others, 2023",
    "Grayston and others, 2019",
    "Lentz and others, 1999",
    "NICE, 2021",
    "Food and Drug Administration, 2007",
    "Food and Drug Administration, 2025",
}

# Each number of research was compared by hand with the same record; so were years.
CHECKED_NUMBERS = {
    *("3.4", "8.5", "10", "11", "12", "14", "15", "18", "19", "20", "21", "22", "23", "26"),
    *("27", "28", "30", "31", "32", "35", "37", "38", "39", "40", "44", "45", "46", "47"),
    *("48", "49", "50", "53", "60", "63", "77", "79", "81", "85", "89", "100", "107", "125"),
    *(
        "158",
        "171",
        "188",
        "222",
        "333",
        "413",
        "903",
        "1,014",
        "1,772",
        "1,900",
        "2007",
        "2010",
        "2011",
        "2016",
    ),
    *("2017", "2021", "2025", "2,724", "2,732", "7,903", "12,350", "85,139"),
}
RESEARCH = [read for read in TOPICS if read.sources and read.id != SOURCES]

# linked (the second letter: the narrower part that is graded apart), cause, diary
GRADES = {
    "central_sensitization": ("A", "B", "–"),
    "neurotransmitters": ("BD", "D", "–"),
    "immune": ("BC", "C", "–"),
    "genetics": ("AD", "B", "–"),
    "stress_trauma": ("AD", "B", "B"),
    "gut_brain": ("AB", "C", "C"),
    "sleep": ("A", "B", "B"),
    "small_fiber": ("A", "C", "D"),
    "hpa_axis": ("D", "D", "D"),
    "environment_lifestyle": ("AC", "C", "B"),
    "network": ("B", "C", "C"),
    "energy": ("D", "D", "D"),
}

# What research does not allow to be said; the article's claims stand under their own heading.
MEDICINES = "(medicine|medication|dose|tablet|pill|SNRI|pregabalin|duloxetine)"

OVERCLAIMS = (
    r"\b(serotonin|norepinephrine|dopamine)\b[^.]*\b(is|are) (too )?(low|high|off)\b",
    r"\bcortisol\b[^.]*\bis (low|flat|too)",
    r"\bbecause of (low|high|your)\b",
    r"(?<!“)\brewire",
    r"(?<!“)\bprimed\b",
    r"\b(cures?|cured|heals?|proven to|guaranteed)\b",
    r"\bcaus(es|ed|ing)\b(?<!not causes)",
    r"\b(is|as) an? autoimmune\b",
    r"\bbrain scans? (show|prove|find)",
    r"\b(probiotics?|diets?|supplements?|vitamins?) (help|works?|ease|improve)",
    r"\b(stop|start|take|taking|skip|raise|lower|double) (your |the |a |this |that )?" + MEDICINES,
    r"\byou (may |might |probably |could )?have (fibromyalgia|SFN|irritable|small)",
    r"\byour (genes|serotonin|dopamine|cortisol|antibodies|hormones) (is|are)\b",
    r"\ball in (the|your) (head|mind)\b",
    r"\bsmall fibres? (explain|cause)",
    r"\bbiggest discovery is\b",
    r"\bwired\b",
)

MEDICAL_ADVICE = (
    r"doctor(?!s)|physiotherapist|medicine|emergency|dietitian|treat|guideline|hurting yourself"
)

# The one thing that is said of a medicine to everybody.
ALWAYS_SAID = "Please never stop a medicine suddenly by yourself."

CLINICAL_REVIEW = resources.ROOT.parent / "docs" / "clinical-review.md"


@pytest.mark.parametrize("factor", [factor.id for factor in FACTORS])
def test_research_is_told_claim_by_claim_with_its_grade(factor: str) -> None:
    read = topic(factor)
    research = next(block for block in read.blocks if block.heading == "What research shows")
    said = [paragraph for paragraph in research.paragraphs if paragraph in research.leads]
    assert said == [_as_a_heading(grade) for grade in read.grades]


def _as_a_heading(grade: Grade) -> str:
    letter = "" if grade.letter == "–" else f" ({grade.letter})"
    mark = ":" if grade.scope else ""
    return f"{grade.question}{mark} {grade.word}{letter}"


@pytest.mark.parametrize("read", TOPICS, ids=TOPIC_IDS)
def test_grades_are_those_of_the_evidence(read: Topic) -> None:
    given = tuple(
        "".join(grade.letter for grade in read.grades if grade.claim is claim) for claim in Claim
    )
    assert given == GRADES.get(read.id, ("", "", ""))


@pytest.mark.parametrize("read", TOPICS, ids=TOPIC_IDS)
def test_a_second_grade_names_what_it_is_about(read: Topic) -> None:
    for claim in Claim:
        scopes = [bool(grade.scope) for grade in read.grades if grade.claim is claim]
        assert scopes in ([], [False], [False, True])


def test_the_energy_reading_repeats_the_grades_of_its_factor() -> None:
    assert topic("energy").grades == topic("hpa_axis").grades


@pytest.mark.parametrize("read", TOPICS, ids=TOPIC_IDS)
def test_a_source_was_seen(read: Topic) -> None:
    for source in read.sources:
        assert not source.pmid, "no PMID was confirmed yet"
        assert source.doi in CONFIRMED or (
            not source.doi and source.heading in READ_WITHOUT_IDENTIFIER
        ), source


@pytest.mark.parametrize("read", RESEARCH, ids=lambda read: read.id)
def test_a_number_of_the_reading_was_checked(read: Topic) -> None:
    for text in [*told(read), *(source.about for source in read.sources)]:
        assert set(re.findall(r"\d[\d,.]*\d", text)) <= CHECKED_NUMBERS, text


def test_a_source_is_told_the_same_everywhere() -> None:
    by_doi: dict[str, set[tuple[str, str]]] = {}
    for read in TOPICS:
        for source in read.sources:
            if source.doi:
                told = (source.heading, source.journal)
                by_doi.setdefault(source.doi, set()).add(told)
    assert {doi: told for doi, told in by_doi.items() if len(told) > 1} == {}
    assert by_doi.keys() == CONFIRMED


@pytest.mark.parametrize("read", TOPICS, ids=TOPIC_IDS)
def test_nothing_goes_past_the_evidence(read: Topic) -> None:
    for text in told_as_research(read):
        for overclaim in OVERCLAIMS:
            own = text.replace(ALWAYS_SAID, "")
            assert not re.search(overclaim, own, re.IGNORECASE), (overclaim, text)


@pytest.mark.parametrize(
    "claim",
    [
        "Dopamine is low because of fibromyalgia.",
        "Serotonin is too low.",
        "Poor sleep causes pain.",
        "Brain scans show it.",
        "Probiotics help.",
        "Do not skip a dose.",
        "Stress can rewire the brain.",
        "You may have small fibre disease.",
    ],
)
def test_an_overclaim_would_be_found(claim: str) -> None:
    assert any(re.search(overclaim, claim, re.IGNORECASE) for overclaim in OVERCLAIMS)


@pytest.mark.parametrize(
    ("id", "said"),
    [
        ("central_sensitization", "too sure"),
        ("neurotransmitters", "goes too far"),
        ("immune", "ahead of the research"),
        ("genetics", "the article is weak"),
        ("stress_trauma", "too strong"),
        ("gut_brain", "too much"),
        ("sleep", "too sure"),
        ("small_fiber", "is not shown"),
        ("hpa_axis", "goes past the data"),
        ("environment_lifestyle", "The article leaves out exercise"),
        ("network", "says too much"),
    ],
)
def test_it_says_where_the_article_claims_more(id: str, said: str) -> None:
    good_to_know = next(block for block in topic(id).blocks if block.heading == "Good to know")
    assert said in good_to_know.text


def test_what_awaits_a_clinician_is_listed_by_its_true_name() -> None:
    listed = re.findall(
        r"^\| `learn/(\w+)` \| ([^|]+?) \|", CLINICAL_REVIEW.read_text("utf-8"), re.MULTILINE
    )
    assert listed
    for id, heading in listed:
        assert heading in [block.heading for block in topic(id).blocks], (id, heading)
    for read in TOPICS:
        for block in read.blocks:
            if re.search(MEDICAL_ADVICE, block.text):
                assert (read.id, block.heading) in listed
