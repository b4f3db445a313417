//! A verification in pieces, by as many threads as there are connections, in short snapshots.

use std::sync::atomic::{AtomicUsize, Ordering};
use std::sync::mpsc::channel;

use rusqlite::{
    Connection, InterruptHandle, OptionalExtension as _, Transaction, TransactionBehavior,
};

use super::versions::Told;
use super::{CHECKS, Check, Walk, names, schema};
use crate::domain::entity::EntityKind;
use crate::store::chain::GENESIS;
use crate::store::connect;
use crate::store::error::Finding;
use crate::store::view::Head;

/// So many entries are verified in one snapshot, so that nobody who books waits for long.
pub const SNAPSHOT: u64 = 20_000;

/// A part of a verification that rests on no other one.
#[derive(Clone, Copy)]
enum Piece {
    /// The chain behind an entry, up to another one.
    Chain(u64, u64),
    /// A check beside the chain.
    Beside(Check),
    /// What the journal says of a sort of entity.
    Versions(EntityKind),
    /// The names of persons, whose hashes stand in bodies.
    Names,
}

/// What a piece found.
enum Done {
    /// With the last entry that was verified, if there was any.
    Chain(Option<Head>, Vec<Finding>),
    Beside(Vec<Finding>),
    /// Of bodies that may say anything, an error tells nothing until the chain is good.
    Versions(rusqlite::Result<Told>),
    Names(rusqlite::Result<Vec<Finding>>),
}

/// What [`crate::store::Ledger::open`] verifies; `keep_going` is told the percentage and stops
/// with `false`.
pub fn whole(
    conns: &mut [Connection],
    keep_going: &mut dyn FnMut(u32) -> bool,
) -> rusqlite::Result<Option<(Head, Vec<Finding>)>> {
    in_pieces(conns, SNAPSHOT, keep_going)
}

/// As [`whole`], with pieces of so many entries.
fn in_pieces(
    conns: &mut [Connection],
    entries: u64,
    keep_going: &mut dyn FnMut(u32) -> bool,
) -> rusqlite::Result<Option<(Head, Vec<Finding>)>> {
    let Some(conn) = conns.first() else { return Ok(None) };
    let begin = Head { seq: 0, hash: GENESIS, recorded_at: 0 };
    if connect::has_foreign_tables(conn)? {
        return Ok(Some((begin, schema(conn)?)));
    }
    let all: u64 =
        conn.query_row("SELECT coalesce(max(seq), 0) FROM event", [], |row| row.get(0))?;
    let pieces = pieces(all, entries);
    let Some(done) = work(conns, &pieces, keep_going)? else { return Ok(None) };
    let mut head = begin;
    let (mut broken, mut findings, mut told) = (Vec::new(), Vec::new(), Vec::new());
    let mut of_names = Vec::new();
    for one in done {
        match one {
            // Behind the first break nothing more is told of the chain.
            Done::Chain(at, found) if broken.is_empty() => {
                (head, broken) = (at.unwrap_or(head), found);
            }
            Done::Chain(..) => {}
            Done::Beside(found) => findings.extend(found),
            Done::Versions(said) => told.push(said),
            Done::Names(found) => of_names.push(found),
        }
    }
    // What is read from the bodies counts only in a good chain: broken ones may say anything.
    if broken.is_empty() {
        findings.extend(Told::findings(told.into_iter().collect::<Result<_, _>>()?));
        for found in of_names {
            findings.extend(found?);
        }
    }
    broken.extend(findings);
    Ok(keep_going(100).then_some((head, broken)))
}

/// All pieces, the largest first, so that no thread is left alone with one at the end.
fn pieces(all: u64, entries: u64) -> Vec<Piece> {
    let versions = EntityKind::ALL.into_iter().filter(|kind| *kind != EntityKind::Grant);
    let chain = (0..all.div_ceil(entries)).map(|nth| nth * entries);
    std::iter::once(Piece::Versions(EntityKind::Grant))
        .chain(CHECKS.into_iter().map(Piece::Beside))
        .chain(versions.map(Piece::Versions))
        .chain([Piece::Names])
        .chain(chain.map(|from| Piece::Chain(from, from + entries)))
        .collect()
}

/// Does all pieces, in their order as far as threads allow, and tells what each found in that
/// order; `None` when it was stopped.
fn work(
    conns: &mut [Connection],
    pieces: &[Piece],
    keep_going: &mut dyn FnMut(u32) -> bool,
) -> rusqlite::Result<Option<Vec<Done>>> {
    let next = AtomicUsize::new(0);
    let interrupts: Vec<_> = conns.iter().map(Connection::get_interrupt_handle).collect();
    let mut found: Vec<Option<Done>> = pieces.iter().map(|_| None).collect();
    let (tell, told) = channel();
    std::thread::scope(|scope| {
        for conn in conns {
            let (tell, next) = (tell.clone(), &next);
            scope.spawn(move || {
                loop {
                    let place = next.fetch_add(1, Ordering::Relaxed);
                    let Some(piece) = pieces.get(place) else { break };
                    if tell.send((place, piece.examine(conn))).is_err() {
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
        let snapshot = Transaction::new_unchecked(conn, TransactionBehavior::Deferred)?;
        match self {
            Self::Chain(from, until) => stretch(&snapshot, (from, until)),
            Self::Beside(check) => check(&snapshot).map(Done::Beside),
            Self::Versions(kind) => Ok(Done::Versions(Told::of(&snapshot, kind))),
            Self::Names => Ok(Done::Names(names(&snapshot))),
        }
    }
}

/// The entries behind `from`, on trust in the stored hash of that one: the piece before proves it.
fn stretch(conn: &Connection, (from, until): (u64, u64)) -> rusqlite::Result<Done> {
    let mut head = Head { seq: 0, hash: GENESIS, recorded_at: 0 };
    if from > 0 {
        let stored = conn
            .prepare_cached("SELECT hash, recorded_at FROM event WHERE seq = ?1")?
            .query_row([from], |row| {
                Ok(Head { seq: from, hash: row.get(0)?, recorded_at: row.get(1)? })
            })
            .optional()?;
        let Some(stored) = stored else {
            let sql = "SELECT coalesce(min(seq), ?1) FROM event WHERE seq > ?1";
            let seq: u64 = conn.query_row(sql, [from], |row| row.get(0))?;
            return Ok(Done::Chain(None, vec![Finding::Gap { seq }]));
        };
        head = stored;
    }
    let mut walk = Walk::new(head);
    let findings = walk.on(conn, until)?;
    Ok(Done::Chain(Some(walk.head), findings))
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
