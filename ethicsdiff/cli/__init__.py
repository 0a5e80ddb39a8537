"""The command line: the only place that prints errors and chooses exit codes (0 done, 1 findings, 2 could not run)."""

from __future__ import annotations

import importlib
import sys

import click

from ethicsdiff import __version__
from ethicsdiff.errors import EthicsdiffError

COMMANDS = {
    "compare": "Compare a draft with the standards and write the documents.",
    "parse": "Show the provisions of a draft with their labels.",
    "check": "Check references, numbers and letters of a draft; exit 1 on findings.",
    "show": "Show one stage of the work on a draft as JSON.",
    "export": "Give the findings as JSON, CSV, OSCAL or SARIF.",
    "review": "Decide on a draft in the browser, alone or with others.",
    "decide": "Write one decision of a reviewer on a draft.",
    "collect": "Gather the remarks of files that came back into one table.",
    "remark": "Enter a remark that came by mail or telephone, or set its status.",
    "log": "Tell the history of the decisions on a draft.",
    "coverage": "Show which clauses a draft answers; exit 1 below a limit.",
    "versions": "Map a draft to its next version: redline, comparison table, effects.",
    "parallel": "Compare two language texts of a draft and list where they part.",
    "terms": "Look at the terms of a draft: several words for one, others than the standard's.",
    "standards": "List, show, search and check the standards; import their official texts.",
    "bench": "Measure the matcher on labelled provisions.",
    "train": "Fit the matcher's head on the catalogue, or check it.",
    "demo": "Copy the sample drafts and compare each.",
    "models": "Put the encoder's weights in place where no wheel exists.",
    "doctor": "Say what is installed and what accuracy to expect.",
}


class LazyGroup(click.Group):
    """A group that imports a command only when it is called, so that --help answers at once."""

    def list_commands(self, ctx: click.Context) -> list[str]:
        """Returns the names of all commands in the order of their use."""
        return list(COMMANDS)

    def get_command(self, ctx: click.Context, cmd_name: str) -> click.Command | None:
        """Returns a command, or None for a name that does not exist."""
        if cmd_name not in COMMANDS:
            return None
        command: click.Command = importlib.import_module(f"ethicsdiff.cli.{cmd_name}").command
        return command

    def resolve_command(self, ctx: click.Context, args: list[str]) -> tuple[str | None, click.Command | None, list[str]]:
        """Returns the command that the arguments name; an unknown name lists those that exist."""
        if args and args[0] not in COMMANDS and not args[0].startswith("-"):
            raise click.UsageError(f'There is no command "{args[0]}". There are: {", ".join(COMMANDS)}.')
        return super().resolve_command(ctx, args)

    def format_commands(self, ctx: click.Context, formatter: click.HelpFormatter) -> None:
        """Writes the list of commands from the table, without importing them."""
        with formatter.section("Commands"):
            formatter.write_dl(list(COMMANDS.items()))


@click.group(cls=LazyGroup, context_settings={"help_option_names": ["-h", "--help"]})
@click.version_option(__version__, prog_name="ethicsdiff")
def cli() -> None:
    """Compare draft codes of judicial ethics and court strategies with the Bangalore, Kyiv and Warsaw standards.

    \b
    Example:
      ethicsdiff compare code.docx --lang ru --out outputs/code
    """


def main() -> None:
    """Runs the command line; a user's mistake is one sentence on stderr and exit code 2, never a traceback."""
    for stream in (sys.stdout, sys.stderr):
        if hasattr(stream, "reconfigure"):
            stream.reconfigure(encoding="utf-8")
    try:
        left = cli(standalone_mode=False)
        sys.exit(left if isinstance(left, int) else 0)
    except click.Abort:
        click.echo("Stopped.", err=True)
        sys.exit(2)
    except click.ClickException as error:
        error.show()
        sys.exit(2)
    except EthicsdiffError as error:
        click.echo(f"Error: {error}", err=True)
        sys.exit(2)
    except BrokenPipeError:
        sys.stderr.close()
        sys.exit(0)
