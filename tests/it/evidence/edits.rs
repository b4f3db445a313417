//! Rows that are edited, inserted, deleted and swapped.

use std::collections::BTreeMap;
use std::path::{Path, PathBuf};

use rusqlite::types::Value;
use rusqlite::{Connection, params_from_iter};

use super::{Noticed, honest, noticed};
use crate::chance::{Chance, rounds, shared};
use crate::tamper::attacker;

#[derive(Clone, Debug)]
struct Table {
    name: String,
    columns: Vec<String>,
    /// Places of the columns of the primary key.
    key: Vec<usize>,
}

fn tables(path: &Path) -> Vec<Table> {
    let tool = Connection::open(path).unwrap();
    let names = "SELECT name FROM sqlite_schema WHERE type = 'table' ORDER BY name";
    let mut names = tool.prepare(names).unwrap();
    let names = names.query_map([], |row| row.get(0)).unwrap();
    let names: Vec<String> = names.map(Result::unwrap).collect();
    names
        .into_iter()
        .map(|name| {
            let mut info = tool.prepare("SELECT name, pk FROM pragma_table_info(?1)").unwrap();
            let info = info.query_map([&name], |row| Ok((row.get(0)?, row.get(1)?))).unwrap();
            let info: Vec<(String, i64)> = info.map(Result::unwrap).collect();
            let key = (0..info.len()).filter(|place| info[*place].1 > 0).collect();
            Table { name, columns: info.into_iter().map(|(name, _)| name).collect(), key }
        })
        .collect()
}

impl Table {
    fn row(&self, tool: &Connection, chance: &mut Chance) -> Vec<Value> {
        let count = format!("SELECT count(*) FROM {}", self.name);
        let count: usize = tool.query_row(&count, [], |row| row.get(0)).unwrap();
        let sql = format!("SELECT * FROM {} LIMIT 1 OFFSET {}", self.name, chance.below(count));
        let read =
            |row: &rusqlite::Row<'_>| (0..self.columns.len()).map(|at| row.get(at)).collect();
        tool.query_row(&sql, [], read).unwrap()
    }

    fn delete(&self, tool: &Connection, row: &[Value]) -> rusqlite::Result<usize> {
        let same: Vec<String> = self.columns.iter().map(|name| format!("{name} IS ?")).collect();
        let sql = format!("DELETE FROM {} WHERE {}", self.name, same.join(" AND "));
        tool.execute(&sql, params_from_iter(row))
    }

    fn insert(&self, tool: &Connection, row: &[Value]) -> rusqlite::Result<usize> {
        let places = vec!["?"; row.len()].join(", ");
        let sql = format!("INSERT INTO {} VALUES ({places})", self.name);
        tool.execute(&sql, params_from_iter(row))
    }
}

/// Another value of the same type.
fn other(value: &Value, chance: &mut Chance) -> Value {
    match value {
        Value::Null => Value::Integer(1),
        Value::Integer(number) => {
            let by = *chance.of(&[1, -1, 100, -100, 1_000_000]);
            Value::Integer(number + by)
        }
        Value::Real(number) => Value::Real(number + 1.0),
        Value::Text(text) => {
            let mut signs: Vec<char> = text.chars().collect();
            if signs.is_empty() || chance.percent(20) {
                signs.push('x');
            } else {
                let at = chance.below(signs.len());
                signs[at] = if signs[at] == '1' { '2' } else { '1' };
            }
            Value::Text(signs.into_iter().collect())
        }
        Value::Blob(bytes) => {
            let mut bytes = bytes.clone();
            if bytes.is_empty() {
                bytes.push(1);
            } else {
                let at = chance.below(bytes.len());
                bytes[at] ^= 1 << chance.below(8);
            }
            Value::Blob(bytes)
        }
    }
}

#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
enum Way {
    Edited(usize),
    Inserted,
    Deleted,
    Swapped,
}

/// Changes the file in one place; false where the database itself refuses (a key that is taken,
/// another type), or nothing would differ.
fn change(tool: &Connection, table: &Table, way: Way, chance: &mut Chance) -> bool {
    let row = table.row(tool, chance);
    let mut new = row.clone();
    tool.execute_batch("BEGIN").unwrap();
    let done = match way {
        Way::Edited(column) => {
            new[column] = other(&row[column], chance);
            table.delete(tool, &row).is_ok() && table.insert(tool, &new).is_ok()
        }
        Way::Inserted => {
            for (column, value) in new.iter_mut().enumerate() {
                let blob = matches!(value, Value::Blob(_));
                if blob || table.key.contains(&column) || chance.percent(30) {
                    *value = other(value, chance);
                }
            }
            table.insert(tool, &new).is_ok()
        }
        Way::Deleted => table.delete(tool, &row).is_ok(),
        Way::Swapped => {
            let mut second = table.row(tool, chance);
            let free = (0..row.len()).filter(|column| !table.key.contains(column));
            let free: Vec<usize> = free.filter(|column| row[*column] != second[*column]).collect();
            if free.is_empty() {
                false
            } else {
                let column = *chance.of(&free);
                let gone = table.delete(tool, &row).is_ok() && table.delete(tool, &second).is_ok();
                std::mem::swap(&mut new[column], &mut second[column]);
                gone && table.insert(tool, &new).is_ok() && table.insert(tool, &second).is_ok()
            }
        }
    };
    tool.execute_batch(if done { "COMMIT" } else { "ROLLBACK" }).unwrap();
    done
}

/// Keeps changed ledgers for the second verifier, where `TAMPERED` names a folder.
fn keep(path: &Path, name: &str, found: &Noticed) {
    let Some(folder) = std::env::var_os("TAMPERED").map(PathBuf::from) else { return };
    let (how, words) = match found {
        Noticed::Opening(words) => ("opening", words.as_str()),
        Noticed::Deep(words) => ("deep", words.as_str()),
        Noticed::Nobody => ("nobody", ""),
    };
    std::fs::copy(path, folder.join(format!("{name}.foerderbuch"))).unwrap();
    std::fs::write(folder.join(format!("{name}.txt")), format!("{how}\n{words}\n")).unwrap();
}

/// Good ledgers for the second verifier, too: one of the generator, and the honest one.
fn keep_good(pristine: &[u8]) {
    let Some(folder) = std::env::var_os("TAMPERED").map(PathBuf::from) else { return };
    std::fs::write(folder.join("honest.foerderbuch"), pristine).unwrap();
    let generated = folder.join("generated.foerderbuch");
    crate::large::programme::write(&generated, 3_000, 7, &mut |_| {}).unwrap();
}

/// So often one column or table is tried where all that is tried would be a key that is taken.
const TRIES: usize = 20;

type Counts = BTreeMap<(String, &'static str), usize>;

/// `TAMPER_ROWS` rows of each column are edited, and as many rows of each table inserted, deleted
/// and swapped.
#[test]
fn every_changed_row_of_every_table_is_noticed() {
    let folder = tempfile::tempdir().unwrap();
    let path = honest(folder.path());
    let (pristine, tables) = (std::fs::read(&path).unwrap(), tables(&path));
    keep_good(&pristine);
    let mut deeds: Vec<(&Table, Way)> = Vec::new();
    for table in &tables {
        deeds.extend((0..table.columns.len()).map(|column| (table, Way::Edited(column))));
        deeds.extend([Way::Inserted, Way::Deleted, Way::Swapped].map(|way| (table, way)));
    }
    // Names may be erased (docs/ledger-format.md, section 2.3).
    deeds.retain(|(table, way)| !(table.name == "person_name" && *way == Way::Deleted));
    let rows = rounds("TAMPER_ROWS", 1);
    let results = shared(deeds.len() * rows, |mine| {
        let (mut counts, mut unseen) = (Counts::new(), Vec::new());
        for number in mine {
            let (table, way) = deeds[number % deeds.len()];
            let mut chance = Chance::new(u64::try_from(number).unwrap());
            let path = folder.path().join(format!("{number}.foerderbuch"));
            std::fs::write(&path, &pristine).unwrap();
            let tool = attacker(&path);
            let done = (0..TRIES).any(|_| change(&tool, table, way, &mut chance));
            drop(tool);
            if done {
                let found = noticed(&path);
                keep(&path, &format!("{number}-{}", table.name), &found);
                let by = match &found {
                    Noticed::Opening(_) => "verify",
                    Noticed::Deep(_) => "verify --deep",
                    Noticed::Nobody => "nobody",
                };
                if by == "nobody" || table.name == "event" && by != "verify" {
                    unseen.push(format!("{} {way:?} (number {number}): {found:?}", table.name));
                }
                *counts.entry((table.name.clone(), by)).or_default() += 1;
            } else {
                *counts.entry((table.name.clone(), "refused by the database")).or_default() += 1;
            }
            std::fs::remove_file(&path).unwrap();
        }
        (counts, unseen)
    });
    let mut all = Counts::new();
    let mut unseen = Vec::new();
    for (counts, missed) in results {
        for (key, count) in counts {
            *all.entry(key).or_default() += count;
        }
        unseen.extend(missed);
    }
    for ((table, by), count) in &all {
        println!("{table}: {count} {by}");
    }
    let of = |wanted: &str| -> usize {
        all.iter().filter(|((_, by), _)| *by == wanted).map(|(_, count)| count).sum()
    };
    println!(
        "{} changes of rows: {} noticed by verify, {} by verify --deep, {} unnoticed, {} refused by \
         the database",
        of("verify") + of("verify --deep") + of("nobody"),
        of("verify"),
        of("verify --deep"),
        of("nobody"),
        of("refused by the database"),
    );
    assert_eq!(unseen, Vec::<String>::new());
    assert!(of("verify") > 40 * rows, "{all:?}");
    // What the database itself takes no longer is the smaller part, or little was tried at all.
    assert!(of("refused by the database") * 4 < deeds.len() * rows, "{all:?}");
}
