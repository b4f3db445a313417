//! The hash chain: what is stored is hashed, what is hashed is stored (docs/ledger-format.md).

use sha2::{Digest, Sha256};

use crate::domain::Seq;

/// Hash before the first entry.
pub const GENESIS: [u8; 32] = [0; 32];

const FORMAT: &[u8] = b"FOERDERBUCH1\0";

/// The stored columns of one entry, as they are hashed.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Record {
    /// Number in the journal.
    pub seq: Seq,
    /// Identity given by the form.
    pub uid: [u8; 16],
    /// Stable name of the kind.
    pub kind: String,
    /// Recipient; empty at programme level.
    pub recipient: String,
    /// Number in the chain of the recipient.
    pub recipient_seq: Seq,
    /// Microseconds since 1970 UTC.
    pub recorded_at: i64,
    /// YYYY-MM-DD.
    pub effective_on: String,
    /// Number of the person.
    pub actor: u32,
    /// Login, never a name.
    pub login: String,
    /// File or cash reference.
    pub voucher: String,
    /// The event referred to.
    pub reference: Option<Seq>,
    /// Compact JSON, exactly as stored.
    pub body: Vec<u8>,
}

/// The same, as they lie in a row that is being read.
#[derive(Clone, Copy, Debug)]
pub struct Fields<'row> {
    /// Number in the journal.
    pub seq: Seq,
    /// Identity given by the form.
    pub uid: &'row [u8],
    /// Stable name of the kind.
    pub kind: &'row str,
    /// Recipient; empty at programme level.
    pub recipient: &'row str,
    /// Number in the chain of the recipient.
    pub recipient_seq: Seq,
    /// Microseconds since 1970 UTC.
    pub recorded_at: i64,
    /// YYYY-MM-DD.
    pub effective_on: &'row str,
    /// Number of the person.
    pub actor: u32,
    /// Login, never a name.
    pub login: &'row str,
    /// File or cash reference.
    pub voucher: &'row str,
    /// The event referred to.
    pub reference: Option<Seq>,
    /// Compact JSON, exactly as stored.
    pub body: &'row [u8],
}

impl Record {
    /// The same, borrowed.
    #[must_use]
    pub fn fields(&self) -> Fields<'_> {
        Fields {
            seq: self.seq,
            uid: &self.uid,
            kind: &self.kind,
            recipient: &self.recipient,
            recipient_seq: self.recipient_seq,
            recorded_at: self.recorded_at,
            effective_on: &self.effective_on,
            actor: self.actor,
            login: &self.login,
            voucher: &self.voucher,
            reference: self.reference,
            body: &self.body,
        }
    }
}

impl Fields<'_> {
    /// SHA-256 over the fields in order, each as length (u32 big-endian) and bytes.
    #[must_use]
    pub fn leaf(&self) -> [u8; 32] {
        let reference = self.reference.map(u64::to_be_bytes);
        let fields: [&[u8]; 12] = [
            &self.seq.to_be_bytes(),
            self.uid,
            self.kind.as_bytes(),
            self.recipient.as_bytes(),
            &self.recipient_seq.to_be_bytes(),
            &self.recorded_at.to_be_bytes(),
            self.effective_on.as_bytes(),
            &u64::from(self.actor).to_be_bytes(),
            self.login.as_bytes(),
            self.voucher.as_bytes(),
            reference.as_ref().map_or(&[], |bytes| bytes.as_slice()),
            self.body,
        ];
        // At once, because many small pieces take longer than the hash itself.
        let long = fields.iter().map(|field| 4 + field.len()).sum::<usize>();
        let mut bytes = Vec::with_capacity(1 + FORMAT.len() + long);
        bytes.push(0x00);
        bytes.extend_from_slice(FORMAT);
        for field in fields {
            // Lengths are bounded by CHECK constraints far below u32::MAX.
            let length = u32::try_from(field.len()).unwrap_or(u32::MAX);
            bytes.extend_from_slice(&length.to_be_bytes());
            bytes.extend_from_slice(field);
        }
        Sha256::digest(&bytes).into()
    }
}

/// Hash of the entry with this leaf in the journal's chain.
#[must_use]
pub fn link(previous: &[u8; 32], leaf: &[u8; 32]) -> [u8; 32] {
    digest(0x01, previous, leaf)
}

/// Hash of the entry with this leaf in its recipient's chain.
#[must_use]
pub fn recipient_link(previous: &[u8; 32], leaf: &[u8; 32]) -> [u8; 32] {
    digest(0x02, previous, leaf)
}

/// Salted hash of a person's name, in hex, as the enrolment keeps it.
#[must_use]
pub fn name_hash(salt: &[u8; 16], name: &str) -> String {
    let mut hasher = Sha256::new();
    hasher.update(salt);
    hasher.update(name.as_bytes());
    hex::encode(hasher.finalize())
}

fn digest(domain: u8, previous: &[u8; 32], leaf: &[u8; 32]) -> [u8; 32] {
    let mut bytes = [domain; 65];
    bytes[1..33].copy_from_slice(previous);
    bytes[33..].copy_from_slice(leaf);
    Sha256::digest(bytes).into()
}
