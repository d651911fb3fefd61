"""Small value types: each refuses a wrong value when it is made."""
