"""What the words around a marker must be like, marker by marker, for it to mark a condition."""

from __future__ import annotations

from collections.abc import Callable

from detente.reading.conditions import inversions
from detente.reading.conditions.dependence import READY
from detente.reading.conditions.inversions import CLAUSE
from detente.reading.conditions.markers import LONGEST
from detente.reading.conditions.times import CALENDAR
from detente.reading.parsed import Doc, Token
from detente.reading.syntax import FINITE, NOMINAL, SUBJECTS
from detente.reading.wording import DASHES, phrases, words

_OPEN_ENDED = frozenset(
    phrases(
        "it takes; we have to; we must; they have to; they must; it has to; it must; "
        "is necessary; is needed; it lasts; it took; they like; they want; "
        "it wants; they wish; it likes; you like; we can; we live; that takes; anyone can; "
        "anybody can; people can; memory serves; anyone remembers; living memory"
    )
)
_OPEN_ENDS = words("necessary needed possible required")


def _without(doc: Doc, at: int, start: int) -> bool:
    if at > 1 and doc[at - 1].lower_ == "not" and doc[at - 2].lemma_ == "be":
        return False  # "is not without manners"
    following = {token.lower_ for token in doc[start : start + 3]}
    return not following & _UNASKED


_UNASKED = words("precondition preconditions delay notice warning consultation announcement")


def _not_without(doc: Doc, at: int, _start: int) -> bool:
    """None in "is not without manners"."""
    return at == 0 or doc[at - 1].lemma_ != "be"


def _until(doc: Doc, at: int, _start: int) -> bool:
    """Not in "can't wait until", "can hardly wait until"."""
    if at == 0 or doc[at - 1].lemma_ != "wait":
        return True
    before = doc[max(doc[at].sent.start, at - 3) : at - 1]
    return not any(token.lower_ in _HARDLY for token in before)


_HARDLY = words("not n't cannot never hardly barely scarcely")


def _but_not(doc: Doc, at: int, start: int) -> bool:
    """Not where another takes the place: "will talk with the board, but not with a union".

    Nor in "but not under pressure": how one will not.
    """
    if doc[start].lower_ in {"pressure", "duress", "threat", "threats", "protest"}:
        return False
    before = doc[doc[at].sent.start : at]
    return all(token.lower_ != doc[start - 1].lower_ for token in before)


def _on_terms(doc: Doc, _at: int, start: int) -> bool:
    """Where something has to come first: "only on receipt", no "only on reserves"."""
    noun = next((token for token in doc[start : start + _REACH] if token.dep_ == "pobj"), None)
    return noun is None or noun.lemma_ in _TERMS or noun.lemma_.endswith(_DEEDS)


_REACH = 5  # tokens up to the noun
_DEEDS = ("ment", "tion", "sion", "ance", "ence", "al", "ing", "ry", "ture", "pt")
_TERMS = words(
    "term basis guarantee proof condition proviso understanding request order advice return "
    "promise pledge word oath sight vote call consent day assumption footing premise demand ground "
    "grounds"
)


def _assuming(doc: Doc, at: int, start: int) -> bool:
    """As in ", always assuming the rent is paid"; not so "before assuming the presidency"."""
    before = doc[at - 2 if at > 1 and doc[at - 1].lower_ == "always" else at - 1]
    post = any(t.lemma_.lower() in _POSTS for t in doc[start : start + 3])
    if not post and _is_clause(doc, at, start) and doc[at].dep_ != "pcomp":
        return True  # "will march assuming the budget leaves them out"
    return not post and (at == 0 or before.text in {",", ".", "\n", "\n\n", *DASHES, "("})


_POSTS = words(
    "presidency role post leadership chair chairmanship throne command office burden risk debt "
    "mantle position responsibility cost premiership ministry"
)


def _as_far(doc: Doc, at: int, start: int) -> bool:
    """Not in "as far as Norland is concerned", "as far as it knows", "as far as the border"."""
    near = doc[start : min(start + CLAUSE, doc[at].sent.end)]
    verb = next((t for t in near if t.tag_ in FINITE and t.dep_ not in {"aux", "auxpass"}), None)
    told = verb is not None and any(t.lemma_ in _KNOWING for t in doc[start : verb.i + 2])
    return verb is not None and not told


_KNOWING = words(
    "know concern see tell remember understand go hear recall judge possible gather reach stretch"
)


def _given_or_not(doc: Doc, at: int, _start: int) -> bool:
    """Not where a thing is what it is by another: "will vary, depending on the weather"."""
    before = doc[doc[at].sent.start : at]
    ahead = any(t.tag_ == "MD" or t.lower_ in READY or t.lemma_ in _OFFERING for t in before)
    return ahead and not any(t.lemma_ in _VARYING for t in before)


_OFFERING = words("propose offer suggest plan intend promise agree")


def _on_strength(doc: Doc, at: int, _start: int) -> bool:
    """Not in "will not go back on the strength of another promise"."""
    before = doc[doc[at].sent.start : at]
    return not any(t.lower_ in _NONE for t in before)


_VARYING = words("vary differ change range cost fluctuate depend estimate between")


def _but_by(doc: Doc, at: int, _start: int) -> bool:
    """As in "no pumping but by agreement"; not so "was angry but by evening was calm"."""
    before = doc[doc[at].sent.start : at]
    return doc[at - 1].text != "," and any(t.lower_ in _NONE for t in before)


_NONE = words("no not never none nothing nobody n't neither nowhere")


def _hang(doc: Doc, _at: int, start: int) -> bool:
    """Not in "hang on to power"."""
    return doc[start].lower_ != "to"


def _provided(doc: Doc, at: int, start: int) -> bool:
    """Where a clause follows: no verb with its subject and object."""
    before = next((t for t in reversed(doc[max(at - 3, 0) : at]) if not t.is_quote), None)
    opens = before is None or before.text == ","
    if doc[start].lower_ == "that" or opens or doc[at].dep_ in {"prep", "mark"}:
        return True
    own = any(c.dep_ in {"dobj", "aux"} for c in doc[at].children)
    return (doc[at].tag_ == "VBN" and not own) or _is_clause(doc, at, start)


def _providing(doc: Doc, at: int, start: int) -> bool:
    """Not in "denies providing any support", "stopped providing the arms it had promised"."""
    governed = doc[at].dep_ in {"xcomp", "pcomp"} and doc[at].nbor(-1).text != ","
    follows = any(_has_tense(t) for t in doc[start : min(start + CLAUSE, doc[at].sent.end)])
    return follows and not governed


def _is_clause(doc: Doc, at: int, start: int) -> bool:
    """Whether a clause follows what may come: "would share it provided its chairman leads"."""
    last = doc[at - 1]
    given = last.lower_ in {"that", "this", "it", "them"} and last.dep_ == "dobj"
    if doc[start].pos_ == "ADP" or (last.pos_ in {"PRON", "AUX"} and not given):
        return False  # but "could accept that provided they paid"
    stop = doc[at].sent.end
    follows = any(_has_tense(token) for token in doc[start : min(start + CLAUSE, stop)])
    before = doc[doc[at].sent.start : at]
    return follows and any(
        t.tag_ == "MD" or t.lower_ in READY or t.lemma_ in _OFFERING for t in before
    )


def _has_tense(token: Token) -> bool:
    own = token.tag_ == "VB" and any(c.dep_ in SUBJECTS for c in token.children)  # "the wells stay"
    return own or token.tag_ in FINITE


def _has_end(doc: Doc, _at: int, start: int) -> bool:
    """Not so "as long as necessary", "for as long as it takes"."""
    ends = doc[min(start + 1, len(doc) - 1)]
    if doc[start].lower_ in _OPEN_ENDS and (ends.is_punct or ends.lower_ in {"to", "for"}):
        return False
    first = " ".join(token.lower_ for token in doc[start : start + 2])
    if doc[start].pos_ == "PRON" and ends.lemma_ in _PLEASING and doc[start + 2].is_punct:
        return False  # "for as long as they please"
    if first == "it takes" and doc[min(start + 2, len(doc) - 1)].pos_ in {
        "DET",
        "PRON",
        "NOUN",
        "PROPN",
    }:
        return True  # "as long as it takes its people off the streets"
    ends = doc[min(start + 2, len(doc) - 1)]
    if first == "it is":  # "as long as it is necessary", but "as long as it is paid"
        return not (ends.is_punct or ends.lower_ in _OPEN_ENDS)
    return first not in _OPEN_ENDED or ends.lower_ in {"not", "n't"}  # "as people cannot cross it"


def _of_others(doc: Doc, _at: int, start: int) -> bool:
    """Not at one's own pleasure: "may strike whenever it sees fit", "if it so chooses".

    Nor in doubt: "the talks, if they were that, ended"; nor where nothing is named: "had, if
    anything, grown".
    """
    subject = doc[start]
    if subject.lower_ in {"anything", "any"} and subject.nbor().is_punct:
        return False
    rest = doc[start + 1 : min(start + _PLEASED, doc[start].sent.end)]
    verb = next((t for t in rest if t.lower_ not in {"so", "ever"}), subject)
    pleased = verb.lemma_ in _PLEASING or (verb.lemma_ == "see" and verb.nbor().lower_ == "fit")
    what = verb.nbor() if verb.lemma_ == "be" and verb.i + 1 < verb.sent.end else verb
    doubted = what.lower_ in {"that", "such"} and what.nbor().is_punct
    return not (subject.pos_ == "PRON" and (doubted or (pleased and not _has_object(verb))))


def _has_object(verb: Token) -> bool:
    after = verb.doc[verb.i + 1 : min(verb.i + 3, verb.sent.end)]
    bare = len(after) > 1 and after[0].lower_ == "to" and after[1].is_punct  # "if it wanted to."
    return len(after) > 0 and not bare and after[0].pos_ in {"DET", "NOUN", "PROPN", "PART"}


_PLEASING = words("like please choose wish care want")
_PLEASED = 4  # tokens of "they so choose"


def _short(doc: Doc, at: int, _start: int) -> bool:
    """Not in "is short of staff", "stopped short of saying so", "something short of a state"."""
    before = doc[at].nbor(-1)
    before = before.nbor(-1) if before.tag_ == "RB" else before
    barred = doc[min(at + 2, len(doc) - 1)].lower_ in _AS_FAR_AS  # "help, short of any role in it"
    return at == doc[at].sent.start or not (before.lemma_ in _FALLING or barred)


_AS_FAR_AS = words("any actual outright full formal open direct")
_FALLING = words("be stop run fall come go cut leave get grow remain something little")


_LAID = words(
    "tariff duty tax levy fine fee toll sanction restriction curfew search inspection control "
    "jurisdiction attack pressure penalty charge delay curb ban check scrutiny limit quota cap law "
    "rule embargo surcharge quarantine"
)


def _subject(doc: Doc, at: int, start: int) -> bool:
    """Not in "to leave the subject to officials", "is subject to a duty"."""
    after = doc[start : min(start + LONGEST, doc[at].sent.end)]
    noun = next((t for t in after if t.pos_ in NOMINAL and t.dep_ != "compound"), None)
    if noun is not None and noun.lemma_.lower() in _LAID:
        return False
    joined = at > 0 and doc[at - 1].pos_ == "NOUN"  # "lift the embargo subject to an apology"
    return (
        joined
        or doc[at].pos_ == "ADJ"
        or not any(True for c in doc[at].lefts if c.dep_ in {"det", "poss"})
    )


def _with_no(doc: Doc, at: int, _start: int) -> bool:
    """Not in "a law with no effect": what a thing is like."""
    return doc[at].head.pos_ in {"VERB", "AUX"} or at == doc[at].sent.start


def _once(doc: Doc, _at: int, start: int) -> bool:
    """Not of "Ana Berg once said": when it was said; nor of "once a year"."""
    if doc[start].lower_ in _EACH and doc[min(start + 1, len(doc) - 1)].lower_ in CALENDAR:
        return False
    return doc[start].tag_ != "VBD" or doc[start].lemma_ not in _TOLD


_EACH = frozenset({"a", "an", "every", "each", "per"})
_TOLD = words("say tell write remark quip joke boast observe call describe")


def _only_against(doc: Doc, at: int, _start: int) -> bool:
    """Not in "had nothing against trams, only against a tram two metres from the portal"."""
    return all(token.lower_ != "against" for token in doc[doc[at].sent.start : at])


CHECKS: dict[str, Callable[[Doc, int, int], bool]] = {
    "until": _until, "till": _until, "but not with": _but_not, "but not under": _but_not,
    "without": _without, "not without": _not_without, "assuming": _assuming,
    "presuming": _assuming, "supposing": _assuming, "supposing that": _assuming,
    "as far as": _as_far, "so far as": _as_far, "depending on": _given_or_not,
    "on the strength of": _on_strength,
    "but by": _but_by, "but with": _but_by, "but under": _but_by, "but on": _but_by,
    "but after": _but_by, "but through": _but_by, "hang on": _hang, "hanging on": _hang,
    "provided": _provided, "providing": _providing, "as long as": _has_end, "were": inversions.were,
    "should": inversions.should, "had": inversions.had, "subject to": _subject,
    "short of": _short, "with no": _with_no,
    "only against": _only_against, "only against a": _only_against,
    "only on": _on_terms, "once": _once,
    "whenever": _of_others, "when": _of_others, "if": _of_others, "as and when": _of_others,
}  # fmt: skip
