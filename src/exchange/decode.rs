//! Bytes of any usual encoding as UTF-8: by byte order mark, by what the file says, else by looks.

use std::io::{self, Read};

use encoding_rs::{Decoder, Encoding, UTF_8, UTF_16BE, UTF_16LE, WINDOWS_1252};

use super::problem::{Reason, Refused};
use super::{MOST_BYTES, Progress, START};

/// The largest text that is held in memory as a whole.
const MOST_TEXT: u64 = 100 << 20;
/// Bytes that are read at once.
const CHUNK: usize = 1 << 16;

/// A text that was read as a whole.
#[derive(Debug)]
pub struct WholeText {
    /// The text, without byte order mark.
    pub text: String,
    /// Characters that could not be read and became U+FFFD.
    pub lost: u64,
}

/// The first bytes as text, good enough to tell what a file is.
pub fn glance(start: &[u8]) -> String {
    let (text, _) = encoding(start).decode_without_bom_handling(start);
    text.into_owned()
}

/// The encoding by byte order mark or by zero bytes; else UTF-8.
fn encoding(start: &[u8]) -> &'static Encoding {
    if let Some((found, _)) = Encoding::for_bom(start) {
        return found;
    }
    match start {
        [0, byte, ..] if *byte != 0 => UTF_16BE,
        [byte, 0, ..] if *byte != 0 => UTF_16LE,
        _ => UTF_8,
    }
}

/// The encoding of an XML file: as of [`encoding`], unless its first line names another.
pub fn encoding_of_xml(start: &[u8]) -> &'static Encoding {
    let found = encoding(start);
    if found != UTF_8 || Encoding::for_bom(start).is_some() {
        return found;
    }
    let line = String::from_utf8_lossy(start.get(..start.len().min(256)).unwrap_or(start));
    let declared = line.split("?>").next().and_then(|line| line.split("encoding=").nth(1));
    let name = declared.and_then(|rest| {
        let quote = rest.chars().next().filter(|c| *c == '"' || *c == '\'')?;
        rest.get(1..)?.split(quote).next()
    });
    // UTF-16 in the words of a file whose bytes are not UTF-16 is a slip of its maker.
    let named = name.and_then(|name| Encoding::for_label(name.as_bytes()));
    named.filter(|named| *named != UTF_16LE && *named != UTF_16BE).unwrap_or(UTF_8)
}

/// Reads a text as a whole: UTF-8, UTF-16, else Windows-1252 as German banks write it.
///
/// # Errors
/// When it is too large, stopped, or the medium fails.
pub fn whole_text(
    from: impl Read,
    start: &[u8],
    progress: Progress<'_>,
) -> Result<WholeText, Refused> {
    let bytes = whole(from, MOST_TEXT, progress)?;
    let sure = encoding(start);
    let (text, lost) = if sure == UTF_8 {
        match std::str::from_utf8(&bytes) {
            Ok(text) => (text.to_owned(), false),
            // One file can hold two encodings when exports were put together by hand.
            Err(_) if mostly_utf8(&bytes) => (String::from_utf8_lossy(&bytes).into_owned(), true),
            Err(_) => (WINDOWS_1252.decode_without_bom_handling(&bytes).0.into_owned(), false),
        }
    } else {
        let (text, wrong) = sure.decode_without_bom_handling(&bytes);
        (text.into_owned(), wrong)
    };
    let count = if lost { text.matches('\u{fffd}').count() } else { 0 };
    let text = text.trim_start_matches('\u{feff}').to_owned();
    Ok(WholeText { text, lost: u64::try_from(count).unwrap_or(u64::MAX) })
}

/// True when there are letters beyond ASCII in UTF-8 beside the bytes that are not.
fn mostly_utf8(bytes: &[u8]) -> bool {
    let text = String::from_utf8_lossy(bytes);
    let good = text.chars().filter(|c| !c.is_ascii() && *c != '\u{fffd}').count();
    let bad = text.matches('\u{fffd}').count();
    good > 0 && good >= bad
}

/// All bytes, at most so many.
///
/// # Errors
/// When there are more, when it is stopped, or the medium fails.
pub fn whole(mut from: impl Read, most: u64, progress: Progress<'_>) -> Result<Vec<u8>, Refused> {
    let mut bytes = Vec::new();
    let mut chunk = vec![0; CHUNK];
    loop {
        let count = from.read(&mut chunk).map_err(|error| refusal(&error))?;
        if count == 0 {
            return Ok(bytes);
        }
        bytes.extend_from_slice(chunk.get(..count).unwrap_or_default());
        let so_far = u64::try_from(bytes.len()).unwrap_or(u64::MAX);
        if so_far > most {
            return Err(Refused::new(Reason::TooLarge(most >> 20)));
        }
        if !progress(so_far) {
            return Err(Refused::new(Reason::Stopped));
        }
    }
}

/// What stops a stream from within, as an error of reading.
#[derive(Debug, thiserror::Error)]
#[error("{0:?}")]
struct Stop(Reason);

/// Reads the first bytes of a file, by which its form is known.
///
/// # Errors
/// When the file gives no bytes, or its reading was stopped.
pub fn start(from: &mut impl Read) -> Result<Vec<u8>, Refused> {
    let mut start = Vec::with_capacity(START);
    let read = from.by_ref().take(START as u64).read_to_end(&mut start);
    read.map_err(|error| refusal(&error))?;
    Ok(start)
}

/// The refusal behind an error of reading.
pub fn refusal(error: &io::Error) -> Refused {
    let own = error.get_ref().and_then(|inner| inner.downcast_ref::<Stop>());
    Refused::new(own.map_or_else(|| Reason::Unreadable(error.kind()), |s| s.0.clone()))
}

/// An error of reading that carries a refusal.
pub fn stop(reason: Reason) -> io::Error {
    io::Error::other(Stop(reason))
}

/// A stream in some encoding as UTF-8, counted against the limit and told to `progress`.
pub struct Utf8Stream<'a, R> {
    from: R,
    decoder: Decoder,
    progress: Progress<'a>,
    /// Bytes read so far.
    count: u64,
    raw: Vec<u8>,
    decoded: String,
    given: usize,
    ended: bool,
}

impl<'a, R: Read> Utf8Stream<'a, R> {
    /// The stream, from its first byte.
    pub fn new(from: R, encoding: &'static Encoding, progress: Progress<'a>) -> Self {
        Self {
            from,
            decoder: encoding.new_decoder(),
            progress,
            count: 0,
            raw: vec![0; CHUNK],
            decoded: String::new(),
            given: 0,
            ended: false,
        }
    }

    fn fill(&mut self) -> io::Result<()> {
        let count = self.from.read(&mut self.raw)?;
        self.ended = count == 0;
        self.count += u64::try_from(count).unwrap_or(u64::MAX);
        if self.count > MOST_BYTES {
            return Err(stop(Reason::TooLarge(MOST_BYTES >> 20)));
        }
        if !(self.progress)(self.count) {
            return Err(stop(Reason::Stopped));
        }
        self.decoded.clear();
        self.given = 0;
        let bytes = self.raw.get(..count).unwrap_or_default();
        let room = self.decoder.max_utf8_buffer_length(bytes.len()).unwrap_or(CHUNK * 4);
        self.decoded.reserve(room);
        let (_, _, _) = self.decoder.decode_to_string(bytes, &mut self.decoded, self.ended);
        Ok(())
    }
}

impl<R: Read> Read for Utf8Stream<'_, R> {
    fn read(&mut self, into: &mut [u8]) -> io::Result<usize> {
        while self.given == self.decoded.len() {
            if self.ended {
                return Ok(0);
            }
            self.fill()?;
        }
        let rest = self.decoded.as_bytes().get(self.given..).unwrap_or_default();
        let count = rest.len().min(into.len());
        if let (Some(to), Some(out)) = (into.get_mut(..count), rest.get(..count)) {
            to.copy_from_slice(out);
        }
        self.given += count;
        Ok(count)
    }
}
