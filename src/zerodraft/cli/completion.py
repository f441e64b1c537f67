"""`zerodraft completion`: the script that completes commands."""

import click
from click.shell_completion import get_completion_class

from zerodraft.cli import voice

_EXAMPLE = """\b
To install it:
  bash   zerodraft completion bash >> ~/.bashrc
  zsh    zerodraft completion zsh >> ~/.zshrc     below the line with compinit
  fish   zerodraft completion fish > ~/.config/fish/completions/zerodraft.fish

It completes commands and options, and the names of declarations, versions, comments and delegations
of the workspace that you stand in. Open a new shell to try it.
"""


@click.command(epilog=_EXAMPLE)
@click.argument("shell", type=click.Choice(["bash", "zsh", "fish"]))
@click.pass_context
def command(ctx: click.Context, shell: str) -> None:
    """Print the script that completes commands in bash, zsh or fish."""
    known = get_completion_class(shell)
    assert known is not None
    script = known(ctx.find_root().command, {}, "zerodraft", "_ZERODRAFT_COMPLETE")
    # `source()` of bash would start a bash to ask for its version.
    voice.say((script.source_template % script.source_vars()).strip())
