"""``python -m reader``: the same as ``sohop``."""

import sys

if __name__ == "__main__":
    from reader.app import main

    sys.exit(main())
