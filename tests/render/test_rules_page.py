"""The rule reference for the public: every manual in the reader's language."""

import re

from giar_site.diagnostics import Finding, Rule, Severity, rule
from giar_site.private import masked
from giar_site.rules import RULES
from tests.derive.made import agency, site
from tests.render.pages import Source, render


@rule("G997", Severity.ERROR, "report", acceptable=False)
def odd_sample(_: object) -> tuple[Finding, ...]:
    """怪<样> / Odd sample.

    What it checks
        看 `accept:` 里的
        <理由>。

        Looks at the reason.

    Wrong
        applications:
          received: [1, <2>]

    Source
        条例。
    """
    return ()


def page_of(*rules: Rule, language: str = "zh-CN") -> str:
    return render(site(agency("a", 2020), language=language), rules=rules)["rules.html"]


def test_each_rule_has_its_name_its_severity_and_its_manual_below_its_code() -> None:
    page = page_of(odd_sample)
    assert '<section id="G997" aria-labelledby="G997-title">' in page
    assert '<h2 id="G997-title">G997 怪&lt;样&gt;</h2>' in page
    assert '<a href="#G997">G997 怪&lt;样&gt;</a>（错误）' in page
    assert "错误；必须改正；名称 <code>odd-sample</code>" in page
    assert re.findall(r"<h3>(.*?)</h3>", page) == ["检查什么", "错误的写法", "依据"]
    assert "<p>看 <code>accept:</code> 里的&lt;理由&gt;。</p>" in page
    assert "<p>条例。</p>" in page


def test_a_sample_is_printed_as_it_is_written() -> None:
    assert '<pre class="sample"><code>applications:\n  received: [1, &lt;2&gt;]</code></pre>' in page_of(odd_sample)


def test_a_site_in_english_reads_the_english_manual() -> None:
    page = page_of(odd_sample, language="en")
    assert "G997 Odd sample." in page
    assert "<h3>What it checks</h3>\n<p>Looks at the reason.</p>" in page


def test_all_rules_of_giar_stand_there_in_the_order_of_their_codes_each_once() -> None:
    page = page_of(*reversed(RULES))
    ids = [each for each in Source(page).ids() if re.fullmatch(r"G\d+", each)]
    assert ids == [each.code for each in RULES]
    assert page.count("确实这样公布过的，可以说明理由") == sum(each.acceptable for each in RULES)
    assert "`" not in page


def test_no_page_says_a_private_number_even_a_made_up_one() -> None:
    page = page_of(*RULES)
    assert "13800138000" not in page
    assert "138 0013 8000" not in page
    assert "138****8000" in page
    assert masked(page) == page


def test_the_sitemap_and_the_page_of_checks_lead_there() -> None:
    pages = render(site(agency("a", 2020)), rules=RULES)
    assert "<loc>./rules.html</loc>" in pages["sitemap.xml"]
    assert '<a href="rules.html">' in pages["checks.html"]
