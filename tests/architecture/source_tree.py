"""The program's own modules as syntax trees, parsed once for every rule that reads them."""

import ast
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache
from pathlib import Path

ROOT = Path(__file__).parents[2]


@dataclass(frozen=True, slots=True)
class Module:
    """One source file and what it says."""

    name: str
    path: Path
    tree: ast.Module

    @property
    def where(self) -> str:
        """Name the file as seen from the root."""
        return self.path.relative_to(ROOT).as_posix()

    def stands_in(self, *packages: str) -> bool:
        """Say whether the module lies in one of the packages."""
        return any(self.name == p or self.name.startswith(f"{p}.") for p in packages)

    def imports(self) -> Iterator[tuple[int, str]]:
        """Yield line and full name of everything imported, at any depth of the file."""
        for node in ast.walk(self.tree):
            if isinstance(node, ast.Import):
                yield from ((node.lineno, alias.name) for alias in node.names)
            elif isinstance(node, ast.ImportFrom):
                yield from ((node.lineno, f"{node.module}.{alias.name}") for alias in node.names)

    def nodes[T: ast.AST](self, kind: type[T]) -> Iterator[T]:
        """Yield the nodes of one kind."""
        return (node for node in ast.walk(self.tree) if isinstance(node, kind))


@cache
def modules() -> tuple[Module, ...]:
    """Parse app, models and migrations."""
    found = []
    for top in ("app", "models", "migrations"):
        for path in sorted((ROOT / top).rglob("*.py")):
            parts = path.relative_to(ROOT).with_suffix("").parts
            name = ".".join(parts).removesuffix(".__init__")
            found.append(Module(name, path, ast.parse(path.read_text("utf-8"))))
    return tuple(found)
