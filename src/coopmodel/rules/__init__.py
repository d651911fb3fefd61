"""Rules over a whole record, and the catalogue that lists them."""
