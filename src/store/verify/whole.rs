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
    /// The chain behind this entry, as far as one snapshot goes.
    Chain(u64),
    /// A check beside the chain.
    Beside(Check),
    /// What the journal says of a sort of entity.
    Versions(EntityKind),
}

/// What a piece found.
enum Done {
    Chain(Head, Vec<Finding>),
    Beside(Vec<Finding>),
    Versions(Told),
}

/// What [`crate::store::Ledger::open`] verifies; `keep_going` is told the percentage and stops
/// with `false`.
pub fn whole(
    conns: &mut [Connection],
    keep_going: &mut dyn FnMut(u32) -> bool,
) -> rusqlite::Result<Option<(Head, Vec<Finding>)>> {
    let Some(conn) = conns.first() else { return Ok(None) };
    let begin = Head { seq: 0, hash: GENESIS, recorded_at: 0 };
    if connect::has_foreign_tables(conn)? {
        return Ok(Some((begin, schema(conn)?)));
    }
    let all: u64 =
        conn.query_row("SELECT coalesce(max(seq), 0) FROM event", [], |row| row.get(0))?;
    let chain = (0..all.div_ceil(SNAPSHOT)).map(|nth| Piece::Chain(nth * SNAPSHOT));
    let pieces: Vec<Piece> = CHECKS.into_iter().map(Piece::Beside).chain(chain).collect();
    let Some(done) = work(conns, &pieces, &mut |percent| keep_going(percent * 7 / 10))? else {
        return Ok(None);
    };
    let mut head = begin;
    let (mut broken, mut findings) = (Vec::new(), Vec::new());
    for one in done {
        match one {
            // Behind the first break nothing more is told of the chain.
            Done::Chain(at, found) if broken.is_empty() => (head, broken) = (at, found),
            Done::Chain(..) | Done::Versions(_) => {}
            Done::Beside(found) => findings.extend(found),
        }
    }
    let good = broken.is_empty();
    broken.extend(findings);
    if good {
        let pieces: Vec<Piece> = EntityKind::ALL
            .into_iter()
            .rev()
            .map(Piece::Versions)
            .chain([Piece::Beside(names)])
            .collect();
        let mut more = |percent| keep_going(70 + percent * 3 / 10);
        let Some(done) = work(conns, &pieces, &mut more)? else { return Ok(None) };
        let (mut told, mut beside) = (Vec::new(), Vec::new());
        for one in done {
            match one {
                Done::Versions(said) => told.push(said),
                Done::Beside(found) => beside.extend(found),
                Done::Chain(..) => {}
            }
        }
        broken.extend(Told::findings(told));
        broken.extend(beside);
    }
    Ok(keep_going(100).then_some((head, broken)))
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
            Self::Chain(from) => stretch(&snapshot, from),
            Self::Beside(check) => check(&snapshot).map(Done::Beside),
            Self::Versions(kind) => Told::of(&snapshot, kind).map(Done::Versions),
        }
    }
}

/// The entries behind `from`, on trust in the stored hash of that one: the piece before proves it.
fn stretch(conn: &Connection, from: u64) -> rusqlite::Result<Done> {
    let mut head = Head { seq: 0, hash: GENESIS, recorded_at: 0 };
    if from > 0 {
        let stored = conn
            .prepare_cached("SELECT hash, recorded_at FROM event WHERE seq = ?1")?
            .query_row([from], |row| {
                Ok(Head { seq: from, hash: row.get(0)?, recorded_at: row.get(1)? })
            })
            .optional()?;
        let Some(stored) = stored else {
            let next: u64 = conn.query_row(
                "SELECT coalesce(min(seq), ?1) FROM event WHERE seq > ?1",
                [from],
                |row| row.get(0),
            )?;
            head.seq = from;
            return Ok(Done::Chain(head, vec![Finding::Gap { seq: next }]));
        };
        head = stored;
    }
    let mut walk = Walk::new(head);
    let findings = walk.on(conn, from + SNAPSHOT)?;
    Ok(Done::Chain(walk.head, findings))
}
