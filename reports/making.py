"""The one place where a report comes into being: built from what is recorded, its edited text laid over it.

Page, PDF, workbook, JSON and what is put before a signer all come from here, so that none of them says what another does not.
"""

from dataclasses import dataclass, replace

from organizations.errors import Refused
from reports import blanks, builder, drafts
from reports.asked import Asked
from reports.blanks import Blank
from reports.document import Report
from reports.drafts import Draft
from reports.layout import Definition
from reports.rounds import told
from reports.rounds.told import Unconfirmed


@dataclass(frozen=True)
class Made:
    """A report as it prints; ``system`` without the edited text, ``blanks`` what of it stands empty, ``problems`` of its text.

    ``gaps`` are the organisations that have not confirmed their figures of the period, where a round was opened for it.
    """

    report: Report
    system: Report
    draft: Draft
    blanks: tuple[Blank, ...] = ()
    problems: tuple[str, ...] = ()
    gaps: tuple[Unconfirmed, ...] = ()

    @property
    def has_empty_template(self) -> bool:
        """Say whether the head or the signature stands empty: that is shown at once, missing figures on demand."""
        return any(blank.is_template for blank in self.blanks)

    def check_text(self) -> None:
        """Raise Refused where the edited text cannot be signed as it stands."""
        if self.problems:
            raise Refused(*self.problems)


def make(definition: Definition, asked: Asked, *, with_names: bool = False) -> Made:
    """Make the report that is asked for; raises Refused with a sentence where it cannot be built."""
    system = builder.build(definition, asked, with_names=with_names)
    draft = drafts.of(asked)
    applied = drafts.apply(system, draft)
    empty = tuple(blanks.of(system, asked))
    closed = told.of(asked)
    slip = (*system.slip, *closed.notes, *applied.notes, *applied.problems, *(each.words for each in empty))
    return Made(replace(applied.report, slip=slip), system, draft, empty, applied.problems, closed.gaps)
