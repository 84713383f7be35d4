"""Error rates on made-up people, too slow for the suite. Tables: docs/statistics.md."""
