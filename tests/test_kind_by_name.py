"""The kind of agency that a name tells, and no kind where it tells none."""

import pytest

from giar_site.diagnostics import Text
from giar_site.kind_by_name import KIND_NAMES, UNTOLD, kind_by_name, told_kind
from giar_site.model import KINDS
from giar_site.scaffold import agency_yaml

NAMES = {
    "government": (
        "大荔县人民政府",
        "泉州市鲤城区人民政府",
        "内蒙古自治区人民政府",
        "陕西省人民政府",
        "凉山彝族自治州人民政府",
        "鄂温克族自治旗人民政府",
        "景德镇市人民政府",
        "平乡县人民政府",
        "上海市浦东新区人民政府",
        "大兴安岭地区行政公署",
        "某某县政府",
        "国务院",
    ),
    "office": (
        "安康市人民政府办公室",
        "南充市顺庆区人民政府办公室",
        "广东省人民政府办公厅",
        "国务院办公厅",
        "某某县政府办公室",
        "某某市政府办",
        "阿里地区行署办公室",
        "某某市人民政府办公室（某某市人民政府外事办公室）",
    ),
    "township": (
        "伊敏苏木人民政府",
        "某某县城关镇人民政府",
        "某某县大河乡人民政府",
        "某某县白马回族乡人民政府",
        "某某县青山镇政府",
        "某某县青山镇",
        "某某县大河乡",
        "某某旗白音查干苏木",
        "某某县城关镇人民政府党政综合办公室",
        "某某县某某区公所",
    ),
    "subdistrict": (
        "某某区人民路街道办事处",
        "某某市某某区人民政府新城街道办事处",
        "某某区东风街道",
        "某某区东风街道办",
        "某某区东风街道办事处党政办公室",
        "某某区乌镇路街道 办事处",
    ),
    "department": (
        "国家税务总局大荔县税务局",
        "国家税务总局某某省税务局",
        "某某县公安局",
        "某某县公安局交通警察大队",
        "某某市人民政府国有资产监督管理委员会",
        "某某市国资委",
        "某某省财政厅",
        "某某县发展和改革委员会（某某县粮食和物资储备局）",
        "某某市政务服务管理办公室",
        "中华人民共和国某某海关",
        "某某县人民政府外事办公室",
        "国家统计局某某调查总队",
        "审计署",
        "某某县公安局城关派出所",
        "某某镇派出所",
        "某某县乡村振兴局",
        "示例局（请改成机关全称）",
    ),
    "institution": (
        "某某县人民医院",
        "某某县第一中学",
        "某某镇中心小学",
        "某某街道社区卫生服务中心",
        "某某市住房公积金管理中心",
        "某某县图书馆",
        "某某市水务集团有限公司",
        "某某县青山镇卫生院",
        "中共某某县委党校",
        "某某职业技术学院",
    ),
    "": (
        "某某经济开发区管理委员会",
        "某某高新技术产业开发区管委会",
        "某某县人民法院",
        "某某县残疾人联合会",
        "某某市人民政府驻北京办事处",
        "某某县农村信用合作联社",
        "某某村民委员会",
        "某某",
        "",
    ),
}


@pytest.mark.parametrize(("kind", "name"), [(kind, name) for kind, names in NAMES.items() for name in names])
def test_a_name_tells_its_kind(kind: str, name: str) -> None:
    assert kind_by_name(name) == kind


def test_every_kind_has_a_name_of_its_own_and_samples() -> None:
    assert tuple(KIND_NAMES) == KINDS
    assert set(KINDS) < set(NAMES)
    assert UNTOLD in KINDS


def test_agency_yaml_is_given_the_kind() -> None:
    assert "\nkind: township   # " in agency_yaml("某某县城关镇人民政府")
    assert "\nkind: department   # " in agency_yaml("某某县残疾人联合会")
    assert "\nname: KIND 局   # " in agency_yaml("KIND 局").replace('"', "")


def test_the_guess_is_told_with_how_to_change_it() -> None:
    assert told_kind("某某县城关镇人民政府").zh == (
        "agency.yaml 里的机关类别（kind）按名称写成 township（乡镇）；不对的，改 kind 那一行，可用的词写在同一行的 # 号后面。"
    )
    assert told_kind("某某县残疾人联合会") == Text(
        "agency.yaml 里的机关类别（kind）从名称看不出，先写成 department（部门）；不对的，改 kind 那一行，可用的词写在同一行的 # 号后面。",
        "agency.yaml says kind: department (a department), for now, as the name does not tell; if that is wrong, change that line, "
        "which lists the words after its #.",
    )
