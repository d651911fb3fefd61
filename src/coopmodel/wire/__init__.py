"""JSON text to record and back: nothing coerced, nothing dropped, nothing guessed."""
