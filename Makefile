# `make` alone lists what there is. On a fresh machine every target first installs what it lacks.

SHELL := /bin/bash
.SHELLFLAGS := -euo pipefail -c
.DEFAULT_GOAL := help
# One thing at a time: cargo uses all cores anyway, and a heading stays above what it announces.
.NOTPARALLEL:
.PHONY: help setup setup-run build run test e2e soak bench fmt \
	native pack format lint dependencies layers docs suite-sqlite suite-postgres suite-web miniprogram browser

export CARGO_TARGET_DIR ?= $(CURDIR)/target
# `make setup` puts its cargo tools there.
export PATH := $(CURDIR)/target/tools/bin:$(PATH)

# Cargo picks a dependency's features by the packages that are built together, and builds it again for another choice.
# So there are these two choices, and everything uses one of them.
NATIVE := --workspace --exclude shuiting-hall --exclude shuiting-desk --exclude shuiting-crew --exclude shuiting-parts
WEB := -p shuiting-hall -p shuiting-desk -p shuiting-crew -p shuiting-parts --target wasm32-unknown-unknown --profile wasm-release

help: ## list the targets
	@sed -n 's/^\([a-z0-9-]*\):.*## \(.*\)/  make \1\t\2/p' Makefile | expand -t 16

setup: ## install what building and testing need
	@tests/setup.sh test

setup-run:
	@tests/setup.sh run

build: setup-run ## build the server for release, with the web programs inside
	@echo "== Packing the web programs"
	@cargo run --quiet -p shuiting-pack
	@echo "== Building the server"
	@cargo build --release -p shuiting-server

run: build ## build, then serve the demo city
	@echo "== Serving the demo city"
	@exec $(CARGO_TARGET_DIR)/release/shuiting serve --demo

test: setup format lint dependencies layers docs native pack suite-sqlite suite-postgres suite-web miniprogram browser ## check all that is promised
	@echo "== All is well"

e2e: setup native pack browser ## run the browser tests alone

# SOAK_MINUTES=1 is a fifth of the day.
soak: setup native ## a day at the desk in five minutes, which must leave nothing in memory; 10,000 letters
	@echo "== Packing the web programs as they are released"
	@$(CARGO_TARGET_DIR)/debug/shuiting-pack
	@echo "== A day at the desk"
	@cd tests/browser && SHUITING_BIN=$(CARGO_TARGET_DIR)/debug/shuiting npm run --silent soak
	@echo "== 10,000 letters while those who carry them are down, and filing beside them"
	@LETTERS=10000 TEST_ENGINE=sqlite cargo test --quiet $(NATIVE) --test http letters::many -- --nocapture
	@LETTERS=10000 TEST_ENGINE=postgres tests/with-postgres.sh cargo test --quiet $(NATIVE) --test http letters::many -- --nocapture

# ACCOUNTS=5000 is a hundredth of the city.
bench: setup ## how long an import of a city and the board of 10,000 orders take, on both engines
	@echo "== Building the server"
	@cargo build --release -p shuiting-server
	@echo "== An import of a city"
	@tests/with-postgres.sh tests/bench/import.sh $(CARGO_TARGET_DIR)/release/shuiting
	@echo "== The board of 10,000 orders"
	@TEST_ENGINE=sqlite cargo test $(NATIVE) --test http dispatch::bench -- --ignored --nocapture
	@TEST_ENGINE=postgres tests/with-postgres.sh cargo test $(NATIVE) --test http dispatch::bench -- --ignored --nocapture

fmt: ## format the code
	@echo "== Formatting"
	@cargo fmt

# What follows are the steps of `make test`, in its order.

format:
	@echo "== Formatting is rustfmt's"
	@cargo fmt --check

lint:
	@echo "== Clippy has nothing to say"
	@cargo clippy $(NATIVE) --all-targets -- -D warnings
	@cargo clippy $(WEB) -- -D warnings

dependencies:
	@echo "== Dependencies are those we want, and all are used"
	@cargo deny --log-level error check bans licenses sources
	@cargo machete

layers:
	@echo "== shared builds for the browser, and knows neither actix nor Diesel"
	@cargo check --profile wasm-release -p shuiting-shared --target wasm32-unknown-unknown
	@tree=$$(cargo tree -p shuiting-shared --all-features --edges normal --prefix none); \
		! grep -E '^(actix|diesel)' <<<"$$tree"

docs:
	@echo "== Documentation builds"
	@RUSTDOCFLAGS="-Dwarnings -Arustdoc::private-intra-doc-links" cargo doc $(NATIVE) --no-deps --document-private-items

# With --all-targets the programs are built with the same features as the tests, thus once.
native:
	@echo "== Building the server, the packer and the tests"
	@cargo build $(NATIVE) --all-targets

pack:
	@echo "== Packing the web programs"
	@$(CARGO_TARGET_DIR)/debug/shuiting-pack

suite-sqlite:
	@echo "== Unit tests, and the HTTP suite on SQLite"
	@TEST_ENGINE=sqlite tests/snapshots.sh cargo test $(NATIVE)

suite-postgres:
	@echo "== The HTTP suite on PostgreSQL"
	@TEST_ENGINE=postgres INSTA_UPDATE=no tests/with-postgres.sh cargo test $(NATIVE) --test http

# What a program decides apart from the browser is tested without one.
suite-web:
	@echo "== Unit tests of the web programs"
	@cargo test -p shuiting-parts -p shuiting-hall -p shuiting-desk -p shuiting-crew

# Compiled strictly, and its pages drawn without WeChat.
miniprogram:
	@echo "== The mini-program"
	@cd web/miniprogram && npm run --silent test

browser:
	@echo "== The browser tests"
	@cd tests/browser && npm run --silent check
	@cd tests/browser && SHUITING_BIN=$(CARGO_TARGET_DIR)/debug/shuiting npx playwright test
