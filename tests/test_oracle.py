"""The judge judged: small cases worked out by hand, and the theorems on random disputes."""

from fractions import Fraction
from itertools import combinations, product
from random import Random

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

import oracle
import strategies
from oracle import And, Concession, Link, Not, Or, Var, parse_formula, show


def game(a, b, **more):
    """Two parties with one option each and a ranking each; the status quo is NN."""
    return {
        "detente": 1,
        "title": "A game",
        "resolution": "a.x and b.y",
        "parties": {
            "a": {"name": "A", "options": {"x": {"label": "x"}}, "ranking": a},
            "b": {"name": "B", "options": {"y": {"label": "y"}}, "ranking": b},
        },
        **more,
    }


def wanting(wants, *, resolution=None, infeasible=(), **options):
    """Parties with wants; an option is given as ``a_x="yes start"``."""
    parties = {party: {"name": party, "wants": list(w)} for party, w in wants.items()}
    for name, words in options.items():
        party, option = name.split("_")
        status_quo, *can = words.split()
        entry = {"label": option, "status_quo": status_quo, "can": (can or ["both"])[0]}
        parties[party].setdefault("options", {})[option] = entry
    data = {"detente": 1, "title": "T", "parties": parties, "infeasible": list(infeasible)}
    return oracle.read_dispute(data | ({"resolution": resolution} if resolution else {}))


def model_of(data):
    return oracle.build(oracle.read_dispute(data))


def all_equilibria(model):
    return {c: oracle.equilibria(model, c) for c in oracle.CONCEPTS}


DILEMMA = game(["NY", "YY", "NN", "YN"], ["YN", "YY", "NN", "NY"])
CHICKEN = game(["NY", "YY", "YN", "NN"], ["YN", "YY", "NY", "NN"])
# a would go to YN, from where b goes on to YY, which a likes least.
EXPOSED = game(["YN", ["NN", "NY"], "YY"], ["YY", "YN", "NN", "NY"], resolution="a.x")


# --- formulas ---


A, B, C, D = (Var(f"p.{letter}") for letter in "abcd")


@pytest.mark.parametrize(
    ("text", "formula"),
    [
        ("p.a", A),
        ("NOT not p.a", Not(Not(A))),
        ("p.a or p.b and not p.c", Or((A, And((B, Not(C)))))),
        ("(p.a and p.b) and p.c", And((A, B, C))),
        ("p.a and (p.b or p.c)", And((A, Or((B, C))))),
        ("p.a or p.b only if p.c", Link("only if", Or((A, B)), C)),
        ("p.a if p.b and p.c", Link("if", A, And((B, C)))),
        ("p.a unless (p.b if p.c)", Link("unless", A, Link("if", B, C))),
        (
            "p.a If And Only If p.b only if p.c",
            Link("if and only if", A, Link("only if", B, C)),
        ),
        (
            "p.a if p.b if and only if p.c unless p.d",
            Link("if and only if", Link("if", A, B), Link("unless", C, D)),
        ),
    ],
)
def test_formulas_are_read(text, formula):
    assert parse_formula(text) == formula
    assert parse_formula(show(formula)) == formula


@pytest.mark.parametrize(
    "text",
    [
        *("", "p", "p.a p.b", "p.a only if p.b only if p.c", "p.a if p.b unless p.c", "(p.a"),
        *("p.a and", "p.A", "p.a)", "and p.a", "p.a only p.b", "p.a.b", "p.a xor p.b"),
        "p.a if and only if p.b if and only if p.c",
    ],
)
def test_what_is_no_formula_is_refused(text):
    with pytest.raises(ValueError, match="in '"):
        parse_formula(text)


@given(strategies.formulas(["p.a", "q.b", "q.c_1"]))
def test_reading_what_was_shown_gives_the_formula(formula):
    assert parse_formula(show(formula)) == formula


def test_links_mean_what_they_say():
    table = {
        "p.a only if p.b": {(0, 0), (0, 1), (1, 1)},
        "p.a if p.b": {(0, 0), (1, 0), (1, 1)},
        "p.a unless p.b": {(0, 1), (1, 0), (1, 1)},
        "p.a if and only if p.b": {(0, 0), (1, 1)},
    }
    for text, true in table.items():
        formula = parse_formula(text)
        pairs = product((0, 1), repeat=2)
        assert {(a, b) for a, b in pairs if oracle.holds(formula, {"p.a": a, "p.b": b})} == true


@pytest.mark.parametrize(
    ("text", "weaker"),
    [
        ("p.a and (p.b and p.c)", ["p.b and p.c", "p.a and p.c", "p.a and p.b"]),
        ("p.a and (p.b or p.c)", ["p.b or p.c", "p.a"]),
        ("p.a and p.a", ["p.a"]),
        ("p.a only if (p.b and not p.c)", ["p.a only if not p.c", "p.a only if p.b"]),
        ("(p.a and p.b) if p.c", ["p.b if p.c", "p.a if p.c"]),
        ("(p.a and p.b) unless p.c", ["p.b unless p.c", "p.a unless p.c"]),
        ("(p.a and p.b) only if p.c", []),
        ("p.a if (p.b and p.c)", []),
        ("p.a only if (p.b or p.c and p.d)", []),
        ("not (p.a or p.b)", []),
        ("(p.a and p.b) if and only if (p.c and p.d)", []),
        ("p.a or p.b", []),
        ("p.a", []),
    ],
)
def test_weakening_loses_one_member(text, weaker):
    assert [show(f) for f in oracle.weakenings(parse_formula(text))] == weaker


# --- the file ---


FERRY = """
detente: 1
title: The ferry
resolution: {want: norland.reopen and sudmark.pay, because: [q1]}
parties:
  norland:
    name: Norland
    options:
      reopen: {label: reopen, status_quo: No, can: both, commit_cost: 0.1}
    wants:
      - norland.reopen only if sudmark.pay
      - {want: not sudmark.sanctions, cost: 3, because: [q2, q3]}
      - any order:
          - sudmark.patrol
          - {want: not sudmark.pay, assumed: "YES"}
      - any order: [sudmark.pay, norland.reopen]
  sudmark:
    name: Sudmark
    options: {pay: {label: pay}, sanctions: {label: s, status_quo: true}, patrol: {can: stop}}
    ranking: [[NYNN, YYNN], NNNN, YNNN, [NNYN, YNYN, NYYN, YYYN], NNNY, YNNY, NYNY, YYNY]
  club:
    name: null
    role: expert
infeasible:
  - sudmark.patrol and sudmark.sanctions
"""


def test_a_file_is_read():
    dispute = oracle.parse_dispute(FERRY)
    assert [o.name for o in dispute.options] == [
        *("norland.reopen", "sudmark.pay", "sudmark.sanctions", "sudmark.patrol"),
    ]
    assert dispute.status_quo == "NNYN"
    assert dispute.options[0].commit_cost == Fraction(1, 10)
    norland, sudmark, club = dispute.members
    assert [w.index for w in norland.wants] == [1, 2, 3, 4, 5, 6]
    assert [w.group for w in norland.wants] == [None, None, 0, 0, 1, 1]
    assert [w.assumed for w in norland.wants] == [False, False, False, True, False, False]
    assert [w.cost for w in norland.wants] == [1, 3, 1, 1, 1, 1]
    assert sudmark.ranking is not None
    assert sudmark.ranking[0] == ("NYNN", "YYNN")
    assert (club.role, club.wants, club.ranking) == ("expert", (), None)
    model = oracle.build(dispute)
    assert model.movers == ["norland", "sudmark"]
    assert model.counted == ["norland", "sudmark"]
    assert len(model.states) == 12
    assert model.resolutions == {"YYNN", "YYNY", "YYYN"}
    assert model.um["sudmark"]["NNNY"] == {"NNNN", "NYNN", "NYNY", "NNYN", "NYYN"}
    assert model.um["sudmark"]["NNNN"] == {"NYNN", "NNYN", "NYYN"}


@pytest.mark.parametrize(
    ("old", "new"),
    [("NNNY, YNNY", "NNNY"), ("YYNY]", "YYNY, NNNN]"), ("can: stop", "status_quo: x")],
)
def test_a_faulty_file_is_refused(old, new):
    with pytest.raises((ValueError, KeyError)):
        oracle.parse_dispute(FERRY.replace(old, new))


def test_an_infeasible_status_quo_is_refused():
    with pytest.raises(ValueError, match="status quo"):
        wanting({"a": []}, infeasible=["a.x"], a_x="yes")


def test_wants_are_lexicographic():
    dispute = wanting({"a": ["b.y", "a.x", "not b.y"], "b": []}, a_x="no", b_y="no")
    assert oracle.build(dispute).r["a"] == {"NN": 1, "NY": 4, "YN": 3, "YY": 6}


# --- moves ---


def test_nobody_moves_twice_in_succession():
    model = model_of(DILEMMA)
    assert model.um["a"]["NN"] == {"YN"}
    assert model.reach(["a"], "NN", improving=False) == {"YN"}
    assert model.reach(["a", "b"], "NN", improving=False) == set(model.states)
    assert model.reach([], "NN", improving=False) == set()
    assert model.reach(["b"], "YN", improving=True) == set()
    assert model.reach(["a", "b"], "YY", improving=True) == {"NY", "YN", "NN"}


def test_one_way_options_do_not_come_back():
    wants = {"a": [], "b": []}
    model = oracle.build(wanting(wants, a_x="no start", a_z="yes stop", b_y="no never"))
    assert model.um["a"]["NYN"] == {"YYN", "NNN", "YNN"}
    assert model.um["a"]["YNN"] == set()
    assert model.um["b"]["NYN"] == set()
    assert model.reach(["a", "b"], "NYN", improving=False) == {"YYN", "NNN", "YNN"}


def test_one_jumps_over_infeasible_states_alone_but_not_together():
    alone = wanting(
        {"a": []}, infeasible=["a.x and not a.z", "a.z and not a.x"], a_x="no", a_z="no"
    )
    assert oracle.build(alone).um["a"]["NN"] == {"YY"}
    halves = ["a.x and not b.y", "b.y and not a.x"]
    together = oracle.build(
        wanting(
            {"a": ["a.x"], "b": ["b.y"]},
            resolution="a.x and b.y",
            infeasible=halves,
            a_x="no",
            b_y="no",
        )
    )
    assert together.reach(["a", "b"], "NN", improving=False) == set()
    assert oracle.diagnosis(together) == {"barred"}


def test_a_path_goes_round_the_infeasible_state():
    wants = {"a": ["a.x and b.y"], "b": ["a.x and b.y"]}
    dispute = wanting(wants, infeasible=["a.x and not b.y"], a_x="no", b_y="no")
    model = oracle.build(dispute)
    assert oracle.joint_improvements_of(model, ["a", "b"], "NN") == {"YY"}
    assert oracle.is_legal_sequence(model, "NN", [("b", "NY"), ("a", "YY")])
    assert not oracle.is_legal_sequence(model, "NN", [("a", "YN"), ("b", "YY")])
    assert not oracle.is_legal_sequence(model, "NN", [("b", "NY"), ("a", "YY")], improving=True)


# --- stability ---


def test_prisoners_dilemma():
    model = model_of(DILEMMA)
    found = all_equilibria(model)
    assert found.pop("nash") == {"NN"}
    assert all(states == {"NN", "YY"} for states in found.values())
    assert oracle.stable_states(model, "a", "nash") == {"NN", "NY"}
    assert oracle.stable_states(model, "a", "seq") == {"NN", "NY", "YY"}
    assert oracle.sanctions(model, "a", "YY", "NY", "seq") == {"NN"}
    assert oracle.joint_improvements(model, "NN") == {"YY"}
    assert oracle.situation(model) == "stuck"
    assert oracle.diagnosis(model, "seq") == {"you-first"}
    assert oracle.diagnosis(model, "nash") == {"you-first", "unstable-peace"}
    assert oracle.steps(model, "NN", "seq") == {"YY": {"together"}}


def test_prisoners_dilemma_unlocked():
    dispute = oracle.read_dispute(DILEMMA)
    assert oracle.least_unlockings(dispute) == (0, frozenset({frozenset()}), 1)
    assert oracle.shown(dispute, ()) == ("YY", 1)
    least = oracle.least_unlockings(dispute, "nash")
    both = frozenset(
        Concession(p, "commit", None, o, "start", Fraction(1))
        for p, o in (("a", "a.x"), ("b", "b.y"))
    )
    assert (least.cost, least.unlockings) == (2, {both})
    assert oracle.least_alone(dispute, "nash") == {"a": None, "b": None}


def test_chicken():
    found = all_equilibria(model_of(CHICKEN))
    assert found == {
        "nash": {"NY", "YN"},
        "gmr": {"NY", "YN", "YY"},
        "smr": {"NY", "YN", "YY"},
        "seq": {"NY", "YN"},
        "sseq": {"NY", "YN"},
    }


def test_a_response_undoes_a_sanction():
    # a leaves NN for YN; b can go on to YY, worse for a; but a then goes back to NY, the best.
    a, b = ["NY", "YN", "NN", "YY"], ["YY", "YN", "NN", "NY"]
    model = model_of(game(a, b))
    stable = {c: oracle.is_stable(model, "a", "NN", c) for c in oracle.CONCEPTS}
    assert stable == {"nash": False, "gmr": True, "smr": False, "seq": True, "sseq": False}


def test_a_party_without_options_is_stable_everywhere():
    dispute = wanting({"a": ["a.x"], "b": ["not a.x"]}, a_x="no")
    model = oracle.build(dispute)
    assert oracle.stable_states(model, "b", "nash") == {"N", "Y"}
    assert oracle.equilibria(model, "nash") == {"Y"}


# --- diagnosis ---


def test_exposed_and_what_unlocks_it():
    dispute = oracle.read_dispute(EXPOSED)
    model = oracle.build(dispute)
    assert oracle.situation(model) == "stuck"
    assert oracle.situation(model, "nash") == "moving"
    # YN, YY, NY, NN, YN: under nash it runs in a circle, and heads nowhere.
    assert oracle.heads_to(model, "nash") == set()
    assert oracle.equilibria(model, "nash") == set()
    assert oracle.diagnosis(model) == {"exposed"}
    least = oracle.least_unlockings(dispute)
    commit = Concession("b", "commit", None, "b.y", "stop", Fraction(1))
    assert (least.cost, least.unlockings) == (1, {frozenset({commit})})
    assert oracle.shown(dispute, {commit}) == ("YN", 1)
    assert oracle.least_alone(dispute) == {"a": None, "b": 1}


def test_incompatible_and_content():
    a, b = ["NN", "YY", "NY", "YN"], ["YY", "YN", "NN", "NY"]
    model = model_of(game(a, b))
    assert oracle.diagnosis(model) == {"incompatible", "content"}
    assert oracle.content_parties(model, "NN") == {"a"}
    # Each of two resolutions is refused by another party: then nobody is content.
    pulled = wanting(
        {"a": ["not a.x"], "b": ["not b.y"]}, resolution="a.x or b.y", a_x="no", b_y="no"
    )
    assert oracle.diagnosis(oracle.build(pulled)) == {"incompatible"}


def test_unmoved_and_awaited():
    quarrel = {"resolution": "a.x", "a_x": "no", "b_y": "no"}
    gains_nothing = oracle.build(wanting({"a": ["not b.y"], "b": ["a.x"]}, **quarrel))
    assert oracle.diagnosis(gains_nothing) == {"unmoved"}
    outside = oracle.build(wanting({"a": [], "b": ["a.x"]}, **quarrel))
    assert oracle.diagnosis(outside) == {"awaited"}


def test_only_parties_with_options_and_principals_count():
    quarrel = wanting(
        {"a": ["a.x"], "b": ["b.y"], "c": ["not a.x"]}, resolution="a.x", a_x="no", b_y="yes"
    )
    voice = next(m for m in quarrel.members if m.id == "c")
    assert oracle.is_incompatible(oracle.build(quarrel), "NY")
    others = tuple(m for m in quarrel.members if m.id != "c")
    expert = oracle.replace(quarrel, members=(*others, oracle.replace(voice, role="expert")))
    assert not oracle.is_incompatible(oracle.build(expert), "NY")


def test_settled_has_no_diagnosis():
    dispute = wanting({"a": ["not a.x"]}, resolution="a.x", a_x="yes")
    model = oracle.build(dispute)
    assert oracle.situation(model) == "settled"
    assert not oracle.lasts(model)
    assert oracle.diagnosis(model) == set()


def test_refusals_name_the_first_want_that_breaks():
    dispute = wanting(
        {"a": ["b.y", "a.x only if b.y", "not a.x"], "b": []}, resolution="a.x", a_x="no", b_y="no"
    )
    assert oracle.refusals(dispute, oracle.build(dispute)) == {("YN", "a", 2)}


# --- concessions ---


def want_texts(dispute, party):
    return [show(w.formula) for w in dispute.member(party).wants]


def concession(change, index, becomes=None):
    return Concession("a", change, index, None, becomes, Fraction(1))


def test_concessions_change_the_list():
    dispute = wanting({"a": ["a.x and a.z", "a.z", "a.x", "not a.x"]}, a_x="no", a_z="no")
    changed = oracle.concede(
        dispute,
        [
            concession("weaken", 1, "a.z"),
            concession("demote", 3),
            concession("demote", 2),
            concession("drop", 4),
        ],
    )
    assert want_texts(changed, "a") == ["a.z", "a.z", "a.x"]
    assert [w.index for w in changed.member("a").wants] == [1, 2, 3]
    assert want_texts(oracle.concede(dispute, [concession("demote", 2)]), "a") == [
        *("a.x and a.z", "a.x", "not a.x", "a.z"),
    ]


def test_places_are_one_for_each_want_and_option():
    dispute = wanting({"a": ["a.x and b.y", "a.x"], "b": []}, a_x="no", a_z="no start", b_y="no")
    found = [[(c.change, c.becomes, c.cost) for c in place] for place in oracle.places(dispute)]
    half, most = Fraction(1, 2), Fraction(3, 4)
    commits = [("commit", "start", 1), ("commit", "stop", 1)]
    assert found == [
        [
            ("weaken", "b.y", half),
            ("weaken", "a.x", half),
            ("demote", None, most),
            ("drop", None, 1),
        ],
        [("drop", None, 1)],  # the last cannot be demoted
        commits,
        commits,
    ]
    assert [len(place) for place in oracle.places(dispute, only="b")] == [2]


def test_sets_come_by_cost_and_once_each():
    dispute = oracle.parse_dispute(FERRY)
    places = oracle.places(dispute)
    found = list(oracle.sets_by_cost(places))
    costs = [cost for cost, _ in found]
    assert costs == sorted(costs)
    assert all(cost == oracle.cost_of(chosen) for cost, chosen in found)
    count = 1
    for place in places:
        count *= len(place) + 1
    assert len({chosen for _, chosen in found}) == len(found) == count


def test_ties_are_all_found():
    dispute = wanting(
        {"a": ["a.x only if (b.y and b.z)", "a.x"], "b": ["not b.y", "not b.z", "a.x"]},
        resolution="a.x",
        a_x="no",
        b_y="no",
        b_z="no",
    )
    # At NNN a wants both, b neither: a settles for one and b does without one, or a drops or
    # demotes (3/4) its condition, which is the least.
    least = oracle.least_unlockings(dispute)
    assert least.cost == Fraction(3, 4)
    assert {(c.party, c.change, c.index) for u in least.unlockings for c in u} == {
        ("a", "demote", 1)
    }


def test_json_gives_the_same_concessions():
    dispute = oracle.read_dispute(EXPOSED)
    least = oracle.least_unlockings(dispute)
    entries = [{"party": "b", "change": "commit", "option": "b.y", "cost": 1, "becomes": None}]
    assert oracle.concessions_from_json(dispute, entries, "YN") in least.unlockings


PEACE_TREATY = """
detente: 1
title: The peace treaty and the islands
resolution: russia.talk and japan.talk
parties:
  russia:
    options: {talk: {label: talk}, hold: {label: hold, status_quo: yes}, discuss: {label: discuss}}
    wants:
      - want: russia.talk only if (not japan.sanctions and not japan.align)
      - want: russia.hold
      - any order:
          - {want: not japan.sanctions}
          - {want: not japan.align}
          - {want: not russia.discuss, assumed: yes}
      - want: russia.talk and japan.talk
  japan:
    options:
      talk: {label: talk}
      sanctions: {label: sanctions, status_quo: yes}
      align: {label: align, status_quo: yes}
    wants:
      - want: japan.talk only if russia.discuss
      - want: japan.align
      - want: japan.sanctions
      - any order: [russia.discuss, not russia.hold]
      - want: russia.talk and japan.talk
"""


@pytest.mark.parametrize("concept", oracle.CONCEPTS)
def test_the_peace_treaty_is_stuck_for_incompatible_wants(concept):
    model = oracle.build(oracle.parse_dispute(PEACE_TREATY))
    assert oracle.situation(model, concept) == "stuck"
    assert oracle.diagnosis(model, concept) == {"incompatible"}


@pytest.mark.parametrize("concept", oracle.CONCEPTS[1:])
def test_the_peace_treaty_is_unlocked_in_either_of_two_ways(concept):
    dispute = oracle.parse_dispute(PEACE_TREATY)
    least = oracle.least_unlockings(dispute, concept)
    assert least.cost == Fraction(5, 4)
    # Russia settles for one of its two conditions, and Japan does without that policy.
    talk = "russia.talk only if not japan."
    ways = {("align", 2, "YYYYYN"), ("sanctions", 3, "YYYYNY")}
    expected = {
        frozenset(
            {
                Concession("russia", "weaken", 1, None, talk + policy, Fraction(1, 2)),
                Concession("japan", "demote", index, None, None, Fraction(3, 4)),
            }
        ): (state, 1)
        for policy, index, state in ways
    }
    assert {u: oracle.shown(dispute, u, concept) for u in least.unlockings} == expected
    assert oracle.least_alone(dispute, concept) == {
        "russia": Fraction(3, 2),
        "japan": Fraction(3, 2),
    }


def test_the_peace_treaty_hangs_on_no_assumption():
    found = oracle.robust(oracle.parse_dispute(PEACE_TREATY))
    assert found.models == found.holds["stuck"] == found.holds["incompatible"] == 24
    assert found.holds["free"] == 0


# --- how sure ---


def test_open_models_are_counted():
    dispute = oracle.parse_dispute(FERRY)
    models = list(oracle.open_models(dispute))
    assert len(models) == oracle.count_open_models(dispute) == 8
    orders = {tuple(w.index for w in m.dispute.member("norland").wants) for m in models}
    assert orders == {
        *((1, 2, 3, 4, 5, 6), (1, 2, 4, 3, 5, 6), (1, 2, 3, 4, 6, 5), (1, 2, 4, 3, 6, 5)),
        *((1, 2, 3, 5, 6), (1, 2, 3, 6, 5)),
    }
    assert oracle.count_open_models(dispute, everything=True) == 2**5 * 4


def test_what_a_finding_hangs_on_is_seen():
    dispute = oracle.read_dispute(
        {
            "detente": 1,
            "title": "T",
            "resolution": "a.x",
            "parties": {
                "a": {
                    "options": {"x": {"label": "x"}},
                    "wants": [{"any order": ["a.x", {"want": "not a.x", "assumed": "yes"}]}],
                }
            },
        }
    )
    found = oracle.robust(dispute, unlocking=frozenset({concession("drop", 2)}), least=True)
    assert found.models == 4
    # Stuck where "not a.x" is there and stands first; else a goes by itself.
    assert found.holds["stuck"] == found.holds["content"] == 1
    assert found.holds["free"] == 3
    assert found.holds["works"] == 4
    # Void where the want is absent, and so free (2); demoting is cheaper where it stands first.
    assert found.holds["least"] == 2
    assert found.with_want["a", 2]["stuck"] == (1, 2)
    assert found.without_want["a", 2]["stuck"] == (0, 2)
    assert found.first["a", 0]["stuck"] == [(0, 2), (1, 2)]


# --- theorems ---


SMALL = {"options": (2, 5), "parties": (2, 4)}
RANDOM = strategies.random_disputes(20260102, 250, **SMALL)
RANDOM += strategies.random_disputes(20260103, 25, options=(6, 7))


@pytest.fixture(scope="module")
def models():
    return [model_of(data) for data in RANDOM]


def test_random_disputes_are_of_all_sorts(models):
    stuck = [m for m in models if m.resolutions is not None and oracle.situation(m) == "stuck"]
    assert 0.35 < len(stuck) / len(models) < 0.65
    assert {kind for m in stuck for kind in oracle.diagnosis(m)} == set(oracle.KINDS)
    disputes = [oracle.read_dispute(data) for data in RANDOM]
    assert any(m.ranking for d in disputes for m in d.members)
    assert any(w.group is not None and w.assumed for d in disputes for w in d.wants())
    assert {o.can for d in disputes for o in d.options} == {"both", "start", "stop", "never"}
    assert any(len(m.states) < 2 ** len(m.q) for m in models)


def test_random_disputes_are_what_was_asked_for():
    assert all(map(strategies.is_stuck, strategies.random_disputes(1, 20, stuck=True)))
    assert not any(map(strategies.is_stuck, strategies.random_disputes(1, 20, stuck=False)))
    assert strategies.random_disputes(5, 3) == strategies.random_disputes(5, 3)


@settings(max_examples=25, deadline=None)
@given(strategies.dispute_texts(**SMALL))
def test_the_text_of_a_random_dispute_is_read(text):
    dispute = oracle.parse_dispute(text)
    assert dispute.status_quo in dispute.states()


def test_the_concepts_are_nested(models):
    for model in models:
        found = all_equilibria(model)
        assert found["nash"] <= found["sseq"] <= found["seq"] <= found["gmr"]
        assert found["sseq"] <= found["smr"] <= found["gmr"]
        for party in model.movers:
            stable = {c: oracle.stable_states(model, party, c) for c in oracle.CONCEPTS}
            assert stable["nash"] <= stable["sseq"] <= stable["seq"] <= stable["gmr"]
            assert stable["sseq"] <= stable["smr"] <= stable["gmr"]


def test_the_indifferent_are_stable_everywhere(models):
    for model in models:
        for party in model.movers:
            model.r[party], before = dict.fromkeys(model.states, 0), model.r[party]
            model.reached.clear()
            assert oracle.stable_states(model, party, "nash") == set(model.states)
            model.r[party] = before
            model.reached.clear()


def test_every_stuck_dispute_with_a_resolution_has_a_kind(models):
    for model in models:
        if model.resolutions is None or oracle.situation(model) == "settled":
            assert not oracle.diagnosis(model)
            continue
        for concept in oracle.CONCEPTS:
            kinds = oracle.diagnosis(model, concept)
            assert kinds or oracle.situation(model, concept) == "moving"
            assert "barred" not in kinds or kinds == {"barred"}
            assert not {"awaited", "unmoved"} <= kinds


def test_free_games_have_closed_forms():
    # With every option free and every state feasible: max-min is GMR, min-max is SMR.
    free = {"one_way": 0.0, "infeasible": 0.0}
    for data in strategies.random_disputes(7, 60, **SMALL, **free):
        dispute = oracle.read_dispute(data)
        model = oracle.build(dispute)
        for party in model.movers:
            mine = [k for k, o in enumerate(dispute.options) if o.party == party]
            rest = [k for k, o in enumerate(dispute.options) if o.party != party]
            table = {}
            for s in model.states:
                own, others = (tuple(s[k] for k in ks) for ks in (mine, rest))
                table[own, others] = model.r[party][s]
            owns, else_ = {a for a, _ in table}, {b for _, b in table}
            gmr = max(min(table[a, b] for b in else_) for a in owns)
            smr = min(max(table[a, b] for a in owns) for b in else_)
            r = model.r[party]
            nash = oracle.stable_states(model, party, "nash")
            for concept, scalar in (("gmr", gmr), ("smr", smr)):
                stable = nash | {s for s in model.states if r[s] >= scalar}
                assert oracle.stable_states(model, party, concept) == stable


def test_stability_has_a_threshold(models):
    for model in models:
        for party, concept in product(model.movers, oracle.CONCEPTS[1:]):
            r, um = model.r[party], model.um[party]
            improving = concept in {"seq", "sseq"}

            def weight(u, r=r, um=um, concept=concept):
                answers = um[u] if concept in {"smr", "sseq"} else ()
                return max([r[u], *(r[v] for v in answers)])

            for s in model.states:
                threshold = -1
                for t in um[s]:
                    ends = model.reach(model.others(party), t, improving=improving)
                    value = min([weight(u) for u in ends], default=r[t])
                    threshold = max(threshold, min(r[t], value))
                assert oracle.is_stable(model, party, s, concept) == (r[s] >= threshold)


def findings(model, rename=lambda s: s):
    found = {c: {rename(s) for s in oracle.equilibria(model, c)} for c in oracle.CONCEPTS}
    kinds = {c: oracle.diagnosis(model, c) for c in oracle.CONCEPTS}
    return found, kinds, oracle.situation(model)


def test_names_and_order_do_not_matter():
    rng = Random(3)
    for data in RANDOM[:60]:
        expected = findings(model_of(data))
        assert findings(model_of(strategies.renamed(data))) == expected
        other, places = strategies.reordered(rng, data)
        back = [places.index(k) for k in range(len(places))]
        assert findings(model_of(other), lambda s, b=back: "".join(s[k] for k in b)) == expected


def test_an_idle_option_does_not_matter():
    for data in RANDOM[:40]:
        model, idle = model_of(data), model_of(strategies.with_idle_option(data))
        for concept in oracle.CONCEPTS:
            # It is the last option of the last party that has any, so the last letter.
            found = {s[:-1] for s in oracle.equilibria(idle, concept) if s[-1] == "N"}
            assert found == oracle.equilibria(model, concept)
            assert oracle.diagnosis(idle, concept) == oracle.diagnosis(model, concept)


# --- unlocking on random disputes ---


TINY = {"options": (2, 4), "parties": (2, 2), "wants": (1, 2), "mutual": 0.2, "bystander": 0.0}


def test_tables_kept_do_not_change_the_verdict():
    rng = Random(8)
    for data in RANDOM[:80]:
        dispute = oracle.read_dispute(data)
        places = oracle.places(dispute)
        for concept in ("nash", "seq", "smr"):
            trial = oracle.Trial(dispute, concept)
            for _ in range(6):
                several = rng.sample(places, min(rng.randint(0, 3), len(places)))
                concessions = frozenset(rng.choice(place) for place in several)
                verdict = oracle.unlocks(dispute, concessions, concept)
                assert trial.unlocks(concessions) == verdict
                assert trial.possible() or not verdict


def every_set(places):
    for chosen in product(*([None, *place] for place in places)):
        yield frozenset(c for c in chosen if c is not None)


@pytest.mark.parametrize("concept", ["nash", "seq"])
def test_the_least_is_the_least_of_all(concept):
    judged = 0
    for data in strategies.random_disputes(11, 30, stuck=True, **TINY):
        dispute = oracle.read_dispute(data)
        places = oracle.places(dispute)
        if sum(map(len, places)) > 14:
            continue
        judged += 1
        trial = oracle.Trial(dispute, concept)
        unlocking = {u for u in every_set(places) if trial.unlocks(u)}
        least = oracle.least_unlockings(dispute, concept)
        if not unlocking:
            assert least.cost is None
            assert not least.unlockings
            continue
        assert least.cost == min(map(oracle.cost_of, unlocking))
        assert least.unlockings == {u for u in unlocking if oracle.cost_of(u) == least.cost}
        up_to = least.cost + 1
        minimal = {u for u in unlocking if not any(v < u for v in unlocking)}
        expected = {
            u
            for u in minimal
            if oracle.cost_of(u) <= up_to
            and not any(oracle.differs_by_a_dearer(u, v) for v in minimal)
        }
        found = oracle.minimal_unlockings(dispute, concept, up_to=up_to)
        assert {u for _, u in found} == expected
        assert least.unlockings <= expected
    assert judged > 15


def test_what_unlocks_is_a_lasting_resolution_worse_for_nobody():
    seen = 0
    for data in strategies.random_disputes(13, 40, stuck=True, **TINY):
        dispute = oracle.read_dispute(data)
        least = oracle.least_unlockings(dispute)
        for concessions in least.unlockings:
            shown = oracle.shown(dispute, concessions)
            assert shown is not None
            model = oracle.build(oracle.concede(dispute, concessions))
            state, length = shown
            assert state in (model.resolutions or ())
            assert oracle.is_equilibrium(model, state, "seq")
            assert not oracle.worse_for(model, model.q, state)
            assert (length == 0) == (state == model.q)
            for size in range(len(concessions)):
                for fewer in combinations(concessions, size):
                    assert not oracle.unlocks(dispute, fewer)
            seen += 1
        alone = oracle.least_alone(dispute)
        assert all(
            c is None or (least.cost is not None and c >= least.cost) for c in alone.values()
        )
    assert seen > 10


def test_a_free_unlocking_means_nothing_is_incompatible():
    for data in RANDOM:
        dispute = oracle.read_dispute(data)
        model = oracle.build(dispute)
        if oracle.situation(model) != "settled" and oracle.unlocks(dispute, ()):
            assert not oracle.diagnosis(model) & {
                "incompatible",
                "content",
                "barred",
                "unstable-peace",
            }


@settings(max_examples=20, deadline=None)
@given(strategies.disputes(stuck=True, **TINY), st.sampled_from(oracle.CONCEPTS))
def test_nothing_conceded_costs_nothing(data, concept):
    dispute = oracle.read_dispute(data)
    least = oracle.least_unlockings(dispute, concept)
    assert (least.cost == 0) == oracle.unlocks(dispute, (), concept)


def test_random_disputes_count_their_models():
    for data in RANDOM[:40]:
        dispute = oracle.read_dispute(data)
        if oracle.count_open_models(dispute) > 24:
            continue
        found = oracle.robust(dispute)
        assert found.models == oracle.count_open_models(dispute)
        for want in found.with_want:
            for name, count in found.holds.items():
                there, absent = found.with_want[want][name], found.without_want[want][name]
                assert there[0] + absent[0] == count
                assert there[1] == absent[1] == found.models / 2
