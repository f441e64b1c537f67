"""Spelling after the Concise Oxford English Dictionary, with -ize, as the United Nations have it."""

import re
from collections.abc import Iterator

from zerodraft.core.gate.manual.rule import Hit, Page, Rule, is_in_a_name, spelled

# Stems of verbs in -ize. Words in -ise that stay (advise, exercise, promise, enterprise …) are not among them.
_STEMS = (
    "apolog|author|capital|categor|central|character|civil|colon|commercial|computer|critic|crystal|democrat|"
    "digit|digital|diversi|dramat|econom|electr|emphas|energ|equal|familiar|final|formal|galvan|general|global|"
    "harmon|hospital|idol|immun|individual|industrial|initial|institutional|internal|international|italic|"
    "jeopard|legal|liberal|local|material|maxim|mechan|memor|militar|minim|mobil|modern|monet|national|neutral|"
    "normal|operational|optim|organ|penal|personal|polar|popular|priorit|privat|public|radical|random|rational|"
    "real|recogn|regional|regular|revital|revolution|rural|scrutin|sensit|social|special|stabil|standard|stigmat|"
    "strateg|subsid|summar|symbol|sympath|synchron|synthes|system|theor|traumat|urban|util|victim|visual|weapon|"
    "western|decarbon|decentral|destabil|demobil|depolar|reorgan|unauthor|incentiv|contextual|conceptual|human"
)
_IZE = re.compile(
    rf"\b((?:(?:re|de|un|dis|over|non-)?(?:{_STEMS}))i)s(e|ed|es|er|ers|ing|able|ation|ations|ational)\b",
    re.IGNORECASE,
)

_BRITISH = (
    ("program", "programme"), ("programs", "programmes"), ("color", "colour"), ("colors", "colours"),
    ("labor", "labour"), ("favor", "favour"), ("favorable", "favourable"), ("favored", "favoured"),
    ("honor", "honour"), ("honored", "honoured"), ("behavior", "behaviour"), ("behaviors", "behaviours"),
    ("neighbor", "neighbour"), ("neighbors", "neighbours"), ("neighboring", "neighbouring"),
    ("endeavor", "endeavour"), ("endeavors", "endeavours"), ("harbor", "harbour"), ("rigor", "rigour"),
    ("center", "centre"), ("centers", "centres"), ("centered", "centred"), ("fiber", "fibre"), ("theater", "theatre"),
    ("defense", "defence"), ("offense", "offence"), ("fulfill", "fulfil"), ("fulfillment", "fulfilment"),
    ("enrollment", "enrolment"), ("installment", "instalment"), ("skillful", "skilful"),
    ("traveled", "travelled"), ("traveling", "travelling"), ("traveler", "traveller"), ("travelers", "travellers"),
    ("canceled", "cancelled"), ("modeling", "modelling"), ("labeling", "labelling"), ("labeled", "labelled"),
    ("catalog", "catalogue"), ("dialog", "dialogue"), ("dialogs", "dialogues"), ("analyze", "analyse"),
    ("analyzed", "analysed"), ("analyzing", "analysing"), ("catalyze", "catalyse"), ("catalyzed", "catalysed"),
    ("catalyzing", "catalysing"), ("aging", "ageing"), ("acknowledgment", "acknowledgement"), ("gray", "grey"),
    ("counseling", "counselling"), ("fueled", "fuelled"), ("fueling", "fuelling"), ("signaling", "signalling"),
)  # fmt: skip
_TOGETHER = (
    ("co-operation", "cooperation"), ("co-operate", "cooperate"),
    ("co-ordination", "coordination"), ("co-ordinate", "coordinate"), ("co-ordinated", "coordinated"),
    ("sub-regional", "subregional"), ("sub-region", "subregion"), ("inter-governmental", "intergovernmental"),
    ("multi-lateral", "multilateral"), ("multi-national", "multinational"), ("trans-national", "transnational"),
    ("inter-regional", "interregional"), ("on-line", "online"), ("well being", "well-being"),
    ("web site", "website"), ("web sites", "websites"), ("e-mail", "email"), ("cyber-security", "cybersecurity"),
    ("cyber security", "cybersecurity"), ("cyber-space", "cyberspace"), ("cyber space", "cyberspace"),
    ("policy-maker", "policymaker"), ("policy-makers", "policymakers"), ("policy maker", "policymaker"),
    ("policy makers", "policymakers"), ("work plan", "workplan"), ("under-represented", "underrepresented"),
    ("socio-economic", "socioeconomic"),
    ("wellbeing", "well-being"), ("decision-maker", "decision maker"), ("decision-makers", "decision makers"),
)  # fmt: skip


def _ize(page: Page) -> Iterator[Hit]:
    for prose in page.all:
        for found in _IZE.finditer(prose.text):
            if not (is_in_a_name(found) and found[0].lower().startswith("organisation")):
                yield Hit(prose, *found.span(), f"{found[1]}{'Z' if found[0].isupper() else 'z'}{found[2]}")


SPELLING = (
    Rule(
        "spelling-ize",
        "“{found}” is spelled “{instead}”.",
        "Verbs of this kind and what is made of them are spelled with -ize, as in Oxford's dictionaries.",
        "We recognise the organisation of work.",
        "We recognize the organization of work.",
        _ize,
    ),
    Rule(
        "spelling-british",
        "“{found}” is spelled “{instead}”.",
        "Apart from -ize the spelling is British. Names keep the spelling that their owners gave them.",
        "A program of the labor center.",
        "A programme of the labour centre.",
        spelled(_BRITISH),
    ),
    Rule(
        "spelling-compound",
        "“{found}” is written “{instead}”.",
        "Compounds are written as the spelling list has them: most in one word, titles with a hyphen.",
        "Co-operation on cyber security among policy makers.",
        "Cooperation on cybersecurity among policymakers.",
        spelled(_TOGETHER),
    ),
)
