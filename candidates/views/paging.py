"""A page of a list as the pager shows it: the whole state of the list stays in the address."""

from dataclasses import dataclass

from django.core.paginator import Page
from django.http import QueryDict

from organizations.formats import number_vn


@dataclass(frozen=True)
class ShownPage:
    """What components/pager.html prints."""

    number: int
    previous_url: str
    next_url: str
    count_words: str

    @property
    def has_previous(self) -> bool:
        """Say whether there is a page before this one."""
        return bool(self.previous_url)

    @property
    def has_next(self) -> bool:
        """Say whether there is a page after this one."""
        return bool(self.next_url)


def shown_page(page: Page, state: QueryDict, noun: str = "hồ sơ") -> ShownPage:
    """Return the pager's view of ``page`` of so many of ``noun``, with links that keep the filters of ``state``."""
    return ShownPage(
        number=page.number,
        previous_url=_address(state, page.number - 1) if page.has_previous() else "",
        next_url=_address(state, page.number + 1) if page.has_next() else "",
        count_words=f"{number_vn(page.paginator.count)} {noun}",
    )


def _address(state: QueryDict, number: int) -> str:
    changed = state.copy()
    changed["trang"] = str(number)
    return f"?{changed.urlencode()}"
