# Everything there is to do, from a fresh clone on: `make` lists it. Works with GNU make 3.81 and newer.

PYTHON ?= python3
ADDRESS ?= 127.0.0.1:8000
VENV := .venv
BIN := $(VENV)/bin
BUILD := .build

# Material announces with every build that it will not follow a MkDocs 2; we hold MkDocs below 2 ourselves.
export NO_MKDOCS_2_WARNING := 1
export PIP_DISABLE_PIP_VERSION_CHECK := 1

.PHONY: help serve site share steering test check bench lowest evidence format lock clean

help: ## list these commands
	@sed -n 's/^\([a-z]*\):.*## \(.*\)/make \1	\2/p' Makefile

serve: $(VENV)/.site ## set up, build and serve the live site; it follows what you change
	$(BIN)/mkdocs serve --dev-addr $(ADDRESS)

# Builds the site for an audience beside its folder, and puts it there in one step when it is good. Only where a system
# has no such step can a kill leave the last site aside: then it is laid back first.
define build_site
	@if [ -d $(BUILD)/last-$(2) ] && [ ! -d $(2) ]; then mv $(BUILD)/last-$(2) $(2); fi
	rm -rf $(BUILD)/$(2) $(BUILD)/last-$(2)
	STIP_AUDIENCE=$(1) STIP_SHARE=$(3) $(BIN)/mkdocs build --strict --site-dir $(BUILD)/$(2)
	$(BIN)/stip swap $(BUILD)/$(2) $(2)
endef

site: $(VENV)/.site ## set up and build the site into site/; a failed build leaves the last good one there
	$(call build_site,staff,site,false)

share: $(VENV)/.site ## the same for a file share, into site-share/: it works with a double click, search included
	$(call build_site,staff,site-share,true)

steering: $(VENV)/.site ## the same for directors and steering group, into site-steering/: never publish it with site/
	$(call build_site,steering,site-steering,false)

test: $(VENV)/.dev ## set up all that the tests need, a browser included, and run them
	$(BIN)/python tests/browser.py
	$(BIN)/python tests/editor/install.py
	$(BIN)/python -m pytest -n 2 --dist loadfile --no-loadscope-reorder

check: $(VENV)/.dev ## format, lint, types and layers
	$(BIN)/ruff format --check
	$(BIN)/ruff check
	$(BIN)/mypy
	$(BIN)/lint-imports --cache-dir $(BUILD)/import-linter

bench: $(VENV)/.dev ## measure what Stip costs, against the bare tools in the same run; BENCH="--sizes S" chooses
	$(BIN)/python tools/bench $(BENCH)

lowest: $(VENV)/.dev ## build the example, and run some tests, with the lowest versions that we say will do; LOWEST=--quick does less
	$(BIN)/python tools/environments.py lowest $(LOWEST)

evidence: $(VENV)/.evidence ## run every long proof over everything, into .build/evidence; PROOF=name runs one
	$(BIN)/python tests/browser.py
	$(BIN)/python tools/evidence $(PROOF)

format: $(VENV)/.dev ## put every Python file in the one format
	$(BIN)/ruff check --select I --fix
	$(BIN)/ruff format

# Keeps the versions that still fit; `make lock UPGRADE=1` takes the newest. The third has the lowest that we say will do.
COMPILE = $(BUILD)/uv/bin/uv pip compile --quiet --universal --generate-hashes --no-emit-index-url \
	--python-version 3.11 --custom-compile-command "make lock" $(if $(UPGRADE),--upgrade) pyproject.toml --extra site --extra poster --extra excel

lock: $(VENV)/.venv ## write the locked requirements again, after a change of pyproject.toml
	$(BIN)/python -m venv $(BUILD)/uv
	$(BUILD)/uv/bin/python -m pip install --quiet uv
	$(COMPILE) --group dev --output-file requirements/dev.txt
	$(COMPILE) --group build --constraint requirements/dev.txt --output-file requirements/site.txt
	$(COMPILE) --group evidence --constraint requirements/dev.txt --output-file requirements/evidence.txt
	$(COMPILE) --group build --group hosts --resolution lowest-direct --output-file requirements/lowest.txt

clean: ## remove all that these commands made, the environment included
	rm -rf $(VENV) $(BUILD) .cache site site-share site-steering .mypy_cache .pytest_cache .ruff_cache .hypothesis

# Stamps in the environment tell when it was set up and from what: a newer lock sets it up again, in place. The
# locks agree (site.txt is compiled within dev.txt), so that both can be installed into the one environment.

$(VENV)/.venv:
	@$(PYTHON) -c 'import sys; sys.exit(sys.version_info < (3, 11))' || { \
	  echo "Stip needs Python 3.11 or newer, and '$(PYTHON)' is not: name one, as in 'make PYTHON=python3.12 serve'."; \
	  exit 1; }
	$(PYTHON) -m venv $(VENV)
	@touch $@

$(VENV)/.site: $(VENV)/.venv requirements/site.txt pyproject.toml
	$(BIN)/python -m pip install --quiet --require-hashes --requirement requirements/site.txt
	$(BIN)/python -m pip install --quiet --no-deps --no-build-isolation --editable .
	@touch $@

$(VENV)/.dev: $(VENV)/.venv requirements/dev.txt pyproject.toml
	$(BIN)/python -m pip install --quiet --require-hashes --requirement requirements/dev.txt
	$(BIN)/python -m pip install --quiet --no-deps --no-build-isolation --editable .
	@touch $@ $(VENV)/.site

$(VENV)/.evidence: $(VENV)/.dev requirements/evidence.txt
	$(BIN)/python -m pip install --quiet --require-hashes --requirement requirements/evidence.txt
	@touch $@
