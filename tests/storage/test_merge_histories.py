from __future__ import annotations

from hypothesis import HealthCheck, given, settings

from tests.storage.histories import History, commutes, converges, histories

# A few of them; `make torture ARGS=merges` tries hundreds.
few = settings(max_examples=10, deadline=None, suppress_health_check=[HealthCheck.too_slow])


@few
@given(histories)
def test_any_order_and_grouping_gives_one_journal_in_which_nothing_is_lost(
    history: History,
) -> None:
    converges(history)


@few
@given(histories)
def test_either_computer_may_be_the_one_that_merges(history: History) -> None:
    commutes(history)
