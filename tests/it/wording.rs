//! What papers say beside their figures: each explanation is of a word that occurs, and a protocol,
//! a register and an extract are what their names promise.

use chrono::Days;
use foerderbuch::domain::body::{Deferral, PaperLanguage, ProofKind};
use foerderbuch::domain::procedure::CaseState;
use foerderbuch::domain::{FiscalYear, Kind, Money, RecipientKey, Refusal, TitleKey};
use foerderbuch::ops::sample::{self, Through};
use foerderbuch::paper;
use foerderbuch::render::words;
use foerderbuch::report::budget::budget;
use foerderbuch::report::cases::cases;
use foerderbuch::report::claims::claims;
use foerderbuch::report::counties::counties;
use foerderbuch::report::programme::programme;
use foerderbuch::report::progress::progress;
use foerderbuch::report::proofs::proofs;
use foerderbuch::report::published::{PublishedFigure, PublishedPaper, published};
use foerderbuch::report::sheet::sheet;
use foerderbuch::report::statement::statement;
use foerderbuch::report::{Block, Cell, Checked, Phrase, Report, Table};
use foerderbuch::store::view::{BudgetData, MilestoneState, ProgrammeData, Times};
use foerderbuch::store::{Ledger, query};
use foerderbuch::text::{Lang, Text};

use super::command_line::Desk;
use super::table::day;

fn later() -> Ledger {
    sample::in_memory_through(Through::Year2022).unwrap()
}

fn times(ledger: &Ledger) -> Times {
    Times { as_of: day("2022-12-31"), known: ledger.head().seq }
}

/// The notes of a paper in German, one after the other.
fn notes(report: &Report) -> String {
    let text = Text::new(Lang::De);
    let note = |block: &Block| match block {
        Block::Note(said) => Some(words::phrase(&text, said)),
        _ => None,
    };
    report.blocks.iter().filter_map(note).collect::<Vec<_>>().join("\n")
}

fn tables(report: &Report) -> Vec<&Table> {
    let blocks = report.blocks.iter();
    blocks
        .filter_map(|block| if let Block::Table(table) = block { Some(table) } else { None })
        .collect()
}

fn written(cell: &Cell) -> String {
    words::cell(&Text::new(Lang::De), cell)
}

#[test]
fn the_list_of_grants_says_its_order_and_explains_only_states_that_occur() {
    let ledger = later();
    let mut data = query::case_data(&ledger, times(&ledger), FiscalYear(2022)).unwrap();
    let told = notes(&cases(&data));
    assert!(told.starts_with("Reihenfolge: Landkreise"), "{told}");
    let due = "Verwendungsnachweis steht aus, fällig oder überfällig: Der Bewilligungszeitraum";
    assert!(told.contains(due) && told.contains("mehr ausgezahlt als"), "{told}");
    data.rows.retain(|line| {
        line.case.state != CaseState::ProofDue && line.sums.actual() <= line.case.granted
    });
    let told = notes(&cases(&data));
    assert!(!told.contains(due) && !told.contains("mehr ausgezahlt als"), "{told}");
}

#[test]
fn a_missing_proof_says_for_how_long_it_is_overdue_or_until_when_it_is_due() {
    let ledger = later();
    let times = times(&ledger);
    let mut grants = query::case_data(&ledger, times, FiscalYear(2022)).unwrap();
    let place = grants.rows.iter().position(|line| line.case.state == CaseState::ProofDue);
    let place = place.expect("a proof that is missing");
    let mut register = query::proof_data(&ledger, times).unwrap();
    register.rows.retain(|line| line.received_on.is_none());
    register.rows.truncate(1);
    let (before, today) = (|days| times.as_of - Days::new(days), times.as_of);
    for (due_on, state, list) in [
        (before(12), "überfällig seit 12 Tagen", "überfällig seit 12 Tagen"),
        (before(1), "überfällig seit 1 Tag", "überfällig seit 1 Tag"),
        (today, "noch nicht fällig", "fällig am 31.12.2022"),
    ] {
        grants.rows[place].proof_due_on = Some(due_on);
        register.rows[0].due_on = due_on;
        let (grants, register) = (cases(&grants), proofs(&register, None));
        let said = written(&tables(&grants)[0].rows[place].cells[3]);
        assert_eq!(said, format!("Verwendungsnachweis {list}"));
        assert_eq!(written(tables(&register)[0].rows[0].cells.last().unwrap()), state);
    }
    // Nothing was paid, so that no day is known.
    grants.rows[place].proof_due_on = None;
    let said = written(&tables(&cases(&grants))[0].rows[place].cells[3]);
    assert_eq!(said, "Verwendungsnachweis steht aus");
}

#[test]
fn the_list_of_grants_knows_until_when_each_missing_proof_is_due() {
    let ledger = later();
    let grants = query::case_data(&ledger, times(&ledger), FiscalYear(2022)).unwrap();
    let register = query::proof_data(&ledger, times(&ledger)).unwrap();
    for line in &grants.rows {
        let own = register.rows.iter().filter(|row| row.case.grant == line.case.grant);
        let mut missing = own.filter(|row| row.kind == ProofKind::Final);
        let missing = missing.find(|row| row.received_on.is_none());
        assert_eq!(line.proof_due_on, missing.map(|row| row.due_on), "{}", line.case.grant);
    }
    let due = |grant: &str| {
        let own = grants.rows.iter().find(|line| line.case.grant.as_str() == grant);
        own.unwrap().proof_due_on
    };
    let expected = [Some(day("2021-12-31")), Some(day("2023-06-30")), None];
    assert_eq!(["EG-2020-003", "EG-2019-002", "EG-2020-001"].map(due), expected);
}

#[test]
fn the_list_of_milestones_explains_only_what_it_shows() {
    let ledger = later();
    let mut data = query::programme_data(&ledger, times(&ledger)).unwrap();
    let told = notes(&progress(&data, None));
    assert!(told.contains("Prognose:") && told.contains("Höchstens:"), "{told}");
    data.milestones.iter_mut().for_each(|row| row.forecast = None);
    for row in &mut data.indicators {
        row.readings.iter_mut().for_each(|reading| reading.more_than = false);
    }
    let told = notes(&progress(&data, None));
    assert!(!told.contains("Prognose:") && !told.contains("Höchstens:"), "{told}");
}

#[test]
fn a_milestone_with_a_forecast_alone_is_not_on_schedule() {
    let ledger = later();
    let data = query::programme_data(&ledger, times(&ledger)).unwrap();
    let of = |state| data.milestones.iter().filter(|row| row.state == state).collect::<Vec<_>>();
    assert!(of(MilestoneState::Planned).iter().all(|row| row.plan.is_some()));
    let unplanned = of(MilestoneState::Unplanned);
    assert!(!unplanned.is_empty() && unplanned.iter().all(|row| row.plan.is_none()));
    for report in [progress(&data, None), programme(&data, None)] {
        let said = tables(&report).into_iter().flat_map(|table| &table.rows);
        let said = said.flat_map(|row| &row.cells).map(written);
        let said = said.filter(|cell| cell.starts_with("ohne Plandatum"));
        assert_eq!(said.count(), unplanned.len(), "{}", report.kind);
    }
}

#[test]
fn the_check_of_authority_names_what_is_to_lapse_only_where_it_has_a_column() {
    let ledger = later();
    let mut data = query::budget_data(&ledger, times(&ledger), FiscalYear(2022)).unwrap();
    let told = |data: &BudgetData| {
        let report = budget(data);
        let mut columns = tables(&report).into_iter().flat_map(|table| &table.columns);
        let column = columns.any(|column| column.head.key == "budget-col-ve-to-lapse");
        (column, notes(&report).contains("noch als Verfall zu buchen"))
    };
    assert_eq!(told(&data), (false, false));
    data.budget.authority[0].free = Money::from_cents(100);
    assert_eq!(told(&data), (true, true));
}

#[test]
fn tables_are_called_as_on_the_page_which_is_how_the_register_names_their_figures() {
    let ledger = later();
    let times = times(&ledger);
    let text = Text::new(Lang::De);
    let key = RecipientKey::new("16999004");
    let papers = [
        programme(&query::programme_data(&ledger, times).unwrap(), None),
        budget(&query::budget_data(&ledger, times, FiscalYear(2022)).unwrap()),
        statement(&query::statement_data(&ledger, times, &key).unwrap().unwrap()),
    ];
    for paper in &papers {
        let mut heading = words::phrase(&text, &paper.title);
        for block in &paper.blocks {
            match block {
                Block::Heading(said) => heading = words::phrase(&text, said),
                Block::Table(table) => {
                    let caption = words::phrase(&text, &table.caption);
                    // Of several grants each has the same headings: its number stands before them.
                    assert!(caption.ends_with(&heading), "{caption}: {heading}");
                }
                _ => {}
            }
        }
    }
}

#[test]
fn papers_with_payments_say_until_when_these_are_reconciled_with_the_cash_office() {
    let ledger = sample::in_memory().unwrap();
    let (times, year) = (Times { as_of: day("2020-12-31"), ..times(&ledger) }, FiscalYear(2020));
    let until = "Mit Kasse abgeglichen bis 04.12.2020";
    let reports = [
        programme(&query::programme_data(&ledger, times).unwrap(), None),
        counties(&query::area_data(&ledger, times, year).unwrap()),
        cases(&query::case_data(&ledger, times, year).unwrap()),
        proofs(&query::proof_data(&ledger, times).unwrap(), None),
    ];
    for report in &reports {
        let told = notes(report);
        assert_eq!(told.lines().filter(|line| *line == until).count(), 1, "{told}");
    }
    // A statement says it of the payments to its recipient alone.
    let of = |key: &str| {
        let data = query::statement_data(&ledger, times, &RecipientKey::new(key)).unwrap();
        let told = notes(&statement(&data.unwrap()));
        told.lines().find(|line| line.contains("Kasse abgeglichen")).map(str::to_owned)
    };
    assert_eq!(of("16066").as_deref(), Some(until));
    let early = of("16999001").expect("payments");
    assert!(early.starts_with("Mit Kasse abgeglichen bis ") && early != until, "{early}");
    assert_eq!(of("16999006").as_deref(), Some("Noch nicht mit Kasse abgeglichen"));
    assert_eq!(of("16076"), None, "nothing is paid");
}

#[test]
fn reports_r1_and_r6_say_what_became_of_authority_in_use_where_less_is_granted_from_it() {
    let ledger = sample::in_memory().unwrap();
    let times = Times { as_of: day("2020-12-31"), known: ledger.head().seq };
    let one = query::programme_data(&ledger, times).unwrap();
    let said = |report: &Report| -> Vec<String> {
        let text = Text::new(Lang::De);
        let blocks = report.blocks.iter().filter_map(|block| match block {
            Block::Note(said) | Block::Footnote(_, said) => Some(said),
            _ => None,
        });
        let own = blocks.filter(|said| said.key == "report-note-authority");
        own.map(|said| words::phrase(&text, said)).collect()
    };
    // The claim on C: 37.500 of what it was granted from the authority of 2019.
    let [told]: [String; 1] = said(&programme(&one, Some(FiscalYear(2020)))).try_into().unwrap();
    for amount in ["2.520.000,00 Euro", "2.482.500,00 Euro", "37.500,00 Euro"] {
        assert!(told.contains(amount), "{told}");
    }
    let six = query::budget_data(&ledger, times, FiscalYear(2020)).unwrap();
    assert_eq!(said(&budget(&six)), [told]);
    assert!(said(&programme(&one, Some(FiscalYear(2021)))).is_empty());
    let early = Times { as_of: day("2020-06-30"), ..times };
    let six = query::budget_data(&ledger, early, FiscalYear(2020)).unwrap();
    assert!(said(&budget(&six)).is_empty());
}

#[test]
fn the_key_figures_of_report_r1_say_why_they_do_not_add_up_at_sight() {
    let ledger = later();
    let told = |data: &ProgrammeData| -> Option<String> {
        match &programme(data, None).blocks[2] {
            Block::Note(said) if !said.key.starts_with("cash-") => {
                Some(words::phrase(&Text::new(Lang::De), said))
            }
            _ => None,
        }
    };
    let data = query::programme_data(&ledger, times(&ledger)).unwrap();
    let said = told(&data).unwrap();
    let beside = "Weder ausgezahlt noch verfallen: Programmvolumen und 60.000,00 Euro über-";
    assert!(said.starts_with(beside), "{said}");
    assert!(said.contains("zusammen 72.000,00 Euro mehr als bewilligt"), "{said}");
    // 40.000 of them were restored, which lowers nothing that is granted.
    let restored = "eine wieder bewilligte Rückgabe zählt dort einmal";
    assert!(said.contains(restored) && !said.contains("das mindert"), "{said}");
    let early = Times { as_of: day("2019-12-31"), ..times(&ledger) };
    assert_eq!(told(&query::programme_data(&ledger, early).unwrap()), None);
}

#[test]
fn the_list_of_claims_explains_deferral_and_suspension_where_they_occur() {
    let ledger = later();
    let mut data = query::claim_data(&ledger, times(&ledger)).unwrap();
    let told = notes(&claims(&data, None));
    assert!(!told.contains("Niedergeschlagene") && !told.contains("Stundung"), "{told}");
    let left = Money::from_cents(100);
    for ((_, claim), state) in data.claims.iter_mut().zip([Deferral::Suspended, Deferral::Deferred])
    {
        (claim.deferral, claim.left) = (Some(state), left);
    }
    let told = notes(&claims(&data, None));
    assert!(told.contains("Niedergeschlagene") && told.contains("Stundung"), "{told}");
}

#[test]
fn the_list_of_claims_tells_rates_and_what_came_back_without_a_claim() {
    let ledger = later();
    let data = query::claim_data(&ledger, times(&ledger)).unwrap();
    let report = claims(&data, None);
    let all = tables(&report);
    let find = |key: &str| *all.iter().find(|table| table.caption.key == key).unwrap();
    let segments = find("sheet-segments");
    let assessed: Money = data.interest.iter().map(|(_, row)| row.amount).sum();
    let sum = segments.rows.last().unwrap().cells.last();
    assert_eq!(sum, Some(&Cell::Money(assessed, None)));
    assert!(segments.rows.len() > data.interest.len());
    // Each line names the assessment that it belongs to.
    for (case, row) in &data.interest {
        let names = [case.grant.to_string(), written(&Cell::Day(row.on)), row.seq.to_string()];
        let own = segments.rows.iter().filter(|line| {
            let named = line.cells[..3].iter().map(written);
            named.eq(names.iter().cloned())
        });
        assert_eq!(own.count(), data.arithmetic[&row.seq].0.segments.len());
    }
    let told = notes(&report);
    assert!(told.contains("5 Prozentpunkte über dem Basiszinssatz"), "{told}");
    assert!(told.contains("verzinst wird vom folgenden Tag an"), "{told}");
    let fell = "EG-2019-004, Buchung Nr. 533: Am 17.01.2022 sind 20.000,00 Euro zurückgezahlt";
    assert!(told.contains(fell) && told.contains("zurückgezahlt oder aufgerechnet"), "{told}");
    let returned: Vec<String> = find("claims-returns").rows[0].cells.iter().map(written).collect();
    let expected = ["EG-2019-001", "Kommune A (fiktiv)", "19.04.2021", "2020"];
    assert_eq!(returned[..4], expected);
    assert_eq!(returned[4..], ["Einnahme des Haushaltsjahres 2021", "40.000,00"]);
    let other = claims(&data, Some(FiscalYear(2019)));
    assert!(tables(&other).iter().all(|table| table.caption.key != "claims-returns"));
}

#[test]
fn the_source_of_all_figures_stands_at_the_end_of_the_report_for_parliament() {
    let ledger = later();
    let data = query::programme_data(&ledger, times(&ledger)).unwrap();
    let report = programme(&data, Some(FiscalYear(2022)));
    let sources = report.blocks.iter().filter(
        |block| matches!(block, Block::Note(Phrase { key, .. }) if *key == "programme-source"),
    );
    assert_eq!(sources.count(), 1);
    assert!(notes(&report).lines().last().unwrap().starts_with("Quelle aller Angaben"));
}

#[test]
fn a_protocol_is_signed_by_name_or_by_hand_and_tells_nobody_how_to_use_the_program() {
    let ledger = later();
    let checked = Checked { at: 0, by: "uid:1000".into(), file: "x.foerderbuch".into() };
    let text = Text::new(Lang::De);
    let how = (false, Some(&checked), [].as_slice());
    let report = paper::protocol(&ledger, how, &[], &text).unwrap();
    let facts = report.blocks.iter().find_map(|block| match block {
        Block::Facts(facts) => Some(facts),
        _ => None,
    });
    let fact = |key: &str| {
        let found = facts.unwrap().iter().find(|(label, _)| label.key == key);
        written(&found.unwrap().1)
    };
    assert!(fact("verification-by").starts_with("_____"), "nobody is enrolled for the account");
    assert_eq!(fact("verification-account"), "Nr. 1000 des Rechners");
    let system = Checked { by: "uid:0".into(), ..checked.clone() };
    let report_of =
        paper::protocol(&ledger, (false, Some(&system), [].as_slice()), &[], &text).unwrap();
    let told = foerderbuch::render::plain::plain_text(&report_of, &text);
    assert!(told.contains("Benutzerkonto: Administratorkonto (root)"), "{told}");
    let told = [words::phrase(&text, &report.subtitle), notes(&report)].join("\n");
    for word in ["Euro", "--deep", "Feld", "uid"] {
        assert!(!told.contains(word), "{word}: {told}");
    }
}

#[test]
fn a_register_of_published_figures_tells_first_what_changed() {
    let ledger = later();
    let frame = query::report_frame(&ledger, times(&ledger)).unwrap();
    let euros = |euros: i64| Cell::Money(Money::from_cents(euros * 100), None);
    let figure = |name: &str, then: i64, now: i64| PublishedFigure {
        name: name.into(),
        main: true,
        then: euros(then),
        now: euros(now),
    };
    let paper = |number, figures| PublishedPaper {
        number,
        issued_on: day("2022-12-31"),
        title: "Bericht".into(),
        language: PaperLanguage::De,
        corrected_by: None,
        as_of: day("2022-12-31"),
        known: 500,
        figures: Some(figures),
        lone: Vec::new(),
    };
    let same = paper(501, vec![figure("Ansatz", 5, 5)]);
    let other = paper(502, vec![figure("Ausgezahlt", 1, 2), figure("Offen", 3, 3)]);
    let report = published(&frame, &[same.clone(), other]);
    let all = tables(&report);
    let names = |table: &Table| -> Vec<String> {
        table.rows.iter().map(|row| written(&row.cells[0])).collect()
    };
    // The overview, what changed with its change, then what is the same, each figure once.
    assert_eq!((names(all[1]), all[1].columns.len()), (vec!["Ausgezahlt".into()], 4));
    assert_eq!((names(all[2]), all[2].columns.len()), (vec!["Ansatz".into()], 2));
    assert_eq!((names(all[3]), all[3].columns.len()), (vec!["Offen".into()], 2));
    let leads = all[0].rows.iter().map(|row| row.leads_to.as_ref().unwrap().1.key);
    assert_eq!(leads.collect::<Vec<_>>(), ["published-paper-same", "published-paper"]);
    let unchanged = published(&frame, &[same]);
    let says =
        |block: &Block| matches!(block, Block::Paragraph(it) if it.key == "published-all-same");
    assert!(unchanged.blocks.iter().any(says) && !report.blocks.iter().any(says));
}

#[test]
fn the_sheet_of_a_second_order_names_who_attested_the_draw() {
    let ledger = later();
    let rows = query::journal(&ledger, times(&ledger)).unwrap();
    let held = rows.iter().filter(|row| row.kind == Kind::HeldOrdered);
    let mut told = 0;
    for row in held {
        let data = query::sheet_data(&ledger, times(&ledger), row.seq).unwrap().unwrap();
        let report = sheet(&data).unwrap();
        let steps = tables(&report).into_iter().find(|table| table.caption.key == "sheet-steps");
        let kinds: Vec<Cell> = steps.unwrap().rows.iter().map(|row| row.cells[0].clone()).collect();
        let first = [Kind::DrawRequested, Kind::ArithmeticAttested, Kind::FactuallyAttested];
        assert_eq!(kinds[..3], first.map(Cell::Kind));
        assert_eq!(kinds.last(), Some(&Cell::Kind(Kind::HeldOrdered)));
        assert!(kinds.contains(&Cell::Kind(Kind::PaymentReturned)), "{kinds:?}");
        told += 1;
    }
    assert!(told > 0);
}

#[test]
fn who_asks_for_the_sheet_of_an_entry_that_is_not_there_hears_the_last_one() {
    let desk = Desk::new();
    for entry in ["9999", "277", "0"] {
        let (code, told) =
            desk.bad(&["sheet", "s.foerderbuch", "--entry", entry, "--out", "x.pdf"]);
        assert_eq!(code, 1);
        let wanted = format!("Buchung Nr. {entry} gibt es nicht; die letzte ist Nr. 276.");
        assert!(told.contains(&wanted), "{told}");
    }
    let asked = ["sheet", "s.foerderbuch", "--entry", "150", "--known-at", "100", "--out", "x.pdf"];
    let (code, told) = desk.bad(&asked);
    assert_eq!(code, 1);
    assert!(told.contains("Nr. 150 war beim Datenstand Nr. 100 noch nicht erfasst."), "{told}");
}

#[test]
fn a_section_mark_stays_on_the_line_of_its_number() {
    for text in Lang::ALL.map(Text::new) {
        for key in ["setting-base-rate", "claim-ground-revocation", "interest-ground-delay"] {
            let words = text.get(key);
            assert!(words.contains('§') && !words.contains("§ "), "{words}");
        }
        let said = text.refusal(&Refusal::NotAvailable {
            title: TitleKey::new("1616 88371"),
            year: FiscalYear(2021),
            asked: Money::from_cents(2),
            available: Money::from_cents(1),
        });
        assert!(said.contains("§\u{a0}34"), "{said}");
    }
}
