"""Accounts as an administrator keeps them: who, with which posts; opened, given posts, ended, locked, reset."""

from collections.abc import Callable
from dataclasses import dataclass

from django.core.paginator import Paginator
from django.db.models import QuerySet
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, render
from django.urls import reverse
from django.views.decorators.cache import never_cache

from organizations import accounts, clock, posting, second_factor, submission, tree
from organizations.account_forms import EndPostForm, NewAccountForm, PostForm
from organizations.enums import Deed
from organizations.gate import gate
from organizations.handling import carry_out
from organizations.inputs import DeedForm
from organizations.models import Unit, User
from organizations.paging import shown_page

PAGE_SIZE = 50
SHOWN_ONCE = "temporary_password"


@dataclass(frozen=True)
class Change:
    """A change of an account that needs no more than a click: its words, and the action."""

    title: str
    explained: str
    done: str
    work: Callable[..., str | None]
    danger: bool = False


CHANGES = {
    "khoa": Change(
        "Khóa tài khoản",
        "Người này bị đăng xuất ngay ở mọi máy và không đăng nhập được nữa. Phân công và lịch sử vẫn còn.",
        "Đã khóa tài khoản.",
        posting.lock,
        danger=True,
    ),
    "mo-khoa": Change(
        "Mở khóa tài khoản",
        "Người này đăng nhập lại được bằng mật khẩu đang có, với các phân công đang có.",
        "Đã mở khóa tài khoản.",
        posting.unlock,
    ),
    "dat-lai-mat-khau": Change(
        "Đặt lại mật khẩu",
        "Hệ thống sinh một mật khẩu tạm, chỉ hiện một lần. Người này bị đăng xuất ở mọi máy và phải đổi mật khẩu khi vào lại.",
        "Đã đặt lại mật khẩu.",
        posting.reset_password,
    ),
    "dat-lai-xac-thuc": Change(
        "Đặt lại bước xác thực thứ hai",
        "Dùng khi mất điện thoại và hết mã dự phòng; hãy chắc rằng chính người này đề nghị. Người này bị đăng xuất ở mọi máy, "
        "lần sau vào bằng mật khẩu và thiết lập lại.",
        "Đã đặt lại bước xác thực thứ hai.",
        posting.reset_second_factor,
        danger=True,
    ),
}


@gate(Deed.MANAGE_ACCOUNTS)
def index(request: HttpRequest) -> HttpResponse:
    """The people whom the administrator manages, with their posts of the day one looks from."""
    words = request.GET.get("tim", "").replace("\x00", "").strip()
    people = accounts.listed(request.reach, clock.today(request), words)
    page = Paginator(people, PAGE_SIZE).get_page(request.GET.get("trang"))
    shown = {"rows": page.object_list, "page": shown_page(page, request.GET, "tài khoản"), "words": words}
    return render(request, "organizations/accounts.html", shown)


@gate(Deed.MANAGE_ACCOUNTS, "GET", "POST")
def new(request: HttpRequest) -> HttpResponse:
    """Open an account with its first post; the temporary password is shown once, on the page of the account."""
    form = NewAccountForm(request.POST or None, units=_units(request), initial={"since": clock.today(request)})

    def work() -> str:
        submission.check_unspent(form.cleaned_data["form_token"])
        said = form.cleaned_data
        user, password = posting.open_account(said["username"], said["full_name"], form.given(), own=request.reach)
        return _finished(request, form, user, password)

    done = request.method == "POST" and carry_out(request, Deed.MANAGE_ACCOUNTS, form, work, "Đã mở tài khoản.")
    return done or render(request, "organizations/account_new.html", {"form": form})


@gate(Deed.MANAGE_ACCOUNTS)
@never_cache
def account(request: HttpRequest, username: str) -> HttpResponse:
    """One account: its posts through time, how it signs in, what may be changed."""
    user = _found(request, username)
    context = {
        "person": user,
        "posts": accounts.history(user),
        "on": request.reach.on,
        "second_factor": second_factor.is_on(user),
        "is_self": user == request.user,
        "password": _shown_now(request, user),
    }
    return render(request, "organizations/account.html", context)


@gate(Deed.MANAGE_ACCOUNTS, "GET", "POST")
def give(request: HttpRequest, username: str) -> HttpResponse:
    """Give somebody a further post."""
    user = _found(request, username)
    words = {"initial": {"since": clock.today(request)}, "version": accounts.version(user)}
    form = PostForm(request.POST or None, units=_units(request), **words)

    def work() -> str:
        submission.check_unspent(form.cleaned_data["form_token"])
        posting.give_post(user, form.given(), own=request.reach, version=form.cleaned_data["version"])
        return _finished(request, form, user)

    done = request.method == "POST" and carry_out(request, Deed.MANAGE_ACCOUNTS, form, work, "Đã ghi phân công.")
    return done or render(request, "organizations/account_post.html", {"form": form, "person": user})


@gate(Deed.MANAGE_ACCOUNTS, "GET", "POST")
def end(request: HttpRequest, username: str, number: int) -> HttpResponse:
    """End a post from a day on; it stays in the history."""
    user = _found(request, username)
    post = get_object_or_404(accounts.history(user), pk=number)
    words = {"initial": {"since": request.reach.on}, "version": accounts.version(user)}
    form = EndPostForm(request.POST or None, **words)

    def work() -> str:
        submission.check_unspent(form.cleaned_data["form_token"])
        said = form.cleaned_data
        posting.end_post(post, said["since"], own=request.reach, version=said["version"])
        return _finished(request, form, user)

    done = request.method == "POST" and carry_out(request, Deed.MANAGE_ACCOUNTS, form, work, "Đã ghi thôi phân công.")
    return done or render(request, "organizations/account_end.html", {"form": form, "person": user, "post": post})


@gate(Deed.MANAGE_ACCOUNTS, "GET", "POST")
def change(request: HttpRequest, username: str, what: str) -> HttpResponse:
    """Lock, unlock, or reset: one page that says what follows, one click."""
    user, asked = _found(request, username), CHANGES.get(what)
    if asked is None:
        raise Http404
    form = DeedForm(request.POST or None, version=accounts.version(user))

    def work() -> str:
        submission.check_unspent(form.cleaned_data["form_token"])
        password = asked.work(user, own=request.reach, version=form.cleaned_data["version"])
        return _finished(request, form, user, password)

    done = request.method == "POST" and carry_out(request, Deed.MANAGE_ACCOUNTS, form, work, asked.done)
    return done or render(request, "organizations/account_change.html", {"form": form, "person": user, "change": asked})


def _shown_now(request: HttpRequest, user: User) -> str | None:
    """The temporary password that waits in the session for the page of this very account; it is taken out of there."""
    waiting = request.session.get(SHOWN_ONCE) or {}
    return request.session.pop(SHOWN_ONCE)["password"] if waiting.get("user") == user.pk else None


def _found(request: HttpRequest, username: str) -> User:
    return get_object_or_404(accounts.managed(request.reach), username=username)


def _units(request: HttpRequest) -> QuerySet[Unit]:
    return accounts.places(request.reach).annotate(name=tree.name_on(request.reach.on, "pk")).order_by("code")


def _finished(request: HttpRequest, form: DeedForm, user: User, password: str | None = None) -> str:
    """Spend the token; keep a temporary password in the session, in clear, until its one showing on the page of the account."""
    outcome = reverse("organizations:account", args=[user.username])
    submission.spend(form.cleaned_data["form_token"], outcome)
    if password:
        request.session[SHOWN_ONCE] = {"user": user.pk, "password": password}
    return outcome
