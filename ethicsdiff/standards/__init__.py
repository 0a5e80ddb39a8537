"""The standards room: the catalogue of clauses, exemplars and terms, read from data and checked."""
