"""The gate of papers: what a step needs and is not there, or has run out, on the day of the step.

It speaks as one verdict per step. A person with the right may go on against it with a reason whoever confirmed the catalogue:
the product follows paper, and a paper may be there that nobody recorded. What stood against the step is stored with it.
"""

from collections.abc import Collection, Iterator
from datetime import date

from candidates import catalogue, checklist
from candidates.checklist import Item
from candidates.enums import ASK_PAPERS, PaperKind, Stage
from candidates.models import Dossier
from candidates.moves import Move
from candidates.rules import certificate
from candidates.rules.sources import Source
from candidates.rules.verdict import Answer, Verdict
from organizations.formats import date_vn

RULE = "papers_of_step"
# A criterion that says of a paper what the gate would say again.
SAID_BY_CRITERION = {PaperKind.CERTIFICATE: certificate.RULE}


def verdicts(dossier: Dossier, move: Move, on: date, criteria: Collection[Verdict] = ()) -> list[Verdict]:
    """Return what is wrong with the papers of a step, as one verdict; nothing where all are there or no catalogue tells.

    ``criteria`` are what the criteria said of the step: a paper of which one of them speaks is left to it.
    """
    if move.to not in ASK_PAPERS:
        return []
    needed = checklist.of(dossier, on).between(Stage(move.start), Stage(move.to))
    told = {verdict.rule for verdict in criteria if verdict.answer == Answer.NOT_MET}
    lacking = [item for item in needed if not item.is_there(on) and SAID_BY_CRITERION.get(item.form.kind) not in told]
    if not lacking:
        return []
    sentence = " ".join(_sentences(lacking, len(needed), move, on))
    return [Verdict(_rule(lacking), Answer.NOT_MET, sentence, _source(lacking), passable=True)]


def speaks_of_papers(rule: str) -> bool:
    """Say whether a verdict is one of this gate."""
    return rule.startswith(RULE)


def _rule(lacking: list[Item]) -> str:
    """The rule names what lacks: whoever goes on against it has seen that and nothing else."""
    return f"{RULE}:{'+'.join(sorted(item.form.kind for item in lacking))}"


def _sentences(lacking: list[Item], of_all: int, move: Move, on: date) -> Iterator[str]:
    """How many lack and which; then, with both dates, each that is there but does not count on the day."""
    names = "; ".join(_named(item, on) for item in lacking)
    yield f"Thiếu {len(lacking)}/{of_all} giấy tờ mà bước “{move.to.label}” cần: {names}."
    for item in lacking:
        if old := item.run_out(on):
            yield (
                f"“{item.form.name}” ngày {date_vn(old.on)} hết giá trị từ {date_vn(old.expires_on)}, không còn dùng được vào "
                f"{_day(move)} {date_vn(on)}; hãy làm lại hoặc bổ sung."
            )
        elif late := item.later(on):
            yield (
                f"“{item.form.name}” ghi ngày {date_vn(late.on)}, sau {_day(move)} {date_vn(on)}; hãy kiểm tra lại hai ngày này."
            )


def _named(item: Item, on: date) -> str:
    code = f" ({item.form.code})" if item.form.code else ""
    there = item.there(on)
    return f"{PaperKind(item.form.kind).label}{code}{f', mới có {there}/{item.form.copies}' if there else ''}"


def _day(move: Move) -> str:
    return f"{move.day[0].lower()}{move.day[1:]}"


def _source(lacking: list[Item]) -> Source:
    """The document that asks for them; confirmed where each of its rows is."""
    found = [catalogue.source(item.form) for item in lacking]
    return Source(found[0].document, "", all(each.confirmed for each in found))
