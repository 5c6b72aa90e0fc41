"""How the workers of a parallel run share the tests: by module, but a folder with fixtures of its own stays with one worker.

What such a folder loads once (a demo story) would otherwise be loaded by every worker that gets one of its modules. What takes
long is handed out first: a long piece at the end leaves the other workers idle.
"""

from collections import Counter
from pathlib import Path

import pytest
from xdist.scheduler import LoadScopeScheduling

ROOT = Path(__file__).parent
# As many tests take as long as a folder that loads a story.
A_STORY = 1500


class ByModuleOrStory(LoadScopeScheduling):
    """The scopes of ``--dist loadscope``, with those of a folder that has its own conftest taken together, as they come."""

    def __init__(self, config: pytest.Config, log: object = None) -> None:
        super().__init__(config, log)
        config.option.loadscopereorder = False

    def _split_scope(self, nodeid: str) -> str:
        return scope(nodeid)


def scope(nodeid: str) -> str:
    """The folder with fixtures of its own in which a test lies, else its module."""
    module = nodeid.partition("::")[0]
    folder = (ROOT.parent / module).parent
    return str(folder) if folder != ROOT and (folder / "conftest.py").exists() else module


def longest_first(items: list[pytest.Item]) -> None:
    """Put the tests of the scopes that take longest first."""
    tests = Counter(scope(item.nodeid) for item in items)
    items.sort(key=lambda item: -_weight(scope(item.nodeid), tests))


def _weight(of_scope: str, tests: Counter[str]) -> int:
    return tests[of_scope] + (0 if of_scope.endswith(".py") else A_STORY)
