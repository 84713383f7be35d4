"""Benchmarks: the program beside floors that no program of its kind goes under."""
