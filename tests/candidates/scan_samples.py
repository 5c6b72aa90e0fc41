"""Files as people send them: whole ones, and those that are not what their name says."""

import io
import zipfile
import zlib

from PIL import Image
from pypdf import PdfWriter

from candidates import scanning, scans
from candidates.models import Paper, Scan
from organizations import access
from organizations.acting import acting
from organizations.enums import Deed
from tests import people


def pdf(writer: PdfWriter | None = None) -> bytes:
    """A PDF of one empty page, or what ``writer`` holds."""
    made = writer or PdfWriter()
    if not made.pages:
        made.add_blank_page(200, 200)
    held = io.BytesIO()
    made.write(held)
    return held.getvalue()


def picture(kind: str = "JPEG", size: tuple[int, int] = (40, 30), **how: object) -> bytes:
    """A grey picture."""
    held = io.BytesIO()
    Image.effect_noise(size, 40).save(held, kind, **how)
    return held.getvalue()


def archive() -> bytes:
    """A ZIP with one text."""
    held = io.BytesIO()
    with zipfile.ZipFile(held, "w") as packed:
        packed.writestr("thu.txt", "thử")
    return held.getvalue()


def pdf_with(catalogue: bytes, *further: bytes) -> bytes:
    """A PDF written by hand: one page, ``catalogue`` in its root, ``further`` objects from number 4 on."""
    objects = [
        b"<< /Type /Catalog /Pages 2 0 R %s >>" % catalogue,
        b"<< /Type /Pages /Kids [3 0 R] /Count 1 >>",
        b"<< /Type /Page /Parent 2 0 R /MediaBox [0 0 9 9] >>",
        *further,
    ]
    made, places = b"%PDF-1.7\n", []
    for number, words in enumerate(objects, start=1):
        places.append(len(made))
        made += b"%d 0 obj\n%s\nendobj\n" % (number, words)
    table = b"".join(b"%010d 00000 n \n" % place for place in places)
    made, start = made + b"xref\n0 %d\n0000000000 65535 f \n" % (len(objects) + 1) + table, len(made)
    return made + b"trailer << /Size %d /Root 1 0 R >>\nstartxref\n%d\n%%%%EOF\n" % (len(objects) + 1, start)


def pdf_with_script() -> bytes:
    return pdf_with(b"/OpenAction 4 0 R", b"<< /S /JavaScript /JS (app.alert\\(1\\)) >>")


def pdf_with_hidden_script() -> bytes:
    """The name of the action is written with a code for a letter, so that no search for the word finds it."""
    return pdf_with_script().replace(b"/JavaScript", b"/J#61vaScript").replace(b"/JS", b"/J#53")


def pdf_with_file() -> bytes:
    return pdf_with(b"/Names << /EmbeddedFiles << /Names [(a) 4 0 R] >> >>", b"<< /Type /Filespec /F (a.txt) >>")


def pdf_with_launch() -> bytes:
    return pdf_with(b"/OpenAction << /S /Launch /F (cmd.exe) >>")


def pdf_with_packed_script() -> bytes:
    """The action lies in a compressed object stream, where no search of the file's bytes reaches."""
    packed = zlib.compress(b"4 0 << /S /JavaScript /JS (app.alert\\(1\\)) >>")
    head = pdf_with(b"/OpenAction 4 0 R").partition(b"xref\n")[0]
    places = [head.index(b"%d 0 obj" % number) for number in (1, 2, 3)] + [0, len(head)]
    head += b"5 0 obj\n<< /Type /ObjStm /N 1 /First 4 /Filter /FlateDecode /Length %d >>\nstream\n" % len(packed)
    head += packed + b"\nendstream\nendobj\n"
    places.append(len(head))
    rows = [(0, 0, 0), *((1, place, 0) for place in places[:3]), (2, 5, 0), (1, places[4], 0), (1, places[5], 0)]
    table = b"".join(
        kind.to_bytes(1, "big") + place.to_bytes(4, "big") + more.to_bytes(2, "big") for kind, place, more in rows
    )
    told = b"<< /Type /XRef /Size 7 /W [1 4 2] /Root 1 0 R /Length %d >>" % len(table)
    return head + b"6 0 obj\n%s\nstream\n%s\nendstream\nendobj\nstartxref\n%d\n%%%%EOF\n" % (told, table, places[5])


def pdf_with_password() -> bytes:
    made = PdfWriter()
    made.add_blank_page(200, 200)
    made.encrypt("bi-mat", algorithm="RC4-128")
    return pdf(made)


def switched_on(cast: people.Cast) -> None:
    """Let the installation keep scans."""
    own = access.reach(cast.administrator, people.TODAY)
    with acting(cast.administrator, Deed.SWITCH_SCANS):
        scanning.switch(True, "Kế hoạch số hóa 5-KH/TN", own=own, on=people.TODAY)
    assert scans.are_on()


def kept(cast: people.Cast, paper: Paper, content: bytes | None = None, name: str = "quyet-dinh.pdf") -> Scan:
    """Keep a scan of a paper as the secretary does."""
    own = access.reach(cast.secretary, people.TODAY)
    with acting(cast.secretary, Deed.RECORD_PAPER):
        return scanning.add(paper, scanning.SentFile(name, content or pdf()), own=own, on=people.TODAY)
