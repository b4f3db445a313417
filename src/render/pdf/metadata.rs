//! What the file says about itself: XMP and Info, colour space, language, its identity
//! (PDF/A-3a and PDF/UA-1). Dates are those of the report's last journal entry, the identity
//! comes from the content: there is no clock and no chance in it.

use chrono::{DateTime, Utc};
use lopdf::{Document, Object, Stream, dictionary};
use sha2::{Digest, Sha256};

use super::attach;
use super::display::{About, language_tag};
use super::flate::{pack, pack_all};
use super::structure::{fault, text_string};
use crate::render::RenderError;

/// sRGB of the International Color Consortium's version 2, by Clinton Ingram, CC0.
const SRGB: &[u8] = include_bytes!("srgb.icc");
const PRODUCER: &str = concat!("Förderbuch ", env!("CARGO_PKG_VERSION"));

/// Completes a file and writes it.
pub(super) fn write(mut file: Document, about: &About) -> Result<Vec<u8>, RenderError> {
    complete(&mut file, about)?;
    identified(&mut file)
}

fn complete(file: &mut Document, about: &About) -> Result<(), RenderError> {
    let dated = DateTime::from_timestamp_micros(about.dated)
        .ok_or_else(|| RenderError::Pdf("the time of the last entry is no date".to_owned()))?;
    "1.7".clone_into(&mut file.version);
    let profile = file.add_object(Stream::new(dictionary! { "N" => 3 }, SRGB.to_vec()));
    let intent = dictionary! {
        "Type" => "OutputIntent",
        "S" => "GTS_PDFA1",
        "OutputConditionIdentifier" => Object::string_literal("sRGB"),
        "Info" => Object::string_literal("sRGB"),
        "DestOutputProfile" => profile,
    };
    let packet = dictionary! { "Type" => "Metadata", "Subtype" => "XML" };
    let packet = Stream::new(packet, xmp(about, dated).into_bytes()).with_compression(false);
    let packet = file.add_object(packet);
    let catalog = file.catalog_mut().map_err(fault)?;
    catalog.remove(b"PageLayout");
    catalog.set("OutputIntents", vec![Object::from(intent)]);
    catalog.set("Metadata", packet);
    catalog.set("Lang", Object::string_literal(language_tag(about.language)));
    catalog.set("ViewerPreferences", dictionary! { "DisplayDocTitle" => true });
    info(file, about, dated);
    attach::add(file, &about.attachments, dated)?;
    pack_all(file)?;
    end_plainly(file);
    Ok(())
}

/// Pads streams whose last byte looks like the end of a line: a reader that takes it for the one
/// before `endstream` would find the stream too short. Operators bear a trailing line end, a
/// font a trailing byte; not zero, which leaves the last byte of the checksum as it is.
fn end_plainly(file: &mut Document) {
    for object in file.objects.values_mut() {
        let Ok(stream) = object.as_stream_mut() else { continue };
        let named = stream.dict.get(b"Type").and_then(Object::as_name);
        let is_data = ["N", "Subtype"].iter().any(|key| stream.dict.has(key.as_bytes()))
            || named.is_ok_and(|name| name != b"CMap");
        for _ in 0..8 {
            if is_data || !matches!(stream.content.last(), Some(b'\r' | b'\n')) {
                break;
            }
            let Ok(mut plain) = stream.decompressed_content() else { break };
            let font = stream.dict.has(b"Length1");
            plain.push(if font { 1 } else { b'\n' });
            if font {
                stream.dict.set("Length1", i64::try_from(plain.len()).unwrap_or_default());
            }
            stream.dict.remove(b"Filter");
            stream.set_content(plain);
            if pack(stream).is_err() {
                break;
            }
        }
    }
}

fn info(file: &mut Document, about: &About, dated: DateTime<Utc>) {
    let date = dated.format("D:%Y%m%d%H%M%S+00'00'").to_string();
    let info = file.add_object(dictionary! {
        "Title" => text_string(&about.title),
        "Subject" => text_string(&about.subject),
        "Author" => text_string(&about.author),
        "Creator" => text_string(PRODUCER),
        "Producer" => text_string(PRODUCER),
        "CreationDate" => Object::string_literal(date.clone()),
        "ModDate" => Object::string_literal(date),
    });
    if let Ok(old) = file.trailer.get(b"Info").and_then(Object::as_reference) {
        file.objects.remove(&old);
    }
    file.trailer.set("Info", info);
}

/// The identity is the hash of the file as it is without one. It stands at the end of the trailer,
/// behind all that has a place in the file, so that it is put into what was hashed.
fn identified(file: &mut Document) -> Result<Vec<u8>, RenderError> {
    file.trailer.remove(b"ID");
    let mut bytes = Vec::new();
    file.save_to(&mut bytes).map_err(fault)?;
    let end = memchr::memmem::rfind(&bytes, b">>\nstartxref")
        .ok_or_else(|| RenderError::Pdf("a file without a trailer".to_owned()))?;
    let id = hex::encode_upper(&Sha256::digest(&bytes)[..16]);
    bytes.splice(end..end, format!("/ID[<{id}><{id}>]").into_bytes());
    Ok(bytes)
}

fn xmp(about: &About, dated: DateTime<Utc>) -> String {
    let date = dated.format("%Y-%m-%dT%H:%M:%S+00:00");
    let (title, subject) = (escaped(&about.title), escaped(&about.subject));
    let (author, language) = (escaped(&about.author), language_tag(about.language));
    format!(
        r#"<?xpacket begin="{bom}" id="W5M0MpCehiHzreSzNTczkc9d"?>
<x:xmpmeta xmlns:x="adobe:ns:meta/">
<rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#">
<rdf:Description rdf:about=""
 xmlns:dc="http://purl.org/dc/elements/1.1/"
 xmlns:xmp="http://ns.adobe.com/xap/1.0/"
 xmlns:pdf="http://ns.adobe.com/pdf/1.3/"
 xmlns:pdfaid="http://www.aiim.org/pdfa/ns/id/"
 xmlns:pdfuaid="http://www.aiim.org/pdfua/ns/id/">
<dc:format>application/pdf</dc:format>
<dc:title><rdf:Alt><rdf:li xml:lang="x-default">{title}</rdf:li></rdf:Alt></dc:title>
<dc:description><rdf:Alt><rdf:li xml:lang="x-default">{subject}</rdf:li></rdf:Alt></dc:description>
<dc:creator><rdf:Seq><rdf:li>{author}</rdf:li></rdf:Seq></dc:creator>
<dc:language><rdf:Bag><rdf:li>{language}</rdf:li></rdf:Bag></dc:language>
<xmp:CreatorTool>{PRODUCER}</xmp:CreatorTool>
<xmp:CreateDate>{date}</xmp:CreateDate>
<xmp:ModifyDate>{date}</xmp:ModifyDate>
<pdf:Producer>{PRODUCER}</pdf:Producer>
<pdfaid:part>3</pdfaid:part>
<pdfaid:conformance>A</pdfaid:conformance>
<pdfuaid:part>1</pdfuaid:part>
</rdf:Description>
{EXTENSION}
</rdf:RDF>
</x:xmpmeta>
<?xpacket end="w"?>"#,
        bom = '\u{FEFF}',
    )
}

/// PDF/A wants a description of the property that PDF/UA adds.
const EXTENSION: &str = r#"<rdf:Description rdf:about=""
 xmlns:pdfaExtension="http://www.aiim.org/pdfa/ns/extension/"
 xmlns:pdfaSchema="http://www.aiim.org/pdfa/ns/schema#"
 xmlns:pdfaProperty="http://www.aiim.org/pdfa/ns/property#">
<pdfaExtension:schemas><rdf:Bag><rdf:li rdf:parseType="Resource">
<pdfaSchema:schema>PDF/UA identification schema</pdfaSchema:schema>
<pdfaSchema:namespaceURI>http://www.aiim.org/pdfua/ns/id/</pdfaSchema:namespaceURI>
<pdfaSchema:prefix>pdfuaid</pdfaSchema:prefix>
<pdfaSchema:property><rdf:Seq><rdf:li rdf:parseType="Resource">
<pdfaProperty:name>part</pdfaProperty:name>
<pdfaProperty:valueType>Integer</pdfaProperty:valueType>
<pdfaProperty:category>internal</pdfaProperty:category>
<pdfaProperty:description>Part of ISO 14289 that is followed</pdfaProperty:description>
</rdf:li></rdf:Seq></pdfaSchema:property>
</rdf:li></rdf:Bag></pdfaExtension:schemas>
</rdf:Description>"#;

fn escaped(text: &str) -> String {
    text.replace('&', "&amp;").replace('<', "&lt;").replace('>', "&gt;")
}
