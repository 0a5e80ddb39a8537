"""Reading an official text: lines and their numbers, the sequence that the clauses make, and what belongs to each clause."""
