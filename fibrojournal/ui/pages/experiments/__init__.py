"""Experiments of two ways: planned, run, read out."""
