"""report.md of one year: front matter, preamble and six sections in the manner of real reports."""

from dataclasses import dataclass
from random import Random

from tests.corpus import facts, sentences
from tests.corpus.bodies import Body
from tests.corpus.figures import Figures, form_of

# Key, headings in use; the order is the form's.
SUBJECTS = (
    ("disclosure", ("主动公开情况", "主动公开政府信息情况", "主动公开")),
    ("applications", ("依申请公开情况", "依申请公开政府信息情况", "依申请公开")),
    ("management", ("政府信息管理情况", "政府信息管理")),
    ("platforms", ("政府信息公开平台建设情况", "平台建设情况", "平台建设")),
    ("assurance", ("监督保障情况", "监督保障")),
)
_NUMERALS = "一二三四五"
_ASCII = str.maketrans("，；：（）", ",;:()")


@dataclass(frozen=True, slots=True)
class Manner:
    """How an agency writes, the same in all its years: an index among the headings, what opens a subject, half-width or not."""

    headings: int
    opening: str
    half_width: bool

    @classmethod
    def drawn(cls, rng: Random) -> "Manner":
        """The manner of one agency."""
        return cls(rng.randrange(2), rng.choice(("### （{}）{}\n\n", "（{}）{}。", "**（{}）{}。**")), rng.random() < 0.2)


@dataclass(frozen=True, slots=True)
class Told:
    """A year that is told: whose, which, its figures and last year's; a government's office with its own requests; a file to attach."""

    body: Body
    year: int
    figures: Figures
    before: Figures | None
    office: tuple[str, int] | None
    attached: str


def report_md(rng: Random, told: Told, manner: Manner) -> str:
    """The whole file."""
    written = {"overview": _overview(rng, told, manner), "problems": sentences.problems(rng), "other": [_other(rng, told)]}
    parts = [_preamble(rng, told)]
    for section in form_of(told.year).sections:
        parts += [f"## {section.title}", *written.get(section.key, [])]
    text = "\n\n".join(parts)
    return f"{_front_matter(rng, told)}\n{text.translate(_ASCII) if manner.half_width else text}\n"


def _front_matter(rng: Random, told: Told) -> str:
    body, year = told.body, told.year
    day = f"{year + 1}-03-{rng.randint(1, 31):02}" if body.kind == "government" else f"{year + 1}-01-{rng.randint(4, 31):02}"
    lines = [
        "---",
        f"title: {body.name}{year}年政府信息公开工作年度报告",
        f'published: "{day}{rng.choice(("", " 09:30", " 15:01"))}"',
        *rng.choice(((), (f"source: {body.name}",))),
        "contact:",
        f"  office: {body.name}",
        f'  telephone: "{_telephone(body)}"',
        *(("attachments:", f"  - {{title: 政务公开工作统计表, file: {told.attached}}}") if told.attached else ()),
        "---",
    ]
    return "\n".join(lines) + "\n"


def _telephone(body: Body) -> str:
    """A landline, the same in every year."""
    rng = Random(body.slug)  # noqa: S311 - repeatable numbers are wanted, not secret ones
    return f"0{rng.randint(311, 999)}-{rng.randint(2, 8)}{rng.randint(0, 999999):06}"


def _preamble(rng: Random, told: Told) -> str:
    body, year = told.body, told.year
    period = rng.choice((f"{year}年1月1日至{year}年12月31日", f"{year}年1月1日至12月31日", f"{year}年1月1日起至{year}年12月31日止"))
    parts = rng.choice(
        (
            "",
            "本报告由总体情况、主动公开政府信息情况、收到和处理政府信息公开申请情况、政府信息公开行政复议和行政诉讼情况、存在的主要问题及改进情况、其他需要报告的事项六个部分组成。",
        )
    )
    address = f"https://www.{body.domain}.gov.cn/"
    where = rng.choice((f"电子版可在[{body.portal}门户网站]({address})下载。", f"电子版通过{body.portal}门户网站（{address}）公开。", ""))
    last = f"上一年度的情况见[{year - 1}年度报告]({year - 1}.html)。" if told.before and rng.random() < 0.2 else ""
    return (
        f"{body.name}根据《中华人民共和国政府信息公开条例》（国务院令第711号）编制{year}年度报告。{parts}"
        f"所列数据的统计期限为{period}。{last}{where}如有疑问，请与{body.name}联系（电话：{_telephone(body)}）。"
    )


def _overview(rng: Random, told: Told, manner: Manner) -> list[str]:
    blocks = [f"{told.year}年，{told.body.calls_itself}{sentences.sentence(rng)}"]
    for at, (key, headings) in enumerate(SUBJECTS):
        opening = manner.opening.format(_NUMERALS[at], headings[min(manner.headings, len(headings) - 1)])
        stated = _stated(rng, told, key)
        more = sentences.points(rng, key) if rng.random() < 0.3 else sentences.paragraph(rng, key)
        blocks += f"{opening}{stated}{more}".split("\n\n")
        blocks += [sentences.paragraph(rng, key)] if rng.random() < 0.3 else []
    return blocks


def _stated(rng: Random, told: Told, subject: str) -> str:
    """What the tables say on a subject."""
    if subject == "disclosure":
        return facts.documents(rng, told.figures)
    if subject == "applications":
        own = f"其中{told.office[0]}收到{told.office[1]}件。" if told.office and told.office[1] and rng.random() < 0.3 else ""
        return "".join(facts.requests(rng, told.body.calls_itself, told.figures, told.before)) + own
    return facts.disputes(rng, told.figures) if subject == "assurance" else ""


def _other(rng: Random, told: Told) -> str:
    """Section six: the fee for handling requests, of which the tariff knows multiples of ten yuan only."""
    none = (f"{told.year}年度未收取政府信息公开信息处理费。", "本年度没有收取信息处理费。", "本年度信息处理费收取金额为0元。")
    some = f"依据《政府信息公开信息处理费管理办法》，本年度{told.body.calls_itself}收取信息处理费{10 * rng.randint(10, 90)}元。"
    return (rng.choice(none) if rng.random() < 0.8 else some) + sentences.sentence(rng)
