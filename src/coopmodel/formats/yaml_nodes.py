"""What a YAML text says before anything is taken for a number: texts, lists and mappings with their places. Needs PyYAML.

Only PyYAML's scanner and parser in Python are used, event by event: nothing is composed or constructed, so no tag can name a class and no
alias can multiply a node, and depth costs no stack.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Any, Final, NamedTuple, TypeAlias

from yaml.error import MarkedYAMLError
from yaml.events import (
    AliasEvent,
    CollectionEndEvent,
    DocumentStartEvent,
    Event,
    MappingStartEvent,
    NodeEvent,
    ScalarEvent,
    StreamEndEvent,
)
from yaml.parser import Parser
from yaml.reader import Reader
from yaml.scanner import Scanner

from coopmodel.errors import DecodeError, Problem, shown
from coopmodel.wire.limits import Limits, Told
from coopmodel.wire.places import Place
from coopmodel.wire.problems import Path, to_pointer

if TYPE_CHECKING:
    from collections.abc import Iterator

_WRONG: Final = re.compile("[^\t\n\r -~\xa0-\u2027\u202a-\ud7ff\ue000-\ufefe\uff00-\ufffd\U00010000-\U0010ffff]")
"""What may not stand in a text but as an escape: controls, and the breaks that YAML 1.1 and 1.2 take for different things."""
_SURROGATE: Final = "the text holds a lone surrogate, which is no character"
_BREAK: Final = re.compile("\r\n|\r|\n")
_TAGS: Final = "tag:yaml.org,2002:"
_HALF: Final = re.compile("[\ud800-\udfff]")

Where: TypeAlias = tuple[int, int, int]
"""Index, line and column, each from 0."""


class Scalar(NamedTuple):
    """A text; ``plain`` where it stands without quotation marks, so that it may mean a number."""

    text: str
    plain: bool
    start: Where
    end: Where


class Sequence(NamedTuple):
    """A list of nodes."""

    items: list[Node]
    start: Where
    end: Where


class Mapping(NamedTuple):
    """Nodes by name, each with the place of its name."""

    members: dict[str, Node]
    names: dict[str, Where]
    start: Where
    end: Where


class Alias(NamedTuple):
    """What stands in the place of a node that was refused; nothing is known about it."""

    start: Where
    end: Where


Node: TypeAlias = Scalar | Sequence | Mapping | Alias


class Tree(NamedTuple):
    """A whole document, and what is wrong with it as YAML for records."""

    root: Node
    told: Told


def read_tree(text: str | bytes, limits: Limits) -> Tree:
    """Return the one document of a YAML text that has no more than so many bytes.

    Raises:
        DecodeError: It is no YAML, or such that nothing after a place can be told (``yaml.size``, ``yaml.encoding``, ``yaml.character``,
            ``yaml.syntax``, ``yaml.depth``, ``yaml.documents``); what harms less is among the tree's problems (``yaml.alias``,
            ``yaml.anchor``, ``yaml.tag``, ``yaml.merge``, ``yaml.name``, ``yaml.directive``, ``member.repeated``).
    """
    text = _characters(text, limits.yaml_size)
    builder = _Builder(limits)
    for event in _events(text):
        builder.take(event)
    if builder.root is None:
        raise _refused("yaml.syntax", "not YAML for a record: the text holds no document", (0, 0, 0))
    return Tree(builder.root, builder.told)


def _characters(text: str | bytes, limit: int) -> str:
    """Return the text, once it is known to be of a size and of characters that can be read."""
    if len(text) > limit or (isinstance(text, str) and len(text.encode(errors="surrogatepass")) > limit):
        raise DecodeError([Problem("", "yaml.size", f"the text has more than {limit} bytes")])
    try:
        text = text if isinstance(text, str) else text.decode()
    except UnicodeDecodeError as error:
        before = error.object[: error.start].decode()
        raise _refused("yaml.encoding", "the text is not UTF-8", _reached(before, len(before))) from None
    wrong = _WRONG.search(text)
    if wrong is None:
        return text
    where = _reached(text, wrong.start())
    if wrong[0] == "\ufeff" and wrong.start() == 0:
        raise _refused("yaml.encoding", "the text begins with a byte order mark; write UTF-8 without one", where)
    if _HALF.match(wrong[0]):
        raise _refused("yaml.encoding", _SURROGATE, where)
    raise _refused("yaml.character", f"the character U+{ord(wrong[0]):04X} may stand here only as an escape", where)


def _reached(text: str, index: int) -> Where:
    return (index, text.count("\n", 0, index), index - text.rfind("\n", 0, index) - 1)


def _refused(code: str, message: str, where: Where) -> DecodeError:
    """Return the error for a text that is broken at a place."""
    _, line, column = where
    place = f" at line {line + 1}, column {column + 1}"
    return DecodeError([Problem("", code, f"{message}{place}", line=line + 1, column=column + 1)])


class _Events(Reader, Scanner, Parser):
    """PyYAML's parser in Python, without what makes objects of events."""

    def __init__(self, text: str) -> None:
        Reader.__init__(self, text)
        Scanner.__init__(self)
        Parser.__init__(self)


def _events(text: str) -> Iterator[Event]:
    parser: Any = _Events(text)
    while True:
        try:
            event: Event = parser.get_event()
        except MarkedYAMLError as error:
            mark: Any = error.problem_mark or parser.get_mark()
            raise _refused("yaml.syntax", f"not YAML: {error.problem}", _where(mark)) from None
        except (ValueError, OverflowError):  # an escape beyond Unicode, a version of thousands of digits
            reached: Any = parser.get_mark()
            raise _refused("yaml.syntax", "not YAML: a number is out of bounds", _where(reached)) from None
        if isinstance(event, StreamEndEvent):
            return
        yield event


def _where(mark: Any) -> Where:  # noqa: ANN401  PyYAML has two classes of marks, alike
    return (mark.index, mark.line, mark.column)


class _Open:
    """A collection that was entered; of a mapping also the name whose value comes next."""

    __slots__ = ("dropped", "items", "members", "name", "names", "start")

    def __init__(self, start: Where, *, is_mapping: bool) -> None:
        self.start = start
        self.members: dict[str, Node] | None = {} if is_mapping else None
        self.names: dict[str, Where] = {}
        self.items: list[Node] = []
        self.name: str | None = None
        self.dropped = False

    def closed(self, end: Where) -> Node:
        if self.members is None:
            return Sequence(self.items, self.start, end)
        return Mapping(self.members, self.names, self.start, end)


class _Builder:
    """Puts events together, in a loop."""

    def __init__(self, limits: Limits) -> None:
        self.root: Node | None = None
        self.told = Told(limits)
        self._depth = limits.depth
        self._around: list[_Open] = []
        self._last: Where = (0, 0, 0)

    def take(self, event: Event) -> None:
        start, end = _where(event.start_mark), _where(event.end_mark)
        if isinstance(event, DocumentStartEvent):
            self._begin(event, start)
        elif isinstance(event, NodeEvent):
            self._node(event, start, end)
        elif isinstance(event, CollectionEndEvent):
            self._last = end if end[0] > start[0] else self._last  # a block ends where the last thing in it does
            self._put(self._around.pop().closed(self._last))

    def _begin(self, event: DocumentStartEvent, start: Where) -> None:
        if self.root is not None:
            raise _refused("yaml.documents", "a second document begins: a file of YAML holds one record", start)
        if event.version or event.tags:
            self._tell("yaml.directive", "directives are not used: leave the line that begins with % out", (0, 0, 0))

    def _node(self, event: NodeEvent, start: Where, end: Where) -> None:
        if len(self._around) >= self._depth:
            raise _refused("yaml.depth", f"more than {self._depth} collections stand within each other", start)
        if self._takes_name():
            self._name(event, start)
            return
        if isinstance(event, AliasEvent):
            self._tell("yaml.alias", f"aliases are not used: write out what *{event.anchor} stands for", start)
            self._last = end
            self._put(Alias(start, end))
            return
        self._refuse_properties(event, start)
        if isinstance(event, ScalarEvent):
            self._last = _trimmed(event, end)
            self._put(Scalar(_whole(event.value, start), event.style is None, start, self._last))
        else:
            self._last = end
            self._around.append(_Open(start, is_mapping=isinstance(event, MappingStartEvent)))

    def _takes_name(self) -> bool:
        return bool(self._around) and self._around[-1].members is not None and self._around[-1].name is None

    def _name(self, event: NodeEvent, start: Where) -> None:
        """Take a name; what cannot be one could be anything, a whole collection too, so nothing after it is read."""
        if not isinstance(event, ScalarEvent):
            raise _refused("yaml.name", "the name of a member must be a text", start)
        name = _whole(event.value, start)
        here = self._around[-1]
        self._refuse_properties(event, start)
        if event.style is None and name in {"", "<<"}:
            code, message = ("yaml.merge", "nothing is merged: write the members out") if name else ("yaml.name", "a name is missing here")
            self._tell(code, message, start)
            here.dropped = True
        elif here.names.setdefault(name, start) is not start and self.told.room():
            message = f"the member {shown(name)} stands here more than once"
            self.told.add(placed(Problem(to_pointer((*self._path(), name)), "member.repeated", message, name), start))
        here.name = name

    def _refuse_properties(self, event: Any, start: Where) -> None:  # noqa: ANN401  a scalar or a collection
        if event.anchor is not None:
            self._tell("yaml.anchor", f"anchors are not used: leave &{event.anchor} out", start)
        if event.tag is not None:
            tag = event.tag.replace(_TAGS, "!!")
            self._tell("yaml.tag", f"tags are not used: leave {tag} out; what a member is follows from its name", start)

    def _tell(self, code: str, message: str, where: Where) -> None:
        if self.told.room():
            self.told.add(placed(Problem(to_pointer(self._path(value=True)), code, message), where))

    def _path(self, *, value: bool = False) -> Path:
        """Return the way to the innermost collection, or to the value in it that is read."""
        steps = [here.name if here.members is not None else len(here.items) for here in self._around]
        path = tuple([step for step in steps if step is not None])
        return path if value else path[: len(self._around) - 1]

    def _put(self, node: Node) -> None:
        if not self._around:
            self.root = node
            return
        here = self._around[-1]
        if here.members is None:
            here.items.append(node)
        else:
            if not here.dropped:
                here.members[str(here.name)] = node
            here.name, here.dropped = None, False


def _trimmed(event: ScalarEvent, end: Where) -> Where:
    """Return where a scalar ends; PyYAML has a block end where the next line begins."""
    if event.style not in {"|", ">"}:
        return end
    mark: Any = event.end_mark
    text, pointer = mark.buffer, mark.pointer
    while text[pointer - 1] in "\r\n ":  # at the latest at the sign that begins the block
        pointer -= 1
    breaks = len(_BREAK.findall(text, pointer, mark.pointer))
    line_start = max(text.rfind("\n", 0, pointer), text.rfind("\r", 0, pointer)) + 1
    return (pointer, end[1] - breaks, pointer - line_start)


def _whole(text: str, where: Where) -> str:
    """Return the text with halves of characters put together, as JSON writes those beyond the basic plane; half a one is no text."""
    if not _HALF.search(text):
        return text
    try:
        return text.encode("utf-16", "surrogatepass").decode("utf-16")
    except UnicodeDecodeError:
        raise _refused("yaml.encoding", _SURROGATE, where) from None


def placed(problem: Problem, where: Where) -> Problem:
    """Return the problem with its line and column."""
    return Problem(problem.pointer, problem.code, problem.message, problem.value, problem.allowed, where[1] + 1, where[2] + 1)


def start_of(root: Node, problem: Problem) -> Where:
    """Return where a problem's place begins: that of a member that nobody knows with its name, every other one with its value."""
    if problem.code == "member.unknown":
        around, _, step = problem.pointer.rpartition("/")
        here, _ = reached(root, around)
        return here.names[_unescaped(step)] if isinstance(here, Mapping) else here.start
    return reached(root, problem.pointer)[0].start


def place_of(root: Node, pointer: str) -> Place:
    """Return the place of what a pointer leads to; of what is not there, that of the innermost node around it."""
    node, exact = reached(root, pointer)
    return Place(node.start[1] + 1, node.start[2] + 1, node.end[1] + 1, node.end[2] + 1, exact)


def reached(root: Node, pointer: str) -> tuple[Node, bool]:
    """Return the node at a pointer, or the innermost around it; and whether it is the very one."""
    node: Any = root
    for step in pointer.split("/")[1:]:
        below: Node | None = None
        if isinstance(node, Mapping):
            below = node.members.get(_unescaped(step))
        elif isinstance(node, Sequence) and re.fullmatch("[0-9]{1,9}", step):
            below = node.items[int(step)] if int(step) < len(node.items) else None
        if below is None:
            return node, False
        node = below
    return node, True


def _unescaped(step: str) -> str:
    return step.replace("~1", "/").replace("~0", "~")
