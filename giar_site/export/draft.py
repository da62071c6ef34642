"""What is written out: a form, whose it is, and – unless it is to be filled in – figures, particulars and prose as published."""

from dataclasses import dataclass
from pathlib import Path
from typing import NamedTuple

from giar_site.derive import differs
from giar_site.diagnostics import CannotGoOn, Text
from giar_site.export.narrative import blocks_of
from giar_site.forms import Form
from giar_site.importers.recognise.metadata import contact_in
from giar_site.importers.recognise.values import CONTACT
from giar_site.load import Folder, load_agency, plain_digits
from giar_site.model import Agency, Contact, Figure, Metadata, Passage, Reading, Report


@dataclass(frozen=True, slots=True)
class Draft:
    """A report to write. `slug`, `name`: "" in a template for anybody; `figures`: empty in a template, else one a cell of the form.

    `notes_of_the_site`: how many entries of `accept:` and `corrections:` there are, which no report prints.
    """

    form: Form
    year: int
    slug: str = ""
    name: str = ""
    figures: tuple[Figure, ...] = ()
    metadata: Metadata = Metadata()
    preamble: Passage = Passage("", "", "", "")
    sections: tuple[Passage, ...] = ()
    notes_of_the_site: int = 0

    @property
    def title(self) -> str:
        """The title as published, else the one the form prescribes."""
        return self.metadata.title or self.form.report_title.format(agency=self.name, year=self.year)

    def passages(self) -> tuple[Passage, ...]:
        """The six sections in the form's order, headings as written; one that was left out has the form's title and no text."""
        written = {passage.key: passage for passage in self.sections}
        return tuple(written.get(each.key, Passage(each.key, each.title, "", "")) for each in self.form.sections)

    def unsaid(self) -> tuple[tuple[str, str], ...]:
        """The particulars of the contact, by label, that the preamble does not give itself, so that whoever imports them finds them there."""
        words = " ".join("".join(span.text for span in block.all_spans()) for block in blocks_of(self.preamble.source))
        said = {(value.key, value.text) for value in contact_in(words)}
        contact = self.metadata.contact._asdict().items()
        pairs = zip(CONTACT_LABELS, contact, strict=True)
        return tuple((label, value) for label, (field, value) in pairs if value and (CONTACT + field, value) not in said)

    def attachments(self) -> tuple[tuple[str, str, str], ...]:
        """Title, file and note of the attachments that front matter lists; what the prose shows or links stands there."""
        return tuple((each.title, each.file, each.note) for each in self.metadata.attachments if each.listed)

    def closing(self) -> tuple[tuple[str, str], ...]:
        """What stands below the last section, by label: the attachments."""
        titles = [title for title, _, _ in self.attachments()]
        labels = ["附件"] if len(titles) == 1 else [f"附件{number}" for number in range(1, len(titles) + 1)]
        return tuple(zip(labels, titles, strict=True))

    def particulars(self) -> tuple[tuple[str, str], ...]:
        """What stands below the title, by label: the agency where the title does not name it, day, numbers, source, and the contact that no prose gives."""
        meta = self.metadata
        named = (
            ("机关名称", "" if self.name in self.title else self.name),
            ("公布日期", meta.published),
            ("文号", meta.document_number),
            ("索引号", meta.index_number),
            ("来源", meta.source),
        )
        return (*((label, value) for label, value in named if value), *self.unsaid())


class Asked(NamedTuple):
    """A report asked for by "agency/year"."""

    agency: str
    year: int


CONTACT_LABELS = ("联系科室", "地址", "邮编", "电话", "电子邮箱")
if len(CONTACT_LABELS) != len(Contact._fields):
    raise AssertionError("a particular of Contact has no label")


def figure_text(figure: Figure) -> str:
    """The text that stands in the cell: as published; a total that was left out is the sum of its parts, a blank stays one."""
    if figure.reading is Reading.DERIVED:
        return plain_digits(figure.value) if figure.value is not None else ""
    if figure.reading is Reading.PLAIN or differs(figure):
        return " ".join(figure.text.split("\n"))
    return ""


def draft_of(agency: Agency, report: Report) -> Draft:
    """The draft that says what `report` says; its passages need their sources."""
    return Draft(
        form=report.figures.form,
        year=report.year,
        slug=agency.slug,
        name=agency.name,
        figures=report.figures.values,
        metadata=report.metadata,
        preamble=report.preamble,
        sections=report.sections,
        notes_of_the_site=len(report.acceptances) + len(report.corrections),
    )


def load_draft(site: Path, asked: Asked) -> Draft:
    """Load a report of the site in folder `site`. Raises CannotGoOn when there is none."""
    with Folder.top(site) as top, top.folder("content") as content:
        agency = load_agency(content, asked.agency).agency
    report = next((each for each in agency.reports if each.year == asked.year), None)
    if report is None:
        name = f"{asked.agency}/{asked.year}"
        raise CannotGoOn(Text(f"content/ 里没有 {name}。", f"there is no {name} in content/."))
    return draft_of(agency, report)
