#!/usr/bin/env bash
# The newest engine there is, in an environment of its own: prints what it changed of what Polyleaf
# replaces, then runs the tests that draw, with every patch installed as if it were verified.
#   scripts/engine_next.sh [arguments for pytest]
set -euo pipefail
cd "$(dirname "$0")/.."
folder=.cache/engine-next

echo "installing the newest engine into $folder" >&2
.venv/bin/python -m venv --clear "$folder"
pip=("$folder/bin/python" -m pip install --quiet --disable-pip-version-check)
"${pip[@]}" --no-deps --require-hashes -r requirements.lock
"${pip[@]}" --upgrade weasyprint pydyf tinyhtml5
PYTEST_PLUGINS=tests.engine_next exec "$folder/bin/python" -m pytest "$@"
