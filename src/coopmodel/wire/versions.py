"""Versions of the wire format: which are read, and the steps that make a document of an older one a document of this one."""

import inspect
import re
import warnings
from collections.abc import Callable, Mapping
from typing import Any, Final, NamedTuple, cast

from coopmodel.errors import DecodeError, InvalidValue, NewerVersion, Problem, UnsupportedVersion, shown
from coopmodel.model.agreement import FORMAT_VERSION, FormatVersion, check_version_form, is_newer
from coopmodel.wire.limits import LIMITS, Limits
from coopmodel.wire.operations import copied
from coopmodel.wire.parsing import parsed
from coopmodel.wire.problems import unknown_member
from coopmodel.wire.refusals import refuse_null

Document = dict[str, Any]


class Step(NamedTuple):
    """From one version to the next.

    Attributes:
        before: The version of the documents that it takes.
        after: The version of the documents that it gives.
        upgrade: Returns another document, and leaves the one given as it is; it trusts nothing in it, and raises ``DecodeError`` for what it
            cannot carry over.
        original: Returns a problem of the document that it gave as one of the document that it took.
    """

    before: str
    after: str
    upgrade: Callable[[Document], Document]
    original: Callable[[Problem], Problem]


RENAMED: Final = {"actions": "participation", "milestones": "roadmap"}
"""Members of the root in 0.9, and what they are called in 1.0."""

_FORMER: Final = {after: before for before, after in RENAMED.items()}
_LEAD: Final = r"(/commitments/[0-9]+/lead)/0"


def _from_0_9(document: Document) -> Document:
    """In 0.9 a commitment had one ``lead``, an id; the acts were ``actions`` and the roadmap ``milestones``."""
    mixed = [
        Problem(f"/{name}", "version.mixed", f"format version 0.9 calls this {_FORMER[name]!r}; {name!r} is of 1.0", name)
        for name in document
        if name in _FORMER
    ]
    if mixed:
        raise DecodeError(mixed)
    upgraded = {RENAMED.get(name, name): value for name, value in document.items()}
    commitments = upgraded.get("commitments")
    if isinstance(commitments, list):
        upgraded["commitments"] = [_with_leads(commitment) for commitment in commitments]  # pyright: ignore[reportUnknownVariableType]
    return upgraded | {"coopmodel": "1.0"}


def _with_leads(commitment: Any) -> Any:  # noqa: ANN401  anything may stand in a document
    """Put the lead into a list, whatever it is: the reader of lists then tells what is wrong with it."""
    if not isinstance(commitment, dict) or "lead" not in commitment:
        return commitment  # pyright: ignore[reportUnknownVariableType]
    return commitment | {"lead": [commitment["lead"]]}  # pyright: ignore[reportUnknownVariableType]


def _in_0_9(problem: Problem) -> Problem:
    _, _, place = problem.pointer.partition("/")
    name, slash, rest = place.partition("/")
    pointer = f"/{_FORMER[name]}{slash}{rest}" if name in _FORMER else re.sub(rf"\A{_LEAD}\Z", r"\1", problem.pointer)
    if problem.code == "member.unknown" and not slash:
        return unknown_member((str(problem.value),), str(problem.value), tuple([_FORMER.get(name, name) for name in problem.allowed]))
    return Problem(pointer, problem.code, problem.message, problem.value, problem.allowed)


STEPS: Final = (Step("0.9", "1.0", _from_0_9, _in_0_9),)
"""Every step, oldest first; each begins where the one before it ends, and the last ends at ``FORMAT_VERSION``."""


def version_of(source: str | bytes | Mapping[str, Any], *, limits: Limits = LIMITS) -> FormatVersion:
    """Return the format version that a document declares, whether or not this library reads it.

    A record always is of a version that its classes can say; this is how to learn of which one its document was.

    Args:
        source: A JSON text, or what a parser made of one.
        limits: How large a text may be.

    Raises:
        DecodeError: The text is no JSON, or no object.
        UnsupportedVersion: It declares no version (``version.missing``), or none that has the form of one (``version.form``, ``null``,
            ``type.string``).
    """
    return declared_version(parsed(source, limits) if isinstance(source, str | bytes) else source)


def declared_version(document: Any) -> FormatVersion:  # noqa: ANN401  JSON is any of its types
    """Return the format version that a document declares, as ``version_of`` does."""
    if not isinstance(document, Mapping):
        raise DecodeError([Problem("", "type.object", f"expected an object, not {shown(document)}", document)])
    if "coopmodel" not in document:
        raise UnsupportedVersion(
            [Problem("/coopmodel", "version.missing", f"the member 'coopmodel' must name the format version, such as {FORMAT_VERSION!r}")]
        )
    version: Any = cast("Mapping[str, Any]", document)["coopmodel"]
    try:
        refuse_null(version)
        return check_version_form(version)
    except InvalidValue as error:
        raise UnsupportedVersion([Problem("/coopmodel", error.code, error.message, error.value)]) from None


def upgrade(document: Mapping[str, Any]) -> Document:
    """Return a document of an older format version as one of this version.

    The document is left as it is, and nothing is shared with it. One of this version, or of a newer one that is read, comes back as a
    copy. It is not checked: that is for ``loads``.

    Raises:
        UnsupportedVersion: There is no way from its version to this one.
        DecodeError: It is no object, such as a text that nobody has parsed yet (``type.object``); or it cannot be carried over:
            ``version.mixed`` for a member that the older version calls otherwise.
    """
    steps = steps_from(declared_version(document))
    fresh: Document = copied(dict(document))
    for step in steps:
        fresh = step.upgrade(fresh)
    return fresh


def steps_from(version: FormatVersion) -> tuple[Step, ...]:
    """Return the steps that lead from a version to this one; none from this one, and from a newer minor version.

    Raises:
        UnsupportedVersion: No steps do (``version.unsupported``).
    """
    if version == FORMAT_VERSION or is_newer(version):
        return ()
    for number, step in enumerate(STEPS):
        if step.before == version:
            return STEPS[number:]
    older = ", ".join([step.before for step in STEPS])
    message = f"format version {version} is not supported: this library reads {FORMAT_VERSION}, newer minor versions, and {older}"
    raise UnsupportedVersion([Problem("/coopmodel", "version.unsupported", message, version)])


def newer_version(version: FormatVersion, problems: tuple[Problem, ...]) -> tuple[Problem, ...]:
    """Return what to say first of a newer document in which something is not known; nothing where all is wrong in any version."""
    if not is_newer(version) or not any(problem.code.endswith(".unknown") for problem in problems):
        return ()
    message = (
        f"the document is of format version {version}, newer than {FORMAT_VERSION}: what is unknown below may be right there; "
        "a newer release of this library reads it, and unknown='keep' carries unknown members along"
    )
    return (Problem("/coopmodel", "version.newer", message, version),)


def warn_of_newer(version: FormatVersion) -> None:
    """Warn whoever called this library that a document is of a newer minor version, if it is."""
    if not is_newer(version):
        return
    level, frame = 1, inspect.currentframe()
    while frame is not None and str(frame.f_globals.get("__name__")).partition(".")[0] == "coopmodel":
        level, frame = level + 1, frame.f_back
    warnings.warn(NewerVersion(version, FORMAT_VERSION), stacklevel=level)
