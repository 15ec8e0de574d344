# SPDX-FileCopyrightText: 2026 OS2 - Offentligt digitaliseringsfællesskab
# SPDX-License-Identifier: MPL-2.0

PYTHON ?= python3
BIN := .venv/bin
RUN_STAMP := .venv/.run
TEST_STAMP := .venv/.test
ASSETS := .venv/.assets
CORPUS := registry/licences/packing.corpus
WORDS := registry/web/translations/da/LC_MESSAGES/messages.po
PYTEST_ARGS ?= -n 2

.PHONY: setup run test check bench contract soak lock clean

setup: $(RUN_STAMP) $(ASSETS) $(CORPUS) ## install what the register needs, browser assets too

run: setup ## harvest this checkout and the demonstration, then serve on 127.0.0.1:8000
	$(BIN)/os2-registry demo

test: $(TEST_STAMP) $(ASSETS) $(CORPUS) check ## the whole gate: style, types, contracts, licences, tests
	$(BIN)/python -m pytest $(PYTEST_ARGS)

check: $(TEST_STAMP) ## everything but the tests
	$(BIN)/ruff format --check .
	$(BIN)/ruff check .
	$(BIN)/lint-imports
	$(BIN)/mypy
	$(BIN)/deptry .
	$(BIN)/djlint templates --check --lint --quiet || $(BIN)/djlint templates --check --lint
	$(BIN)/reuse lint --quiet || $(BIN)/reuse lint

bench: $(TEST_STAMP) $(CORPUS) ## measures and ratios; needs MIRRORS=a folder of owner+name git directories; licences SCANCODE=its command
	$(BIN)/python -m tests.bench $(BENCH_ARGS)

contract: $(TEST_STAMP) ## the API under 2,000 cases and more, made from its own description
	$(BIN)/python -m tests.api.contract

soak: $(TEST_STAMP) ## slow: crashes and faults, thousands of times
	$(BIN)/python -m tests.soak $(SOAK_ARGS)

lock: ## resolve the dependencies anew
	uv pip compile --universal --generate-hashes --no-emit-index-url --no-header --no-annotate -q -p 3.11 pyproject.toml -o requirements.lock
	uv pip compile --universal --generate-hashes --no-emit-index-url --no-header --no-annotate -q -p 3.11 --extra test -c requirements.lock pyproject.toml -o requirements-test.lock

clean: ## forget what setup made; the register's data stays
	rm -rf .venv registry/web/static/dkfds registry/web/node_modules registry/web/translations/*/LC_MESSAGES/*.mo $(CORPUS)

$(RUN_STAMP): requirements.lock pyproject.toml
	$(PYTHON) -m venv .venv
	$(BIN)/pip install --quiet --disable-pip-version-check --require-hashes -r requirements.lock
	$(BIN)/pip install --quiet --disable-pip-version-check --no-deps --editable .
	touch $@

$(TEST_STAMP): requirements-test.lock $(RUN_STAMP)
	$(BIN)/pip install --quiet --disable-pip-version-check --require-hashes -r requirements-test.lock
	touch $@

$(CORPUS): $(addprefix registry/licences/,corpus.py packing.py spdx_list.py wording.py) $(RUN_STAMP)
	$(BIN)/python -m registry.licences.packing

$(ASSETS): registry/web/package-lock.json $(WORDS) $(RUN_STAMP)
	@command -v npm >/dev/null || { echo "npm is missing: it fetches the browser assets (DKFDS). Install npm and run make setup again."; exit 1; }
	cd registry/web && npm ci --silent --no-audit --no-fund --ignore-scripts
	$(BIN)/python -c "from registry.web.assets import main; raise SystemExit(main())"
	touch $@
