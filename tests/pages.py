"""Reading the pages that tests get: their words, links, forms, and what a page of ours never does."""

from dataclasses import dataclass, field
from html.parser import HTMLParser

from django.http import HttpResponse
from django.test import Client

_CONTROLS = ("input", "select", "textarea")
_UNSEEN = ("hidden", "submit")
_WITHIN_WORDS = ("a", "b", "strong", "small", "span", "sup", "tspan")


@dataclass
class Form:
    """A form of a page: where it goes, and what stands in its fields (a select gives its chosen values)."""

    action: str
    fields: dict[str, str] = field(default_factory=dict)


class Page(HTMLParser):
    """What stands in a page; ``inline`` and ``unlabelled`` name what must not be there."""

    def __init__(self, markup: str) -> None:
        super().__init__()
        self.tags: list[tuple[str, dict]] = []
        self.links: list[tuple[str, str]] = []
        self.forms: list[Form] = []
        self.inline: list[str] = []
        self._said: list[str] = []
        self._heading: list[str] = []
        self._labels: set[str] = set()
        self._controls: list[tuple[dict, bool]] = []
        self._open: list[str] = []
        self._link = self._select = self._textarea = None
        self.feed(markup)

    @property
    def words(self) -> str:
        """Everything a reader reads, with single spaces."""
        return _tidy("".join(self._said))

    @property
    def heading(self) -> str:
        """The words of the one h1."""
        return _tidy("".join(self._heading))

    @property
    def form(self) -> Form:
        """The form of the page itself: the only one that goes to its own address."""
        (own,) = [form for form in self.forms if not form.action]
        return own

    @property
    def unlabelled(self) -> list[str]:
        """Controls that a reader sees but no label names."""
        return [
            attrs.get("name", "?")
            for attrs, inside_label in self._controls
            if not (inside_label or attrs.get("id") in self._labels or attrs.get("aria-label"))
        ]

    def count(self, tag: str) -> int:
        """How often an element occurs."""
        return sum(found == tag for found, _ in self.tags)

    def handle_starttag(self, tag: str, given: list) -> None:
        attrs = {name: value or "" for name, value in given}
        self.tags.append((tag, attrs))
        if tag not in _WITHIN_WORDS:
            self._said.append(" ")
        self._open.append(tag)
        self._watch_inline(tag, attrs)
        if starts := getattr(self, f"_start_{tag}", None):
            starts(attrs)
        if tag in _CONTROLS and attrs.get("type") not in _UNSEEN:
            self._controls.append((attrs, "label" in self._open))
        if tag in ("input", "meta", "link", "br", "img"):
            self._open.pop()

    def handle_endtag(self, tag: str) -> None:
        while tag in self._open and self._open.pop() != tag:
            pass
        if tag == "a" and self._link is not None:
            href, words = self._link
            self.links.append((href, _tidy("".join(words))))
            self._link = None
        if tag == "textarea" and self._textarea:
            self._keep(self._textarea, self.forms[-1].fields[self._textarea].strip("\n"))
            self._textarea = None

    def handle_data(self, data: str) -> None:
        if self._textarea:
            self._keep(self._textarea, self.forms[-1].fields[self._textarea] + data)
        self._said.append(data)
        if "h1" in self._open:
            self._heading.append(data)
        if self._link is not None:
            self._link[1].append(data)

    def _watch_inline(self, tag: str, attrs: dict) -> None:
        if tag == "style" or (tag == "script" and "src" not in attrs):
            self.inline.append(f"<{tag}>")
        self.inline += [f"{tag} {name}" for name in attrs if name == "style" or name.startswith("on")]

    def _start_a(self, attrs: dict) -> None:
        self._link = (attrs.get("href", ""), [])

    def _start_label(self, attrs: dict) -> None:
        self._labels.add(attrs.get("for", ""))

    def _start_form(self, attrs: dict) -> None:
        self.forms.append(Form(attrs.get("action", "")))

    def _start_input(self, attrs: dict) -> None:
        if attrs.get("type") not in ("checkbox", "radio") or "checked" in attrs:
            self._keep(attrs.get("name", ""), attrs.get("value", ""))

    def _start_textarea(self, attrs: dict) -> None:
        self._textarea = attrs["name"]
        self._keep(self._textarea, "")

    def _start_select(self, attrs: dict) -> None:
        self._select = attrs["name"]

    def _start_option(self, attrs: dict) -> None:
        if "selected" in attrs:
            self._keep(self._select, attrs.get("value", ""))

    def _keep(self, name: str, value: str) -> None:
        self.forms[-1].fields[name] = value


def read(response: HttpResponse) -> Page:
    """Read the page of a response."""
    return Page(response.content.decode())


def send(client: Client, address: str, form: Form | None = None, **typed: object) -> HttpResponse:
    """Fill in the form of a page as it stands in the browser and send it; ``form`` is one opened earlier."""
    opened = form or read(client.get(address)).form
    return client.post(address, opened.fields | typed)


def _tidy(text: str) -> str:
    return " ".join(text.split())
