"""The JSON answers are as the shipped schema says."""

import json
import random
from importlib.resources import files

import jsonschema
import pytest

import strategies

SCHEMA = json.loads(
    files("detente.showing").joinpath("schema/answers.schema.json").read_text("utf-8")
)
VERBS = ("check", "analyse", "explain", "paths", "unlock", "robust", "diff", "whatif")


def validator(verb):
    return jsonschema.Draft202012Validator({"$ref": f"#/$defs/{verb}", "$defs": SCHEMA["$defs"]})


def arguments(verb, case):
    more = {"analyse": ["--stable"], "diff": [case], "whatif": ["--patch", "patch.yaml"]}
    return [verb, case, *more.get(verb, []), "--json"]


@pytest.mark.parametrize("verb", VERBS)
def test_answers_are_as_the_schema_says(cli, here, verb, share):
    (here / "patch.yaml").write_text("{patch: 1, parties: {zed: {options: {act: }}}}")
    for seed in range(share(300, 6)):
        data = strategies.random_dispute(random.Random(seed), options=(2, 5), resolution=1)
        for entry in data["parties"].values():
            entry.pop("ranking", None)
        data["ways_out"] = [{"needs": "this", "formula": data["resolution"]}, {"needs": "that"}]
        (here / "dispute.yaml").write_text(strategies.as_yaml(data), "utf-8")
        done = cli(*arguments(verb, "dispute.yaml"))
        assert done.code == 0, done.err
        validator(verb).validate(done.json)


@pytest.mark.parametrize("verb", VERBS)
def test_the_schema_refuses_what_is_none(verb):
    jsonschema.Draft202012Validator.check_schema(SCHEMA)
    assert not validator(verb).is_valid({"format": 1, "version": "0"})
