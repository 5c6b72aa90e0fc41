#!/bin/sh
# Runs its arguments with a Python new enough for set-up; Debian's smallest image has none, so that one is installed.
set -eu

new_enough() {
    "$1" -c 'import sys; sys.exit(sys.version_info < (3, 11))' 2>/dev/null
}

as_root() {
    if [ "$(id -u)" -eq 0 ]; then "$@"; else sudo "$@"; fi
}

for python in ${PYTHON:-python3} /usr/bin/python3 python3.13 python3.12 python3.11; do
    if new_enough "$python"; then exec "$python" "$@"; fi
done

if command -v apt-get >/dev/null && ! [ -e /usr/bin/python3 ] && { [ "$(id -u)" -eq 0 ] || command -v sudo >/dev/null; }; then
    echo "→ Đang cài Python …"
    as_root apt-get update -qq || true
    as_root env DEBIAN_FRONTEND=noninteractive apt-get install -y -qq --no-install-recommends python3 python3-venv >/dev/null || true
    if new_enough /usr/bin/python3; then exec /usr/bin/python3 "$@"; fi
fi
echo "✗ Máy này chưa có Python 3.11 trở lên; hãy cài python3 (và python3-venv) rồi chạy lại." >&2
exit 1
