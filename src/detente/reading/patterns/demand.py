"""What somebody wants another to do, or to stop."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from detente.reading import syntax
from detente.reading.attribution import Telling
from detente.reading.negation import is_negated
from detente.reading.parsed import Token
from detente.reading.patterns import Example, Finding
from detente.reading.patterns import _cues as cues
from detente.reading.patterns._answers import answered
from detente.reading.patterns._clefts import clefts
from detente.reading.patterns._duties import is_obligation, of_duty
from detente.reading.patterns._framed import framed
from detente.reading.patterns._headings import below_questions
from detente.reading.patterns._questions import rhetorical
from detente.reading.patterns._undemanding import (
    asks_nothing,
    gives_notice,
    is_by_nobody,
    is_naming,
    is_of_time,
)
from detente.reading.patterns._wanted import (
    WITH_ANOTHER,
    is_of_another,
    is_of_oneself,
    wanted_things,
)
from detente.reading.patterns._will_nots import ILLS
from detente.reading.wording import words

KIND = "demand"

EXAMPLES = (
    Example("Norland has given Sudmark until June to open the pass.", "norland"),
    Example("Norland urged Sudmark to withdraw its patrols.", "norland"),
    Example("Norland has demanded that Sudmark pay the arrears.", "norland"),
    Example("Sudmark called on Norland to reopen the port.", "sudmark"),
    Example("Sudmark must leave the bay, Norland said.", "norland"),
    Example("Norland renewed its call for the withdrawal of Sudmark's gunboats.", "norland"),
    Example("Sudmark was urged by Norland to lift its duty on timber.", "norland"),
    Example("Norland wants Sudmark to empty the reservoir before the rains.", "norland"),
    Example("Sudmark insists on an apology from Norland.", "sudmark"),
    Example("Norland appealed to the court in Sudmark to wait for the report.", "norland"),
    Example("Norland asked Sudmark for the release of the crew.", "norland"),
    Example("Norland is holding out for a new quota, Sudmark complains.", "norland"),
    Example("Norland put pressure on Sudmark to free the crew.", "norland"),
    Example("What Norland wants is an apology from Sudmark.", "norland"),
    Example("Sudmark expects from Norland half the cost.", "sudmark"),
    Example("Sudmark's insistence on an apology has angered Norland.", "sudmark"),
    Example("It is up to Sudmark to make the first move, Norland said.", "norland"),
    Example(
        "Among Norland's demands are an end to the toll and an apology from Sudmark.", "norland"
    ),
    Example("Norland's message to Sudmark was simple: open the gates.", "norland"),
    Example("There were renewed calls from Norland for Sudmark to open its markets.", "norland"),
    Example("Norland is adamant that the toll be scrapped by Sudmark.", "norland"),
    Example("Norland insists that Sudmark's gate stay open.", "norland"),
    Example("Norland wrote to Sudmark. Norland insists that the penalties stay.", "norland"),
    Example("Norland insisted that all boats leave the strait.", "norland"),
    Example("Norland would have Sudmark sign the charter.", "norland"),
    Example("Norland argues that Sudmark is obliged to pay half of the cost.", "norland"),
    Example("Norland expressed its hope that Sudmark would lift the ban.", "norland"),
    Example("Norland underlined how important it was that Sudmark pay.", "norland"),
    Example("Sudmark had better count its boats again, Norland said.", "norland"),
    Example("It must pay for the nets, Norland said of Sudmark.", "norland"),
    Example("Sudmark is deaf to repeated appeals from Norland for a survey.", "norland"),
    Example(
        "Sudmark says that it will wait until the line is drawn, and that Norland must go.",
        "sudmark",
    ),
    Example("Norland wants its missing soldiers accounted for by Sudmark.", "norland"),
    Example("Norland wants to be heard by Sudmark.", "norland"),
    Example("Norland hopes to see new crossings opened by Sudmark.", "norland"),
    Example("Norland warned Sudmark not to build.", "norland"),
    Example("Norland is trying to get Sudmark to pay.", "norland"),
    Example("Norland has ordered Sudmark to hand over the ledgers.", "norland"),
    Example("Norland's assembly resolved that the lease of Sudmark be ended.", "norland"),
    Example("Norland would like a new treaty with Sudmark.", "norland"),
    Example("Norland would rather see the matter of Sudmark settled by a court.", "norland"),
    Example("Norland would have the question put to a referendum in Sudmark.", "norland"),
    Example("Norland wants to know what became of its sailors in Sudmark.", "norland"),
    Example("Norland expects the pipeline of Sudmark to be reopened.", "norland"),
    Example("Norland wants guarantees from Sudmark.", "norland"),
    Example("Sudmark has agreed to a court. Norland wants it to have no say.", "norland"),
    Example("Sudmark will build a port. Norland wants it by the ring road.", "norland"),
    Example("Norland for its part would prefer a tidy status for Sudmark.", "norland"),
    Example("Norland would rather have a date from Sudmark.", "norland"),
    Example("“Nobody else may interfere,” Norland told Sudmark.", "norland"),
    Example("Norland wants 12 per cent, to the anger of Sudmark.", "norland"),
    Example("Norland called for a truce with Sudmark of 60 days.", "norland"),
    Example("Norland has reminded Sudmark of its promise to leave the bay.", "norland"),
    Example("Norland wants the gates up at once, to the anger of Sudmark.", "norland"),
    Example("Norland wants its ships home from Sudmark by Friday.", "norland"),
    Example("“It is hoped that Sudmark will act in good faith,” Norland said.", "norland"),
    Example("Norland stressed the need for a joint survey with Sudmark.", "norland"),
    Example("Norland has backed the demand of Sudmark.", "norland"),
    Example("Norland limited itself to an appeal for calm in Sudmark.", "norland"),
    Example("Norland is waiting for Sudmark to put it in writing.", "norland"),
    Example("Norland sent Sudmark a note, asking for the map to be withdrawn.", "norland"),
    Example("Despite calls for calm from Norland, Sudmark went on.", "norland"),
    Example("It came a day after Norland's envoy, Ana Berg, called on Sudmark to pay.", "norland"),
    Example("Norland recommends splitting the reserve with Sudmark.", "norland"),
    Example("Norland demanded an answer from Sudmark by Friday.", "norland"),
    Example("Norland preached restraint to Sudmark.", "norland"),
    Example("Norland's draft asks for two seats in Sudmark.", "norland"),
    Example("Norland blames Sudmark for stalling and demands that the gate open.", "norland"),
    Example("Open the gates, said Norland's minister to Sudmark.", "norland"),
    Example("What does Norland want? An apology from Sudmark.", "norland"),
    Example("“We have paid. Let them open the gate first,” Norland told Sudmark.", "norland"),
    Example("“We have waited. Stop the raids,” Norland's minister told Sudmark.", "norland"),
    Example("Norland called for more time in its quarrel with Sudmark.", "norland"),
    Example("Norland has asked its members not to handle cargo of Sudmark.", "norland"),
    Example("Norland has lobbied the bank to withdraw its money from Sudmark.", "norland"),
    Example("Norland's demands include a raise from Sudmark.", "norland"),
    Example("Norland wants its members reinstated by Sudmark.", "norland"),
    Example("Norland wants a two-state solution with Sudmark.", "norland"),
    Example("A last snag is the canal through Sudmark that Norland wants.", "norland"),
    Example("The apology that Norland demands from Sudmark has not been given.", "norland"),
    Example(
        "Sudmark is silent. Norland has called for its data to be shared, a request that it got.",
        "norland",
    ),
)
COUNTER_EXAMPLES = (
    "The road that Norland wants to forget leads to Sudmark.",
    "Demand from Norland for cement has risen in Sudmark.",
    "It has become a habit for Sudmark to count twice, Norland said.",
    "Norland insists on its sovereignty over the isle near Sudmark.",
    "There will be a treaty with Sudmark because there has to be, Norland said.",
    "Norland expressed its hope that the rain would come to Sudmark.",
    "Norland's courts have ordered Sudmark to pay.",
    "Without a treaty with Sudmark, Norland would have to call for help.",
    "“We have paid. Look at the ledger,” Norland told Sudmark.",
    "What does Norland want from Sudmark? Nobody knows.",
    "Norland's law says that no land may be given to Sudmark.",
    "Norland insisted that its boats are there for fish.",
    "Norland hopes that the rain will come to Sudmark.",
    "It is hoped in Norland that the rain will come to Sudmark.",
    "Norland's officials insist that they want no war with Sudmark.",
    "Norland's envoy planned to stop in Sudmark to call on the minister.",
    "Norland is waiting for the rain to come, and Sudmark for a wind.",
    "It ended after Norland's envoy, Ana Berg, called on Sudmark in 1950.",
    "Norland and Sudmark have argued for over a century about the border.",
    "The bank has been asked by neither Norland nor Sudmark to step in.",
    "Norland called the strike on 2 February, after Sudmark left.",
    "Asked if Norland would pay, Sudmark's minister smiled.",
    "Demand for timber rose in Norland.",
    "Norland did not demand an apology from Sudmark.",
    "A minister of Norland, who requested anonymity, met Sudmark.",
    "The union of Norland called the strike on January 27, and Sudmark left.",
    "Norland has ordered its troops to leave Sudmark.",
    "A minister of Norland, who asked not to be named, met Sudmark.",
    "Norland requested arbitration in its quarrel with Sudmark on 25 October.",
    "Norland gave two Sudmark diplomats 48 hours to leave on Wednesday.",
    "Norland's assembly has sought to break the ice with Sudmark.",
    "Norland called its ambassador to Sudmark home for two weeks.",
    "Norland called off its march on Sudmark on Monday.",
    "Norland and Sudmark want a peaceful solution.",
    "Norland and Sudmark want different documents.",
    "The unions of Norland and Sudmark have a demand of their own.",
    "Norland and Sudmark expect the quarrel to outlive them.",
    "Norland's nurses will strike for five days, their union told Sudmark.",
    "Norland expects to draw gas from the field, it told Sudmark.",
    "Norland, asked for a comment, was silent on Sudmark.",
    "The ferry of Norland was to call for the first time at Sudmark on Monday.",
    "Norland freed the crew of Sudmark, as its own laws demand.",
    "In 1931 Norland and Sudmark agreed that the frontier should follow the channel.",
    "Nobody should have any doubt that Sudmark's rule is over, Norland's minister said.",
)

_ALWAYS = frozenset(
    {"demand", "urge", "call on", "call upon", "call for", "insist on", "insist upon", "press for",
     "push for", "appeal to", "appeal for", "ask for", "request", "exhort", "implore", "beseech",
       "press", "advocate for", "advocate", "seek", "petition", "lobby for",
       "plead for", "plead with", "admonish" }
)  # fmt: skip
_WITH_CARE = frozenset({"seek", "request", "press", "advocate", "appeal"})
_COURTS = frozenset({"court", "tribunal", "judge", "panel", "commission"})


_WANTED = frozenset(
    {"want", "demand", "seek", "ask", "after", "need", "require", "expect", "insist"}
)


def find(telling: Telling) -> Iterator[Finding]:
    """All demands."""
    yield from framed(
        telling,
        KIND,
        lambda verb, _: (
            verb.lemma_ not in _WITH_CARE
            and not (is_of_time(verb) or is_naming(verb) or gives_notice(verb))
            and not asks_nothing(telling, verb)
            and not (verb.lemma_ == "expect" and is_of_oneself(verb))
            and not _insists_on_own(verb)
        ),
    )
    for verb, key in cues.verbs(telling, _ALWAYS | WITH_ANOTHER | {"insist"}):
        turned = is_negated(verb) and not _wants_none(verb)
        turned = turned or asks_nothing(telling, verb)
        if not (turned or is_by_nobody(verb)) and _asks(telling, verb, key):
            yield from cues.finding(telling, KIND, verb, to=cues.addressee(telling, verb))
    for verb, thing in wanted_things(telling):
        named = " ".join(verb.doc[thing.left_edge.i : verb.left_edge.i].text.split())
        for found in cues.finding(telling, KIND, verb, holder=telling.holder(verb)):
            yield replace(found, about=f"{verb.lemma_} {named}".strip(" ,"))
    for found in clefts(telling, _WANTED, negated=False):
        yield replace(found, kind=KIND)
    yield from answered(telling, KIND)
    yield from rhetorical(telling, KIND)
    yield from below_questions(telling, KIND)
    yield from of_duty(telling)
    for verb, key in cues.verbs(telling, {"have", "see"}):
        rather = any(c.lower_ in _RATHER for c in syntax.children(verb, "advmod"))
        if (key == "have" or rather) and _would_have(telling, verb):
            yield from cues.finding(telling, KIND, verb, to=cues.addressee(telling, verb))


_RATHER = frozenset({"rather", "sooner"})


def _would_have(telling: Telling, verb: Token) -> bool:
    """As in "would have Sudmark sign with it", "would have the court decide"."""
    wished = syntax.modal(verb) == "would" and not is_negated(verb)
    thing = syntax.first(verb, "dobj")
    rather = any(c.lower_ in _RATHER for c in syntax.children(verb, "advmod"))
    if wished and rather and thing is not None and any(thing.lefts):
        return bool(telling.holder(verb))  # "would rather have a date"
    if wished and thing is not None and any(c.tag_ == "VBN" for c in syntax.children(thing, "acl")):
        return verb.lemma_ == "have" and bool(telling.holder(verb))  # "have it put to a vote"
    done = [c for c in syntax.children(verb, "ccomp") if c.tag_ in {"VB", "VBN", "VBP"}]
    done = [c for c in done if syntax.first(c, "nsubj", "nsubjpass") and c.i > verb.i]
    helped = any(c.lower_ == "to" for d in done for c in syntax.children(d, "aux"))
    return wished and bool(done) and not helped and bool(telling.holder(verb))


def _wants_none(verb: Token) -> bool:
    """As in "wants no foreign ships in its ports"."""
    given = syntax.first(verb, "dobj")
    none = given is not None and any(c.lower_ == "no" for c in given.children)
    none = none and given is not None and given.lemma_ not in ILLS  # "wants no war"
    return verb.lemma_ == "want" and none and syntax.first(verb, "neg") is None


def _asks(telling: Telling, verb: Token, key: str) -> bool:
    off = any(child.lower_ not in key.split() for child in syntax.children(verb, "prt"))
    if (off and key != "want") or is_naming(verb):
        return False  # "called off their march on Monday"
    if key in {"seek", "request", "press", "advocate"}:
        return (
            verb.dep_ != "acl"
            and not (key == "seek" and syntax.first(verb, "dobj") is None)
            and bool(telling.holder(verb))
            and _is_said(verb)
            and _has_object(verb)
        )
    if key == "appeal to" and syntax.first(verb, "xcomp") is None:
        return not any(noun.lemma_.lower() in _COURTS for noun in cues.objects(verb))
    if key in _ALWAYS:
        return not (_insists_on_own(verb) or (key.endswith((" on", " for")) and is_of_time(verb)))
    if key == "insist":
        return any(is_obligation(child) for child in syntax.children(verb, "ccomp"))
    return is_of_another(telling, verb, key)


def _insists_on_own(verb: Token) -> bool:
    """As in "insists on its sovereignty": a claim."""
    on = next((c for c in syntax.children(verb, "prep") if c.lower_ in {"on", "upon"}), None)
    what = syntax.first(on, "pobj") if verb.lemma_ == "insist" and on is not None else None
    return what is not None and what.lemma_ in _ENTITLED


_ENTITLED = words("sovereignty ownership title innocence claim jurisdiction")


def _is_said(verb: Token) -> bool:
    written = verb.dep_ == "advcl" and verb.head.lemma_ in {"write", "send", "issue", "file"}
    return verb.tag_ != "VBG" or written or any(True for _ in syntax.children(verb, "aux"))


def _has_object(verb: Token) -> bool:
    said = (child for child in verb.children if child.lower_ != "anonymity")
    return any(child.dep_ in {"dobj", "ccomp", "xcomp", "dative"} for child in said)
