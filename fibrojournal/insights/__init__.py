"""What a journal's own days say: read whole, asked page by page, and put into words.

Between the statistics, which know arrays alone, and whoever shows results: the window, charts and
the command line. Nothing here writes, and nothing is remembered from one look to the next.
"""
