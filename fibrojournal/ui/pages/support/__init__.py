"""Get support: where a person finds another person to talk with."""
