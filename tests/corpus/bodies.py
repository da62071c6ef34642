"""Who reports: invented places with the agencies of a county, a district or a city, each below its parent."""

from dataclasses import dataclass
from random import Random

from benchmarks.corpus import FIRST, SECOND

# Ending of a place's name, its level, the word for all of it.
PLACES = (("县", "county", "全县"), ("区", "district", "全区"), ("市", "city", "全市"))
# Ending of the name, ending of the slug, what it calls itself.
DEPARTMENTS = (
    ("财政局", "finance", "我局"),
    ("教育局", "education", "我局"),
    ("自然资源局", "natural-resources", "我局"),
    ("卫生健康局", "health", "本机关"),
    ("交通运输局", "transport", "我局"),
    ("水利局", "water", "本局"),
    ("市场监督管理局", "market", "我局"),
    ("农业农村局", "agriculture", "本机关"),
    ("医疗保障局", "insurance", "本局"),
)
# Ending of the name, kind, what it calls itself.
TOWNS = (("镇人民政府", "township", "我镇"), ("乡人民政府", "township", "本机关"), ("街道办事处", "subdistrict", "本街道"))


@dataclass(frozen=True, slots=True)
class Body:
    """A reporting agency: `parent` is a slug or "", `calls_itself` its word for itself, `portal` whose website it uses.

    `lineage` are lines of agency.yaml; until the year `renamed` it had its `former_name`.
    """

    slug: str
    name: str
    short_name: str
    kind: str
    level: str
    scope: str
    parent: str
    calls_itself: str
    portal: str
    domain: str
    lineage: tuple[str, ...] = ()
    former_name: str = ""
    renamed: int = 0

    def name_in(self, year: int) -> str:
        """What it was called when it reported on `year`."""
        return self.former_name if year < self.renamed else self.name


@dataclass(frozen=True, slots=True)
class Place:
    """A county, district or city: its name, its spelling, its level and the word for all of it."""

    name: str
    pinyin: str
    level: str
    whole: str


def place(rng: Random, level: str = "") -> Place:
    """A place that is on no map, of `level` where one is asked for."""
    ending, own_level, whole = rng.choice([each for each in PLACES if level in {"", each[1]}])
    first, second = rng.choice(list(FIRST)), rng.choice(list(SECOND))
    return Place(first + second + ending, FIRST[first] + SECOND[second], own_level, whole)


def alone(rng: Random) -> tuple[Body, ...]:
    """One agency without a parent: an office, a department or a town."""
    where = place(rng)
    return (rng.choice((office(where, ""), *departments(rng, where, "", 1), *_towns(rng, where, "", 1))),)


def peers(rng: Random, count: int) -> tuple[Body, ...]:
    """Departments of one place whose government has no report here."""
    return departments(rng, place(rng), "", count)


def government(rng: Random, count: int, where: Place | None = None, parent: str = "") -> tuple[Body, ...]:
    """A government that sums its children, its office, and `count` - 2 departments and towns."""
    where = where or place(rng)
    top = Body(
        slug=f"{where.pinyin}-{where.level}",
        name=f"{where.name}人民政府",
        short_name=rng.choice(("", where.name)),
        kind="government",
        level=where.level,
        scope="rollup",
        parent=parent,
        calls_itself=where.whole,
        portal=f"{where.name}人民政府",
        domain=where.pinyin,
    )
    towns = rng.randint(0, max(count - 2, 0)) if where.level != "city" else 0
    children = (*departments(rng, where, top.slug, count - 2 - towns), *_towns(rng, where, top.slug, towns))
    return (top, office(where, top.slug), *children)


def city(rng: Random, count: int) -> tuple[Body, ...]:
    """A city of `count` agencies of its own and a district below it, whose roll-up the city's adds once more."""
    own = government(rng, count, place(rng, "city"))
    taken = {body.domain for body in own}
    below = next(each for each in iter(lambda: place(rng, "district"), None) if each.pinyin not in taken)
    return (*own, *government(rng, 3, below, own[0].slug))


def office(where: Place, parent: str) -> Body:
    """The government's own office, which reports for itself only."""
    return Body(
        slug=f"{where.pinyin}-{where.level}-office",
        name=f"{where.name}人民政府办公室",
        short_name=f"{where.name}政府办公室",
        kind="office",
        level=where.level,
        scope="own",
        parent=parent,
        calls_itself="我办",
        portal=f"{where.name}人民政府",
        domain=where.pinyin,
    )


def departments(rng: Random, where: Place, parent: str, count: int) -> tuple[Body, ...]:
    """Departments of a place, below `parent`."""
    return tuple(
        Body(
            slug=f"{where.pinyin}-{slug}",
            name=where.name + ending,
            short_name=rng.choice(("", where.name[-1] + ending)),
            kind="department",
            level=where.level,
            scope="own",
            parent=parent,
            calls_itself=calls,
            portal=f"{where.name}人民政府",
            domain=where.pinyin,
        )
        for ending, slug, calls in rng.sample(DEPARTMENTS, count)
    )


def _towns(rng: Random, where: Place, parent: str, count: int) -> tuple[Body, ...]:
    names = rng.sample([a + b for a in FIRST for b in SECOND if FIRST[a] + SECOND[b] != where.pinyin], count)
    found = []
    for name in names:
        ending, kind, calls = rng.choice(TOWNS)
        found.append(
            Body(
                slug=f"{where.pinyin}-{FIRST[name[0]]}{SECOND[name[1]]}",
                name=f"{where.name}{name}{ending}",
                short_name=rng.choice(("", name + ending)),
                kind=kind,
                level="township",
                scope="own",
                parent=parent,
                calls_itself=calls,
                portal=f"{where.name}人民政府",
                domain=where.pinyin,
            )
        )
    return tuple(found)
