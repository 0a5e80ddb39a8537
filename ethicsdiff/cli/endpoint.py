"""The options for an encoder elsewhere, and the consent without which no text of a draft leaves the machine."""

from __future__ import annotations

import sys
from collections.abc import Callable
from typing import Any, TypeVar

import click

from ethicsdiff.errors import EncoderError
from ethicsdiff.languages.encoder import Endpoint

F = TypeVar("F", bound=Callable[..., Any])
_ADDRESS = click.option(
    "--endpoint", "address", metavar="URL", help="An OpenAI-compatible embeddings address to use instead of the encoder here."
)
_MODEL = click.option("--endpoint-model", "model", metavar="NAME", default="default", help="The model's name at that address.")
_CONSENT = click.option("--send-texts", "agreed", is_flag=True, help="Agree that the texts are sent to that address.")


def endpoint_options(function: F) -> F:
    """Returns a command with the options `address`, `model` and `agreed`."""
    return _ADDRESS(_MODEL(_CONSENT(function)))


def chosen_endpoint(address: str | None, model: str, *, agreed: bool) -> Endpoint | None:
    """Returns the address to use, or None for the encoder on this machine.

    Errors:
        EncoderError: an address was named, but nobody agreed that the draft's text goes there.
    """
    if not address:
        return None
    if not agreed and sys.stdin.isatty():
        agreed = click.confirm(f"The texts of the draft will be sent to {address}. Go on?", default=False, err=True)
    if not agreed:
        raise EncoderError("the draft's text would be sent there.", where=address, hint="Add --send-texts if you agree.")
    return Endpoint(address=address, model=model)
