"""For whom somebody speaks whose office, words or fellows say it: tried on plain news."""

import pytest

from detente.dispute.evidence import Document
from detente.reading import scene

FOR = (  # text, person, whose
    (
        (
            "The port of Calder has been shut for weeks. Norland and Sudmark blame each other "
            "for it. The dockers' union Unidock says it has no hand in it. “We load ships,” "
            "said a spokeswoman, Vera Glint. She accused the harbour company of lying."
        ),
        "vera_glint",
        "unidock",
    ),
    (
        (
            "The port of Calder has been shut for weeks. Norland and Sudmark blame each other "
            "for it. Sudmark's government was never asked. “Milk does not wait,” a spokesman, "
            "Ole Brandt, told reporters. Norland rejects the charge."
        ),
        "ole_brandt",
        "sudmark",
    ),
    (
        (
            "The port of Calder has been shut for weeks. Norland and Sudmark blame each other "
            "for it. General Amo Tire signed the text at the palace on behalf of the army of "
            "Norland. The Salt Front refused to sign. Norland accuses the Front of bad faith."
        ),
        "amo_tire",
        "norland",
    ),
    (
        (
            "The mill was shut in May. The union Millworkers United wants it open. Halden Paper"
            " refuses to open it. Three of the company's managers came to the gate. One of "
            "them, Britt Sund, said that the mill would stay shut until the union withdrew its "
            "suit."
        ),
        "britt_sund",
        "halden_paper",
    ),
    (
        (
            "Norland wants to build an embassy in Sudmark. The foreign minister of Sudmark, "
            "Piers Landor, wants it settled. But Landor's cabinet colleague at the interior, "
            "Ada Quennell, opposes it."
        ),
        "ada_quennell",
        "sudmark",
    ),
    (
        (
            'Norland now wants all of the strait. "We shall stop when Sudmark stops pretending '
            'to own it," declared its navy chief, Matteo Rill. Sudmark has barred its ships.'
        ),
        "matteo_rill",
        "norland",
    ),
    (
        (
            'The two towns quarrel over a bridge. Eastham will not pay. "Westham built it, and '
            'Westham can mend it," said its mayor, Joan Pike. Westham demands half the sum.'
        ),
        "joan_pike",
        "eastham",
    ),
    (
        (
            'Norland refuses talks. Sudmark demands half the fish. "Norland will not give up one cod," said its '
            "fisheries minister, Dag Moe. Sudmark has called the navy."
        ),
        "dag_moe",
        "norland",
    ),
    (
        (
            "Norland and Sudmark quarrel over crabs. Norland refuses to open its books. Lauri "
            "Kask, who wrote the council's report, believes both would be better off. Sudmark "
            "wants the books."
        ),
        "lauri_kask",
        None,
    ),
    (
        (
            "Norland claims the isle of Hest. Sudmark holds it. A way out, suggests the Calder "
            "jurist Selma Tesfa, would be a joint rule. Norland refuses."
        ),
        "selma_tesfa",
        None,
    ),
    (
        (
            "India says it does not know how much water the dam will hold. China refuses to say. In "
            "Assam it reassures nobody. Chief Minister Himanta Sarma has said that it might help; Pema "
            "Khandu, his colleague in Arunachal Pradesh, calls it a bomb. India demands data."
        ),
        "himanta_sarma",
        "assam",
    ),
    (
        (
            "Odisha walked out of the talks. Union Home Minister C R Patil urged both sides to return "
            "to the table. Chhattisgarh refuses. India's Supreme Court has the case."
        ),
        "c_r_patil",
        "india",
    ),
    (
        (
            "Chhattisgarh said it would pay once Odisha withdrew its complaint. Rajesh Toppo, who led "
            "the state's team, pointed out that the two had agreed to talk. Odisha refuses to talk."
        ),
        "rajesh_toppo",
        "chhattisgarh",
    ),
    (
        (
            "Piauí and Ceará quarrel over hills. Piauí bases its claim on the watershed. Governor "
            "Rafael Fonteles said that his state sought nothing new. Ceará refuses to leave."
        ),
        "rafael_fonteles",
        "piaui",
    ),
    (
        (
            "The RMT has rejected the offer of Network Rail. General secretary Mick Lynch was angry. "
            "“Mark Harper must stop hiding,” he said. Mr Harper, the transport secretary, denied it."
        ),
        "mick_lynch",
        "rmt",
    ),
)


@pytest.mark.parametrize(("text", "person", "whose"), FOR, ids=[who for _, who, _ in FOR])
def test_for_whom(text, person, whose):
    parties = scene.build(Document("d1", text=text)).by_id
    assert parties[person].speaks_for == whose


def test_who_says_it_is_not_whom_a_quotation_names():
    text = (
        "The RMT has rejected the offer of Network Rail. General secretary Mick Lynch was angry. "
        "“Mark Harper must stop hiding,” he said. Mr Harper, the transport secretary, denied it."
    )
    seen = scene.build(Document("d1", text=text))
    he = next(token for token in seen.doc if token.lower_ == "he")
    assert seen.refers(he) == ("rmt",)


@pytest.mark.parametrize(
    ("text", "id_", "type_"),
    [
        ("Srpska Lista, the main Serb party in Kosovo, says it will stay.", "srpska_lista", "group"),
        ("Caricom wants a meeting in St Vincent, whose premier wrote.", "caribbean_community", "alliance"),
    ],
)  # fmt: skip
def test_what_somebody_is_by_what_is_told_beside_the_name(text, id_, type_):
    parties = scene.build(
        Document("d1", text=f"Kosovo refuses to talk. {text} Serbia objects.")
    ).by_id
    assert parties[id_].type == type_
    assert not any(one.type == "person" for one in parties.values())
