# Every target sets up what it needs and is safe to run again.
PYTHON = .venv/bin/python

.PHONY: leaflets test test-engine-next lint setup setup-test lock clean

leaflets: setup ## build the shipped leaflets into output/
	$(PYTHON) build.py

test: setup-test ## everything that CI holds a change to
	.venv/bin/ruff check .
	.venv/bin/ruff format --check .
	.venv/bin/mypy
	$(PYTHON) -m pytest

test-engine-next: setup-test ## the tests that draw, with the newest engine there is
	@scripts/engine_next.sh

setup:
	@scripts/setup.sh

setup-test:
	@scripts/setup.sh test

lint: setup-test ## mend what can be mended
	.venv/bin/ruff check --fix .
	.venv/bin/ruff format .

lock: setup ## renew requirements.lock from pyproject.toml
	$(PYTHON) -m pip install --quiet uv
	$(PYTHON) -m uv pip compile --quiet --upgrade --universal --generate-hashes --no-emit-index-url \
		--no-header --no-annotate --group dev pyproject.toml -o requirements.lock

clean:
	rm -rf .venv .cache output/*/ output/*.json
