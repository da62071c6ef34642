"""What can be wrong with a page as laid out: faults of accessibility, overflow, text on text, keyboard and focus."""

from playwright.sync_api import Page

from tests.browser.windows import found, probe

AXE_TAGS = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"]
AXE_CALL = "tags => axe.run(document, {runOnly: {type: 'tag', values: tags}, resultTypes: ['violations', 'incomplete']})"


def axe_faults(page: Page) -> list[str]:
    """Violations, and also what axe could not decide: an undecided contrast is a contrast that nobody checked."""
    result = page.evaluate(AXE_CALL, AXE_TAGS)
    return [
        f"axe {kind} {rule['id']} ({rule['impact']}) at {' '.join(map(str, node['target']))}: {' '.join(node['failureSummary'].split())}"
        for kind in ("violations", "incomplete")
        for rule in result[kind]
        for node in rule["nodes"]
    ]


def layout_faults(page: Page) -> list[str]:
    """Nothing wider than the window, nothing cut off, no text on other text."""
    return found(page, "overflow()") + found(page, "clippedText()") + found(page, "collisions()")


def keyboard_faults(page: Page) -> list[str]:
    """Tab through the page just opened: every stop in order, each with a visible focus inside the window."""
    faults: list[str] = []
    for number, _ in enumerate(probe(page, "prepareStops()")):
        page.keyboard.press("Tab")
        here = found(page, f"faultsOfStop({number})")
        faults += here
        if any(fault.startswith("Tab ") for fault in here):
            break  # out of step, all later stops would be reported too
    return faults


def skip_link_faults(page: Page) -> list[str]:
    """The first stop of the page just opened leads past its head."""
    page.keyboard.press("Tab")
    if faults := found(page, "skipLinkFaults()"):
        return faults
    page.keyboard.press("Enter")
    page.keyboard.press("Tab")
    return found(page, "skipFaults()")


def choose_text_size(page: Page, label: str) -> list[str]:
    """Choose the text size `label`, 大 for one, as a reader does; the fault if no such control is in sight."""
    control = page.get_by_text(label, exact=True).locator("visible=true")
    if not control.count():
        return [f"no visible control for the text size {label}"]
    control.first.click(force=True)  # on the spot, as a mouse does: a transparent radio button may lie over its word
    return []


def text_size_faults(page: Page) -> list[str]:
    """大 enlarges the text, 小 makes it smaller than 中, and enlarged the page still fits its window."""
    sizes: dict[str, float] = {}
    for label in ("中", "小", "大"):
        if faults := choose_text_size(page, label):
            return faults
        sizes[label] = float(probe(page, "textSize()"))
    ordered = sizes["小"] < sizes["中"] < sizes["大"]
    return ([] if ordered else [f"text sizes do not grow: {sizes}"]) + layout_faults(page)
