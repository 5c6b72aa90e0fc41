"""Parts of addresses."""


class Code:
    """A code of a unit or a dossier: letters, digits, points and hyphens; anything else is no address of ours."""

    regex = r"[\w.-]+"

    def to_python(self, value: str) -> str:
        """The code as it stands in the address."""
        return value

    def to_url(self, value: str) -> str:
        """The code as it stands in the address."""
        return value


class UserName(Code):
    """A user name: what Django lets one be."""

    regex = r"[\w.@+-]+"
