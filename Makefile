# Variorum. "make help" lists the targets. Nothing here needs more than make, git and a Python from 3.11 to 3.13.

SHELL := /bin/bash
.SHELLFLAGS := -euo pipefail -c
.DELETE_ON_ERROR:
.DEFAULT_GOAL := help

export OMP_NUM_THREADS := 1
export PIP_DISABLE_PIP_VERSION_CHECK := 1

VENV := .venv
BIN := $(VENV)/bin
# PYTHON=... names another interpreter; without it the first of these that is from 3.11 to 3.13 and can make environments.
PYTHONS := $(or $(PYTHON),python3.13 python3.12 python3.11 python3 python)
SUITABLE := 'import sys, venv, ensurepip; sys.exit(not (3, 11) <= sys.version_info[:2] <= (3, 13))'
# Options for pytest, for example: make test PYTEST="-k cli".
PYTEST := -n 2

.PHONY: help demo test check package bench docs lock clean

help: ## List the targets
	@grep -hE '^[a-z]+:.*##' $(MAKEFILE_LIST) | sed -E 's/^([a-z]+):.*## (.*)/  make \1\t\2/' | expand -t 14

demo: $(VENV)/installed ## Compare the example reports and write the page
	@$(BIN)/variorum demo

test: $(VENV)/installed-dev ## Run the tests; what is left out is listed with the reason
	@$(BIN)/python -m pytest $(PYTEST)

check: $(VENV)/installed-dev ## Lint, types, and the layers of the flow
	@$(BIN)/ruff check .
	@$(BIN)/ruff format --check .
	@$(BIN)/mypy
	@$(BIN)/lint-imports

package: $(VENV)/made ## Install into a fresh environment with pip, as a user would, and compare the examples there
	@rm -rf build/package && $(BIN)/python -m venv build/package
	@build/package/bin/python -m pip install -qq .
	@build/package/bin/variorum demo -o build/package/demo.html | tail -n 1

bench: $(VENV)/installed-dev ## Measure on the gold data (VARIORUM_GOLD), write docs/benchmarks.md, check the floors
	@$(BIN)/python bench/run.py --jobs 2 --write docs/benchmarks.md --check

docs: $(VENV)/installed ## Make the tables in docs/ that come from the code (limits, errors, JSON fields)
	@$(BIN)/python tools/write_docs.py

lock: $(VENV)/installed-dev ## Resolve the dependencies anew (hashes, no addresses)
	@$(BIN)/python tools/lock.py

clean: ## Remove the environment and everything made
	rm -rf $(VENV) build dist .pytest_cache .mypy_cache .ruff_cache .import_linter_cache .hypothesis variorum-demo.html

$(VENV)/made:
	@if $(BIN)/python -c $(SUITABLE) 2>/dev/null; then touch $@; exit 0; fi; \
	for python in $(PYTHONS); do \
	  if $$python -c $(SUITABLE) 2>/dev/null; then \
	    echo "Making $(VENV) with $$($$python --version)"; $$python -m venv $(VENV); touch $@; exit 0; fi; \
	done; \
	echo "No Python from 3.11 to 3.13 that can make virtual environments was found (looked for: $(PYTHONS))." >&2; \
	echo "On Debian or Ubuntu: apt-get install python3 python3-venv. Elsewhere: python.org, or make PYTHON=/path/to/python3.12" >&2; \
	exit 1

# The stamps: what is installed is installed again only when a lock file or pyproject.toml changes.
$(VENV)/installed: $(VENV)/made requirements.lock pyproject.toml
	@echo "Installing Variorum and what it needs (once; a minute or two)"
	@$(BIN)/python -m pip install -qq --require-hashes --only-binary :all: -r requirements.lock
	@$(BIN)/python -m pip install -qq --no-deps --no-build-isolation --editable .
	@touch $@

$(VENV)/installed-dev: $(VENV)/installed requirements-dev.lock
	@echo "Installing what the tests and checks need (once)"
	@$(BIN)/python -m pip install -qq --require-hashes --only-binary :all: -r requirements-dev.lock
	@touch $@
