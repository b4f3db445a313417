//! The anchors of a paper as QR code, drawn as vector beside the foot of the first page.

use qrcodegen::{QrCode, QrCodeEcc};

use super::display::{Mpt, Node, Tag};
use super::sheet::{self, Sheet};
use super::style;
use crate::render::RenderError;
use crate::report::Basis;
use crate::text::{Text, hash};

/// Side of the code; the margin of the page and the gap to the text are its quiet zone. It stands
/// 10 mm from the edges, because office printers clip what is nearer to them.
const SIDE: Mpt = 30_000;
const LEFT: Mpt = 28_500;
const BELOW: Mpt = 28_500;

/// What the code says: numbers and hashes as they stand in the foot, without blanks.
pub(super) fn content(basis: &Basis) -> String {
    let plain =
        |seq, hash: &[u8; 32]| format!("{seq}:{}", hash::printed(seq, hash)).replace(' ', "");
    let head = format!("FOERDERBUCH1:{}", plain(basis.known, &basis.head));
    match &basis.recipient_head {
        Some((key, seq, hash)) => format!("{head}:{}:{}", key.as_str(), plain(*seq, hash)),
        None => head,
    }
}

/// The code in the left margin, as a picture with a short description.
pub(super) fn code(sheet: &mut Sheet, basis: &Basis, text: &Text) -> Result<Node, RenderError> {
    // The fewest modules are the largest ones, and the foot says the same in letters.
    let code = QrCode::encode_text(&content(basis), QrCodeEcc::Low)
        .map_err(|error| RenderError::Pdf(error.to_string()))?;
    let module = SIDE / Mpt::from(code.size());
    let side = module * Mpt::from(code.size());
    let (left, top) = (LEFT, sheet.height - BELOW - side);
    let leaf = sheet.begin();
    for y in 0..code.size() {
        let mut x = 0;
        while x < code.size() {
            let run = (x..code.size()).take_while(|x| code.get_module(*x, y)).count();
            let run = i32::try_from(run).unwrap_or(0);
            if run > 0 {
                let at = (left + module * Mpt::from(x), top + module * Mpt::from(y));
                let size = (module * Mpt::from(run), module);
                sheet.draw(sheet::filled(at, size, style::INK));
            }
            x += run + 1;
        }
    }
    sheet.end();
    let alt = text.format("paper-code", &[("number", basis.known.to_string())]);
    let frame = [left, top, left + side, top + side];
    Ok(Node::Group(Tag::Figure(alt, frame), vec![Node::Leaf(leaf)]))
}

#[cfg(test)]
mod tests {
    use super::super::{letter, sample};
    use super::*;
    use crate::text::Lang;

    #[test]
    fn the_code_keeps_away_from_the_edges_and_from_the_text() {
        for report in [sample::statement(), sample::long(3, 5)] {
            let mut sheet = Sheet::new(false, letter::foot_height(&report.basis));
            let node = code(&mut sheet, &report.basis, &Text::new(Lang::De)).expect("a code");
            let Node::Group(Tag::Figure(_, [left, _, right, bottom]), _) = node else {
                panic!("a figure");
            };
            // 10 mm, and a quiet zone of some modules.
            assert!(left >= 28_346 && sheet.height - bottom >= 28_346);
            assert!(right + 4_000 <= sheet.left);
        }
    }
}
