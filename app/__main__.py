"""Starts the program: the window when nothing is asked, a command otherwise."""

import sys

from app.bootstrap import main

if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
