"""Factors: the strands of fibromyalgia, and for each a place with what the journal shows of it."""
