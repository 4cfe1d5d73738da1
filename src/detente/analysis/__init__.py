"""From a dispute to findings: which states hold, why it is stuck, what would unlock it, how sure.

Each function takes a `detente.dispute.model.Dispute` and gives a frozen value, data and never
sentences:

=========== ================ ==================================================================
function    gives            says
=========== ================ ==================================================================
`analyse`   `Stability`      which states are stable, for whom, under which concept
`explain`   `Explanation`    why a state holds or does not, with witnesses, and the diagnosis
`paths`     `Paths`          who can bring something about, by which moves
`unlock`    `Unlockings`     the least concessions that would unlock it, proven
`robust`    `Robustness`     in how many of the open models each finding holds
`trials`    `Trial`, each    whether the coverage's own ways out would do
`compare`   `Comparison`     what a change of the dispute does to each finding
=========== ================ ==================================================================

Modules are imported when their names are first used.
"""

import importlib
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from detente.analysis.comparison import Comparison, compare
    from detente.analysis.explanation import Explanation, explain
    from detente.analysis.robustness import Robustness, robust
    from detente.analysis.sequences import Paths, paths
    from detente.analysis.stability import Stability, analyse
    from detente.analysis.unlocking import Unlockings, unlock
    from detente.analysis.ways_out import Trial, trials

__all__ = [
    "Comparison",
    "Explanation",
    "Paths",
    "Robustness",
    "Stability",
    "Trial",
    "Unlockings",
    "analyse",
    "compare",
    "explain",
    "paths",
    "robust",
    "trials",
    "unlock",
]

_HOMES = {
    "comparison": ("Comparison", "compare"),
    "explanation": ("Explanation", "explain"),
    "robustness": ("Robustness", "robust"),
    "sequences": ("Paths", "paths"),
    "stability": ("Stability", "analyse"),
    "unlocking": ("Unlockings", "unlock"),
    "ways_out": ("Trial", "trials"),
}


def __getattr__(name: str) -> Any:
    for module, names in _HOMES.items():
        if name in names:
            return getattr(importlib.import_module(f"detente.analysis.{module}"), name)
    raise AttributeError(f"module 'detente.analysis' has no attribute {name!r}")
