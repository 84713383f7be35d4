"""The wording rules, held against every string that the interface may show."""

from __future__ import annotations

import ast
import re
from functools import cache
from pathlib import Path

import pytest

import fibrojournal

PACKAGE = Path(fibrojournal.__file__).parent
MARKERS = {"_", "N_", "plural"}
BANNED = re.compile(r"!|\b(missed|failed|forgot\w*|streaks?|you should|caus(e|es|ed|ing))\b", re.I)
# The word "cause" may deny a claim or ask for one, and nothing else.
ALLOWED = (
    "not proof of cause",
    "not causes",
    "Is it a cause?",
    "Is it the cause?",
    "A network, not one cause",
)


def marked_calls(source: str) -> list[ast.Call]:
    return [
        node
        for node in ast.walk(ast.parse(source))
        if isinstance(node, ast.Call) and name_of(node.func) in MARKERS
    ]


def name_of(function: ast.expr) -> str | None:
    if isinstance(function, ast.Name):
        return function.id
    return function.attr if isinstance(function, ast.Attribute) else None


@cache
def marked_in_the_package() -> list[tuple[Path, list[ast.Call]]]:
    return [(path, marked_calls(path.read_text("utf-8"))) for path in sorted(PACKAGE.rglob("*.py"))]


def strings(calls: list[ast.Call]) -> list[str]:
    return [
        part.value
        for call in calls
        for argument in call.args
        for part in ast.walk(argument)
        if isinstance(part, ast.Constant) and isinstance(part.value, str)
    ]


def is_text(*parts: ast.expr) -> bool:
    return any(isinstance(part, ast.Constant) and isinstance(part.value, str) for part in parts)


def banned_words(text: str) -> list[str]:
    for phrase in ALLOWED:
        text = text.replace(phrase, "")
    return [found[0] for found in BANNED.finditer(text)]


def test_the_interface_keeps_its_manners() -> None:
    rude = [
        f"{place.relative_to(PACKAGE)}: {text!r}"
        for place, calls in marked_in_the_package()
        for text in strings(calls)
        if banned_words(text)
    ]
    assert rude == []


def test_a_marked_string_can_be_translated() -> None:
    """Names stand in braces and are filled in afterwards."""
    built = [
        f"{place.relative_to(PACKAGE)}, line {call.lineno}"
        for place, calls in marked_in_the_package()
        for call in calls
        for argument in call.args
        for part in ast.walk(argument)
        if isinstance(part, ast.JoinedStr)
        or (isinstance(part, ast.BinOp) and is_text(part.left, part.right))
    ]
    assert built == []


def test_the_walk_finds_marked_strings() -> None:
    source = (
        'x = _("One {n}").format(n=1)\ny = text.N_("Two")\nplural("three", "threes", n)\nf("no")'
    )
    assert sorted(strings(marked_calls(source))) == ["One {n}", "Two", "three", "threes"]


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("You missed a day!", ["missed", "!"]),
        ("Poor sleep causes pain.", ["causes"]),
        ("Goes with, not proof of cause.", []),
        ("Because it rained", []),
        ("You should rest", ["You should"]),
    ],
)
def test_the_rule_finds_what_it_bans(text: str, found: list[str]) -> None:
    assert banned_words(text) == found
