//! XML read piece by piece, within limits: no entity is expanded, nothing is fetched, and no
//! piece is longer than a mebibyte.

use std::io::{self, BufRead, Read};

use quick_xml::Reader;
use quick_xml::errors::IllFormedError;
use quick_xml::escape::resolve_predefined_entity;
use quick_xml::events::{BytesStart, Event};

use super::decode::{refusal, stop};
use super::problem::{Malformed, Reason, Refused};

/// Elements within each other.
const MOST_DEPTH: usize = 64;
/// Attributes of one tag.
const MOST_ATTRIBUTES: usize = 64;
/// Bytes of one tag or text.
const MOST_PIECE: usize = 1 << 20;

/// Counts lines, and stops a tag or text that does not end.
struct Guard<R> {
    from: R,
    lines: u64,
    /// Bytes since the last piece began.
    piece: usize,
}

impl<R: BufRead> Read for Guard<R> {
    fn read(&mut self, into: &mut [u8]) -> io::Result<usize> {
        let count = {
            let mut available = self.fill_buf()?;
            available.read(into)?
        };
        self.consume(count);
        Ok(count)
    }
}

impl<R: BufRead> BufRead for Guard<R> {
    fn fill_buf(&mut self) -> io::Result<&[u8]> {
        if self.piece > MOST_PIECE {
            return Err(stop(Reason::TooLong(1024)));
        }
        self.from.fill_buf()
    }

    fn consume(&mut self, amount: usize) {
        if let Ok(bytes) = self.from.fill_buf() {
            let taken = bytes.get(..amount.min(bytes.len())).unwrap_or_default();
            let lines = memchr::memchr_iter(b'\n', taken).count();
            self.lines += u64::try_from(lines).unwrap_or_default();
        }
        self.piece += amount;
        self.from.consume(amount);
    }
}

/// What a document is made of.
#[derive(Debug, PartialEq, Eq)]
pub enum Piece<'a> {
    /// An element begins: its name without prefix, and its attributes as written.
    Open(&'a str, &'a [(String, String)]),
    /// An element ends.
    Close,
    /// A text, its character references resolved.
    Words(&'a str),
}

/// A document, piece by piece.
pub struct Document<R: BufRead> {
    reader: Reader<Guard<R>>,
    buffer: Vec<u8>,
    name: String,
    attributes: Vec<(String, String)>,
    words: String,
    depth: usize,
    /// An empty element was opened and is to be closed with the next call.
    closes: bool,
    begun: bool,
}

impl<R: BufRead> Document<R> {
    /// The document from its first byte, which is UTF-8.
    pub fn new(from: R) -> Self {
        Self {
            reader: Reader::from_reader(Guard { from, lines: 1, piece: 0 }),
            buffer: Vec::new(),
            name: String::new(),
            attributes: Vec::new(),
            words: String::new(),
            depth: 0,
            closes: false,
            begun: false,
        }
    }

    /// The line that is read, from 1.
    pub fn line(&mut self) -> u64 {
        self.reader.get_mut().lines
    }

    /// The next piece; `None` at the end of the document.
    ///
    /// # Errors
    /// What is not well formed, forbidden or beyond the limits, with its line.
    pub fn next(&mut self) -> Result<Option<Piece<'_>>, Refused> {
        if self.closes {
            self.closes = false;
            self.depth -= 1;
            return Ok(Some(Piece::Close));
        }
        loop {
            self.buffer.clear();
            self.reader.get_mut().piece = 0;
            let event = self.reader.read_event_into(&mut self.buffer);
            let event = match event {
                Ok(event) => event.into_owned(),
                Err(error) => return Err(self.broken(&error)),
            };
            match event {
                Event::Start(start) => return self.open(&start, false).map(Some),
                Event::Empty(start) => return self.open(&start, true).map(Some),
                Event::End(_) => {
                    self.depth -= 1;
                    return Ok(Some(Piece::Close));
                }
                Event::Text(text) => {
                    self.words.clear();
                    self.words.push_str(&text.xml10_content());
                    return Ok(Some(Piece::Words(&self.words)));
                }
                Event::CData(text) => {
                    self.words.clear();
                    self.words.push_str(&text.xml10_content());
                    return Ok(Some(Piece::Words(&self.words)));
                }
                Event::GeneralRef(reference) => {
                    let character = reference.resolve_char_ref().ok().flatten();
                    self.words.clear();
                    match (character, resolve_predefined_entity(&reference)) {
                        (Some(character), _) => self.words.push(character),
                        (None, Some(known)) => self.words.push_str(known),
                        (None, None) => {
                            let name = short(&reference);
                            return Err(self.refused(Reason::Entity(name)));
                        }
                    }
                    return Ok(Some(Piece::Words(&self.words)));
                }
                Event::DocType(_) => return Err(self.refused(Reason::Doctype)),
                Event::Eof if self.depth > 0 || !self.begun => {
                    return Err(self.refused(Reason::Malformed(Malformed::Ends)));
                }
                Event::Eof => return Ok(None),
                Event::Decl(_) | Event::PI(_) | Event::Comment(_) => {}
            }
        }
    }

    fn open(&mut self, start: &BytesStart<'_>, empty: bool) -> Result<Piece<'_>, Refused> {
        self.begun = true;
        self.depth += 1;
        self.closes = empty;
        if self.depth > MOST_DEPTH {
            return Err(self.refused(Reason::TooDeep(64)));
        }
        self.name.clear();
        self.name.push_str(start.local_name().as_ref());
        self.attributes.clear();
        if start.attributes_raw().trim().is_empty() {
            return Ok(Piece::Open(&self.name, &[]));
        }
        let mut attributes = start.attributes();
        // Twice the same attribute is caught below; the check would compare each with each.
        for attribute in attributes.with_checks(false) {
            let Ok(attribute) = attribute else {
                let name = short(&self.name);
                return Err(self.refused(Reason::Malformed(Malformed::Attributes(name))));
            };
            if self.attributes.len() == MOST_ATTRIBUTES {
                return Err(self.refused(Reason::TooManyAttributes(64)));
            }
            let name = attribute.key.as_ref().to_owned();
            let Ok(value) = quick_xml::escape::unescape(&attribute.value) else {
                return Err(self.refused(Reason::Entity(short(&attribute.value))));
            };
            if self.attributes.iter().any(|(known, _)| *known == name) {
                let name = short(&name);
                return Err(self.refused(Reason::Malformed(Malformed::Twice(name))));
            }
            self.attributes.push((name, value.into_owned()));
        }
        Ok(Piece::Open(&self.name, &self.attributes))
    }

    fn refused(&mut self, reason: Reason) -> Refused {
        let line = self.line();
        Refused::at(reason, line)
    }

    /// A refusal of the reader below, or what is not well formed.
    fn broken(&mut self, error: &quick_xml::Error) -> Refused {
        let line = self.line();
        match error {
            quick_xml::Error::Io(error) => Refused { line, ..refusal(error) },
            quick_xml::Error::Syntax(_) => Refused::at(Reason::Malformed(Malformed::Ends), line),
            quick_xml::Error::IllFormed(
                IllFormedError::MissingEndTag(name)
                | IllFormedError::UnmatchedEndTag(name)
                | IllFormedError::MismatchedEndTag { expected: name, .. },
            ) => Refused::at(Reason::Malformed(Malformed::Unclosed(short(name))), line),
            _ => Refused::at(Reason::Malformed(Malformed::Other), line),
        }
    }
}

/// Words of a file for a sentence: their first few.
fn short(words: &str) -> String {
    words.chars().filter(|c| !c.is_control()).take(60).collect()
}
