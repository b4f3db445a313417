//! `difference`: why a figure that was printed then is another one now.

use std::path::PathBuf;

use clap::Args;

use super::answer::AnswerArgs;
use super::times::{day, known, today};
use super::{Problem, open};
use crate::domain::date::berlin_day;
use crate::domain::{Day, Seq};
use crate::paper::{self, Wish};
use crate::store::view::Times;
use crate::store::{Ledger, query};
use crate::text::Text;

#[derive(Args, Debug)]
pub struct DifferenceArgs {
    /// Förderbuch
    #[arg(value_name = "DATEI")]
    file: PathBuf,
    /// Datenstand von damals und der von jetzt: je ein Tag, eine Zeit nach RFC 3339 oder die
    /// Nummer einer Buchung
    #[arg(long, num_args = 2, required = true, value_names = ["DAMALS", "JETZT"])]
    between: Vec<String>,
    /// Stichtag beider, JJJJ-MM-TT; ohne Angabe der des Programms, sonst heute, aber keiner vor dem
    /// Tag des späteren Datenstands
    #[arg(long, value_name = "TAG")]
    as_of: Option<String>,
    #[command(flatten)]
    answer: AnswerArgs,
}

pub fn run(args: &DifferenceArgs, text: &Text) -> Result<String, Problem> {
    let form = args.answer.form(text)?;
    let ledger = open(&args.file)?;
    let [before, after] = args.between.as_slice() else {
        return Err(Problem::Use(text.get("cli-use-other")));
    };
    let (before, after) = (known(&ledger, before, text)?, known(&ledger, after, text)?);
    if before > after {
        let numbers = [("before", before.to_string()), ("after", after.to_string())];
        return Err(Problem::Use(text.format("cli-between-order", &numbers)));
    }
    let as_of = match &args.as_of {
        Some(typed) => day(typed, text)?,
        None => day_of(&ledger, after)?,
    };
    let times = Times { as_of, known: after };
    let wanted = Wish::difference(before).at(times, text.lang());
    let paper = paper::make(&ledger, &wanted)?;
    let paper = paper.ok_or_else(|| Problem::No(text.get("shelf-no-paper")))?;
    args.answer.give(&paper, form, text)
}

/// The Stichtag that is meant where none is named: that of the programme, but none before the later
/// state was recorded, or nothing of what was booked since then would count.
fn day_of(ledger: &Ledger, after: Seq) -> Result<Day, Problem> {
    let proposed = query::programme(ledger)?.first_day(None, today());
    Ok(proposed.max(berlin_day(query::head_at(ledger, after)?.recorded_at)))
}
