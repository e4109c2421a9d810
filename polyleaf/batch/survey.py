"""What was built before, and the verdict on each sheet that is asked for."""

import os
from typing import TYPE_CHECKING

from ..jobs import Job, Verdict
from ..shipped import shipped
from ..state import Digests, Judge, Source, environment, load, of_job, options
from .request import Request

if TYPE_CHECKING:
    from .since import Since


class Survey:
    """The verdicts of one build, as they are given."""

    def __init__(self, request: Request, root: str, judge: Judge, since: "Since | None") -> None:
        self.request, self.root, self.judge, self.since = request, root, judge, since
        self.record, self.digests = judge.record, judge.digests
        self.verdicts: dict[str, Verdict] = {}  # by file
        self.asked: dict[str, str] = {}  # languages as asked for, by file

    def wants(self, job: Job, asked: str, file: str) -> bool:
        """Whether a sheet has to be read, for its inputs, as files, are not what they were."""
        verdict = self.judge.of(job, asked, file)
        if self.since is not None and not self._may_touch(self.since, job, file):
            return False
        self.verdicts[file], self.asked[file] = verdict, asked
        if verdict.stale:
            for source in of_job(job, self.digests):  # before anybody reads them
                self.digests.of(source)
        return verdict.stale

    def touched(self, since: "Since", job: Job, file: str) -> bool:
        """Whether git says that an input differs that is known without reading the leaflet."""
        return since.touches([*of_job(job, self.digests), *self._known(file)])

    def _may_touch(self, since: "Since", job: Job, file: str) -> bool:
        """Which pictures a leaflet has may be unknown as yet."""
        unknown = not self._known(file) and since.may_touch_pictures()
        return unknown or self.touched(since, job, file)

    def _known(self, file: str) -> list[Source]:
        """The inputs of which a sheet was made before."""
        sheet = self.record.sheets.get(file)
        return [source for source, _ in sheet.inputs] if sheet else []


def survey(request: Request) -> Survey:
    """What is known before anything is read; raises PolyleafError if git cannot tell."""
    root = os.path.realpath(request.root)
    told = options(release=request.release, allow_untranslated=request.allow_untranslated)
    roots = tuple(dict.fromkeys((os.path.join(root, "templates"), shipped("templates"))))
    digests = Digests(root, roots, environment() | told)
    record = load(request.folder)
    judge = Judge(record, digests, request.folder, force=request.force, verify=request.verify)
    return Survey(request, root, judge, _since(request, digests))


def _since(request: Request, digests: Digests) -> "Since | None":
    if request.since is None:
        return None
    from .since import since

    return since(request.since, digests)
