"""From a request to files: plans the sheets, skips those that are up to date, makes the others.

request      the options of a build
plan         names → tasks; each input is read once
preflight    fonts that this machine lacks
recipe       one sheet, from its inputs to its files
formats      what a page becomes: a PDF, a web page
other_sheets what a page leads to
environment  what makes the bytes of a sheet differ between machines
run          the one loop that maps tasks to outcomes
build, prepared   build what is stale; check writes nothing
report_rows  what a run tells scripts, a row a sheet, and the schema of it
interrupts   Ctrl-C and SIGTERM, acted on between two sheets
output       the files of the output folder, its manifest and its page to choose from

incremental  the build record: what was built from which inputs, and what is stale
executors    ways to map: worker processes, a Dask cluster
personal     copies on which something stands for one person
review_pack  every message of a leaflet on paper, to be reviewed
"""
