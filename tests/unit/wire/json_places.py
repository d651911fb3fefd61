"""Ways about a JSON document, for tests."""

from typing import Any


def is_object(value: object) -> bool:
    """Tell whether the value is a JSON object."""
    return isinstance(value, dict)


def is_array(value: object) -> bool:
    """Tell whether the value is a JSON array."""
    return isinstance(value, list)


def parts_of(value: Any) -> list[tuple[Any, Any]]:
    """Return name or index and value of each part of an object or array; a scalar has none."""
    return list(value.items()) if is_object(value) else [*enumerate(value)] if is_array(value) else []


def steps_of(pointer: str) -> list[str]:
    """Return the names and indexes that a JSON Pointer goes through."""
    return [step.replace("~1", "/").replace("~0", "~") for step in pointer.split("/")[1:]]


def at(document: Any, steps: list[str]) -> Any:
    """Return what stands there."""
    for step in steps:
        document = document[int(step) if is_array(document) else step]
    return document
