"""What is told in whole passages: quotations by their mood, replies, statements of one's own."""

import pytest

from detente.dispute.evidence import Document
from detente.reading import scene, statements

LEAD = "Norland criticised Sudmark. Sudmark criticised Norland.\n\n"
SAID = (  # text, words of the quote, kind, holder
    ("Norland's envoy, Ana Berg, spoke. Asked if it would go, Berg: “We will not pay Sudmark.”", "pay",
     "refusal", "norland"),
    ("A paper quoted Norland's minister as saying that the bay was not for sale to Sudmark.", "bay",
     "refusal", "norland"),
    ("A statement issued on Monday by Norland's cabinet said that the boats would stay.", "boats",
     "intent", "norland"),
    ('"Not one crown," Norland said.', "Not one crown", "refusal", "norland"),
    ('Norland\'s reply was curt: "Sudmark can start by telling the truth."', "telling", "claim",
     "norland"),
    ("Sudmark took the view that the pact had lapsed.", "lapsed", "claim", "sudmark"),
    ("In Norland's submission, free passage was a right.", "passage", "claim", "norland"),
    ("Sudmark said that the patrols were lawful. They would be maintained.", "maintained",
     "intent", "sudmark"),
    ('"Sudmark has taken what is not its own," Norland\'s letter read.', "taken", "claim", "norland"),
    ("Sudmark's answer was short. No ship will be loaded until the men are back.", "loaded",
     "precondition", "sudmark"),
    ("Norland said that it was tired. The fence would come down once the levy was paid.", "fence",
     "precondition", "norland"),
    ("Sudmark says in a statement that the bridge will remain closed until Norland has paid.", "bridge",
     "precondition", "sudmark"),
    ('"We will never leave," said Norland\'s minister.\n\n"We want an apology from Sudmark."', "apology",
     "demand", "norland"),
    ('Sudmark\'s minister said: "The bay is ours.\n\n"We want an apology from Norland."', "apology",
     "demand", "sudmark"),
    ("Norland said that the bay was its own.\n\n“We want an apology from Sudmark.”", "apology",
     "demand", "norland"),
    ("Norland rejected a demand by Sudmark to free the crew in exchange for a ship.", "rejected",
     "refusal", "norland"),
    ("NORLAND. Wants a binding treaty.", "binding", "demand", "norland"),
    ("And Sudmark? Denies that it owes a cent.", "Denies", "denial", "sudmark"),
    ("Sudmark. Reserves the right to close the gate.", "Reserves", "threat", "sudmark"),
    ("Sudmark dismissed that as noise. “Our ports are not for sale.”", "for sale", "refusal", "sudmark"),
    ("The bay, Norland's premier says, is a red line. “Not one rock of it will be discussed.”",
     "discussed", "refusal", "norland"),
    ("Sudmark's premier laughs. “We dug the canal, and they want the key.”", "dug", "claim", "sudmark"),
)  # fmt: skip


@pytest.mark.parametrize(("text", "words", "kind", "holder"), SAID, ids=[s[0][:40] for s in SAID])
def test_speech_is_heard(text, words, kind, holder):
    found = statements.find(scene.build(Document("d1", text=LEAD + text)))
    fitting = [piece for piece in found if words in piece.quote and piece.start >= len(LEAD)]
    assert (kind, (holder,)) in [(piece.kind, piece.holder) for piece in fitting], fitting


def test_a_statement_of_its_own_is_its_writers():
    text = (
        "The Norland Relief Association deplores the closure of the wells. We ask for three things. "
        "The wells must be reopened at once. We regard the closure as punishment. "
        "We reject the charge of theft. We demand a count."
    )
    found = statements.find(scene.build(Document("d1", text=text)))
    (demand,) = [piece for piece in found if "reopened" in piece.quote]
    assert demand.kind == "demand"
    assert demand.holder == found[0].holder


def test_what_the_writers_of_a_statement_will_not_do_is_refused_by_them():
    text = (
        "The Pilots' Guild today answered the Port Authority. We consider the order unsafe. "
        "We will not board such ships with one pilot. We will board them with two."
    )
    found = statements.find(scene.build(Document("d1", text=text)))
    (refusal,) = [piece for piece in found if piece.kind == "refusal"]
    assert refusal.quote == "We will not board such ships with one pilot."
    assert refusal.holder == ("pilots_guild",)


def test_mere_assertions_in_one_quotation_are_one():
    text = LEAD + '"The sea is wide. The fish are many. The boats are small," Norland said.'
    found = statements.find(scene.build(Document("d1", text=text)))
    assert [piece.kind for piece in found if piece.start >= len(LEAD)] == ["claim"]
