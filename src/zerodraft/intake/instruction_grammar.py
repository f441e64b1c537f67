"""The sentences in which delegations ask for a change, in English and Indonesian, as patterns.

They are matched from end to end against a sentence in small letters with single spaces, in which one sign stands for
each quotation. `«name»` in a pattern is what stands under that name in the vocabulary.
"""

import re
from typing import Final

from zerodraft.intake.citation import A_CITATION

FIRST_SIGN: Final = 0xE000
LAST_SIGN: Final = 0xF8FF
"""Private characters: in the place of the first quotation, and of the last for which there is a sign."""

_SIGN = f"[{chr(FIRST_SIGN)}-{chr(LAST_SIGN)}]"

# What can't begin a request: somebody who is against a deletion doesn't propose it.
_NEVER = (
    r"(?!(?:not|never|no|nor|against|oppose\w*|object\w*|cannot|without|tidak|bukan|jangan|tanpa|menolak|\w+n[’']t)\b)"
)

_VOCABULARY = {
    "request": (
        rf"(?>(?:{_NEVER}[\w’']+ ){{0,6}}?(?:propos\w*|suggest\w*|recommend\w*|request\w*|prefer\w*|would like|wish\w*"
        r"|want\w*|mengusulkan|diusulkan|usul\w*|menyarankan|disarankan|meminta|ingin):?,? )?+"
        r"(?>(?:that|please|kindly|mohon|harap|sebaiknya|agar|supaya|untuk|to(?! read)|we|kami) )*+"
    ),
    "noun": (
        r"(?>(?:the|a|an|following|additional|word|words|phrase|phrases|term|terms|expression|wording|sentence|text|clause"
        r"|reference|to|kata|kata-kata|frasa|istilah|kalimat|klausa|ungkapan):? )*+"
    ),
    "q": f"({_SIGN})",
    "list": f"({_SIGN}(?:(?:,| and| dan|, and) {_SIGN})*)",
    "where": (
        r"(?:,? (?:in|on|at|di|pada|dalam)(?: the)?"
        r"(?: (?:lines?|baris|sentence|kalimat|first|second|third|last|pertama|kedua|ketiga|terakhir"
        r"|\d{1,3}(?:st|nd|rd|th)?)\b)++)?"
    ),
    "replace": (
        r"(?:replac(?:e|ing)|chang(?:e|ing)|amend(?:ing)?|revis(?:e|ing)|modif(?:y|ying)|substitut(?:e|ing)"
        r"|ganti|gantikan|mengganti|menggantikan|ubah|mengubah)"
    ),
    "with": r"(?:with|by|to read|to|into|dengan|menjadi|oleh)",
    "delete": (
        r"(?:delet(?:e|ing)|the deletion of|deletion of|remov(?:e|ing)|removal of|strik(?:e|ing)(?: out)?|omit(?:ting)?"
        r"|drop(?:ping)?|hapus|hapuskan|menghapus|menghapuskan|penghapusan|hilangkan|menghilangkan|coret|mencoret)"
    ),
    "add": (
        r"(?:add(?:ing)?|(?:the )?addition of|insert(?:ing)?|(?:the )?insertion of|includ(?:e|ing)|tambah|tambahkan"
        r"|menambah|menambahkan|sisip|sisipkan|menyisipkan|masukkan|memasukkan|penambahan)"
    ),
    "beside": r"(after|following|before|prior to|setelah|sesudah|sebelum)",
    "be": r"(?:should be|should|to be|must be|shall be|is to be|be|is|are|agar|harus|supaya|sebaiknya)",
    "replaced": r"(?:replaced|changed|amended|substituted|revised|diganti|diubah|read)",
    "deleted": r"(?:deleted|removed|omitted|dropped|struck(?: out)?|dihapus|dihapuskan|dihilangkan|dicoret)",
    "added": r"(?:added|inserted|included|ditambahkan|disisipkan|dimasukkan)",
    "edge": (
        r"(?:at|di) (?:the )?(?:very )?(end|beginning|start|akhir|awal)"
        r"(?: of (?:the |this )?paragraph| (?:of )?paragraf(?: ini)?)?"
    ),
    "paragraph": r"(?:sub-?)?(?:paragraph|para|paragraf|butir|ayat|item)\.?",
    "whole": r"(?>(?:the|this|whole|entire|all|of|seluruh|keseluruhan) )*+",
    "entirely": r"(?> (?:entirely|altogether|completely|in its entirety|as a whole|ini|tersebut|seluruhnya))*+",
    "cited": A_CITATION,
    "here": r"(?:this(?: one|(?: sub-?)?paragraph)?|it|paragraf ini|ini)",
    "sentence": (
        r"(?:the )?(?:(?P<which>first|second|third|fourth|last|final) sentence"
        r"|kalimat (?P<yang>pertama|kedua|ketiga|keempat|terakhir))(?: of (?:the |this )?paragraph| paragraf ini)?"
    ),
    "as follows": (
        r"(?:,? (?:to read|reading|which reads|as follows|with the following text|yang berbunyi|berbunyi"
        r"|sebagai berikut))*+"
    ),
}


def _compiled(sentence: str) -> re.Pattern[str]:
    return re.compile(re.sub("«([a-z ]+)»", lambda name: _VOCABULARY[name[1]], sentence))


EXCHANGES: Final = tuple(
    _compiled(sentence)
    for sentence in (
        "«request»«replace» «noun»«q»«where» «with» «noun»«q»",
        "«noun»«q»«where» (?:«be» )?(?:«replaced» )(?:«with» )?«noun»«q»",
        "«noun»«q»«where» (?:should be|menjadi) «noun»«q»",
        "«q» ?(?:→|->|=>) ?«q»",
    )
)
"""Old words, then new ones."""

DOUBLE_EXCHANGES: Final = (
    _compiled("«request»«replace» «noun»«q» «with» «noun»«q»(?:,| and| dan|, and|, dan) «noun»«q» «with» «noun»«q»"),
)
"""Twice old words and new ones."""

TURNED_EXCHANGES: Final = tuple(
    _compiled(sentence)
    for sentence in (
        "«request»(?:substitut(?:e|ing)) «noun»«q» for «noun»«q»«where»",
        "«request»(?:(?:us(?:e|ing)|gunakan|pakai) )?«noun»«q» (?:instead of|rather than|alih-alih) «noun»«q»«where»",
    )
)
"""New words, then old ones."""

DELETIONS: Final = tuple(
    _compiled(sentence)
    for sentence in ("«request»«delete» «noun»«list»«where»", "«noun»«list»«where» (?:«be» )?«deleted»")
)

ADDITIONS: Final = tuple(
    _compiled(sentence)
    for sentence in (
        "«request»«add» «noun»«q»,?«where» «beside» «noun»«q»«where»",
        "«noun»«q» (?:«be» )?«added» «beside» «noun»«q»«where»",
    )
)
"""New words, where, and the words beside which they go."""

ADDITIONS_BETWEEN: Final = (
    _compiled(
        "«request»«add» «noun»«q»,?«where» (?:between|in between|antara|di antara) «noun»«q» (?:and|dan) «noun»«q»"
    ),
)
"""New words, and the words between which they go."""

TURNED_ADDITIONS: Final = (_compiled("«request»«beside» «noun»«q»«where»,? (?:please )?«add» «noun»«q»"),)
"""Where, the words beside which the new ones go, and those."""

EDGE_ADDITIONS: Final = (
    _compiled("«request»«add» «noun»«q»,? «edge»"),
    _compiled("«noun»«q» (?:«be» )?«added» «edge»"),
)
TURNED_EDGE_ADDITIONS: Final = (_compiled("«request»«edge»,? «add» «noun»«q»"),)

SENTENCES: Final = {
    **dict.fromkeys(("first", "pertama"), 1),
    **dict.fromkeys(("second", "kedua"), 2),
    **dict.fromkeys(("third", "ketiga"), 3),
    **dict.fromkeys(("fourth", "keempat"), 4),
    **dict.fromkeys(("last", "final", "terakhir"), -1),
}
"""Which sentence, from 1; -1 is the last."""

SENTENCE_DELETIONS: Final = (_compiled("«request»«delete» «sentence»"), _compiled("«sentence» (?:«be» )?«deleted»"))
SENTENCE_READINGS: Final = (_compiled("«request»«replace» «sentence» «with»(?: the following)?(?: sentence| text)?"),)
"""Heads; the sentence as it should read comes behind a colon or in quotation marks."""

REMOVALS: Final = tuple(
    _compiled(sentence)
    for sentence in (
        "«request»«delete»(?: «whole»«paragraph»(?: (?P<cited>«cited»))?| it| this)?«entirely»",
        "«whole»«paragraph»(?: (?P<cited>«cited»))? (?:«be» )?«deleted»«entirely»",
        "(?:to be )?«deleted»|deletion|penghapusan",
    )
)

MOVES: Final = (
    _compiled(
        "«request»(?:mov(?:e|ing)|pindah|pindahkan|memindahkan)(?: «whole»«paragraph»(?: (?P<cited>«cited»))?| it)?"
        "«entirely»(?: to| ke| to a place)? «beside» (?:«paragraph» )?(?P<beside>«cited»)"
    ),
)

NEW_PARAGRAPHS: Final = tuple(
    _compiled(sentence)
    for sentence in (
        (
            "«request»(?:«add» )?(?:a |an )?(?:new|additional|baru) «paragraph»"
            "(?:,? «beside» (?:«here»|(?:«paragraph» )?(?P<beside>«cited»)))?«as follows»"
        ),
        (
            "«request»(?:«add» )?«paragraph» (?:baru|tambahan)"
            "(?:,? «beside» (?:«here»|(?:«paragraph» )?(?P<beside>«cited»)))?«as follows»"
        ),
        "«request»«add»,? «beside» «paragraph» (?P<beside>«cited»)«as follows»",
        (
            "«request»«beside» «paragraph» (?P<beside>«cited»),? «add»"
            "(?: (?:a )?new «paragraph»| «paragraph» baru)?«as follows»"
        ),
    )
)
"""Heads; the words of the paragraph come behind a colon or on the next line."""

NUMBERED_PARAGRAPHS: Final = (
    _compiled(
        r"«request»(?:«add» )?(?:a )?new «paragraph» (?P<number>\d{1,3}) ?(?:bis|ter|quater|[a-z])\b«as follows»"
    ),
)
"""A new paragraph with the number that it should have: 12 bis comes after 12."""

READINGS: Final = tuple(
    _compiled(sentence)
    for sentence in (
        (
            "«request»(?:«replace»|reword(?:ing)?|redraft(?:ing)?|reformulat(?:e|ing)|rumuskan) "
            "(?:«whole»(?:«paragraph»|text)(?: (?P<cited>«cited»))?«entirely» )?"
            "(?:to read|with|by|menjadi|dengan|agar berbunyi)"
            "(?: the)?(?: following)?(?: text| wording)?(?: as follows| sebagai berikut)?"
        ),
        (
            "(?:«whole»(?:«paragraph»|text)(?: (?P<cited>«cited»))? )?"
            "(?:should |would |to |shall |agar |harus )?(?:now )?(?:be amended to )?"
            "(?:read|reads|berbunyi|dibaca)(?: as follows| sebagai berikut)?"
        ),
        "(?:proposed |revised |alternative |suggested |new )+(?:text|wording|paragraph|formulation|language)",
        "(?:teks|rumusan|redaksi) (?:baru|usulan)|usulan (?:teks|rumusan|redaksi)",
        "alt(?:ernative)?|diubah menjadi|menjadi",
    )
)
"""Heads; the paragraph as it should read comes behind a colon or on the next line."""

NOTHING: Final = re.compile(
    r"[-–—.]*|n/?a|none(?: proposed)?|no(?: proposed)? changes?(?: proposed)?|no|nil|nihil"
    r"|tidak ada(?: usulan| perubahan)?"
)
REASON: Final = _compiled(
    r",? (?:because|since|as it|as this|in order to|so as to|so that|to be|to ensure|to align|to avoid|to reflect|for "
    r"(?:consistency|clarity|accuracy|brevity)|given|in line with|consistent with|karena|sebab|guna|agar|untuk|demi|"
    r"mengingat)\b"
)
"""How the reason begins that follows a request."""

A_REQUEST: Final = _compiled("(?:«replace»|«delete»|«add»|«replaced»|«deleted»|«added»|mov(?:e|ing)|pindah\\w*)\\b")
"""A word that asks for a change: where one is left over, not all was understood."""

BETWEEN: Final = re.compile(r" ?[;\n] ?|\. |,? (?:and|dan) (?=[a-z])|, (?=[a-z])")
"""Between one request and the next."""
