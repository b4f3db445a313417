//! Stories 21 to 24: the auditor, and what parliament reads of the programme.

use foerderbuch::domain::{Kind, Money, PersonNo};
use foerderbuch::report::{Block, Cell, RowKind, programme::programme};
use foerderbuch::store::query;

use super::{Book, euro, plain};
use crate::command_line::{Desk, json};

#[test]
fn story_21_on_14_december_the_ministry_knew_of_7_032_500_paid_and_2_380_000_open() {
    let desk = Desk::new();
    let known = |stand: &str| {
        let arguments =
            ["balance", "s.foerderbuch", "--as-of", "2020-12-31", "--known-at", stand, "--json"];
        let total = json(&desk.good(&arguments))["total"].clone();
        (total["actual_cents"].as_i64().unwrap(), total["open_cents"].as_i64().unwrap())
    };
    let cents = |paid, open| (euro(paid).cents(), euro(open).cents());
    assert_eq!(known("2020-12-14"), cents("7.032.500,00", "2.380.000,00"));
    assert_eq!(known("2020-12-15"), cents("7.200.000,00", "2.212.500,00"));
    let said = plain(&desk.good(&["balance", "s.foerderbuch", "--known-at", "2020-12-14"]));
    assert!(said.contains("Stichtag 31.12.2020, Datenstand Nr. "), "{said}");
    assert!(said.contains("7.032.500,00") && said.contains("2.380.000,00"), "{said}");
}

#[test]
fn story_22_a_changed_byte_names_the_first_broken_entry() {
    let desk = Desk::new();
    assert_eq!(desk.good(&["verify", "s.foerderbuch", "--deep"]), "");
    let tool = rusqlite::Connection::open(desk.path("s.foerderbuch")).unwrap();
    let seq: i64 = tool
        .query_row("SELECT seq FROM event WHERE voucher = 'K-2020-4711'", [], |row| row.get(0))
        .unwrap();
    // One byte: nine hundred thousand euros become eight hundred thousand.
    tool.execute_batch("DROP TRIGGER event_is_never_changed").unwrap();
    let changed = tool
        .execute(
            "UPDATE event SET body = CAST(replace(CAST(body AS TEXT), '\"amount_cents\":9', \
             '\"amount_cents\":8') AS BLOB) WHERE seq = ?1",
            [seq],
        )
        .unwrap();
    assert_eq!(changed, 1);
    drop(tool);
    let (code, said) = desk.bad(&["verify", "s.foerderbuch"]);
    assert_eq!(code, 1, "{said}");
    let first = said.lines().next().unwrap();
    assert!(first.contains(&format!("Nr. {seq}")), "{said}");
    let (code, said) = desk.bad(&["balance", "s.foerderbuch"]);
    assert!(code == 1 && !said.contains("7.200.000,00"), "no figures: {said}");
}

#[test]
fn story_23_every_payment_opens_order_two_certificates_notice_and_cash_reference() {
    let book = Book::sample();
    let times = book.times();
    let payments = book.journal(Kind::PaymentConfirmed);
    assert!(payments.len() >= 10);
    for payment in &payments {
        let trail = query::payment_trail(&book.ledger, times, payment.seq).unwrap().unwrap();
        let amount = payment.amount.unwrap();
        assert_eq!(trail.payment.voucher, payment.voucher);
        assert!(trail.payment.voucher.starts_with("K-20"), "{}", payment.voucher);
        assert_eq!((trail.order.line.amount_cents, trail.draw.line.amount_cents), (amount, amount));
        assert_eq!(trail.order.line, trail.payment.line);
        assert!(trail.order.payment_text.as_ref().unwrap().contains("HHJ"));
        assert!(trail.account.unwrap().iban.starts_with("DE"));
        let (checked, right) = (trail.arithmetic.unwrap(), trail.factual.unwrap());
        assert!(["A. Weber", "B. Lang"].contains(&checked.name.as_deref().unwrap()));
        assert_eq!(right.name.as_deref(), Some("F. Sommer"));
        assert_eq!(
            (trail.signed.person, trail.signed.name.as_deref()),
            (PersonNo(3), Some("C. Roth"))
        );
        assert!(checked.person != right.person && right.person != trail.signed.person);
        assert!(checked.effective_on <= right.effective_on);
        assert!(right.effective_on <= trail.order.effective_on);
        assert!(trail.notice.effective_on < trail.order.effective_on);
        assert!(trail.handed_over.is_some());
    }
    let seq = book.entry(Kind::PaymentConfirmed, "K-2020-2217");
    let of_c = query::payment_trail(&book.ledger, times, seq).unwrap().unwrap();
    assert_eq!(of_c.notice.granted, euro("900.000,00"), "the version of the day of the order");
    assert_eq!(of_c.reconciled.unwrap().voucher, "Istliste der Landeshauptkasse");
    let seq = book.entry(Kind::PaymentConfirmed, "K-2020-5602");
    let of_f = query::payment_trail(&book.ledger, times, seq).unwrap().unwrap();
    assert_eq!(of_f.reconciled, None, "not compared with the cash office yet");
    let draw = book.journal(Kind::DrawRequested)[0].seq;
    assert_eq!(query::payment_trail(&book.ledger, times, draw).unwrap(), None);
}

#[test]
fn story_24_the_figures_that_parliament_reads_of_the_programme() {
    let book = Book::sample();
    let data = query::programme_data(&book.ledger, book.times()).unwrap();
    let report = programme(&data, None);
    let Some(Block::Figures(figures)) = report.blocks.get(1) else { panic!("figures first") };
    let figure = |key: &str| -> (Option<Money>, Option<Cell>) {
        let (label, cell) = figures.iter().find(|(label, _)| label.key == key).unwrap();
        let amount = match cell {
            Cell::Money(amount, _) => Some(*amount),
            _ => None,
        };
        (amount, label.args.first().map(|(_, share)| share.clone()))
    };
    let percent = |text: &str| Some(Cell::Percent(text.parse().unwrap()));
    assert_eq!(figure("programme-ceiling").0, Some(euro("80.000.000,00")));
    let granted = (Some(euro("9.412.500,00")), percent("11.77"));
    assert_eq!(figure("programme-granted"), granted);
    assert_eq!(figure("programme-paid"), (Some(euro("7.200.000,00")), percent("9.00")));
    assert_eq!(figure("programme-not-paid").0, Some(euro("72.800.000,00")));
    let recipients = report.blocks.iter().find_map(|block| match block {
        Block::Table(table) if table.caption.key == "programme-recipients-caption" => Some(table),
        _ => None,
    });
    let county = recipients
        .unwrap()
        .rows
        .iter()
        .find(|row| row.kind == RowKind::Item && row.cells[1] == Cell::Text("16066".into()));
    assert_eq!(county.unwrap().cells.last().cloned(), percent("30.56"));
}
