"""The words for what the model names by a key word: one table each."""

from __future__ import annotations

from detente.showing.words.tongue import mark, mark_in, mark_many

EVIDENCE = {
    "precondition": mark("precondition"),
    "demand": mark("demand"),
    "offer": mark("offer"),
    "refusal": mark("refusal"),
    "claim": mark("claim"),
    "accusation": mark("accusation"),
    "denial": mark("denial"),
    "intent": mark("intent"),
    "willingness": mark("willingness"),
    "threat": mark("threat"),
    "event": mark("event"),
    "relation": mark("context"),
    "object": mark("what is contested"),
    "status_quo": mark("how things stand"),
    "way_out": mark("a way out"),
}
EVENTS = {
    "negotiate": mark("negotiations"),
    "halt": mark("a halt"),
    "agree": mark("an agreement"),
    "no_agreement": mark("no agreement"),
    "sanction": mark("sanctions"),
    "coerce": mark("coercion"),
    "clash": mark("a clash"),
    "occupy": mark("an occupation"),
    "withdraw": mark("a withdrawal"),
    "decide": mark("a decision"),
    "mediate": mark("mediation"),
    "strike": mark("a strike"),
    "other": mark("an event"),
}
RELATIONS = {
    "claims": mark_many("{source} claims {target}", "{source} claim {target}"),
    "controls": mark_many("{source} controls {target}", "{source} control {target}"),
    "sanctions": mark_many(
        "{source} has sanctions on {target}", "{source} have sanctions on {target}"
    ),
    "aligned": mark_many("{source} is aligned with {target}", "{source} are aligned with {target}"),
    "opposes": mark_many("{source} opposes {target}", "{source} oppose {target}"),
    "mediates": mark_many("{source} mediates {target}", "{source} mediate {target}"),
    "recognises": mark_many("{source} recognises {target}", "{source} recognise {target}"),
    "not_recognises": mark_many(
        "{source} does not recognise {target}", "{source} do not recognise {target}"
    ),
}
OBJECTS = {  # what is contested
    "territory": mark("territory"),
    "maritime": mark("maritime"),
    "resource": mark("resource"),
    "agreement": mark("agreement"),
    "institution": mark("institution"),
    "status": mark("status"),
    "persons": mark("persons"),
    "other": mark("other"),
}
PARTIES = {
    "state": mark_in("a party", "state"),
    "alliance": mark_in("a party", "alliance"),
    "organisation": mark_in("a party", "organisation"),
    "group": mark_in("a party", "group"),
    "province": mark_in("a party", "province"),
    "company": mark_in("a party", "company"),
    "territory": mark_in("a party", "territory"),
    "person": mark_in("a party", "person"),
}
ROLES = {
    "principal": mark("principal"),
    "third_party": mark("third party"),
    "mediator": mark("mediator"),
    "forum": mark("forum"),
    "spokesperson": mark("spokesperson"),
    "expert": mark("expert"),
    "context": mark("context"),
}
CAN = {
    "both": mark("can start and stop"),
    "start": mark("can start, not stop"),
    "stop": mark("can stop, not start again"),
    "never": mark("cannot change"),
}
CHANGES = {  # of a position
    "hardened": mark("hardened"),
    "softened": mark("softened"),
    "reversed": mark("reversed"),
    "contradicts": mark("contradicts itself"),
}

CONCEPTS = {
    "nash": ("Nash", mark("Each party looks one move ahead and expects no answer.")),
    "gmr": ("GMR", mark("Each party fears any answer that the others could give.")),
    "smr": ("SMR", mark("Each party fears any answer, but counts on a reply of its own.")),
    "seq": ("SEQ", mark("Each party fears only answers by which each of the others gains.")),
    "sseq": (
        "SSEQ",
        mark(
            "Each party fears only answers by which each of the others gains, and "
            "counts on a reply."
        ),
    ),
}

FINDINGS = {
    "stuck": mark("stuck"),
    "moving": mark("not stuck"),
    "settled": mark("settled"),
    "free": mark("no concession is needed"),
}

GLOSSARY = (
    (mark("Party"), mark("Whose choices could change the dispute, or who matters to it.")),
    (mark("Option"), mark("A yes-or-no choice of one party, its own alone.")),
    (mark("State"), mark("A choice for every option; written as letters, Y for yes and N for no.")),
    (mark("Status quo"), mark("The state today.")),
    (
        mark("Want"),
        mark("What a party prefers; wants are ranked, and a higher one outweighs all below it."),
    ),
    (
        mark("Improvement"),
        mark("A move that a party can make alone and that it prefers to staying."),
    ),
    (
        mark("Sanction"),
        mark("An answer of the others that leaves the mover no better off than before."),
    ),
    (
        mark("Equilibrium"),
        mark("A state that no party would leave, as it reckons with the others’ answers."),
    ),
    (mark("Settlement"), mark("A state that counts as settled, by the file’s resolution.")),
    (
        mark("Stuck"),
        mark("Today is no settlement, and it is an equilibrium: no party would leave it."),
    ),
    (mark("Moving"), mark("Today is no settlement, and some party gains by moving, undeterred.")),
    (mark("Concession"), mark("A change of what a party wants, or of what it can take back.")),
    (mark("Promise"), mark("What a party would bind itself to, so that another may go first.")),
    (
        mark("To hold together"),
        mark("Of parties that settle it: no part of them would gain by leaving."),
    ),
    (
        mark("Unlocking"),
        mark("Concessions with which a settlement is reached, lasts, and harms nobody."),
    ),
    (
        mark("Assumed (?)"),
        mark("No sentence of the sources supports it; the model needs it all the same."),
    ),
    (mark("Open model"), mark("One way of filling in what the evidence leaves open.")),
)
