"""Proofs that take too long for the suite: `make torture`. Figures stand in docs/reliability.md."""
