"""Medication: what is taken, doses over time, what came of it."""
