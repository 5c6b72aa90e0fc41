"""The submission of several dossiers with their list: choosing them, how it reads, and as a PDF file."""

from django import forms
from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render

from candidates.models import Dossier
from organizations import clock
from organizations.acting import record_reading
from organizations.enums import Deed
from organizations.errors import Refused
from organizations.gate import gate
from organizations.inputs import AskingForm
from reports import pdf as paper
from reports.forms import submission as submissions
from reports.forms.submission import BY_GRASSROOTS, MOST, SUBMITTERS, Submission

UNKNOWN = "Hồ sơ “{}” không nằm trong danh sách chờ trình mà đồng chí được in; hãy chọn lại."
TOO_MANY = f"Mỗi tờ trình kèm danh sách nhiều nhất {MOST} người; hãy chia thành nhiều tờ."
NOBODY = "Hãy chọn ít nhất một hồ sơ."
LACKS = "Danh sách còn thiếu mục nêu dưới đây. Hãy nhập các mục đó, hoặc in bản để điền tay."


class SubmissionForm(AskingForm):
    """Who submits, and which dossiers."""

    noi_trinh = forms.ChoiceField(label="Nơi trình", choices=SUBMITTERS, required=False)
    hs = forms.MultipleChoiceField(label="Hồ sơ", required=False)
    trong = forms.BooleanField(required=False)

    def __init__(self, data: object, rows: dict[str, Dossier]) -> None:
        super().__init__(data)
        self.rows = rows
        self.fields["hs"].choices = [(code, code) for code in rows]
        self.fields["hs"].error_messages["invalid_choice"] = UNKNOWN.format("%(value)s")
        self.fields["noi_trinh"].error_messages["invalid_choice"] = "Hãy chọn nơi trình trong danh sách."

    def clean_hs(self) -> list[str]:
        """Not more than fit a list."""
        if len(self.cleaned_data["hs"]) > MOST:
            raise forms.ValidationError(TOO_MANY)
        return self.cleaned_data["hs"]

    @property
    def chosen(self) -> list[Dossier]:
        """The chosen dossiers, in the order of names."""
        asked = set(self.cleaned_data["hs"])
        return [found for code, found in self.rows.items() if code in asked]


@gate(Deed.PRINT_FORM)
def submission(request: HttpRequest) -> HttpResponse:
    """The dossiers that wait to be submitted; of those chosen, what lacks and how the submission reads."""
    return _shown(request, _form(request))


@gate(Deed.PRINT_FORM)
def pdf(request: HttpRequest) -> HttpResponse:
    """The submission as a PDF file; where something lacks, only as a draft for the pen (``trong=1``)."""
    form = _form(request)
    if not form.is_valid():
        return _shown(request, form, 400)
    if not form.chosen:
        messages.info(request, NOBODY)
        return redirect("reports:submission")
    try:
        built = _built(request, form)
    except Refused:
        return _shown(request, form, 409)
    if built.lacking and not form.cleaned_data["trong"]:
        return _shown(request, form, 409)
    record_reading(request.user, Deed.PRINT_FORM, "Tờ trình kèm danh sách đề nghị kết nạp", len(built.rows))
    headers = {"Content-Disposition": 'inline; filename="to-trinh-ket-nap.pdf"'}
    return HttpResponse(paper.render_submission(built), content_type="application/pdf", headers=headers)


def _form(request: HttpRequest) -> SubmissionForm:
    by = request.GET.get("noi_trinh") or BY_GRASSROOTS
    found = submissions.waiting(request.reach, by, clock.today(request))
    return SubmissionForm(request.GET, {each.code: each for each in found})


def _shown(request: HttpRequest, form: SubmissionForm, status: int = 200) -> HttpResponse:
    context = {
        "form": form,
        "rows": list(form.rows.values()),
        "submitters": SUBMITTERS,
        "query": request.GET.urlencode(),
    }
    context["by"] = request.GET.get("noi_trinh") or BY_GRASSROOTS
    context["asked"] = set(request.GET.getlist("hs"))
    if not form.is_valid():
        return render(request, "reports/forms/submission.html", context, status=400)
    if form.chosen:
        context |= _reading(request, form, status)
    return render(request, "reports/forms/submission.html", context, status=status)


def _reading(request: HttpRequest, form: SubmissionForm, status: int) -> dict:
    """The submission as it reads, or why there is none."""
    try:
        built = _built(request, form)
    except Refused as error:
        return {"refused": str(error)}
    return {"built": built} | ({"refused": LACKS} if status == 409 else {})


def _built(request: HttpRequest, form: SubmissionForm) -> Submission:
    """The submission; ethnic group and religion only for those who may see them of everybody, which leaves a trace."""
    sees = all(request.reach.covers(Deed.SEE_SENSITIVE, each.unit) for each in form.chosen)
    by = form.cleaned_data["noi_trinh"] or BY_GRASSROOTS
    built = submissions.build(form.chosen, by, clock.today(request), sees_sensitive=sees)
    if built.shows_sensitive:
        record_reading(request.user, Deed.SEE_SENSITIVE, "Danh sách kèm tờ trình kết nạp", len(built.rows))
    return built
