//! `published`: which figures stand in issued papers, and what they are now.

use std::path::PathBuf;

use clap::Args;

use super::answer::AnswerArgs;
use super::{Problem, open};
use crate::domain::date::berlin_day;
use crate::paper::{self, Document, Wish};
use crate::store::view::Times;
use crate::text::Text;

#[derive(Args, Debug)]
pub struct PublishedArgs {
    /// Förderbuch
    #[arg(value_name = "DATEI")]
    file: PathBuf,
    #[command(flatten)]
    answer: AnswerArgs,
}

pub fn run(args: &PublishedArgs, text: &Text) -> Result<String, Problem> {
    let form = args.answer.form(text)?;
    let ledger = open(&args.file)?;
    let head = ledger.head();
    let times = Times { as_of: berlin_day(head.recorded_at), known: head.seq };
    let wanted = Wish::of(Document::Published).at(times, text.lang());
    let paper = paper::make(&ledger, &wanted)?;
    let paper = paper.ok_or_else(|| Problem::No(text.get("shelf-no-paper")))?;
    args.answer.give(&paper, form, text)
}
