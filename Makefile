# `make demo` and `make test` need Python 3.11 or newer and make; everything else goes into .venv.

PORT ?= 8000
CLIENT_PORT ?= 8001
python := .venv/bin/python
# Every process of the tests would compile all of them anew.
unexport PYTHONDONTWRITEBYTECODE

.DEFAULT_GOAL := help
.NOTPARALLEL:
.PHONY: help demo demo-reset demo-headless test lint clean no-python

help:
	@echo 'make demo        serve the example site on 127.0.0.1:8000 (PORT=… for another port)'
	@echo 'make demo-reset  throw the example site away and make it anew'
	@echo 'make demo-headless  serve the content alone, and a client site beside it (CLIENT_PORT=…; needs Node)'
	@echo 'make test        run the tests that need Python alone'
	@echo 'make lint        check style, types, import contracts'
	@echo 'make clean       remove what the other targets made, but not the content of the example site'

demo: .venv/example
	@$(python) example_project/manage.py demo --port $(PORT)

demo-reset: .venv/example
	@$(python) example_project/manage.py demo --port $(PORT) --reset

demo-headless: .venv/example
	@$(python) example_project/manage.py demo_headless --settings example_project.settings_headless \
	    --port $(PORT) --client-port $(CLIENT_PORT)

test: .venv/test
	@$(python) -m pytest -q -n auto -m 'not browser and not clients and not interop and not postgres'

lint: .venv/lint
	@$(python) -m ruff check -q
	@$(python) -m ruff format -q --check
	@$(python) -m mypy --no-error-summary
	@said=$$(.venv/bin/lint-imports --no-logo) || { echo "$$said"; exit 1; }

clean:
	@rm -rf .venv build dist htmlcov .coverage .hypothesis .pytest_cache .mypy_cache .ruff_cache .import_linter_cache
	@find . -name __pycache__ -type d -prune -exec rm -rf {} +

# One stamp for each group of packages in pyproject.toml: nothing is installed twice.
.venv/example .venv/test .venv/lint: pyproject.toml .venv/pyvenv.cfg
	@echo 'Installing into .venv (a minute, the first time)'
	@{ $(python) -m pip install -qq 'pip>=25.1' && $(python) -m pip install -qq --editable . --group $(@F); } || { \
	    echo 'The packages could not be installed: pip says why above. Mend that, then run the same command again.'; \
	    exit 1; } >&2
	@touch $@

# Made again when the Python it was made with is gone.
.venv/pyvenv.cfg: $(shell test -x $(python) || echo no-python)
	@for found in $(PYTHON) python3.14 python3.13 python3.12 python3.11 python3 python; do \
	    if $$found -c 'import sys, ensurepip, venv; sys.exit(sys.version_info < (3, 11))' 2>/dev/null; then \
	        exec $$found -m venv --clear .venv; \
	    fi; \
	done; { \
	    echo 'Missing: Python 3.11 or newer with its venv module.'; \
	    echo 'On Debian and Ubuntu: apt install python3 python3-venv. Elsewhere: python.org.'; \
	    echo 'If it is there under another name: make PYTHON=/path/to/python …'; \
	    exit 1; } >&2
