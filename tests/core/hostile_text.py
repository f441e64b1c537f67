"""Texts that nobody wishes for, and a small declaration with every trap met in real ones."""

from hypothesis import strategies as st

SNIPPETS = (
    *"#*_-–—=|<>[](){}`~\\/.,;:!&^+\"'",
    *"aZ15éก๓語🙂",
    *("\n", "\n\n", "\r\n", "\r", "\t", " ", "  ", "    ", "\u00a0", "\u200b", "\u2028", "\x0c"),
    *("\0", "\ufeff", "\ud800", "\u202e", "\u0301", "\x1b"),
    *("(a)", "(i)", "OP", "PP2 ", "OP5 ", "3. ", "3\\. ", "10) ", "5 bis ", "1.2. ", "\n- ", "\n* ", "\n1. ", "2.bis "),
    *("# ", "\n## ", "---\n", "\n---\n", "***", "**1 WE,** ", "**2** ", "**A title**", "<!-- -->", "<!--", "-->"),
    *("```\n", "> ", "|a|b|\n|-|-|\n", "[^1]: ", "<sup>1</sup> ", "—–\n", "===", "<div>", "title: x\n", "\\###"),
    *("We agree", "[shall - Japan]", "[a](b.c)", "and\n(b) ", ";\n(a) ", "Closing", "\n\n(a) x;\n\n(b) y\n\n"),
)
HOSTILE = st.one_of(
    st.lists(st.sampled_from(SNIPPETS), max_size=30).map("".join),
    st.text(st.characters(), max_size=60),
)

LEADERS = """\
---
date: '2022-11-12'
title: "Leaders\\u2019 Statement on\\_Seas and\\
  \\ Rivers"
---
\x20
**WE,** the Member States, met on the occasion of the 9<sup>th</sup> Summit;\x20\x20
\x20\x20
**RECOGNISING** that
81.6 billion corals need care, as the
16th Assembly and
2023 Spring Meetings said;
\x20
**1 WE,** the Leaders, have met;****

**2** **APPRECIATING** the support of the hosts;

3\\. We affirm our aims:

-   first, the open sea,
    and its islands;
-   second, the rivers.

4.&nbsp;<sup>1 </sup>We thank\u00a0the hosts\u200b.

ADOPTED in Bandung.

—–\x20\x20
<sup>1 </sup>One member has other views.

\\###
"""
