"""The project's settings with what is not under test taken out: no redirect to https, no manifest, a fast password hasher."""

from config import settings as real
from config.settings import *  # noqa: F403  (a settings module is its names)

SECURE_SSL_REDIRECT = SESSION_COOKIE_SECURE = CSRF_COOKIE_SECURE = False
PASSWORD_HASHERS = ["django.contrib.auth.hashers.MD5PasswordHasher"]
STORAGES = {"staticfiles": {"BACKEND": "django.contrib.staticfiles.storage.StaticFilesStorage"}}
# Static files are looked for when one is asked for: each client of a test would read the whole folder first.
WHITENOISE_AUTOREFRESH = True
# Nothing lies there: a test of scans names a place of its own (the fixture ``scans_root``).
SCANS_ROOT = real.VAR_DIR / "no-scans"
LETTERS_ROOT = real.VAR_DIR / "no-letters"
