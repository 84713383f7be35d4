"""Each medical word is explained in one plain sentence, and none is explained in vain."""

from __future__ import annotations

import re

import pytest

from fibrojournal.learn.glossary import Term, glossary, terms_in
from fibrojournal.learn.library import TOPIC_IDS, WORDS, topic

# Words that a reading may use if the glossary explains them.
MEDICAL = re.compile(
    r"\b(antibod\w+|autoimmune|central sensitization|cortisol|criteria|cyclobenzaprine|dopamine"
    r"|CBT-I|dietitian|fatigue|flares?|genes?|glutamate|guidelines?|hormones?|inflammation"
    r"|insomnia|irritable bowel|lupus|microglia|nociplastic pain|norepinephrine|odds|preprint"
    r"|physiotherapist|pooled|pregabalin|probiotics?|rheumatoid arthritis|serotonin"
    r"|small (nerve )?fibres?|SNRIs?|substance P|trials?)\b",
    re.IGNORECASE,
)
# Words that are too hard for any reading, each with a plainer one in its place.
TOO_HARD = re.compile(
    r"\b(aetiolog\w+|allodynia|biomarkers?|catastrophi\w+|comorbid\w*|cytokines?|etiolog\w+"
    r"|heterogen\w+|hyperalgesia|idiopathic|meta-analys[ei]s|modulation|neuropath\w+|pathogenesis"
    r"|pathology|pathways?|pathophysiolog\w+|paraesthesia|placebo|prevalence|somatic|symptomatology"
    r"|temporal summation)\b",
    re.IGNORECASE,
)
TEXTS = {id: "\n".join(block.text for block in topic(id).blocks) for id in TOPIC_IDS if id != WORDS}


@pytest.mark.parametrize("term", glossary(), ids=lambda term: term.word)
def test_a_word_is_explained_in_one_sentence(term: Term) -> None:
    assert re.fullmatch(r"[A-Z][^.?]*\.", term.meaning)
    assert len(term.meaning.split()) <= 16
    assert not term.pattern.search(term.meaning), "not by itself"


@pytest.mark.parametrize("term", glossary(), ids=lambda term: term.word)
def test_a_word_that_is_explained_is_used(term: Term) -> None:
    assert any(term in topic(id).terms for id in TEXTS)


@pytest.mark.parametrize("id", TEXTS)
def test_a_medical_word_is_explained(id: str) -> None:
    known = topic(id).terms
    for found in MEDICAL.finditer(TEXTS[id]):
        assert any(term.pattern.fullmatch(found[0]) for term in known), found[0]


@pytest.mark.parametrize("id", TEXTS)
def test_a_word_that_is_too_hard_is_not_used(id: str) -> None:
    assert TOO_HARD.findall(TEXTS[id]) == []


def test_the_words_stand_in_the_order_of_the_alphabet() -> None:
    words = [term.word for term in glossary()]
    assert words == sorted(words, key=str.casefold)
    assert len(words) == len(set(words))


def test_a_word_is_found_in_each_of_its_forms_and_only_whole() -> None:
    found = [term.word for term in terms_in("Genes and a HORMONE. Generally, hormonal.")]
    assert found == ["gene", "hormone"]
    assert terms_in("Generally, hormonal.") == ()
