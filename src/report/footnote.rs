//! Footnotes of tables: each note that a cell bears a mark of, numbered as its reader meets them.

use super::{Block, Row};

/// Numbers the footnotes of a report from 1, in the order in which their marks are read, and puts
/// those that follow each other into that order. Until then a number only says which mark belongs
/// to which note.
pub(super) fn numbered(blocks: &mut [Block]) {
    let order = read(blocks);
    let number = |old: u8| {
        let place = order.iter().position(|known| *known == old);
        place.and_then(|place| u8::try_from(place + 1).ok()).unwrap_or(old)
    };
    for block in &mut *blocks {
        match block {
            Block::Table(table) => {
                for row in &mut table.rows {
                    row.marks.iter_mut().for_each(|(_, note)| *note = number(*note));
                    row.marks.sort_unstable();
                }
            }
            Block::Footnote(note, _) => *note = number(*note),
            _ => {}
        }
    }
    let is_note = |block: &Block| matches!(block, Block::Footnote(..));
    for run in blocks.chunk_by_mut(|one, next| is_note(one) && is_note(next)) {
        run.sort_by_key(|block| match block {
            Block::Footnote(note, _) => *note,
            _ => 0,
        });
    }
}

/// The marks as they are read: table by table, row by row, from left to right.
fn read(blocks: &[Block]) -> Vec<u8> {
    let rows = blocks.iter().flat_map(|block| match block {
        Block::Table(table) => table.rows.as_slice(),
        _ => &[],
    });
    let mut order = Vec::new();
    for note in rows.flat_map(marks) {
        if !order.contains(&note) {
            order.push(note);
        }
    }
    order
}

fn marks(row: &Row) -> Vec<u8> {
    let mut marks = row.marks.clone();
    marks.sort_by_key(|(place, _)| *place);
    marks.into_iter().map(|(_, note)| note).collect()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::report::{Cell, Phrase, RowKind, Table};

    fn table(marks: &[&[(usize, u8)]]) -> Block {
        let row = |marks: &&[(usize, u8)]| Row {
            marks: marks.to_vec(),
            ..Row::new(RowKind::Item, vec![Cell::Number(1), Cell::Number(2)])
        };
        let rows = marks.iter().map(row).collect();
        Block::Table(Table { caption: Phrase::new("report-sum"), columns: Vec::new(), rows })
    }

    #[test]
    fn notes_are_numbered_as_their_marks_are_read_and_stand_in_that_order() {
        let note = |number, key| Block::Footnote(number, Phrase::new(key));
        let mut blocks = [
            table(&[&[], &[(1, 3), (0, 4)]]),
            note(3, "third"),
            note(4, "fourth"),
            table(&[&[(1, 9)], &[(0, 3)]]),
            note(9, "ninth"),
        ];
        numbered(&mut blocks);
        let wanted = [
            table(&[&[], &[(0, 1), (1, 2)]]),
            note(1, "fourth"),
            note(2, "third"),
            table(&[&[(1, 3)], &[(0, 2)]]),
            note(3, "ninth"),
        ];
        assert_eq!(blocks, wanted);
    }
}
