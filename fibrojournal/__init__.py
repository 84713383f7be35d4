"""fibrojournal: a private, local symptom journal for people with fibromyalgia."""

__version__ = "0.1.0"
