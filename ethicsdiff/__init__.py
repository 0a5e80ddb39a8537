"""ethicsdiff compares draft codes of judicial ethics and court strategies with international standards, provision by provision."""
