"""``python -m coopmodel``."""

from coopmodel.cli import main

main()
