#!/usr/bin/env bash
# Tries an image out: `packaging/try-image.sh polyleaf` draws a sheet in three scripts with it,
# as a user without rights, with no network and nothing to write to but the project.
#   RUN='podman run' packaging/try-image.sh polyleaf     with another program than docker
set -euo pipefail
image=${1:?the name of the image}
run=${RUN:-docker run}
project=$(mktemp -d)
trap 'rm -rf "$project"' EXIT
mkdir -p "$project/content"

cat >"$project/clinic.yaml" <<'YAML'
name: Try-out Clinic
phone: "+44 20 7946 0958"
country: GB
languages: [en, ar, zh-Hans]
editions: [a4, web]
YAML
cat >"$project/content/hands.yaml" <<'YAML'
kind: leaflet
title: Washing hands
summary: [Wash your hands before you eat.]
published: 2026-11-22
review_by: 2199-11-22
written_by: A nurse
funding: none
sections:
  - id: how
    heading: How to wash
    blocks:
      - paragraph: Use soap for 20 seconds.
YAML

polyleaf() {
  # shellcheck disable=SC2086  # it is a command line
  $run --rm --network none --read-only --tmpfs /tmp --cap-drop ALL \
    -u "$(id -u):$(id -g)" -v "$project:/project" "$image" "$@"
}

polyleaf --version
polyleaf build --allow-untranslated
for language in en ar zh-Hans; do
  file="$project/output/$language/hands_${language}_a4.pdf"
  [ "$(head -c 5 "$file")" = "%PDF-" ] || { echo "no PDF: $file" >&2; exit 1; }
done
polyleaf build --allow-untranslated | grep -q "6 up to date" ||
  { echo "a second build makes the sheets anew" >&2; exit 1; }
polyleaf fonts
# shellcheck disable=SC2086
$run --rm --entrypoint id "$image" -u | grep -qx 1000 || { echo "it runs as root" >&2; exit 1; }
echo "the image is fine"
