"""What `--help` says. The parser of the flags is not loaded for it: it answers at once."""

from __future__ import annotations

from ..cores import cores

TYPE_CHECKING = False  # as in `typing`, which takes a fifth of the time of --help to import
if TYPE_CHECKING:
    from collections.abc import Sequence

USAGE = "polyleaf [COMMAND] [LEAFLET ...] [options]"
SECONDS = 120.0  # what one sheet may take
MEGABYTES = 1500  # what one process may take, of 10^6 bytes
HELP = f"""usage: {USAGE}

Printable patient leaflets in every language their catalogs hold.

commands:
  build [LEAFLET ...]     draw the sheets (the default)
  check [LEAFLET ...]     find what is wrong without drawing anything; with
                          --layout, draw the sheets and throw them away
  catalogs [LEAFLET ...]  update the .pot and .po files; -l adds a language
  status [LEAFLET ...]    what is translated, reviewed and due; interface is one
  sign LEAFLET ... -l LANG --by NAME
                          record who has reviewed a translation, and its texts
  waive FILE:LINE CODE REASON
                          take a finding back, while the message stays as it is
  fonts                   record in fonts.lock the fonts that sheets have
  schema                  print the JSON Schema of the content

what to take:
  LEAFLET ...             names of content files; all if none
  -l, --languages LANG,...
                          BCP 47 tags; those of clinic.yaml if none
  -e, --editions EDITION,...
                          a4, web, ...; those of clinic.yaml if none
  --project DIR           the project's folder (.)
  --output DIR            where to build; DIR/output of the project
  --batch FILE            personal copies, a row each: .csv or .jsonl

what to do:
  --release               refuse what is unreviewed or past its date
  --allow-untranslated    print in English what is untranslated
  --layout                check: also whether the text fits its pages
  --watch                 build: again at every save, until Ctrl-C
  --force                 build: also what is up to date
  --dry-run               build: say what would be made; write nothing
  --verify                build: hash every output, whatever its size and time
  --prune                 build: remove outputs whose source is gone
  --accept-unchanged REASON
                          catalogs: changed source texts were corrected only,
                          and keep their translations
  --by NAME               sign: who has reviewed the translation
  --on DATE               sign: when; today
  --method METHOD         sign: human, machine or machine-edited

how to work:
  --jobs N                sheets at a time (%(jobs)s)
  --time-limit SECONDS    what one sheet may take ({SECONDS:g})
  --memory-limit MB       what one process may take, in 10^6 bytes ({MEGABYTES})
  --scheduler ADDRESS     tcp://host:port of a Dask cluster to work on

what to tell:
  --explain               build: why each sheet is made, or not
  --format FORMAT         text, json, sarif or github (text)
  --quiet                 problems only
  -h, --help              this
  --version               the version

exit codes:
  0    all was built and no error found
  1    errors in content, catalogs or templates, or a file could not be written
  2    the call or the project folder is wrong
  3    this machine lacks a library or a font, or the cluster is not there
  130  stopped by Ctrl-C or SIGTERM; files are whole
"""


def is_asked_for(arguments: Sequence[str]) -> bool:
    return "-h" in arguments or "--help" in arguments


def text() -> str:
    return HELP % {"jobs": cores()}
