"""A griffe extension: shows the members of each record class as one table, inherited ones last, with what each of them means.

Griffe knows attrs classes as classes with attributes, each of which would have a heading of its own and a converter for its value.
"""

from typing import Any, Final

from griffe import (
    Alias,
    Attribute,
    Class,
    Docstring,
    DocstringAttribute,
    DocstringSection,
    DocstringSectionAttributes,
    ExprCall,
    ExprKeyword,
    Extension,
    Module,
    Object,
)

_DECORATORS: Final = ("attrs.frozen", "attrs.define")
_WITH_DEFAULT: Final = {"default", "factory", "init"}


class Members(Extension):
    """Moves the attributes of attrs classes into their docstrings."""

    def on_package(self, *, pkg: Module, **_: Any) -> None:
        """Make the tables, once all classes are known; then take their rows out of what is shown one by one."""
        found = [cls for cls in classes(pkg) if is_record(cls)]
        tables = [(cls, [row(field) for field in fields(cls)]) for cls in found]
        for cls, rows in tables:
            if rows:
                cls.docstring = cls.docstring or Docstring("", parent=cls)
                put(cls.docstring.parsed, rows)
        for cls in found:
            for field in own_fields(cls):
                field.docstring = None


def put(sections: list[DocstringSection], rows: list[DocstringAttribute]) -> None:
    """Put the table where the docstring tells the members, with what is said there, or at the end."""
    told = next((section for section in sections if isinstance(section, DocstringSectionAttributes)), None)
    if told is None:
        told = DocstringSectionAttributes([])
        sections.append(told)
    meanings = {item.name: item.description for item in told.value}
    for item in rows:
        item.description = f"{item.description} {meanings.get(item.name, '')}".strip()
    told.value[:] = rows
    told.title = "Members:"


def classes(of: Object) -> list[Class]:
    """Return the classes within a module, at every depth."""
    inside = [member for member in of.members.values() if not isinstance(member, Alias)]
    return [member for member in inside if isinstance(member, Class)] + [
        cls for module in inside if isinstance(module, Module) for cls in classes(module)
    ]


def is_record(cls: Class) -> bool:
    """Tell whether attrs makes the class."""
    return any(decorator.callable_path in _DECORATORS for decorator in cls.decorators)


def own_fields(cls: Class) -> list[Attribute]:
    """Return the members that a class has of its own; a constant of the class is none."""
    return [
        member
        for member in cls.members.values()
        if isinstance(member, Attribute)
        and not member.name.startswith("_")
        and member.annotation is not None
        and "instance-attribute" in member.labels
    ]


def fields(cls: Class) -> list[Attribute]:
    """Return the members of a class, and after them those that it inherits."""
    bases = [base for base in cls.mro() if is_record(base)]
    return own_fields(cls) + [field for base in bases for field in own_fields(base)]


def row(field: Attribute) -> DocstringAttribute:
    """Return what is said of one member."""
    meaning = field.docstring.value if field.docstring else ""
    required = "**Required.** " if is_required(field) else ""
    return DocstringAttribute(field.name, annotation=field.annotation, description=f"{required}{meaning}".strip())


def is_required(field: Attribute) -> bool:
    """Tell whether a member has no default."""
    if field.value is None:
        return True
    if not isinstance(field.value, ExprCall):
        return False
    names = {argument.name for argument in field.value.arguments if isinstance(argument, ExprKeyword)}
    return field.value.canonical_path == "attrs.field" and not names & _WITH_DEFAULT
