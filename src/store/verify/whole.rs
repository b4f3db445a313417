//! A verification in pieces: by as many threads as there are connections, in short snapshots, or
//! one piece after the other in a snapshot that there is already.

use std::sync::atomic::{AtomicUsize, Ordering};
use std::sync::mpsc::channel;

use rusqlite::{Connection, InterruptHandle, Transaction, TransactionBehavior};

use super::accounts::Accounts;
use super::postings::Moved;
use super::stretch::Stretch;
use super::versions::{self, Journal};
use super::{MOST, laid_ready, names, schema};
use crate::domain::entity::{EntityKey, EntityKind};
use crate::store::chain::GENESIS;
use crate::store::connect;
use crate::store::error::Finding;
use crate::store::view::Head;

/// So many entries are verified in one snapshot, so that nobody who books waits for long.
pub const SNAPSHOT: u64 = 20_000;

const BEGINNING: Head = Head { seq: 0, hash: GENESIS, recorded_at: 0 };

/// Of each hundred parts of the work the journal takes so many, the entities take the rest.
const OF_JOURNAL: u32 = 80;

/// A part of a verification that rests on no other one.
#[derive(Clone, Copy)]
enum Piece {
    /// The entries behind one, up to another one.
    Stretch(u64, u64),
    /// Accounts and due lines; of postings those behind an entry.
    Accounts(u64),
    /// Definitions, and rows that wait for an entry.
    Beside,
    /// The names of persons, whose hashes stand in bodies.
    Names,
}

/// What a piece found.
enum Done {
    Stretch(Stretch),
    Accounts(Accounts),
    Beside(Vec<Finding>, Vec<Finding>),
    /// Of bodies that may say anything, an error tells nothing until the chain is good.
    Names(rusqlite::Result<Vec<Finding>>),
}

/// What all pieces found together.
#[derive(Default)]
struct Whole {
    stretches: Vec<Stretch>,
    accounts: Accounts,
    schema: Vec<Finding>,
    laid_ready: Vec<Finding>,
    names: Vec<rusqlite::Result<Vec<Finding>>>,
}

/// What [`crate::store::Ledger::open`] verifies; `keep_going` is told the percentage and stops
/// with `false`.
pub fn whole(
    conns: &mut [Connection],
    keep_going: &mut dyn FnMut(u32) -> bool,
) -> rusqlite::Result<Option<(Head, Vec<Finding>)>> {
    in_pieces(conns, SNAPSHOT, keep_going)
}

/// The same in the snapshot of a connection.
pub fn everything(conn: &Connection) -> rusqlite::Result<(Head, Vec<Finding>)> {
    if connect::has_foreign_tables(conn)? {
        return Ok((BEGINNING, schema(conn)?));
    }
    let pieces = pieces(last(conn)?, SNAPSHOT);
    let done = pieces.iter().map(|piece| piece.examine(conn)).collect::<Result<_, _>>()?;
    let whole = Whole::of(done);
    let (journal, kinds) = (whole.journal(), whole.kinds());
    let told = kinds.iter().map(|kind| journal.compare(conn, *kind)).collect::<Result<_, _>>()?;
    whole.findings(conn, told)
}

/// As [`whole`], with stretches of so many entries.
fn in_pieces(
    conns: &mut [Connection],
    entries: u64,
    keep_going: &mut dyn FnMut(u32) -> bool,
) -> rusqlite::Result<Option<(Head, Vec<Finding>)>> {
    let Some(conn) = conns.first() else { return Ok(None) };
    if connect::has_foreign_tables(conn)? {
        return Ok(Some((BEGINNING, schema(conn)?)));
    }
    let pieces = pieces(last(conn)?, entries);
    let snapshot = |piece: &Piece, conn: &Connection| {
        let snapshot = Transaction::new_unchecked(conn, TransactionBehavior::Deferred)?;
        piece.examine(&snapshot)
    };
    let mut first = |percent| keep_going(percent * OF_JOURNAL / 100);
    let Some(done) = work(conns, &pieces, &snapshot, &mut first)? else { return Ok(None) };
    let whole = Whole::of(done);
    let (journal, kinds) = (whole.journal(), whole.kinds());
    let compare = |kind: &EntityKind, conn: &Connection| journal.compare(conn, *kind);
    let mut second = |percent| keep_going(OF_JOURNAL + percent * (100 - OF_JOURNAL) / 100);
    let Some(told) = work(conns, &kinds, &compare, &mut second)? else { return Ok(None) };
    let Some(conn) = conns.first() else { return Ok(None) };
    let found = whole.findings(conn, told)?;
    Ok(keep_going(100).then_some(found))
}

/// The number of the last entry.
fn last(conn: &Connection) -> rusqlite::Result<u64> {
    conn.query_row("SELECT coalesce(max(seq), 0) FROM event", [], |row| row.get(0))
}

/// More stretches than these are never made, whatever a file says its last number is.
const MOST_STRETCHES: u64 = 1_000;

/// All pieces, the largest first, so that no thread is left alone with one at the end.
fn pieces(all: u64, entries: u64) -> Vec<Piece> {
    let entries = entries.max(all.div_ceil(MOST_STRETCHES));
    let stretches = (0..all.div_ceil(entries).max(1)).map(|nth| nth * entries);
    [Piece::Accounts(all), Piece::Beside, Piece::Names]
        .into_iter()
        .chain(stretches.map(|from| Piece::Stretch(from, (from + entries).min(all))))
        .collect()
}

/// Does all pieces, in their order as far as threads allow, and tells what each found in that
/// order; `None` when it was stopped.
fn work<P: Sync, T: Send>(
    conns: &mut [Connection],
    pieces: &[P],
    examine: &(impl Fn(&P, &Connection) -> rusqlite::Result<T> + Sync),
    keep_going: &mut dyn FnMut(u32) -> bool,
) -> rusqlite::Result<Option<Vec<T>>> {
    let next = AtomicUsize::new(0);
    let interrupts: Vec<_> = conns.iter().map(Connection::get_interrupt_handle).collect();
    let mut found: Vec<Option<T>> = pieces.iter().map(|_| None).collect();
    let (tell, told) = channel();
    std::thread::scope(|scope| {
        for conn in conns {
            let (tell, next) = (tell.clone(), &next);
            scope.spawn(move || {
                loop {
                    let place = next.fetch_add(1, Ordering::Relaxed);
                    let Some(piece) = pieces.get(place) else { break };
                    if tell.send((place, examine(piece, conn))).is_err() {
                        break;
                    }
                }
            });
        }
        drop(tell);
        let (mut stopped, mut failed, mut count) = (false, None, 0);
        for (place, done) in told {
            count += 1;
            match done {
                Ok(done) => {
                    if let Some(slot) = found.get_mut(place) {
                        *slot = Some(done);
                    }
                }
                Err(error) => failed = failed.or(Some(error)),
            }
            let percent = u32::try_from(count * 100 / pieces.len().max(1)).unwrap_or(100);
            stopped = stopped || !keep_going(percent);
            if stopped || failed.is_some() {
                // What is under way ends soon, what has not begun never begins.
                next.store(pieces.len(), Ordering::Relaxed);
                interrupts.iter().for_each(InterruptHandle::interrupt);
            }
        }
        match failed {
            _ if stopped => Ok(None),
            Some(error) => Err(error),
            None => Ok(Some(found.into_iter().flatten().collect())),
        }
    })
}

impl Piece {
    fn examine(self, conn: &Connection) -> rusqlite::Result<Done> {
        match self {
            Self::Stretch(from, until) => Stretch::read(conn, (from, until)).map(Done::Stretch),
            Self::Accounts(verified) => Accounts::read(conn, verified).map(Done::Accounts),
            Self::Beside => Ok(Done::Beside(schema(conn)?, laid_ready(conn)?)),
            Self::Names => Ok(Done::Names(names(conn))),
        }
    }
}

impl Whole {
    fn of(done: Vec<Done>) -> Self {
        let mut whole = Self::default();
        for one in done {
            match one {
                Done::Stretch(stretch) => whole.stretches.push(stretch),
                Done::Accounts(accounts) => whole.accounts = accounts,
                Done::Beside(schema, laid_ready) => {
                    (whole.schema, whole.laid_ready) = (schema, laid_ready);
                }
                Done::Names(found) => whole.names.push(found),
            }
        }
        whole
    }

    /// The last entry before the first break of the chains, and what is said of that break: behind
    /// it nothing more is told of them.
    fn chain(&self) -> (Head, &[Finding]) {
        let mut head = BEGINNING;
        for stretch in &self.stretches {
            head = stretch.head.unwrap_or(head);
            if !stretch.broken.is_empty() {
                return (head, &stretch.broken);
            }
        }
        (head, &[])
    }

    /// The first entry that nobody can read.
    fn unreadable(&self) -> Option<Finding> {
        self.stretches.iter().find_map(|stretch| stretch.said.unreadable())
    }

    fn journal(&self) -> Journal<'_> {
        let stretches = self.stretches.iter().map(|stretch| &stretch.said).collect();
        Journal::of(stretches, self.chain().0.seq)
    }

    /// The kinds of entities to compare, those of which most is said first: what is read from the
    /// bodies counts only in a good chain where all can be read; broken ones may say anything.
    fn kinds(&self) -> Vec<EntityKind> {
        if !self.chain().1.is_empty() || self.unreadable().is_some() {
            return Vec::new();
        }
        let (grant, others): (Vec<_>, Vec<_>) =
            EntityKind::ALL.into_iter().partition(|kind| *kind == EntityKind::Grant);
        grant.into_iter().chain(others).collect()
    }

    /// `told` is what of each kind of entity is not as the journal says.
    fn findings(
        self,
        conn: &Connection,
        told: Vec<[Vec<EntityKey>; 2]>,
    ) -> rusqlite::Result<(Head, Vec<Finding>)> {
        let posted = Moved::together(self.stretches.iter().map(|stretch| &stretch.moved));
        let (head, broken) = self.chain();
        let mut findings = broken.to_vec();
        let unbalanced = self.stretches.iter().flat_map(|stretch| stretch.unbalanced.clone());
        let unbalanced = unbalanced.chain(self.accounts.unbalanced.iter().cloned());
        let good = broken.is_empty();
        let unreadable = self.unreadable();
        findings.extend(self.schema);
        findings.extend(unbalanced.take(MOST));
        findings.extend(self.accounts.compare(conn, &posted)?);
        findings.extend(self.accounts.totals);
        findings.extend(self.accounts.identities);
        findings.extend(self.accounts.in_force);
        findings.extend(self.laid_ready);
        if good {
            // Of an entry that nobody can read nothing follows: it is told alone.
            findings.extend(unreadable);
            findings.extend(versions::findings(told));
            for found in self.names {
                findings.extend(found?);
            }
        }
        Ok((head, findings))
    }
}

#[cfg(test)]
mod tests {
    use std::path::Path;

    use super::*;
    use crate::ops::sample;
    use crate::store::connect::{self, Access};
    use crate::store::verify;

    fn pieces(path: &Path, entries: u64) -> (Head, Vec<Finding>) {
        let open = |_| connect::open(path, Access::Read).expect("a ledger");
        let mut conns: Vec<Connection> = (0..3).map(open).collect();
        in_pieces(&mut conns, entries, &mut |_| true).expect("readable").expect("not stopped")
    }

    /// What changes the sample, by a tool that no trigger stops.
    fn changed(path: &Path, sql: &str) {
        let tool = Connection::open(path).expect("a file");
        let guards: Vec<String> = tool
            .prepare("SELECT name FROM sqlite_schema WHERE type = 'trigger'")
            .and_then(|mut guards| guards.query_map([], |row| row.get(0))?.collect())
            .expect("guards");
        for guard in guards {
            tool.execute_batch(&format!("DROP TRIGGER {guard}")).expect("a guard");
        }
        tool.pragma_update(None, "foreign_keys", "OFF").expect("a tool");
        tool.execute_batch(sql).expect("a change");
    }

    #[test]
    fn pieces_find_what_one_walk_finds_wherever_they_are_cut() {
        let folder = tempfile::tempdir().expect("a folder");
        let good = folder.path().join("good.foerderbuch");
        sample::write(&good).expect("a sample");
        let changes = [
            "SELECT 1",
            "UPDATE event SET voucher = voucher || '.' WHERE seq = 60",
            "UPDATE event SET voucher = voucher || '.' WHERE seq = 61",
            "UPDATE event SET hash = randomblob(32) WHERE seq = 60",
            "UPDATE event SET recipient_hash = randomblob(32) WHERE seq = 100",
            "UPDATE event SET recipient_seq = recipient_seq + 500 WHERE seq = 100",
            "UPDATE event SET recorded_at = recorded_at - 86400000000 WHERE seq = 61",
            "DELETE FROM event WHERE seq = 60",
            "DELETE FROM event WHERE seq BETWEEN 55 AND 65",
            "DELETE FROM event WHERE seq = 1",
        ];
        for sql in changes {
            let path = folder.path().join("changed.foerderbuch");
            std::fs::copy(&good, &path).expect("a copy");
            changed(&path, sql);
            let conn = connect::open(&path, Access::Read).expect("a ledger");
            let begin = Head { seq: 0, hash: GENESIS, recorded_at: 0 };
            let (_, walked) = verify::tail(&conn, begin).expect("readable");
            for entries in [7, 20, 1_000] {
                let (head, found) = pieces(&path, entries);
                let first = |found: &[Finding]| {
                    let chain = found.iter().find(|one| {
                        !matches!(one, Finding::Schema { .. } | Finding::Replay { .. })
                    });
                    chain.cloned()
                };
                assert_eq!(first(&found), first(&walked), "{sql}, {entries}");
                let whole = walked.is_empty();
                assert!(!whole || head.seq == 276, "{sql}, {entries}: {}", head.seq);
            }
        }
    }
}
