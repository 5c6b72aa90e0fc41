"""Editing the text of a report before it is signed."""

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.urls import reverse

from organizations import clock, submission
from organizations.enums import Deed
from organizations.errors import Refused
from organizations.gate import gate
from organizations.handling import carry_out
from reports import cells, drafting, drafts, held, making
from reports.draft_forms import DraftForm
from reports.insert_forms import InsertForm
from reports.making import Made
from reports.views import printed
from reports.views.issuing import may_issue

SAVED = "Đã lưu lời báo cáo. Số trong ngoặc nhọn được đếm lại cho đến khi trình ký."


@gate(Deed.ISSUE_REPORT, "GET", "POST")
def edit(request: HttpRequest, code: str) -> HttpResponse:
    """Edit the text of the report of the parameters of the address, paragraph by paragraph."""
    definition, parameters = printed.chosen(request, code)
    context = {"definition": definition, "form": parameters}
    if not parameters.is_valid():
        return render(request, "reports/report.html", context, status=400)
    may_issue(request, parameters.cleaned_data["don_vi"])
    try:
        asked = parameters.asked
        made = making.make(definition, asked)
    except Refused as error:
        return render(request, "reports/report.html", context | {"refused": str(error)}, status=409)
    query = printed.query(parameters)
    counted = held.described(_addresses(made), asked, definition.lists(asked))
    known = {"report": made.system, "draft": made.draft, "counted": counted}
    form, insert = _forms(request, known)

    def work() -> str:
        given, outcome = form.cleaned_data, f"{reverse('reports:report', args=[code])}?{query}"
        submission.spend(given["form_token"], outcome)
        version, today = given["version"] or 0, clock.today(request)
        drafting.save(asked, form.lines, version=version, own=request.reach, on=today)
        return outcome

    done = form.is_bound and carry_out(request, Deed.ISSUE_REPORT, form, work, SAVED)
    return done or render(
        request, "reports/draft.html", context | {"form": form, "insert": insert, "made": made, "query": query}
    )


def _forms(request: HttpRequest, known: dict) -> tuple[DraftForm, InsertForm]:
    """The text and the choice of a cell; a chosen cell is put into the text as it was typed, which is not saved by that."""
    if "chen" not in request.POST:
        form = DraftForm(request.POST or None, **known)
        return form, InsertForm(report=known["report"], paragraphs=form.paragraphs)
    typed = {name: value for name, value in request.POST.items() if name != "form_token"}
    form = DraftForm(initial=typed, **known)
    insert = InsertForm(request.POST, report=known["report"], paragraphs=form.paragraphs)
    if insert.is_valid():
        form.put(insert.cell.name, insert.cleaned_data["chen_vao"])
    else:
        insert.point_at_error()
    return form, insert


def _addresses(made: Made) -> list[str]:
    """The addresses of the lists behind the figures of the text, those of tables where the text names them."""
    written = drafts.written(made.system).values()
    of_text = [figure for paragraph in written for figure in paragraph.figures.values()]
    in_tables = cells.of(made.system)
    named = (token for line in made.draft.lines for token in drafts.tokens(line.words or ""))
    of_tables = [in_tables[token].figure for token in named if token in in_tables]
    return [figure.href for figure in (*of_text, *of_tables) if figure.href]
