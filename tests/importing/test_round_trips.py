"""Any valid report, written out and imported, is the same report: figures as published, sections, words, metadata."""

import pytest
from hypothesis import Phase, given, settings
from hypothesis import strategies as st

from giar_site.export.draft import Draft
from giar_site.export.narrative import blocks_of, sources_of
from tests.importing.drafts import drafts, figures_of, lines_of, there_and_back


def headings(source: str) -> list[str]:
    return ["".join(span.text for span in block.spans) for block in blocks_of(source) if block.heading]


def said(draft: Draft) -> tuple[str, ...]:
    """Metadata; the title as printed, since a file gives one that was left out as well."""
    meta = draft.metadata
    titles = tuple(each.title for each in meta.attachments)
    return (draft.title, meta.published, meta.document_number, meta.index_number, meta.source, *meta.contact, *titles)


@pytest.mark.parametrize("form", ["xlsx", "docx", "txt"])
@settings(
    max_examples=40, deadline=None, phases=(Phase.explicit, Phase.reuse, Phase.generate)
)  # a report of 200 figures shrinks for minutes
@given(data=st.data())
def test_any_report_comes_back(form: str, data: st.DataObject) -> None:
    before = data.draw(drafts())
    after = there_and_back(before, form).draft
    assert (after.form.edition, after.year) == (before.form.edition, before.year)
    assert figures_of(after) == figures_of(before)
    assert said(after) == said(before)
    assert [(each.key, each.heading) for each in after.sections] == [(each.key, each.heading) for each in before.sections]
    for ours, theirs in zip((after.preamble, *after.sections), (before.preamble, *before.sections), strict=True):
        if form == "xlsx":
            assert ours.source == "\n\n".join(sources_of(theirs.source))
        else:
            assert lines_of(ours) == lines_of(theirs)
        if form == "docx":
            assert set(headings(theirs.source)) <= set(headings(ours.source))
