# Comity: what can be done here. `make demo` and `make test` need nothing but a clone, Python 3.11
# and the package index; the tests start a PostgreSQL and a Chromium of their own, from Debian's packages.
PYTHON ?= $(shell command -v python3.11 || command -v python3)
VENV := .venv
BIN := $(VENV)/bin
SHARED ?= ../shared
.DEFAULT_GOAL := help
.PHONY: help install demo test lint measure soak fuzz bench bench-record train docs freeze sbom audit clean

help:  ## list what can be done
	@grep -hE '^[a-z-]+:.*##' $(MAKEFILE_LIST) | sed -E 's/:.*## /\t/' | expand -t 12

$(VENV)/.runs: pyproject.toml requirements.lock
	@PYTHON="$(PYTHON)" sh tests/machine/python.sh
	$(PYTHON) -m venv $(VENV)
	$(BIN)/pip install --quiet --disable-pip-version-check -r requirements.lock
	$(BIN)/pip install --quiet --disable-pip-version-check --no-deps --editable .
	@touch $@

$(VENV)/.tests: $(VENV)/.runs requirements-test.lock
	$(BIN)/pip install --quiet --disable-pip-version-check -r requirements-test.lock
	@touch $@

install: $(VENV)/.runs  ## install into .venv

demo: install  ## keep the example reports in demo.db, print the dossier of their relation, and at a terminal serve it
	$(BIN)/comity add examples/kazarm --db demo.db
	$(BIN)/comity show KAZ ARM --db demo.db --as-of 2025-11-22
	@if [ -t 1 ]; then $(BIN)/comity serve --db demo.db; \
	else echo "To see it in a browser: $(BIN)/comity serve --db demo.db"; fi

test: $(VENV)/.tests  ## run the tests
	@sh tests/machine/postgres.sh
	@sh tests/machine/chromium.sh
	$(BIN)/pytest

lint: $(VENV)/.tests  ## check style and types
	$(BIN)/ruff check .
	$(BIN)/ruff format --check .
	$(BIN)/mypy

measure: $(VENV)/.tests  ## score reader and record on annotated reports: those in $(SHARED), else the project's own
	$(BIN)/python -m tests.quality.measure $(wildcard $(SHARED)/gold)
	$(BIN)/python -m tests.quality.relations
	$(if $(wildcard $(SHARED)/data/trade),$(BIN)/python -m tests.quality.series $(SHARED)/data/trade)
	$(if $(wildcard $(SHARED)/data/trade),$(BIN)/python -m tests.quality.checks $(SHARED)/data/trade)
	$(if $(wildcard $(SHARED)/data/trade),$(BIN)/python -m tests.quality.trade $(SHARED)/data/trade)
	$(if $(wildcard $(SHARED)/seed),SHARED=$(SHARED) $(BIN)/pytest -q tests/quality/seed.py)

soak: $(VENV)/.tests  ## kill additions 200 times and compare the records, on both databases; writes bench/results
	@sh tests/machine/postgres.sh
	$(BIN)/python -m tests.record.soak

fuzz: $(VENV)/.tests  ## try every door with spoilt files, tables and sentences for about an hour
	COMITY_FUZZ=long $(BIN)/pytest -q tests/fuzz

bench: install  ## time the reader on this machine and write bench/results
	$(BIN)/python -m bench

bench-record: $(VENV)/.tests  ## time the record with 100,000 readings on both databases (hours) and write bench/results
	@sh tests/machine/postgres.sh
	$(BIN)/python -m bench.record

train:  ## make the model anew from $(SHARED) and training/data (under two hours on two cores)
	$(MAKE) -C training SHARED=$(abspath $(SHARED)) PYTHON=$(PYTHON)

docs: $(VENV)/.tests  ## write the generated pages of docs/reference
	$(BIN)/python -m docs.generate

freeze: $(VENV)/.tests  ## write the first version of the record's tables anew, as long as it is not released
	@sh tests/machine/postgres.sh
	$(BIN)/python -m docs.freeze
	$(BIN)/python -m tests.record.schemas.make

build/supply/.ready: requirements-supply.lock
	$(PYTHON) -m venv build/supply
	build/supply/bin/pip install --quiet --disable-pip-version-check --require-hashes -r requirements-supply.lock
	@touch $@

sbom: build/supply/.ready  ## write build/sbom.json, all that is installed with Comity and its extras (CycloneDX)
	build/supply/bin/cyclonedx-py requirements requirements-test.lock --pyproject pyproject.toml --of JSON -o build/sbom.json

audit: build/supply/.ready  ## ask the Python advisory database about every locked package (needs the network)
	build/supply/bin/pip-audit --disable-pip --require-hashes -r requirements-test.lock

clean:  ## remove what was installed and built
	rm -rf $(VENV) build dist demo.db* .pytest_cache .mypy_cache .ruff_cache
