#!/usr/bin/env bash
# Runs tests, and fails when a snapshot is left that none of them looked at:
#
#   tests/snapshots.sh COMMAND…
set -euo pipefail

seen=$(mktemp)
trap 'rm --force "$seen"' EXIT
# insta writes down here which snapshots it compared, and with INSTA_UPDATE=no it changes none.
INSTA_SNAPSHOT_REFERENCES_FILE=$seen INSTA_UPDATE=no "$@"

there=$(find "$PWD/server" "$PWD/shared" "$PWD/tests" "$PWD/web" -name node_modules -prune -o -name '*.snap' -print)
left=$(comm -23 <(sort <<<"$there") <(xargs --delimiter='\n' --no-run-if-empty realpath <"$seen" | sort -u))
if [[ -n $left ]]; then
    printf 'snapshots that no test looks at:\n%s\n' "$left" >&2
    exit 1
fi
