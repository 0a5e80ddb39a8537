"""The matching room: provisions and the catalogue in, calibrated candidates with their reasons out."""
