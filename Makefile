# The targets of the project; "make" alone lists them.
.DEFAULT_GOAL := help
.PHONY: help report test data lab refresh lint bench lock clean

PYTHON ?= python3
BIN := .venv/bin
ARTICLES ?= seeds
WORKERS := -n auto --maxprocesses 4 --dist loadscope
OUT ?= reports/$(notdir $(basename $(patsubst %/,%,$(ARTICLES))))
# Runs keep to the project's own settings, not to the user's start-up files.
export IPYTHONDIR := $(CURDIR)/.venv/ipython
export MPLCONFIGDIR := $(CURDIR)/.venv/matplotlib
export JUPYTER_PLATFORM_DIRS := 1
export PYTHONHASHSEED := 0
# Modules are compiled once, not again in every kernel and worker.
export PYTHONDONTWRITEBYTECODE :=

help: ## list the targets
	@awk -F ':.*## ' '/^[a-z]+:.*## / {printf "make %-9s %s\n", $$1, $$2}' $(MAKEFILE_LIST)

report: .venv/ready ## tables, notebooks, figures and pages from ARTICLES (default: seeds) into OUT
	$(BIN)/python -m analysis report "$(ARTICLES)" --out "$(OUT)"

test: .venv/ready ## pytest, and with it nbval in strict mode on the committed notebooks
	$(BIN)/python -m pytest $(WORKERS) --no-loadscope-reorder --nbval --nbval-current-env --nbval-cell-timeout=120 \
		--nbval-sanitize-with tests/nbval_sanitize.cfg tests notebooks

data: .venv/ready ## rebuild data/claims from seeds, and the scores of the coded sets
	$(BIN)/python -m analysis export datapackage seeds --out data/claims
	$(BIN)/python -m analysis scores --out data/gold/scores.csv

lab: .venv/ready ## open JupyterLab on the notebooks
	$(BIN)/jupyter lab notebooks

refresh: .venv/ready ## execute the committed notebooks again and normalise them
	$(BIN)/jupyter nbconvert --log-level WARN --to notebook --execute --inplace --ExecutePreprocessor.record_timing=False \
		--ExecutePreprocessor.store_widget_state=False --ExecutePreprocessor.kernel_name=python3 notebooks/*.ipynb
	$(BIN)/jupyter nbconvert --log-level WARN --to notebook --inplace --TagRemovePreprocessor.enabled=True \
		--TagRemovePreprocessor.remove_all_outputs_tags interactive notebooks/*.ipynb

lint: .venv/ready ## ruff, style and format
	$(BIN)/ruff check .
	$(BIN)/ruff format --check .

bench: .venv/ready ## speed, beside spaCy's blank tokenizer and quantulum3 (installs them into build/benchmarks)
	$(BIN)/python -m pip install --quiet --disable-pip-version-check --target build/benchmarks --upgrade -r benchmarks/requirements.in
	PYTHONPATH=.:build/benchmarks $(BIN)/python -W ignore benchmarks/speed.py

lock: .venv/ready ## pin requirements.in anew (installs uv into the environment)
	$(BIN)/pip install --quiet uv
	$(BIN)/uv pip compile requirements.in -o requirements.lock --python-version 3.11 --generate-hashes --no-header \
		--no-emit-index-url --no-emit-find-links --no-annotate --upgrade

clean: ## remove the environment, the reports and the caches
	rm -rf .venv reports .pytest_cache .ruff_cache .hypothesis build
	find . -name __pycache__ -type d -prune -exec rm -rf {} +

.venv/ready: requirements.lock pyproject.toml
	$(PYTHON) -m venv .venv
	$(BIN)/python -m pip install --quiet --disable-pip-version-check --require-hashes -r requirements.lock
	$(BIN)/python -m pip install --quiet --disable-pip-version-check --no-deps --no-build-isolation -e .
	mkdir -p .venv/ipython/profile_default
	echo "c.IPKernelApp.log_level = 50" > .venv/ipython/profile_default/ipython_kernel_config.py
	touch $@
