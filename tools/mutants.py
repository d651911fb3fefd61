"""Mutants of what mutmut leaves alone: tables and constants of modules, members of classes, properties and other decorated functions."""

import ast
import copy
from collections.abc import Iterator
from typing import Final, NamedTuple, TypeVar

_N = TypeVar("_N", bound=ast.AST)

_SWAPPED: Final[dict[type[ast.AST], type[ast.AST]]] = {
    ast.Lt: ast.LtE,
    ast.LtE: ast.Lt,
    ast.Gt: ast.GtE,
    ast.GtE: ast.Gt,
    ast.Eq: ast.NotEq,
    ast.NotEq: ast.Eq,
    ast.In: ast.NotIn,
    ast.NotIn: ast.In,
    ast.Is: ast.IsNot,
    ast.IsNot: ast.Is,
    ast.Add: ast.Sub,
    ast.Sub: ast.Add,
    ast.Mult: ast.Add,
    ast.FloorDiv: ast.Mult,
    ast.Mod: ast.Mult,
    ast.BitOr: ast.BitAnd,
    ast.BitAnd: ast.BitOr,
    ast.And: ast.Or,
    ast.Or: ast.And,
}
_TYPING: Final = ("TypeAlias", "= TypeVar(", "= NewType(", "__slots__ = ")
"""Parts of assignments that only type checkers, or the layout of objects, depend on."""

_PLAIN: Final = frozenset({"staticmethod", "classmethod"})
"""Decorators of functions that mutmut does mutate."""

_PROSE: Final = frozenset({"name", "rationale", "wrong", "right"})
"""Arguments of ``Rule`` that explain it: no test can say more of them than they say themselves."""

_SHORT: Final = 120
"""A part is shown with what is around it where that is no longer."""

_EXAMPLE: Final = "Example"
"""What functions return that make examples of rules: they are tests themselves."""


class Mutant(NamedTuple):
    """One change of a module.

    Attributes:
        line: Where, from 1.
        before: The code there.
        after: What stands there instead.
        source: The whole module with the change.
    """

    line: int
    before: str
    after: str
    source: str


def mutants_of(source: str) -> Iterator[Mutant]:
    """Yield the mutants of a module, in the order of its lines."""
    tree = ast.parse(source)
    for parent, field, index, node in [*_places(tree)]:
        around = parent if isinstance(parent, ast.expr | ast.keyword) and len(_shown(parent)) <= _SHORT else None
        before = _shown(around or node)
        for after in _changes(parent, field, node):
            _put(parent, field, index, after)
            yield Mutant(getattr(node, "lineno", 0), before, _shown(around or after), ast.unparse(ast.fix_missing_locations(tree)))
            _put(parent, field, index, node)


def examples_in(source: str) -> set[str]:
    """Return the names of the functions that make examples, or parts of them: those say so by their name."""
    functions = [node for node in ast.parse(source).body if isinstance(node, ast.FunctionDef)]
    return {one.name for one in functions if one.name.startswith("_example") or (one.returns and ast.unparse(one.returns) == _EXAMPLE)}


def _shown(node: ast.AST) -> str:
    return " ".join(ast.unparse(node).split())


def _put(parent: ast.AST, field: str, index: int | None, node: ast.AST) -> None:
    if index is None:
        setattr(parent, field, node)
    else:
        getattr(parent, field)[index] = node


Place = tuple[ast.AST, str, int | None, ast.AST]


def _places(tree: ast.Module) -> Iterator[Place]:
    """Yield the places of the code that mutmut leaves alone, but for annotations, imports, documentation and examples."""
    waiting: list[Place] = [(tree, "body", index, statement) for index, statement in enumerate(tree.body)]
    while waiting:
        parent, field, index, node = waiting.pop(0)
        if _is_left_alone(parent, field, node):
            continue
        yield parent, field, index, node
        inner: list[Place] = []
        for name, value in ast.iter_fields(node):
            if isinstance(value, list):
                inner += [(node, name, place, part) for place, part in enumerate(value) if isinstance(part, ast.AST)]  # pyright: ignore[reportUnknownVariableType, reportUnknownArgumentType]
            elif isinstance(value, ast.AST):
                inner.append((node, name, None, value))
        waiting[:0] = inner


def _is_left_alone(parent: ast.AST, field: str, node: ast.AST) -> bool:
    match node:
        case ast.Import() | ast.ImportFrom() | ast.Expr(value=ast.Constant()):  # the last is documentation
            return True
        case ast.FunctionDef():
            decorators = [ast.unparse(one) for one in node.decorator_list]
            return not decorators or decorators[0] in _PLAIN or "overload" in decorators
        case ast.AnnAssign() | ast.Assign():
            return any(word in ast.unparse(node) for word in _TYPING)
        case ast.keyword():
            return isinstance(parent, ast.Call) and _is_prose(parent, node)
        case ast.Call():
            return ast.unparse(node.func) == _EXAMPLE
        case _:
            is_type = isinstance(parent, ast.Call) and ast.unparse(parent.func) == "cast" and node is parent.args[0]
            return (
                is_type or field in {"annotation", "returns", "ctx"} or (isinstance(parent, ast.FunctionDef) and field == "decorator_list")
            )


def _is_prose(call: ast.Call, keyword: ast.keyword) -> bool:
    return keyword.arg in _PROSE and ast.unparse(call.func) == "Rule"


def _changes(parent: ast.AST, field: str, node: ast.AST) -> Iterator[ast.AST]:
    """Yield what may stand in the place of a node."""
    yield from _constants(parent, node)
    yield from _operators(node)
    yield from _shorter(parent, field, node)
    match node:
        case ast.If() | ast.While() | ast.IfExp():
            yield _with(node, test=ast.UnaryOp(ast.Not(), node.test))
        case ast.Return(value=ast.expr() as value) if not (isinstance(value, ast.Constant) and value.value is None):
            yield ast.Return(ast.Constant(None))
        case ast.comprehension(ifs=[_, *_]):
            yield _with(node, ifs=[])
        case _:
            pass


def _with(node: _N, **members: object) -> _N:
    """Return the node with other members; its parts are shared with the old one."""
    changed = copy.copy(node)
    for name, value in members.items():
        setattr(changed, name, value)
    return changed


def _shorter(parent: ast.AST, field: str, node: ast.AST) -> Iterator[ast.AST]:
    """Yield displays without one of their parts, and calls without one of their named arguments."""
    match node:
        case ast.Dict():
            for place in range(len(node.keys)):
                yield ast.Dict([*node.keys[:place], *node.keys[place + 1 :]], [*node.values[:place], *node.values[place + 1 :]])
        case ast.Set(elts=[_]):
            yield ast.Call(ast.Name("set"), [], [])
        case ast.List() | ast.Set() | ast.Tuple() if not isinstance(parent, ast.Subscript) and field != "target":
            for place in range(len(node.elts)):
                yield _with(node, elts=[*node.elts[:place], *node.elts[place + 1 :]])
        case ast.Call():
            for place, keyword in enumerate(node.keywords):
                if not _is_prose(node, keyword):
                    yield _with(node, keywords=[*node.keywords[:place], *node.keywords[place + 1 :]])
        case _:
            pass


def _constants(parent: ast.AST, node: ast.AST) -> Iterator[ast.expr]:
    if not isinstance(node, ast.Constant):
        return
    if isinstance(node.value, bool):
        yield ast.Constant(not node.value)
    elif isinstance(node.value, int):
        yield ast.Constant(node.value + 1)
    elif isinstance(node.value, str):
        yield ast.Constant(f"XX{node.value}XX")
    elif node.value is None and not isinstance(parent, ast.Return):
        yield ast.Constant("XX")


def _operators(node: ast.AST) -> Iterator[ast.AST]:
    match node:
        case ast.Compare():
            for place, operator in enumerate(node.ops):
                yield _with(node, ops=[*node.ops[:place], _swapped(operator), *node.ops[place + 1 :]])
        case ast.BoolOp() | ast.BinOp() | ast.AugAssign() if type(node.op) in _SWAPPED:
            yield _with(node, op=_swapped(node.op))
        case ast.UnaryOp(op=ast.Not() | ast.USub()):
            yield node.operand
        case _:
            pass


def _swapped(operator: ast.AST) -> ast.AST:
    return _SWAPPED[type(operator)]()
