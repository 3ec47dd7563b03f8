#!/usr/bin/env bash
# How long an import of a city takes, and how much memory: 500,000 water accounts and 3,000,000 bills, on both engines, with
# the engine's own loading of the same bills beside it, which checks nothing.
#
#   tests/bench/import.sh PROGRAM
#
# ACCOUNTS=5000 does a hundredth of it. PostgreSQL is measured where TEST_POSTGRES_URL names one.
set -euo pipefail

program=$(realpath "$1")
accounts=${ACCOUNTS:-500000}
here=$(realpath "$(dirname "$0")")
folder=$(mktemp --directory)
trap 'rm --recursive --force "$folder"' EXIT

# Runs a command; tells its seconds and, where there is time to look, the most memory that it had at once.
measured() {
    local name=$1 start peak=0 now
    shift
    start=$(date +%s%N)
    "$@" >"$folder/said" 2>&1 &
    local pid=$!
    while now=$(sed -n 's/^VmHWM:[^0-9]*\([0-9]*\).*/\1/p' "/proc/$pid/status" 2>/dev/null) && [[ -n $now ]]; do
        peak=$now
        sleep 0.1
    done
    wait "$pid" || { cat "$folder/said" >&2; exit 1; }
    local tenths=$((($(date +%s%N) - start) / 100000000))
    printf '  %-44s %5d.%d s %6d MB   %s\n' "$name" $((tenths / 10)) $((tenths % 10)) $((peak / 1024)) \
        "$(sed 's|.*/||' "$folder/said" | head -n 1)"
}

imports() {
    export DATABASE_URL=$1 SHUITING_DATA=$folder
    "$program" migrate >/dev/null
    measured 'import accounts' "$program" import accounts "$folder/accounts.csv"
    measured 'import bills' "$program" import bills "$folder/bills.csv"
    measured 'the same bills again' "$program" import bills "$folder/bills.csv"
}

awk -v "accounts=$accounts" -v "to=$folder" -f "$here/billing.awk"
echo "$accounts accounts, $((accounts * 6)) bills, $(du --total --block-size=M "$folder"/*.csv | tail -n 1 | cut -f 1)B of CSV"

echo "SQLite"
imports "sqlite://$folder/hall.db"
if [[ -n $(type -P sqlite3) ]]; then
    measured "beside it: sqlite3's .import of the bills" \
        sqlite3 "$folder/peer.db" -cmd '.mode csv' ".import $folder/bills.csv bills"
fi

if [[ -n ${TEST_POSTGRES_URL:-} ]]; then
    echo "PostgreSQL"
    psql --quiet "$TEST_POSTGRES_URL" --command 'CREATE DATABASE bench' --command 'CREATE DATABASE peer'
    imports "${TEST_POSTGRES_URL%/*}/bench"
    columns=$(head -n 1 "$folder/bills.csv" | sed 's/,/ text, /g')
    measured 'beside it: COPY of the bills, as text' psql --quiet "${TEST_POSTGRES_URL%/*}/peer" \
        --command "CREATE TABLE bills ($columns text)" --command "\\copy bills FROM '$folder/bills.csv' CSV HEADER"
fi
