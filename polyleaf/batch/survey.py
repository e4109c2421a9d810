"""What was built before, and the verdict on each sheet that is asked for."""

import os

from ..jobs import Job, Verdict
from ..shipped import shipped
from ..state import Digests, Judge, environment, load, of_job, options
from .request import Request


class Survey:
    """The verdicts of one build, as they are given."""

    def __init__(self, request: Request, root: str, judge: Judge) -> None:
        self.request, self.root, self.judge = request, root, judge
        self.record, self.digests = judge.record, judge.digests
        self.verdicts: dict[str, Verdict] = {}  # by file
        self.asked: dict[str, str] = {}  # languages as asked for, by file

    def wants(self, job: Job, asked: str, file: str) -> bool:
        """Whether a sheet has to be read, for its inputs, as files, are not what they were."""
        verdict = self.judge.of(job, asked, file)
        self.verdicts[file], self.asked[file] = verdict, asked
        if verdict.stale:
            for source in of_job(job, self.digests):  # before anybody reads them
                self.digests.of(source)
        return verdict.stale


def survey(request: Request) -> Survey:
    """What is known before anything is read."""
    root = os.path.realpath(request.root)
    told = options(release=request.release, allow_untranslated=request.allow_untranslated)
    roots = tuple(dict.fromkeys((os.path.join(root, "templates"), shipped("templates"))))
    digests = Digests(root, roots, environment() | told)
    record = load(request.folder)
    judge = Judge(record, digests, request.folder, force=request.force, verify=request.verify)
    return Survey(request, root, judge)
