"""Nothing that a text contains becomes active: every tag and attribute of a page is one that we wrote."""

import re
from base64 import b64encode
from dataclasses import replace
from datetime import UTC, datetime
from hashlib import sha256

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from tests.export.pages import ReadPage
from tests.export.sheets import NEW, redline_sheet, sheet

from zerodraft.core.comparison.compare import compare
from zerodraft.export.discussed import Discussed, Said
from zerodraft.export.hands import Hand, Hands, Signed
from zerodraft.export.html.clean import clean_html
from zerodraft.export.html.redline import redline_html
from zerodraft.export.sheet import RedlineSheet, Sheet

TAGS = {
    *("html", "head", "meta", "title", "style", "body", "header", "main", "section", "div", "p", "span", "pre", "a"),
    *("h1", "h2", "h3", "h4", "h5", "h6", "em", "strong", "sup", "sub", "code", "ins", "del", "s", "ul", "li"),
    *("table", "thead", "tbody", "tfoot", "tr", "th", "td", "fieldset", "legend", "label", "input", "select", "option"),
    *("footer", "mark", "details", "summary", "time", "br"),
}
ATTRIBUTES = {
    *("lang", "dir", "charset", "http-equiv", "content", "name", "class", "id", "href", "rel", "scope"),
    *("for", "type", "checked", "selected", "autocomplete", "datetime", "tabindex", "role"),
    *("aria-label", "aria-labelledby", "aria-hidden", "data-head"),
}
HREF = re.compile(r"#[\w.\-]+|https?://[^\s\"<>]*|mailto:[^\s\"<>]*")

PAYLOADS = (
    "<script>alert(1)</script>",
    "<img src=x onerror=alert(1)>",
    "[a](javascript:alert(1))",
    "[a](JaVaScRiPt:alert(1))",
    "[a](java&#10;script:alert(1))",
    "[a](javascript&colon;alert(1))",
    "[a](&#106;avascript:alert(1))",
    "[a](\x01javascript:alert(1))",
    "[a](vbscript:x)",
    "[a](data:text/html;base64,PHNjcmlwdD4=)",
    "![a](data:image/svg+xml;base64,PHN2Zz4=)",
    "![a](http://evil/track.png)",
    "<javascript:alert(1)>",
    "<svg/onload=alert(1)>",
    "<svg><style>@import '//evil'</style></svg>",
    "<details open ontoggle=alert(1)>",
    "<a href=javascript:alert(1)>x</a>",
    "<iframe src=//evil></iframe>",
    "<style>@import '//evil'</style>",
    "</style><script>alert(1)</script>",
    "</title><script>alert(1)</script>",
    "<base href=//evil>",
    "<form action=//evil><input type=submit></form>",
    "<meta http-equiv=refresh content='0;url=//evil'>",
    "<link rel=stylesheet href=//evil>",
    "<math><mtext></form><form><mglyph><style></math><img src onerror=alert(1)>",
    "[a]: javascript:alert(1)\n\n[a]",
    '[x](http://a"onmouseover=alert(1))',
    "[x](http://a'onmouseover=alert(1))",
    '[x](<http://a b> "t\\" onclick=x")',
    '[x](http://a "onclick=alert(1)")',
    '```"><script>alert(1)</script>\nx\n```',
    "| a |\n|---|\n| <img src=x onerror=y> |",
    "# <u onclick=x>heading</u>",
    "## <script>alert(1)</script>",
    "&lt;script&gt;alert(1)&lt;/script&gt;",
    "&#60;script&#62;alert(1)&#60;/script&#62;",
    "<!--><script>alert(1)</script>-->",
    "<!-- --!><img src=x onerror=alert(1)>",
    "<![CDATA[<script>alert(1)</script>]]>",
    "]]><script>alert(1)</script>",
    "<?xml version='1.0'?><x onload=alert(1)>",
    "[a](file:///etc/passwd)",
    "[a](\\\\evil\\share)",
    "[a](//evil/x)",
    "[[a](http://x)](javascript:alert(1))",
    "[a [b](javascript:c) d](http://x)",
    "<sup onclick=alert(1)>1</sup>",
    "<sup><script>alert(1)</script></sup>",
    "<sub>1</sub onclick=x>",
    '[^1"onclick=x]\n\n[^1"onclick=x]: <b>note</b>',
    "[^<script>]: note\n\ntext[^<script>]",
    "＜script＞alert(1)＜/script＞",
    "\u202e>tpircs/<)1(trela>tpircs<",
    "<scr\u0000ipt>alert(1)</scr\u0000ipt>",
    "<scr\u200bipt>alert(1)</script>",
    "`</code><script>alert(1)</script>`",
    "*<b onclick=x>*",
    "> <object data=javascript:x></object>",
    "5<sup>bis</sup>. \"' onfocus=alert(1) autofocus '",
    "<input autofocus onfocus=alert(1)>",
    "\udc80<script>\udc80",
)


def with_payload(payload: str) -> str:
    return f"# T {payload}\n\n*Recalling* {payload} the past,\n\n## A {payload}\n\n{payload}\n\nWe agree {payload}.\n"


def hostile(payload: str) -> Sheet:
    """A payload wherever text can stand, the title block included."""
    plain = sheet(with_payload(payload), version=payload, language=payload)
    page = Sheet(payload, payload, payload, payload, payload, payload, payload, plain.draft, plain.numbers)
    return replace(page, mark=payload, fingerprint=payload, labels_in="id", threads=talked(payload))


DAY = datetime(2021, 11, 3, tzinfo=UTC)


def talked(payload: str) -> tuple[Discussed, ...]:
    """Comments, replies and quotes that are the payload: on words, on a paragraph, on none; open and resolved."""
    said = tuple(Said(payload, payload, payload, DAY, f"{payload}\n\n{payload}\nx") for _ in range(2))
    places = ((1, 0, 5), (1, 3, 20), (3, 0, 0), (4, 2, 9), (None, 0, 0))
    return tuple(
        Discussed(said, ordinal, start, end, payload, payload, payload, payload, payload, payload, start == 3)
        for ordinal, start, end in places
    )


def check(page: bytes) -> ReadPage:
    read = ReadPage(page.decode("utf-8"))
    assert read.wrong == []
    assert read.declarations == ["DOCTYPE html"]
    assert {each.tag for each in read.elements} <= TAGS
    assert {name for each in read.elements for name in each.attributes} <= ATTRIBUTES
    assert [each for each in read.values("href") if not HREF.fullmatch(each)] == []
    assert len(read.values("http-equiv")) == 1
    return read


@pytest.mark.parametrize("payload", PAYLOADS)
def test_a_payload_in_a_clean_page_stays_text(payload: str) -> None:
    page = check(clean_html(hostile(payload)))
    assert page.all("details")


@pytest.mark.parametrize("payload", PAYLOADS)
def test_a_payload_in_a_redline_stays_text(payload: str) -> None:
    inserted = redline_sheet(NEW, NEW + with_payload(payload))
    deleted = redline_sheet(with_payload(payload) + NEW, NEW)
    reworded = redline_sheet(with_payload("x " + payload), with_payload(payload + " y"))
    for redline in (inserted, deleted, reworded):
        check(redline_html(redline))


@pytest.mark.parametrize("payload", PAYLOADS)
def test_a_payload_in_the_names_of_versions_stays_text(payload: str) -> None:
    old, new = sheet(NEW, payload, payload), hostile(payload)
    hand = Hand(payload, DAY)
    signed = {ordinal: (Signed(0, 500, hand),) for ordinal in range(20)}
    hands = Hands(hand._replace(author=f"{payload} {payload}"), signed, signed, {1: hand})
    page = check(redline_html(RedlineSheet(old, new, compare(old.draft, new.draft), hands=hands)))
    (style,) = re.findall(r"<style>(.*?)<", page.source, re.DOTALL)
    assert style.count("{") == style.count("}")
    assert "alert" not in re.sub(r'"[^"\n]*"', "", style)
    assert page.all("mark")
    assert len(page.all("option")) > 2


TEXTS = st.text(alphabet="ab<>/=\"'&;#*_[]()`!-:\\\n |^1x\u202e\udc80", max_size=80)


@settings(max_examples=80)
@given(TEXTS, TEXTS)
def test_no_text_at_all_writes_a_tag_of_its_own(old: str, new: str) -> None:
    check(clean_html(sheet(new)))
    check(redline_html(redline_sheet(old, new)))


def test_a_link_to_the_web_tells_nobody_where_it_was_opened() -> None:
    page = check(clean_html(sheet("# T\n\nSee [the Charter](https://un.org/charter).\n")))
    (link,) = [each for each in page.all("a") if each.attributes["href"].startswith("https")]
    assert link.attributes["rel"] == "noopener noreferrer"


def test_a_page_forbids_scripts_and_every_request() -> None:
    page = check(clean_html(sheet(NEW)))
    (policy,) = [each for each in page.all("meta") if "http-equiv" in each.attributes]
    style = re.search(r"<style>(.*)</style>", page.source, re.DOTALL)
    assert style
    known = b64encode(sha256(style[1].encode()).digest()).decode()
    allowed = policy.attributes["content"].split("; ")
    assert allowed == ["default-src 'none'", f"style-src 'sha256-{known}'", "base-uri 'none'", "form-action 'none'"]
    assert "url(" not in page.source
    assert "@import" not in page.source
