#!/bin/sh
# Makes sure of Python 3.11 or newer with venv: installs it from Debian's packages when root, else says what to run.
set -eu
fits() { "${PYTHON:-python3}" -c 'import sys, ensurepip; sys.exit(sys.version_info < (3, 11))' 2>/dev/null; }

fits && exit 0
wanted="python3 python3-venv"
if [ "$(id -u)" = 0 ] && command -v apt-get >/dev/null; then
    apt-get update -qq && apt-get install -y -qq $wanted
    fits && exit 0
fi
echo "Python 3.11 or newer with venv is needed. Run: sudo apt-get install $wanted   (or set PYTHON=/path/to/python3.11)" >&2
exit 1
