"""An independent reading of docs/EVIDENCE.md and docs/ARCHIVE.md: whether the file of a closed motion proves
its result, and whether an archive is what its office signed.

It imports nothing of the program, only the standard library and ``cryptography``; it needs no network and no
vault. ``python -m sync.verify FILE`` runs it alone.
"""

from sync.verify.archive import ArchiveOutcome as ArchiveOutcome
from sync.verify.archive import Contents as Contents
from sync.verify.archive import MotionShown as MotionShown
from sync.verify.archive import check_archive as check_archive
from sync.verify.archive_packet import DocumentShown as DocumentShown
from sync.verify.archive_packet import ItemShown as ItemShown
from sync.verify.checking import check as check
from sync.verify.container import Container as Container
from sync.verify.container import Entry as Entry
from sync.verify.reading import BrokenError as BrokenError
from sync.verify.reading import Why as Why
from sync.verify.reading import parse as parse
from sync.verify.reading import read_file as read_file
from sync.verify.saying import lines as lines
from sync.verify.saying import read_key as read_key
from sync.verify.saying import reason as reason
from sync.verify.saying import run as run
from sync.verify.signed import fingerprint as fingerprint
from sync.verify.signed import grouped as grouped
from sync.verify.steps import Outcome as Outcome
from sync.verify.steps import Step as Step
