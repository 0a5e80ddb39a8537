"""The provisions room: a source document is cut into the units people cite."""
