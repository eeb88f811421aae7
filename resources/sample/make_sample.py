"""Make the sample packet: a session of the made-up commune council of Suối Lam.

    python resources/sample/make_sample.py --out resources/sample

Writes twelve PDFs, packet.toml, and v2/ with the revised draft resolution and its packet.toml. The same fonts and the
same MuPDF give the same bytes. People, places, figures and sentences are invented for this project.

v2/ holds only what changed. A complete folder of either version, ready to be published, is copied by

    python resources/sample/make_sample.py --copy 2 --out DIR
"""

from __future__ import annotations

import argparse
import shutil
import sys
from collections.abc import Callable, Sequence
from functools import partial
from pathlib import Path

HERE = Path(__file__).resolve().parent
sys.path.insert(0, str(HERE))

from maker import (
    data,
    doc_audit,
    doc_budget,
    doc_invest,
    doc_map,
    doc_report,
    doc_resolution,
    doc_scan,
    doc_session,
    doc_voters,
    doc_watch,
    packet,
)
from maker.fonts import Faces, load_faces

Builder = Callable[[Faces, Path], None]
BUILDERS: tuple[tuple[str, Builder], ...] = (
    (packet.INVITATION.file, doc_session.invitation),
    (packet.AGENDA.file, doc_session.agenda),
    (packet.REPORT.file, doc_report.report),
    (packet.BUDGET.file, doc_budget.submission),
    (packet.DRAFT.file, doc_resolution.resolution),
    (f"v2/{packet.REVISED.file}", partial(doc_resolution.resolution, version=2)),
    (packet.EXAMINATION.file, doc_audit.examination),
    (packet.MAP.file, doc_map.plan),
    (packet.SCAN.file, doc_scan.scan),
    (packet.WATCH.file, doc_watch.supervision),
    (packet.VOTERS.file, doc_voters.voters),
    (packet.INVEST.file, doc_invest.plan),
    (packet.POOR.file, doc_watch.households),
)


def main(arguments: Sequence[str] | None = None) -> int:
    """Write the packet, or only the files whose name starts with a given number."""
    parser = argparse.ArgumentParser(description="Make the sample packet.")
    parser.add_argument("--out", type=Path, default=HERE, help="folder to write to")
    parser.add_argument("--copy", type=int, choices=(1, 2), help="copy the committed packet of this version instead")
    parser.add_argument("--only", default="", help="start of the file names to make, such as 01")
    options = parser.parse_args(arguments)
    if options.copy:
        copy_packet(options.copy, options.out)
        return 0
    data.check()
    faces = load_faces()
    for name, build in BUILDERS:
        if Path(name).name.startswith(options.only):
            build(faces, options.out / name)
    if not options.only:
        for folder, version in ((options.out, 1), (options.out / "v2", 2)):
            folder.mkdir(parents=True, exist_ok=True)
            (folder / "packet.toml").write_text(packet.packet_toml(version), encoding="utf-8", newline="\n")
    return 0


def copy_packet(version: int, target: Path) -> None:
    """Copy the committed packet of a version into `target`, complete: version 2 is version 1 with v2/ laid over it."""
    target.mkdir(parents=True, exist_ok=True)
    for folder in (HERE, HERE / "v2")[:version]:
        for file in sorted([*folder.glob("*.pdf"), folder / "packet.toml"]):
            shutil.copyfile(file, target / file.name)


if __name__ == "__main__":
    raise SystemExit(main())
