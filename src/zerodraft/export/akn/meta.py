"""What an Akoma Ntoso file says of itself: which text it is, its versions, who is named, what was said about it."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date

from zerodraft.core.negotiation.delegation import SECRETARIAT as SECRETARIAT_BODY
from zerodraft.core.negotiation.delegation import SECRETARIAT_CODE
from zerodraft.core.text.waymark import provenance_properties
from zerodraft.export.akn.labels import akn_labels
from zerodraft.export.akn.names import name_of, references, unique
from zerodraft.export.akn.naming import UNNAMED, Issued, Naming, language_code
from zerodraft.export.akn.units import gap, is_typed
from zerodraft.export.akn.xml import Element, hint, put, put_own, say
from zerodraft.export.discussed import Discussed, Said
from zerodraft.export.labels import labels_for
from zerodraft.export.sheet import Sheet

SECRETARIAT, CONFERENCE = "secretariat", "conference"
SOURCE = f"#{SECRETARIAT}"
_ONTOLOGY = "/akn/ontology"


@dataclass(slots=True)
class Named:
    """The organisations that are named in a file, by what they are called; each has a name of its own there."""

    taken: set[str]
    secretariat: str
    found: dict[str, str] = field(default_factory=dict)

    @classmethod
    def on(cls, sheet: Sheet, taken: set[str]) -> "Named":
        """None so far; `taken` are the names of all elements."""
        return cls(taken, dict(SECRETARIAT_BODY.names)[labels_for(sheet.spoken).language])

    def of(self, called: str, code: str = "") -> str:
        """The name of an organisation's element."""
        if code == SECRETARIAT_CODE or called == self.secretariat:
            return SECRETARIAT
        if called not in self.found:
            self.found[called] = unique(f"org_{name_of((code or called).lower())}", self.taken)
        return self.found[called]


@dataclass(frozen=True, slots=True)
class Identity:
    """One text in the three levels of its naming. `author` are names of organisations' elements; `subtype` and
    `name` are "" for those of the declaration."""

    work: str
    expression: str
    begun: date
    day: date
    number: str
    version: str
    author: str = CONFERENCE
    subtype: str = ""
    name: str = ""


def naming_of(sheet: Sheet) -> Naming:
    return sheet.naming or UNNAMED


def identity_of(sheet: Sheet) -> Identity:
    naming = naming_of(sheet)
    version = sheet.provenance.version if sheet.provenance else ""
    expression = naming.expression(sheet.language, naming.day, version)
    return Identity(naming.work, expression, naming.begun, naming.day, naming.slug, sheet.version)


def identify(meta: Element, sheet: Sheet, identity: Identity) -> None:
    """The work, this version of it, and this file."""
    naming = naming_of(sheet)
    day = identity.day.isoformat()
    told = put(meta, "identification", source=SOURCE)
    work = _level(told, "FRBRWork", (identity.work, ""), (identity.begun.isoformat(), "work"), identity.author)
    put(work, "FRBRcountry", value=naming.jurisdiction)
    put(work, "FRBRsubtype", value=identity.subtype or naming.subtype)
    put(work, "FRBRnumber", value=identity.number)
    put(work, "FRBRname", value=identity.name or naming.name)
    put(work, "FRBRprescriptive", value="false")
    put(work, "FRBRauthoritative", value="true" if sheet.fingerprint else "false")
    expression = _level(told, "FRBRExpression", (identity.expression, ""), (day, "version"), SECRETARIAT)
    put(expression, "FRBRversionNumber", value=identity.version)
    put(expression, "FRBRlanguage", language=language_code(sheet.language))
    file = _level(told, "FRBRManifestation", (identity.expression, ".xml"), (day, "markup"), SECRETARIAT)
    put(file, "FRBRformat", value="application/akn+xml")


def _level(told: Element, tag: str, uri: tuple[str, str], day: tuple[str, str], author: str) -> Element:
    """One level of identification, with what all three have in common."""
    address, ending = uri
    level = put(told, tag)
    put(level, "FRBRthis", value=f"{address}/!main{ending}")
    put(level, "FRBRuri", value=f"{address}{ending}")
    put(level, "FRBRdate", date=day[0], name=day[1])
    for name in author.split():
        put(level, "FRBRauthor", href=f"#{name}", as_="#editor" if name == SECRETARIAT else "#author")
    return level


def versions_of(sheet: Sheet) -> Sequence[Issued]:
    """All versions up to this one; a text that was not issued is the last."""
    naming = naming_of(sheet)
    if naming.versions and not sheet.is_working_text:
        return naming.versions
    return (*naming.versions, Issued("", sheet.version, sheet.stage, naming.day))


def tell_history(meta: Element, sheet: Sheet) -> None:
    """The life cycle, and the steps on the way to adoption."""
    versions = versions_of(sheet)
    cycle = put(meta, "lifecycle", source=SOURCE)
    for place, each in enumerate(versions, 1):
        put(
            cycle,
            "eventRef",
            eId=f"event_{place}",
            date=each.date.isoformat(),
            source=f"#version_{place}",
            type="generation" if place == 1 else "amendment",
            refersTo="#adoption" if each.is_adopted else "#issue",
        )
    steps = put(meta, "workflow", source=SOURCE)
    for place, each in enumerate(versions, 1):
        put(
            steps,
            "step",
            eId=f"step_{place}",
            date=each.date.isoformat(),
            by=f"#{CONFERENCE}" if each.is_adopted else SOURCE,
            refersTo=references([f"stage_{name_of(each.stage.lower())}"] if each.stage else []),
            outcome="#adopted" if each.is_adopted else None,
        )


def tell_references(meta: Element, sheet: Sheet, named: Named) -> None:
    """The versions, the organisations, and what words of the profile mean."""
    naming, versions, labels = naming_of(sheet), versions_of(sheet), akn_labels(sheet.spoken)
    told = put(meta, "references", source=SOURCE)
    for place, each in enumerate(versions, 1):
        href = naming.expression(sheet.language, each.date, each.name)
        put(
            told, "original" if place == 1 else "passiveRef", eId=f"version_{place}", href=href, showAs=each.designation
        )
    base = f"{_ONTOLOGY}/organization/{naming.jurisdiction}"
    put(told, "TLCOrganization", eId=CONFERENCE, href=f"{base}/{naming.body}", showAs=sheet.conference or naming.body)
    put(told, "TLCOrganization", eId=SECRETARIAT, href=f"{base}/{naming.body}-secretariat", showAs=named.secretariat)
    for called, name in named.found.items():
        put(told, "TLCOrganization", eId=name, href=f"{base}/{name.removeprefix('org_')}", showAs=called)
    for name, shown in (("author", labels.author), ("editor", labels.editor)):
        put(told, "TLCRole", eId=name, href=f"{_ONTOLOGY}/role/{name}", showAs=shown)
    for name, shown in (("issue", labels.issue), ("adoption", labels.adoption)):
        put(told, "TLCEvent", eId=name, href=f"{_ONTOLOGY}/event/{name}", showAs=shown)
    for name, stage in {name_of(each.stage.lower()): each.stage for each in versions if each.stage}.items():
        put(told, "TLCProcess", eId=f"stage_{name}", href=f"{_ONTOLOGY}/process/{name}", showAs=stage)
    if naming.adoption and naming.adoption.place:
        shown = naming.adoption.place
        put(told, "TLCLocation", eId="place", href=f"{_ONTOLOGY}/location/{name_of(shown.lower())}", showAs=shown)
    if any(each.is_adopted for each in versions):
        put(told, "TLCConcept", eId="adopted", href=f"{_ONTOLOGY}/concept/adopted", showAs=labels.adopted)


def tell_comments(meta: Element, sheet: Sheet, names: Mapping[str, str], named: Named) -> None:
    """What delegations said, each comment with its replies in a note at the paragraph that holds its words."""
    if not sheet.threads:
        return
    notes = put(meta, "notes", source=SOURCE)
    for place, thread in enumerate(sheet.threads, 1):
        at = names.get(thread.cited)
        note = put(
            notes,
            "note",
            eId=f"note_comment_{place}",
            class_=f"comment {name_of(thread.status)}",
            marker=thread.cited or None,
            placementBase=f"#{at}" if at else None,
        )
        for said in thread.said:
            _remark(note, thread, said, named)


def _remark(note: Element, thread: Discussed, said: Said, named: Named) -> None:
    is_root = said is thread.root
    lines = said.text.splitlines() or [""]
    for number, line in enumerate(lines):
        p = put(note, "p", class_="comment" if is_root else "reply")
        if not number:
            say(put(p, "organization", refersTo=f"#{named.of(said.name, said.code)}"), said.name)
            say(p, ", ")
            say(put(p, "date", date=said.date.date().isoformat()), said.date.date().isoformat())
            where = [thread.read_on, thread.cited_then] if is_root else []
            say(p, "".join(f", {each}" for each in where if each) + ": ")
            if is_root and thread.quote:
                say(put(p, "embeddedText", startQuote="“", endQuote="”"), thread.quote)
                say(p, " – ")
        say(p, line)


def tell_own(meta: Element, sheet: Sheet, hints: Mapping[str, str]) -> None:
    """What this program reads again: which text the file holds, the fingerprint of adopted words, and how the text was
    typed as a whole."""
    draft = sheet.draft
    told = put_own(put(meta, "proprietary", source=SOURCE), "text", **hints)
    for name, value in provenance_properties(sheet.provenance) if sheet.provenance else ():
        hint(told, **{name.removeprefix("zerodraft-"): value})
    hint(told, fingerprint=sheet.fingerprint, typed="true" if is_typed(draft) else "")
    done = draft.paragraphs[-1].span.end if draft.paragraphs else draft.front_matter.end
    end = gap(draft.source[done:])
    if end != "\n":
        hint(told, end=end or "none")
    if front := draft.front_matter.of(draft.source):
        hint(told, front=front)
