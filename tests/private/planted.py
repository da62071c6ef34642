"""Seeded private numbers with valid check digits, their disguises, sentences to plant them in, and numbers that only look like them."""

import datetime as dt
import random
from collections.abc import Callable, Iterator

AREAS = ("110105", "130102", "310115", "320508", "350502", "440306", "510113", "511302", "520103", "610523", "610902", "650102", "152131")
PREFIXES = (
    "130",
    "131",
    "133",
    "135",
    "136",
    "138",
    "139",
    "145",
    "150",
    "153",
    "158",
    "159",
    "166",
    "170",
    "176",
    "180",
    "186",
    "189",
    "199",
)
WEIGHTS = (7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2)
CREDIT = "0123456789ABCDEFGHJKLMNPQRTUWXY"
CREDIT_WEIGHTS = (1, 3, 9, 27, 19, 26, 16, 17, 20, 29, 25, 13, 8, 24, 10, 30, 28)


def identity(chance: random.Random) -> str:
    """An 18-character identity number."""
    born = dt.date(1935, 1, 1) + dt.timedelta(chance.randrange(29_000))
    body = f"{chance.choice(AREAS)}{born:%Y%m%d}{chance.randrange(1000):03}"
    return body + "10X98765432"[sum(int(digit) * weight for digit, weight in zip(body, WEIGHTS, strict=True)) % 11]


def old_identity(chance: random.Random) -> str:
    """A 15-digit identity number."""
    born = dt.date(1935, 1, 1) + dt.timedelta(chance.randrange(20_000))
    return f"{chance.choice(AREAS)}{born:%y%m%d}{chance.randrange(1000):03}"


def mobile(chance: random.Random) -> str:
    """An 11-digit mobile number."""
    return chance.choice(PREFIXES) + f"{chance.randrange(10**8):08}"


def card(chance: random.Random, beginning: str = "622202", length: int = 19) -> str:
    """A card number that passes Luhn."""
    body = beginning + "".join(chance.choice("0123456789") for _ in range(length - len(beginning) - 1))
    return next(body + str(check) for check in range(10) if luhn(body + str(check)))


def luhn(number: str) -> bool:
    doubled = [int(digit) * (2 if at % 2 else 1) for at, digit in enumerate(reversed(number))]
    return sum(digit - 9 if digit > 9 else digit for digit in doubled) % 10 == 0


def credit_code(chance: random.Random, *, digits_only: bool = False) -> str:
    """A 统一社会信用代码 with its own check character (GB 32100-2015)."""
    while True:
        letters = "0123456789" if digits_only else CREDIT
        body = chance.choice(("11", "12", "13", "51", "52", "91", "92", "93")) + chance.choice(AREAS)
        body += "".join(chance.choice(letters) for _ in range(9))
        check = CREDIT[-sum(CREDIT.index(char) * weight for char, weight in zip(body, CREDIT_WEIGHTS, strict=True)) % 31]
        if not digits_only or check.isdigit():
            return body + check


def _cut(number: str, divider: str, *sizes: int) -> str:
    pieces, at = [], 0
    for size in sizes:
        pieces.append(number[at : at + size])
        at += size
    return divider.join(piece for piece in [*pieces, number[at:]] if piece)


def _usual(number: str) -> tuple[int, ...]:
    return (3, 4) if len(number) == 11 else (6, 8) if len(number) == 18 else (6, 6)


def _in_script(number: str, zero: int) -> str:
    return "".join(chr(zero + int(char)) if char.isdigit() else char for char in number)


def _numerals(number: str, signs: str = "零一二三四五六七八九") -> str:
    return "".join(signs[int(char)] if char.isdigit() else char for char in number)


def _hidden(number: str, mark: str, chance: random.Random) -> str:
    return "".join(char + mark * (chance.random() < 0.4) for char in number[:-1]) + mark + number[-1]


def _mixed(number: str, chance: random.Random) -> str:
    scripts: list[Callable[[str], str]] = [str, lambda char: _in_script(char, 0xFF10), _numerals]
    return "".join(chance.choice(scripts)(char) for char in number)


DISGUISES: dict[str, Callable[[str, random.Random], str]] = {
    "spaces": lambda number, _: _cut(number, " ", *_usual(number)),
    "wide spaces": lambda number, _: _cut(number, "\u3000", *_usual(number)),
    "no-break spaces": lambda number, _: _cut(number, "\u00a0", *_usual(number)),
    "dashes": lambda number, _: _cut(number, "-", *_usual(number)),
    "long dashes": lambda number, _: _cut(number, "—", *_usual(number)),
    "dots": lambda number, _: _cut(number, ".", *_usual(number)),
    "middle dots": lambda number, _: _cut(number, "·", *_usual(number)),
    "stars": lambda number, _: _cut(number, "**", *_usual(number)),
    "every digit spaced": lambda number, _: " ".join(number),
    "every digit dashed": lambda number, _: "-".join(number),
    "full width": lambda number, _: _in_script(number.replace("X", "Ｘ"), 0xFF10),
    "full width and spaces": lambda number, _: _cut(_in_script(number, 0xFF10), " ", *_usual(number)),
    "zero width": lambda number, chance: _hidden(number, "\u200b", chance),
    "soft hyphens": lambda number, chance: _hidden(number, "\u00ad", chance),
    "numerals": lambda number, _: _numerals(number),
    "numerals of telephonists": lambda number, _: _numerals(number, "〇幺二三四五六七八九"),
    "capital numerals": lambda number, _: _numerals(number, "零壹贰叁肆伍陆柒捌玖"),
    "mixed scripts": _mixed,
    "brackets": lambda number, _: f"{number[:3]}（{number[3:7]}）{number[7:]}" if len(number) == 11 else _cut(number, " ", 6, 8),
    "small x": lambda number, _: number.lower(),
    "many spaces": lambda number, chance: _cut(number, " " * chance.randint(4, 40), *_usual(number)),
    "many wide spaces": lambda number, _: _cut(number, "\u3000 \t " * 3, *_usual(number)),
    "a line break": lambda number, _: _cut(number, "\n", 7 if len(number) == 11 else 10),
    "a hard line break": lambda number, _: _cut(number, "  \n", 3 if len(number) == 11 else 6),
    "frames": lambda number, _: "".join(f"{char}\ufe0f\u20e3" if char.isdigit() else char for char in number),
}
MOBILE_SENTENCES = (
    "如对本报告有疑问，请联系张某，手机：{}。",
    "联系人：李某（{}），地址：某某市人民路1号。",
    "联系电话：0817-2261090，{}。",
    "申请人王某（电话{}）要求公开2022年度财政预算信息。",
    "举报电话{}，邮编637000。",
    "张三，{}，2022年3月5日来信。",
    "微信同号：{}；电子邮箱：abc@126.com。",
    "附件：联系人名单（李四{}）",
    "工作人员{}已答复申请人。",
    "tel:{}",
)
IDENTITY_SENTENCES = (
    "申请人张某（身份证号：{}）于2022年3月5日提出申请。",
    "公民身份号码{}，住某某市人民路1号。",
    "李某，男，{}，系某某村村民。",
    "附件：{}的身份证明材料",
    "不予公开王某{}提出的申请。",
    "证件号码 {}，手机已遮盖。",
)
OLD_SENTENCES = tuple(
    sentence for sentence in IDENTITY_SENTENCES if "身份证号" in sentence or "公民身份号码" in sentence or "证件" in sentence
)
CARD_SENTENCES = ("退至申请人银行卡{}。", "开户行：某某农商银行，账号：{}。", "卡号 {}，户名张某。")


def planted(seed: int, count: int, disguise: str = "") -> Iterator[tuple[str, str, str]]:
    """Yield number, as written, and a sentence: identity numbers and mobiles in turn, `disguise` by name."""
    chance = random.Random(f"{seed} {disguise}")  # noqa: S311 - reproducible, not secret
    for at in range(count):
        number = mobile(chance) if at % 2 else identity(chance)
        written = DISGUISES[disguise](number, chance) if disguise else number
        yield number, written, chance.choice(MOBILE_SENTENCES if at % 2 else IDENTITY_SENTENCES).format(written)


LOOKALIKES = """电话：0817-2261090，0817-2261091转8003
电话:0470—8982155,邮编:021114
(0595)22355678 010-68066688 021 62186218 028-86604444-8012
热线400-820-8820、4008208820、800-810-1818、95598、12345、12333、010-12345678
座机 0599 8822 123，传真 0595 2235 5678
网站标识码：6113020001 备案号：蜀ICP备05031414号 川公安网备51130202000194号
京公网安备11010202000001号 统一标识码bm05000001
国办公开办函〔2021〕30号 国发〔2007〕11号 川府发〔2020〕1号 顺府办函〔2020〕123号
(2021)川1302行初138号 （2020）最高法行申13912号 案号：（2019）京行终1380013号
投资13800138000元，合计1380013.8000万元，13,800,138,000元 ￥13800138000 ￥15012345678.90
共处理13800138000条 139001390000件 浏览量18012345678次 13800138000人次 访问15912345678人次
主动公开18018条 2633+11159+4226=18018 639=82+450+107 收入13812345678.00
2019 2020 2021 2022 1949-10-01 2022-01-31 15:01:00 20220131150100 1643612460 1643612460000
1999.01.01-2022.12.31 2021.12.13-2022.1.19 2022—2023 13:45:00 2022-01-15 13:45
156 0 0 2 0 1 159 139 8 0 0 1 2 150 1 0 0 0 0 0 1
15 20 3 4 10 12 8 13 0 0 0 0 0 0 0 0 0 0 0 13
| 1 | 3 | 8 | 0 | 0 | 1 | 3 | 8 | 0 | 0 | 0 | 139 | 1234 | 5678 |
received: [138, 0013, 8000] total: [1, 3, 8, 0, 0, 1, 3, 8, 0, 0, 0]
150.00-2000.00 1567890.1234 138.00138000 13800138000.5 1567890-2345.5 0.13800138000
192.168.100.10 172.16.100.254 139.196.12.210 218.89.178.1:8080
138****8000 138 **** 8000 1380013**** 138-****-8000 159******12 139xxxx5678 110***********002X 511302********1234 6222****0128
ISBN 978-7-01-023456-7 ISBN：9787010234567 ISSN 1003-9473 CN 11-1234/D 条码6901234567892
订单号：2022013113800138000 订单编号：13800138000 发票号码：13912345678 快递单号：15812345678 运单JD13800138000
项目编号：SCIT-ZG(Z)-2022010138 招标编号13800138000 合同号：15012345678 项目代码：2101-511302-04-01-138001
https://www.gov.cn/zhengce/content/2021-09/29/content_13800138000.htm http://www.a.gov.cn/art/13912345678.html?id=15012345678
P020220131368282727123.pdf W020210131368282727.docx t20210115_13800138000.html IMG_13800138000.jpg
sha256 a13812345678b0c1d2e3f4 5f13900139000ab 0x13800138000
18位统一社会信用代码、15位注册号：511302000012345 组织机构代码00830012-3
证书编号：511302202101150012 受理编号：511302202201120018 许可证编号 511302199003070018
一二三四五六七八九十 二〇二二年一月三十一日 第一百三十八条 一、二、三、四、五、六、七、八、九、十、十一
国务院令第711号、第492号，GB/T 2260、GB 11643-1999 13800138000公里 面积15012345678平方米
规格1500*2000*800毫米 规格1800*1200*600 比例1567:2345:678 1567/2345/678 1500~2000 15000-200000 134567—234567
123456789012345 999999999999999 012345678901234567 138001380001 1380013800 23800138000 12345678901
00000000000000000000 111111111111111111 621302199013451234 500113202112310000 13800138000139001390001380013800
序列号：356938035643809 设备号861234567890123 车架号LSVAA49J132047371 QQ群：138001380 QQ：1380013800
6222021234567890123456 4111111111111112 5555555555554445 账号 22-123456789012345 51001234567890123456
经度104.066541 纬度30.572269 GDP 13812345.67万元 占13.8001380013% 1.3.8.0.0.1.3.8.0.0.0.1
received: [139,1234,5678,90] |139|1234|5678| 分别为139、1234、5678 依次是139，1234，5678 收到139、1234、5678件 1390/8765/4321 139/8765/43210
编号：a13987654321 型号X13987654321 A13800138000-1 编号A13800138000 ab13800138000 a13800138000b W13800138000.pdf
http://www.a.gov.cn/art/13912345678.html?id=15012345678 https://www.a.gov.cn/n?newsid=13987654321 https://a.gov.cn/20210128/c_13987654321.html
https://www.a.gov.cn/t20210128_1234567.html https://www.a.gov.cn/n?no=13987654321&t=1643612460 https://a.gov.cn/202101/139876543210/ https://a.gov.cn/13987654321-1/
https://www.a.gov.cn/hotel/15826037419.html https://www.a.gov.cn/telecom/15826037419.html https://www.a.gov.cn/intelligence/15826037419.html
https://www.a.gov.cn/excellent/15826037419.html https://www.a.gov.cn/mobile/2025/art_15826037419.html https://www.a.gov.cn/col/mobile_15826037419.html
https://www.a.gov.cn/a?from=mobile&articleId=15826037419 https://www.a.gov.cn/c?cellId=15826037419 https://www.a.gov.cn/d?itel=1&aid=15826037419
https://www.a.gov.cn/wechat/2025/15826037419.html https://www.a.gov.cn/mobile/files/15826037419.jpg https://www.a.gov.cn/mobile/15826037419.html
[公告](/art/15826037419.html) [公告](/zwgk/content/15826037419) [附件](files/15826037419.pdf) ![图](images/15826037419.png) <img src="a/15826037419.jpg">
联系电话见/art/15826037419.html 手机：zwgk/content/15826037419 电话（https://www.a.gov.cn/art/15826037419.html） [1]: /art/15826037419 附件：手机版/15826037419.html
https://www.a.gov.cn/a?t=17324352001 https://www.a.gov.cn/sj/15826037419 [手机](/a?id=158%202603%207419) [电话](/hotel/158/2603/7419) 占13%2087654321
l398765432 I39876543210 lO987654321 l398765oOlO 编号l3987654321 型号I3987654321 AI3987654321 l3987654321.pdf 票号1398765432O l3987654321元
1，3，9，8，7，6，5，4，3，2，1 分别为1、3、9、8、7、6、5、4、3、2、1 电话分别为139，87654321 电话1，3，9，8，7，6，5，4，3，2，1，0 电话139，87654321，5 电话139，87654321元
编号：139/8765/4321 共139,8765,4321元 139/8765/4321/12 139/8765~4321 12/139/8765/4321 a139/8765/4321
""".splitlines()


# Counts on successive lines; split at blanks these would be other texts, so they are not among the lines above.
LOOKALIKES_OF_LINES = (
    "138\n0013\n8000\n",
    "- 138\n- 0013\n- 8000\n",
    "1. 1398765\n2. 4321\n",
    "| 1398765 |\n| 4321 |\n",
    "1398765\n\n4321",
    "5 1398765\n4321",
    "1398765\n4321 6",
    "138 \n139 \n150 \n12",
    "共收到申请1398765\n4321件",
    "139\n8765\n4321",
    "110105\n19491231\n002X",
    "| 件数 | 人次 |\n|---|---|\n| 139 | 87654321 |",
    "联系人张某\n\n| 件数 | 人次 |\n|---|---|\n| 139 | 87654321 |",
    "<td>138</td><td>0013</td><td>8000</td>",
    "<td>139</td><td>87654321</td>",
    "5<b>6</b>7",
    "| 电话咨询 | 访问量 |\n|---|---|\n| 139 | 87654321 |",
    "| 联系电话 | 号 |\n|---|---|\n| 0817 | 2261090 |",
)


def generated_lookalikes(seed: int, rounds: int) -> Iterator[str]:
    """Numbers of papers, organisations, amounts, dates and landlines, made at random."""
    chance = random.Random(seed)  # noqa: S311 - reproducible, not secret
    digits = lambda count: "".join(chance.choice("0123456789") for _ in range(count))  # noqa: E731 - used ten times below
    for _ in range(rounds):
        day = dt.date(2019, 1, 1) + dt.timedelta(chance.randrange(1500))
        yield f"电话：0{chance.choice(('10', '28', '817', '595', '470'))}-{chance.choice('2345678')}{digits(7)}"
        yield f"热线：{chance.choice(('400', '800'))}-{digits(3)}-{digits(4)}"
        yield f"统一社会信用代码：{credit_code(chance)}"
        yield f"统一社会信用代码 {credit_code(chance, digits_only=True)}"
        yield credit_code(chance)
        yield f"川府发〔{day.year}〕{chance.randrange(1, 999)}号"
        yield f"（{day.year}）川{digits(4)}行初{chance.randrange(1, 9999)}号"
        yield f"合计{mobile(chance)}元"
        yield f"{chance.randrange(10**10, 2 * 10**10):,}"
        yield f"{chance.randrange(10**6, 2 * 10**6)}.{digits(4)}万元"
        yield f"订单号：{day:%Y%m%d}{digits(chance.choice((3, 7, 10)))}"
        yield f"项目编号：{mobile(chance)}"
        yield f"受理编号：{chance.choice(AREAS)}{day:%Y%m%d}{digits(4)}"
        yield f"{day:%Y-%m-%d} {chance.randrange(24):02}:{chance.randrange(60):02}:{chance.randrange(60):02}"
        yield " ".join(str(chance.randrange(200)) for _ in range(7))
        yield f"川公安网备{chance.choice(AREAS)}02{digits(6)}号"
        yield f"978-7-{digits(2)}-{digits(6)}-{digits(1)}"
        yield f"{mobile(chance)[:3]}****{digits(4)}"
        yield digits(chance.choice((12, 13, 14, 20, 22)))
        yield f"条码69{digits(11)}"
