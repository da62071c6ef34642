#!/bin/sh
# make-venv.sh DIR: create the virtual environment DIR with $PYTHON (default python3), or say what is missing.
set -eu
# shellcheck source=tools/say.sh
. "$(dirname "$0")/say.sh"

dir=$1
python=${PYTHON:-python3}

command -v "$python" >/dev/null 2>&1 || give_up \
    "找不到 $python。请安装 Python 3.11 或更新版本（Debian/Ubuntu：apt-get install python3 python3-venv），或者用 make PYTHON=/路径/python3 指定。" \
    "$python was not found. Install Python 3.11 or newer (Debian/Ubuntu: apt-get install python3 python3-venv), or name one: make PYTHON=/path/to/python3."

version=$("$python" -c 'import sys; print("%d.%d" % sys.version_info[:2])')
"$python" -c 'import sys; sys.exit(sys.version_info < (3, 11))' || give_up \
    "$python 的版本是 $version，需要 3.11 或更新版本。请用 make PYTHON=/路径/python3.11 指定。" \
    "$python is version $version; 3.11 or newer is needed. Name one: make PYTHON=/path/to/python3.11."

# Debian splits ensurepip off into its own package; without it venv leaves a half-made environment behind.
"$python" -c 'import venv, ensurepip' 2>/dev/null || give_up \
    "$python 缺少 venv 或 ensurepip 模块，无法创建虚拟环境。请安装（Debian/Ubuntu：apt-get install python$version-venv）后重试。" \
    "$python lacks the module venv or ensurepip, so no virtual environment can be made. Install it (Debian/Ubuntu: apt-get install python$version-venv) and run again."

# An environment whose own Python still runs is kept; one left by a removed or older Python is made anew.
if "$dir/bin/python" -c 'import sys, pip; sys.exit(sys.version_info < (3, 11))' 2>/dev/null; then
    exit 0
fi
"$python" -m venv --clear "$dir" || give_up \
    "无法在 $dir 创建虚拟环境，原因见上。" \
    "The virtual environment $dir could not be made; the reason stands above."
