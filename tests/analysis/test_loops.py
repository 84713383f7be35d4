from __future__ import annotations

from itertools import permutations

from hypothesis import given
from hypothesis import strategies as st

from fibrojournal.analysis.loops import loops


def rounds(*pairs: str) -> list[str]:
    return ["".join(loop.nodes) for loop in loops({(pair[0], pair[1]): 1.0 for pair in pairs})]


def test_two_arrows_back_and_forth_are_a_loop() -> None:
    assert rounds("ba", "ab", "bc") == ["ab"]


def test_a_round_is_named_once_and_in_its_direction() -> None:
    assert rounds("ab", "bc", "ca") == ["abc"]
    assert rounds("ac", "cb", "ba") == ["acb"]


def test_short_loops_come_first_and_five_arrows_are_no_loop() -> None:
    assert rounds("ab", "bc", "cd", "da", "ca", "ac") == ["ac", "abc", "acd", "abcd"]
    assert rounds("ab", "bc", "cd", "de", "ea") == []


def test_arrows_without_a_way_back_are_no_loop() -> None:
    assert rounds("ab", "ac", "bc") == []
    assert loops({}) == ()


def test_an_odd_number_of_slopes_downwards_damps() -> None:
    one_down = loops({("a", "b"): -1.0, ("b", "a"): 1.0})
    both_down = loops({("a", "b"): -1.0, ("b", "a"): -2.0})
    assert [loop.feeds for loop in (*one_down, *both_down)] == [False, True]


@given(st.sets(st.tuples(st.sampled_from("abcde"), st.sampled_from("abcde"))))
def test_all_loops_are_found_that_trying_every_order_finds(pairs: set[tuple[str, str]]) -> None:
    slopes = {pair: 1.0 for pair in pairs if pair[0] != pair[1]}
    tried = {
        nodes
        for length in (2, 3, 4)
        for nodes in permutations("abcde", length)
        if nodes[0] == min(nodes)
        and all(pair in slopes for pair in zip(nodes, (*nodes[1:], nodes[0]), strict=True))
    }
    found = [loop.nodes for loop in loops(slopes)]
    assert len(set(found)) == len(found)
    assert set(found) == tried
