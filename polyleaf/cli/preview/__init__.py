"""`polyleaf serve`: sheets in a browser on this machine, redrawn as their files are saved.

listening       a free port of 127.0.0.1, and the server on it until Ctrl-C
request_guard   who is answered at all: Host, Origin, the token, methods and sizes
web_app         the addresses, and what each answers
live_project    what was saved → which sheets are read and drawn anew, and who is notified
live_sheet      one sheet as it is shown: the words, the last good pages, what is wrong
choices         which leaflet, language and edition; what there is to choose from
readings        the files of a project → the task of one sheet
warm_worker     a worker process that has the engine loaded
message_rows    a task → its messages as the page lists them
page_drawing    a task → pictures of its pages, in a worker process

It is an optional extra: only `listening` and `web_app` import the server's libraries.
"""
