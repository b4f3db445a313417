//! The statement of one recipient with confirm-or-object slip (*Zuwendungsübersicht mit
//! Saldenbestätigung*, domain.md section 4): what a treasurer checks against her own books.

mod grant;
mod overview;
mod payments;
mod year;

use chrono::Days;

use crate::domain::recipient::official_name;
use crate::domain::{Day, FiscalYear, Money, RecipientKey, Stage};
use crate::report::part::{self, GRANTED, basis, count, money, sender, subtitle, text};
use crate::report::{Basis, Block, Cell, Letter, Phrase, PostingFilter, Report, Slip};
use crate::store::view::{StatementData, Sums};

/// The statement of a recipient: a printed copy, without letter date and term.
#[must_use]
pub fn statement(data: &StatementData) -> Report {
    made(data, None, None)
}

/// The statement as it leaves the house on that day: with letter date and the day until which it is
/// to be confirmed.
#[must_use]
pub fn issued(data: &StatementData, on: Day) -> Report {
    made(data, Some(on), None)
}

/// The statement of one fiscal year alone, issued on a day or a copy.
#[must_use]
pub fn of_year(data: StatementData, year: FiscalYear, on: Option<Day>) -> Report {
    made(&year::of_year(data, year), on, Some(year))
}

fn made(data: &StatementData, on: Option<Day>, year: Option<FiscalYear>) -> Report {
    let detail = &data.detail;
    let mut blocks = vec![figures(data)];
    if let (Some(year), false) = (year, detail.grants.is_empty()) {
        let note = Phrase::new("statement-year-note").with("year", Cell::Year(year));
        blocks.push(Block::Note(note));
    }
    blocks.extend(overview::reconciled(data));
    if detail.grants.is_empty() {
        let none = part::of_year("statement-no-grants", "statement-no-grants-year", year);
        blocks.push(Block::Paragraph(none));
    }
    let several = detail.grants.len() > 1;
    if several {
        blocks.push(Block::Heading(Phrase::new("statement-grants")));
        blocks.push(Block::Table(overview::table(&detail.grants)));
    }
    for grant in &detail.grants {
        let owed = data.owed.get(&grant.row.grant).cloned().unwrap_or_default();
        blocks.extend(grant::blocks(grant, &owed, (year, data.times.as_of), several));
    }
    let until = on.and_then(|day| day.checked_add_days(Days::new(u64::from(data.term_days))));
    blocks.push(Block::Slip(slip(data, until, year)));
    let own_head = (detail.row.key.clone(), detail.head.seq, detail.head.hash);
    Report {
        kind: "statement",
        title: part::of_year("statement-title", "statement-title-year", year),
        subtitle: subtitle(data.times, &data.head),
        basis: Basis {
            recipient_head: Some(own_head),
            ..basis(&data.programme, data.times, &data.head)
        },
        letter: Some(letter(data, on)),
        sender: sender(&data.letterhead),
        blocks,
        annex: None,
    }
}

/// What the recipient has received and not given back: a claim is still with the recipient, a
/// return after the closing of the books is not.
const WITH_RECIPIENT: [Stage; 3] = [Stage::Paid, Stage::Reclaimed, Stage::WrittenOff];

fn with_recipient(sums: &Sums) -> Money {
    WITH_RECIPIENT.iter().map(|stage| sums.at(*stage)).sum()
}

fn letter(data: &StatementData, on: Option<Day>) -> Letter {
    let (head, row) = (&data.letterhead, &data.detail.row);
    let authority = &head.authority;
    let sender_line = said([&authority.line].into_iter().chain(&head.address)).join(" · ");
    let mut address = vec![official_name(row.recipient_type, &row.name)];
    address.extend(said(&data.detail.address).into_iter().map(str::to_owned));
    let dated = |day| match authority.town.trim() {
        "" => Phrase::new("statement-day").with("day", Cell::Day(day)),
        town => Phrase::new("statement-date").with("town", text(town)).with("day", Cell::Day(day)),
    };
    let mut references: Vec<Phrase> = on.map(dated).into_iter().collect();
    match data.detail.grants.as_slice() {
        [] => {}
        [grant] => {
            let number = text(grant.row.grant.as_str());
            references.push(Phrase::new("statement-file-number").with("grant", number));
        }
        many => {
            let number = count(many.len());
            references.push(Phrase::new("statement-file-count").with("count", number));
        }
    }
    references.push(key_and_account(data));
    let contact = said([&authority.contact]).into_iter().map(text);
    references.extend(contact.map(|it| Phrase::new("statement-contact").with("contact", it)));
    Letter { sender_line, address, references }
}

/// The lines that say something: an address is printed as far as it is known.
fn said<'a>(lines: impl IntoIterator<Item = &'a String>) -> Vec<&'a str> {
    lines.into_iter().map(|line| line.trim()).filter(|line| !line.is_empty()).collect()
}

/// "AGS 16066 · IBAN endet auf 4711".
fn key_and_account(data: &StatementData) -> Phrase {
    let key = key(&data.detail.row.key);
    let usable = data.detail.bank_accounts.iter().find(|account| account.usable);
    let Some(account) = usable else { return key };
    let iban = &account.account.iban;
    let last = iban.char_indices().rev().nth(3).map_or(iban.as_str(), |(at, _)| &iban[at..]);
    Phrase::new("statement-key-account").with("key", Cell::Phrase(key)).with("last", text(last))
}

pub(super) fn key(key: &RecipientKey) -> Phrase {
    let official = key.as_str().bytes().all(|byte| byte.is_ascii_digit());
    let message = if official { "statement-ags" } else { "statement-key" };
    Phrase::new(message).with("key", text(key.as_str()))
}

fn figures(data: &StatementData) -> Block {
    let (row, grants) = (&data.detail.row, &data.detail.grants);
    let of = |stages: &[Stage]| PostingFilter {
        recipient: Some(row.key.clone()),
        ..PostingFilter::at(stages)
    };
    let mut figures = vec![
        (Phrase::new("report-granted"), money(row.granted, of(&GRANTED))),
        (Phrase::new("report-paid"), money(row.sums.actual(), of(&Stage::ACTUAL))),
    ];
    // What is to be confirmed, where something came back in a later year.
    let received = with_recipient(&row.sums);
    if received != row.sums.actual() {
        figures.push((Phrase::new("statement-received"), money(received, of(&WITH_RECIPIENT))));
    }
    if !grants.is_empty() {
        let paid = |investive: bool| {
            let lines = grants.iter().flat_map(|grant| &grant.lines);
            let paid = lines.filter(|line| line.investive == investive);
            Cell::Money(paid.map(|line| line.sums.actual()).sum(), None)
        };
        figures.push((Phrase::new("statement-paid-investive"), paid(true)));
        figures.push((Phrase::new("statement-paid-consumptive"), paid(false)));
    }
    figures.push((Phrase::new("report-open"), money(row.sums.open(), of(&Stage::OPEN))));
    let claimed = row.sums.at(Stage::Reclaimed);
    if !claimed.is_zero() {
        let figure = money(claimed, of(&[Stage::Reclaimed]));
        figures.push((Phrase::new("statement-to-repay"), figure));
    }
    Block::Figures(figures)
}

/// Names recipient, day and authority, because it comes back without the rest of the paper.
pub(super) fn slip(data: &StatementData, until: Option<Day>, year: Option<FiscalYear>) -> Slip {
    let row = &data.detail.row;
    let agree = part::of_year("statement-slip-agree", "statement-slip-agree-year", year)
        .with("recipient", text(official_name(row.recipient_type, &row.name)))
        .with("key", Cell::Phrase(key(&row.key)))
        .with("day", Cell::Day(data.times.as_of))
        .with("amount", Cell::Money(with_recipient(&row.sums), None));
    let authority = text(&data.letterhead.authority.name);
    Slip {
        heading: match until {
            Some(day) => Phrase::new("statement-slip-until").with("day", Cell::Day(day)),
            None => Phrase::new("statement-slip"),
        }
        .with("authority", authority),
        choices: vec![agree, Phrase::new("statement-slip-object")],
        lines: vec![Phrase::new("statement-slip-place"), Phrase::new("statement-slip-signature")],
    }
}

#[cfg(test)]
mod tests {
    //! Figures of the worked example (domain.md section 8), each as a cell.

    use super::statement;
    use crate::domain::{Money, RecipientKey};
    use crate::ops::sample;
    use crate::report::{Block, Cell, Phrase, Report, RowKind, Slip, Table};
    use crate::store::query::statement_data;
    use crate::store::view::{StatementData, Times};

    fn data(as_of: &str, key: &str) -> StatementData {
        let ledger = sample::in_memory().expect("the sample");
        let times = Times { as_of: as_of.parse().expect("a day"), known: ledger.head().seq };
        let data = statement_data(&ledger, times, &RecipientKey::new(key)).expect("read");
        data.expect("a recipient")
    }

    fn report(as_of: &str, key: &str) -> Report {
        statement(&data(as_of, key))
    }

    fn at_year_end(key: &str) -> Report {
        report("2020-12-31", key)
    }

    fn euro(euros: i64) -> Money {
        Money::from_cents(euros * 100)
    }

    fn amount(cell: &Cell) -> Option<Money> {
        match cell {
            Cell::Money(amount, _) => Some(*amount),
            _ => None,
        }
    }

    fn table<'a>(report: &'a Report, caption: &str) -> Option<&'a Table> {
        report.blocks.iter().find_map(|block| match block {
            Block::Table(table) if table.caption.key == caption => Some(table),
            _ => None,
        })
    }

    /// Amounts of a column, the sum last.
    fn column(report: &Report, caption: &str, place: usize) -> Vec<Money> {
        let table = table(report, caption).expect("a table");
        table.rows.iter().filter_map(|row| amount(&row.cells[place])).collect()
    }

    fn payments(report: &Report) -> Vec<Money> {
        column(report, "statement-payments-caption", 6)
    }

    fn figures(report: &Report) -> Vec<Money> {
        let Some(Block::Figures(figures)) = report.blocks.first() else { return Vec::new() };
        let whole = figures.iter().filter(|(label, _)| !label.key.starts_with("statement-paid-"));
        whole.filter_map(|(_, cell)| amount(cell)).collect()
    }

    fn argument<'a>(phrase: &'a Phrase, name: &str) -> Option<&'a Cell> {
        phrase.args.iter().find(|(key, _)| *key == name).map(|(_, cell)| cell)
    }

    fn slip(report: &Report) -> &Slip {
        match report.blocks.last() {
            Some(Block::Slip(slip)) => slip,
            _ => panic!("a statement ends with its slip"),
        }
    }

    fn confirmed(report: &Report) -> Option<Money> {
        argument(&slip(report).choices[0], "amount").and_then(amount)
    }

    #[test]
    fn the_county_sees_three_payments_and_their_sum() {
        let report = at_year_end("16066");
        assert_eq!(payments(&report), [900_000, 800_000, 500_000, 2_200_000].map(euro));
        assert_eq!(figures(&report), [2_200_000, 2_200_000, 0].map(euro));
        assert_eq!(confirmed(&report), Some(euro(2_200_000)));
        let running = column(&report, "statement-payments-caption", 7);
        assert_eq!(running, [900_000, 1_700_000, 2_200_000].map(euro));
        let Some(Block::Figures(figures)) = report.blocks.first() else { panic!("figures") };
        let parts = figures[2..4].iter().map(|(label, cell)| (label.key, amount(cell)));
        let expected = [
            ("statement-paid-investive", Some(euro(1_700_000))),
            ("statement-paid-consumptive", Some(euro(500_000))),
        ];
        assert!(parts.eq(expected));
    }

    #[test]
    fn a_return_and_its_repeat_are_lines_of_their_own_and_count_once() {
        let report = at_year_end("16999002");
        assert_eq!(
            payments(&report),
            [600_000, 450_000, 250_000, -250_000, 250_000, 1_300_000].map(euro)
        );
        let rows = &table(&report, "statement-payments-caption").expect("payments").rows;
        let Cell::Phrase(returned) = &rows[3].cells[5] else { panic!("a phrase") };
        assert_eq!(returned.key, "statement-return");
        assert_eq!(argument(returned, "number"), Some(&Cell::Number(3)));
        assert_eq!(confirmed(&report), Some(euro(1_300_000)));
    }

    #[test]
    fn a_repayment_in_the_same_year_is_a_negative_line_that_names_its_payment() {
        let report = at_year_end("16999003");
        let shown = payments(&report);
        assert_eq!(shown[..3], [450_000, 450_000, -37_500].map(euro));
        assert_eq!(shown[3], euro(862_500));
        let rows = &table(&report, "statement-payments-caption").expect("payments").rows;
        let Cell::Phrase(repaid) = &rows[2].cells[5] else { panic!("a phrase") };
        assert_eq!(
            (repaid.key, argument(repaid, "number")),
            ("statement-repayment", Some(&Cell::Number(2)))
        );
        let versions = column(&report, "statement-versions-caption", 4);
        assert_eq!(versions, [900_000, 862_500].map(euro));
        let claims = |place| column(&report, "statement-claims-caption", place);
        assert_eq!(claims(3), [37_500, 37_500].map(euro));
        assert_eq!(claims(4), [37_500, 37_500].map(euro));
        assert_eq!(claims(6), [0, 0].map(euro));
    }

    #[test]
    fn an_open_claim_leaves_what_was_paid_and_stands_in_its_own_block() {
        let report = report("2020-10-31", "16999003");
        // Granted, paid, open and to be repaid: the last is what bridges the others.
        assert_eq!(figures(&report), [862_500, 900_000, 0, 37_500].map(euro));
        assert_eq!(confirmed(&report), Some(euro(900_000)));
        for place in [3, 6] {
            let shown = column(&report, "statement-claims-caption", place);
            assert_eq!(shown, [37_500, 37_500].map(euro), "column {place}");
        }
        assert_eq!(column(&report, "statement-due-caption", 4), [0, 37_500, 37_500].map(euro));
    }

    fn later(key: &str) -> Report {
        let ledger = sample::in_memory_through(sample::Through::Year2022).expect("the sample");
        let times = Times { as_of: "2022-12-31".parse().expect("a day"), known: ledger.head().seq };
        let data = statement_data(&ledger, times, &RecipientKey::new(key)).expect("read");
        statement(&data.expect("a recipient"))
    }

    #[test]
    fn what_was_claimed_and_assessed_stays_on_the_statement_once_it_is_settled() {
        let report = later("16999004");
        let cents = |amounts: [i64; 3]| amounts.map(Money::from_cents).to_vec();
        let claims = |place| column(&report, "statement-claims-caption", place);
        // Claim, interest, sum: asked, received, waived, left.
        assert_eq!(claims(3), cents([3_200_000, 197_531, 3_397_531]));
        assert_eq!(claims(4), cents([3_150_000, 150_000, 3_300_000]));
        assert_eq!(claims(5), cents([50_000, 47_531, 97_531]));
        assert_eq!(claims(6), cents([0, 0, 0]));
        // What she is to confirm stands among the key figures, and grant by grant before them.
        assert_eq!(confirmed(&report), Some(euro(538_500)));
        assert_eq!(figures(&report), [538_000, 570_000, 538_500, 0].map(euro));
        let Some(Block::Figures(shown)) = report.blocks.first() else { panic!("figures") };
        assert_eq!(shown[2].0.key, "statement-received");
        assert!(shown.iter().all(|(label, _)| label.key != "statement-to-repay"));
        let sums = [3, 4].map(|place| column(&report, "statement-grants", place));
        assert_eq!(sums[0], [450_000, 120_000, 570_000].map(euro));
        assert_eq!(sums[1], [418_500, 120_000, 538_500].map(euro));
    }

    #[test]
    fn a_statement_says_which_proofs_are_due_next() {
        let due = |report: &Report| -> Vec<Phrase> {
            let facts = report.blocks.iter().filter_map(|block| match block {
                Block::Facts(facts) => Some(facts),
                _ => None,
            });
            let proofs = facts.flatten().filter(|(label, _)| label.key == "deadline-final_proof");
            let told = |fact: &(Phrase, Cell)| match &fact.1 {
                Cell::Phrase(told) => told.clone(),
                other => panic!("{other:?}"),
            };
            proofs.map(told).collect()
        };
        let until = |key, day: &str| {
            let day = Cell::Day(day.parse().expect("a day"));
            [Phrase::new(key).with("day", day)]
        };
        assert_eq!(due(&later("16999004")), until("statement-deadline", "2023-12-31"));
        assert_eq!(due(&at_year_end("16066")), until("statement-deadline", "2021-12-31"));
        // Of F the proof is late, of E it is checked.
        assert_eq!(due(&later("16999006"))[0].key, "statement-deadline-overdue");
        assert_eq!(due(&later("16999005")), []);
    }

    #[test]
    fn an_issued_statement_is_a_letter_with_its_day_and_a_term() {
        let data = data("2020-12-31", "16066");
        let day = |day: &str| Cell::Day(day.parse().expect("a day"));
        let report = super::issued(&data, "2021-01-11".parse().expect("a day"));
        let letter = report.letter.as_ref().expect("a letter");
        assert_eq!(argument(&letter.references[0], "day"), Some(&day("2021-01-11")));
        assert_eq!(argument(&slip(&report).heading, "day"), Some(&day("2021-02-08")));
        let copy = statement(&data);
        let letter = copy.letter.as_ref().expect("a letter");
        assert_eq!(letter.references[0].key, "statement-file-number");
        assert_eq!(slip(&copy).heading.key, "statement-slip");
    }

    #[test]
    fn an_address_is_printed_as_far_as_it_is_known() {
        let mut data = data("2020-12-31", "16066");
        data.detail.address = ["Kreiskasse", "  ", "", " Meiningen"].map(str::to_owned).into();
        data.letterhead.address.clear();
        let authority = &mut data.letterhead.authority;
        (authority.town, authority.contact) = (String::new(), " ".into());
        let day = "2021-01-11".parse().expect("a day");
        let letter = super::issued(&data, day).letter.expect("a letter");
        let lines = ["Landkreis Schmalkalden-Meiningen", "Kreiskasse", "Meiningen"];
        assert_eq!(letter.address, lines);
        assert_eq!(letter.references[0], Phrase::new("statement-day").with("day", Cell::Day(day)));
        assert!(letter.references.iter().all(|line| line.key != "statement-contact"));
        assert_eq!(letter.sender_line, data.letterhead.authority.line.trim());
    }

    #[test]
    fn a_payment_that_was_rebooked_within_a_grant_is_told_from_title_to_title() {
        let report = later("16068");
        let rows = &table(&report, "statement-payments-caption").expect("payments").rows;
        let of = |key: &str| -> Money {
            let class =
                Cell::Phrase(Phrase::new(if key == "i" { "investive" } else { "consumptive" }));
            rows.iter()
                .filter(|row| row.cells[4] == class)
                .filter_map(|row| amount(&row.cells[6]))
                .sum()
        };
        let Some(Block::Figures(figures)) = report.blocks.first() else { panic!("figures") };
        let shown = |key: &str| {
            let found = figures.iter().find(|(label, _)| label.key == key);
            found.and_then(|(_, cell)| amount(cell))
        };
        assert_eq!(shown("statement-paid-investive"), Some(of("i")));
        assert_eq!(shown("statement-paid-consumptive"), Some(of("k")));
        assert!(!of("k").is_zero());
    }

    #[test]
    fn a_recipient_without_grants_confirms_nothing_received() {
        let report = at_year_end("16051");
        assert_eq!(figures(&report), [0, 0, 0].map(euro));
        assert_eq!(confirmed(&report), Some(Money::ZERO));
        assert_eq!(report.blocks.len(), 3);
        let letter = report.letter.expect("a letter");
        assert_eq!(letter.address[0], "Stadt Erfurt");
    }

    #[test]
    fn a_payment_of_january_stands_in_the_fiscal_year_of_its_order() {
        let report = at_year_end("16999005");
        let first = &table(&report, "statement-payments-caption").expect("payments").rows[0];
        assert_eq!(first.cells[1], Cell::Year(crate::domain::FiscalYear(2019)));
        assert_eq!(first.cells[3], Cell::Day("2020-01-08".parse().expect("a day")));
    }

    #[test]
    fn due_lines_add_up_in_every_row_and_every_table_stays_portrait() {
        for key in ["16066", "16076", "16999001", "16999002", "16999004", "16999006"] {
            let report = at_year_end(key);
            let due = table(&report, "statement-due-caption").expect("due lines");
            for row in &due.rows {
                let amounts: Vec<Money> = row.cells.iter().filter_map(amount).collect();
                assert_eq!(amounts[0], amounts[1..].iter().copied().sum(), "{key}");
            }
            let last = due.rows.last().expect("a sum");
            assert_eq!(
                (last.kind, amount(&last.cells[2])),
                (RowKind::Sum, Some(figures(&report)[0]))
            );
            for block in &report.blocks {
                let Block::Table(table) = block else { continue };
                assert!(table.columns.len() <= 8);
                assert!(table.rows.iter().all(|row| row.cells.len() == table.columns.len()));
            }
        }
    }

    #[test]
    fn several_grants_are_summed_up_before_each_is_shown() {
        let mut both = data("2020-12-31", "16066");
        let other = data("2020-12-31", "16076").detail;
        both.detail.grants.extend(other.grants);
        both.detail.row.granted += other.row.granted;
        both.detail.row.sums.add(&other.row.sums);
        let report = statement(&both);
        assert_eq!(figures(&report), [3_600_000, 2_200_000, 1_400_000].map(euro));
        for (place, sum) in [(2, 3_600_000), (3, 2_200_000), (4, 1_400_000)] {
            let shown = column(&report, "statement-grants", place);
            assert_eq!((shown.len(), shown.last()), (3, Some(&euro(sum))));
            assert_eq!(shown[..2].iter().copied().sum::<Money>(), euro(sum));
        }
        let reference = report.letter.expect("a letter").references.swap_remove(0);
        assert_eq!(reference.key, "statement-file-count");
    }
}
