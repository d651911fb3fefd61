"""The same model in ``msgspec.Struct``, with equal checks; made of ``attrs.fields``, so that it cannot lag behind."""

from abc import ABC
from typing import Annotated, Any, Final, Literal, get_args, get_origin

import attrs
import msgspec
from msgspec import Meta

from coopmodel.model.agreement import Agreement
from coopmodel.model.areas import ThematicArea
from coopmodel.model.fields import without_none
from coopmodel.model.parties import Party
from coopmodel.values.dates import PartialDate
from coopmodel.values.extensions import Extensions, thawed
from coopmodel.values.identifiers import ANCHOR_WORDS, Identifier, Reference
from coopmodel.values.languages import LanguageTag
from coopmodel.values.periods import Period
from coopmodel.values.text import Text
from coopmodel.values.timing import Timing
from coopmodel.wire.converter import PARTIES
from same_checks import FORMS, OWN_AREA, VALUES, VISIBLE, refuse_decomposed

_RESERVED: Final = rf"(?!(?:.*#)?(?:{'|'.join(ANCHOR_WORDS)})(?:#|\Z))"


class DateOrPeriod(ABC):  # noqa: B024  nothing is made of it
    """What stands for either in the annotations, where msgspec takes no union of two classes of one's own."""


DateOrPeriod.register(PartialDate)
DateOrPeriod.register(Period)


def _text(form: tuple[str, int], before: str = "") -> Any:  # a type expression
    pattern, longest = form
    return Annotated[str, Meta(pattern=rf"\A{before}(?:{pattern})\Z", max_length=longest)]


_STRING: Final[Any] = Annotated[str, Meta(pattern=VISIBLE)]
_SAID: Final[Any] = Annotated[dict[_text(FORMS[LanguageTag]), _STRING], Meta(min_length=1)]  # type: ignore[misc]
_structs: Final[dict[Any, Any]] = {}


def struct(kind: type[Any]) -> Any:  # a class that is made here
    """Return the struct of one of our classes."""
    if kind not in _structs:
        _structs[kind] = _struct(kind)
    return _structs[kind]


def _struct(kind: type[Any]) -> Any:  # a class that is made here
    members: list[Any] = []
    for field in attrs.fields(kind):
        declared = without_none(field.type)
        if (kind, field.name) == (ThematicArea, "code"):
            form = _text(OWN_AREA)
        elif get_origin(declared) is tuple:
            form = tuple[_form(get_args(declared)[0]), ...]  # type: ignore[misc]
        else:
            form = _form(declared)
        is_required = field.default is attrs.NOTHING or field.name == "coopmodel"
        default = (None,) if isinstance(field.default, Extensions) else () if is_required else (field.default,)
        members.append((field.name, form, *default))
    return msgspec.defstruct(
        kind.__name__,
        members,
        namespace={"__post_init__": _after(kind)},
        tag=kind.kind if kind in PARTIES.values() else None,
        tag_field="kind" if kind in PARTIES.values() else None,
        kw_only=True,
        frozen=True,
        forbid_unknown_fields=True,
        omit_defaults=True,
    )


def _after(kind: type[Any]) -> Any:
    """Return what checks an object as a whole: its texts, and its members against each other."""
    across = getattr(kind, "__attrs_post_init__", None)
    texts = [field.name for field in attrs.fields(kind) if without_none(field.type) is Text]
    several = [field.name for field in attrs.fields(kind) if without_none(field.type) == tuple[Text, ...]]

    def after(self: Any) -> None:
        for name in texts:
            said = getattr(self, name)
            for text in said.values() if said is not None else ():
                refuse_decomposed(text)
        for name in several:
            for said in getattr(self, name):
                for text in said.values():
                    refuse_decomposed(text)
        if across:
            across(self)

    return after


def _form(declared: Any) -> Any:  # noqa: PLR0911  a type expression of any sort
    if declared in {Identifier, Reference}:
        return _text(FORMS[declared], _RESERVED)
    if declared in FORMS:
        return _text(FORMS[declared])
    if declared == PartialDate | Period:
        return DateOrPeriod
    if declared is Text:
        return _SAID
    if declared in VALUES:
        return declared
    if declared is str:
        return _STRING
    if declared == Party:
        first, second, third = map(struct, PARTIES.values())
        return first | second | third
    if get_origin(declared) is Annotated:
        bounds = declared.__metadata__[0]
        return Annotated[int, Meta(ge=bounds.low, le=bounds.high)]
    return declared if declared is bool or get_origin(declared) is Literal else struct(declared)


def _made(kind: Any, value: Any) -> Any:  # a class, and what was decoded
    return VALUES[PartialDate | Period if kind is DateOrPeriod else kind](value)


def _wire(value: Any) -> Any:
    return thawed(value) if isinstance(value, Extensions) else value.wire() if isinstance(value, Timing) else str(value)


Record: Final[Any] = struct(Agreement)
_decode: Final = msgspec.json.Decoder(Record, dec_hook=_made).decode
_encode: Final = msgspec.json.Encoder(enc_hook=_wire).encode


def read(text: bytes) -> Any:
    """Return the record, or raise ``ValidationError``."""
    return _decode(text)


def write(record: Any) -> bytes:
    """Return the record as JSON text without its defaults."""
    return _encode(record)
