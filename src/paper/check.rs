//! Whether a PDF is what left the house.

use std::path::Path;

use serde_json::Value;
use sha2::{Digest as _, Sha256};

use super::{Document, Wanted, make};
use crate::domain::body::DocumentIssued;
use crate::domain::date::LAST_DAY;
use crate::domain::{Body, Day, Event, Seq};
use crate::render;
use crate::store::view::{Head, Times};
use crate::store::{Ledger, StoreError, files, query};
use crate::text::Text;

/// The largest file that is read as a paper, in bytes. The longest papers of the program (extracts
/// of hundreds of pages) have a few million; whatever is far larger is none, and would only fill
/// the memory.
pub const LIMIT: u64 = 64 << 20;

/// What the file is, in sight of a ledger.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Verdict {
    /// Genuine: byte for byte what was issued with that entry.
    Issued {
        /// Number of the entry.
        number: Seq,
        /// Day of issue.
        day: Day,
        /// What the ledger knows beyond it.
        age: Age,
    },
    /// Left the house with that entry, which was corrected since: it counts no more.
    Corrected {
        /// Number of the entry by which it was issued.
        number: Seq,
        /// Number of the correction.
        correction: Seq,
    },
    /// Genuine: byte for byte the copy that this ledger makes; not issued.
    Copy {
        /// What the ledger knows beyond it.
        age: Age,
    },
    /// No PDF.
    NoPdf,
    /// Larger than [`LIMIT`], which no paper is.
    TooLarge,
    /// A protocol of a verification, which is only good with its ledger.
    Protocol,
    /// A comparison with a bank: never issued, and not made from the ledger alone.
    Working,
    /// No paper of this program, or without what would tell it.
    Foreign,
    /// The paper knows more than the ledger.
    LedgerOlder {
        /// Last entry that the paper knows.
        known: Seq,
        /// Last entry of the ledger.
        last: Seq,
    },
    /// The paper knows more than the ledger, and names another programme.
    OtherProgramme {
        /// Programme of the paper.
        paper: String,
        /// Programme of the ledger.
        own: String,
    },
    /// Its entry has another hash in this ledger.
    OtherLedger {
        /// Last entry that the paper knows.
        known: Seq,
    },
    /// It calls itself issued, but no entry has its hash.
    NotIssued,
    /// An entry that a person typed names its hash: the program neither made nor keeps it.
    Recorded {
        /// Number of that entry.
        number: Seq,
    },
    /// Names that stood on it were erased since: it cannot be made again, nor told from another.
    NamesErased {
        /// Last entry that the paper knows.
        known: Seq,
    },
    /// A copy of another version of the program, which alone makes it again byte for byte.
    OtherProgram {
        /// That version.
        program: String,
    },
    /// Its anchor is of this ledger, its bytes are not.
    Altered {
        /// Last entry that the paper knows.
        known: Seq,
    },
}

/// How old a paper is, in entries.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Age {
    /// Last entry that the paper knows.
    pub known: Seq,
    /// Last entry of the ledger.
    pub last: Seq,
    /// Entries after the known one that issue a paper.
    issues: u64,
}

impl Age {
    fn of(ledger: &Ledger, issued: &[Event], known: Seq) -> Self {
        let issues = issued.iter().filter(|event| event.seq > known).count();
        let issues = u64::try_from(issues).unwrap_or(u64::MAX);
        Self { known, last: ledger.head().seq, issues }
    }

    /// How many entries came since that issue no paper: an issue changes no figure, and a paper's
    /// own comes always after what it knows.
    #[must_use]
    pub const fn more(self) -> u64 {
        self.last.saturating_sub(self.known).saturating_sub(self.issues)
    }
}

impl Verdict {
    /// True for a genuine paper, issued or copied, of whatever age.
    #[must_use]
    pub const fn is_genuine(&self) -> bool {
        matches!(self, Self::Issued { .. } | Self::Copy { .. })
    }

    /// True when the file is not what a paper is: it was not compared with anything.
    #[must_use]
    pub const fn is_no_paper(&self) -> bool {
        matches!(self, Self::NoPdf | Self::TooLarge)
    }

    /// The verdict in sentences, for a file of that name.
    #[must_use]
    pub fn sentences(&self, path: &str, text: &Text) -> Vec<String> {
        let path = [("path", path.to_owned())];
        vec![match self {
            Self::Issued { number, day, age } => {
                let args = [("number", number.to_string()), ("day", text.day(*day))];
                return vec![text.format("cli-check-issued", &args), aged(*age, text)];
            }
            Self::Copy { age } => return vec![text.get("cli-check-copy"), aged(*age, text)],
            Self::NoPdf => text.format("cli-check-no-pdf", &path),
            Self::TooLarge => {
                let [path] = path;
                text.format("cli-check-large", &[path, ("most", (LIMIT >> 20).to_string())])
            }
            Self::Corrected { number, correction } => {
                let args = [("number", number.to_string()), ("correction", correction.to_string())];
                text.format("cli-check-corrected", &args)
            }
            Self::Working => text.get("cli-check-working"),
            Self::Protocol => text.get("cli-check-verification"),
            Self::Foreign => text.format("cli-check-foreign", &path),
            Self::LedgerOlder { known, last } => {
                let args = [("known", known.to_string()), ("last", last.to_string())];
                text.format("cli-check-ledger-older", &args)
            }
            Self::OtherProgramme { paper, own } => {
                let args = [("paper", paper.clone()), ("own", own.clone())];
                text.format("cli-check-other-programme", &args)
            }
            Self::OtherLedger { known } => {
                text.format("cli-check-other-ledger", &[("known", known.to_string())])
            }
            Self::NotIssued => text.get("cli-check-not-issued"),
            Self::Recorded { number } => {
                text.format("cli-check-recorded", &[("number", number.to_string())])
            }
            Self::NamesErased { known } => {
                text.format("cli-check-names-erased", &[("known", known.to_string())])
            }
            Self::OtherProgram { program } => {
                text.format("cli-check-other-program", &[("program", program.clone())])
            }
            Self::Altered { known } => {
                text.format("cli-check-altered", &[("known", known.to_string())])
            }
        }]
    }
}

/// How much the ledger knows beyond the paper.
fn aged(age: Age, text: &Text) -> String {
    let more = i64::try_from(age.more()).unwrap_or(i64::MAX);
    if more == 0 {
        return text.get("cli-check-current");
    }
    let args = [("known", age.known.to_string()), ("last", age.last.to_string())];
    text.count("cli-check-older", more, &args)
}

/// Reads a file and says what it is.
///
/// # Errors
/// When the file or the ledger cannot be read.
pub fn check_file(ledger: &Ledger, path: &Path) -> Result<Verdict, StoreError> {
    let found = std::fs::metadata(path).map_err(|error| files::io_error(&error, path))?;
    if found.len() > LIMIT {
        return Ok(Verdict::TooLarge);
    }
    let bytes = std::fs::read(path).map_err(|error| files::io_error(&error, path))?;
    check(ledger, &bytes)
}

/// Says what these bytes are.
///
/// # Errors
/// When the ledger cannot be read.
pub fn check(ledger: &Ledger, bytes: &[u8]) -> Result<Verdict, StoreError> {
    if !bytes.starts_with(b"%PDF-") {
        return Ok(Verdict::NoPdf);
    }
    let issued = query::issued_papers(ledger, ledger.head().seq)?;
    let hash = hex::encode(Sha256::digest(bytes));
    let kept = |event: &&Event| of_hash(event, &hash).is_some_and(|paper| paper.stored);
    if let Some(event) = issued.iter().find(kept) {
        let known = of_hash(event, &hash).map_or(event.seq, |paper| paper.known);
        let age = Age::of(ledger, &issued, known);
        return Ok(Verdict::Issued { number: event.seq, day: event.effective_on, age });
    }
    let corrected = query::corrected_papers(ledger)?;
    if let Some((event, correction)) = corrected.iter().find(|(event, _)| kept(&event)) {
        return Ok(Verdict::Corrected { number: event.seq, correction: *correction });
    }
    let found = of_itself(ledger, &issued, bytes)?;
    // Whoever types a hash into the journal makes no paper genuine by it.
    let typed = issued.iter().find(|event| {
        of_hash(event, &hash).is_some_and(|paper| paper.length == bytes.len() as u64)
    });
    Ok(match (found, typed) {
        (Verdict::Foreign, Some(event)) => Verdict::Recorded { number: event.seq },
        (found, _) => found,
    })
}

/// What a paper that no issue kept is, by what it says of itself.
fn of_itself(ledger: &Ledger, issued: &[Event], bytes: &[u8]) -> Result<Verdict, StoreError> {
    let data = render::data_of(bytes);
    let kind = data.as_ref().and_then(|data| data["report"].as_str());
    if kind == Some(WORKING) {
        return Ok(Verdict::Working);
    }
    match data.as_ref().and_then(Says::of) {
        Some(says) if says.wanted.document == Document::Verification => Ok(Verdict::Protocol),
        Some(says) => copy(ledger, issued, &says, bytes),
        None => Ok(Verdict::Foreign),
    }
}

/// The paper that rests on more than the ledger.
const WORKING: &str = "comparison";

/// What an entry records of the paper with this hash.
fn of_hash<'a>(event: &'a Event, hash: &str) -> Option<&'a DocumentIssued> {
    match &event.body {
        Body::DocumentIssued(paper) if paper.sha256 == hash => Some(paper),
        _ => None,
    }
}

/// True when a paper names persons and some of them cannot be named any more.
fn lacks_names(ledger: &Ledger, document: Document) -> Result<bool, StoreError> {
    if !matches!(document, Document::Journal | Document::Sheet) {
        return Ok(false);
    }
    let times = Times { as_of: LAST_DAY, known: ledger.head().seq };
    Ok(query::persons(ledger, times)?.iter().any(|person| person.name.is_none()))
}

/// What a paper says of itself.
struct Says {
    wanted: Wanted,
    head: [u8; 32],
    program: String,
    programme: String,
}

impl Says {
    fn of(data: &Value) -> Option<Self> {
        let mut head = [0; 32];
        hex::decode_to_slice(data["head"].as_str()?, &mut head).ok()?;
        let program = data["program"].as_str()?.to_owned();
        let programme = data["programme"].as_str().unwrap_or_default().to_owned();
        Some(Self { wanted: Wanted::of_paper(data)?, head, program, programme })
    }
}

/// A paper that no entry names: a copy is made again and must be the same, byte for byte.
fn copy(
    ledger: &Ledger,
    issued: &[Event],
    says: &Says,
    bytes: &[u8],
) -> Result<Verdict, StoreError> {
    let known = says.wanted.times.known;
    let age = Age::of(ledger, issued, known);
    if known > age.last {
        // A newer ledger is no help to a paper of another programme.
        let own = query::programme(ledger)?.name;
        if !says.programme.is_empty() && says.programme != own {
            return Ok(Verdict::OtherProgramme { paper: says.programme.clone(), own });
        }
        return Ok(Verdict::LedgerOlder { known, last: age.last });
    }
    let anchor = Head { seq: known, hash: says.head, recorded_at: 0 };
    if ledger.verify_anchor(anchor)?.is_some() {
        return Ok(Verdict::OtherLedger { known });
    }
    if says.wanted.asked.issued_on.is_some() {
        return Ok(Verdict::NotIssued);
    }
    if says.program != env!("CARGO_PKG_VERSION") {
        return Ok(Verdict::OtherProgram { program: says.program.clone() });
    }
    let made = make(ledger, &says.wanted)?;
    let same = made.and_then(|paper| render::pdf(&paper, &Text::new(says.wanted.lang)).ok());
    if same.as_deref() != Some(bytes) {
        let erased = lacks_names(ledger, says.wanted.document)?;
        return Ok(if erased {
            Verdict::NamesErased { known }
        } else {
            Verdict::Altered { known }
        });
    }
    Ok(Verdict::Copy { age })
}
