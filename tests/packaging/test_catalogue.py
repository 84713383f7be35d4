"""The strings that translators get."""

from __future__ import annotations

import gettext
import importlib.util
import io
import string
from pathlib import Path
from types import ModuleType
from typing import NamedTuple

import pytest
from babel.messages.mofile import write_mo
from babel.messages.pofile import read_po

PLACE = Path(__file__).parents[2] / "packaging" / "catalogue.py"


@pytest.fixture(name="catalogue", scope="module")
def load_catalogue() -> ModuleType:
    spec = importlib.util.spec_from_file_location("catalogue", PLACE)
    assert spec is not None
    assert spec.loader is not None
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


class Strings(NamedTuple):
    """What is gathered from the source; to go through it takes a second or two."""

    forms: list[tuple[str, ...]]
    template: bytes


@pytest.fixture(name="strings", scope="module")
def gather_strings(catalogue: ModuleType) -> Strings:
    return Strings([message.forms for message in catalogue.messages()], catalogue.template())


def fields(words: str) -> set[str]:
    return {name for _words, name, _form, _turned in string.Formatter().parse(words) if name}


def test_marked_strings_are_gathered_with_their_plurals(strings: Strings) -> None:
    assert ("Saved as you go. Whatever you note is enough.",) in strings.forms
    assert ("{n} day noted.", "{n} days noted.") in strings.forms
    assert ("Worst pain",) in strings.forms, "N_ marks it, and something else shows it"


def test_a_string_that_counts_names_its_number_and_both_forms_fill_the_same(
    strings: Strings,
) -> None:
    counted = [forms for forms in strings.forms if len(forms) == 2]
    assert len(counted) > 30
    for one, many in counted:
        # Where the number stands apart, neither form has it.
        assert "n" in fields(many) or not fields(many), many
        assert fields(one) <= fields(many), one


def test_every_field_has_a_name(strings: Strings) -> None:
    for forms in strings.forms:
        for form in forms:
            assert all(name.isidentifier() for name in fields(form)), form


def test_the_same_source_gives_the_same_catalogue(catalogue: ModuleType, strings: Strings) -> None:
    assert catalogue.template() == strings.template


def test_a_translation_made_from_it_is_shown(strings: Strings) -> None:
    translated = read_po(io.BytesIO(strings.template), locale="de")
    translated.get("Pain").string = "Schmerz"  # type: ignore[union-attr]
    translated.get("{n} day noted.").string = ("{n} Tag.", "{n} Tage.")  # type: ignore[union-attr]
    compiled = io.BytesIO()
    write_mo(compiled, translated)
    compiled.seek(0)
    german = gettext.GNUTranslations(compiled)
    assert german.gettext("Pain") == "Schmerz"
    assert german.ngettext("{n} day noted.", "{n} days noted.", 5) == "{n} Tage."
