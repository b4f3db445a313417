//! Tags of the file: structure tree, parent tree and bookmarks (PDF/UA-1).

use lopdf::{Dictionary, Document, Object, ObjectId, dictionary};

use super::backend::Places;
use super::display::{Bookmark, Doc, Mpt, Node, Scope, Tag};
use crate::render::RenderError;

/// Adds structure tree, parent tree and bookmarks to a written file.
pub(super) fn add(file: &mut Document, doc: &Doc, places: &Places) -> Result<(), RenderError> {
    let pages: Vec<ObjectId> = file.page_iter().collect();
    let root = file.new_object_id();
    let document = file.new_object_id();
    let elements = doc.pages.iter().map(|_| Vec::new()).collect();
    let mut builder = Builder { file, doc, places, pages, elements };
    let kids = builder.kids(&doc.tree, document);
    let Builder { pages, elements, .. } = builder;
    file.set_object(
        document,
        dictionary! { "Type" => "StructElem", "S" => "Document", "P" => root, "K" => kids },
    );
    let parents = parent_tree(file, elements);
    file.set_object(
        root,
        dictionary! {
            "Type" => "StructTreeRoot",
            "K" => vec![Object::from(document)],
            "ParentTree" => parents,
            "ParentTreeNextKey" => number(pages.len()),
        },
    );
    for (place, page) in pages.iter().enumerate() {
        let page = file.get_dictionary_mut(*page).map_err(fault)?;
        page.remove(b"Annots");
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
}

impl Builder<'_> {
    fn kids(&mut self, nodes: &[Node], parent: ObjectId) -> Vec<Object> {
        nodes.iter().filter_map(|node| self.kid(node, parent)).collect()
    }

    fn kid(&mut self, node: &Node, parent: ObjectId) -> Option<Object> {
        match node {
            Node::Group(tag, nodes) => {
                let id = self.file.new_object_id();
                let kids = self.kids(nodes, id);
                let mut element = element(tag, self.doc.height);
                element.set("Type", "StructElem");
                element.set("P", parent);
                if !kids.is_empty() {
                    element.set("K", kids);
                }
                self.file.set_object(id, element);
                Some(id.into())
            }
            Node::Leaf(leaf) => {
                let (page, mcid) = *self.places.get(leaf)?;
                self.elements.get_mut(page)?.push((mcid, parent));
                let page = *self.pages.get(page)?;
                Some(dictionary! { "Type" => "MCR", "Pg" => page, "MCID" => mcid }.into())
            }
        }
    }
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
        Tag::Figure(alt, [left, top, right, bottom]) => {
            let corners = [*left, height - bottom, *right, height - top];
            let area: Vec<Object> = corners.into_iter().map(points).collect();
            let attributes =
                dictionary! { "O" => "Layout", "Placement" => "Block", "BBox" => area };
            dictionary! { "S" => "Figure", "Alt" => text_string(alt), "A" => attributes }
        }
    }
}

fn parent_tree(file: &mut Document, elements: Vec<Vec<(i64, ObjectId)>>) -> ObjectId {
    let mut numbers = Vec::new();
    for (page, mut owners) in elements.into_iter().enumerate() {
        owners.sort_unstable_by_key(|(mcid, _)| *mcid);
        let owners: Vec<Object> = owners.into_iter().map(|(_, owner)| owner.into()).collect();
        let owners = file.add_object(owners);
        numbers.extend([number(page), owners.into()]);
    }
    file.add_object(dictionary! { "Nums" => numbers })
}

/// Bookmarks; those of level 2 stand below the last one of level 1.
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
        let target = vec![
            pages.get(mark.page).copied().unwrap_or(root).into(),
            Object::from("XYZ"),
            Object::Null,
            points(doc.height - mark.y),
            Object::Null,
        ];
        let mut item = dictionary! {
            "Title" => text_string(&mark.title),
            "Parent" => parents[place].map_or(root, |parent| ids[parent]),
            "Dest" => target,
        };
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
            item.set("Count", number(kids.len()));
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
    let mut above = None;
    let mut parents = Vec::new();
    for (place, mark) in marks.iter().enumerate() {
        if mark.level == 1 {
            above = Some(place);
            parents.push(None);
        } else {
            parents.push(above);
        }
    }
    parents
}
