"""The English model's weights and settings are those of the official release."""

import importlib.util
import shutil
from pathlib import Path

SCRIPT = Path(__file__).parent.parent / "scripts/model.py"


def script():
    spec = importlib.util.spec_from_file_location("model", SCRIPT)
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


def test_the_installed_model_equals_the_official_release():
    model = script()
    assert len(model.OFFICIAL) == 24
    assert model.differing(model.installed()) == []


def test_a_changed_or_missing_file_is_noticed(tmp_path):
    model = script()
    folder = shutil.copytree(model.installed(), tmp_path / "model")
    (folder / "config.cfg").write_text("[nlp]\n")
    (folder / "tagger/cfg").unlink()
    assert model.differing(folder) == ["config.cfg", "tagger/cfg"]
