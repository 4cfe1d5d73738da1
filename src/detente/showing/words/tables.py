"""The words for what the model names by a key word: one table each."""

from __future__ import annotations

EVIDENCE = {
    "precondition": "precondition", "demand": "demand", "offer": "offer", "refusal": "refusal",
    "claim": "claim", "accusation": "accusation", "denial": "denial", "intent": "intent",
    "willingness": "willingness", "threat": "threat", "event": "event", "relation": "context",
    "object": "what is contested", "status_quo": "how things stand", "way_out": "a way out",
}  # fmt: skip
EVENTS = {
    "negotiate": "negotiations", "halt": "a halt", "agree": "an agreement",
    "no_agreement": "no agreement", "sanction": "sanctions", "coerce": "coercion",
    "clash": "a clash", "occupy": "an occupation", "withdraw": "a withdrawal",
    "decide": "a decision", "mediate": "mediation", "strike": "a strike", "other": "an event",
}  # fmt: skip
RELATIONS = {
    "claims": "claims", "controls": "controls", "sanctions": "has sanctions on",
    "aligned": "is aligned with", "opposes": "opposes", "mediates": "mediates",
    "recognises": "recognises", "not_recognises": "does not recognise",
}  # fmt: skip
ROLES = {
    "principal": "principal", "third_party": "third party", "mediator": "mediator",
    "forum": "forum", "spokesperson": "spokesperson", "expert": "expert", "context": "context",
}  # fmt: skip
CAN = {
    "both": "can start and stop", "start": "can start, not stop",
    "stop": "can stop, not start again", "never": "cannot change",
}  # fmt: skip
CHANGES = {
    "hardened": "hardened", "softened": "softened", "reversed": "reversed",
    "contradicts": "contradicts itself",
}  # fmt: skip

CONCEPTS = {
    "nash": ("Nash", "looks one move ahead and expects no answer"),
    "gmr": ("GMR", "fears any answer that the others could give"),
    "smr": ("SMR", "fears any answer, but counts on a reply of its own"),
    "seq": ("SEQ", "fears only answers by which each of the others gains"),
    "sseq": ("SSEQ", "fears only answers by which each of the others gains, and counts on a reply"),
}

FINDINGS = {
    "stuck": "stuck",
    "moving": "not stuck",
    "settled": "settled",
    "free": "no concession is needed",
}

GLOSSARY = (
    ("Party", "Whose choices could change the dispute, or who matters to it."),
    ("Option", "A yes-or-no choice of one party, its own alone."),
    ("State", "A choice for every option; written as letters, Y for yes and N for no."),
    ("Status quo", "The state today."),
    ("Want", "What a party prefers; wants are ranked, and a higher one outweighs all below it."),
    ("Improvement", "A move that a party can make alone and that it prefers to staying."),
    ("Sanction", "An answer of the others that leaves the mover no better off than before."),
    ("Equilibrium", "A state that no party would leave, as it reckons with the others’ answers."),
    ("Settlement", "A state that counts as settled, by the file’s resolution."),
    ("Stuck", "Today is no settlement, and it is an equilibrium: no party would leave it."),
    ("Moving", "Today is no settlement, and some party gains by moving, undeterred."),
    ("Concession", "A change of what a party wants, or of what it can take back."),
    ("Promise", "What a party would bind itself to, so that another may go first."),
    ("To hold together", "Of parties that settle it: no part of them would gain by leaving."),
    ("Unlocking", "Concessions with which a settlement is reached, lasts, and harms nobody."),
    ("Assumed (?)", "No sentence of the sources supports it; the model needs it all the same."),
    ("Open model", "One way of filling in what the evidence leaves open."),
)  # fmt: skip
