"""Check-ins: the questionnaires asked now and then."""
