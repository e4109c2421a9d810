"""The build record: what was built from which inputs, and which sheets are stale.

A build that has nothing to do ends here: only the standard library is loaded, and no dataclass.
Inputs are compared by their content, never by time stamps; of an output, size and time may stand
for its hash.

    record        what was built, from which inputs
    storage       the record ↔ a file of the output folder, signed
    digests       an input → the digest of its content now
    font_digests  the same for fonts, by their tables
    toolchain     Polyleaf and the libraries, as inputs
    staleness     record × digests → a decision on each sheet
    build_state   what is known before anything is read
    siblings      the sheets of a leaflet that its pages may lead to
    orphans       outputs whose source is gone
    build_lock    one build at a time in an output folder
    recorder      writes the record while sheets are made
"""
