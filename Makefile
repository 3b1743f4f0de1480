# Every target has an equivalent line for Windows in README.md.
PYTHON ?= python3
PORT   ?= 8501
VENV   := .venv
BIN    := $(VENV)/bin
RUN    := $(BIN)/rekenkamer
export DO_NOT_TRACK := 1
# Without byte code every start of dbt and Streamlit takes seconds longer.
unexport PYTHONDONTWRITEBYTECODE
export UV_COMPILE_BYTECODE := 1

.DEFAULT_GOAL := help
.PHONY: help start test inlezen bouwen dashboard lint check docs bench fuzz clean lock

help: ## toon deze lijst
	@grep -hE '^[a-z]+:.*##' $(MAKEFILE_LIST) | sed -E 's/^([a-z]+):[^#]*## ?/\1|/' | awk -F'|' '{printf "  make %-10s %s\n", $$1, $$2}'

start: $(VENV)/.runtime ## lees de meegeleverde cijfers, bouw, publiceer en open het dashboard (PORT=8501, BROWSER=none)
	$(RUN) start --poort $(PORT)

test: $(VENV)/.dev ## draai alle tests
	$(BIN)/python -m pytest -n 2 --dist loadfile --no-loadscope-reorder

inlezen: $(VENV)/.runtime ## lees leveringen in: make inlezen PAD=map
	$(RUN) inlezen "$(or $(PAD),voorbeeld/leveringen)"

bouwen: $(VENV)/.runtime ## bouw en controleer het magazijn, publiceer een snapshot
	$(RUN) bouwen

dashboard: $(VENV)/.runtime ## toon het dashboard van de nieuwste snapshot
	$(RUN) dashboard --poort $(PORT)

lint: $(VENV)/.dev ## stijl en types van Python, SQL en imports
	$(BIN)/ruff check .
	$(BIN)/ruff format --check .
	$(BIN)/mypy
	$(BIN)/lint-imports
	$(BIN)/sqlfluff lint warehouse --dialect duckdb

check: lint test ## lint en test

docs: $(VENV)/.runtime ## maak de kolomdocumentatie van het magazijn (data/build/dbt/target/static_index.html)
	$(BIN)/python -m rekenkamer.documentatie

bench: $(VENV)/.dev ## meet inlezen (ook een miljoen rijen), bouwen, publiceren en de pagina's
	$(BIN)/python -m tests.bench
	$(BIN)/python -m tests.bench_inlezen

fuzz: $(VENV)/.dev ## lees een minuut lang beschadigde leveringen en meld wat misgaat
	$(BIN)/python -m tests.fuzz --seconden 60

lock: ## maak de lockbestanden opnieuw (heeft uv nodig)
	uv pip compile -q --universal --python-version 3.11 --generate-hashes --no-emit-index-url --no-header --no-annotate pyproject.toml -o requirements.lock
	uv pip compile -q --universal --python-version 3.11 --generate-hashes --no-emit-index-url --no-header --no-annotate --extra dev -c requirements.lock pyproject.toml -o requirements-dev.lock

clean: ## verwijder de omgeving en alles wat gebouwd is (niet de ingelezen leveringen)
	rm -rf $(VENV) data/build/dbt .pytest_cache .mypy_cache .ruff_cache .hypothesis .import_linter_cache

$(BIN)/python:
	@$(PYTHON) -c 'import sys; sys.exit(sys.version_info < (3, 11))' || { echo "Python 3.11 of nieuwer is nodig; kies er een met: make PYTHON=python3.12 …"; exit 1; }
	@$(PYTHON) -m venv $(VENV) || { echo "De omgeving kon niet worden gemaakt. Op Debian en Ubuntu: apt install python3-venv"; exit 1; }

$(VENV)/.runtime: requirements.lock pyproject.toml | $(BIN)/python
	$(call install,requirements.lock)
	@touch $@

$(VENV)/.dev: requirements-dev.lock pyproject.toml $(VENV)/.runtime | $(BIN)/python
	$(call install,requirements-dev.lock)
	@touch $@

# $(1) = lock file. --no-deps: the lock is complete, and older pip trips over extras in hash mode.
# The project itself is installed without its dependencies and without a download.
define install
	@echo "Pakketten uit $(1) worden geïnstalleerd (eerste keer: een paar minuten) …"
	@if command -v uv >/dev/null 2>&1; then \
		uv pip install --quiet --python $(BIN)/python --require-hashes --no-deps -r $(1) && \
		uv pip install --quiet --python $(BIN)/python --no-deps --no-build-isolation -e . ; \
	else \
		$(BIN)/python -m pip install --quiet --disable-pip-version-check --require-hashes --no-deps -r $(1) && \
		$(BIN)/python -m pip install --quiet --disable-pip-version-check --no-deps --no-build-isolation -e . ; \
	fi
endef
