"""The first Chile-Peru bilateral security meeting, built in Python: ``python build.py`` writes ``agreement.json`` beside this file."""

from pathlib import Path

import coopmodel as cm

HERE = Path(__file__).resolve().parent
PRESS_RELEASE = (HERE / "texts" / "press-release.txt").read_bytes()
TEXT = PRESS_RELEASE.decode()


def quoted(words: str, *, prefix: str = "", suffix: str = "", supports: tuple[str, ...] = ()) -> cm.Citation:
    """Cite words of the press release with their offsets; ``prefix`` and ``suffix`` tell equal words apart by what stands around them."""
    if TEXT.count(prefix + words + suffix) != 1:
        raise ValueError(f"not once in the text: {words!r}")
    start = TEXT.index(prefix + words + suffix) + len(prefix)
    return cm.Citation(
        source="press-release",
        exact=words,
        prefix=prefix or None,
        suffix=suffix or None,
        start=start,
        end=start + len(words),
        supports=supports,
    )


SECOND_MEETING = "la segunda reunión será en Santiago de Chile en el segundo semestre de 2024"
ROADMAP = "donde se establecerá la hoja de ruta para el desarrollo del trabajo conjunto en materia de cooperación bilateral en seguridad"
AGREED = (
    "Entre los principales acuerdos consensuados por ambas delegaciones están el intercambio permanente de información para poder combatir "
    "con firmeza los delitos de contrabando, trata de personas, crimen organizado, tráfico ilícito de drogas y la migración irregular"
)
OFFENCES = ("contraband", "trafficking-in-persons", "organized-crime", "drug-trafficking", "irregular-migration")
DE_LA_FUENTE = (
    "En nuestro caso, como países limítrofes, compartimos una frontera que, más que dividir, nos une y nos insta a cooperar en múltiples "
    "áreas, como la política exterior e interior, dos sectores claves para nuestro relacionamiento"
)
NUNEZ = (
    "El crimen no tiene fronteras, por lo tanto, el combate al crimen tampoco debe tener fronteras. Hemos llegado a acuerdos muy importantes "
    "para tener un trabajo más estrecho entre ambas policías. Tendremos pronto una nueva reunión para evaluar los resultados"
)

parties = [
    cm.CountryParty(id="cl", country="CL"),
    cm.CountryParty(id="pe", country="PE"),
]

authorities = [
    cm.Authority(
        id="cl-foreign-affairs",
        party="cl",
        name={"es": "Ministerio de Relaciones Exteriores de Chile", "en": "Ministry of Foreign Affairs of Chile"},
        function="foreign-affairs",
    ),
    cm.Authority(
        id="cl-interior",
        party="cl",
        name={"es": "Subsecretaría del Interior de Chile", "en": "Undersecretariat of the Interior of Chile"},
        function="interior",
    ),
    cm.Authority(
        id="pe-foreign-affairs",
        party="pe",
        name={"es": "Ministerio de Relaciones Exteriores del Perú", "en": "Ministry of Foreign Affairs of Peru"},
        function="foreign-affairs",
    ),
    cm.Authority(
        id="pe-interior",
        party="pe",
        name={"es": "Ministerio del Interior del Perú", "en": "Ministry of the Interior of Peru"},
        acronym="Mininter",
        function="interior",
    ),
]

officials = [
    cm.Official(
        id="de-la-fuente",
        party="cl",
        name="Gloria de la Fuente",
        post={"es": "Subsecretaria de Relaciones Exteriores", "en": "Undersecretary for Foreign Affairs"},
        authority="cl-foreign-affairs",
        evidence=[quoted("la subsecretaria de Relaciones Exteriores, Gloria de la Fuente", prefix="con ")],
    ),
    cm.Official(
        id="monsalve",
        party="cl",
        name="Manuel Monsalve",
        post={"es": "Subsecretario del Interior", "en": "Undersecretary of the Interior"},
        authority="cl-interior",
        evidence=[quoted("el subsecretario del Interior, Manuel Monsalve")],
    ),
    cm.Official(
        id="higueras",
        party="pe",
        name="Ignacio Higueras",
        post={"es": "Viceministro de Relaciones Exteriores", "en": "Vice-Minister for Foreign Affairs"},
        authority="pe-foreign-affairs",
        evidence=[quoted("viceministro de Relaciones Exteriores de Perú, Ignacio Higueras")],
    ),
    cm.Official(
        id="nunez",
        party="pe",
        name="Miguel Núñez",
        post={"es": "Viceministro de Orden Interno", "en": "Vice-Minister of Internal Order"},
        authority="pe-interior",
        evidence=[
            quoted("el viceministro de Orden Interno peruano, Miguel Núñez"),
            quoted("concluyó la autoridad del Mininter", supports=("authority",)),
        ],
    ),
]

mechanisms = [
    cm.Mechanism(
        id="bilateral-security-meeting",
        name={"es": "Reunión Bilateral de Seguridad Chile-Perú", "en": "Chile-Peru Bilateral Security Meeting"},
        parties=["cl", "pe"],
        evidence=[quoted("Reunión Bilateral de Seguridad Chile-Perú")],
    ),
    cm.Mechanism(
        id="irregular-migration-table",
        name={"es": "Mesa de colaboración sobre migración irregular", "en": "Collaboration table on irregular migration"},
        evidence=[quoted("En relación a la migración irregular, se resaltó la creación de una mesa de colaboración")],
    ),
]

agenda = [
    cm.AgendaItem(
        title={"es": "El contrabando", "en": "Contraband"},
        areas=["contraband"],
        evidence=[quoted("el contrabando")],
    ),
    cm.AgendaItem(
        title={
            "es": "La trata de personas y tráfico ilícito de migrantes",
            "en": "Trafficking in persons and smuggling of migrants",
        },
        areas=["trafficking-in-persons", "smuggling-of-migrants"],
        evidence=[quoted("la trata de personas y tráfico ilícito de migrantes")],
    ),
    cm.AgendaItem(
        title={"es": "Migración irregular", "en": "Irregular migration"},
        areas=["irregular-migration"],
        evidence=[quoted("migración irregular", suffix="; tráfico de drogas")],
    ),
    cm.AgendaItem(
        title={"es": "Tráfico de drogas", "en": "Drug trafficking"},
        areas=["drug-trafficking"],
        evidence=[quoted("tráfico de drogas")],
    ),
    cm.AgendaItem(
        title={"es": "Crimen organizado", "en": "Organized crime"},
        areas=["organized-crime"],
        evidence=[quoted("crimen organizado", suffix=", y tráfico de armas")],
    ),
    cm.AgendaItem(
        title={"es": "Tráfico de armas", "en": "Arms trafficking"},
        areas=["arms-trafficking"],
        evidence=[quoted("tráfico de armas")],
    ),
]

meetings = [
    cm.Meeting(
        id="first-meeting",
        title={"es": "Primera Reunión Bilateral de Seguridad Chile-Perú", "en": "First Chile-Peru Bilateral Security Meeting"},
        mechanism="bilateral-security-meeting",
        session=1,
        date="2023-12-20",
        place=cm.Place(country="PE", locality="Lima"),
        mode="in-person",
        delegations=[
            cm.Delegation(party="cl", heads=["de-la-fuente", "monsalve"]),
            cm.Delegation(party="pe", heads=["higueras", "nunez"]),
        ],
        agenda=agenda,
        status="held",
        evidence=[
            quoted(
                "Hoy se realizó la primera Reunión Bilateral de Seguridad Chile-Perú",
                supports=("title", "mechanism", "session", "status"),
            ),
            quoted("En la mesa de trabajo abordaron seis temas", supports=("agenda",)),
            cm.Citation(
                source="cnn-chile",
                exact="se encontraron este miércoles en Lima para celebrar una reunión bilateral de seguridad",
                supports=["date", "place", "mode"],
            ),
        ],
    ),
    cm.Meeting(
        id="second-meeting",
        title={"es": "Segunda reunión", "en": "Second meeting"},
        mechanism="bilateral-security-meeting",
        session=2,
        date="2024-41",
        place=cm.Place(country="CL", locality="Santiago"),
        status="scheduled",
        evidence=[quoted(SECOND_MEETING)],
    ),
]

objectives = [
    cm.Objective(
        id="fight-organized-crime",
        title={
            "es": "Fortalecer la lucha contra el crimen organizado transnacional",
            "en": "Strengthen the fight against transnational organized crime",
        },
        evidence=[quoted("con el propósito de fortalecer la lucha contra el crimen organizado transnacional")],
    ),
]

commitments = [
    cm.Commitment(
        id="assisted-return",
        statement={
            "es": "Potenciar los planes de retorno asistido de connacionales, al país de origen o en su defecto a un tercer Estado",
            "en": "Strengthen the plans for the assisted return of nationals, to the country of origin or failing that to a third State",
        },
        kind="assisted-return",
        strength="interest",
        areas=["trafficking-in-persons", "return-migration"],
        destinations=["origin", "third-state"],
        evidence=[
            quoted(
                "Sobre la trata de personas, las partes expresaron su interés en potenciar los planes de retorno asistido de connacionales, "
                "facilitando el regreso al país de origen o en su defecto a un tercer Estado"
            )
        ],
    ),
    cm.Commitment(
        id="migration-table",
        statement={
            "es": "Crear una mesa de colaboración sobre migración irregular",
            "en": "Set up a collaboration table on irregular migration",
        },
        kind="mechanism",
        strength="announced",
        areas=["irregular-migration"],
        mechanism="irregular-migration-table",
        evidence=[quoted("En relación a la migración irregular, se resaltó la creación de una mesa de colaboración")],
    ),
    cm.Commitment(
        id="return-protocol",
        statement={
            "es": "Crear un protocolo de retorno humanitario en la frontera con Perú",
            "en": "Set up a humanitarian return protocol at the border with Peru",
        },
        kind="instrument",
        strength="announced",
        areas=["irregular-migration", "return-migration"],
        instrument="protocol",
        evidence=[
            quoted(
                "En relación a la migración irregular, se resaltó la creación de una mesa de colaboración y protocolo de retorno humanitario "
                "en la frontera con Perú"
            )
        ],
    ),
    cm.Commitment(
        id="police-communication",
        statement={
            "es": "Comunicación permanente entre las fuerzas policiales del Perú y Chile para el intercambio de información en tiempo real",
            "en": "Permanent communication between the police forces of Peru and Chile for the exchange of information in real time",
        },
        kind="information-exchange",
        strength="announced",
        areas=["police-cooperation"],
        objective="fight-organized-crime",
        permanence="permanent",
        immediacy="real-time",
        evidence=[
            quoted(
                "Miguel Núñez, remarcó que habrá comunicación permanente entre las fuerzas policiales del Perú y Chile para el intercambio de "
                "información en tiempo real"
            )
        ],
    ),
    cm.Commitment(
        id="information-exchange",
        statement={
            "es": "Intercambio permanente de información para combatir el contrabando, la trata de personas, el crimen organizado, el tráfico "
            "ilícito de drogas y la migración irregular",
            "en": "Permanent exchange of information to combat contraband, trafficking in persons, organized crime, illicit drug trafficking "
            "and irregular migration",
        },
        kind="information-exchange",
        strength="agreed",
        areas=OFFENCES,
        objective="fight-organized-crime",
        permanence="permanent",
        evidence=[quoted(AGREED)],
    ),
    cm.Commitment(
        id="joint-operations",
        statement={
            "es": "Operativos conjuntos para prevenir, investigar y sancionar esos ilícitos",
            "en": "Joint operations to prevent, investigate and sanction those offences",
        },
        kind="joint-operation",
        strength="agreed",
        areas=OFFENCES,
        objective="fight-organized-crime",
        purposes=["prevent", "investigate", "sanction"],
        evidence=[
            quoted(
                "Ello también implica la ejecución de operativos conjuntos para prevenir, investigar y sancionar todos los ilícitos penales "
                "previamente mencionados"
            ),
            quoted(AGREED, supports=("strength", "areas")),
        ],
    ),
    cm.Commitment(
        id="evaluation-meeting",
        statement={
            "es": "Celebrar pronto una nueva reunión para evaluar los resultados",
            "en": "Hold a further meeting soon to evaluate the results",
        },
        kind="meeting",
        strength="announced",
        evidence=[quoted("Tendremos pronto una nueva reunión para evaluar los resultados")],
    ),
    cm.Commitment(
        id="hold-second-meeting",
        statement={
            "es": "Celebrar la segunda reunión en Santiago de Chile en el segundo semestre de 2024",
            "en": "Hold the second meeting in Santiago in the second half of 2024",
        },
        kind="meeting",
        strength="announced",
        meeting="second-meeting",
        evidence=[quoted(SECOND_MEETING)],
    ),
    cm.Commitment(
        id="joint-roadmap",
        statement={
            "es": "Establecer en la segunda reunión la hoja de ruta para el trabajo conjunto en cooperación bilateral en seguridad",
            "en": "Set, at the second meeting, the roadmap for joint work in bilateral security cooperation",
        },
        kind="instrument",
        strength="announced",
        areas=["security"],
        due=cm.Timing(anchor="second-meeting"),
        instrument="action-plan",
        evidence=[quoted(ROADMAP)],
    ),
]

roadmap = [
    cm.Milestone(
        id="roadmap-set",
        title={"es": "Hoja de ruta establecida en la segunda reunión", "en": "Roadmap set at the second meeting"},
        delivers=["joint-roadmap"],
        meeting="second-meeting",
        evidence=[quoted(f"{SECOND_MEETING}, {ROADMAP}")],
    ),
]

statements = [
    cm.Statement(
        id="statement-de-la-fuente",
        text={
            "es": DE_LA_FUENTE,
            "en": "In our case, as neighbouring countries, we share a border that unites us more than it divides us and urges us to cooperate "
            "in many areas, such as foreign and home policy, two key sectors of our relationship",
        },
        speaker="de-la-fuente",
        meeting="first-meeting",
        evidence=[quoted(DE_LA_FUENTE)],
    ),
    cm.Statement(
        id="statement-nunez",
        text={
            "es": NUNEZ,
            "en": "Crime has no borders, so the fight against crime must have none either. We have reached very important agreements for "
            "closer work between both police forces. Soon we will have a further meeting to evaluate the results",
        },
        speaker="nunez",
        meeting="first-meeting",
        evidence=[quoted(NUNEZ)],
    ),
]

sources = [
    cm.Source(
        id="press-release",
        kind="press-release",
        title={"es": "Perú y Chile unidos contra el crimen organizado"},
        publisher={"es": "La Otra Prensa"},
        url="https://laotraprensa.com/peru-y-chile-unidos-contra-el-crimen-organizado/",
        language="es",
        digest=cm.digest_of(PRESS_RELEASE),
    ),
    cm.Source(
        id="subinterior",
        kind="press-release",
        title={
            "es": "Gobierno concreta primer encuentro bilateral en materia de seguridad y control fronterizo entre Chile y Perú",
        },
        publisher={"es": "Subsecretaría del Interior de Chile"},
        on_behalf_of="cl",
        url="https://subinterior.gob.cl/noticias/2023/12/20/gobierno-concreta-primer-encuentro-bilateral-en-materia-de-seguridad-y-control-fronterizo-entre-chile-y-peru",
        published="2023-12-20",
        language="es",
    ),
    cm.Source(
        id="cnn-chile",
        kind="news",
        publisher={"es": "CNN Chile / EFE"},
        url="https://cnnchile.com/pais/chile-peru-acuerdan-marco-cooperacion-seguridad-fronteriza_20231221",
        published="2023-12-21",
        language="es",
    ),
]

agreement = cm.Agreement(
    id="cl-pe-security-2023",
    revision=1,
    title={"es": "Primera Reunión Bilateral de Seguridad Chile-Perú", "en": "First Chile-Peru Bilateral Security Meeting"},
    summary={
        "es": "Seis temas sobre la mesa, acuerdos de intercambio de información y operativos conjuntos, y una segunda reunión que debía "
        "establecer la hoja de ruta.",
        "en": "Six subjects on the table, agreements on exchanging information and on joint operations, and a second meeting that was to set "
        "the roadmap.",
    },
    instrument="joint-declaration",
    status="signed",
    areas=["security", "organized-crime"],
    parties=parties,
    authorities=authorities,
    officials=officials,
    mechanisms=mechanisms,
    meetings=meetings,
    objectives=objectives,
    commitments=commitments,
    roadmap=roadmap,
    statements=statements,
    sources=sources,
    evidence=[
        cm.Citation(source="subinterior", exact="Con la firma de una Declaración Conjunta", supports=["instrument", "status"]),
        quoted("con el propósito de fortalecer la lucha contra el crimen organizado transnacional", supports=("areas",)),
    ],
)

if __name__ == "__main__":
    cm.dump(agreement, HERE / "agreement.json")
