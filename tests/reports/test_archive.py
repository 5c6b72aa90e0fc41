"""The printed file as an archive keeps it: claims, structure, fonts, title; read with pypdf, and by qpdf where there is one."""

import shutil
import subprocess
from io import BytesIO

import pytest
from pypdf import PdfReader

from reports.pdf import render_pdf, render_slip
from tests.reports import paper_sample as sample


@pytest.fixture(scope="module")
def printed() -> bytes:
    return render_pdf(sample.report())


@pytest.fixture(scope="module")
def root(printed):
    return PdfReader(BytesIO(printed)).trailer["/Root"]


def elements(root) -> list:
    """Every element of the structure tree, in reading order."""
    found, left = [], [root["/StructTreeRoot"]]
    while left:
        one = left.pop().get_object()
        if isinstance(one, list):
            left += reversed(one)
        elif hasattr(one, "get"):
            found += [one] if "/S" in one else []
            kids = one.get("/K", [])
            left += reversed(kids if isinstance(kids, list) else [kids]) if not isinstance(kids, int) else []
    return found


def test_the_viewer_shows_the_title(root):
    assert root["/ViewerPreferences"]["/DisplayDocTitle"]


def test_metadata_names_title_and_author_and_nothing_runs(root):
    told = root["/Metadata"].get_data().decode()
    assert "Báo cáo tiến độ kết nạp đảng viên" in told
    assert "pdfaid" in told
    assert not {"/OpenAction", "/AA", "/AcroForm"} & set(root)


def test_the_tree_holds_headings_tables_and_heads_of_columns_and_rows(root):
    kinds = [element["/S"] for element in elements(root)]
    assert {"/H1", "/H2", "/P", "/Table", "/TR", "/TH", "/TD"} <= set(kinds)
    assert kinds.count("/Table") >= 3


def test_every_head_says_what_it_heads(root):
    heads = [element for element in elements(root) if element["/S"] == "/TH"]
    scopes = {_scope(element) for element in heads}
    assert scopes == {"/Column", "/Row"}


def _scope(element) -> str:
    attributes = element["/A"].get_object()
    attributes = attributes if isinstance(attributes, list) else [attributes]
    return next(each.get_object()["/Scope"] for each in attributes if "/Scope" in each.get_object())


@pytest.mark.skipif(not shutil.which("qpdf"), reason="qpdf is not installed")
@pytest.mark.parametrize("render", [render_pdf, render_slip])
def test_qpdf_finds_no_error(render, tmp_path):
    file = tmp_path / "report.pdf"
    file.write_bytes(render(sample.report()))
    done = subprocess.run(["qpdf", "--check", file], capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stdout + done.stderr
