"""For whom somebody speaks, where the words beside the name do not say it outright."""

import pytest

from detente.dispute.evidence import Document
from detente.reading import scene

FOR = (  # text, person, whose
    (
        (
            "Tesk Port wants talks. The Dockers' Union will not go back. Ida Holm, a member of its "
            "bargaining committee, said there was nothing to go back to."
        ),
        "ida_holm",
        "dockers_union",
    ),
    (
        (
            "The harbour board has shut the quay. The skippers' association rejected the bill. Its "
            'chair said so on Monday. "We owe nothing," Nils Brandt told reporters.'
        ),
        "nils_brandt",
        "skippers_association",
    ),
    (
        (
            "The Growers' Union will block the road. The dam authority refused to open the sluice. "
            'The union wants more water. "Our trees are dying," said Pedro Salas, 61.'
        ),
        "pedro_salas",
        "growers_union",
    ),
    (
        (
            "The ferry company Nordlinje stopped its ships. The ferry line wants the town of Orstad to "
            "repair the quay. The ferry line's director, Karl Aas, said so. The town refused."
        ),
        "karl_aas",
        "nordlinje",
    ),
    (
        (
            "The company Nordlinje stopped its ships. It wants the town of Orstad to repair the quay. "
            "The town refused. Its mayor, Liv Sande, said Nordlinje must pay half."
        ),
        "liv_sande",
        "orstad",
    ),
    (
        (
            "Tenants have stopped paying rent. Bexley Homes threatens to evict them. "
            '"Fix the lift," said tenant Gloria Ademi.'
        ),
        "gloria_ademi",
        "tenants",
    ),
    (
        (
            "Costa Verde will not extradite the generals until Olmeda abolishes the law, Foreign "
            "Minister Ines Paredes said. Olmeda recalled its ambassador after a Costa Verdean court "
            "had freed them."
        ),
        "ines_paredes",
        "costa_verde",
    ),
    (
        (
            "Olmeda's government refused. It accused Costa Verde of sheltering Olmeda's opposition "
            "leader, Clara Nunes. Clara Nunes denied it."
        ),
        "clara_nunes",
        None,
    ),
    (
        "Norland blames Sudmark. Mira Dahl, who teaches law in Norland, says Norland will not pay.",
        "mira_dahl",
        None,
    ),
    (
        (
            "Norland will not pay. A trade lawyer in Norland, Edda Lind, said the price was too "
            "high. Sudmark said Norland must pay."
        ),
        "edda_lind",
        None,
    ),
    (
        (
            "The pilots' union wants a shorter day. Norair, the airline, rejected the demand. Labour "
            "Minister Ida Krog has invited both sides to her office."
        ),
        "ida_krog",
        None,
    ),
)


@pytest.mark.parametrize(("text", "person", "whose"), FOR)
def test_for_whom_somebody_speaks(text, person, whose):
    parties = scene.build(Document("d1", text=text)).by_id
    assert parties[person].speaks_for == whose


def test_towns_of_two_names_are_both():
    text = (
        "The towns of Orstad and Hjelm refused to pay for the bridge. The province wants money. "
        "The two towns want the province to pay."
    )
    seen = scene.build(Document("d1", text=text))
    towns = [seen.refers(token) for token in seen.doc if token.lower_ == "towns"]
    assert towns == [("orstad", "hjelm")] * 2
