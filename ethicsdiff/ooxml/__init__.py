"""Word files as packages of parts: opened with guards, walked in document order, copied with other parts untouched."""
