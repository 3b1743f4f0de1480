"""Dutch for what the command-line library says itself: help headings and wrong calls."""

from __future__ import annotations

import typer
from typer import rich_utils
from typer.core import TyperCommand, TyperGroup

rich_utils.ARGUMENTS_PANEL_TITLE = "Wat u opgeeft"
rich_utils.OPTIONS_PANEL_TITLE = "Opties"
rich_utils.COMMANDS_PANEL_TITLE = "Opdrachten"
rich_utils.REQUIRED_LONG_STRING = "[verplicht]"
rich_utils.DEFAULT_STRING = "[standaard: {}]"
rich_utils.ENVVAR_STRING = "[omgevingsvariabele: {}]"

HELP_TEKST = "Toon deze uitleg."
# What a good value looks like, per parameter: the library's own sentence would be English.
GOEDE_WAARDE = {
    "--peildatum": "een datum als 2024-12-31",
    "--poort": "een getal van 1 tot en met 65535",
    "--gemeenten": "een getal van 1 tot en met 900",
    "--personen": "een getal vanaf 20",
    "--zaad": "een heel getal",
}


class _Nederlands:
    """Dutch usage line and --help description, for a command and for the group."""

    def get_help_option(self, ctx):  # type: ignore[no-untyped-def]
        """The library's own help option, with a Dutch description."""
        option = super().get_help_option(ctx)  # type: ignore[misc]
        if option is not None:
            option.help = HELP_TEKST
        return option

    def format_usage(self, ctx, formatter) -> None:  # type: ignore[no-untyped-def]
        """`Gebruik: …` instead of `Usage: …`."""
        delen = " ".join(self.collect_usage_pieces(ctx))  # type: ignore[attr-defined]
        delen = delen.replace("[OPTIONS]", "[OPTIES]").replace("COMMAND [ARGS]...", "OPDRACHT …")
        formatter.write_usage(ctx.command_path, delen, prefix="Gebruik: ")


class NederlandsCommand(_Nederlands, TyperCommand):
    """A command that explains itself in Dutch."""


class NederlandsGroup(_Nederlands, TyperGroup):
    """A command group that explains itself in Dutch."""


def describe_verkeerde_aanroep(fout: Exception) -> str:
    """Say in Dutch what is wrong with a call, from the library's exception."""
    soort = type(fout).__name__
    param = getattr(fout, "param", None)
    naam = _naam(param)
    if soort == "MissingParameter":
        return f"Er ontbreekt iets: geef {naam} op."
    if soort == "NoSuchOption":
        return f"De optie {getattr(fout, 'option_name', '')} bestaat niet."
    if soort == "BadParameter":
        return f"De waarde voor {naam} kan niet. Geef {GOEDE_WAARDE.get(naam, 'een andere waarde')}."
    if soort == "BadOptionUsage":
        return f"De optie {getattr(fout, 'option_name', '')} is niet goed gebruikt; er hoort een waarde achter."
    return "Deze opdracht bestaat niet, of er staat te veel achter."


def _naam(param: object) -> str:
    namen = getattr(param, "opts", None) or []
    if namen and str(namen[0]).startswith("-"):
        return str(namen[0])
    metavar = getattr(param, "metavar", None) or getattr(param, "name", None) or "de waarde"
    return str(metavar).upper()


def make_app() -> typer.Typer:
    """An app with Dutch help and without shell-completion options."""
    return typer.Typer(cls=NederlandsGroup, add_completion=False, no_args_is_help=True, rich_markup_mode="rich")
