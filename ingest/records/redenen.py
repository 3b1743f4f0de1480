"""Why a value is refused: the rule, the reason and the advice, in Dutch. Codes fit in one byte of a polars column."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True)
class Reden:
    """`regel` names the rule in a few words; `reden` and `doe` may hold {waarde}, {kop} and {keuze}."""

    regel: str
    reden: str
    doe: str


GOED = 0
GEEN_DATUM, TWEE_CIJFERS, ONMOGELIJK, AMERIKAANS, TIJDZONE = 1, 2, 3, 4, 5
GEMENGDE_DATUM, ANDERE_DATUM = 6, 7
GEEN_GETAL, DUBBELZINNIG, DECIMALEN, NIET_HEEL, GEMENGD = 10, 11, 12, 13, 14
ONBEKENDE_CODE, ONBEKENDE_GEMEENTE, ONBEKENDE_GEMEENTECODE, GEEN_JANEE = 20, 21, 22, 23
GEEN_BSN, BEVAT_BSN, GEEN_NUMMER, AFGEKAPT_NUMMER = 30, 31, 32, 33
VERPLICHT, GEEN_PEILDATUM, GEEN_GEMEENTE, GEEN_JAAR = 40, 41, 42, 43
FORMULE, TE_LANG = 50, 51

REDENEN = {
    GEEN_DATUM: Reden(
        "geen datum",
        "'{waarde}' in kolom '{kop}' is geen datum.",
        "Schrijf een datum als 31-12-2024 of 2024-12-31, of laat de cel leeg.",
    ),
    TWEE_CIJFERS: Reden(
        "jaar met twee cijfers",
        "'{waarde}' in kolom '{kop}' heeft een jaartal van twee cijfers; de eeuw is dan niet zeker.",
        "Schrijf het jaartal met vier cijfers.",
    ),
    ONMOGELIJK: Reden(
        "onmogelijke datum",
        "'{waarde}' in kolom '{kop}' is geen bestaande dag.",
        "Controleer dag en maand; schrijf eerst de dag en dan de maand, zoals 31-12-2024.",
    ),
    AMERIKAANS: Reden(
        "maand voor dag",
        "'{waarde}' in kolom '{kop}' is niet zeker te lezen: andere datums in deze kolom hebben de maand vooraan.",
        "Sla de kolom op met de dag vooraan (31-12-2024) of als 2024-12-31.",
    ),
    GEMENGDE_DATUM: Reden(
        "dag en maand door elkaar",
        "'{waarde}' in kolom '{kop}' is niet zeker te lezen: in deze kolom staan datums met de dag vooraan en met de "
        "maand vooraan door elkaar.",
        "Schrijf alle datums in deze kolom met de dag vooraan (31-12-2024) of als 2024-12-31.",
    ),
    ANDERE_DATUM: Reden(
        "dag of maand vooraan",
        "'{waarde}' in kolom '{kop}' is niet zeker te lezen: een andere kolom van dit bestand heeft de maand vooraan, "
        "en uit deze kolom blijkt niet wat vooraan staat.",
        "Schrijf de datums met de dag vooraan (31-12-2024) of als 2024-12-31.",
    ),
    TIJDZONE: Reden(
        "tijd in een andere tijdzone",
        "'{waarde}' in kolom '{kop}' is een tijdstip in een andere tijdzone; de dag is dan niet zeker.",
        "Lever alleen de datum aan.",
    ),
    GEEN_GETAL: Reden(
        "geen getal",
        "'{waarde}' in kolom '{kop}' is geen getal.",
        "Vul een getal in of laat de cel leeg.",
    ),
    DUBBELZINNIG: Reden(
        "dubbelzinnig getal",
        "'{waarde}' in kolom '{kop}' kan duizend of een getal met drie decimalen betekenen.",
        "Schrijf het getal zonder punt of komma voor duizendtallen.",
    ),
    DECIMALEN: Reden(
        "te veel decimalen",
        "'{waarde}' in kolom '{kop}' heeft meer decimalen dan dit soort getal kan hebben.",
        "Rond het getal af bij de bron.",
    ),
    NIET_HEEL: Reden(
        "geen heel getal",
        "'{waarde}' in kolom '{kop}' moet een heel getal zijn.",
        "Vul een heel getal in.",
    ),
    GEMENGD: Reden(
        "gemengde notatie",
        "'{waarde}' in kolom '{kop}' is niet zeker te lezen: in deze kolom staan getallen met een decimale "
        "komma en met een decimale punt door elkaar.",
        "Schrijf alle getallen in deze kolom op dezelfde manier.",
    ),
    ONBEKENDE_CODE: Reden(
        "onbekende code",
        "'{waarde}' in kolom '{kop}' is geen bekende waarde.",
        "Kies uit: {keuze}.",
    ),
    ONBEKENDE_GEMEENTE: Reden(
        "onbekende gemeente",
        "'{waarde}' in kolom '{kop}' is geen bekende gemeente.",
        "Zet de gemeentecode erbij (zoals GM0629) of controleer de naam.",
    ),
    ONBEKENDE_GEMEENTECODE: Reden(
        "onjuiste gemeentecode",
        "'{waarde}' in kolom '{kop}' is geen gemeentecode.",
        "Schrijf de code als GM0629, 0629 of 629.",
    ),
    GEEN_JANEE: Reden(
        "geen ja of nee",
        "'{waarde}' in kolom '{kop}' is geen ja of nee.",
        "Vul ja of nee in, of laat de cel leeg.",
    ),
    GEEN_BSN: Reden(
        "onjuist BSN",
        "Het nummer in kolom '{kop}' is geen geldig BSN; het is niet opgeslagen.",
        "Controleer het nummer bij de bron.",
    ),
    BEVAT_BSN: Reden(
        "BSN op een verkeerde plek",
        "In kolom '{kop}' staat een burgerservicenummer (BSN). Dat is onleesbaar gemaakt en niet opgeslagen.",
        "Verwijder het BSN uit deze kolom en lever de rij opnieuw aan.",
    ),
    GEEN_NUMMER: Reden(
        "nummer ontbreekt",
        "In kolom '{kop}' staat geen nummer van de persoon.",
        "Vul een BSN, V-nummer of eigen nummer in.",
    ),
    AFGEKAPT_NUMMER: Reden(
        "afgekapt nummer",
        "Het nummer in kolom '{kop}' is door Excel afgekapt (zoals 1,23E+09); de laatste cijfers zijn weg.",
        "Geef de kolom in Excel het formaat Tekst, vul de nummers opnieuw in en lever het bestand opnieuw aan.",
    ),
    VERPLICHT: Reden(
        "verplichte waarde ontbreekt",
        "Kolom '{kop}' is leeg, en is verplicht.",
        "Vul de waarde in of vraag haar na bij de bron.",
    ),
    GEEN_PEILDATUM: Reden(
        "peildatum ontbreekt",
        "Deze rij heeft geen peildatum.",
        "Vul de peildatum in, of geef hem op met --peildatum.",
    ),
    GEEN_GEMEENTE: Reden(
        "gemeente ontbreekt",
        "In deze rij staat geen gemeente.",
        "Vul de gemeentecode in.",
    ),
    GEEN_JAAR: Reden(
        "geen jaartal",
        "'{waarde}' in kolom '{kop}' is geen jaartal.",
        "Vul een jaartal van vier cijfers in.",
    ),
    FORMULE: Reden(
        "formule zonder uitkomst",
        "In kolom '{kop}' staat een formule die geen uitkomst geeft ('{waarde}').",
        "Herstel de formule in Excel.",
    ),
    TE_LANG: Reden(
        "te lange tekst",
        "De tekst in kolom '{kop}' is langer dan 1.000 tekens.",
        "Kort de tekst in.",
    ),
}
