"""ethicsdiff compares draft codes of judicial ethics and court strategies, provision by provision, with international standards."""

import os

# Our matrices are small: one thread is faster than several that wait for each other. It must be said before numpy is imported.
os.environ.setdefault("OPENBLAS_NUM_THREADS", "1")

__version__ = "0.1.0"
