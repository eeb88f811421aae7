"""Where the frozen ``sohop-hub`` begins."""

import sys

from sync.hub.cli import main

if __name__ == "__main__":
    sys.exit(main())
