"""The same model in pydantic, with equal checks; made of ``attrs.fields``, so that it cannot lag behind."""

from typing import Annotated, Any, ClassVar, Final, Literal, get_args, get_origin

import attrs
from pydantic import (
    AfterValidator,
    BaseModel,
    ConfigDict,
    Field,
    PlainSerializer,
    PlainValidator,
    StringConstraints,
    create_model,
    model_validator,
)

from coopmodel.model.agreement import Agreement
from coopmodel.model.areas import ThematicArea
from coopmodel.model.fields import without_none
from coopmodel.model.parties import Party
from coopmodel.values.extensions import Extensions, thawed
from coopmodel.values.identifiers import Identifier, Reference
from coopmodel.values.languages import LanguageTag
from coopmodel.values.text import Text
from coopmodel.values.timing import Timing
from coopmodel.wire.converter import PARTIES
from same_checks import FORMS, OWN_AREA, VALUES, VISIBLE, refuse_decomposed, refuse_reserved


class Strict(BaseModel):
    """What all models share."""

    model_config: ClassVar[ConfigDict] = ConfigDict(extra="forbid", frozen=True, strict=True)


def _text(form: tuple[str, int], *more: Any) -> Any:  # a type expression
    pattern, longest = form
    return Annotated[(str, StringConstraints(pattern=rf"\A(?:{pattern})\z", max_length=longest), *more)]


_STRING: Final[Any] = Annotated[str, StringConstraints(pattern=VISIBLE)]
_SAID: Final[Any] = dict[_text(FORMS[LanguageTag]), Annotated[_STRING, AfterValidator(refuse_decomposed)]]  # type: ignore[misc]

_models: Final[dict[Any, Any]] = {}


def model(kind: type[Any]) -> Any:  # a class that is made here
    """Return the model of one of our classes."""
    if kind not in _models:
        _models[kind] = _model(kind)
    return _models[kind]


def _model(kind: type[Any]) -> Any:  # a class that is made here
    members: dict[str, Any] = {"kind": (Literal[kind.kind], ...)} if kind in PARTIES.values() else {}
    for field in attrs.fields(kind):
        declared = without_none(field.type)
        if (kind, field.name) == (ThematicArea, "code"):
            form = _text(OWN_AREA)
        elif get_origin(declared) is tuple:
            form = tuple[_form(get_args(declared)[0]), ...]  # type: ignore[misc]
        else:
            form = _form(declared)
        is_required = field.default is attrs.NOTHING or field.name == "coopmodel"
        members[field.name] = (form, ... if is_required else None if isinstance(field.default, Extensions) else field.default)
    across = getattr(kind, "__attrs_post_init__", None)
    checks: dict[str, Any] = {"check": model_validator(mode="after")(_after(across))} if across else {}
    return create_model(kind.__name__, __base__=Strict, __validators__=checks, **members)


def _after(check: Any) -> Any:  # a method of one of our classes, which asks for members only
    def across(self: Any) -> Any:  # a model
        check(self)
        return self

    return across


def _form(declared: Any) -> Any:  # noqa: PLR0911  a type expression of any sort
    if declared in {Identifier, Reference}:
        return _text(FORMS[declared], AfterValidator(refuse_reserved))
    if declared in FORMS:
        return _text(FORMS[declared])
    if declared in VALUES:
        write: Any = thawed if declared is Extensions else Timing.wire if declared is Timing else str
        return Annotated[Any, PlainValidator(VALUES[declared]), PlainSerializer(write)]
    if declared is Text:
        return Annotated[_SAID, Field(min_length=1)]
    if declared is str:
        return _STRING
    if declared == Party:
        return Annotated[_union(), Field(discriminator="kind")]
    if get_origin(declared) is Annotated:
        bounds = declared.__metadata__[0]
        return Annotated[int, Field(ge=bounds.low, le=bounds.high)]
    return declared if declared is bool or get_origin(declared) is Literal else model(declared)


def _union() -> Any:  # a type expression
    first, second, third = map(model, PARTIES.values())
    return first | second | third


Record: Final[Any] = model(Agreement)


def read(text: bytes) -> BaseModel:
    """Return the record, or raise ``ValidationError``."""
    found: BaseModel = Record.model_validate_json(text)
    return found


def write(record: BaseModel) -> str:
    """Return the record as JSON text without its defaults."""
    return record.model_dump_json(exclude_defaults=True)
