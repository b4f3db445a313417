//! Tags of the file: structure tree, parent tree and bookmarks (PDF/UA-1).

use lopdf::{Dictionary, Document, Object, ObjectId, dictionary};

use super::backend::Places;
use super::display::{Bookmark, Doc, Link, Mpt, Node, Scope, Tag, Target, language_tag};
use crate::render::RenderError;

/// Adds structure tree, parent tree and bookmarks to a written file.
pub(super) fn add(file: &mut Document, doc: &Doc, places: &Places) -> Result<(), RenderError> {
    let pages: Vec<ObjectId> = file.page_iter().collect();
    let root = file.new_object_id();
    let document = file.new_object_id();
    let elements = doc.pages.iter().map(|_| Vec::new()).collect();
    let mut builder = Builder { file, doc, places, pages, elements, links: Vec::new() };
    let kids = builder.kids(&doc.tree, document);
    let Builder { pages, elements, links, .. } = builder;
    let next = pages.len() + links.len();
    file.set_object(
        document,
        dictionary! { "Type" => "StructElem", "S" => "Document", "P" => root, "K" => kids },
    );
    let parents = parent_tree(file, elements, &links);
    file.set_object(
        root,
        dictionary! {
            "Type" => "StructTreeRoot",
            "K" => vec![Object::from(document)],
            "ParentTree" => parents,
            "ParentTreeNextKey" => number(next),
        },
    );
    for (place, page) in pages.iter().enumerate() {
        let page = file.get_dictionary_mut(*page).map_err(fault)?;
        page.remove(b"Annots");
        let own = links.iter().filter(|link| link.page == place);
        let own: Vec<Object> = own.map(|link| link.annotation.into()).collect();
        if !own.is_empty() {
            page.set("Annots", own);
        }
        page.set("StructParents", number(place));
        page.set("Tabs", "S");
    }
    let outline = outline(file, doc, &pages);
    let catalog = file.catalog_mut().map_err(fault)?;
    catalog.set("StructTreeRoot", root);
    catalog.set("Outlines", outline);
    catalog.set("PageMode", "UseOutlines");
    catalog.set("MarkInfo", dictionary! { "Marked" => true, "Suspects" => false });
    Ok(())
}

/// An error of the PDF crate as ours.
pub(super) fn fault(error: impl std::fmt::Display) -> RenderError {
    RenderError::Pdf(error.to_string())
}

/// A text string: UTF-16 with byte order mark.
pub(super) fn text_string(text: &str) -> Object {
    let units = std::iter::once(0xFEFF).chain(text.encode_utf16());
    let bytes: Vec<u8> = units.flat_map(u16::to_be_bytes).collect();
    Object::String(bytes, lopdf::StringFormat::Hexadecimal)
}

fn number(count: usize) -> Object {
    Object::Integer(i64::try_from(count).unwrap_or(i64::MAX))
}

#[expect(clippy::cast_precision_loss, reason = "a page is shorter than 2^24 thousandths")]
fn points(length: Mpt) -> Object {
    Object::Real(length as f32 / 1000.0)
}

struct Builder<'a> {
    file: &'a mut Document,
    doc: &'a Doc,
    places: &'a Places,
    pages: Vec<ObjectId>,
    /// By page, the element that owns each piece of content, with its number.
    elements: Vec<Vec<(i64, ObjectId)>>,
    /// Annotations of links, in reading order.
    links: Vec<Annotated>,
}

/// An annotation, its page from 0, and the element that owns it.
struct Annotated {
    annotation: ObjectId,
    page: usize,
    owner: ObjectId,
}

impl Builder<'_> {
    fn kids(&mut self, nodes: &[Node], parent: ObjectId) -> Vec<Object> {
        nodes.iter().filter_map(|node| self.kid(node, parent)).collect()
    }

    fn kid(&mut self, node: &Node, parent: ObjectId) -> Option<Object> {
        match node {
            Node::Group(tag, nodes) => {
                let element = element(tag, self.doc.height);
                Some(self.group(element, nodes, parent))
            }
            Node::Foreign(language, tag, nodes) => {
                let mut element = element(tag, self.doc.height);
                element.set("Lang", Object::string_literal(language_tag(*language)));
                Some(self.group(element, nodes, parent))
            }
            Node::Link(link) => Some(self.link(link, parent)),
            Node::Leaf(leaf) => {
                let (page, mcid) = *self.places.get(leaf)?;
                self.elements.get_mut(page)?.push((mcid, parent));
                let page = *self.pages.get(page)?;
                Some(dictionary! { "Type" => "MCR", "Pg" => page, "MCID" => mcid }.into())
            }
        }
    }
}

impl Builder<'_> {
    fn group(&mut self, mut element: Dictionary, nodes: &[Node], parent: ObjectId) -> Object {
        let id = self.file.new_object_id();
        let kids = self.kids(nodes, id);
        element.set("Type", "StructElem");
        element.set("P", parent);
        if !kids.is_empty() {
            element.set("K", kids);
        }
        self.file.set_object(id, element);
        id.into()
    }

    /// A link with one annotation for each of its lines; a heading that is not there is no target,
    /// and its words stay words.
    fn link(&mut self, link: &Link, parent: ObjectId) -> Object {
        let Some((name, leads_to)) = self.leads_to(&link.target) else {
            return self.group(dictionary! { "S" => "Span" }, &link.kids, parent);
        };
        let id = self.file.new_object_id();
        let mut kids = self.kids(&link.kids, id);
        for &(place, [left, top, right, bottom]) in &link.areas {
            let Some(page) = self.pages.get(place).copied() else { continue };
            let height = self.doc.height;
            let corners = [left, height - bottom, right, height - top];
            let mut annotation = dictionary! {
                "Type" => "Annot",
                "Subtype" => "Link",
                "Rect" => corners.into_iter().map(points).collect::<Vec<_>>(),
                "Border" => vec![Object::Integer(0), Object::Integer(0), Object::Integer(0)],
                "F" => 4,
                "Contents" => text_string(&link.says),
                "StructParent" => number(self.pages.len() + self.links.len()),
                "P" => page,
            };
            annotation.set(name, leads_to.clone());
            let annotation = self.file.add_object(annotation);
            kids.push(dictionary! { "Type" => "OBJR", "Pg" => page, "Obj" => annotation }.into());
            self.links.push(Annotated { annotation, page: place, owner: id });
        }
        let element = dictionary! {
            "Type" => "StructElem", "S" => "Link", "P" => parent, "K" => kids,
        };
        self.file.set_object(id, element);
        id.into()
    }

    /// The entry of an annotation that says where it leads, and its name.
    fn leads_to(&self, target: &Target) -> Option<(&'static str, Object)> {
        match target {
            Target::Address(address) => {
                let uri = Object::string_literal(address.as_str());
                Some(("A", dictionary! { "Type" => "Action", "S" => "URI", "URI" => uri }.into()))
            }
            Target::Heading(title) => {
                let mark = self.doc.outline.iter().find(|mark| mark.title == *title)?;
                let at = (mark.page, mark.y);
                Some(("Dest", destination(at, self.doc.height, &self.pages)?))
            }
            Target::Note(number) => {
                let note = self.doc.notes.iter().find(|note| note.number == *number)?;
                let at = (note.page, note.y);
                Some(("Dest", destination(at, self.doc.height, &self.pages)?))
            }
        }
    }
}

/// A place on a page, both counted from the top and from 0.
fn destination((page, y): (usize, Mpt), height: Mpt, pages: &[ObjectId]) -> Option<Object> {
    let page = *pages.get(page)?;
    let at = [page.into(), Object::from("XYZ"), Object::Null, points(height - y), Object::Null];
    Some(at.to_vec().into())
}

/// Type and attributes of an element.
fn element(tag: &Tag, height: Mpt) -> Dictionary {
    let table = |name: &str, value: Object| {
        let mut attributes = dictionary! { "O" => "Table" };
        attributes.set(name, value);
        attributes
    };
    match tag {
        Tag::Heading(1) => dictionary! { "S" => "H1" },
        Tag::Heading(_) => dictionary! { "S" => "H2" },
        Tag::Paragraph => dictionary! { "S" => "P" },
        Tag::Section => dictionary! { "S" => "Sect" },
        Tag::List => dictionary! {
            "S" => "L",
            "A" => dictionary! { "O" => "List", "ListNumbering" => "None" },
        },
        Tag::Item => dictionary! { "S" => "LI" },
        Tag::Label => dictionary! { "S" => "Lbl" },
        Tag::Body => dictionary! { "S" => "LBody" },
        Tag::Table(summary) => {
            dictionary! { "S" => "Table", "A" => table("Summary", text_string(summary)) }
        }
        Tag::Head => dictionary! { "S" => "THead" },
        Tag::Rows => dictionary! { "S" => "TBody" },
        Tag::Row => dictionary! { "S" => "TR" },
        Tag::HeaderCell(scope) => {
            let scope = match scope {
                Scope::Column => "Column",
                Scope::Row => "Row",
            };
            dictionary! { "S" => "TH", "A" => table("Scope", scope.into()) }
        }
        Tag::DataCell => dictionary! { "S" => "TD" },
        Tag::Reference => dictionary! { "S" => "Reference" },
        Tag::Note(number) => dictionary! {
            "S" => "Note",
            "ID" => Object::string_literal(format!("note-{number}")),
        },
        Tag::Figure(alt, [left, top, right, bottom]) => {
            let corners = [*left, height - bottom, *right, height - top];
            let area: Vec<Object> = corners.into_iter().map(points).collect();
            let attributes =
                dictionary! { "O" => "Layout", "Placement" => "Block", "BBox" => area };
            dictionary! { "S" => "Figure", "Alt" => text_string(alt), "A" => attributes }
        }
    }
}

fn parent_tree(
    file: &mut Document,
    elements: Vec<Vec<(i64, ObjectId)>>,
    links: &[Annotated],
) -> ObjectId {
    let first = elements.len();
    let mut numbers = Vec::new();
    for (page, mut owners) in elements.into_iter().enumerate() {
        owners.sort_unstable_by_key(|(mcid, _)| *mcid);
        let owners: Vec<Object> = owners.into_iter().map(|(_, owner)| owner.into()).collect();
        let owners = file.add_object(owners);
        numbers.extend([number(page), owners.into()]);
    }
    for (place, link) in links.iter().enumerate() {
        numbers.extend([number(first + place), link.owner.into()]);
    }
    file.add_object(dictionary! { "Nums" => numbers })
}

/// Bookmarks; each stands below the last one of a higher level.
fn outline(file: &mut Document, doc: &Doc, pages: &[ObjectId]) -> ObjectId {
    let root = file.new_object_id();
    let ids: Vec<ObjectId> = doc.outline.iter().map(|_| file.new_object_id()).collect();
    let parents = parents(&doc.outline);
    let family = |parent: Option<usize>| -> Vec<usize> {
        (0..ids.len()).filter(|&place| parents[place] == parent).collect()
    };
    for (place, mark) in doc.outline.iter().enumerate() {
        let siblings = family(parents[place]);
        let own = siblings.iter().position(|&sibling| sibling == place).unwrap_or(0);
        let mut item = dictionary! {
            "Title" => text_string(&mark.title),
            "Parent" => parents[place].map_or(root, |parent| ids[parent]),
        };
        if let Some(target) = destination((mark.page, mark.y), doc.height, pages) {
            item.set("Dest", target);
        }
        if let Some(before) = own.checked_sub(1) {
            item.set("Prev", ids[siblings[before]]);
        }
        if let Some(after) = siblings.get(own + 1) {
            item.set("Next", ids[*after]);
        }
        let kids = family(Some(place));
        if let (Some(first), Some(last)) = (kids.first(), kids.last()) {
            item.set("First", ids[*first]);
            item.set("Last", ids[*last]);
            let below = doc.outline[place + 1..].iter();
            let shown = below.take_while(|other| other.level > mark.level).count();
            item.set("Count", number(shown));
        }
        file.set_object(ids[place], item);
    }
    let top = family(None);
    let mut outlines = dictionary! { "Type" => "Outlines", "Count" => number(ids.len()) };
    if let (Some(first), Some(last)) = (top.first(), top.last()) {
        outlines.set("First", ids[*first]);
        outlines.set("Last", ids[*last]);
    }
    file.set_object(root, outlines);
    root
}

fn parents(marks: &[Bookmark]) -> Vec<Option<usize>> {
    let mut above: Vec<usize> = Vec::new();
    let mut parents = Vec::new();
    for (place, mark) in marks.iter().enumerate() {
        above.truncate(usize::from(mark.level.saturating_sub(1)));
        parents.push(above.last().copied());
        above.push(place);
    }
    parents
}
