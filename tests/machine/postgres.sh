#!/bin/sh
# Makes sure of a PostgreSQL server's programs, which the tests start themselves: installs them from Debian's
# packages when root, else says what to run. Nothing needs to run beforehand.
set -eu
fits() {
    for programs in $(printf %s "$PATH" | tr : ' ') /usr/lib/postgresql/*/bin; do
        [ -x "$programs/initdb" ] && [ -x "$programs/postgres" ] && return 0
    done
    return 1
}

fits && exit 0
if [ "$(id -u)" = 0 ] && command -v apt-get >/dev/null; then
    apt-get update -qq && DEBIAN_FRONTEND=noninteractive apt-get install -y -qq --no-install-recommends postgresql
    fits && exit 0
fi
echo "PostgreSQL's server programs are needed, none need run. Run: sudo apt-get install postgresql" >&2
exit 1
