"""What the Django project needs before it can serve: a key, translations, static files, tables, policy, the demo."""

import os
import secrets
import subprocess
import sys
from pathlib import Path

from config.private_cluster import ROOT
from scripts import environment, stamps
from scripts.cluster import Cluster
from scripts.speech import REFUSED, Refusal, attempt, say

KEY = stamps.VAR / "secret-key"
REQUIREMENTS = ROOT / "requirements.txt"
TABLES = ("migrate --no-input --verbosity 0", "createcachetable", "load_policy")
DEMO = (f"load_demo {os.environ.get('STORY', 'khoi-2021')} --if-empty",)
ACCOUNTS = ("demo_accounts",)


def secret_key() -> None:
    """Give the clone its own key, readable by its owner only."""
    if KEY.exists() and KEY.stat().st_size:
        return
    fresh = KEY.with_suffix(".new")
    fresh.touch(mode=0o600)
    fresh.write_text(secrets.token_urlsafe(50) + "\n")
    fresh.rename(KEY)


def translations() -> None:
    """Compile our own translations; Django's command would compile those of every package in .venv as well."""
    sources = sorted((ROOT / "locale").rglob("*.po"))
    key = stamps.digest(*sources)
    if stamps.current("translations", key) and all(source.with_suffix(".mo").exists() for source in sources):
        return
    for source in sources:
        command = ["msgfmt", "--check-format", "-o", source.with_suffix(".mo"), source]
        attempt(command, f"Bản dịch {source.relative_to(ROOT)} có lỗi; hãy xem lời báo ở trên.")
    stamps.store("translations", key)


def static_files() -> None:
    """Gather the static files under hashed names."""
    key = stamps.digest(REQUIREMENTS, ROOT / "static", *(folder / "static" for folder in _applications()))
    if stamps.current("static", key) and (stamps.VAR / "static" / "staticfiles.json").exists():
        return
    say("Đang gom tệp tĩnh …")
    manage("collectstatic --no-input --clear --verbosity 0")
    stamps.store("static", key)


def tables(cluster: Cluster | None) -> None:
    """Bring tables and policy to the state of the code; a server that is not ours is looked at every time."""
    code = stamps.digest(REQUIREMENTS, *_applications())
    if cluster and stamps.current("tables", f"{code} {cluster.state()}"):
        return
    say("Đang cập nhật bảng và quy định …")
    manage(*TABLES)
    if cluster:
        stamps.store("tables", f"{code} {cluster.state()}")


def reachable() -> None:
    """Refuse, with the sentence that says why, where the database of ``DATABASE_URL`` cannot be used."""
    manage()


def demo() -> str:
    """Load the demo into an empty database and return the list of its accounts."""
    say("Đang xem dữ liệu mẫu (lần đầu mất chừng một phút) …")
    manage(*DEMO)
    return _output(*ACCOUNTS)


def manage(*lines: str) -> None:
    """Run management commands; what they print is shown only when one fails."""
    _output(*lines)


def _output(*lines: str) -> str:
    command = [environment.PYTHON, "-m", "scripts.commands", *lines]
    options = {"stdin": subprocess.DEVNULL, "capture_output": True, "text": True, "cwd": ROOT, "env": _variables()}
    done = subprocess.run(command, check=False, **options)
    if done.returncode == REFUSED:
        raise Refusal(done.stderr.strip().splitlines()[-1])
    if done.returncode:
        print((done.stdout + done.stderr).rstrip(), file=sys.stderr, flush=True)
        raise Refusal(f"Lệnh của Django bị lỗi ({'; '.join(lines)}); hãy xem lời báo ở trên.")
    return done.stdout


def _variables() -> dict[str, str]:
    return os.environ | {"PYTHONUTF8": "1"}


def _applications() -> list[Path]:
    """The folders whose code or data can change tables or policy."""
    packages = (init.parent for init in sorted(ROOT.glob("*/__init__.py")))
    return [package for package in packages if package.name not in ("scripts", "tests")]
