"""One person that somebody trusts, as the journal keeps it."""

from __future__ import annotations

from fibrojournal.journal.trusted import LONGEST, Trusted, set_trusted, trusted_of


def kept(person: Trusted) -> Trusted:
    settings = {edit.key: edit.value for edit in set_trusted(person) if edit.value is not None}
    return trusted_of(settings)


def test_a_person_comes_back_as_written() -> None:
    assert kept(Trusted(" Ana ", "000 111")) == Trusted("Ana", "000 111")


def test_a_number_alone_is_enough() -> None:
    assert kept(Trusted("", "000 111"))


def test_nobody_is_nobody() -> None:
    assert not kept(Trusted(" ", ""))
    assert not trusted_of({})


def test_what_is_very_long_is_cut() -> None:
    assert len(kept(Trusted("a" * 500)).name) == LONGEST
