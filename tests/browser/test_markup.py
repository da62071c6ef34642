"""Every page of the real site is valid, leads nowhere dead, and carries a content policy that nothing in it strains."""

from tests.browser.markup import dead_fragments, dead_links, foreign_faults, foreign_styles, policy_faults, vnu_messages
from tests.browser.sites import Site


def test_the_markup_checker_has_nothing_to_say(served: Site) -> None:
    messages = vnu_messages(served)
    assert not messages, "\n".join(messages)


def test_no_link_and_no_fragment_is_dead(served: Site) -> None:
    dead = [*dead_links(served.folder), *dead_fragments(served.folder)]
    assert not dead, "\n".join(dead)


def test_the_content_policy_is_strict_and_first_and_no_page_has_inline_script_or_style(served: Site) -> None:
    faults = [f"{page}: {fault}" for page in served.pages() for fault in policy_faults(served.text(page))]
    assert not faults, "\n".join(faults)


def test_nothing_in_a_page_or_stylesheet_names_another_host_to_load_from(served: Site) -> None:
    faults = [f"{page}: {fault}" for page in served.pages() for fault in foreign_faults(served.text(page))]
    faults += foreign_styles(served.folder)
    assert not faults, "\n".join(faults)
