"""`python -m ethicsdiff` does what the command does."""

from ethicsdiff.cli import main

main()
