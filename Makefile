# Every target sets up what it needs and is safe to run again.
PYTHON = .venv/bin/python

.PHONY: leaflets test test-quick docs test-engine-next lint setup setup-test lock clean help

leaflets: setup ## build the shipped leaflets into output/
	$(PYTHON) build.py

test: setup-test ## everything that CI holds a change to
	$(LINT)
	$(PYTHON) -m pytest

test-quick: setup-test ## what takes about a minute of it, for every day
	$(LINT)
	$(PYTHON) -m pytest -m "not slow" --durations 5

define LINT
.venv/bin/ruff check .
.venv/bin/ruff format --check .
.venv/bin/mypy
endef

docs: setup-test ## the pages of docs/ as a site, in .cache/docs
	.venv/bin/sphinx-build -q -W --keep-going -b html docs .cache/docs

test-engine-next: setup-test ## the tests that draw, with the newest engine there is
	@scripts/engine_next.sh

setup: ## the environment that builds leaflets
	@scripts/setup.sh

setup-test: ## and what the tests need
	@scripts/setup.sh test

lint: setup-test ## mend what can be mended
	.venv/bin/ruff check --fix .
	.venv/bin/ruff format .

lock: setup ## renew both requirements.lock from pyproject.toml
	$(PYTHON) -m pip install --quiet uv
	$(PYTHON) -m uv pip compile --quiet --upgrade --universal --generate-hashes --no-emit-index-url \
		--no-header --no-annotate --group dev pyproject.toml -o requirements.lock
	$(PYTHON) -m uv pip compile --quiet --universal --generate-hashes --no-emit-index-url \
		--no-header --no-annotate --extra preview -c requirements.lock pyproject.toml \
		-o packaging/requirements.lock

clean: ## remove what was set up and built
	rm -rf .venv .cache output/*/ output/*.json

help: ## this list
	@sed -n 's/^\([a-z-]*\):.*## /\1\t/p' $(MAKEFILE_LIST) | expand -t 20
