"""How the patterns of this package are written: a space in a pattern stands for any white space."""

import re

_KEPT = re.compile(r"(\(\?<[!=][^)]*\)|\[[^\]]*\])| (?![*+?{])")


def loose(text: str) -> re.Pattern:
    """Compile a pattern in which a space, outside of classes and lookbehinds, stands for any white space."""
    return re.compile(_KEPT.sub(lambda found: found[1] or r"\s+", text))
