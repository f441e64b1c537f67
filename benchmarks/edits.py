"""Texts of any length and edits of them, with the truth about every word and paragraph.

A text is a list of paragraphs, a paragraph a list of `Word`s; a word keeps its identity through
every edit, so it is known where each one stands afterwards. Two registers: `open_text` with a
vocabulary that grows with the text, as real ones do, and `formulaic_text` of 165 words, the hard
case for pairing paragraphs.
"""

# ruff: noqa: SIM905

import random
from dataclasses import dataclass, field
from itertools import count

STEMS = (
    "access action adapt agency agree align analys applic approach assess assist asset attain author aware balance bank barrier benefit border "
    "bridge broad budget build capac capital carbon care centre challeng channel chart citizen city civil climate coast code commerc commit commun "
    "compet concern connect consent consult contain context contract convention cooper coordin cost council crisis cultur custom cyber data debt decad "
    "decis declar deliver demand democr deploy design develop device dialogue digit diplom disaster discuss disrupt distribut divers doctor domain "
    "draft econom educ effect effort elect emerg employ empower enabl encourag energ engage enhanc enterpris entitl environ equal equip establish ethic "
    "evid exchang exercis expert expos facil factor famil farm financ fisher flexib forest forum foster foundat framework freed friend fund gender "
    "gener global goal govern grant grid growth guid harbour harmon harvest hazard health herit highland host human identit imag impact implement "
    "improv inclus incom index indic industr inform infrastruct initiat innov inspir institut integr intellig intent interest invest island issu "
    "journal judic just knowledg labour land language launch law lead learn legal liber library line literac livelihood local logist maintain manag "
    "mandat marine market measur media mediat member memor message migrat mission mobil model modern monitor mountain mutual narrow nation natur "
    "negot network neutral norm nurs object obstacl ocean offic open oper opportun option order organis outcom outlook panel parliament particip "
    "partner patient payment peac peopl perform permit person perspect phase plan platform pledg plural polic popul port power practic prevent price "
    "principl prior privac privat procedur product profess program progress promot prosper protect protocol province public purpos qualit quantum "
    "reach recogn recover reform refug region regist regul relat relief remote renew report request research resid resili resolv resourc respect respons "
    "restor result revenu review right risk river road role rural safe sanit satellit scale scenario schem scienc school scope seaport season sector "
    "secur seminar senior servic settl share shelter ship skill social societ soil solidar solut sovereign space speech sphere sport stabil stage "
    "standard statist status strateg street stress structur student subsid summit supply support surveil sustain system talent target tax teach team "
    "technolog tool tourism tradit traffic train transfer transform transit transparen transport treat trust union univers urban vaccin valley value "
    "venture village vision visit vocat volunt vulner wage water weather welfare wetland wisdom witness women work workshop worth youth zone"
).split()
ENDINGS = "s ing ed ment ation ity al ive able ance er ful ness ally ism ist ary".split()
SYLLABLES = "ba be ka ki lo lu ma me na no pa ra ri sa si ta te to va wa ya zu".split()
OPENINGS = (
    "We will|We reaffirm that|We underline that|We call on all participants to|We welcome the efforts to|We recognise that|We encourage States to|"
    "The participants should|Each delegation may|The secretariat shall|To this end, we commit to|In this regard, we stress that|We further agree to"
).split("|")
LINKS = "and|of the|for|in the|with|to|, including|, in accordance with|and of the|through|, as appropriate, and|on the|, while|as well as|by the|between".split(
    "|"
)
FORMULAIC = [*STEMS[:120]]


@dataclass(frozen=True, slots=True)
class Word:
    text: str
    identity: int


Text = list[list[Word]]


@dataclass(slots=True)
class Truth:
    """What was done: source paragraphs of each new one, and the old ordinals that were moved, split, joined, deleted."""

    sources: list[list[int]] = field(default_factory=list)
    moved: set[int] = field(default_factory=set)
    split: set[int] = field(default_factory=set)
    joined: set[int] = field(default_factory=set)
    deleted: set[int] = field(default_factory=set)


class Room:
    """Writes and edits texts; the same seed, the same texts."""

    def __init__(self, seed: int, formulaic: bool = False) -> None:
        self._chance = random.Random(seed)
        self._identities = count()
        self._vocabulary = FORMULAIC if formulaic else [*STEMS, *(self._derived() for _ in range(3000))]
        weights = [1 / (rank + 10) for rank in range(len(self._vocabulary))]
        self._weights = [sum(weights[: rank + 1]) for rank in range(len(weights))]

    def text(self, words: int) -> Text:
        """Paragraphs of 15 to 90 words, `words` of them or a few more."""
        text: Text = []
        written = 0
        while written < words:
            text.append(self.paragraph())
            written += len(text[-1])
        return text

    def paragraph(self) -> list[Word]:
        sentences = self._chance.choice((1, 1, 2, 2, 3))
        return [word for _ in range(sentences) for word in self._sentence()]

    def edited(self, text: Text, rate: float, structure: float = 0.0) -> tuple[Text, Truth]:
        """Reword `rate` of the words, in a part of the paragraphs; then move, split, join, insert, delete: each a fifth of `structure`."""
        lengths = sum(map(len, text))
        order = self._chance.sample(range(len(text)), len(text))
        share = min(1.0, max(0.1, rate * 4))
        chosen = order[: max(1, int(share * len(text)))] if rate else []
        density = rate * lengths / (sum(len(text[index]) for index in chosen) or 1)
        new = list(text)
        for index in chosen:
            new[index] = self.reworded(text[index], max(1, round(density * len(text[index]))))
        truth = Truth(sources=[[index] for index in range(len(text))])
        return (self._restructured(new, structure, truth), truth) if structure else (new, truth)

    def reworded(self, words: list[Word], edits: int) -> list[Word]:
        """About `edits` words replaced, inserted or deleted, in phrases of one to eight."""
        done = 0
        touched: set[int] = set()
        sites: list[tuple[int, int, list[Word]]] = []
        for _ in range(50 * edits):
            if done >= edits:
                break
            length = min(self._few(), edits - done + 1)
            start = self._chance.randrange(len(words))
            end = min(len(words), start + length)
            if any(place in touched for place in range(start - 1, end + 1)):
                continue
            kind = self._chance.random()
            fresh = [self._word() for _ in range(self._few() if kind < 0.5 else length)] if kind < 0.75 else []
            stop = start if 0.5 <= kind < 0.75 else end
            sites.append((start, stop, fresh))
            touched.update(range(start, end + 1))
            done += length
        new = list(words)
        for start, stop, fresh in sorted(sites, key=lambda site: site[0], reverse=True):
            new[start:stop] = fresh
        return new or [self._word()]

    def _restructured(self, text: Text, structure: float, truth: Truth) -> Text:
        size = max(1, int(structure * len(text) / 5))
        order = self._chance.sample(range(len(text)), len(text))
        truth.moved, truth.split, truth.deleted = (
            set(order[:size]),
            set(order[size : 2 * size]),
            set(order[2 * size : 3 * size]),
        )
        touched = truth.moved | truth.split | truth.deleted
        for first in order[3 * size : 4 * size]:
            if (
                first + 1 < len(text)
                and not {first, first + 1} & (touched | truth.joined)
                and first - 1 not in truth.joined
            ):
                truth.joined.add(first)
        truth.split = {index for index in truth.split if len(text[index]) >= 16}
        units: list[tuple[list[int], list[Word]]] = []
        for index, words in enumerate(text):
            if index in truth.moved or index in truth.deleted or index - 1 in truth.joined:
                continue
            if index in truth.split:
                cut = self._cut(words)
                units += [([index], words[:cut]), ([index], words[cut:])]
            elif index in truth.joined:
                units.append(([index, index + 1], words + text[index + 1]))
            else:
                units.append(([index], words))
        for index in sorted(truth.moved):
            units.insert(self._chance.randrange(len(units) + 1), ([index], text[index]))
        for _ in range(size):
            units.insert(self._chance.randrange(len(units) + 1), ([], self.paragraph()))
        truth.sources = [source for source, _ in units]
        return [words for _, words in units]

    def _cut(self, words: list[Word]) -> int:
        middle = len(words) // 2
        ends = [place for place in range(6, len(words) - 6) if words[place - 1].text.endswith(".")]
        return min(ends, key=lambda place: abs(place - middle)) if ends else middle

    def _sentence(self) -> list[Word]:
        words = self._chance.choice(OPENINGS).split()
        for _ in range(self._chance.randrange(4, 11)):
            words += [self._pick() for _ in range(self._chance.choice((1, 1, 2)))]
            words += self._chance.choice(LINKS).split()
        words.append(self._pick())
        glued: list[str] = []
        for word in words:
            if word == "," and glued:
                glued[-1] += ","
            else:
                glued.append(word)
        glued[-1] += "."
        return [Word(word, next(self._identities)) for word in glued]

    def _word(self) -> Word:
        word = (
            self._pick()
            if self._chance.random() < 0.6
            else self._chance.choice(("the", "of", "and", "to", "in", "for", "all", "such"))
        )
        return Word(word, next(self._identities))

    def _pick(self) -> str:
        return self._chance.choices(self._vocabulary, cum_weights=self._weights)[0]

    def _derived(self) -> str:
        if self._chance.random() < 0.8:
            return self._chance.choice(STEMS) + self._chance.choice(ENDINGS)
        return "".join(self._chance.choice(SYLLABLES) for _ in range(3)).capitalize()

    def _few(self) -> int:
        length = 1
        while length < 8 and self._chance.random() < 0.5:
            length += 1
        return length


def printed(text: Text, numbered: bool = True) -> str:
    """The Markdown source: one line a paragraph, numbered from 1."""
    lines = (" ".join(word.text for word in words) for words in text)
    return "\n\n".join(f"{number}. {line}" if numbered else line for number, line in enumerate(lines, start=1)) + "\n"
