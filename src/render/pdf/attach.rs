//! The paper's own data as files inside of it (PDF/A-3: associated files of relationship Data).

use chrono::{DateTime, Utc};
use lopdf::{Document, Object, Stream, dictionary};

use super::display::Attachment;
use super::flate::pack;
use super::structure::{fault, text_string};
use crate::render::RenderError;

/// Embeds the files; their date is that of the paper.
pub(super) fn add(
    file: &mut Document,
    attachments: &[Attachment],
    dated: DateTime<Utc>,
) -> Result<(), RenderError> {
    let date = dated.format("D:%Y%m%d%H%M%S+00'00'").to_string();
    let mut names = Vec::new();
    let mut associated = Vec::new();
    for attachment in attachments {
        let size = i64::try_from(attachment.content.len()).map_err(fault)?;
        let data = dictionary! {
            "Type" => "EmbeddedFile",
            "Subtype" => Object::Name(attachment.mime.as_bytes().to_vec()),
            "Params" => dictionary! {
                "Size" => size,
                "CreationDate" => Object::string_literal(date.clone()),
                "ModDate" => Object::string_literal(date.clone()),
            },
        };
        let data = file.add_object(packed(Stream::new(data, attachment.content.clone()))?);
        let name = text_string(&attachment.name);
        let specification = file.add_object(dictionary! {
            "Type" => "Filespec",
            "F" => name.clone(),
            "UF" => name.clone(),
            "Desc" => text_string(&attachment.description),
            "AFRelationship" => "Data",
            "EF" => dictionary! { "F" => data, "UF" => data },
        });
        names.extend([name, Object::from(specification)]);
        associated.push(Object::from(specification));
    }
    let names = file.add_object(dictionary! { "Names" => names });
    let catalog = file.catalog_mut().map_err(fault)?;
    catalog.set("Names", dictionary! { "EmbeddedFiles" => names });
    catalog.set("AF", associated);
    Ok(())
}

/// Compressed, unless the last byte then looks like the end of a line: a reader that takes it for
/// the one before `endstream` would find the stream too short.
fn packed(mut stream: Stream) -> Result<Stream, RenderError> {
    let plain = stream.clone();
    pack(&mut stream)?;
    if matches!(stream.content.last(), Some(b'\r' | b'\n')) {
        return Ok(plain.with_compression(false));
    }
    Ok(stream)
}
