"""Mesa, without what this market never asks of it: spaces, graphs and tables are loaded when somebody does.

`import mesa` loads pandas, networkx and SciPy: five sixths of a second and 70 MiB in every process (Mesa 3.3.1 and 3.5.1).
Whatever needs Mesa here takes it from this module. Scripts that import Mesa before find it as ever, and those that import
a space after get the space.
"""

import sys
from collections.abc import Iterator
from contextlib import contextmanager
from importlib import import_module
from types import ModuleType
from typing import Any

UNASKED = ("pandas", "networkx", "mesa.space", "mesa.discrete_space", "mesa.experimental.continuous_space")


class Later(ModuleType):
    """Stands in for a module, and loads it when it is first asked for something."""

    def __getattr__(self, name: str) -> Any:
        if name.startswith("__") and name != "__path__":  # importing alone asks for these
            raise AttributeError(name)
        if sys.modules.get(self.__name__) is self:
            del sys.modules[self.__name__]
        return getattr(import_module(self.__name__), name)


@contextmanager
def put_off(*names: str) -> Iterator[None]:
    """Let modules that are imported in the block, and are not loaded yet, be loaded only when they are used."""
    later = {name: Later(name) for name in names if name not in sys.modules}
    sys.modules.update(later)
    try:
        yield
    finally:  # whoever imports them from now on gets them at once
        for name, module in later.items():
            if sys.modules.get(name) is module:
                del sys.modules[name]


with put_off(*UNASKED):
    import mesa as mesa
    from mesa.agent import AgentSet as AgentSet
