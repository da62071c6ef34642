#!/bin/sh
# Bring the programs that the tests drive: Chromium, a Chinese font, LibreOffice, Java, Node with npm, pdftotext, openssl, strace, sshd, rsync.
# Only what is missing, by apt-get where we are root and it is there; otherwise name each missing tool and the command that installs it.
set -eu
# shellcheck source=tools/say.sh
. "$(dirname "$0")/say.sh"

have() { command -v "$1" >/dev/null 2>&1; }
# One of LibreOffice's parts may be there without the other.
have_part() { have soffice && [ -e "$(dirname "$(readlink -f "$(command -v soffice)")")/$1" ]; }
have_chromium() { have chromium || have chromium-browser || have google-chrome; }
have_chinese_font() { have fc-list && [ -n "$(fc-list :lang=zh-cn family)" ]; }
# The node inside the playwright package is linked against it; where no ldconfig tells, it is taken to be there.
have_libatomic() {
    [ ! -x /sbin/ldconfig ] || /sbin/ldconfig -p | grep -q 'libatomic\.so\.1'
}

# One line per missing tool: Debian package, space, what it is for.
missing() {
    have_chromium || echo 'chromium (browser tests: 浏览器测试)'
    have_chinese_font || echo 'fonts-noto-cjk (a Chinese font: 中文字体)'
    have_part libswlo.so || echo 'libreoffice-writer-nogui (writes and opens Word files: 读写 Word 文件)'
    have_part libsclo.so || echo 'libreoffice-calc-nogui (opens workbooks: 打开 Excel 文件)'
    have fc-list || echo 'fontconfig (finds the Chinese font: 查找字体)'
    have_libatomic || echo 'libatomic1 (playwright needs it: playwright 需要)'
    have java || echo 'default-jre-headless (runs the markup checker vnu: 运行网页标记检查程序)'
    have node || echo 'nodejs (npm needs it: npm 需要)'
    have npm || echo 'npm (fetches axe-core and vnu: 下载 axe-core 和 vnu)'
    have pdftotext || echo 'poppler-utils (reads printed pages: 读取打印结果)'
    have openssl || echo 'openssl (makes and checks keys beside giar: 生成和核对密钥)'
    [ -x /usr/sbin/sshd ] || have sshd || echo 'openssh-server (a server to deploy to: 上线测试的服务器)'
    have rsync || echo 'rsync (deploys: 上线测试)'
    have strace || echo 'strace (kills builds at every step: 中断构建测试)'
}

packages() { missing | cut -d ' ' -f 1 | tr '\n' ' '; }

# apt-get, heard only when it fails. Another process may hold its lock for a while on a fresh machine.
apt() {
    log=$(mktemp)
    DEBIAN_FRONTEND=noninteractive apt-get -q -y -o DPkg::Lock::Timeout=300 "$@" >"$log" 2>&1 || cat "$log" >&2
    rm -f "$log"
}

[ -n "$(missing)" ] || exit 0

if [ "$(id -u)" -eq 0 ] && have apt-get; then
    echo "Installing for the tests: $(packages)" >&2
    apt update
    # shellcheck disable=SC2046 # a list of package names is meant to split
    apt install --no-install-recommends $(packages)
fi

[ -z "$(missing)" ] || give_up \
    "测试缺少下列程序，测试没有运行：
$(missing)
请由管理员执行：apt-get update && apt-get install --no-install-recommends $(packages)" \
    "The tests lack the programs listed above and did not run. As an administrator:
  apt-get update && apt-get install --no-install-recommends $(packages)"
