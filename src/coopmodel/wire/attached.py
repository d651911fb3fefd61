"""Reading what others attach to a record: JSON of any kind, in which every wrong place is told."""

from collections.abc import Iterator, Mapping
from functools import partial
from itertools import islice
from typing import Any

from cattrs import AttributeValidationNote

from coopmodel.errors import InvalidValue
from coopmodel.values.extensions import DEEPEST, Extensions, JsonObject, to_extensions
from coopmodel.values.identifiers import to_identifier
from coopmodel.wire.refusals import Hook, raise_all, refuse_other_than


def json_hook(most: int) -> Hook:
    """Return what reads a JSON object of any content, and tells at most so many wrong places and one more."""

    def structure(value: Any, _: Any) -> JsonObject:  # noqa: ANN401  anything may stand in a document
        refuse_other_than(dict, value)
        raise_all(wrong_members(value, most), JsonObject)
        return JsonObject(value)

    return structure


def wrong_members(members: dict[str, Any], most: int) -> list[InvalidValue]:
    """Return what is wrong with members whose values may be any JSON, at most so many places and one more."""
    found = (error for name, member in members.items() for error in wrong_places(member, (name,), 2))
    return [*islice(found, most + 1)]


def extensions_hook(readers: Mapping[str, Hook], most: int) -> Hook:
    """Return what reads extensions, each by the reader of its namespace where there is one too."""

    def structure(value: Any, _: Any) -> Extensions:  # noqa: ANN401  anything may stand in a document
        refuse_other_than(dict, value)
        found = (error for namespace, content in value.items() for error in _refused_extension(readers, namespace, content))
        raise_all([*islice(found, most + 1)], Extensions)
        return to_extensions(value)

    return structure


def _refused_extension(readers: Mapping[str, Hook], namespace: str, content: Any) -> Iterator[Exception]:  # noqa: ANN401  any JSON
    """Yield what is wrong with an extension; its class is asked about what can be one."""
    wrong = None
    for wrong in _wrong_extension(namespace, content):
        yield wrong
    if wrong is None and namespace in readers:
        try:
            readers[namespace](content, None)
        except Exception as error:  # noqa: BLE001  all are kept, and told apart when they are reported
            error.add_note(AttributeValidationNote(f"extension {namespace}", namespace, None))
            yield error


def _wrong_extension(namespace: str, content: Any) -> Iterator[InvalidValue]:  # noqa: ANN401  any JSON
    for check in (partial(to_identifier, namespace), partial(refuse_other_than, dict, content)):
        try:
            check()
        except InvalidValue as error:
            yield error.at(namespace)
    if type(content) is dict:
        yield from wrong_places(content, (namespace,), 2)  # pyright: ignore[reportUnknownArgumentType]


def wrong_places(value: Any, path: tuple[str | int, ...], depth: int) -> Iterator[InvalidValue]:  # noqa: ANN401  any JSON
    """Yield what is wrong anywhere in the JSON of an extension, where the value itself stops at the first."""
    if not isinstance(value, dict | list):
        try:
            JsonObject({"": value})
        except InvalidValue as error:
            yield InvalidValue(error.code, error.message, error.value, path)
    elif depth > DEEPEST:
        yield InvalidValue("extension.depth", f"an extension may be nested at most {DEEPEST} levels deep", path=path)
    else:
        parts: Any = value.items() if isinstance(value, dict) else enumerate(value)  # pyright: ignore[reportUnknownMemberType, reportUnknownVariableType, reportUnknownArgumentType]
        for step, part in parts:
            yield from wrong_places(part, (*path, step), depth + 1)
