"""Hypothesis strategies for values, entities and whole records."""
