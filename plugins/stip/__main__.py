"""Run the command line as `python -m stip`."""

import sys

from stip.cli import main

if __name__ == "__main__":
    sys.exit(main())
