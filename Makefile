# The words that people type. "make" alone lists them.

.DEFAULT_GOAL := help
SHELL := /bin/sh
.DELETE_ON_ERROR:
.PHONY: help setup run test check bench pictures lock clean

PYTHON ?=
export PYTHON

python := .venv/bin/python
quiet_qt := QT_QPA_PLATFORM=offscreen PYTHONFAULTHANDLER=1

help: ## list these words
	@sed -n 's/^\([a-z]*\):.*## /  make \1 #/p' Makefile | awk -F'#' '{ printf "%-16s %s\n", $$1, $$2 }'

run: ## open the window (without a screen: sample diary, charts and summary into out/)
	@tools/setup run
	@tools/run

test: ## everything: style, types, floors, all tests with coverage
	@tools/setup tests
	$(python) -m ruff format --check .
	$(python) -m ruff check .
	$(python) -m mypy
	.venv/bin/lint-imports --no-logo
	$(quiet_qt) $(python) -m pytest --cov --cov-report=term:skip-covered

check: ## the quick part: style, types, floors, tests that are not slow
	@tools/setup tests
	@$(python) -m ruff format --check --quiet .
	@$(python) -m ruff check --quiet .
	@$(python) -m mypy --no-error-summary
	@.venv/bin/lint-imports --no-logo
	@$(quiet_qt) $(python) -m pytest -q -m "not slow"

bench: ## measure speed and memory against a bare baseline
	@tools/setup run
	@$(python) -m bench

pictures: ## draw every room in every look into out/pictures/, and those of the README
	@tools/setup run
	@QT_QPA_PLATFORM=offscreen $(python) -m tools.pictures

setup: ## only the set-up that the others do by themselves
	@tools/setup tests

lock: ## choose package versions anew, with their hashes, into requirements/
	@tools/setup run
	@tools/lock

clean: ## remove what was built; the virtual environment and out/ too
	rm -rf .venv out build dist .mypy_cache .ruff_cache .pytest_cache .hypothesis .import_linter_cache .coverage htmlcov
	find heeldiary tests tools bench -name __pycache__ -type d -prune -exec rm -rf {} + 2>/dev/null || true
