# The commands of the house: `make help` lists them. Each installs what it misses (scripts/install).

SHELL := /bin/bash
.SHELLFLAGS := -euo pipefail -c
MAKEFLAGS += --no-print-directory
.NOTPARALLEL:
.DEFAULT_GOAL := help

PORT ?= 8080
DATABASE ?= var/housestaff.sqlite

# scripts/build has built them, with the same check of imports.
TEST = swift test --skip-build --explicit-target-dependency-import-check error --disable-xctest \
	$(if $(FILTER),--filter '$(FILTER)')

PYTHON := $(CURDIR)/.build-tools/venv/bin/python
# Each test has databases of its own: hundreds at once would only wait for each other.
export SWT_EXPERIMENTAL_MAXIMUM_PARALLELIZATION_WIDTH := 8
# Swift tests ask Python for a second opinion: a mail server, workbooks, one-time codes.
export HOUSESTAFF_TEST_PYTHON := $(PYTHON)

SWIFT_FILES := Sources Tests Package.swift $(wildcard Benchmarks/*/Sources Benchmarks/*/Package.swift)

.PHONY: demo
demo: ## Serve a filled fictional hospital at http://127.0.0.1:8080 (PORT=…), kept in var/
	@scripts/build release
	@mkdir -p var
	@exec .build/release/housestaff demo --database var/demo.sqlite --port $(PORT)

.PHONY: serve
serve: ## Serve a database of your own (DATABASE=path or URL, PORT=…)
	@scripts/build release
	@mkdir -p var
	@exec .build/release/housestaff serve --database '$(DATABASE)' --port $(PORT)

.PHONY: test
test: test-postgres test-browser ## Everything: Swift on both databases, then the browser

.PHONY: test-fast
test-fast: ## The Swift tests on SQLite alone (FILTER=a pattern of names)
	@scripts/install tools
	@scripts/build tests
	@env -u HOUSESTAFF_TEST_POSTGRES $(TEST)

.PHONY: test-postgres
test-postgres: ## The Swift tests on SQLite and a private PostgreSQL (FILTER=…)
	@scripts/install test
	@scripts/build tests
	@scripts/postgres run $(TEST)

.PHONY: test-browser
test-browser: ## The journeys in headless Chromium (JOURNEY=a part of a name)
	@scripts/install test
	@scripts/build tests
	@$(PYTHON) Tests/BrowserTests/run $(JOURNEY)

.PHONY: faults
faults: ## Power cuts while rosters are imported, people sign in, roles are granted, ballots cast (ROUNDS=6)
	@scripts/install test
	@scripts/build tests
	@scripts/faults $(ROUNDS)

.PHONY: fuzz
fuzz: ## Spoil files for the readers of libraries and attachments, another seed each time (ROUNDS=…, SEED=…)
	@seed=$${SEED:-$$RANDOM}; echo "SEED=$$seed"; \
	  FUZZ_SEED=$$seed FUZZ_ROUNDS=$(or $(ROUNDS),40000) $(MAKE) test-fast FILTER=FuzzTests

.PHONY: lint
lint: ## Check the layout of Swift, the shell scripts, and the syntax of Python
	@scripts/install tools
	swift format lint --strict --parallel --recursive $(SWIFT_FILES)
	.build-tools/venv/bin/shellcheck $$(grep -lE '^#!.*\bbash' scripts/* .ci/*)
	$(PYTHON) -m compileall -q Tests/BrowserTests Tests/FaultTests

.PHONY: format
format: ## Lay out all Swift as `make lint` wants it
	swift format --in-place --parallel --recursive $(SWIFT_FILES)

.PHONY: docs
docs: ## Build the reference of our modules into .build/reference
	@scripts/install build
	@scripts/reference

.PHONY: bench
bench: ## Measure beside the reference programs (half an hour; leave the machine alone)
	@scripts/install tools bench
	@scripts/build release
	@Benchmarks/run

.PHONY: release
release: ## Build the release executable, pack it, and start what was packed
	@scripts/build release
	@scripts/release

.PHONY: install
install: ## Install the Debian packages and Python tools of build and tests
	@scripts/install build test

.PHONY: build
build: ## Build all targets and tests for debugging
	@scripts/build tests

.PHONY: ci
ci: ## All that must hold before a change lands, as named steps with their times
	@scripts/steps install lint build test-postgres test-browser faults release

.PHONY: clean
clean: ## Remove what was built; databases in var/ stay
	@scripts/postgres stop
	rm -rf .build .build-tools

.PHONY: help
help: ## List these commands
	@awk -F ':.*## ' '/^[a-z-]+:.*## / { printf "make %-14s %s\n", $$1, $$2 }' $(MAKEFILE_LIST)
