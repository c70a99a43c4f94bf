"""Run the command line with `python -m claimlint`."""

from claimlint.cli import main

main(prog_name="claimlint")
