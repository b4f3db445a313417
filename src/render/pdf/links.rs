//! Links: addresses in a text, and cells that lead to a section of the same paper. What can be
//! clicked is underlined, not coloured alone.

use super::display::{Link, Mpt, Node, Pen, Target};
use super::font;
use super::sheet::{self, Align, Frame, Sheet, lines_mpt};
use super::style::{self, Style};
use super::wrap::Line;

/// Signs that end a sentence or enclose an address, and are no part of it.
const AROUND: [char; 10] = [',', ';', '.', ':', '(', ')', '<', '>', '„', '“'];

/// Lines of text as content, with a link for each e-mail address and each web address in them.
pub(super) fn text(sheet: &mut Sheet, lines: &[Line], style: Style, frame: Frame) -> Vec<Node> {
    let written: Vec<char> =
        lines.iter().flat_map(|line| &line.glyphs).map(|glyph| glyph.character).collect();
    let mut nodes = Vec::new();
    let mut done = 0;
    for (from, until, address) in addresses(&written) {
        if done < from {
            nodes.extend(part(sheet, lines, (done, from), (style, frame)).0);
        }
        let linked = Style { color: style::ACCENT, ..style };
        let (leaf, areas) = part(sheet, lines, (from, until), (linked, frame));
        let says = written[from..until].iter().collect();
        let target = Target::Address(address);
        let kids = leaf.into_iter().collect();
        nodes.push(Node::Link(Link { areas, target, says, kids }));
        done = until;
    }
    if done < written.len() {
        nodes.extend(part(sheet, lines, (done, written.len()), (style, frame)).0);
    }
    nodes
}

/// Underlines lines of a cell, between a begin and an end of the caller, and says where they stand.
pub(super) fn underline(
    sheet: &mut Sheet,
    lines: &[Line],
    style: Style,
    frame: Frame,
) -> Vec<(usize, [Mpt; 4])> {
    let page = sheet.pages.len() - 1;
    let mut areas = Vec::new();
    for (place, line) in lines.iter().enumerate().filter(|(_, line)| line.width > 0) {
        let x = match frame.align {
            Align::Left => frame.x,
            Align::Right => frame.x + frame.width - line.width,
        };
        let top = frame.y + style.leading * lines_mpt(place);
        rule(sheet, style, (x, top, line.width));
        areas.push((page, area(x, top, (line.width, style.leading))));
    }
    areas
}

/// Underlines a run of text.
fn rule(sheet: &mut Sheet, style: Style, (x, top, width): (Mpt, Mpt, Mpt)) {
    let y = top + style.baseline() + 1_300;
    let pen = Pen { width: 500, color: style.color, dash: 0 };
    sheet.draw(sheet::line((x, y), (x + width, y), pen));
}

/// The box of a run of text.
const fn area(x: Mpt, top: Mpt, (width, height): (Mpt, Mpt)) -> [Mpt; 4] {
    [x, top, x + width, top + height]
}

/// Some signs of the lines as one piece of content, and where each line of them stands; what leads
/// to an address is underlined.
pub(super) fn part(
    sheet: &mut Sheet,
    lines: &[Line],
    (from, until): (usize, usize),
    (style, frame): (Style, Frame),
) -> (Option<Node>, Vec<(usize, [Mpt; 4])>) {
    let linked = style.color == style::ACCENT;
    let page = sheet.pages.len() - 1;
    let leaf = sheet.begin();
    let (mut before, mut areas) = (0, Vec::new());
    for (place, line) in lines.iter().enumerate() {
        let count = line.glyphs.len();
        let own = from.clamp(before, before + count) - before;
        let end = until.clamp(before, before + count) - before;
        before += count;
        if own == end {
            continue;
        }
        let start = match frame.align {
            Align::Left => frame.x,
            Align::Right => frame.x + frame.width - line.width,
        };
        let x = start + font::width(&line.glyphs[..own], style.size);
        let glyphs = line.glyphs[own..end].to_vec();
        let width = font::width(&glyphs, style.size);
        let top = frame.y + style.leading * lines_mpt(place);
        sheet.lines(&[Line { glyphs, width }], style, Frame::left(x, top, width));
        areas.push((page, area(x, top, (width, style.leading))));
        if linked {
            rule(sheet, style, (x, top, width));
        }
    }
    sheet.end();
    (Some(Node::Leaf(leaf)), areas)
}

/// Where addresses stand in a text, and where they lead.
fn addresses(written: &[char]) -> Vec<(usize, usize, String)> {
    let mut found = Vec::new();
    let mut start = 0;
    for word in written.split(|sign| sign.is_whitespace()) {
        let from = word.iter().take_while(|sign| AROUND.contains(sign)).count();
        let end = word.iter().rev().take_while(|sign| AROUND.contains(sign)).count();
        let until = word.len().saturating_sub(end);
        if from < until {
            let own: String = word[from..until].iter().collect();
            found.extend(target(&own).map(|target| (start + from, start + until, target)));
        }
        start += word.len() + 1;
    }
    found
}

/// Where a word leads that is an address; only signs that an address may have.
fn target(word: &str) -> Option<String> {
    let plain = |part: &str| {
        let allowed = |sign: char| sign.is_ascii_alphanumeric() || "-._~/?&=%+#:@".contains(sign);
        !part.is_empty() && part.chars().all(allowed)
    };
    let is_host = |host: &str| plain(host) && host.contains('.') && !host.starts_with('.');
    let lower = word.to_ascii_lowercase();
    if ["https://", "http://"].iter().any(|scheme| lower.starts_with(scheme)) {
        let (_, rest) = word.split_once("//")?;
        return is_host(rest).then(|| word.to_owned());
    }
    if lower.starts_with("www.") {
        return is_host(word).then(|| ["https://", word].concat());
    }
    let (name, host) = word.split_once('@')?;
    let good = plain(name) && is_host(host) && !host.contains(['@', '/', ':']);
    good.then(|| ["mailto:", word].concat())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn addresses_are_found_without_the_signs_around_them() {
        let written: Vec<char> =
            "Rückfragen: A. Weber (it@example.org), www.example.org. a@b @ 10@ https://x.de/a?b=1"
                .chars()
                .collect();
        let found: Vec<(String, String)> = addresses(&written)
            .into_iter()
            .map(|(from, until, target)| (written[from..until].iter().collect(), target))
            .collect();
        let pair = |own: &str, target: &str| (own.to_owned(), target.to_owned());
        assert_eq!(
            found,
            [
                pair("it@example.org", "mailto:it@example.org"),
                pair("www.example.org", "https://www.example.org"),
                pair("https://x.de/a?b=1", "https://x.de/a?b=1"),
            ]
        );
    }
}
