//! Reads from a paper what it says of itself: the data that it carries for programs.

use lopdf::{Dictionary, Document, LoadOptions, Object};
use serde_json::Value;

/// So much a single part of a file may unpack to, in bytes: the largest attachments of ours have a
/// few million, and a file of three million may be packed from three billion blanks.
const UNPACKED: usize = 64 << 20;

/// The JSON inside of a paper of ours; `None` for any other file.
pub(in crate::render) fn data(bytes: &[u8]) -> Option<Value> {
    within(bytes, UNPACKED)
}

fn within(bytes: &[u8], most: usize) -> Option<Value> {
    let options = LoadOptions { max_decompressed_size: Some(most), ..LoadOptions::default() };
    let file = Document::load_mem_with_options(bytes, options).ok()?;
    let associated = file.catalog().ok()?.get(b"AF").ok()?;
    let associated = resolved(&file, associated)?.as_array().ok()?;
    associated.iter().find_map(|one| {
        let one = resolved(&file, one)?.as_dict().ok()?;
        let embedded = resolved(&file, one.get(b"EF").ok()?)?.as_dict().ok()?;
        content(&file, embedded, most)
    })
}

fn content(file: &Document, embedded: &Dictionary, most: usize) -> Option<Value> {
    let stream = resolved(file, embedded.get(b"F").ok()?)?.as_stream().ok()?;
    let plain = stream.get_plain_content_with_limit(most).ok()?;
    let value: Value = serde_json::from_slice(&plain).ok()?;
    value.get("report").is_some().then_some(value)
}

fn resolved<'a>(file: &'a Document, object: &'a Object) -> Option<&'a Object> {
    match object {
        Object::Reference(id) => file.get_object(*id).ok(),
        direct => Some(direct),
    }
}

#[cfg(test)]
mod tests {
    use lopdf::{Stream, dictionary};

    use super::*;

    /// A file that carries this JSON, packed.
    fn carrying(json: Vec<u8>) -> Vec<u8> {
        let mut file = Document::with_version("1.7");
        let mut stream = Stream::new(dictionary! { "Type" => "EmbeddedFile" }, json);
        stream.compress().expect("packed");
        let stream = file.add_object(stream);
        let named = file.add_object(dictionary! {
            "Type" => "Filespec", "EF" => dictionary! { "F" => stream },
        });
        let pages = file.add_object(dictionary! {
            "Type" => "Pages", "Kids" => Vec::<Object>::new(), "Count" => 0,
        });
        let catalog = file.add_object(dictionary! {
            "Type" => "Catalog", "Pages" => pages, "AF" => vec![Object::Reference(named)],
        });
        file.trailer.set("Root", catalog);
        let mut bytes = Vec::new();
        file.save_to(&mut bytes).expect("written");
        bytes
    }

    #[test]
    fn what_unpacks_to_more_than_a_paper_can_be_is_not_unpacked() {
        let mut json = br#"{"report":"statement"}"#.to_vec();
        assert!(within(&carrying(json.clone()), 1 << 20).is_some());
        json.resize(200 << 20, b' ');
        let packed = carrying(json);
        assert!(packed.len() < 1 << 20, "{}", packed.len());
        assert!(within(&packed, 1 << 20).is_none());
        assert!(data(&packed).is_none());
    }
}
