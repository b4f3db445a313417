//! What papers say in explanation is true of the very data that they show.

use foerderbuch::domain::{FiscalYear, Money};
use foerderbuch::ops::sample::{self, Through};
use foerderbuch::render::words;
use foerderbuch::report::cases::cases;
use foerderbuch::report::counties::counties;
use foerderbuch::report::programme::programme;
use foerderbuch::report::{Block, Report};
use foerderbuch::store::view::{PaidBeyond, Times};
use foerderbuch::store::{Ledger, query};
use foerderbuch::text::{Lang, Text};

use super::table::day;

fn later() -> Ledger {
    sample::in_memory_through(Through::Year2022).unwrap()
}

fn times(ledger: &Ledger) -> Times {
    Times { as_of: day("2022-12-31"), known: ledger.head().seq }
}

/// The notes of a paper, one after the other.
fn notes(report: &Report, lang: Lang) -> String {
    let text = Text::new(lang);
    let note = |block: &Block| match block {
        Block::Note(said) | Block::Footnote(_, said) => Some(words::phrase(&text, said)),
        _ => None,
    };
    report.blocks.iter().filter_map(note).collect::<Vec<_>>().join("\n")
}

#[test]
fn more_paid_than_granted_is_explained_by_claims_and_returns_as_they_occur() {
    let ledger = later();
    let (times, year) = (times(&ledger), FiscalYear(2022));
    let mut one = query::programme_data(&ledger, times).unwrap();
    let mut two = query::area_data(&ledger, times, year).unwrap();
    let mut three = query::case_data(&ledger, times, year).unwrap();
    assert_eq!(one.beyond.regranted, Money::from_cents(40_000 * 100));
    assert!(one.beyond.claimed.is_positive());
    assert_eq!([two.beyond, three.beyond], [one.beyond; 2]);
    let some = Money::from_cents(1);
    for (claimed, regranted) in [(some, some), (some, Money::ZERO), (Money::ZERO, some)] {
        let beyond = PaidBeyond { claimed, regranted };
        (one.beyond, two.beyond, three.beyond) = (beyond, beyond, beyond);
        for report in [programme(&one, None), counties(&two), cases(&three)] {
            let told = notes(&report, Lang::De);
            assert_eq!(told.matches("kann mehr ausgezahlt als bewilligt sein").count(), 1);
            let said =
                ["Erstattungen mindern das Bewilligte sofort", "Rückgaben nach Bücherschluss"];
            let wanted = [claimed, regranted].map(Money::is_positive);
            assert_eq!(said.map(|said| told.contains(said)), wanted, "{told}");
        }
    }
    two.beyond = PaidBeyond::default();
    let told = notes(&counties(&two), Lang::De);
    assert!(!told.contains("mehr ausgezahlt"), "{told}");
    assert!(told.contains("offenen Haushaltsjahr. Insgesamt: aller"), "{told}");
}
