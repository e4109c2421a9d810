"""A leaflet with room for one person's details, and batch files for it."""

from __future__ import annotations

from ...conftest import LEAFLET, Sandbox

HEAD = "leaflet,language,edition,id,patient,appointment"
FOR = "title: Washing hands\nsubtitle: For {copy.patient}"
COME = "      - paragraph: Come on {copy.appointment}.\n      - list:"
PERSONAL = LEAFLET.replace("title: Washing hands", FOR).replace("      - list:", COME)


def fill(project: Sandbox, *rows: str, head: str = HEAD) -> Sandbox:
    """The project with the leaflet, and the rows in jobs.csv."""
    project.write("content/hands.yaml", PERSONAL)
    project.write("jobs.csv", "\n".join((head, *rows, "")))
    return project


def files(project: Sandbox) -> set[str]:
    """All files in the output folder, hidden ones too."""
    output = project.root / "output"
    return {p.relative_to(output).as_posix() for p in output.rglob("*") if p.is_file()}
