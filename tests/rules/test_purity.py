"""The rules stand on the standard library alone: whoever doubts a verdict can read it without the rest of the house."""

import ast
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

from candidates import rules

OWN = rules.__name__
MODULES = sorted(Path(rules.__file__).parent.glob("*.py"))


def imported(tree: ast.Module) -> Iterator[str]:
    """Every module that a tree imports, at its top or inside a function."""
    for node in ast.walk(tree):
        if isinstance(node, ast.Import):
            yield from (name.name for name in node.names)
        elif isinstance(node, ast.ImportFrom):
            yield node.module or OWN


def is_allowed(name: str) -> bool:
    return name.split(".")[0] in sys.stdlib_module_names or f"{name}.".startswith(f"{OWN}.")


@pytest.mark.parametrize("module", MODULES, ids=lambda path: path.stem)
def test_a_rule_imports_nothing_but_the_standard_library_and_other_rules(module):
    names = imported(ast.parse(module.read_text()))
    assert [name for name in names if not is_allowed(name)] == []


@pytest.mark.parametrize("name", ["django.db", "holidays", "candidates.models", "candidates.rules_of_thumb"])
def test_what_is_not_allowed_would_be_seen(name):
    assert not is_allowed(name)
