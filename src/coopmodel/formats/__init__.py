"""Other representations of a record, each in a file of its own."""
