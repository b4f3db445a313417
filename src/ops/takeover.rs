//! A list taken over: a verdict per row, then all of it booked or none.
//!
//! What a list tells of happened elsewhere, and other persons did it: every step is booked in the
//! name of who did it, and each rule holds as if it were booked here.

mod grant;
mod payment;
mod recipient;

use std::collections::{BTreeMap, BTreeSet};

use unicode_normalization::UnicodeNormalization as _;

use super::{Failure, Stamp, Stop, book_one, everything};
use crate::domain::date::LAST_DAY;
use crate::domain::event::{Draft, Reference};
use crate::domain::recipient::RecipientType;
use crate::domain::takeover::{Acting, Column, Content, Hindrance, ListRow, Verdict};
use crate::domain::{Body, Day, FileNumber, Kind, PersonNo, RecipientKey, Seq, TitleKey, Uid};
use crate::store::view::Times;
use crate::store::{Ledger, StoreError, Tx, query};

/// What became of a list.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct TakenOver {
    /// A verdict per row, in their order.
    pub verdicts: Vec<Verdict>,
    /// Numbers of the entries that were booked; none when a row was refused and none may be.
    pub booked: Vec<Seq>,
}

/// A list that is taken over.
#[derive(Clone, Copy, Debug)]
pub struct TakeoverList<'a> {
    /// Its name, the voucher of steps that have none of their own.
    pub name: &'a str,
    /// Its rows.
    pub rows: &'a [ListRow],
}

/// Says what becomes of each row, by the rules of booking, and takes everything back.
///
/// # Errors
/// When the file cannot be read, is write-protected, or is being written.
pub fn take_over_preview(
    ledger: &Ledger,
    list: TakeoverList<'_>,
    acting: &Acting,
    stamp: &Stamp,
) -> Result<Vec<Verdict>, Failure> {
    ledger.rehearse(|tx| Ok(all(tx, list, acting, stamp)?.verdicts))
}

/// Books a list in one transaction: all rows, or with `skip_refused` those that are not refused.
///
/// Without it nothing is booked when a row is refused; the verdicts say which.
///
/// # Errors
/// When the file cannot be read or written; nothing is booked.
pub fn take_over(
    ledger: &mut Ledger,
    list: TakeoverList<'_>,
    acting: &Acting,
    stamp: &Stamp,
    skip_refused: bool,
) -> Result<TakenOver, Failure> {
    ended(ledger.write(|tx| {
        let taken = all(tx, list, acting, stamp).map_err(Undone::Failed)?;
        if refuses(&taken) && !skip_refused { Err(Undone::Told(taken)) } else { Ok(taken) }
    }))
}

/// As [`take_over`] without the rows that are refused, but only if each row is still what it was
/// when somebody looked at it; `None` when one is something else by now, and nothing is booked.
///
/// # Errors
/// As [`take_over`].
pub fn take_over_as_shown(
    ledger: &mut Ledger,
    (list, shown): (TakeoverList<'_>, &[Verdict]),
    acting: &Acting,
    stamp: &Stamp,
) -> Result<Option<TakenOver>, Failure> {
    let taken = ended(ledger.write(|tx| {
        let taken = all(tx, list, acting, stamp).map_err(Undone::Failed)?;
        if taken.verdicts == shown { Ok(taken) } else { Err(Undone::Told(taken)) }
    }))?;
    Ok(Some(taken).filter(|taken| taken.verdicts == shown))
}

/// Recipients that are recorded as counties or municipalities below that key, without an end, and
/// that a directory does not name: they may have ended; nothing for other lists.
///
/// # Errors
/// When the file cannot be read.
pub fn not_listed(
    ledger: &Ledger,
    rows: &[ListRow],
    within: &str,
) -> Result<Vec<RecipientKey>, StoreError> {
    let listed: BTreeSet<&RecipientKey> = rows
        .iter()
        .filter_map(|row| match &row.content {
            Ok(Content::Recipient(listed)) => Some(&listed.key),
            _ => None,
        })
        .collect();
    let times = Times { as_of: LAST_DAY, known: ledger.head().seq };
    let mut gone = Vec::new();
    for row in query::recipients(ledger, times)? {
        let official = row.key.official().is_some_and(|digits| digits.starts_with(within))
            && row.recipient_type != RecipientType::Fictional;
        if !official || listed.contains(&row.key) {
            continue;
        }
        let state = query::recipient_state(ledger, times, &row.key)?;
        if state.is_some_and(|state| state.valid_until.is_none()) {
            gone.push(row.key);
        }
    }
    gone.sort();
    Ok(gone)
}

fn refuses(taken: &TakenOver) -> bool {
    taken.verdicts.iter().any(|one| matches!(one, Verdict::Refused(_)))
}

/// Why the transaction was taken back.
enum Undone {
    Told(TakenOver),
    Failed(StoreError),
}

impl From<StoreError> for Undone {
    fn from(error: StoreError) -> Self {
        Self::Failed(error)
    }
}

fn ended(done: Result<TakenOver, Undone>) -> Result<TakenOver, Failure> {
    match done {
        Ok(taken) => Ok(taken),
        Err(Undone::Told(taken)) => Ok(TakenOver { booked: Vec::new(), ..taken }),
        Err(Undone::Failed(error)) => Err(Failure::Store(error)),
    }
}

fn all(
    tx: &mut Tx<'_>,
    list: TakeoverList<'_>,
    acting: &Acting,
    stamp: &Stamp,
) -> Result<TakenOver, StoreError> {
    let mut taker = Taker::new(tx, list.name, acting, stamp)?;
    let mut verdicts: Vec<Option<Verdict>> = vec![None; list.rows.len()];
    // Days first: what a list says does not hang on the order of its rows.
    let mut order: Vec<usize> = (0..list.rows.len()).collect();
    order.sort_by_key(|at| {
        list.rows.get(*at).map(|row| row.content.as_ref().map(Content::day).ok())
    });
    for at in order {
        if let Some(row) = list.rows.get(at) {
            verdicts[at] = Some(taker.row(row)?);
        }
    }
    let verdicts: Vec<Verdict> = verdicts.into_iter().flatten().collect();
    let booked = taker.booked;
    Ok(TakenOver { verdicts: followed(list.rows, verdicts), booked })
}

/// What belongs to another row, or repeats it, has its end.
fn followed(rows: &[ListRow], verdicts: Vec<Verdict>) -> Vec<Verdict> {
    let by_line: BTreeMap<u64, Verdict> =
        rows.iter().map(|row| row.line).zip(verdicts.iter().cloned()).collect();
    let end = |(row, own): (&ListRow, Verdict)| match (&row.content, own) {
        (Ok(Content::Belongs(line) | Content::Repeats(line)), own) => match by_line.get(line) {
            Some(Verdict::Refused(_)) => beside(*line),
            Some(Verdict::Known) => Verdict::Known,
            _ => own,
        },
        (_, own) => own,
    };
    rows.iter().zip(verdicts).map(end).collect()
}

fn beside(line: u64) -> Verdict {
    use crate::domain::takeover::{Issue, IssueKind};
    let (column, kind) = (Column::Grant, IssueKind::Beside(line));
    Verdict::Refused(vec![Hindrance::Cell(Issue { column, value: String::new(), kind })])
}

/// Why a row is not booked.
enum Halt {
    Refused(Vec<Hindrance>),
    Store(StoreError),
}

impl From<StoreError> for Halt {
    fn from(error: StoreError) -> Self {
        Self::Store(error)
    }
}

impl From<Hindrance> for Halt {
    fn from(hindrance: Hindrance) -> Self {
        Self::Refused(vec![hindrance])
    }
}

/// A step of a row, before it has its place in the journal.
struct Planned {
    on: Day,
    actor: PersonNo,
    voucher: String,
    /// Which of the steps before it refers to, by its place.
    follows: Option<usize>,
    body: Body,
}

/// Goes through the rows of a list.
struct Taker<'t, 'c> {
    tx: &'t mut Tx<'c>,
    name: String,
    acting: &'t Acting,
    stamp: &'t Stamp,
    founded: Day,
    persons: BTreeMap<String, PersonNo>,
    /// Titles by their digits.
    titles: BTreeMap<String, TitleKey>,
    /// What this list has booked, with the line that was taken first.
    lines: BTreeMap<String, u64>,
    /// The last entry before the list.
    before: Seq,
    booked: Vec<Seq>,
}

impl<'t, 'c> Taker<'t, 'c> {
    fn new(
        tx: &'t mut Tx<'c>,
        name: &str,
        acting: &'t Acting,
        stamp: &'t Stamp,
    ) -> Result<Self, StoreError> {
        let founded = query::programme(tx)?.founded_on;
        let times = everything(tx);
        let mut persons = BTreeMap::new();
        for row in query::persons(tx, times)? {
            persons.insert(row.person.0.to_string(), row.person);
            persons.extend(row.name.map(|name| (name, row.person)));
        }
        let titles = query::titles(tx, times)?;
        let titles = titles.into_iter().map(|row| (digits(&row.title), row.title)).collect();
        let name = name.nfc().filter(|c| !c.is_control()).take(200).collect();
        let (lines, before, booked) = (BTreeMap::new(), times.known, Vec::new());
        Ok(Self { tx, name, acting, stamp, founded, persons, titles, lines, before, booked })
    }

    fn row(&mut self, row: &ListRow) -> Result<Verdict, StoreError> {
        let done = match &row.content {
            Err(issues) => {
                Err(Halt::Refused(issues.iter().cloned().map(Hindrance::Cell).collect()))
            }
            Ok(Content::Recipient(listed)) => self.recipient(row, listed),
            Ok(Content::Grant(listed)) => self.grant(row, listed),
            Ok(Content::DueLine(listed)) => self.due_line(row, listed),
            Ok(Content::Payment(listed)) => self.payment(row, listed),
            Ok(Content::Belongs(line)) => Ok(Verdict::With(*line)),
            Ok(Content::Repeats(line)) => Ok(Verdict::Twice(*line)),
        };
        match done {
            Ok(verdict) => Ok(verdict),
            Err(Halt::Refused(why)) => Ok(Verdict::Refused(why)),
            Err(Halt::Store(error)) => Err(error),
        }
    }

    /// There already, by the ledger or by a line above.
    fn known(&self, key: &str) -> Verdict {
        self.lines.get(key).copied().map_or(Verdict::Known, Verdict::Twice)
    }

    /// Books the steps of a row, all or none.
    fn steps(
        &mut self,
        (row, key): (&ListRow, String),
        recipient: &RecipientKey,
        planned: Vec<Planned>,
    ) -> Result<Verdict, Halt> {
        let kinds: Vec<Kind> = planned.iter().map(|step| step.body.kind()).collect();
        let uids: Vec<Uid> = planned.iter().map(|_| *uuid::Uuid::new_v4().as_bytes()).collect();
        let (stamp, name) = (self.stamp, &self.name);
        let mut at = 0;
        let done = self.tx.attempt(|tx| {
            let mut seqs = Vec::with_capacity(planned.len());
            for (place, step) in planned.into_iter().enumerate() {
                at = place;
                let own = step.voucher;
                let draft = Draft {
                    uid: uids[place],
                    recipient: recipient.clone(),
                    effective_on: step.on,
                    actor: step.actor,
                    voucher: if own.is_empty() { name.clone() } else { own },
                    reference: step
                        .follows
                        .and_then(|it| uids.get(it))
                        .copied()
                        .map(Reference::Uid),
                    body: step.body,
                    person_name: None,
                };
                seqs.push(book_one(tx, &draft, stamp)?);
            }
            Ok::<_, Stop>(seqs)
        });
        match done {
            Ok(seqs) => {
                self.booked.extend(seqs);
                self.lines.entry(key).or_insert(row.line);
                Ok(Verdict::Books(kinds))
            }
            Err(Stop::Refused(refusal)) => {
                let kind = kinds.get(at).copied().unwrap_or(Kind::RecipientRegistered);
                Err(Hindrance::Rule(kind, Box::new(refusal)).into())
            }
            Err(Stop::Store(error)) => Err(error.into()),
        }
    }

    /// Who did a step: named in the row, or for the whole list; what desk officers do, else who
    /// takes the list over.
    fn person(&self, row: &ListRow, column: Column) -> Result<PersonNo, Hindrance> {
        if let Some((_, typed)) = row.people.iter().find(|(known, _)| *known == column) {
            let found = self.persons.get(typed.trim()).copied();
            return found.ok_or_else(|| Hindrance::Stranger(column, typed.clone()));
        }
        let named = self.acting.named.get(&column).copied();
        let own = DESK.contains(&column).then_some(self.acting.person);
        named.or(own).ok_or(Hindrance::Nobody(column))
    }

    /// The persons of several steps, or all that are missing.
    fn people<const N: usize>(
        &self,
        row: &ListRow,
        columns: [Column; N],
    ) -> Result<[PersonNo; N], Halt> {
        let mut hindrances = Vec::new();
        let found = columns.map(|column| match self.person(row, column) {
            Ok(person) => person,
            Err(hindrance) => {
                hindrances.push(hindrance);
                PersonNo(0)
            }
        });
        if hindrances.is_empty() { Ok(found) } else { Err(Halt::Refused(hindrances)) }
    }

    /// A title however it is grouped: "16 16 883 71" is "1616 88371"; an unknown one stays for the
    /// rule to refuse.
    fn title(&self, written: &TitleKey) -> TitleKey {
        self.titles.get(&digits(written)).unwrap_or(written).clone()
    }

    fn times(&self) -> Times {
        Times { as_of: LAST_DAY, known: self.tx.head().seq }
    }

    /// The recipient of a grant.
    fn recipient_of(&self, grant: &FileNumber) -> Result<RecipientKey, Halt> {
        let found = query::grant_state(self.tx, self.times(), grant)?;
        let found = found.ok_or_else(|| Hindrance::NoGrant(grant.clone()))?;
        Ok(found.recipient)
    }
}

/// Steps that desk officers do.
const DESK: [Column; 3] = [Column::EnteredBy, Column::ExaminedBy, Column::ConfirmedBy];

fn digits(title: &TitleKey) -> String {
    title.as_str().chars().filter(char::is_ascii_digit).collect()
}

/// The own voucher, or the file number of the case.
fn or_file(voucher: &str, grant: &FileNumber) -> String {
    if voucher.is_empty() { grant.to_string() } else { voucher.to_owned() }
}
