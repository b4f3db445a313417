//! What the rules of the camt messages demand of the elements that are read: which stand in
//! which, in this order, and which must be there.
//!
//! Taken from the schemas of ISO 20022, versions .02 to .14. They differ in what must be there;
//! of what may be there, the tables hold all versions together. What stands deeper than the
//! references of a transaction is not looked at.

use std::ops::RangeInclusive;

use uuid::{Uuid, Variant};

use super::camt_entry::short;
use super::problem::{Note, NoteKind, add};
use super::statement::Message;

/// An element that may stand in another one.
struct Child {
    name: &'static str,
    /// Versions in which it must be there.
    needed: RangeInclusive<u32>,
    /// True when it may stand there more than once.
    many: bool,
    /// What may stand in it; empty where that is not looked at.
    inside: &'static [Self],
    /// True when its amount must name the currency.
    currency: bool,
}

impl Child {
    const fn may(name: &'static str) -> Self {
        Self { name, needed: NEVER..=NEVER, many: false, inside: &[], currency: false }
    }

    const fn must(name: &'static str) -> Self {
        Self { needed: FIRST..=LATEST, ..Self::may(name) }
    }

    const fn needed(self, first: u32, last: u32) -> Self {
        Self { needed: first..=last, ..self }
    }

    const fn many(self) -> Self {
        Self { many: true, ..self }
    }

    const fn holds(self, inside: &'static [Self]) -> Self {
        Self { inside, ..self }
    }

    const fn amount(self) -> Self {
        Self { currency: true, ..self }
    }
}

/// A version that there is not: such an element may always be missing.
const NEVER: u32 = u32::MAX;
/// The first version that is read.
const FIRST: u32 = 2;
/// The latest version whose schema is known.
pub const LATEST: u32 = 14;
/// From this version on the status of an entry is an element within `Sts`, before it is a text.
const STATUS_ELEMENT: u32 = 7;

const HEAD: &[Child] = &[
    Child::must("MsgId"),
    Child::must("CreDtTm"),
    Child::may("MsgRcpt"),
    Child::may("MsgPgntn"),
    Child::may("OrgnlBizQry"),
    Child::may("AddtlInf"),
];

const fn message(statement: &'static str) -> [Child; 3] {
    [
        Child::must("GrpHdr").holds(HEAD),
        Child::must(statement).many().holds(STATEMENT),
        Child::may("SplmtryData").many(),
    ]
}

const REPORT: &[Child] = &message("Rpt");
const OF_STATEMENTS: &[Child] = &message("Stmt");
const NOTIFICATION: &[Child] = &message("Ntfctn");

const STATEMENT: &[Child] = &[
    Child::must("Id"),
    Child::may("StmtPgntn"),
    Child::may("RptPgntn"),
    Child::may("NtfctnPgntn"),
    Child::may("ElctrncSeqNb"),
    Child::may("RptgSeq"),
    Child::may("LglSeqNb"),
    Child::may("CreDtTm").needed(FIRST, 6),
    Child::may("FrToDt"),
    Child::may("CpyDplctInd"),
    Child::may("RptgSrc"),
    Child::must("Acct").holds(ACCOUNT),
    Child::may("RltdAcct"),
    Child::may("Intrst").many(),
    Child::may(BALANCE).many().holds(BALANCE_PARTS),
    Child::may("TxsSummry"),
    Child::may("Ntry").many().holds(ENTRY),
    Child::may("AddtlRptInf"),
    Child::may("AddtlStmtInf"),
    Child::may("AddtlNtfctnInf"),
];

/// It must be there in statements only.
const BALANCE: &str = "Bal";

const ACCOUNT: &[Child] = &[
    Child::may("Id").needed(FIRST, 8),
    Child::may("Tp"),
    Child::may("Ccy"),
    Child::may("Nm"),
    Child::may("Prxy"),
    Child::may("Ownr"),
    Child::may("Svcr"),
];

const BALANCE_PARTS: &[Child] = &[
    Child::must("Tp"),
    Child::may("CdtLine").many(),
    Child::must("Amt").amount(),
    Child::must("CdtDbtInd"),
    Child::must("Dt"),
    Child::may("Avlbty").many(),
];

const ENTRY: &[Child] = &[
    Child::may("NtryRef"),
    Child::must("Amt").amount(),
    Child::must("CdtDbtInd"),
    Child::may("RvslInd"),
    Child::must("Sts"),
    Child::may("BookgDt"),
    Child::may("ValDt"),
    Child::may("AcctSvcrRef"),
    Child::may("Avlbty").many(),
    Child::must("BkTxCd"),
    Child::may("ComssnWvrInd"),
    Child::may("AddtlInfInd"),
    Child::may("AmtDtls"),
    Child::may("Chrgs").many(),
    Child::may("TechInptChanl"),
    Child::may("Intrst").many(),
    Child::may("CardTx"),
    Child::may("NtryDtls").many().holds(DETAILS),
    Child::may("AddtlNtryInf"),
];

const DETAILS: &[Child] =
    &[Child::may("Btch").holds(BATCH), Child::may("TxDtls").many().holds(TRANSACTION)];

const BATCH: &[Child] = &[
    Child::may("MsgId"),
    Child::may("PmtInfId"),
    Child::may("NbOfTxs"),
    Child::may("TtlAmt").amount(),
    Child::may("CdtDbtInd"),
];

const TRANSACTION: &[Child] = &[
    Child::may("Refs").holds(REFERENCES),
    Child::may("Amt").needed(3, 6).amount(),
    Child::may("CdtDbtInd").needed(3, 6),
    Child::may("AmtDtls"),
    Child::may("Avlbty").many(),
    Child::may("BkTxCd"),
    Child::may("Chrgs").many(),
    Child::may("Intrst").many(),
    Child::may("RltdPties"),
    Child::may("RltdAgts"),
    Child::may("LclInstrm"),
    Child::may("PmtTpInf"),
    Child::may("Purp"),
    Child::may("RltdRmtInf").many(),
    Child::may("RmtInf"),
    Child::may("RltdDts"),
    Child::may("RltdPric"),
    Child::may("RltdQties").many(),
    Child::may("FinInstrmId"),
    Child::may("Tax"),
    Child::may("RtrInf"),
    Child::may("CorpActn"),
    Child::may("RltdCorpActn"),
    Child::may("SfkpgAcct"),
    Child::may("UndrlygAllcn").many(),
    Child::may("CshDpst").many(),
    Child::may("CardTx"),
    Child::may("InstrCpy"),
    Child::may("AddtlTxInf"),
    Child::may("SplmtryData").many(),
];

/// The reference that a payment keeps on its whole way.
const PAYMENT_REFERENCE: &str = "UETR";

const REFERENCES: &[Child] = &[
    Child::may("MsgId"),
    Child::may("AcctSvcrRef"),
    Child::may("PmtInfId"),
    Child::may("InstrId"),
    Child::may("EndToEndId"),
    Child::may(PAYMENT_REFERENCE),
    Child::may("TxId"),
    Child::may("MndtId"),
    Child::may("ChqNb"),
    Child::may("ClrSysRef"),
    Child::may("AcctOwnrTxId"),
    Child::may("AcctSvcrTxId"),
    Child::may("MktInfrstrctrTxId"),
    Child::may("PrcgId"),
    Child::may("RtrId"),
    Child::may("Prtry").many(),
];

/// An element that is open.
struct Open {
    name: &'static str,
    inside: &'static [Child],
    /// All before this place may not come any more.
    next: usize,
    /// The places whose elements have come, a bit each.
    seen: u32,
}

/// What breaks the rules: an element, and what is wrong with it.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Fault {
    /// It is not there.
    Missing(&'static str),
    /// Another one stands before it, or it is there twice.
    Misplaced(&'static str),
    /// The rules do not know it.
    Unknown,
    /// The status is written as in another version.
    Status,
    /// What stands in it has another form.
    Form(&'static str),
}

/// Follows a message element by element and gathers what breaks the rules.
#[derive(Default)]
pub struct Rules {
    version: u32,
    message: Message,
    open: Vec<Open>,
    /// Elements that are open within one that is not looked at.
    beyond: usize,
    /// Fault and the element it is in, the first line, how often, and an unknown element's name.
    found: Vec<(Fault, &'static str, NoteAt)>,
}

/// Where and how often a fault was found.
struct NoteAt {
    line: u64,
    count: u64,
    name: String,
}

impl Rules {
    /// The message's own element begins; of an unknown version the rules are not known.
    pub fn begin(&mut self, message: Message, version: u32) {
        if !(FIRST..=LATEST).contains(&version) {
            return;
        }
        (self.message, self.version) = (message, version);
        let (name, inside) = match message {
            Message::Report => ("BkToCstmrAcctRpt", REPORT),
            Message::Statement => ("BkToCstmrStmt", OF_STATEMENTS),
            Message::Notification => ("BkToCstmrDbtCdtNtfctn", NOTIFICATION),
        };
        self.open.push(Open { name, inside, next: 0, seen: 0 });
    }

    /// An element begins below the message's own.
    pub fn open(&mut self, name: &str, has_currency: bool, line: u64) {
        let Some(parent) = self.open.last_mut().filter(|_| self.beyond == 0) else {
            self.beyond += usize::from(!self.open.is_empty());
            return;
        };
        let within = parent.name;
        let later = parent.inside.get(parent.next..).unwrap_or_default();
        let place = later.iter().position(|child| child.name == name).map(|at| at + parent.next);
        let earlier = || parent.inside.iter().position(|child| child.name == name);
        let Some(at) = place.or_else(earlier) else {
            self.beyond = 1;
            return self.fault(Fault::Unknown, within, (line, name));
        };
        let child = &parent.inside[at];
        parent.seen |= 1 << at;
        if place.is_some() {
            parent.next = at + usize::from(!child.many);
        } else {
            self.fault(Fault::Misplaced(child.name), within, (line, ""));
        }
        if child.currency && !has_currency {
            self.fault(Fault::Missing("Ccy"), child.name, (line, ""));
        }
        if child.inside.is_empty() {
            self.beyond = 1;
        } else {
            self.open.push(Open { name: child.name, inside: child.inside, next: 0, seen: 0 });
        }
    }

    /// The element that was opened last ends.
    pub fn close(&mut self, line: u64) {
        if self.beyond > 0 {
            self.beyond -= 1;
            return;
        }
        let Some(open) = self.open.pop() else { return };
        for (at, child) in open.inside.iter().enumerate() {
            let of_statement = self.message == Message::Statement && child.name == BALANCE;
            let needed = child.needed.contains(&self.version) || of_statement;
            if needed && open.seen & (1 << at) == 0 {
                self.fault(Fault::Missing(child.name), open.name, (line, ""));
            }
        }
    }

    /// The status of an entry is read, as an element of its own or as a plain text.
    pub fn status(&mut self, as_element: bool, line: u64) {
        if self.version > 0 && as_element != (self.version >= STATUS_ELEMENT) {
            self.fault(Fault::Status, "Ntry", (line, ""));
        }
    }

    /// The reference of a payment for its whole way is read: a random UUID in small letters.
    pub fn payment_reference(&mut self, words: &str, line: u64) {
        let random = |id: &Uuid| id.get_version_num() == 4 && id.get_variant() == Variant::RFC4122;
        let id = Uuid::try_parse(words).ok().filter(random);
        if self.version > 0 && id.is_none_or(|id| id.hyphenated().to_string() != words) {
            self.fault(Fault::Form(PAYMENT_REFERENCE), "Refs", (line, ""));
        }
    }

    fn fault(&mut self, fault: Fault, within: &'static str, (line, name): (u64, &str)) {
        let name = short(name);
        let same = |(known, of, at): &&mut (Fault, &str, NoteAt)| {
            *known == fault && *of == within && at.name == name
        };
        if let Some((_, _, at)) = self.found.iter_mut().find(same) {
            at.count += 1;
        } else if self.found.len() < MOST_FAULTS {
            self.found.push((fault, within, NoteAt { line, count: 1, name }));
        }
    }

    /// What was found, each kind once.
    pub fn finish(self, notes: &mut Vec<Note>) {
        for (fault, within, NoteAt { line, count, name }) in self.found {
            let odd = |name: &str| NoteKind::OddElement { name: format!("{within}/{name}"), count };
            let kind = match fault {
                Fault::Missing("Rpt" | "Stmt" | "Ntfctn") => NoteKind::NoStatement,
                Fault::Missing(BALANCE) => NoteKind::NoBalance(count),
                Fault::Missing(name) => {
                    NoteKind::ElementMissing { name: format!("{within}/{name}"), count }
                }
                Fault::Misplaced(name) | Fault::Form(name) => odd(name),
                Fault::Status => odd("Sts"),
                Fault::Unknown => odd(&name),
            };
            add(notes, Note { kind, line, about: String::new() });
        }
    }
}

/// Kinds of faults that are told of one file; one with more breaks every rule.
const MOST_FAULTS: usize = 50;

#[cfg(test)]
mod tests {
    use super::{Child, FIRST, LATEST, NEVER, OF_STATEMENTS};

    fn each(of: &[Child], see: &mut impl FnMut(&[Child])) {
        see(of);
        for child in of {
            each(child.inside, see);
        }
    }

    #[test]
    fn every_table_fits_into_the_bits_and_names_each_element_once() {
        each(OF_STATEMENTS, &mut |table| {
            assert!(table.len() <= 32);
            let mut names: Vec<&str> = table.iter().map(|child| child.name).collect();
            names.sort_unstable();
            names.dedup();
            assert_eq!(names.len(), table.len());
            let known = |child: &Child| {
                let (first, last) = (*child.needed.start(), *child.needed.end());
                first == NEVER || first >= FIRST && last <= LATEST
            };
            assert!(table.iter().all(known));
        });
    }
}
