"""Ways about a JSON document, for tests and tools."""

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


def changed(document: Any, change: dict[str, Any]) -> Any:
    """Return the document after one change: ``at`` is a JSON Pointer, ``do`` is ``set``, ``add``, ``remove`` or ``rename``.

    The document given may be used up.

    Raises:
        ValueError: What is to be set, removed or renamed is not there, or what is to be added is; or ``do`` is another word.
    """
    steps = steps_of(change["at"])
    if not steps:
        return change["value"]
    parent, last = at(document, steps[:-1]), steps[-1]
    key: Any = int(last) if is_array(parent) else last
    if (key in dict(parts_of(parent))) is (change["do"] == "add"):
        raise ValueError(f"cannot {change['do']} {change['at']}")
    match change["do"]:
        case "set" | "add":
            parent[key] = change["value"]
        case "remove":
            del parent[key]
        case "rename":
            members = parts_of(parent)
            parent.clear()
            parent.update({change["value"] if name == key else name: value for name, value in members})
        case other:
            raise ValueError(f"unknown change {other}")
    return document
