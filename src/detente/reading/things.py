"""Things that are no parties: islands, treaties, gas; and their names."""

from __future__ import annotations

from dataclasses import dataclass

from detente.reading.arguments import noun_phrase
from detente.reading.parsed import Token, remembered
from detente.reading.scene import Scene
from detente.reading.tables import table
from detente.reading.wording import words

TYPES: dict[str, frozenset[str]] = {  # the type of an object by its head noun
    name: words(nouns) for name, nouns in table("things").items()
}
_NAMES = tuple(TYPES)
_RANKS = {word: at for at, name in reversed([*enumerate(TYPES)]) for word in TYPES[name]}
GENERIC = TYPES["territory"] | TYPES["maritime"]
_AMOUNTS = words("""
    all most part parts much half some third whole everything rest bulk swathe swathes two three
    percent % cent slice chunk quarter quarters thirds two-thirds three-quarters fifth tenth fifths
    tenths portion majority remainder stretch tract sliver hectare acre kilometre kilometer mile
    foot feet litre liter gallon tonne ton tmc tmcft metre meter""")


@dataclass(frozen=True, slots=True)
class Thing:
    """A mention of something: its name, its head, and the tokens that name it."""

    name: str
    head: Token
    first: int
    last: int

    @property
    def proper(self) -> bool:
        """Whether it has a name of its own: "the Tarn Isles", not "the Spanish colony"."""
        tokens = self.head.doc[self.first : self.last + 1]
        return self.name[:1].isupper() and any(token.pos_ == "PROPN" for token in tokens)


def type_of(head: Token) -> str:
    """The type of object that a head noun names; ``other`` where the noun tells nothing."""
    words = [head.lemma_.lower(), head.lower_, head.lower_.removesuffix("s")]
    if head.i > 1 and head.nbor(-1).text == "-":  # "well-heads"
        words.append(f"{head.nbor(-2).lower_}-{head.lemma_.lower()}")
    found = [_RANKS[word] for word in words if word in _RANKS]
    return _NAMES[min(found)] if found else "other"


def whole(token: Token) -> Token:
    """Of "most of the valley", the valley; else the token itself."""
    if token.lemma_.lower() in _AMOUNTS or token.lower_ in _AMOUNTS:
        owner = next((c for c in token.children if c.dep_ == "poss" and c.pos_ == "PROPN"), None)
        if owner is not None:
            return owner
        for child in token.children:
            if child.dep_ == "prep" and child.lower_ == "of":
                inner = next((t for t in child.children if t.dep_ == "pobj"), None)
                inner = _of_which(inner) if inner is not None else None
                if inner is not None:  # none of "part of what Norland holds"
                    return whole(inner) if inner.lemma_.lower() in _PARTIAL else inner
    if token.lemma_.lower() in _PARTIAL and any(_is_partial(c) for c in token.children):
        return next((t for c in token.children if c.lower_ == "of" for t in c.children), token)
    return token


def beside(token: Token) -> Token:
    """Of "a strip along the coast, which B claims", the strip: a coast only says where it is.

    >>> from detente.reading.page import phrase
    >>> beside(phrase("Norland rules a strip of land along the coast, which Sudmark claims.")[8])
    strip
    """
    sized = token.head.head.lower_ in _SIZES  # "an isle the size of a pitch that B claims"
    if token.dep_ != "pobj" or not (sized or token.lemma_.lower() in EDGES):
        return token
    if not any(c.dep_ == "relcl" for c in token.children):
        return token
    nouns = (above for above in token.ancestors if above.pos_ in {"NOUN", "PROPN", "VERB"})
    first = next((above for above in nouns if above.lower_ not in _MEASURES | _SIZES), token)
    return first if {first.lower_, first.lemma_.lower()} & GENERIC else token


_SIZES = words("size width length half twice times")
_MEASURES = words("kilometres kilometers miles metres meters hectares acres km km² sq")


EDGES = words("line border frontier boundary coast shore bank edge mouth")


def _of_which(token: Token) -> Token:
    """Of "B, most of which is held by A", B."""
    if token.lower_ in {"which", "whom"}:
        return next((a.head for a in token.ancestors if a.dep_ == "relcl"), token)
    return token


_PARTIAL = words("side end half bank shore part section edge tip flank slope reaches")


def _is_partial(word: Token) -> bool:
    """As in "A's side of the creek", "the eastern bank of the river"."""
    return word.dep_ == "poss" or word.lower_ in _DIRECTED


_DIRECTED = words("""
    northern southern eastern western north south east west upper lower central far near
    northwestern northeastern southwestern southeastern larger smaller other""")


def name_of(scene: Scene, token: Token) -> Thing | None:
    """The thing that a noun phrase names, without article, owner, or what only describes it.

    "the islet of Tarn" is Tarn; "the South Skerry Islands, which …" the South Skerry Islands; "a
    higher tea levy" the tea levy.

    Examples
    --------
    >>> from detente.dispute.evidence import Document
    >>> from detente.reading.scene import build
    >>> scene = build(Document("d1", text="Norland laid a higher tea levy on the lower valley."))
    >>> [name_of(scene, t).name for t in scene.doc if t.text in {"levy", "valley"}]
    ['tea levy', 'lower valley']
    """
    known: dict[int, Thing | None] = scene.doc.memory.setdefault(name_of, {})
    if token.i not in known:
        named = _named(token)
        known[token.i] = named and spanned(scene, *named)
    return known[token.i]


@remembered
def _named(token: Token) -> tuple[Token, int, int] | None:
    """Of a thing that a noun phrase names, the head and the places of its first and last word."""
    head = _proper(whole(token))
    if head.pos_ not in {"NOUN", "PROPN", "NUM"}:
        return None
    tokens = [t for t in noun_phrase(head) if _names(t, head)]
    states = [at for at, t in enumerate(tokens[:-1]) if _is_state(t)]
    tokens = tokens[states[-1] + 1 :] if states else tokens  # "the Norland-held isles"
    while tokens and _is_trimming(tokens[0]) and [t.text for t in tokens[1:2]] != ["-"]:
        del tokens[0]
    if not tokens:
        return None
    return head, _first_half(tokens[0]).i, tokens[-1].i


def _first_half(name: Token) -> Token:
    """Of a name that a hyphen joins to the one before, that: "Gilgit" of "Gilgit-Baltistan"."""
    if name.i < 2 or name.nbor(-1).text != "-" or name.nbor(-1).whitespace_:  # noqa: PLR2004
        return name
    first = name.nbor(-2)
    tied = not first.whitespace_ and first.text.istitle() and name.text.istitle()
    return first if tied and first.pos_ == name.pos_ == "PROPN" else name


def _is_state(token: Token) -> bool:
    """As in "Norland-held": a participle after a hyphen."""
    hyphened = token.i > 0 and token.nbor(-1).text == "-"
    return hyphened and token.lower_.endswith(_PARTICIPLE)


_PARTICIPLE = ("ed", "held", "run", "led", "built", "won")


def _is_trimming(token: Token) -> bool:
    """Whether a word before the name says nothing of which one it is."""
    compared = token.tag_ in {"JJR", "JJS"} and token.lower_ not in _DIRECTED
    return compared or token.lower_ in _QUALIFIERS or token.pos_ in _FUNCTION


_FUNCTION = frozenset({"DET", "PRON", "PUNCT", "CCONJ", "ADV", "ADP", "PART"})
_QUALIFIERS = words("""
    own new former unconditional lasting permanent final possible such earlier disputed contested
    coveted last any full immediate whole entire main
    single sole mere proper fair bare clear same usual additional extra further fresh renewed
    total partial much little true genuine real""")


def spanned(scene: Scene, head: Token, first: int, last: int) -> Thing:
    """The thing of that head that is named from one token to another."""
    name = " ".join(scene.quote(scene.doc[first], scene.doc[last])[2].split())
    return Thing(name, head, first, last)


def _proper(head: Token) -> Token:
    """Of "the islet of Tarn", Tarn; not of "the highlands of Tavia"."""
    if head.lemma_.lower() in PARTS_OF_LANDS:
        return head
    if {head.lower_, head.lemma_.lower()} & GENERIC and head.text.islower():
        for child in head.children:
            if child.dep_ == "prep" and child.lower_ == "of":
                own = [t for t in child.children if t.dep_ == "pobj" and t.pos_ == "PROPN"]
                return own[0] if own else head
    return head


PARTS_OF_LANDS = words("""
    highland lowland upland mountain hill plateau plain coast border frontier hinterland heartland
    interior forest suburb outskirts""")


def _names(token: Token, head: Token) -> bool:
    """Whether a token of the phrase is part of the name: left of the head, or "of Proper"."""
    chain = [token]  # up to below the head
    while chain[-1] is not head and chain[-1].head is not head:
        chain.append(chain[-1].head)
    if token.i <= head.i:
        return token is head or all(one.dep_ != "poss" for one in chain)
    top = next(one for one in reversed(chain) if one.i > head.i)
    return (
        top.dep_ == "prep"
        and top.lower_ == "of"
        and any(child.pos_ == "PROPN" for child in top.children)
    )
