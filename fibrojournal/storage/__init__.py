"""The journal file. The only package that knows SQL."""
