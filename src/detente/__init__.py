"""detente: from the coverage of a stuck dispute to a model, to why it is stuck, to the ways out.

>>> import detente
>>> dispute = detente.loads('''
... detente: 1
... title: The ferry
... resolution: norland.sail and sudmark.pay
... parties:
...   norland: {options: {sail: }, wants: [norland.sail only if sudmark.pay, sudmark.pay]}
...   sudmark: {options: {pay: }, wants: [sudmark.pay only if norland.sail, norland.sail]}
... ''')
>>> [diagnosis.kind for diagnosis in detente.explain(dispute).diagnosis]
['you-first']
"""

import importlib
from typing import Any

__version__ = "0.1.0"

# The public names and the modules that have them; imported when they are first used.
_HOMES = {
    "load": "detente.dispute.file",
    "loads": "detente.dispute.file",
    "dumps": "detente.dispute.writing",
    "read": "detente.jobs",
    "draft": "detente.jobs",
    "write_case": "detente.jobs",
    "analyse": "detente.analysis",
    "explain": "detente.analysis",
    "paths": "detente.analysis",
    "unlock": "detente.analysis",
    "robust": "detente.analysis",
    "brief": "detente.showing.brief",
}
__all__ = ["__version__", *_HOMES]  # noqa: PLE0604 - the table above has the names


def __getattr__(name: str) -> Any:
    if name not in _HOMES:
        raise AttributeError(f"module 'detente' has no attribute {name!r}")
    return getattr(importlib.import_module(_HOMES[name]), name)
