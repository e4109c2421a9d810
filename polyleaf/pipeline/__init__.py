"""A request → sheets: what is asked for, less what is up to date, made and written.

request      what is asked for
plan         names → the inputs of each sheet, read once
preflight    what this machine lacks to draw them
recipe       one sheet, from its inputs to its files
formats      what a page becomes: a PDF, a web page
environment  what makes the bytes of a sheet differ between machines
run          the one loop that maps tasks to outcomes
build        what is stale is made; check looks and writes nothing
output       the files of the output folder, its manifest and its page to choose from

incremental  what was built from what, and what is stale
executors    ways to map: worker processes, a Dask cluster
personal     copies on which something stands for one person
review_pack  every message of a leaflet on paper, to be reviewed
"""
