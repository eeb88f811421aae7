"""A hub's machine that copies a bundle to a stick, made to be killed: ``python -m support.copier HUB STICK``.

One byte on standard output for each frame that was written.
"""

from __future__ import annotations

import os
import sys
import time
from pathlib import Path

from sync.courier import writing
from sync.courier.resuming import unfinished
from sync.courier.stick import look
from sync.hub.hub import open_hub
from sync.hub.outward import BlobSource, Wanted, make_sheet, writer_of


def main(folder: Path, usb: Path) -> None:
    """As ``sohop-hub bundle out`` does it, slowly."""
    hub = open_hub(folder, tls=False, beside=True)
    sheet = unfinished(look(usb), writer_of(hub)) or make_sheet(hub, Wanted())

    def wrote(size: int) -> None:
        os.write(1, b".")
        time.sleep(0.005)

    writing.write(usb, sheet, BlobSource(hub.blobs), wrote)
    os.write(1, b"!")
    hub.close()


if __name__ == "__main__":
    main(Path(sys.argv[1]), Path(sys.argv[2]))
