//! Reports for the tests of the PDF: the statement of the mock, a long table, a wide one.

use crate::domain::{Day, ImpreciseDate, Money, Precision, RecipientKey};
use crate::report::bar::{self, Bar, Left, Part};
use crate::report::{
    Bars, Basis, Block, Cell, Column, Letter, Phrase, Report, Row, RowKind, Sender, Slip, Table,
};

/// Words that no message of the program has: the test's own.
pub(super) fn own(text: &str) -> Phrase {
    Phrase::new("paper-plain").with("text", Cell::Text(text.to_owned()))
}

fn euro(euros: i64) -> Cell {
    Cell::Money(Money::from_cents(euros * 100), None)
}

fn day(text: &str) -> Day {
    text.parse().expect("a test date")
}

fn basis(recipient: bool) -> Basis {
    let hash =
        |seed: u8| std::array::from_fn(|place| u8::try_from(place * 37 % 251).unwrap_or(0) ^ seed);
    Basis {
        programme: "Digitalisierung der Kommunen 2019–2022".to_owned(),
        as_of: day("2020-12-31"),
        known: 74,
        known_at: 1_609_411_500_000_000,
        head: hash(0xA7),
        recipient_head: recipient.then(|| (RecipientKey::new("16066"), 9, hash(0x31))),
        sample: true,
        asked: crate::report::Asked::default(),
    }
}

fn column(head: &str, weight: u32, numeric: bool) -> Column {
    Column { head: own(head), weight, numeric }
}

fn payments() -> Table {
    let row = |number, ordered, paid, kind: &str, amount: [i64; 2]| {
        Row::new(
            RowKind::Item,
            vec![
                Cell::Number(number),
                Cell::Year(crate::domain::FiscalYear(2020)),
                Cell::Day(day(ordered)),
                Cell::Day(day(paid)),
                Cell::Text(kind.to_owned()),
                Cell::Text(format!("16066-DIG-0001 EG-2020-001 RATE {number} HHJ 2020")),
                euro(amount[0]),
                euro(amount[1]),
            ],
        )
    };
    let mut sum = vec![Cell::Phrase(own("Summe der Auszahlungen"))];
    sum.extend([const { Cell::Empty }; 5]);
    sum.extend([euro(2_200_000), Cell::Empty]);
    Table {
        caption: own("Auszahlungen an den Landkreis Schmalkalden-Meiningen"),
        columns: vec![
            column("Nr.", 2, false),
            column("Haus\u{AD}halts\u{AD}jahr", 5, false),
            column("Angeordnet", 6, false),
            column("Ausgeführt", 6, false),
            column("Art", 5, false),
            column("Verwendungszweck", 17, false),
            column("Betrag", 8, true),
            column("Summe", 8, true),
        ],
        rows: vec![
            row(1, "2020-10-19", "2020-10-20", "investiv", [900_000, 900_000]),
            row(2, "2020-11-16", "2020-11-20", "investiv", [800_000, 1_700_000]),
            row(3, "2020-12-04", "2020-12-10", "konsumtiv", [500_000, 2_200_000]),
            Row::new(RowKind::Sum, sum),
        ],
    }
}

fn milestones() -> Table {
    let row = |name: &str, plan: Cell, state: &str| {
        let cells = vec![Cell::Text(name.to_owned()), plan, Cell::Text(state.to_owned())];
        Row::new(RowKind::Item, cells)
    };
    let middle = ImpreciseDate::containing(Precision::MidYear, day("2021-05-01"));
    Table {
        caption: own("Meilensteine"),
        columns: vec![
            column("Meilenstein", 15, false),
            column("Plan", 4, false),
            column("Stand", 8, false),
        ],
        rows: vec![
            row("Rhönblick als erste Gemeinde umgestellt", Cell::Nil, "erreicht, September 2020"),
            row("Server in bestehendem Rechenzentrum in Betrieb", Cell::Date(middle), "im Plan"),
        ],
    }
}

fn sender() -> Sender {
    Sender { name: "Bewilligungsbehörde (Beispiel)".to_owned(), logo: None }
}

fn letter() -> Letter {
    let lines = ["Landkreis Schmalkalden-Meiningen", "Kreiskasse", "98617 Meiningen"];
    Letter {
        sender_line: "Referat Kommunale Digitalisierung · Musterstraße 1 · 99084 Erfurt".to_owned(),
        address: lines.map(str::to_owned).to_vec(),
        references: vec![
            own("Unser Zeichen: EG-2020-001"),
            own("AGS 16066 · IBAN endet auf 4711"),
            own("Rückfragen: digitalisierung@example.org"),
        ],
    }
}

/// The statement of the mock.
pub(super) fn statement() -> Report {
    let text = |text: &str| Cell::Text(text.to_owned());
    let blocks = vec![
        Block::Figures(vec![
            (own("Bewilligt"), euro(2_200_000)),
            (own("Ausgezahlt"), euro(2_200_000)),
            (own("Noch offen"), euro(0)),
            (own("investiv / konsumtiv"), text("1.700.000,00 / 500.000,00")),
        ]),
        Block::Heading(own("EG-2020-001 · Kommunales Rechenzentrum")),
        Block::Facts(vec![
            (own("Bescheid"), text("15.09.2020, keine Änderungsbescheide")),
            (own("Finanzierung"), text("Anteil 80,00 %")),
            (own("Kassenzeichen"), text("16066-DIG-0001")),
            (own("Zuwendungsfähig"), euro(2_750_000)),
            (own("Zwischennachweis"), text("fällig 30.04.2021")),
            (own("Eigenanteil"), euro(550_000)),
        ]),
        Block::Heading(own("Auszahlungen")),
        Block::Table(payments()),
        Block::Heading(own("Meilensteine")),
        Block::Table(milestones()),
        Block::Slip(Slip {
            heading: own("Saldenbestätigung – bitte bis ____________ zurück an die oben \
                          genannte Stelle"),
            choices: vec![
                own("Die bis zum Stichtag erhaltenen Zahlungen abzüglich Rückzahlungen von \
                     2.200.000,00 Euro stimmen mit unseren Büchern überein."),
                own("Sie stimmen nicht überein, weil:"),
            ],
            lines: vec![own("Ort, Datum"), own("Unterschrift, Kassenverwaltung")],
        }),
    ];
    Report {
        kind: "statement",
        title: own("Zuwendungsübersicht mit Saldenbestätigung"),
        subtitle: own("Stichtag 31.12.2020 · Datenstand Buchung Nr. 74 vom 31.12.2020 · alle \
                       Beträge in Euro"),
        basis: basis(true),
        letter: Some(letter()),
        sender: sender(),
        blocks,
        annex: None,
    }
}

/// A report with a table of so many rows, a sum in the end, and bars.
pub(super) fn long(rows: i64, columns: u16) -> Report {
    let heads = ["Bewilligt", "Ausgezahlt", "Noch offen", "Verfügbar"];
    let mut table = Table {
        caption: own("Stand je Empfänger"),
        columns: vec![column("Empfänger", 4, false), column("Vorhaben", 6, false)],
        rows: Vec::new(),
    };
    let figures = 2..columns;
    let head = |place: u16| heads[usize::from(place % 4)];
    table.columns.extend(figures.clone().map(|place| column(head(place), 3, true)));
    for number in 1..=rows {
        let mut cells = vec![
            Cell::Text(format!("Landkreis Nr. {number}")),
            Cell::Text("Gemeinsames Rechenzentrum und Umstellung der Fachverfahren".to_owned()),
        ];
        let amount = |place| number * 1_234 - 7_000 * i64::from(place);
        cells.extend(figures.clone().map(|place| euro(amount(place))));
        table.rows.push(Row::new(RowKind::Item, cells));
    }
    let mut sum = vec![Cell::Phrase(own("Summe")), Cell::Empty];
    sum.extend(figures.map(|_| euro(80_000_000)));
    table.rows.push(Row::new(RowKind::Sum, sum));
    let parts = [Part::Actual, Part::Ordered, Part::Committed, Part::Blocked];
    let bar = |year: i64| {
        let amount = |place: i64| Money::from_cents(10_000_000 * (place + 1) * (6 - year % 5));
        let whole = Money::from_cents(1_000_000_000);
        let parts = parts.into_iter().zip((0..).map(amount)).collect();
        let label = format!("{}", 2018 + year);
        Bar { label, parts, gone: Vec::new(), whole, left: Left::Available }
    };
    Report {
        kind: "counties",
        title: own("Stand der Zuwendungen nach Empfängern"),
        subtitle: own("Stichtag 31.12.2020 · Datenstand Buchung Nr. 74 · alle Beträge in Euro"),
        basis: basis(false),
        letter: None,
        sender: sender(),
        annex: None,
        blocks: vec![
            Block::Paragraph(own("Die Übersicht nennt für jeden Empfänger, was in Kraft \
                                  bewilligt, ausgezahlt und noch offen ist.")),
            Block::Heading(own("Stand je Haushaltsjahr")),
            Block::Bars(Bars {
                alt: own("Stand der Mittel je Haushaltsjahr; die Zahlen stehen in der Tabelle"),
                scene: bar::Bars::new((1..=4).map(bar).collect()),
            }),
            Block::Heading(own("Stand je Empfänger")),
            Block::Table(table),
            Block::Note(own("Quelle: Buchungen bis zum Datenstand.")),
        ],
    }
}
