"""Ways into a journal and out of it: CSV, the JSON archive, made-up days."""
