"""Believable faults, seeded into translations of leaflets: which of them the checks find.

    .venv/bin/python -m bench.faults                  what is found, by kind and language
    .venv/bin/python -m bench.faults --missed         those that are not found
    .venv/bin/python -m bench.faults --half dev       one half of the faults alone

A row of a CSV file here is one fault: the place of a message, its translation spoilt in one way,
the kind of the fault, and what it says now. It is found if the spoilt message has an error or a
warning that the right one has not. blind-dev.csv and blind-held.csv were seeded by someone who
had not seen the checks, and divided by a hash of the message and the kind; only the first half was
looked at while the checks were made. own.csv was seeded by those who made them.
"""
