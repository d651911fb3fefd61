"""``python -m coopmodel.cli``."""

from coopmodel.cli import main

main()
