"""Where the frozen ``sohop-hub`` begins."""

import sys

from sync.room.main import main

if __name__ == "__main__":
    sys.exit(main())
