"""The types every room of the house shares: frozen dataclasses without behaviour, standard library only."""
