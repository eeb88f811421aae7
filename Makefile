# The one door for people who work on Sổ Họp. Every target sets itself up first, in .venv and nowhere else,
# and that costs nothing when neither the lock nor pyproject.toml has changed.

SHELL := /bin/sh
MAKEFLAGS += --no-builtin-rules --no-print-directory
.SUFFIXES:
.DELETE_ON_ERROR:

PYTHON ?= python3
BIN := .venv/bin
READY := .venv/.ready
# How many tests run at once, and what `make storm` asks for: rounds of each kill test, kills of hub and laptop at
# random moments, stories of the simulator for each of its kinds. BALLOTS and BALLOT_KILLS are `make storm-ballots`'.
JOBS ?= 2
ROUNDS ?= 60
KILLS ?= 2000
STORIES ?= 1000
BALLOTS ?= 100000
BALLOT_KILLS ?= 300
# More for pytest, for example: make test ARGS="-k ballot"
ARGS ?=

OFFSCREEN := QT_QPA_PLATFORM=offscreen
export PIP_DISABLE_PIP_VERSION_CHECK := 1
# Compiled modules are kept: dozens of programs are started, and each would compile all of them again.
unexport PYTHONDONTWRITEBYTECODE

.PHONY: help setup demo test check check-style check-types check-imports check-translations check-house
.PHONY: bench shots bundle storm storm-ballots lock translations clean libraries window-libraries

help:
	@echo "make setup         .venv with everything in it; all others begin with this"
	@echo "make demo          the whole journey with the sample packet; HEADLESS=1 walks it without a display"
	@echo "make test          all tests (ARGS=\"-k ballot\" for some)"
	@echo "make check         style, types, import contracts, translations, house rules"
	@echo "make bench         benchmarks, each prints its table"
	@echo "make shots         pictures of every screen"
	@echo "make bundle        dist/sohop: a folder that runs without Python"
	@echo "make storm         kills and stories for longer (KILLS=$(KILLS) STORIES=$(STORIES))"
	@echo "make storm-ballots $(BALLOTS) ballots while the hub is killed $(BALLOT_KILLS) times; some 15 minutes"
	@echo "make translations  collect the window's strings, then compile resources/translations"
	@echo "make lock          choose new versions for requirements.lock"
	@echo "make clean         remove what the other targets made, .venv included"

setup: $(READY)

demo: $(READY) window-libraries
	@$(BIN)/python -m tools.demo

test: $(READY) libraries
	@$(OFFSCREEN) $(BIN)/python -m pytest -n $(JOBS) -m "not storm" $(ARGS)

# `make -k check` goes through all of them.
check: check-style check-types check-imports check-translations check-house

check-style: $(READY)
	$(BIN)/ruff check .
	$(BIN)/ruff format --check .

check-types: $(READY)
	$(BIN)/mypy -p reader -p sync -p tools

check-imports: $(READY)
	$(BIN)/lint-imports

check-translations: $(READY)
	$(BIN)/python -m tools.translations check

check-house: $(READY)
	$(BIN)/python -m tools.house_rules

bench: $(READY) libraries
	@for file in bench/[!_]*.py; do \
		[ -e "$$file" ] || continue; \
		echo "== $$file"; \
		$(OFFSCREEN) $(BIN)/python "$$file" || exit 1; \
	done

shots: $(READY) libraries
	@$(OFFSCREEN) $(BIN)/python -m tools.shots

bundle: $(READY)
	@tools/system_libraries offscreen bundle
	$(BIN)/pyinstaller --noconfirm --log-level WARN --distpath dist --workpath build/bundle build.spec
	$(OFFSCREEN) dist/sohop/sohop self-check

storm: $(READY) libraries
	@$(OFFSCREEN) SOHOP_KILLS=$(ROUNDS) SOHOP_RANDOM_KILLS=$(KILLS) SOHOP_EXAMPLES=$(STORIES) \
		$(BIN)/python -m pytest -n $(JOBS) -m storm $(ARGS)

storm-ballots: $(READY) libraries
	@$(OFFSCREEN) SOHOP_BALLOTS=$(BALLOTS) SOHOP_BALLOT_KILLS=$(BALLOT_KILLS) \
		$(BIN)/python -m pytest -s -m storm $(ARGS) tests/journeys/test_ballots_killed.py

translations: $(READY)
	$(BIN)/python -m tools.translations update
	$(BIN)/python -m tools.translations release

lock: $(READY)
	$(BIN)/python -m pip install --quiet uv
	$(BIN)/uv pip compile --quiet --upgrade --universal --python-version 3.11 --extra dev pyproject.toml \
		--generate-hashes --custom-compile-command "make lock" -o requirements.lock
	@$(MAKE) setup

clean:
	rm -rf .venv build dist .pytest_cache .mypy_cache .ruff_cache .import_linter_cache .hypothesis
	find . -name __pycache__ -type d -prune -exec rm -rf {} +

libraries:
	@PYTHON=$(PYTHON) tools/system_libraries offscreen

window-libraries:
	@PYTHON=$(PYTHON) tools/system_libraries offscreen $$(test "$$HEADLESS" = 1 || echo $${DISPLAY:+window} $${WAYLAND_DISPLAY:+window})

# Everything comes from the lock with its hash, the build backend too; the project itself is installed last,
# as a link to this folder, and asks no index for anything.
$(READY): requirements.lock pyproject.toml
	@PYTHON=$(PYTHON) tools/system_libraries python
	@test -x $(BIN)/python || { echo "Making .venv with $$($(PYTHON) --version)"; $(PYTHON) -m venv .venv; }
	@echo "Installing requirements.lock into .venv"
	@$(BIN)/python -m pip install --quiet --require-hashes -r requirements.lock
	@$(BIN)/python -m pip install --quiet --no-deps --no-build-isolation -e .
	@touch $@
