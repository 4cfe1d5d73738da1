"""What is left out where it was said just before, and words that stand as they are.

"Karahal wants to line the canal. It says it cannot begin until …": to line the canal. "It wants ten
years; the diocese would agree if …": to give ten years.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from detente.dispute.evidence import Evidence
from detente.reading import page
from detente.reading.drafting.derivation import third_person
from detente.reading.drafting.doing import Doing
from detente.reading.drafting.ledger import Ledger
from detente.reading.drafting.lexicon import words
from detente.reading.drafting.objects import has_will
from detente.reading.drafting.phrases import doings
from detente.reading.drafting.said import as_said
from detente.reading.drafting.sound import is_sound
from detente.reading.drafting.verbs import verbal
from detente.reading.parsed import Token

_LEFT_OUT = re.compile(
    r"(?:be )?(?:(?:happy|ready|willing|prepared|glad|able|delighted|content) to"
    r"|(?:begin|start|proceed|go ahead|act|move|agree|accept|consent|oblige|comply)"
    r"(?: (?:to|with) (?:that|this|it|them)\b.*)?"
    r"|(?:do|consider|grant|accept|allow|discuss|sign) (?:so|that|this|it)\b.*"
    r"|(?:it|that|this) (?:considered|done|granted|allowed|signed))",
    re.IGNORECASE,
)
_TAKEN_UP = ("intent", "offer", "willingness", "refusal", "demand")
_AGREES = re.compile(r"(?:be )?(?:agree|accept|consent)")
_COMMITTED = re.compile(r"\b(?:committed|willing|ready|prepared|due|keen|hop\w+) to\b")


def said_before(ledger: Ledger, piece: Evidence) -> Evidence | None:
    """The statement whose doing a condition's thing takes up, where it names none itself.

    Either what its holder has just said of itself, or what another has just asked of it.
    """
    if piece.condition is None or not _LEFT_OUT.fullmatch(piece.about or ""):
        return None
    before = [
        other
        for other in _just_before(ledger, piece)
        if other.kind in _TAKEN_UP or _promises(other)
    ]
    whole = [o for o in before if not any(_holds(other, o) for other in before)]
    last = max(whole, key=lambda other: other.start, default=None)
    return last if last is not None and _takes_up(piece, last) else None


def _just_before(ledger: Ledger, piece: Evidence) -> Iterator[Evidence]:
    """The statements that stand near a piece of evidence, and are over before it."""
    return (other for other in ledger.before(piece) if other.end <= piece.start)


def asked_before(ledger: Ledger, piece: Evidence) -> str:
    """``Sudmark would do so if``: what another has just made a condition, and Sudmark must do."""
    if not _DO_SO.fullmatch(piece.about or ""):
        return ""
    asks = [
        other.condition
        for other in _just_before(ledger, piece)
        if other.condition is not None and set(other.condition.by) & set(piece.holder)
    ]
    return asks[-1].quote if asks and asks[-1].need == "holds" else ""


def counted_before(ledger: Ledger, piece: Evidence) -> str:
    """``The first condition is that …``: what the conditions were told to be for, just before."""
    if piece.condition is None or not _COUNTED.match(piece.about or ""):
        return ""
    told = [*_TERMS_FOR.finditer(ledger.document(piece).text[: piece.start])]
    return told[-1]["what"].strip() if told else ""


_COUNTED = re.compile(
    r"(?:the|its|another|an?) (?:(?:first|second|third|fourth|fifth|other|last|final|main) )?"
    r"(?:condition|requirement|precondition) (?:is|was) that", re.IGNORECASE,
)  # fmt: skip
_TERMS_FOR = re.compile(
    r"\b(?:pre)?conditions (?:for|(?:under|on|upon) which [^.;:]{2,40}? would (?:agree to )?)"
    r"(?P<what>[^.;:\n]+)"
)


_DO_SO = re.compile(r"do (?:so|that|this|it|the same)(?: too| as well)?", re.IGNORECASE)


def offered_before(ledger: Ledger, piece: Evidence) -> Doing | None:
    """``The League would accept that, if``: what another has just offered, or proposed."""
    if piece.condition is None or not _ACCEPTS.fullmatch(piece.about or ""):
        return None
    offers = [
        other
        for other in _just_before(ledger, piece)
        if other.kind == "offer" and not set(other.holder) & set(piece.holder)
    ]
    last = max(offers, key=lambda other: other.start, default=None)
    if last is None:
        return None
    owner = ledger.cast.resolve(last.holder[0])
    what = "offer" if owner in ledger.cast.principals else "proposal"
    noun = f"{ledger.cast.whose(owner)} {what}"
    return Doing("accept", sign=True, theme=(what, owner), verb="accept", noun=noun)


_ACCEPTS = re.compile(
    r"(?:accept|agree to|consent to|live with|sign|take|go along with|sign up to|agree with)"
    r" (?:that|this|it|the (?:offer|proposal))\b.*|(?:go|play) along|say yes",
    re.IGNORECASE,
)


def _holds(outer: Evidence, inner: Evidence) -> bool:
    """Whether one statement stands within another."""
    return outer is not inner and outer.start <= inner.start and inner.end <= outer.end


def _promises(other: Evidence) -> bool:
    return other.kind == "claim" and _COMMITTED.search(other.about or "") is not None


def _takes_up(piece: Evidence, other: Evidence) -> bool:
    if other.condition is not None or not other.about:
        return False
    if set(other.holder) & set(piece.holder):
        return other.kind != "demand"
    agrees = _AGREES.match(piece.about or "") is not None
    return other.kind == "demand" and (agrees or bool({*other.addressee} & {*piece.holder}))


def helped(quote: str, about: str) -> str:
    """What is done to a thing, with the auxiliary that was left out.

    >>> helped("The tenants would be served with notice", "The tenants served with notice")
    'The tenants are served with notice'
    """
    if about.split(" ", 1)[0].lower() in words("small", "pronouns") - _POINTING:
        return about
    for found in _PASSIVE.finditer(quote):
        before, _, after = about.partition(f" {found[1]}")
        if after[:1].isalpha() or not before or f" {found[1]}" not in f"{about} ":
            continue
        last = before.split()[-1].lower()
        if last in _HELPING or not _NAMES.fullmatch(before):
            return about
        if re.search(rf"\bno {re.escape(before)}\b", quote):
            before = f"no {before}"
        return (
            f"{before} {'are' if last.endswith('s') or last == 'they' else 'is'} {found[1]}{after}"
        )
    return about


def with_its_modal(quote: str, about: str) -> str:
    """A phrase that begins with a verb that could be a noun, as the clause that it is in the text.

    >>> with_its_modal("It may not land at Port Meridian.", "land at Port Meridian")
    'They must land at Port Meridian'
    >>> with_its_modal("It wants land at the airport.", "land at the airport")
    ''
    """
    first = about.split(" ", 1)[0]
    verb = first.islower() and first in page.listed("verb") and first not in ("have", "be", "do")
    before = quote.partition(about)[0] if verb and about in quote else ""
    return f"They must {about}" if _MODAL.search(before) else ""


_MODAL = re.compile(
    r"(?:\b(?:will|would|may|might|can|could|shall|must|do|does|did)(?: not)?|\bcannot|n['’]t"
    r"|\bto) $",
    re.IGNORECASE,
)
_POINTING = frozenset(["it", "they"])
_PASSIVE = re.compile(
    r"\b(?:be|been|being|is|are|was|were) ((?:[a-z]+ly )?[a-z]+(?:ed|en|wn|ut|ld|lt|nt|id))\b"
)
_HELPING = frozenset(["be", "been", "being", "is", "are", "was", "were", "had", "not", "to", "and"])
_NAMES = re.compile(
    r"(?:the |an? |any |no |its |their |her |his |all |every )?(?:[\w'’-]+ ){0,4}[\w'’-]+",
    re.IGNORECASE,
)


def in_its_words(phrase: str) -> str:
    """A verb phrase that can stand as a label by itself, or nothing.

    >>> in_its_words("skate under the old terms"), in_its_words("want it")
    ('skate under the old terms', '')
    """
    text = page.same_length(phrase).replace("nothing", "anything")
    text = _ON_CONDITION.sub("", text)
    doc = page.phrase(f"They will {text}")
    verb = doc[2] if len(doc) > _FRAME else doc[0]
    weighs = verb.lemma_ == "consider" and _is_of_a_thing(verb)  # "will consider larger releases"
    empty = _is_empty(verb.lemma_.lower()) and not weighs
    if verb.tag_ != "VB" or verb.dep_ != "ROOT" or empty:
        return ""
    said = as_said(verb)
    return said if said and is_sound(said) and not _NONE.search(said) else ""


def _is_of_a_thing(verb: Token) -> bool:
    """Whether a verb has a common noun as its object, of which it says no more.

    >>> [_is_of_a_thing(page.phrase(f"They will consider {what}")[2])
    ...     for what in ("larger releases", "the matter closed", "it")]
    [True, False, False]
    """
    told = {child.dep_ for child in verb.children} & {"ccomp", "xcomp", "oprd", "acomp"}
    things = [child for child in verb.children if child.dep_ == "dobj"]
    return bool(things) and things[0].pos_ == "NOUN" and not told


_ON_CONDITION = re.compile(r" on (?:one|a single|the) condition$")
_FRAME = 3
_NONE = re.compile(r"\b(?:no|not|never|none|neither|nobody|further)\b")


def _is_empty(lemma: str) -> bool:
    """Whether a verb says no more than that one thinks or speaks."""
    return lemma in words("posture", "verbs") | words("speech", "verbs") | _EMPTY


_EMPTY = frozenset(
    ["be", "have", "do", "back", "decline", "refuse", "fail", "spread", "become", "step"]
)


def made_whole(ledger: Ledger, piece: Evidence, said: str) -> str:
    """What a condition says, with what its sentence says beside it: "the veto (goes first)"."""
    condition, about = piece.condition, piece.about or ""
    if condition is None:
        return said
    if (walks := _WALKS_OUT.search(said)) is not None:
        left = _LEAVES.search(ledger.document(piece).text)
        return f"{said[: walks.start()]} leaves {left[1]}" if left is not None else said
    if condition.marker.lower() == "comes first" and about.startswith(f"{condition.quote} go"):
        return about
    after = ledger.document(piece).text[condition.end : condition.end + _NEAR]
    on = _ON_IT.match(after) if condition.marker.lower() in _BEARING else None
    cut = piece.quote.partition(about)[2].split(" ")[1:2] if about.endswith((" any", " an")) else []
    found = doings(" ".join((about, *cut))) if on else ()
    own = next((doing.noun for doing in found if doing.noun), "")
    if on and own:  # "will boycott any ballot with his name on it"
        return f"put {said} {on[1]} {re.sub('^(?:an?|any|its|their) ', 'the ', own)}"
    return as_clause(condition.marker, said)


_WALKS_OUT = re.compile(r" (?:walk(?:s|ed)? out|quits?|left|leaves?|pull(?:s|ed)? out)$")
_LEAVES = re.compile(  # "it will leave the government unless": what is walked out of
    r"\b(?:leav(?:e|ing)|quit(?:ting)?|(?:walk|pull)(?:ing)? out of)"
    r" (the (?:[a-z]+ )?(?:government|coalition|cabinet|alliance|union))\b"
)
_NEAR = 12  # characters
_BEARING = ("with", "without", "any ... that")
_ON_IT = re.compile(r" (on|in) (?:it|them)\b")


def as_clause(marker: str, said: str) -> str:
    """A clause whose verb could be a noun, with its auxiliary, where its conjunction shows it.

    >>> as_clause("in the event that", "the waterworks signs for that figure")
    'the waterworks will sign for that figure'
    >>> as_clause("should", "the ship return"), as_clause("without", "the staffing reports")
    ('the ship will return', 'the staffing reports')
    """
    doc = page.phrase(said)
    if marker.lower() == "were" and _TO_DO.match(said):  # "were the sultanate to keep quiet"
        return _TO_DO.sub(r"\1 will ", said)
    opened = _CLAUSE.search(marker) is not None
    if not (opened or marker.lower() in _WHEN) or any(map(verbal, doc)):
        return said
    for token in doc[1:]:
        after = doc[token.i + 1 : token.i + 2]
        ends = not len(after) or after[0].pos_ in ("ADP", "DET", "PUNCT") or after.text in _AFTER
        base = _base_of(token.lower_, bare=marker.lower() == "should")
        before = doc[token.i - 1]
        does = before.pos_ in _NOUNS if opened else before.tag_ == "NN" and has_will(before)
        if ends and base and token.pos_ in _TAKEN_FOR and does:
            helped_ = page.phrase(f"{doc[: token.i]} will {base} {doc[token.i + 1 :]}".strip())
            return str(helped_.text) if helped_[token.i + 1].pos_ == "VERB" else said
    return said


def _base_of(word: str, *, bare: bool) -> str:
    """The verb of which a word may be the third person, or the subjunctive."""
    forms = [word] if bare else [base for base in _stems(word) if third_person(base) == word]
    return next((base for base in forms if base in page.listed("verb")), "")


def _stems(word: str) -> tuple[str, ...]:
    return word.removesuffix("s"), word.removesuffix("es"), f"{word.removesuffix('ies')}y"


_CLAUSE = re.compile(
    r"\b(?:if|unless|once|when(?:ever)?|while|(?:as|so) (?:long|soon) as|should|as and when"
    r"|(?:event|case|condition|given|understanding|proviso|basis) that|provid(?:ed|ing)|supposing"
    r"|the (?:day|moment|minute|hour|week|morning|month)(?: that)?)\b",
    re.IGNORECASE,
)
_WHEN = ("before", "until", "till", "after")  # may open a noun too
_TO_DO = re.compile(r"^((?:(?!to\b)[\w'’-]+ ){0,6}(?!to\b)[\w'’-]+) to (?=[a-z])")
_TAKEN_FOR = ("NOUN", "PROPN", "ADJ")
_NOUNS = ("NOUN", "PROPN", "NUM")
_AFTER = ("first", "too", "back", "again", "its", "their", "late", "early", "well")
