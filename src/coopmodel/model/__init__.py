"""Entities of an agreement record: frozen, without I/O, without rules."""
