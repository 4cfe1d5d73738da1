"""What an article is about: words of war and of haggling alone make no dispute."""

import pytest

from detente.dispute.evidence import Document
from detente.reading import reader

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
}  # fmt: skip
SOME = {
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
    assert reader.read([Document("d1", text=SOME[name])]).documents[0].is_dispute
