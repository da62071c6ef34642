"""What is run on a host, for any sh: constant texts, whose facts come as $1, $2, … and are quoted on the way."""

from typing import Final

LOCK: Final = """
cd -- "$1" && mkdir -p releases && chmod 755 releases || exit
ln -s "$2" .giar-deploying 2>/dev/null && exit 0
readlink .giar-deploying || ln -s "$2" .giar-deploying
"""
"""Folder, who → nothing when the lock is ours now, else who has it."""

UNLOCK: Final = """
cd -- "$1" || exit
[ "$(readlink .giar-deploying)" = "$2" ] || exit 0
rm -f .giar-deploying
"""
"""Folder, who: only the lock of that holder goes."""

STATE: Final = """
cd -- "$1" 2>/dev/null || { echo absent; exit; }
[ -w . ] && [ -x . ] || { echo unwritable; exit; }
for each in releases/*; do [ -d "$each" ] && [ ! -h "$each" ] && echo "release ${each#releases/}"; done
if [ -h current ]; then echo "current $(readlink current)"; elif [ -e current ]; then echo "current ?"; fi
df -Pk . | { read -r head; read -r device blocks used free rest; echo "free $free"; }
echo end
"""

READ: Final = 'cat -- "$1"'
WRITE: Final = 'cat >"$1" && chmod 644 "$1"'

CLEAR: Final = """
cd -- "$1" && rm -f .current-new && cd releases || exit
for each in .incoming-* .leaving-*; do
    case $each in ".incoming-$2" | '.incoming-*' | '.leaving-*') ;; *) rm -rf -- "$each" || exit ;; esac
done
[ -d ".incoming-$2" ] && du -sk ".incoming-$2" | cut -f 1
exit 0
"""
"""Folder, the release to be brought → KiB of it that have arrived."""

VERIFY: Final = """
if command -v sha256sum >/dev/null; then sums=sha256sum; elif command -v shasum >/dev/null; then sums='shasum -a 256'; else exit 3; fi
cd -- "$1" || exit
find . ! -type d -print0
printf '\\0\\0'
$sums -c -
"""
"""Folder, sums on the input → names of what is there, two zero bytes, then a line a file."""

REOPEN: Final = 'cd -- "$1/releases" && rm -rf -- "$3" && mv -- "$2" "$3"'
SETTLE: Final = 'cd -- "$1/releases" && sync && mv -- "$2" "$3" && sync'

SWITCH: Final = """
cd -- "$1" && rm -f .current-new && ln -s "$2" .current-new || exit
mv -T .current-new current 2>/dev/null || mv -fh .current-new current || exit
sync
"""
"""Folder, the link's target. mv of GNU and busybox knows -T, that of BSD -h: without them it would move the link into the old release."""

REMOVE: Final = """
cd -- "$1/releases" || exit
shift
for each; do mv -- "$each" ".leaving-$each" && rm -rf -- ".leaving-$each" || exit; done
"""
