"""About eight kilobytes of Chinese report prose, the same for both sides.

Sentences are put together from short pieces, so that two years of one agency are not copies of each other. Numbers of
requests, reviews and lawsuits in the prose are those of the tables. Bold text ends on a word, not on punctuation:
plain CommonMark, which the peer follows, would not close it there.
"""

import re
from random import Random
from typing import NamedTuple

from benchmarks.figures import Figures


def _words(*lines: str) -> list[str]:
    return " ".join(lines).split()


MANNERS = _words(
    "持续 逐项 分类 定期 全面 及时 动态 同步 集中 有序 从严 主动 按月 按季 分层 分批 依规 稳步 深入 统一",
    "重点 滚动 规范 专人 跟踪 协同 提前 联动 精准 常态",
)
VERBS = _words("梳理 更新 完善 发布 充实 核对 归集 清理 健全 细化 优化 修订 编制 审核 推送 汇总 压实 拓展 改进 整理 盘点 校验")
THINGS = _words(
    "权责清单 办事指南 财政预决算 重大项目进展 招标投标结果 就业帮扶政策 义务教育招生安排 疫苗接种提示 河湖水质通报",
    "集体土地征收公告 保障房分配名单 惠农补贴明细 安全生产检查结果 食品抽检结论 农村公路养护计划 医保目录调整 养老服务设施名录",
    "行政执法人员名录 规划用地条件 防汛抗旱预警 旧城改造方案 园区用工需求 小微企业融资渠道 文物保护名录 图书馆开放时间",
    "公共厕所分布 垃圾分类指引 停车泊位数据 老旧小区改造进度 乡村道路命名方案 公租房轮候次序 残疾人辅具目录 耕地地力补贴标准",
    "污水处理费标准 听证会记录 部门会议议题 政府采购意向 统计月度数据 法治建设要点 信用修复流程",
)
TOPICS = _words(
    "优化营商环境 基层治理 乡村全面振兴 民生实事 数字政府建设 重点领域监管 生态环境保护 公共服务均等化 科技创新",
    "城市更新 青年就业 托育服务 粮食安全 交通出行 旅游消费 防灾减灾 社会救助 知识产权保护",
)
EFFECTS = (
    "方便群众查找",
    "企业反映良好",
    "做到底数清、去向明",
    "让数据多跑路",
    "回应了社会关切",
    "信息更新更快",
    "职责边界更加清楚",
    "避免了口径不一",
    "减少了重复填报",
    "群众看得懂、用得上",
    "过程可查、结果可溯",
    "公开质量稳步提升",
)
SENTENCES = (
    "围绕{topic}，{first}，{second}，{effect}。",
    "{first}{many}项，{second}{few}项，{effect}。",
    "在{topic}方面，{first}，全年发布{thing}信息{many}条。",
    "开设“{thing}”专栏，{first}，日均访问{many}人次。",
    "举办{topic}主题开放日{few}场，{first}，{effect}。",
    "{first}；{second}；{third}，{effect}。",
)
SUBJECTS = (
    "（一）主动公开情况",
    "（二）依申请公开情况",
    "（三）政府信息管理情况",
    "（四）政府信息公开平台建设情况",
    "（五）监督保障情况",
)
ORDINALS = ("一是", "二是", "三是", "四是", "五是", "六是")
ADDRESS = "https://www.example.gov.cn"


class Narrative(NamedTuple):
    """Markdown of the four places where prose stands."""

    preamble: str
    overview: str
    problems: str
    other: str

    def size(self) -> int:
        """Count the bytes of the four parts in UTF-8."""
        return sum(len(part.encode()) for part in self)


def narrative(rng: Random, name: str, year: int, figures: Figures, size: int = 8 * 1024) -> Narrative:
    """Write the prose of one report; `size` is the mean in bytes, single reports vary by a fifth."""
    target = round(size * rng.uniform(0.8, 1.2))
    preamble = (
        f"本报告由{name}依照《中华人民共和国政府信息公开条例》编制，所列数据的统计期限自{year}年1月1日起至12月31日止。"
        f"电子版可在[{name}网站]({ADDRESS}/{year}/)下载。"
    )
    other = f"{year}年度{name}未收取信息处理费。{_sentence(rng)}"
    used = len((preamble + other).encode())
    overview = _overview(rng, name, year, figures, round(target * 0.75) - used)
    problems = _problems(rng, target - used - len(overview.encode()))
    return Narrative(preamble, overview, problems, other)


def plain_lines(markdown: str) -> list[str]:
    """Reduce this module's Markdown to the lines of text a reader of the page must find."""
    text = re.sub(r"\[([^]]*)]\([^)]*\)", r"\1", markdown).replace("**", "")
    lines = (re.sub(r"^(#+|-|\d+\.) ", "", line) for line in text.splitlines())
    return [line for line in lines if line]


def _overview(rng: Random, name: str, year: int, figures: Figures, size: int) -> str:
    blocks = [f"{year}年，{name}把政务公开放在{rng.choice(TOPICS)}的全局中谋划，{_clause(rng)}，{rng.choice(EFFECTS)}。"]
    facts = {1: _requests(figures), 4: _disputes(figures)}
    share = (size - len(blocks[0].encode())) / len(SUBJECTS)
    for number, subject in enumerate(SUBJECTS):
        blocks += [f"### {subject}", facts.get(number, _sentence(rng))]
        room = share - len("".join(blocks[-2:]).encode())
        while room > 0:
            blocks.append(rng.choice((_points, _paragraph, _paragraph))(rng))
            room -= len(blocks[-1].encode())
    return "\n\n".join(blocks)


def _problems(rng: Random, size: int) -> str:
    faults = [f"- **{rng.choice(THINGS)}**仍有不足，{_clause(rng)}的力度不够。" for _ in range(rng.randint(2, 4))]
    cures: list[str] = []
    room = size - len("".join(faults).encode())
    while room > 0 or not cures:
        cures.append(f"{len(cures) + 1}. {_sentence(rng)}")
        room -= len(cures[-1].encode())
    return "\n\n".join(("主要问题：", "\n".join(faults), "改进措施：", "\n".join(cures)))


def _requests(figures: Figures) -> str:
    def total(row: str) -> int:
        return sum(int(values[-1]) for key, values in figures.items() if f"{key}.".startswith(f"applications.{row}."))

    return (
        f"全年新收政府信息公开申请{total('received')}件，上年结转{total('carried_in')}件，"
        f"办结{total('outcome.total')}件，结转下年度继续办理{total('carried_out')}件。"
        f"办结件中，予以公开{total('outcome.granted')}件，部分公开{total('outcome.partly_granted')}件，"
        f"不予公开{total('outcome.refused')}件，无法提供{total('outcome.unavailable')}件，"
        f"不予处理{total('outcome.not_processed')}件。"
    )


def _disputes(figures: Figures) -> str:
    review, direct, after = (int(figures[f"review_and_litigation.{row}"][-1]) for row in ("review", "direct_suits", "suits_after_review"))
    return f"因政府信息公开引起的行政复议{review}件，行政诉讼{direct + after}起。"


def _paragraph(rng: Random) -> str:
    return "".join(_sentence(rng) for _ in range(rng.randint(2, 4)))


def _points(rng: Random) -> str:
    return "".join(f"**{ORDINALS[i]}{_clause(rng)}**，{_sentence(rng)}" for i in range(rng.randint(2, 4)))


def _sentence(rng: Random) -> str:
    return rng.choice(SENTENCES).format(
        topic=rng.choice(TOPICS),
        thing=rng.choice(THINGS),
        first=_clause(rng),
        second=_clause(rng),
        third=_clause(rng),
        effect=rng.choice(EFFECTS),
        many=rng.randint(40, 900),
        few=rng.randint(2, 39),
    )


def _clause(rng: Random) -> str:
    return rng.choice(MANNERS) + rng.choice(VERBS) + rng.choice(THINGS)
