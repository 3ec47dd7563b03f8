#!/usr/bin/env bash
# Installs what a fresh Debian machine with rustup and Node 20 lacks; says nothing and is quick when all is there.
#
#   tests/setup.sh run     what building and running need
#   tests/setup.sh test    that, and what the tests need
set -euo pipefail
cd "$(dirname "$0")/.."

sentence() {
    echo "setup: $*" >&2
}

# Debian packages, those that are missing in one go.
packages() {
    if ! command -v dpkg-query >/dev/null; then
        sentence "this is not Debian, so please see to it that these are installed: $*"
        return
    fi
    local missing=()
    for package in "$@"; do
        dpkg-query --show --showformat '${Status}' "$package" 2>/dev/null | grep -q 'ok installed' || missing+=("$package")
    done
    ((${#missing[@]})) || return 0

    local root=()
    if ((EUID != 0)); then
        if ! command -v sudo >/dev/null; then
            sentence "please install these as root, then try again: apt-get install ${missing[*]}"
            exit 1
        fi
        root=(sudo)
    fi
    sentence "installing ${missing[*]}"
    "${root[@]}" apt-get update -qq
    "${root[@]}" env DEBIAN_FRONTEND=noninteractive apt-get install -qq --no-install-recommends "${missing[@]}"
}

# The compiler that rust-toolchain.toml names, with its parts. Asking first spares machines that are offline an error.
toolchain() {
    local channel
    channel=$(sed -n 's/^channel = "\(.*\)"$/\1/p' rust-toolchain.toml)
    if ! command -v rustup >/dev/null; then
        sentence "please install rustup (https://rustup.rs), then try again"
        exit 1
    fi
    if ! rustup run "$channel" rustc --version >/dev/null 2>&1; then
        sentence "installing Rust $channel"
        rustup toolchain install "$channel" --profile minimal --no-self-update
    fi
    if ! rustup target list --installed --toolchain "$channel" | grep -q wasm32-unknown-unknown; then
        sentence "installing the WASM target"
        rustup target add wasm32-unknown-unknown --toolchain "$channel"
    fi
    for component in clippy rustfmt; do
        if ! rustup component list --installed --toolchain "$channel" | grep -q "^$component"; then
            sentence "installing $component"
            rustup component add "$component" --toolchain "$channel"
        fi
    done
}

# npm packages, when the lock is not the one that was installed last.
modules() {
    local folder=$1
    cmp --silent "$folder/package-lock.json" "$folder/node_modules/.installed-lock" && return
    if ! command -v npm >/dev/null; then
        sentence "please install Node 20 with npm, then try again"
        exit 1
    fi
    sentence "installing the npm packages of $folder"
    # The tests drive Debian's Chromium; Playwright need not bring its own.
    (cd "$folder" && PLAYWRIGHT_SKIP_BROWSER_DOWNLOAD=1 npm ci --silent --no-audit --no-fund)
    cp "$folder/package-lock.json" "$folder/node_modules/.installed-lock"
}

# The implementations that ours is held against, into target/ when what they are made of has changed.
counterparts() {
    local list=tests/counterparts/requirements.txt folder=target/counterparts
    if ! cmp --silent "$list" "$folder/.installed"; then
        sentence "installing the Python packages of $list"
        rm -rf "$folder"
        mkdir -p target
        python3 -m venv "$folder"
        "$folder/bin/pip" install --quiet --disable-pip-version-check --requirement "$list"
        cp "$list" "$folder/.installed"
    fi
    modules tests/counterparts
}

# A cargo subcommand at one version, into target/ so that the user's own stays as it is.
tool() {
    local name=$1 version=$2
    [[ $("target/tools/bin/$name" --version 2>/dev/null) == *"$version"* ]] && return
    sentence "installing $name $version"
    # A lock may name versions that the registry at hand has not got yet; newer compatible ones do as well.
    local install=(cargo install --quiet --debug --root target/tools "$name@$version")
    "${install[@]}" --locked || "${install[@]}"
}

case ${1-} in
run | test)
    packages build-essential fonts-noto-cjk libpq-dev pkg-config
    toolchain
    modules web
    ;;&
test)
    packages chromium poppler-utils postgresql python3-venv
    modules tests/browser
    counterparts
    modules web/miniprogram
    tool cargo-deny 0.20.2
    tool cargo-machete 0.9.2
    ;;
run) ;;
*)
    sentence "usage: tests/setup.sh run|test"
    exit 2
    ;;
esac
