# Every command of a clone. What they do is in scripts/; python.sh finds (or installs) the Python that runs it.
.DEFAULT_GOAL := help
.PHONY: help run test setup stop bench pictures lock

PORT ?= 8000
STORY ?= khoi-2021
export PORT STORY
SCRIPTS := @sh scripts/python.sh -m scripts
LOCK := .venv/bin/uv pip compile pyproject.toml --python-version 3.11 --generate-hashes --no-header --no-annotate --quiet

help:  ## in ra các lệnh này
	@echo "Kết Nạp – các lệnh:"
	@sed -n 's/^\([a-z]*\):.*## /  make \1\t/p' Makefile | expand -t 18

run:  ## chuẩn bị mọi thứ rồi mở trang web (cổng khác: make run PORT=8001; bộ minh họa khác, khi chưa có dữ liệu: make run STORY=hoi-2015); Ctrl-C để tắt
	$(SCRIPTS) run

test:  ## kiểm tra mã, quy ước giữa các phần, bộ kiểm thử, rồi một chuyến đi bằng trình duyệt
	$(SCRIPTS) test

setup:  ## chỉ chuẩn bị: sau đó dùng được .venv/bin/python manage.py …
	$(SCRIPTS) setup

stop:  ## tắt trang web và cơ sở dữ liệu của bản này; dữ liệu còn nguyên
	$(SCRIPTS) stop

bench:  ## đo thời gian các trang chính và báo cáo trên bộ dữ liệu minh họa
	$(SCRIPTS) setup
	@.venv/bin/python manage.py load_demo khoi-2021 --if-empty
	@.venv/bin/python -m scripts.bench
	@.venv/bin/python -m scripts.bench_paper

pictures:  ## chụp lại các màn hình cho docs/pictures (khi make run đang chạy bộ minh họa đó: make pictures STORY=hoi-2015)
	@.venv/bin/python -m scripts.pictures http://127.0.0.1:$(PORT) $(STORY)
	@.venv/bin/python -m scripts.report_pictures

lock:  ## ghi lại requirements*.txt từ pyproject.toml (bản mới nhất: make lock UPGRADE=--upgrade)
	$(SCRIPTS) setup
	@.venv/bin/python -m pip install --quiet uv
	@$(LOCK) $(UPGRADE) --output-file requirements.txt
	@$(LOCK) $(UPGRADE) --extra dev --constraint requirements.txt --output-file requirements-dev.txt
