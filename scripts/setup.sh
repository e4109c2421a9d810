#!/usr/bin/env bash
# Makes this machine ready: system libraries and fonts, a virtual environment, locked dependencies.
# Run again, it looks and is done. Exits 3, with the list, where it may not install.
#   scripts/setup.sh          what building leaflets needs
#   scripts/setup.sh test     and what the tests need
#   PYTHON_FOR_VENV=python3.13 scripts/setup.sh   with that Python, not the first that will do
set -euo pipefail
cd "$(dirname "$0")/.."
purpose=${1:-build}

# One line a thing: how to see that it is there, Debian's package, Homebrew's package.
needs() {
  echo 'lib libpango-1.0.so.0|libpango-1.0-0|pango'
  echo 'lib libpangoft2-1.0.so.0|libpangoft2-1.0-0|pango'
  echo 'lib libharfbuzz-subset.so.0|libharfbuzz-subset0|harfbuzz'
  echo 'cmd fc-list|fontconfig|fontconfig'
  echo 'cmd msgcat|gettext|gettext'
  echo 'font Noto Sans Devanagari|fonts-noto-core|--cask font-noto-sans font-noto-sans-arabic font-noto-sans-devanagari'
  echo 'font Noto Sans Math|fonts-noto-core|--cask font-noto-sans-symbols font-noto-sans-symbols-2 font-noto-sans-math'
  echo 'font Noto Sans CJK SC|fonts-noto-cjk|--cask font-noto-sans-cjk-sc'
  echo 'font Noto Sans Tamil Condensed|fonts-noto-extra|' # Homebrew's have no narrow faces of their own
  if [ "$purpose" = test ]; then
    echo 'cmd pdftotext|poppler-utils|poppler'
    echo 'cmd chromium|chromium|--cask chromium'
    echo 'lib libatomic.so.1|libatomic1|' # the browser driver's; macOS has its own
    echo 'run soffice --version|libreoffice-writer-nogui|--cask libreoffice'
    echo 'run javac -version|default-jdk-headless|--cask temurin'
    echo 'cmd mvn|maven|maven'
    echo 'cmd node|nodejs|node'
    echo 'cmd npm|npm|node'
    echo 'cmd omegat|omegat|--cask omegat'
  fi
}

system=$(uname -s)

# grep reads to the end: with -q it leaves early, and now and then the broken pipe of what it reads
# from would count as "not there".
is_there() {
  case $1 in
    cmd) command -v "$2" >/dev/null ;;
    run) # macOS has a javac that only says that there is none
      # shellcheck disable=SC2086  # it is a command line
      $2 >/dev/null 2>&1 ;;
    font) fc-list ":family=$2" 2>/dev/null | grep . >/dev/null ;;
    lib)
      if [ "$system" = Darwin ]; then
        ls "$(brew --prefix 2>/dev/null)/lib/${2%%.so*}"*.dylib >/dev/null 2>&1
      else
        { /sbin/ldconfig -p || ldconfig -p; } 2>/dev/null | grep -F "$2" >/dev/null
      fi ;;
  esac
}

missing_packages() {
  local column=2
  [ "$system" = Darwin ] && column=3
  needs | while IFS='|' read -r -a row; do
    is_there "${row[0]%% *}" "${row[0]#* }" || echo "${row[column - 1]}"
  done | sort -u
}

# A Python that is new enough. That of the distribution first, if it can make virtual environments:
# it was built with profiles, and makes sheets a quarter faster than one that was just compiled.
find_python() {
  local candidate
  if [ -n "${PYTHON_FOR_VENV:-}" ]; then
    "$PYTHON_FOR_VENV" -c 'import ensurepip, sys, venv; sys.exit(sys.version_info < (3, 11))' \
      2>/dev/null && command -v "$PYTHON_FOR_VENV" && return
    echo "PYTHON_FOR_VENV: $PYTHON_FOR_VENV is not a Python 3.11 or later with the module venv" >&2
    exit 3
  fi
  if /usr/bin/python3 -c 'import ensurepip, sys, venv; sys.exit(sys.version_info < (3, 11))' \
    2>/dev/null; then
    echo /usr/bin/python3
    return
  fi
  for candidate in python3 python3.14 python3.13 python3.12 python3.11 /usr/bin/python3; do
    if "$candidate" -c 'import sys; sys.exit(sys.version_info < (3, 11))' 2>/dev/null; then
      command -v "$candidate"
      return
    fi
  done
  echo "Polyleaf needs Python 3.11 or later; none was found" >&2
  exit 3
}

install_packages() {
  local as_root=() packages=("$@")
  if [ "$system" = Darwin ] && command -v brew >/dev/null; then
    for package in "${packages[@]}"; do
      # shellcheck disable=SC2086  # a cask's line holds several words
      brew install $package
    done
    return
  fi
  if command -v apt-get >/dev/null; then
    [ "$(id -u)" = 0 ] || as_root=(sudo -n)
    if [ "$(id -u)" = 0 ] || sudo -n true 2>/dev/null; then
      echo "installing ${packages[*]}" >&2
      "${as_root[@]}" apt-get update -q >/dev/null
      DEBIAN_FRONTEND=noninteractive "${as_root[@]}" apt-get install -y -q \
        --no-install-recommends "${packages[@]}" >/dev/null
      return
    fi
  fi
  {
    echo "this machine lacks what Polyleaf draws with, and this account may not install it."
    echo "please have these packages installed (names of Debian and Ubuntu; Homebrew's on macOS):"
    printf '  %s\n' "${packages[@]}"
  } >&2
  exit 3
}

packages=()
while IFS= read -r package; do [ -z "$package" ] || packages+=("$package"); done < <(missing_packages)
python=$(find_python)
if ! "$python" -c 'import ensurepip, venv' 2>/dev/null; then
  packages+=("python3-venv")
fi
if [ ${#packages[@]} -gt 0 ]; then
  install_packages "${packages[@]}"
  left=$(missing_packages)
  if [ -n "$left" ]; then
    echo "still missing after the installation: $left" >&2
    exit 3
  fi
fi

# An environment that is there already will do, unless another Python is asked for.
has_right_python() {
  [ -x .venv/bin/python ] || return 1
  [ -z "${PYTHON_FOR_VENV:-}" ] || [ "$(.venv/bin/python -VV)" = "$("$python" -VV)" ]
}

# The stamp holds the lock's digest: another lock, another environment.
stamp=.venv/.installed
digest=$(cksum <requirements.lock)
if ! has_right_python || [ "$(cat "$stamp" 2>/dev/null)" != "$digest" ]; then
  echo "installing the locked dependencies into .venv" >&2
  "$python" -m venv --clear .venv
  .venv/bin/python -m pip install --quiet --disable-pip-version-check --no-deps \
    --require-hashes -r requirements.lock
  echo "$digest" >"$stamp"
fi

# The PDF/UA validator and the language server of editors: fetched now, so that no test needs the
# network.
if [ "$purpose" = test ]; then
  .venv/bin/python -m tests.verapdf
  .venv/bin/python -m tests.yaml_server
fi
