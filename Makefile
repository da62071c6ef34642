# `make site` builds the site, `make test` checks everything. A fresh machine needs python3 (3.11 or newer, with venv), make and git.
.DEFAULT_GOAL := help
.DELETE_ON_ERROR:

PYTHON ?= python3
WORKERS ?= 2
VENV := .venv
RUN := $(VENV)/bin/python
NPM := tests/browser/node_modules

# A stamp is newer than everything its step was made from; deleting the folder it lies in starts over.
READY := $(VENV)/.giar-ready
TEST_READY := $(VENV)/.giar-test-ready
BENCH_READY := $(VENV)/.giar-bench-ready
MUTATION_READY := $(VENV)/.giar-mutation-ready
NPM_READY := $(NPM)/.giar-ready

.PHONY: help site serve test assurance lint types coverage-gate mutation bench clean test-tools

help: ## say what can be made
	@awk -F ':.*## ' '/^[a-z-]+:.*## / { printf "make %-14s %s\n", $$1, $$2 }' $(firstword $(MAKEFILE_LIST))

site: $(READY) ## build the site from content/ into site/
	$(RUN) -m giar_site build
	@echo '用浏览器打开 site/index.html；要直接使用 giar 命令，先运行：export PATH="$(CURDIR)/$(VENV)/bin:$$PATH"'
	@echo 'Open site/index.html in a browser; to use the giar command: export PATH="$(CURDIR)/$(VENV)/bin:$$PATH"'

serve: $(READY) ## preview the site; an edit shows by itself
	$(RUN) -m giar_site serve

# pytest speaks last, so that its summary is the last line.
test: lint types $(NPM_READY) ## everything: lint, types, unit, property, golden and browser tests, coverage gate
	$(RUN) -m pytest --numprocesses $(WORKERS) --dist worksteal --cov --cov-report term

assurance: $(TEST_READY) ## what `make test` does a part of, in full: every kill and cut of a deployment
	GIAR_ASSURANCE=1 $(RUN) -m pytest --numprocesses $(WORKERS) tests/deploying tests/verifying

lint: $(TEST_READY) ## style and formatting
	$(RUN) -m ruff check .
	$(RUN) -m ruff format --check .

types: $(TEST_READY) ## static types
	$(RUN) -m mypy

coverage-gate: $(TEST_READY) ## branch coverage of forms and rules alone (paths and limit: [tool.coverage] in pyproject.toml)
	$(RUN) -m pytest --numprocesses $(WORKERS) --cov --cov-report term tests/rules tests/forms tests/derive tests/test_locking.py

mutation: $(MUTATION_READY) ## how many wrong versions of rules/ and derive/ the tests notice (half an hour)
	$(RUN) tools/mutate.py

bench: $(BENCH_READY) ## speed and memory beside Hugo doing the same job; what checking costs, rule by rule; importing by format
	$(RUN) -m benchmarks
	$(RUN) -m benchmarks.checks
	$(RUN) -m benchmarks.imports

clean: ## delete everything that make made
	rm -rf $(VENV) $(NPM) site build dist .coverage .coverage.* .mypy_cache .pytest_cache .ruff_cache .hypothesis
	find . -name __pycache__ -type d -prune -exec rm -rf {} +

$(READY): pyproject.toml tools/make-venv.sh
	PYTHON='$(PYTHON)' sh tools/make-venv.sh $(VENV)
	$(RUN) -m pip install --quiet --disable-pip-version-check --editable '.[office]'
	@touch $@

# One after another under `make -j`: two pips at once in one environment break each other.
$(TEST_READY): $(READY)
	$(RUN) -m pip install --quiet --disable-pip-version-check --editable '.[test]'
	@touch $@

$(MUTATION_READY): $(TEST_READY)
	$(RUN) -m pip install --quiet --disable-pip-version-check --editable '.[mutation]'
	@touch $@

$(BENCH_READY): $(TEST_READY)
	$(RUN) -m pip install --quiet --disable-pip-version-check --editable '.[bench]'
	@touch $@

# Asked on every run: it takes a blink, and a browser that was removed since is noticed.
test-tools:
	@sh tools/install-test-tools.sh

$(NPM_READY): tests/browser/package.json tests/browser/package-lock.json tests/browser/.npmrc | test-tools
	cd tests/browser && npm ci --loglevel=error
	@touch $@
