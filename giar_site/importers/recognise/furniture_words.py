"""The words of web pages and printed pages round a report: a line that is nothing but these is no part of any report."""

import re

_SHARED = "新浪微博|腾讯微博|微博|微信好友|微信|朋友圈|QQ好友|QQ空间|QQ|空间|豆瓣|贴吧|人人网|更多|收藏|打印"
_SWITCHES = (
    "扫一扫(?:(?:在|用|使用)?(?:手机|微信)(?:上)?)?(?:打开|查看|浏览|访问|分享|关注)?(?:当前|本|此)?(?:页面?|网页|文章|网站)?",
    "打印(?:本页|此页|文章|本文)?|关闭(?:窗口|本页|此页|页面)?|返回(?:顶部|首页|上一页|列表)|收藏(?:本页|此页)?|我要纠错|字号|TOP",
    "设为首页|加入收藏|网站地图|联系我们|关于我们|网站声明|免责声明|隐私声明|版权声明|使用帮助|网站帮助|网站纠错|政府网站找错",
    "无障碍(?:浏览|阅读|模式|版)?|长者(?:模式|版|助手)|适老(?:版|模式)|关怀版|老年版|智能问答|繁體中文|繁体中文|繁體|繁体|简体中文|English|登录|注册",
    "(?:(?:字体|字号)(?:大小)?[:：]?)?[大中小]+号?|(?:字体|字号|字体大小)[:：]?",
    r"(?:浏览|阅读|点击|访问)(?:次数|量|数|率)?[:：]\s*[0-9,，]*次?|(?:浏览|阅读|点击|访问)次数[0-9]*次?",
    rf"分享(?:到|至)?[:：]?(?:[\s、|]*(?:{_SHARED}))*",
    "视力保护色[:：]?",
    r"责任编辑[:：]?\s*(?:[\u4e00-\u9fff]{2,4})?",
    r"网站标识码[:：]?\s*[0-9]{10}|(?:ICP备案(?:号|编号)?[:：]?\s*)?[\u4e00-\u9fff]?ICP备案?[:：]?\s*[0-9]{5,10}号?(?:-[0-9]{1,3})?",
    r"[\u4e00-\u9fff]{0,4}公网安备[:：]?\s*[0-9]{8,14}号?|公安备案号?[:：]?\s*[0-9]{8,14}号?",
    "版权所有",
)
_ONE = re.compile("|".join(f"(?:{each})" for each in _SWITCHES))
_BETWEEN = re.compile(r"[\s|｜/\\·•,，、【】\[\]（）()<>{}©-]*")
_NEXT = re.compile(r"[【\[]?(?:上|下)一(?:篇|条|页)(?:[:：]|$|[】\]])(?P<title>.*)")
_HERE = re.compile(
    r"[-–—·\s]*(?:您?(?:现在|当前)?的?(?:所在)?(?:当前)?位置(?:是|为)?[:：]?)?\s*(?:网站)?首页\s*(?:[>»＞›/].*)?|您?(?:当前|现在|所在|的)+位置(?:是|为)?[:：].*[>»＞›].*"
)
_DAY = re.compile(r"20[0-9]{2}(?:年度?(?:[0-9]{1,2}月[0-9]{1,2}日)?|[-/.][0-9]{1,2}[-/.][0-9]{1,2})")
_CLAUSE = re.compile("[。；！？;!?，,]")
_DIGIT = re.compile("[0-9０-９]")
_LONGEST = 120


def only_furniture(text: str) -> bool:
    """Whether `text` is nothing but switches, counters, marks of a site, a breadcrumb or the way to the next article."""
    if len(text) > _LONGEST:
        return False
    return _is_way(text.strip()) or _all_switches(text)


def holds_statement(text: str) -> bool:
    """Whether a line holds a clause, or a number other than a day or year: what nobody may lose."""
    return bool(_CLAUSE.search(text) or _DIGIT.search(_DAY.sub("", text)))


def _is_way(text: str) -> bool:
    if _HERE.fullmatch(text):
        return not _CLAUSE.search(text)
    following = _NEXT.fullmatch(text)
    return bool(following) and not holds_statement(text)


def _all_switches(text: str) -> bool:
    """Goes on from switch to switch: one pattern for the whole line would try their every division."""
    at = _past(text, 0)
    found = False
    while at < len(text):
        one = _ONE.match(text, at)
        if not one or one.end() == at:
            return False
        found = True
        at = _past(text, one.end())
    return found


def _past(text: str, at: int) -> int:
    blank = _BETWEEN.match(text, at)
    return blank.end() if blank else at
