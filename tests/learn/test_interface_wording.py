"""The wording rules, held against every string that the interface may show."""

from __future__ import annotations

import ast
import re
from collections.abc import Iterator
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


def marked_calls(source: str) -> Iterator[ast.Call]:
    for node in ast.walk(ast.parse(source)):
        if isinstance(node, ast.Call):
            function = node.func
            name = function.attr if isinstance(function, ast.Attribute) else None
            if isinstance(function, ast.Name):
                name = function.id
            if name in MARKERS:
                yield node


def strings(source: str) -> list[str]:
    return [
        part.value
        for call in marked_calls(source)
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


@pytest.mark.parametrize("path", sorted(PACKAGE.rglob("*.py")), ids=lambda path: path.name)
def test_the_interface_keeps_its_manners(path: Path) -> None:
    for text in strings(path.read_text("utf-8")):
        assert banned_words(text) == [], text


@pytest.mark.parametrize("path", sorted(PACKAGE.rglob("*.py")), ids=lambda path: path.name)
def test_a_marked_string_can_be_translated(path: Path) -> None:
    for call in marked_calls(path.read_text("utf-8")):
        built = [
            part
            for argument in call.args
            for part in ast.walk(argument)
            if isinstance(part, ast.JoinedStr)
            or (isinstance(part, ast.BinOp) and is_text(part.left, part.right))
        ]
        assert built == [], f"line {call.lineno}: put names in braces and fill them afterwards"


def test_the_walk_finds_marked_strings() -> None:
    source = (
        'x = _("One {n}").format(n=1)\ny = text.N_("Two")\nplural("three", "threes", n)\nf("no")'
    )
    assert sorted(strings(source)) == ["One {n}", "Two", "three", "threes"]


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
