# `make report` sets up and runs the main job on a bundled article; `make test` sets up and checks all.
PYTHON ?= python3
BIN := .venv/bin
READY := .venv/.ready
EXAMPLE := examples/strait.txt

.PHONY: help report gallery test soak bench clean

help:
	@echo "make report   set up, read $(EXAMPLE) and write out/report.html"
	@echo "make gallery  briefs of the examples and of published conflicts: out/gallery/index.html"
	@echo "make test     set up and run every check: format, lint, types, layers, doctests, tests"
	@echo "make soak     the long checks with their full numbers"
	@echo "make bench    tables of measurements, as ratios in one run"
	@echo "make clean    remove the environment and everything made"

$(READY): pyproject.toml constraints.txt requirements-model.txt scripts/model.py scripts/compile.py
	@echo "setting up .venv (once; a minute or two)"
	@test -x $(BIN)/python || $(PYTHON) -m venv .venv
	@$(BIN)/python -m pip install --quiet --disable-pip-version-check -c constraints.txt setuptools wheel
	@$(BIN)/python -m pip install --quiet --disable-pip-version-check -c constraints.txt \
		--no-build-isolation --editable ".[dev]"
	@$(BIN)/python scripts/model.py
	@$(BIN)/python scripts/compile.py
	@$(BIN)/python -m compileall -q src
	@touch $@

report: $(READY)
	@$(BIN)/detente report $(EXAMPLE) -o out/report.html --force

gallery: $(READY)
	@$(BIN)/python scripts/gallery.py out/gallery

test: $(READY)
	@scripts/system.sh
	$(BIN)/ruff format --check --quiet .
	$(BIN)/ruff check --quiet .
	$(BIN)/mypy
	$(BIN)/lint-imports
	$(BIN)/pytest -n 2 -q

soak: $(READY)
	$(BIN)/pytest -n 2 -q --soak

bench: $(READY)
	$(BIN)/python -m benchmarks

clean:
	rm -rf .venv out build .mypy_cache .ruff_cache .pytest_cache .import_linter_cache .hypothesis
