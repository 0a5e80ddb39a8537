"""ethicsdiff compares draft codes of judicial ethics and court strategies, provision by provision, with international standards."""

__version__ = "0.1.0"
