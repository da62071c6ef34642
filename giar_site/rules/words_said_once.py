"""Words that no sentence says twice running.

They neither double for emphasis, as 研究研究 and 了解了解 do, nor end one term where they can begin the next, as 政府, 行政 and 申请 do in
人民政府政府信息公开, 依法行政行政执法, 政府信息公开申请申请人: a noun that stands there twice may be right, so no noun is in the list.
"""

from typing import Final

_WORDS: Final = """
政府信息公开 依申请公开 主动公开 政府信息 本机关 本单位 本部门 进一步
我省 我市 我县 我区 我旗 我镇 我乡 我局 我办 我委 我厅 今年 全年 全县 全市 全区 全省 全镇 各项 各类 各级
以及 并且 而且 或者 但是 因此 所以 因为 如果 虽然 同时 其中 此外 另外 首先 其次 从而 以便 随着 以来 截至
对于 关于 由于 根据 按照 依照 为了 通过 围绕 针对 应当 必须 可以 能够 已经 没有 尚未 未能 不予 予以 均已 均为
不断 持续 及时 切实 积极 稳步 扎实 着力 大力 全面 深入 充分 严格 目前 累计 共计 主要 相关 有关
开展 进行 加强 强化 完善 健全 提高 确保 做好 抓好 建立 制定 印发 收到 实现 形成 取得 存在 属于 包括 涉及 坚持 紧扣 聚焦
"""
WORDS_SAID_ONCE: Final = tuple(_WORDS.split())
