"""Mutants of what mutmut leaves alone: tables and constants of modules, members of classes, properties and other decorated functions."""

import ast
import copy
from collections.abc import Iterator
from typing import Any, Final, NamedTuple

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
_PLAIN: Final = frozenset({"staticmethod", "classmethod"})
"""Decorators of functions that mutmut does mutate."""

_PROSE: Final = frozenset({"name", "rationale", "wrong", "right"})
"""Arguments of ``Rule`` that explain it: no test can say more of them than they say themselves."""

_EXAMPLES: Final = "_example"
"""Beginning of the names of functions that make examples: they are tests themselves."""


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
        for after in _changes(parent, field, node):
            _put(parent, field, index, after)
            yield Mutant(getattr(node, "lineno", 0), _shown(node), _shown(after), ast.unparse(ast.fix_missing_locations(tree)))
            _put(parent, field, index, node)


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
    if isinstance(node, ast.Import | ast.ImportFrom) or field in {"annotation", "returns", "ctx", "args_annotation"}:
        return True
    if isinstance(node, ast.FunctionDef):
        decorators = [ast.unparse(one) for one in node.decorator_list]
        return not decorators or decorators[0] in _PLAIN or "overload" in decorators or node.name.startswith(_EXAMPLES)
    if isinstance(parent, ast.FunctionDef) and field == "decorator_list":
        return True
    if isinstance(node, ast.AnnAssign):
        return "TypeAlias" in ast.unparse(node.annotation)
    if isinstance(node, ast.Assign):
        return ast.unparse(node.value).startswith(("TypeVar(", "NewType(")) or ast.unparse(node.targets[0]) == "__slots__"
    if isinstance(node, ast.Expr):
        return isinstance(node.value, ast.Constant)  # documentation
    if isinstance(node, ast.keyword):
        return node.arg in _PROSE and isinstance(parent, ast.Call) and ast.unparse(parent.func) == "Rule"
    return isinstance(node, ast.Call) and ast.unparse(node.func).startswith(_EXAMPLES)


def _changes(parent: ast.AST, field: str, node: ast.AST) -> Iterator[Any]:
    """Yield what may stand in the place of a node."""
    yield from _constants(parent, node)
    yield from _operators(node)
    if isinstance(node, ast.If | ast.While | ast.IfExp):
        changed = copy.copy(node)
        changed.test = ast.UnaryOp(ast.Not(), node.test)
        yield changed
    if isinstance(node, ast.Return) and node.value is not None:
        yield ast.Return(ast.Constant(None))
    if isinstance(node, ast.comprehension) and node.ifs:
        changed = copy.copy(node)
        changed.ifs = []
        yield changed
    if isinstance(node, ast.Dict):
        for place in range(len(node.keys)):
            yield ast.Dict([*node.keys[:place], *node.keys[place + 1 :]], [*node.values[:place], *node.values[place + 1 :]])
    if isinstance(node, ast.List | ast.Set | ast.Tuple) and not isinstance(parent, ast.Subscript) and field != "target":
        for place in range(len(node.elts)):
            changed = copy.copy(node)
            changed.elts = [*node.elts[:place], *node.elts[place + 1 :]]
            yield changed if changed.elts or not isinstance(node, ast.Set) else ast.Call(ast.Name("set"), [], [])
    if isinstance(node, ast.Call) and node.keywords:
        for place, keyword in enumerate(node.keywords):
            if not (keyword.arg in _PROSE and ast.unparse(node.func) == "Rule"):
                changed = copy.copy(node)
                changed.keywords = [*node.keywords[:place], *node.keywords[place + 1 :]]
                yield changed


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
    if isinstance(node, ast.Compare):
        for place, operator in enumerate(node.ops):
            changed = copy.copy(node)
            changed.ops = [*node.ops[:place], _swapped(operator), *node.ops[place + 1 :]]
            yield changed
    elif isinstance(node, ast.BoolOp | ast.BinOp | ast.AugAssign) and type(node.op) in _SWAPPED:
        changed = copy.copy(node)
        changed.op = _swapped(node.op)
        yield changed
    elif isinstance(node, ast.UnaryOp) and isinstance(node.op, ast.Not | ast.USub):
        yield node.operand


def _swapped(operator: Any) -> Any:  # noqa: ANN401  an operator
    return _SWAPPED[type(operator)]()
