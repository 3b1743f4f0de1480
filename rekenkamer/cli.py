"""The command line: every command, its options and its exit code. The work itself is elsewhere.

Results go to stdout, words for people to stderr; heavy libraries are imported by the command that
needs them, so that `--help` answers at once.
"""

from __future__ import annotations

import sys
import traceback
from datetime import date, datetime
from pathlib import Path
from typing import Annotated

import typer
from typer.main import get_command

from rekenkamer import beheer, opdrachten
from rekenkamer.cli_taal import NederlandsCommand, describe_verkeerde_aanroep, make_app
from rekenkamer.instellingen import load_instellingen

UITLEG = """Houd toezicht op de huisvesting van statushouders en de Wet inburgering 2021.

Lees leveringen in, bouw het magazijn en bekijk de cijfers: [bold]rekenkamer start[/bold].

Instellingen (omgevingsvariabelen):

[bold]REKENKAMER_DATA[/bold]: map voor magazijn, snapshots en afgekeurde rijen (standaard ./data)

[bold]REKENKAMER_SLEUTEL[/bold]: bestand met de sleutel waarmee personen een pseudoniem krijgen (buiten de projectmap)

[bold]REKENKAMER_BEWAARJAREN[/bold]: zoveel jaar na het einde van de plicht verlopen persoonsgegevens (standaard 5)

[bold]REKENKAMER_MAX_MB[/bold]: grootste bestand dat wordt gelezen, in MB (standaard 500)

[bold]REKENKAMER_BROWSER[/bold]: 'verplicht' laat de tests mislukken als er geen Chromium is

[bold]REKENKAMER_REKENBLAD[/bold]: 'verplicht' laat de tests mislukken als er geen LibreOffice is

[bold]BROWSER[/bold]: 'none' opent geen browser bij start en dashboard
"""

app = make_app()
Json = Annotated[bool, typer.Option("--json", help="Geef het resultaat als JSON op stdout.")]
Poort = Annotated[int, typer.Option("--poort", min=1, max=65535, help="Poort van het dashboard.")]


@app.callback(help=UITLEG)
def _rekenkamer() -> None:
    """The group itself does nothing."""


@app.command(cls=NederlandsCommand, help="Lees bestanden of mappen in; herkent de bron aan de inhoud.")
def inlezen(
    paden: Annotated[list[Path], typer.Argument(metavar="PAD…", help="Bestanden of mappen.")],
    bron: Annotated[str | None, typer.Option("--bron", metavar="NAAM", help="Dwing een bron af.")] = None,
    peildatum: Annotated[
        datetime | None,
        typer.Option("--peildatum", metavar="JJJJ-MM-DD", formats=["%Y-%m-%d"], help="Datum van de stand."),
    ] = None,
    als_json: Json = False,
) -> None:
    """Exit 0 all accepted, 1 some rows or files rejected (the good ones are in), 2 wrong call."""
    raise typer.Exit(opdrachten.inlezen(paden, bron, peildatum.date() if peildatum else None, als_json))


@app.command(cls=NederlandsCommand, help="Bouw en controleer het magazijn en publiceer een snapshot.")
def bouwen(als_json: Json = False) -> None:
    """Exit 0, or 1 when the build or a check of severity error failed: then nothing is published."""
    raise typer.Exit(opdrachten.bouwen(als_json))


@app.command(cls=NederlandsCommand, help="Toon het dashboard van de nieuwste snapshot.")
def dashboard(poort: Poort = 8501) -> None:
    """Serve until interrupted."""
    raise typer.Exit(opdrachten.dashboard(poort))


@app.command(cls=NederlandsCommand, help="Lees de meegeleverde cijfers in (eerste keer), bouw en toon het dashboard.")
def start(poort: Poort = 8501) -> None:
    """The whole chain in one command."""
    raise typer.Exit(opdrachten.start(poort))


@app.command(cls=NederlandsCommand, help="Geef het pad van de nieuwste snapshot.")
def pad(
    publiek: Annotated[bool, typer.Option("--publiek", help="De openbare snapshot.")] = False,
) -> None:
    """Exit 1 when there is none."""
    raise typer.Exit(opdrachten.pad(publiek))


@app.command(cls=NederlandsCommand, help="Geef de bevindingen: waar cijfers elkaar tegenspreken of ontbreken.")
def bevindingen(
    gemeente: Annotated[str | None, typer.Option("--gemeente", metavar="G", help="Naam of code (GM0629).")] = None,
    als_json: Json = False,
) -> None:
    """Read the findings of the newest snapshot."""
    raise typer.Exit(opdrachten.bevindingen(gemeente, als_json))


@app.command(cls=NederlandsCommand, help="Schrijf een leeg invulbestand voor een bron (XLSX, of CSV naar de extensie).")
def sjabloon(
    bron: Annotated[str, typer.Argument(metavar="BRON", help="Bron of indeling; zie 'rekenkamer bronnen'.")],
    pad_: Annotated[Path | None, typer.Argument(metavar="[PAD]", help="Waar het bestand komt.")] = None,
) -> None:
    """Exit 0, or 2 when the source is unknown."""
    raise typer.Exit(opdrachten.sjabloon(bron, pad_))


@app.command(cls=NederlandsCommand, help="Noem de bronnen die gelezen kunnen worden, met hun indelingen.")
def bronnen(als_json: Json = False) -> None:
    """List what ingest knows."""
    raise typer.Exit(opdrachten.bronnen(als_json))


@app.command(cls=NederlandsCommand, help="Toon welke leveringen wanneer kwamen, met hun status en kenmerk.")
def leveringen(als_json: Json = False) -> None:
    """List deliveries, refusals and withdrawals."""
    raise typer.Exit(beheer.leveringen(als_json))


@app.command(cls=NederlandsCommand, help="Trek een levering in: haal alles wat erin stond uit het magazijn.")
def vergeten(
    levering: Annotated[str, typer.Argument(metavar="LEVERING", help="Bestandsnaam of kenmerk.")],
    reden: Annotated[str | None, typer.Option("--reden", metavar="TEKST", help="Waarom; komt in het logboek.")] = None,
) -> None:
    """Exit 0, or 1 when there is no such delivery."""
    raise typer.Exit(beheer.vergeten(levering, reden))


@app.command(cls=NederlandsCommand, help="Verwijder persoonsgegevens waarvan de bewaartermijn voorbij is.")
def verlopen(
    proef: Annotated[bool, typer.Option("--proef", help="Tel alleen; verwijder niets.")] = False,
    als_json: Json = False,
) -> None:
    """Retention: REKENKAMER_BEWAARJAREN years after the end of the plicht."""
    raise typer.Exit(beheer.verlopen(date.today(), proef, als_json))


@app.command(cls=NederlandsCommand, help="Maak verzonnen leveringen met bekende fouten, om alles mee te proberen.")
def synthetisch(
    gemeenten: Annotated[int, typer.Option("--gemeenten", min=1, max=900, help="Aantal gemeenten.")] = 3,
    personen: Annotated[int, typer.Option("--personen", min=20, help="Aantal inburgeraars.")] = 1000,
    zaad: Annotated[int, typer.Option("--zaad", help="Zelfde zaad, zelfde bestanden.")] = 1,
    map_: Annotated[Path | None, typer.Option("--map", metavar="MAP", help="Waar de bestanden komen.")] = None,
) -> None:
    """Exit 0, or 2 when the folder is in use or the numbers do not fit."""
    raise typer.Exit(opdrachten.synthetisch(gemeenten, personen, zaad, map_))


def main() -> None:
    """Entry point of the console script: Dutch for wrong calls, never a traceback."""
    try:
        code = get_command(app).main(standalone_mode=False)
    except (KeyboardInterrupt, typer.Abort):
        code = 130
    except Exception as fout:  # noqa: BLE001 - the last place before the user; the report goes to a file
        code = 2 if hasattr(fout, "exit_code") else 1
        if type(fout).__name__ == "NoArgsIsHelpError":
            print(fout, file=sys.stderr)
        elif code == 2:
            print(f"{describe_verkeerde_aanroep(fout)} Zie: rekenkamer --help", file=sys.stderr)
        else:
            print(_report_onverwacht(fout), file=sys.stderr)
    sys.exit(code or 0)


def _report_onverwacht(fout: Exception) -> str:
    """Keep the technical report of something nobody foresaw, and say where it is."""
    from ingest.privacy.bsn import mask_tekst  # what a delivery held may stand in the words of an exception

    verslag = load_instellingen().data_map / "onverwacht.log"
    tekst = "Er ging iets mis dat niet was voorzien; de opdracht is gestopt. Wat al was ingelezen, is er nog."
    try:
        verslag.parent.mkdir(parents=True, exist_ok=True)
        verslag.write_text(mask_tekst("".join(traceback.format_exception(fout))), encoding="utf-8")
    except OSError:
        return tekst
    return f"{tekst} Het technische verslag staat in {verslag}; meld het met dat bestand erbij."
