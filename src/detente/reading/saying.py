"""Words of saying: verbs, what they may not do, nouns that carry a content, papers that speak."""

from __future__ import annotations

from detente.reading import syntax
from detente.reading.parsed import Token
from detente.reading.wording import phrases, words

SAYING = words(
    "say tell state add declare insist argue maintain claim assert announce warn note stress "
    "emphasise emphasize reiterate repeat explain write reply respond answer confirm believe "
    "think hold contend acknowledge admit concede promise vow pledge recall observe remark "
    "report reveal signal indicate suggest underline underscore affirm reaffirm comment "
    "complain counter retort caution agree inform clarify stipulate swear allege charge "
    "protest demand deny dispute reject propose fear hope expect see know make let "
    "describe put urge go conclude rule quip fume muse reason reckon lament boast brag testify "
    "remind intimate hint volunteer opine grumble thunder profess plead posit convey disclose "
    "divulge proclaim pronounce rejoin snap snort sneer scoff demur whisper cry shout blast "
    "tweet post quote assure attest aver bristle calculate estimate guess suspect feel concur "
    "foresee predict forecast allow undertake request ask judge find advise submit rail relate "
    "summarise summarize elaborate murmur bemoan marvel joke mock jibe growl intone exclaim "
    "interject theorise theorize speculate resolve decree stand threaten require recommend "
    "accuse offer guarantee restate reassert counsel philosophise philosophize"
)
_SAYING_WITH = frozenset(phrases(
    "hit back; shoot back; fire back; point out; spell out; lash out; set out; lay out; let on; "
    "weigh in; chime in; push back; lay down; hold forth; let slip; hit out; sound off; chip in; "
    "speak out; argue back; wade in; hammer home; drive home; ring out; leave doubt; clap back; "
    "snap back; shout back; put forward; lash back; strike back"
))  # fmt: skip
SAID = words("say says said")
DOUBTED = frozenset({"deny", "dispute", "reject", "refute", "disavow", "dismiss", "rebut"})
ASKING = frozenset({"ask", "wonder", "question", "inquire", "debate", "discuss", "doubt"})
_NO_ASIDE = words(
    "make let put go rule see know hope expect report stand find threaten accuse offer require "
    "undertake request feel resolve guarantee"
)
PLAIN = SAYING - _NO_ASIDE
LIGHT = words(
    "renew repeat reiterate express indicate voice issue make adopt signal show include announce "
    "underline stress reaffirm restate have give table submit present put raise maintain drop "
    "withdraw abandon bring press serve send take deliver convey hold lodge file level lay stake "
    "advance air broadcast publish release share spread offer extend harden sound trot utter "
    "relay pass back"
)
TOLD = words(
    "insistence claim view belief argument assertion contention position stance warning threat "
    "statement declaration complaint accusation allegation charge conviction suggestion demand "
    "promise pledge assurance message notice signal hint word line vow confirmation verdict "
    "admission denial fear hope report confidence optimism regret concern opinion impression "
    "guarantee note letter answer reply "
    "response retort theory thesis case point reasoning doctrine mantra condition principle "
    "policy requirement objection reminder rule judgment judgement commitment understanding"
)
DOCUMENTS = words(
    "letter filing statement communique communiqué memo memorandum note petition submission text "
    "affidavit notice message post tweet release bulletin placard banner leaflet circular "
    "resolution motion declaration email"
)


def is_saying(verb: Token) -> bool:
    """Whether a verb reports: "said", "pointed out", "has made known", "keeps repeating"."""
    return verb.lemma_ in SAYING or _has_phrase(verb) or _keeps_saying(verb) or _reads(verb)


def is_plain(verb: Token) -> bool:
    """Whether a verb may report from a parenthesis: ", Norland says,"."""
    told = verb.lemma_ in PLAIN or _has_phrase(verb) or _reads(verb)
    return told or _makes_known(verb) or _keeps_saying(verb) or goes_on(verb)


def goes_on(verb: Token) -> bool:
    """As in ", its envoy went on,": the saying, between commas."""
    if verb.lemma_ != "go" or verb.tag_ != "VBD":
        return False
    on = next((c for c in verb.children if c.i == verb.i + 1 and c.lower_ == "on"), None)
    who = syntax.first(verb, "nsubj")
    if on is None or who is None or who.i > verb.i:
        return False
    before = who.left_edge.nbor(-1) if who.left_edge.i > verb.sent.start else who
    after = on.nbor() if on.i + 1 < len(on.doc) else on
    return before.text in {",", '"', "”"} and after.is_punct


def _makes_known(verb: Token) -> bool:
    """As in ", its secretary has made known,", ", they made clear,"."""
    stated = syntax.children(verb, "oprd", "acomp", "ccomp") if verb.lemma_ == "make" else ()
    return any(child.lower_ in _KNOWN and not any(child.lefts) for child in stated)


_KNOWN = frozenset({"known", "clear", "plain", "public"})


def _keeps_saying(verb: Token) -> bool:
    """As in "officials have kept repeating", "keeps saying"."""
    if verb.lemma_ not in _KEEPING or verb.pos_ != "VERB":
        return False
    again = syntax.first(verb, "xcomp", "prep")
    said = syntax.first(again, "pcomp") if again is not None and again.dep_ == "prep" else again
    return said is not None and said.tag_ == "VBG" and said.lemma_ in _OVER_AND_OVER


_KEEPING = words("keep go carry continue")
_OVER_AND_OVER = words("say repeat insist tell argue warn stress maintain claim")


def _reads(verb: Token) -> bool:
    """As in "the filing read", "a placard reads"."""
    own = syntax.first(verb, "nsubj") if verb.lemma_ == "read" else None
    return own is not None and own.lemma_.lower() in DOCUMENTS


def _has_phrase(verb: Token) -> bool:
    if verb.lemma_.lower() not in _SAID_WITH:
        return False
    return any(key in _SAYING_WITH for key in syntax.keys(verb)[:-1])


_SAID_WITH = frozenset(phrase.partition(" ")[0] for phrase in _SAYING_WITH)
