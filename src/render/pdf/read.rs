//! Reads from a paper what it says of itself: the data that it carries for programs.

use lopdf::{Dictionary, Document, Object};
use serde_json::Value;

/// The JSON inside of a paper of ours; `None` for any other file.
pub(in crate::render) fn data(bytes: &[u8]) -> Option<Value> {
    let file = Document::load_mem(bytes).ok()?;
    let associated = file.catalog().ok()?.get(b"AF").ok()?;
    let associated = resolved(&file, associated)?.as_array().ok()?;
    associated.iter().find_map(|one| {
        let one = resolved(&file, one)?.as_dict().ok()?;
        let embedded = resolved(&file, one.get(b"EF").ok()?)?.as_dict().ok()?;
        content(&file, embedded)
    })
}

fn content(file: &Document, embedded: &Dictionary) -> Option<Value> {
    let stream = resolved(file, embedded.get(b"F").ok()?)?.as_stream().ok()?;
    let value: Value = serde_json::from_slice(&stream.get_plain_content().ok()?).ok()?;
    value.get("report").is_some().then_some(value)
}

fn resolved<'a>(file: &'a Document, object: &'a Object) -> Option<&'a Object> {
    match object {
        Object::Reference(id) => file.get_object(*id).ok(),
        direct => Some(direct),
    }
}
