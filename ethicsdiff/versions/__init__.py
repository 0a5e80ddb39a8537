"""The versions room: what became of a draft from one version to the next, and where two language texts of one draft part."""
