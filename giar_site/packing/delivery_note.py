"""交付清单.txt: what a package holds and what to do with it, for the people who put files on a government host and have never heard of giar."""

from giar_site.sealing import NAME, SIGNATURE, Manifest, PublicKey, release_of
from giar_site.sealing.digests import has_sm3

NAME_OF_NOTE = "交付清单.txt"


def delivery_note(manifest: Manifest, title: str, reports: int, key: PublicKey | None) -> bytes:
    """The note, as Windows shows it: a mark of UTF-8 first, and its line ends. `reports`: how many the site holds; `key`: whose signature it has."""
    size = sum(each.size for each in manifest.files)
    sums = "SHA256SUMS、SM3SUMS" if has_sm3() else "SHA256SUMS"
    lines = [
        f"交付清单：{title}",
        "",
        f"发布编号：{release_of(manifest)}（内容相同，编号就相同）",
        f"内容：{reports} 份年度报告，{len(manifest.files)} 个文件，共 {size:,} 字节",
        f"生成工具：giar {manifest.giar}；核对规则 {len(manifest.rules)} 条",
        f"签名：{_signed_by(key) if key else '没有'}",
        "",
        "包里有什么",
        "  site/        网站的全部文件，原样放到服务器上就能访问；放在任何路径下都可以",
        f"  site/{NAME}  每个文件的大小和校验值，随网站一起放上去",
        "  server/      服务器设置样例：nginx.conf、apache.htaccess、web.config（IIS）、_headers，按所用服务器取一个",
        f"  {sums}   校验值清单，没有 giar 也能核对",
        "",
        "怎样上线",
        "  1. 核对：有 giar 的电脑上运行  giar verify 本压缩包；没有的，解压后运行  sha256sum -c SHA256SUMS",
        "  2. 备份服务器上的旧文件夹，再把 site/ 里的全部内容放进新文件夹，不要和旧文件混在一起。",
        "  3. 把网站路径指到新文件夹；按 server/ 里的样例设置响应头。",
        "  4. 上线后核对：giar verify 网站地址",
        "  出现问题：把网站路径指回旧文件夹即可。",
        "",
        "请不要改动 site/ 里的任何文件：改动一个字节，核对就不通过。要改内容，请改源文件后重新生成。",
        "",
    ]
    return ("\ufeff" + "\r\n".join(lines)).encode()


def _signed_by(key: PublicKey) -> str:
    return f"有，site/{SIGNATURE}（{key.kind}，密钥编号 {key.id}）。公钥请向发布单位另行索取，并核对编号；不要用随包送来的公钥"
