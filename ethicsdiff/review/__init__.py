"""The review room: what the machine proposes becomes alignments and coverage; what people decide will overrule it here."""
