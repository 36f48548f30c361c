"""The two arrays nearly every rule reckons with; apart from the messages, which levels are read with and no NumPy."""

import numpy as np
from numpy.typing import NDArray

Floats = NDArray[np.float64]
Ints = NDArray[np.int64]
