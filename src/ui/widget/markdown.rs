//! Markdown of the manual as widgets: headings, paragraphs, lists, tables, links.
//!
//! Headings are headings for the screen reader, a paragraph without links is read as one.

use eframe::egui::text::LayoutJob;
use eframe::egui::{
    Align, Color32, FontId, Label, Layout, RichText, Stroke, TextFormat, TextWrapMode, Ui, vec2,
};
use pulldown_cmark::{Event, HeadingLevel, Options, Parser, Tag, TagEnd};

use super::button::focus_ring;
use super::card;
use crate::ui::fonts;
use crate::ui::theme::{BODY, TokensOf as _};

/// A piece of text in one style.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Span {
    /// The words.
    pub text: String,
    /// Words of the window, in strong letters.
    pub strong: bool,
    /// Terms, in italics.
    pub term: bool,
    /// What is typed.
    pub code: bool,
    /// Where it leads.
    pub link: Option<String>,
}

/// A block of a page.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Block {
    /// A heading; 1 is the title.
    Heading(u8, Vec<Span>),
    /// A paragraph.
    Paragraph(Vec<Span>),
    /// An item of a list, with its number in a numbered one.
    Item(Option<u64>, Vec<Span>),
    /// A row of a table; the first is its head.
    Row(bool, Vec<Vec<Span>>),
}

/// Reads a page.
#[must_use]
pub fn parse(source: &str) -> Vec<Block> {
    let mut reader = Reader::default();
    for event in Parser::new_ext(source, Options::ENABLE_TABLES) {
        reader.event(event);
    }
    reader.blocks
}

#[derive(Default)]
struct Reader {
    blocks: Vec<Block>,
    spans: Vec<Span>,
    cells: Vec<Vec<Span>>,
    /// Style of what comes next.
    style: Span,
    /// Number of the next item, of each list that is open.
    lists: Vec<Option<u64>>,
    in_item: bool,
}

impl Reader {
    fn event(&mut self, event: Event<'_>) {
        match event {
            Event::Start(tag) => self.start(tag),
            Event::End(tag) => self.end(tag),
            Event::Text(text) => self.text(&text, false),
            Event::Code(text) => self.text(&text, true),
            Event::SoftBreak | Event::HardBreak => self.text(" ", false),
            _ => {}
        }
    }

    fn text(&mut self, text: &str, code: bool) {
        let text = text.to_owned();
        self.spans.push(Span { text, code, ..self.style.clone() });
    }

    fn start(&mut self, tag: Tag<'_>) {
        match tag {
            Tag::Strong => self.style.strong = true,
            Tag::Emphasis => self.style.term = true,
            Tag::Link { dest_url, .. } => self.style.link = Some(dest_url.into_string()),
            Tag::List(number) => {
                // Text of an item before an inner list is an item of its own.
                self.flush_item();
                self.lists.push(number);
            }
            Tag::Item => self.in_item = true,
            _ => {}
        }
    }

    fn end(&mut self, tag: TagEnd) {
        match tag {
            TagEnd::Strong => self.style.strong = false,
            TagEnd::Emphasis => self.style.term = false,
            TagEnd::Link => self.style.link = None,
            TagEnd::Heading(level) => {
                let spans = std::mem::take(&mut self.spans);
                self.blocks.push(Block::Heading(depth(level), spans));
            }
            TagEnd::Paragraph if self.in_item => self.text(" ", false),
            TagEnd::Paragraph => {
                let spans = std::mem::take(&mut self.spans);
                self.blocks.push(Block::Paragraph(spans));
            }
            TagEnd::Item => {
                self.flush_item();
                self.in_item = false;
            }
            TagEnd::List(_) => {
                self.lists.pop();
            }
            TagEnd::TableCell => self.cells.push(std::mem::take(&mut self.spans)),
            TagEnd::TableHead | TagEnd::TableRow => {
                let head = matches!(tag, TagEnd::TableHead);
                let cells = std::mem::take(&mut self.cells);
                self.blocks.push(Block::Row(head, cells));
            }
            _ => {}
        }
    }

    fn flush_item(&mut self) {
        if self.spans.is_empty() {
            return;
        }
        let number = self.lists.last().copied().flatten();
        if let Some(Some(next)) = self.lists.last_mut() {
            *next += 1;
        }
        let spans = std::mem::take(&mut self.spans);
        self.blocks.push(Block::Item(number, spans));
    }
}

const fn depth(level: HeadingLevel) -> u8 {
    match level {
        HeadingLevel::H1 => 1,
        HeadingLevel::H2 => 2,
        _ => 3,
    }
}

/// Shows a page; the link that was pressed.
pub fn show(ui: &mut Ui, page: &[Block]) -> Option<String> {
    let mut pressed = None;
    let mut index = 0;
    while let Some(block) = page.get(index) {
        match block {
            Block::Heading(level, spans) => heading(ui, *level, spans),
            Block::Paragraph(spans) => {
                pressed = text(ui, spans).or(pressed);
                ui.add_space(4.0);
            }
            Block::Item(number, spans) => pressed = item(ui, *number, spans).or(pressed),
            Block::Row(..) => {
                let rows = page[index..].iter().take_while(|b| matches!(b, Block::Row(..)));
                let count = rows.count();
                pressed = table(ui, &page[index..index + count]).or(pressed);
                index += count - 1;
            }
        }
        index += 1;
    }
    pressed
}

fn words(spans: &[Span]) -> String {
    spans.iter().map(|span| span.text.as_str()).collect()
}

fn heading(ui: &mut Ui, level: u8, spans: &[Span]) {
    if level == 1 {
        card::title(ui, &words(spans));
        ui.add_space(4.0);
        return;
    }
    ui.add_space(10.0);
    let size = if level == 2 { 15.5 } else { 13.5 };
    let colour = ui.tokens().text;
    let title = words(spans);
    let response = ui.label(RichText::new(&title).font(fonts::semibold(size)).color(colour));
    card::as_heading(ui, &response, &title, usize::from(level));
}

fn item(ui: &mut Ui, number: Option<u64>, spans: &[Span]) -> Option<String> {
    let mark = number.map_or_else(|| "•".to_owned(), |number| format!("{number}."));
    let colour = ui.tokens().dim;
    ui.with_layout(Layout::left_to_right(Align::Min), |ui| {
        ui.add_space(6.0);
        ui.add_sized(vec2(18.0, 18.0), Label::new(RichText::new(mark).color(colour)));
        ui.vertical(|ui| text(ui, spans)).inner
    })
    .inner
}

fn style(ui: &Ui, span: &Span) -> (FontId, Color32) {
    let tokens = ui.tokens();
    let font = if span.strong { fonts::semibold(BODY) } else { fonts::regular(BODY) };
    (font, if span.link.is_some() { tokens.accent } else { tokens.text })
}

/// Running text; the link that was pressed.
fn text(ui: &mut Ui, spans: &[Span]) -> Option<String> {
    if spans.iter().any(|span| span.link.is_some()) {
        return with_links(ui, spans);
    }
    let mut job = LayoutJob::default();
    for span in spans {
        let (font, colour) = style(ui, span);
        let mut format = TextFormat::simple(font, colour);
        format.italics = span.term;
        if span.code {
            format.background = ui.tokens().hover;
        }
        job.append(&span.text, 0.0, format);
    }
    ui.label(job);
    None
}

fn with_links(ui: &mut Ui, spans: &[Span]) -> Option<String> {
    let mut pressed = None;
    let between = ui.spacing().item_spacing.y;
    // A line with a link is as high as one without.
    let row = Layout::left_to_right(Align::Min).with_main_wrap(true);
    let size = vec2(ui.available_width(), 0.0);
    ui.allocate_ui_with_layout(size, row, |ui| {
        ui.spacing_mut().item_spacing = vec2(0.0, between);
        for span in spans {
            let (font, colour) = style(ui, span);
            let mut words = RichText::new(&span.text).font(font).color(colour);
            if span.term {
                words = words.italics();
            }
            match &span.link {
                Some(link) => {
                    words = words.underline();
                    // On two lines it would be two widgets, the second one without a name.
                    ui.style_mut().wrap_mode = Some(TextWrapMode::Extend);
                    let response = ui.link(words);
                    ui.style_mut().wrap_mode = None;
                    focus_ring(ui, &response, response.rect, 2);
                    if response.clicked() {
                        pressed = Some(link.clone());
                    }
                }
                None => {
                    ui.label(words);
                }
            }
        }
    });
    pressed
}

/// Rows of a table in columns as wide as their words need.
fn table(ui: &mut Ui, rows: &[Block]) -> Option<String> {
    let mut pressed = None;
    let mut weights: Vec<f32> = Vec::new();
    for row in rows {
        let Block::Row(_, cells) = row else { continue };
        for (column, cell) in cells.iter().enumerate() {
            let length = u16::try_from(words(cell).chars().count()).unwrap_or(u16::MAX);
            let length = f32::from(length).clamp(12.0, 60.0);
            match weights.get_mut(column) {
                Some(weight) => *weight = weight.max(length),
                None => weights.push(length),
            }
        }
    }
    for row in rows {
        let Block::Row(head, cells) = row else { continue };
        card::columns(ui, &weights, |column, ui| {
            let Some(cell) = cells.get(column) else { return };
            let strong = |span: &Span| Span { strong: span.strong || *head, ..span.clone() };
            let cell: Vec<Span> = cell.iter().map(strong).collect();
            pressed = text(ui, &cell).or(pressed.take());
        });
        let line = ui.tokens().line_soft;
        let top = ui.cursor().top();
        ui.painter().hline(ui.max_rect().x_range(), top, Stroke::new(1.0, line));
        ui.add_space(3.0);
    }
    ui.add_space(6.0);
    pressed
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_page_is_read_block_by_block() {
        let page = parse(
            "# Titel\n\nEin **Wort** und [ein Link](help:words).\n\n1. eins\n2. zwei\n\n\
             - ein *Begriff*\n\n| A | B |\n| --- | --- |\n| `x` | y |\n",
        );
        let kinds: Vec<String> = page
            .iter()
            .map(|block| match block {
                Block::Heading(level, spans) => format!("{level} {}", words(spans)),
                Block::Paragraph(spans) => words(spans),
                Block::Item(number, spans) => format!("{number:?} {}", words(spans)),
                Block::Row(head, cells) => format!("{head} {}", cells.len()),
            })
            .collect();
        assert_eq!(
            kinds,
            [
                "1 Titel",
                "Ein Wort und ein Link.",
                "Some(1) eins",
                "Some(2) zwei",
                "None ein Begriff",
                "true 2",
                "false 2"
            ]
        );
        let Block::Paragraph(spans) = &page[1] else { panic!("{page:?}") };
        assert!(spans[1].strong);
        assert_eq!(spans[3].link.as_deref(), Some("help:words"));
    }
}
