#!/bin/sh
# Makes sure of a Chromium, in which the tests look at the pages: installs Debian's package when root, else says what to
# run. No browser is fetched from anywhere else.
set -eu
command -v chromium >/dev/null && exit 0
if [ "$(id -u)" = 0 ] && command -v apt-get >/dev/null; then
    apt-get update -qq && DEBIAN_FRONTEND=noninteractive apt-get install -y -qq --no-install-recommends chromium fonts-dejavu-core
    command -v chromium >/dev/null && exit 0
fi
echo "Chromium is needed. Run: sudo apt-get install chromium" >&2
exit 1
