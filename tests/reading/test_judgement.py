"""What an article is about: words of war and of haggling alone make no dispute."""

from pathlib import Path

import pytest

from detente.dispute.evidence import Document
from detente.reading import reader

ORDINARY = sorted((Path(__file__).parents[2] / "corpus" / "ordinary").glob("*.txt"))
NONE = {
    "phone": (
        "Maker of the Lumo phone refuses to drop the button\n\nLumo will not remove the home button "
        "until users stop asking for it, its chief designer said. Rival Kestrel accused Lumo of "
        "copying its camera and demanded an apology on stage. The new device has a larger battery, a "
        "faster chip and a screen that reviewers called ruthless; an update fixes the charging bug."
    ),
    "results": (
        "Norvik defends its margin as rivals attack\n\nNorvik rejected talk of a price war on Tuesday as "
        "it reported quarterly revenue up 4 percent. Analysts demanded to know whether its guidance "
        "would hold. “We will not chase market share at any cost,” the finance chief said. The dividend "
        "was raised; sales in the south fell, and investors accused the board of timidity."
    ),
    "film": (
        "Siege without a shot\n\nIn her third film the director lets two families fight over a well. The "
        "widow refuses to sell; the mayor threatens to fence it. The audience at the premiere demanded an "
        "encore. The screenplay insists on peace, the soundtrack on war, and the subplot is abandoned."
    ),
    "chess": (
        "Truce refused on move 31\n\nAdler offered a draw and Novak declined it. Black would not give up "
        "the pawn unless White exchanged queens, and the grandmaster rejected that too. On the kingside "
        "neither side would commit. Novak demanded that the arbiter stop the clock; he refused."
    ),
    "ants": (
        "Border war in the pine wood\n\nTwo colonies of ants fight over a strip of moss, a study says. "
        "Researchers claim that workers withdraw once the larvae are fed. A rival team rejects the finding "
        "and demands the data. The journal refused to publish the sample before peer review of the genome."
    ),
    "storm": (
        "Gale batters coast as forecasters issue warning\n\nGusts of 90 mph tore roofs from homes in "
        "Portrane on Sunday as Storm Una swept ashore. The council refused to reopen the seafront until "
        "engineers had inspected the wall, and the ferry company cancelled all sailings. Residents "
        "accused the water board of leaving drains blocked. Forecasters warned that more rain would "
        "follow."
    ),
    "obituary": (
        "Elena Marks, who never took no for an answer, dies at 91\n\nElena Marks, whose funeral will be "
        "held in Velta on Friday, fought the censors for four decades. Born in a fishing village, she "
        "refused to sign the loyalty oath, demanded her own typewriter and married twice. Her publisher "
        "called her impossible; her daughter says that she only wanted to be read."
    ),
    "merger": (
        "Carrow drops its guard and accepts Hadley's bid\n\nAfter a bruising three-week siege Carrow Foods "
        "has surrendered to Hadley. The board, which rejected two earlier offers, recommended the "
        "improved bid to shareholders on Monday. Analysts said the premium of 32 percent left it no "
        "defence. The dividend will be paid in May."
    ),
    "game": (
        "Warlords III: a treaty you will want to break\n\nThe new strategy game lets players sign a peace, "
        "demand tribute and then invade their ally. The console version drops frames in large sieges, "
        "and the developer has promised a patch. Gamers accuse the studio of selling swords separately. "
        "We refuse to give it more than seven points."
    ),
    "space": (
        "Probe refuses to die as rivals race for the comet\n\nEngineers at two agencies have denied that "
        "their spacecraft are in a race, but both want to reach the comet first. The older probe, "
        "launched in 2019, rejected three commands on Tuesday before its antenna turned. Scientists "
        "argued over the data until dawn. The lander will not be released unless the dust settles."
    ),
    "transfer": (
        "United reject second bid for Okoro\n\nUnited have rejected a second offer from Athletic for "
        "midfielder Ben Okoro and will not sell him unless their asking price is met. The player has "
        "refused to train, the coach said, and his agent demanded a meeting. The transfer window closes "
        "on Friday. United play Rovers in the league on Saturday."
    ),
    "series": (
        "Strike, the series: a picket line with too many monologues\n\nThe second season opens where the "
        "first ended, with dockers at the gate and the owner at his window. The union man refuses to "
        "talk until the cameras stop; the actor who plays him never does. Audiences demanded more fights"
        " and got speeches. The soundtrack is superb."
    ),
    "charity": (
        "Runner who would not stop reaches the sea\n\nGreta Holm, 58, who vowed not to cut her hair until "
        "she had raised a million, finished her run along the coast on Sunday. She had refused lifts in "
        "hail and accused her own knees of treason. The hospice that she ran for will open a ward in her"
        " mother's name."
    ),
    "rates": (
        "Central bank holds rates as inflation eases\n\nThe central bank left its main rate at 5.25 "
        "percent on Thursday and said it would not cut until it was confident that inflation was falling. "
        "Two of the nine members of the board voted for a cut. Business groups, which have demanded lower "
        "rates, were disappointed; unions said that pay was not to blame. Economists expect a cut in May."
    ),
    "poll": (
        "Tavian president wins second term\n\nPresident Lucia Marr won Sunday's election with 54 percent "
        "of the vote. Her challenger, the former mayor Oskar Dahl, conceded defeat and called on his "
        "supporters to respect the result. Marr has said she will not raise taxes unless growth falls. "
        "Observers called the vote calm. Turnout was 67 percent."
    ),
    "trial": (
        "Treasurer jailed for theft from charity\n\nA treasurer who stole 312,000 pounds from a charity was "
        "jailed on Friday. Colin Barr had denied the charges but a jury found him guilty. Judge Helena Price "
        "told him that he had shown no remorse and refused to say where the money was. His lawyer said Barr "
        "would appeal. The charity demanded that banks check large transfers."
    ),
    "school": (
        "New school gets green light\n\nBrackley town council has approved a secondary school on the former "
        "gasworks site. Councillors voted 14 to 3 in favour. The school is due to open in September provided "
        "that the contractor starts work by March. Three councillors opposed the plan, saying that the road "
        "was too narrow. The county will pay 21 million pounds of the cost."
    ),
}  # fmt: skip
SOME = {
    "hives": (
        "The beekeepers demand that the orchard owners stop spraying. The owners say they will stop only "
        "if the beekeepers move their hives."
    ),
    "milk": (
        "The dairy refuses to collect milk from farms that will not sign the new contract; the farmers "
        "say they will not sign until the price is raised."
    ),
    "museum": (
        "Give back the bronzes, town tells museum\n\nThe town council of Velta demanded on Monday that the "
        "national museum return the looted bronzes. The museum refuses to hand them over until the council "
        "builds a gallery. The council accused the trustees of bad faith and is to petition parliament."
    ),
    "stadium": (
        "Club and gardeners at odds over the ground\n\nThe football club wants the allotments for its "
        "stadium. The gardeners’ association rejected the offer and said it would not leave unless the "
        "council found other land. The club threatened to sue; the council refused to end the lease."
    ),
}  # fmt: skip


@pytest.mark.parametrize("name", NONE)
def test_what_only_sounds_like_one(name):
    coverage = reader.read([Document("d1", text=NONE[name])])
    assert not coverage.documents[0].is_dispute
    assert (coverage.evidence, coverage.parties) == ((), ())


@pytest.mark.parametrize("name", SOME)
def test_a_dispute_in_the_words_of_another_field(name):
    assert _is_dispute(SOME[name])


def test_ordinary_news_is_no_dispute(share):
    """Reports with conditions, demands and denials in them, of whatever else there is news of."""
    some = ORDINARY[:: share(1, 10)]
    taken = [path.stem for path in some if _is_dispute(path.read_text("utf-8"))]
    assert len(taken) <= len(some) / 20, taken


def _is_dispute(text):
    return reader.read([Document("d1", text=text)]).documents[0].is_dispute


@pytest.mark.parametrize(
    "note",
    [
        "Nurses will walk out unless the hospital restores the night shift. The hospital refuses.",
        "The choir will not sing unless the parish mends the organ. The parish has rejected that.",
    ],
)
def test_a_note_in_which_one_sets_another_terms(note):
    """Whatever its words are about, and whether the other answers or not."""
    assert _is_dispute(note)
    assert _is_dispute(note.partition(". ")[0] + ".")


@pytest.mark.parametrize(
    "note",
    [
        "Shares will not recover until the central bank cuts its rate.",
        "The match will not start until the referee blows the whistle.",
        "The plane will not leave until the crew closes the doors.",
        "Do not add the salt until the butter melts.",
    ],
)
def test_a_note_of_what_waits_for_something(note):
    assert not _is_dispute(note)


@pytest.mark.parametrize(
    "done", ["opens the border", "brings the vote forward", "shares the water", "builds the road"]
)
def test_whoever_another_waits_for_is_a_party(done):
    """Whatever it is to do, and though nobody else speaks of it."""
    found = reader.read([Document("d1", text=f"Norland will not sign until Sudmark {done}.")])
    (terms,) = (piece for piece in found.evidence if piece.condition)
    assert terms.holder == ("norland",)
    assert terms.condition.by == ("sudmark",)


def test_a_digest_with_a_dispute_in_it():
    """Other news, however long, does not hide it."""
    corpus = Path(__file__).parents[2] / "corpus"
    other = "\n\n".join(path.read_text("utf-8") for path in ORDINARY[::12])
    dispute = (corpus / "develop/a01.txt").read_text("utf-8")
    assert not _is_dispute(other)
    assert _is_dispute(f"{other}\n\n{dispute}\n\n{other}")
