"""The sections on the value forms, for the page on the wire format; what they show of a value is what came out when it was read."""

from collections.abc import Iterator
from typing import Any, Final

from reference_markdown import bullets, code, error_link, escaped, heading, table, value
from reference_values import FORMS_TOLD, Form
from schema_forms import FORMS

from coopmodel.errors import InvalidValue

_LONGEST_PATTERN: Final = 90
_LONGEST_MESSAGE: Final = 110


def forms() -> str:
    """Return the sections of all forms."""
    return "\n\n".join([part for form in FORMS_TOLD for part in section(form)])


def section(form: Form) -> Iterator[str]:
    """Yield the parts of one form's section."""
    yield heading(3, form.name[0].upper() + form.name[1:], form.identifier)
    yield form.about
    yield f"Right: {', '.join([taken(form, one) for one in form.right])}. Wrong:"
    yield bullets([refused(form, one) for one in form.wrong])
    if form.spellings is not None:
        yield table(
            ["the source says", "write", *form.spellings.shown],
            [(said, taken(form, one), *form.spellings.show(form.read(one))) for said, one in form.spellings.rows],
        )
    pattern = FORMS.get(form.types[0], {}).get("pattern", "")
    if pattern and len(pattern) <= _LONGEST_PATTERN:
        yield f"Pattern in the [JSON Schema](schema.md): {code(pattern)}"


def taken(form: Form, one: Any) -> str:
    """Return a value that is taken, and show that it is."""
    form.read(one)
    return value(one)


def refused(form: Form, one: Any) -> str:
    """Return a value that is refused, with the beginning of the message and the code.

    Raises:
        ValueError: It is taken.
    """
    try:
        form.read(one)
    except InvalidValue as error:
        return f"{value(one)}: {escaped(cut(error.message))} {error_link(error.code)}"
    raise ValueError(f"{form.name} takes {one!r}")


def cut(message: str) -> str:
    """Return the beginning of a message, up to a word."""
    return message if len(message) <= _LONGEST_MESSAGE else f"{message[:_LONGEST_MESSAGE].rpartition(' ')[0]} …"
