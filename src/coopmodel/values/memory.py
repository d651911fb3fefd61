"""Texts that were found right, so that they need not be looked at again."""


def remember(memory: set[str], text: str, most: int) -> None:
    """Put a text into a memory that never holds more than ``most``: a full one is emptied first. Safe to use from several threads."""
    if len(memory) >= most:
        memory.clear()
    memory.add(text)
