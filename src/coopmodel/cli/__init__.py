"""The command line: people at a terminal."""
