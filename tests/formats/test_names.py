"""Names that are safe as folder, ref and argument."""

import subprocess

import pytest
from hypothesis import given
from hypothesis import strategies as st

from zerodraft.formats.names import (
    BadName,
    check_slug,
    hyphenated,
    is_safe_name,
    proposed_slug,
    split_tag,
    tag_name,
    version_name,
)


@pytest.mark.parametrize(
    ("designation", "name"),
    [
        ("Zero Draft", "zero-draft"),
        ("Rev.1", "rev-1"),
        ("Chair's text", "chairs-text"),
        ("Chair’s streamlined text", "chairs-streamlined-text"),
        ("Rev.1/Corr.1", "rev-1-corr-1"),
        ("Add.1", "add-1"),
        (" Rascunho Revisão 2 ", "rascunho-revisao-2"),
    ],
)
def test_a_designation_gives_its_tag_a_name(designation: str, name: str) -> None:
    assert version_name(designation) == name
    assert tag_name("bali-message", designation) == f"bali-message/{name}"
    assert split_tag(tag_name("bali-message", designation)) == ("bali-message", name)


@pytest.mark.parametrize("designation", ["", "…", "--", "草案", "Rev.1 修", "Rеv.1", "nul", "x" * 65, "Com 1\u0661"])
def test_a_designation_without_a_safe_name_is_refused(designation: str) -> None:
    with pytest.raises(BadName) as refused:
        version_name(designation)
    assert refused.value.message == f"“{designation}” can't name a version."
    assert refused.value.hint == "Use up to 64 Latin letters and digits, such as Zero Draft, Rev.1 or Chair's text."


def test_a_refusal_shows_no_terminal_command() -> None:
    with pytest.raises(BadName, match=r"^“⟦U\+001B⟧” can't name a declaration: small letters"):
        tag_name("\x1b", "Rev.1")


@pytest.mark.parametrize(
    "slug", ["", "-x", "x-", "--output=pwn", "..", "a/b", "A", "a.lock", "a b", "con", "com1", "a\n", "x" * 65]
)
def test_an_unsafe_name_is_refused(slug: str) -> None:
    assert not is_safe_name(slug)
    with pytest.raises(BadName):
        tag_name(slug, "Rev.1")


@pytest.mark.parametrize("slug", ["a", "7", "bali-message", "x" * 64])
def test_a_folder_name_of_small_letters_is_safe(slug: str) -> None:
    assert is_safe_name(slug)


def test_git_takes_every_name_that_is_taken_here() -> None:
    for designation in ("Zero Draft", "Rev.1/Corr.1", "@{1}", "HEAD", "a..b", "a.lock", "refs/heads/x", "^~:?*[\\"):
        try:
            name = tag_name("bali-message", designation)
        except BadName:
            continue
        subprocess.run(["git", "check-ref-format", f"refs/tags/{name}"], check=True)


@given(st.text(max_size=80))
def test_any_designation_is_refused_or_gives_a_safe_name(designation: str) -> None:
    try:
        name = version_name(designation)
    except BadName:
        return
    assert is_safe_name(name)
    assert version_name(name) == name


@pytest.mark.parametrize(
    ("name", "proposal"),
    [
        ("Bali Message", "bali-message"),
        ("Chair’s text", "chairs-text"),
        ("../../evil", "evil"),
        ("nul", "nul-text"),
        ("Déclaration de Bali (2021)", "declaration-de-bali-2021"),
        ("", "declaration"),
        ("宣言", "declaration"),
        ("--output=x", "output-x"),
        ("x" * 80, "x" * 64),
    ],
)
def test_a_name_that_can_not_be_used_is_answered_with_one_that_can(name: str, proposal: str) -> None:
    with pytest.raises(BadName) as refused:
        check_slug(name)
    assert refused.value.hint == f"Try “{proposal}”."


@given(st.text(max_size=100))
def test_every_proposal_can_be_used(name: str) -> None:
    assert check_slug(proposed_slug(name)) == proposed_slug(name)


@given(st.text(max_size=100))
def test_a_hyphenated_name_stays_as_it_is(text: str) -> None:
    assert hyphenated(hyphenated(text)) == hyphenated(text)


def test_a_tag_of_another_kind_has_no_version() -> None:
    assert split_tag("v1.0") == ("v1.0", "")
