"""Every regular expression of the package, and how many steps a backtracking matcher takes on texts that are made to be slow.

The steps are counted, not timed: a machine of a few instructions goes the ways that Python's goes, and leaves nothing out by being clever.
Where twice the text takes much more than twice the steps, somebody can make a reader wait.
"""

import ast
import importlib
import pkgutil
import re
from collections.abc import Callable, Iterable, Iterator
from itertools import islice, pairwise, product
from math import inf
from pathlib import Path
from typing import Any, Final, Literal, NamedTuple, TypeAlias

import coopmodel
from coopmodel.wire.schema import record_schema

parser: Any = importlib.import_module("re._parser")  # what Python itself takes patterns apart with
MAXREPEAT: Final[Any] = parser.MAXREPEAT

Mode: TypeAlias = Literal["fullmatch", "match", "search"]
Regex: TypeAlias = str | bytes


class Pattern(NamedTuple):
    """A regular expression as it is used.

    Attributes:
        where: Module and line, or the place in the JSON Schema.
        regex: What is compiled.
        flags: With these flags.
        mode: ``search`` stands for everything that tries each position, and goes on after a match.
    """

    where: str
    regex: Regex
    flags: int
    mode: Mode


class Growth(NamedTuple):
    """What the text that is worst for a pattern takes.

    Attributes:
        ratio: How many times as many steps it takes when it is twice as long; infinite where they are not counted to the end.
        steps: Steps for each character.
        text: Makes the text with so many repetitions.
    """

    ratio: float
    steps: float
    text: "Attack"


class Attack(NamedTuple):
    """A text that repeats one piece.

    Attributes:
        before: What leads to the repetition.
        piece: What is repeated.
        after: What makes the match fail late, or nothing.
    """

    before: str
    piece: str
    after: str

    def repeated(self, length: int) -> str:
        """Return the text with about so many characters."""
        return self.before + self.piece * (length // len(self.piece)) + self.after


# Finding

_MODES: Final[dict[str, Mode]] = {"fullmatch": "fullmatch", "match": "match"}
_FUNCTIONS: Final = {"compile", "fullmatch", "match", "search", "sub", "subn", "split", "findall", "finditer"}

LOCAL: Final[dict[str, Callable[[Any], Iterable[Regex]]]] = {
    "coopmodel.values.dates form": lambda module: [form for form, _ in module._UNSUPPORTED],
    "coopmodel.values.recurrence form": lambda module: [module._MONTHDAY, module._MONTH, module._DAY],
    "coopmodel.codes.verbs f'{words} $'": lambda module: [f"{verb.after} $" for verb in module.VERBS if verb.after],
    "coopmodel.codes.verbs f'\\\\b(?:{forms})'": lambda module: [rf"\b(?:{one.form})\b" for one in (*module.LOOKALIKES, *module.VERBS)],
}
"""What stands for expressions that only a running function knows: of one with hundreds of alternatives each by itself, else the steps of the
others would hide those of one."""


def patterns() -> list[Pattern]:
    """Return every pattern of the package and of the JSON Schema, each once for each way in which it is used.

    Raises:
        LookupError: A pattern is made in a way that cannot be followed: say in ``LOCAL`` what it may be.
    """
    found = [pattern for name in _modules() for pattern in _in_module(name)] + [*_in_schema(record_schema(), "schema")]
    once = {pattern[1:]: pattern for pattern in reversed(found)}
    return sorted(once.values(), key=lambda pattern: pattern.where)


def _modules() -> Iterator[str]:
    for module in pkgutil.walk_packages(coopmodel.__path__, "coopmodel."):
        if not module.name.endswith("__main__"):
            yield module.name


def _in_module(name: str) -> Iterator[Pattern]:
    module: Any = importlib.import_module(name)
    tree = ast.parse(Path(str(module.__file__)).read_text(encoding="utf-8"))
    calls = [node for node in ast.walk(tree) if isinstance(node, ast.Call) and isinstance(node.func, ast.Attribute)]
    for call in calls:
        function: Any = call.func
        if isinstance(function.value, ast.Name) and function.value.id == "re" and function.attr in _FUNCTIONS:
            modes: set[Mode] = {_MODES.get(function.attr, "search")} if function.attr != "compile" else _modes(call, tree, calls)
            for regex, flags in _regexes(module, call):
                for mode in modes:
                    yield Pattern(f"{name.removeprefix('coopmodel.')}:{call.lineno}", regex, flags, mode)


def _regexes(module: Any, call: ast.Call) -> Iterator[tuple[Regex, int]]:
    names: dict[str, Any] = module.__dict__

    def value_of(expression: ast.expr) -> Any:
        return eval(ast.unparse(expression), names)  # noqa: S307  our own source

    flags = int(value_of(call.args[1])) if isinstance(call.func, ast.Attribute) and call.func.attr == "compile" and call.args[1:] else 0
    expression = ast.unparse(call.args[0])
    try:
        values: list[Any] = [value_of(call.args[0])]
    except NameError:
        known = LOCAL.get(f"{module.__name__} {expression}")
        if known is None:
            raise LookupError(f"{module.__name__}, line {call.lineno}: {expression} is not known") from None
        values = [*known(module)]
    for value in values:
        if hasattr(value, "pattern"):
            yield value.pattern, value.flags
        else:
            yield value, flags


def _modes(compiled: ast.Call, tree: ast.Module, calls: list[ast.Call]) -> set[Mode]:
    """Return how the name that a compiled pattern has is used in its module; in every way where that cannot be told."""
    names = {
        target.id
        for node in ast.walk(tree)
        if isinstance(node, ast.Assign | ast.AnnAssign) and node.value is compiled
        for target in (node.targets if isinstance(node, ast.Assign) else [node.target])
        if isinstance(target, ast.Name)
    }
    used: set[Mode] = {
        _MODES.get(call.func.attr, "search")
        for call in calls
        if isinstance(call.func, ast.Attribute) and isinstance(call.func.value, ast.Name) and call.func.value.id in names
    }
    return used or {"fullmatch", "search"}


def _in_schema(schema: Any, where: str) -> Iterator[Pattern]:
    if isinstance(schema, dict):
        for name, part in schema.items():  # pyright: ignore[reportUnknownVariableType]
            here = f"{where}/{name}"
            if name == "pattern" and isinstance(part, str):
                yield Pattern(here, part, 0, "search")
            elif name == "patternProperties":
                yield from [Pattern(here, regex, 0, "search") for regex in part]  # pyright: ignore[reportUnknownVariableType]
            yield from _in_schema(part, here)
    elif isinstance(schema, list):
        for number, part in enumerate(schema):  # pyright: ignore[reportUnknownVariableType, reportUnknownArgumentType]
            yield from _in_schema(part, f"{where}/{number}")


# Counting

_TOO_MANY: Final = 2000
"""So many steps for one character are not counted further."""


class Machine:
    """A backtracking matcher that counts its steps.

    Raises:
        ValueError: A pattern uses what the machine does not know, such as references to long groups, or repeats without end what may be
            nothing.
    """

    def __init__(self, regex: Regex, flags: int = 0) -> None:
        """Compile the pattern."""
        self.tree: Any = parser.parse(regex, flags)
        self.flags = int(self.tree.state.flags)
        self.program: list[tuple[Any, ...]] = []
        self.groups: dict[Any, Any] = {}
        self._compile(self.tree)
        self.program.append(("match",))

    def steps(self, text: str, mode: Mode) -> int:
        """Return how many steps it takes to match the text, or to find all matches in it."""
        if mode != "search":
            return self._run(self.program, text, 0, whole=mode == "fullmatch")[1]
        start = total = 0
        while start <= len(text):
            end, steps = self._run(self.program, text, start, whole=False)
            total += steps
            if total > _TOO_MANY * (len(text) + 1):
                break
            start = start + 1 if end is None or end == start else end
        return total

    def _run(self, program: list[tuple[Any, ...]], text: str, start: int, *, whole: bool) -> tuple[int | None, int]:  # noqa: C901, PLR0912  a branch for each instruction
        waiting = [(0, start)]
        steps = 0
        while waiting:
            at, place = waiting.pop()
            while True:
                steps += 1
                if steps > _TOO_MANY * (len(text) + 1):
                    return None, steps
                operation, *operands = program[at]
                if operation == "one":
                    if place == len(text) or not operands[0](text[place]):
                        break
                    at, place = at + 1, place + 1
                elif operation == "split":
                    waiting.append((operands[1], place))
                    at = operands[0]
                elif operation == "jump":
                    at = operands[0]
                elif operation == "at":
                    if not operands[0](text, place):
                        break
                    at += 1
                elif operation == "look":
                    inner, back, wanted = operands
                    end, more = self._run(inner, text, place - back, whole=False) if place >= back else (None, 0)
                    steps += more
                    if (end is not None) != wanted:
                        break
                    at += 1
                else:
                    if whole and place < len(text):
                        break
                    return place, steps
        return None, steps

    def _compile(self, tree: Any) -> None:
        for operation, operand in tree:
            kind = str(operation)
            if kind in {"LITERAL", "NOT_LITERAL", "ANY", "IN"}:
                self.program.append(("one", self.accepts(operation, operand)))
            elif kind in {"MAX_REPEAT", "MIN_REPEAT"}:
                self._repeat(*operand, lazy=kind == "MIN_REPEAT")
            elif kind == "SUBPATTERN":
                self.groups[operand[0]] = operand[3]
                self._compile(operand[3])
            elif kind == "GROUPREF" and self.groups[operand].getwidth()[1] < MAXREPEAT:
                self._compile(self.groups[operand])  # it takes what the group takes: more ways than there are
            elif kind == "BRANCH":
                self._branch(operand[1])
            elif kind == "AT":
                self.program.append(("at", _position(str(operand))))
            elif kind in {"ASSERT", "ASSERT_NOT"}:
                direction, inner = operand
                outer, self.program = self.program, []
                self._compile(inner)
                looked, self.program = [*self.program, ("match",)], outer
                self.program.append(("look", looked, inner.getwidth()[0] if direction < 0 else 0, kind == "ASSERT"))
            else:
                raise ValueError(f"steps of {kind} are not counted")

    def _repeat(self, least: int, most: Any, tree: Any, *, lazy: bool) -> None:
        for _ in range(least):
            self._compile(tree)
        if most == MAXREPEAT:
            if tree.getwidth()[0] == 0:
                raise ValueError("what may be nothing is repeated without end")
            start = len(self.program)
            self.program.append(())
            self._compile(tree)
            self.program.append(("jump", start))
            ways = (start + 1, len(self.program))
            self.program[start] = ("split", *(reversed(ways) if lazy else ways))
            return
        splits: list[int] = []
        for _ in range(most - least):
            splits.append(len(self.program))
            self.program.append(())
            self._compile(tree)
        for start in splits:
            ways = (start + 1, len(self.program))
            self.program[start] = ("split", *(reversed(ways) if lazy else ways))

    def _branch(self, trees: list[Any]) -> None:
        ends: list[int] = []
        for tree in trees[:-1]:
            start = len(self.program)
            self.program.append(())
            self._compile(tree)
            ends.append(len(self.program))
            self.program.append(())
            self.program[start] = ("split", start + 1, len(self.program))
        self._compile(trees[-1])
        for end in ends:
            self.program[end] = ("jump", len(self.program))

    def accepts(self, operation: Any, operand: Any) -> Callable[[str], bool]:
        """Return what tells whether one character is taken here."""
        kind = str(operation)
        if kind == "ANY":
            return (lambda _: True) if self.flags & re.DOTALL else (lambda character: character != "\n")
        if kind != "IN":
            wanted = chr(operand)
            found: Callable[[str], bool] = lambda character: (character == wanted) is (kind == "LITERAL")  # noqa: E731  one of several
        else:
            parts = [_part(str(part), value, self.flags) for part, value in operand if str(part) != "NEGATE"]
            negated = str(operand[0][0]) == "NEGATE"
            found = lambda character: any(part(character) for part in parts) is not negated  # noqa: E731  one of several
        if self.flags & re.IGNORECASE:
            return lambda character: any(map(found, {character, character.lower(), character.upper()}))
        return found


def _part(kind: str, value: Any, flags: int) -> Callable[[str], bool]:
    if kind == "LITERAL":
        return lambda character: ord(character) == value
    if kind == "RANGE":
        return lambda character: value[0] <= ord(character) <= value[1]
    name = str(value)
    category = f"\\{name.removeprefix('CATEGORY_').removeprefix('NOT_')[0].lower()}"
    regex = re.compile(category.upper() if "NOT" in name else category, flags & (re.ASCII | re.IGNORECASE))
    return lambda character: regex.match(character) is not None


def _position(name: str) -> Callable[[str, int], bool]:
    def between(text: str, place: int) -> bool:
        sides = [bool(re.match(r"\w", text[side : side + 1])) for side in (place - 1, place) if side >= 0]
        return sides[-1] != (sides[0] if len(sides) > 1 else False)

    known: dict[str, Callable[[str, int], bool]] = {
        "AT_BEGINNING": lambda _, place: place == 0,
        "AT_BEGINNING_STRING": lambda _, place: place == 0,
        "AT_END": lambda text, place: place == len(text) or text[place:] == "\n",
        "AT_END_STRING": lambda text, place: place == len(text),
        "AT_BOUNDARY": between,
        "AT_NON_BOUNDARY": lambda text, place: not between(text, place),
    }
    if name not in known:
        raise ValueError(f"steps of {name} are not counted")
    return known[name]


# Attacking

_COMMON: Final = 'a0A -/.:"\\\n\x00é!'
_FEW: Final = 8


def attacks(machine: Machine) -> Iterator[Attack]:
    """Yield texts made for a pattern: each part of it that is repeated without end, after what leads there; and any of its characters."""
    characters = [*islice(dict.fromkeys([*_characters(machine.tree), *_COMMON]), 40)]
    tails = ("", "\x00", "\n!")
    seen: set[Attack] = set()
    for before, body in _repeats(machine, machine.tree, "", characters):
        pieces = [*islice(_samples(machine, body, characters), _FEW)]
        pieces += [one + other for one, other in pairwise(pieces)]
        for piece, tail, start in product(pieces, tails, {"", before}):
            seen.add(Attack(start, piece, tail))
    own = characters[: 2 * _FEW]
    for piece in (*own, *[one + other for one, other in pairwise(own)]):
        seen.update([Attack("", piece, tail) for tail in tails])
    yield from sorted(attack for attack in seen if attack.piece)


def growth(pattern: Pattern) -> Growth:
    """Return what the worst text for the pattern takes, of a few dozen characters and of twice as many.

    Raises:
        ValueError: The pattern uses what is not counted, or repeats without end what may be nothing.
    """
    machine = Machine(pattern.regex, pattern.flags)
    length = 40
    worst = Growth(0, 0, Attack("", "a", ""))
    for attack in attacks(machine):
        half, whole = [machine.steps(attack.repeated(size), pattern.mode) for size in (length, 2 * length)]
        if whole >= _TOO_MANY * length:
            return Growth(inf, whole / (2 * length), attack)
        worst = max(worst, Growth(whole / half, whole / (2 * length), attack))
    return worst


def is_bounded(pattern: Pattern) -> bool:
    """Tell whether nothing in the pattern repeats without end, so that a match looks at a bounded stretch of the text."""
    machine = Machine(pattern.regex, pattern.flags)
    return not any(True for _ in _repeats(machine, machine.tree, "", []))


def _characters(tree: Any) -> Iterator[str]:
    """Yield characters that the pattern names, of a range the ends."""
    for operation, operand in tree:
        kind = str(operation)
        if kind in {"LITERAL", "NOT_LITERAL"}:
            yield chr(operand)
        elif kind == "IN":
            for part, value in operand:
                if str(part) == "LITERAL":
                    yield chr(value)
                elif str(part) == "RANGE":
                    yield from (chr(value[0]), chr(value[1]))
        else:
            for inner in _inner(kind, operand):
                yield from _characters(inner)


def _inner(kind: str, operand: Any) -> list[Any]:
    """Return the trees within a part of a pattern."""
    if kind in {"MAX_REPEAT", "MIN_REPEAT"}:
        return [operand[2]]
    if kind == "SUBPATTERN":
        return [operand[3]]
    if kind == "BRANCH":
        return list(operand[1])
    return [operand[1]] if kind in {"ASSERT", "ASSERT_NOT"} else []


def _repeats(machine: Machine, tree: Any, before: str, characters: list[str]) -> Iterator[tuple[str, Any]]:
    """Yield every part that is repeated without end, with a text that leads to it."""
    for operation, operand in tree:
        kind = str(operation)
        if kind in {"MAX_REPEAT", "MIN_REPEAT"} and operand[1] == MAXREPEAT:
            yield before, operand[2]
        for inner in _inner(kind, operand):
            yield from _repeats(machine, inner, before, characters)
        before += next(_samples(machine, [(operation, operand)], characters), "")


def _samples(machine: Machine, tree: Any, characters: list[str]) -> Iterator[str]:
    """Yield texts that a part of a pattern takes, short ones, each once."""
    ways: list[list[str]] = []
    for operation, operand in tree:
        kind = str(operation)
        if kind in {"LITERAL", "NOT_LITERAL", "ANY", "IN"}:
            accepts = machine.accepts(operation, operand)
            ways.append([*islice(filter(accepts, [*characters, *map(chr, range(32, 127))]), _FEW)])
        elif kind in {"MAX_REPEAT", "MIN_REPEAT"}:
            once = [*islice(_samples(machine, operand[2], characters), _FEW)]
            ways.append(
                [one * max(1, operand[0]) for one in once] + ([""] if operand[0] == 0 else [one * (operand[0] + 1) for one in once])
            )
        elif kind == "GROUPREF":
            ways.append([*islice(_samples(machine, machine.groups[operand], characters), _FEW)])
        elif kind in {"SUBPATTERN", "BRANCH"}:
            ways.append([text for inner in _inner(kind, operand) for text in islice(_samples(machine, inner, characters), _FEW)])
    yield from dict.fromkeys(map("".join, islice(product(*ways), _FEW * _FEW)))
