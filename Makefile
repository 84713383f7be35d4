# Every target works as the first command on a machine that has only Python 3.11 and make.
.DEFAULT_GOAL := help
.PHONY: run test check coverage bench torture calibrate package format catalogue sheets record clean help

# The first that runs: some machines have a `python3.11` that only says that it is not there.
PYTHON ?= $(shell for name in python3.11 python3.12 python3.13 python3; do \
	$$name -c "" 2>/dev/null && echo $$name && break; done)
BIN := .venv/bin
SET_UP = @$(or $(PYTHON),$(error fibrojournal needs Python 3.11 or newer)) packaging/bootstrap.py
OFFSCREEN := QT_QPA_PLATFORM=offscreen
# One more than there are processors: a window often waits for its journal.
SIDE_BY_SIDE := --numprocesses $(shell expr $$(nproc 2>/dev/null || echo 1) + 1) --dist worksteal
# Every line of these is run by the tests of the same names; to count lines takes half as long again.
COMPLETE := journal storage analysis insights
COUNTED := $(COMPLETE:%=tests/%)

# Compiled modules start the program two to four times as fast.
unexport PYTHONDONTWRITEBYTECODE

run: ## Open the journal (ARGS="--journal FILE" for another one)
	$(SET_UP) --screen
	@$(BIN)/fibrojournal $(ARGS)

test: ## Run the tests (ARGS="-k name" for some of them)
	$(SET_UP) test
	@$(OFFSCREEN) $(BIN)/pytest $(SIDE_BY_SIDE) $(ARGS)

check: ## Everything that must hold: format, lint, types, layers, tests, the core covered whole
	$(SET_UP) test lint
	$(BIN)/ruff format --check .
	$(BIN)/ruff check .
	$(BIN)/mypy
	$(BIN)/lint-imports
	$(OFFSCREEN) $(BIN)/pytest $(SIDE_BY_SIDE) $(COUNTED) $(COMPLETE:%=--cov fibrojournal/%) \
		--cov-report=term-missing:skip-covered --cov-fail-under=100
	$(OFFSCREEN) $(BIN)/pytest $(SIDE_BY_SIDE) $(COUNTED:%=--ignore %)

coverage: ## The same tests, with every line of the program counted
	$(SET_UP) test
	@$(OFFSCREEN) $(BIN)/pytest $(SIDE_BY_SIDE) --cov --cov-report=term-missing:skip-covered --cov-fail-under=95

format: ## Put the source in the project's format
	$(SET_UP) lint
	$(BIN)/ruff format .
	$(BIN)/ruff check --fix .

bench: ## Measure against the floors of docs/performance.md
	$(SET_UP)
	$(OFFSCREEN) $(BIN)/python -m benchmarks $(ARGS)

torture: ## Kill, fill the disk, break files: the long proofs of docs/reliability.md
	$(SET_UP) test
	$(OFFSCREEN) $(BIN)/python -m tests.torture $(ARGS)

calibrate: ## Measure how often the statistics err, on made-up people (ARGS="--diaries 50")
	$(SET_UP) test
	OPENBLAS_NUM_THREADS=1 $(BIN)/python -m tests.calibration $(ARGS)

catalogue: ## Gather every string of the interface for translators
	$(SET_UP) test
	@$(BIN)/python packaging/catalogue.py

sheets: ## Every page x theme x size of text x language, as pictures in build/sheets
	$(SET_UP) test
	@$(OFFSCREEN) $(BIN)/pytest -q -p no:randomly tests/ui/checks/sheets.py $(ARGS)
	@echo "They are in build/sheets."

record: ## Log a whole day by keys alone in a real window, as pictures in build/day, and check what is kept
	$(SET_UP) --screen
	@$(BIN)/python packaging/record_day.py

package: ## Build the program for people without Python, and test what was built
	$(SET_UP) --every-screen package
	$(BIN)/python packaging/build.py

clean: ## Remove all that these commands made, but not a journal
	rm -rf .venv build dist htmlcov .coverage .mypy_cache .ruff_cache .pytest_cache .hypothesis \
		.import_linter_cache
	find . -name __pycache__ -type d -prune -exec rm -rf {} +

help: ## Show this list
	@grep -hE '^[a-z]+:.*## ' $(MAKEFILE_LIST) | sed 's/:.*## /:/' | \
		while IFS=: read -r name text; do printf '  make %-9s %s\n' "$$name" "$$text"; done
