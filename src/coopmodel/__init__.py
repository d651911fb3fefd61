"""Cooperation agreements as typed records."""

__version__ = "0.1.0"
