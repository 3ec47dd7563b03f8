#!/usr/bin/env bash
# Runs a command beside a PostgreSQL of its own, which leaves nothing behind:
#
#   tests/with-postgres.sh COMMAND…
#
# The command finds the server's address in TEST_POSTGRES_URL and may create databases on it as it likes.
set -euo pipefail

bin=$(find /usr/lib/postgresql -maxdepth 2 -name bin 2>/dev/null | sort --version-sort | tail -n 1)
if [[ -z $bin ]]; then
    echo "with-postgres: no PostgreSQL found; \`make setup\` installs it" >&2
    exit 1
fi

folder=$(mktemp --directory)
as_postgres=()
if ((EUID == 0)); then
    # PostgreSQL refuses to run as root.
    chown postgres "$folder"
    as_postgres=(runuser --user postgres --)
fi

stop() {
    if [[ -e $folder/data/postmaster.pid ]]; then
        "${as_postgres[@]}" "$bin/pg_ctl" --pgdata "$folder/data" --mode immediate --silent stop || true
    fi
    rm --recursive --force "$folder"
}
trap stop EXIT
trap 'exit 130' INT
trap 'exit 143' TERM

cd "$folder"
"${as_postgres[@]}" "$bin/initdb" --pgdata "$folder/data" --username postgres --auth trust \
    --encoding UTF8 --locale C.UTF-8 --no-sync >"$folder/initdb.log" || { cat "$folder/initdb.log" >&2; exit 1; }
# A socket needs no free port. Nothing here has to survive a power cut, so nothing waits for the disk.
"${as_postgres[@]}" "$bin/pg_ctl" --pgdata "$folder/data" --log "$folder/log" --wait --silent start --options "\
    -c listen_addresses='' -c unix_socket_directories='$folder' -c max_connections=300 \
    -c fsync=off -c synchronous_commit=off -c full_page_writes=off" || { cat "$folder/log" >&2; exit 1; }
cd "$OLDPWD"

export TEST_POSTGRES_URL="postgres://postgres@${folder//\//%2F}/postgres"
"$@"
