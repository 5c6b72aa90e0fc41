"""How the workers of a parallel run share the tests: by module, but a folder with fixtures of its own stays with one worker.

What such a folder loads once (a demo story) would otherwise be loaded by every worker that gets one of its modules.
"""

from pathlib import Path

from xdist.scheduler import LoadScopeScheduling

ROOT = Path(__file__).parent


class ByModuleOrStory(LoadScopeScheduling):
    """The scopes of ``--dist loadscope``, with those of a folder that has its own conftest taken together."""

    def _split_scope(self, nodeid: str) -> str:
        module = nodeid.partition("::")[0]
        folder = (ROOT.parent / module).parent
        return str(folder) if folder != ROOT and (folder / "conftest.py").exists() else module
