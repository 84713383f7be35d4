"""The recovery code: whoever has it and the file has the journal, and a slip of the pen shows."""

from __future__ import annotations

import random

import pytest
from hypothesis import given
from hypothesis import strategies as st

from fibrojournal.journal.errors import WrongKey
from fibrojournal.storage.key import DataKey
from fibrojournal.storage.recovery_code import as_written, code_of, groups_of, key_of

ALPHABET = "0123456789ABCDEFGHJKMNPQRSTVWXYZ"
KEY = DataKey(bytes(range(7, 39)))
KEYS = st.binary(min_size=32, max_size=32).map(DataKey)


@given(KEYS)
def test_a_code_spells_its_key(key: DataKey) -> None:
    assert key_of(code_of(key)) == key


@given(KEYS)
def test_a_code_is_14_groups_of_4_without_letters_that_look_like_digits(key: DataKey) -> None:
    groups = groups_of(key)
    assert [len(group) for group in groups] == [4] * 14
    assert set("".join(groups)) <= set(ALPHABET)
    assert code_of(key) == "-".join(groups)


@given(KEYS, st.randoms(use_true_random=False))
def test_how_it_is_typed_does_not_matter(key: DataKey, moments: random.Random) -> None:
    like = {"0": "0oO", "1": "1iIlL"}
    typed = ""
    for character in "".join(groups_of(key)):
        typed += moments.choice(like.get(character, character + character.lower()))
        typed += moments.choice(["", "", " ", "-", " - ", "\n", "\N{NO-BREAK SPACE}"])
    assert key_of(typed) == key


def test_every_single_character_that_is_wrong_is_noticed() -> None:
    code = "".join(groups_of(KEY))
    for place, right in enumerate(code):
        for wrong in set(ALPHABET + "U?é\N{FULLWIDTH DIGIT ONE}") - {right}:
            with pytest.raises(WrongKey):
                key_of(code[:place] + wrong + code[place + 1 :])


def test_two_neighbours_that_changed_places_are_noticed() -> None:
    code = "".join(groups_of(KEY))
    for place in range(len(code) - 1):
        swapped = code[:place] + code[place + 1] + code[place] + code[place + 2 :]
        if swapped != code:
            with pytest.raises(WrongKey):
                key_of(swapped)


@pytest.mark.parametrize("end", range(56))
def test_a_part_of_a_code_is_none(end: int) -> None:
    with pytest.raises(WrongKey, match="not a recovery code"):
        key_of("".join(groups_of(KEY))[:end])


def test_a_code_with_more_behind_it_is_none() -> None:
    with pytest.raises(WrongKey):
        key_of(code_of(KEY) + "-00000000")


def test_of_5000_random_codes_none_is_accepted() -> None:
    draw = random.Random(11)
    for _ in range(5000):
        with pytest.raises(WrongKey):
            key_of("".join(draw.choices(ALPHABET, k=56)))


@given(st.text())
def test_any_text_is_a_code_or_a_sentence(text: str) -> None:
    with pytest.raises(WrongKey):
        key_of(text)


def test_one_group_is_compared_as_it_was_meant() -> None:
    assert as_written(" o1-Lx ") == "011X"
