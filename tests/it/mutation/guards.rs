//! Finds every guard of the schema by reading its text, and makes one mutant without each.
//!
//! Keywords are told from names by their capitals: `sql/schema.sql` writes all keywords so.

use std::collections::BTreeMap;
use std::ops::Range;

/// The schema without one of its guards.
pub struct Mutant {
    /// Table with column, or trigger, and what was taken out.
    pub name: String,
    /// The whole schema, mutated.
    pub schema: String,
    /// The statement that was mutated, before.
    statement: String,
}

impl Mutant {
    /// True when the mutated statement decides the case, as far as its name and the words of its
    /// refusal tell.
    pub fn concerns(&self, case: &str, words: &str) -> bool {
        let head = |name: &str| name.split([' ', ':', '.', ',']).next().unwrap().to_owned();
        let (table, kind) = (head(&self.name), head(case));
        self.statement.contains(&format!("'{words}'"))
            || words.contains(&format!("{table}."))
            || (self.name.contains(&format!("'{kind}'")) && words.is_empty())
    }
}

/// One mutant per guard, in the order of the schema.
pub fn mutants(schema: &str) -> Vec<Mutant> {
    let mut finder = Finder { schema, tokens: tokens(schema), at: 0..0, found: Vec::new() };
    for statement in finder.statements() {
        finder.at = statement.clone();
        match finder.words(statement.start) {
            ["CREATE", "TABLE"] => finder.table(statement),
            ["CREATE", "TRIGGER"] => finder.trigger(statement),
            // What a trigger reads: it narrows and widens guards.
            ["CREATE", "VIEW"] => finder.conditions(finder.text(statement.start + 2), statement),
            ["CREATE", "UNIQUE"] => {
                let name = format!("{} UNIQUE", finder.text(statement.start + 3));
                finder.push(&name, &[(statement.start + 1..statement.start + 2, "")]);
            }
            // Another index guards nothing.
            ["CREATE", "INDEX"] => {}
            other => panic!("the schema has a statement that this test cannot read: {other:?}"),
        }
    }
    let mut twins: BTreeMap<String, u32> = BTreeMap::new();
    for mutant in &mut finder.found {
        let number = twins.entry(mutant.name.clone()).or_default();
        *number += 1;
        if *number > 1 {
            mutant.name = format!("{} ({number})", mutant.name);
        }
    }
    finder.found
}

struct Finder<'s> {
    schema: &'s str,
    tokens: Vec<Range<usize>>,
    /// The statement that is read.
    at: Range<usize>,
    found: Vec<Mutant>,
}

/// Words, numbers, strings and single signs; comments and blanks stand between them.
fn tokens(schema: &str) -> Vec<Range<usize>> {
    let bytes = schema.as_bytes();
    let is_word = |byte: &u8| byte.is_ascii_alphanumeric() || matches!(byte, b'_' | b'.');
    let mut found = Vec::new();
    let mut at = 0;
    while at < bytes.len() {
        let rest = &bytes[at..];
        let length = if rest.starts_with(b"--") {
            at += rest.iter().position(|byte| *byte == b'\n').unwrap_or(rest.len());
            continue;
        } else if rest[0].is_ascii_whitespace() {
            at += 1;
            continue;
        } else if rest[0] == b'\'' {
            2 + rest[1..].iter().position(|byte| *byte == b'\'').unwrap()
        } else if ["<>", "<=", ">=", "||"].iter().any(|sign| rest.starts_with(sign.as_bytes())) {
            2
        } else {
            rest.iter().take_while(|byte| is_word(byte)).count().max(1)
        };
        found.push(at..at + length);
        at += length;
    }
    found
}

impl<'s> Finder<'s> {
    fn text(&self, token: usize) -> &'s str {
        self.tokens.get(token).map_or("", |range| &self.schema[range.clone()])
    }

    fn words(&self, token: usize) -> [&'s str; 2] {
        [self.text(token), self.text(token + 1)]
    }

    /// Ranges of tokens, each from CREATE to the semicolon that ends it.
    fn statements(&self) -> Vec<Range<usize>> {
        let mut found = Vec::new();
        let mut start = 0;
        for token in 0..self.tokens.len() {
            let body = self.text(start + 1) == "TRIGGER"
                && (self.text(token - 1), self.text(token - 2)) != ("END", ";");
            if self.text(token) == ";" && !body {
                found.push(start..token + 1);
                start = token + 1;
            }
        }
        assert_eq!(start, self.tokens.len(), "a statement without an end");
        found
    }

    /// The token behind the bracket that closes the one at `open`.
    fn behind(&self, open: usize) -> usize {
        let mut depth = 0;
        for token in open..self.tokens.len() {
            match self.text(token) {
                "(" => depth += 1,
                ")" => depth -= 1,
                _ => {}
            }
            if depth == 0 {
                return token + 1;
            }
        }
        panic!("a bracket stays open")
    }

    fn push(&mut self, name: &str, edits: &[(Range<usize>, &str)]) {
        let mut schema = self.schema.to_owned();
        for (tokens, with) in edits.iter().rev() {
            let bytes = self.tokens[tokens.start].start..self.tokens[tokens.end - 1].end;
            schema.replace_range(bytes, with);
        }
        let own = self.tokens[self.at.start].start..self.tokens[self.at.end - 1].end;
        let statement = self.schema[own].to_owned();
        self.found.push(Mutant { name: name.to_owned(), schema, statement });
    }

    /// What the tokens say, on one line.
    fn says(&self, tokens: Range<usize>) -> String {
        let text: Vec<&str> = tokens.map(|token| self.text(token)).collect();
        text.join(" ").replace("( ", "(").replace(" )", ")").replace(" ,", ",")
    }

    fn table(&mut self, statement: Range<usize>) {
        let name = self.text(statement.start + 2);
        let open = statement.start + 3;
        let behind = self.behind(open);
        let options = behind..statement.end - 1;
        let mut start = open + 1;
        let mut token = start;
        while token < behind {
            if self.text(token) == "(" {
                token = self.behind(token);
                continue;
            }
            if self.text(token) == "," || token == behind - 1 {
                self.column(name, start..token, &options);
                start = token + 1;
            }
            token += 1;
        }
        for token in options {
            if self.text(token) == "STRICT" {
                let first = self.text(token - 1) != ",";
                let comma = usize::from(first && self.text(token + 1) == ",");
                let start = token - usize::from(!first);
                self.push(&format!("{name} STRICT"), &[(start..token + 1 + comma, "")]);
            }
        }
        self.conditions(name, open..behind);
    }

    /// The guards of a column, or one that stands for itself after the columns.
    fn column(&mut self, table: &str, column: Range<usize>, options: &Range<usize>) {
        let head = self.text(column.start);
        // A table without row numbers must have a key: the mutant has row numbers instead.
        let mut key_edits = Vec::new();
        if let Some(token) = options.clone().find(|token| self.text(*token) == "WITHOUT") {
            let comma = usize::from(self.text(token - 1) == ",");
            key_edits.push((token - comma..token + 2, ""));
        }
        if ["UNIQUE", "PRIMARY", "CHECK", "FOREIGN", "CONSTRAINT"].contains(&head) {
            let mut edits = vec![(column.start - 1..column.end, "")];
            if head == "PRIMARY" {
                edits.extend(key_edits);
            }
            let name = format!("{table}: {}", self.says(column));
            self.push(&name, &edits);
            return;
        }
        let mut token = column.start + 1;
        while token < column.end {
            let end = match self.words(token) {
                ["CHECK", _] => self.behind(token + 1),
                ["UNIQUE", _] => token + 1,
                ["PRIMARY", _] | ["NOT", "NULL"] => token + 2,
                ["REFERENCES", _] => {
                    let tail = self.behind(token + 2);
                    let more = ["DEFERRABLE", "INITIALLY", "DEFERRED", "ON", "DELETE", "CASCADE"];
                    (tail..column.end)
                        .find(|token| !more.contains(&self.text(*token)))
                        .unwrap_or(column.end)
                }
                _ => {
                    token += 1;
                    continue;
                }
            };
            let name = format!("{table}.{head}: {}", self.says(token..end));
            let mut edits = vec![(token..end, "")];
            if self.text(token) == "PRIMARY" {
                edits.extend(key_edits.clone());
            }
            self.push(&name, &edits);
            token = end;
        }
    }

    fn trigger(&mut self, statement: Range<usize>) {
        let name = self.text(statement.start + 2);
        self.push(&format!("trigger {name}"), &[(statement.clone(), "")]);
        let begin = statement.clone().find(|token| self.text(*token) == "BEGIN").unwrap();
        let mut start = begin + 1;
        for token in begin + 1..statement.end - 2 {
            if self.text(token) == ";" {
                let mut said = start..token;
                let raised = said.clone().find(|at| self.text(*at) == "RAISE");
                let what = match raised {
                    Some(at) => self.text(at + 4),
                    None => &self.says(said.start..said.nth(2).unwrap()),
                };
                self.push(&format!("{name}: {what}"), &[(start..token, "SELECT 1")]);
                start = token + 1;
            }
        }
        self.conditions(name, statement);
    }

    /// Every part of a condition joined by AND or OR, and every text of a list, at any depth.
    fn conditions(&mut self, name: &str, range: Range<usize>) {
        let clauses = [
            "WHERE", "WHEN", "HAVING", "ON", "THEN", "ELSE", "SELECT", "FROM", "GROUP", "BEGIN",
            "END", "SET", "CHECK", "JOIN", "UNION", "EXCEPT", "ORDER", ",", ";",
        ];
        // Start of the condition, and where it is joined; one of them per open bracket or CASE.
        let mut open = vec![(range.start, Vec::new())];
        let (mut between, mut cases) = (false, 0);
        for token in range {
            match self.text(token) {
                "(" => {
                    if self.text(token - 1) == "IN" && self.text(token + 1).starts_with('\'') {
                        self.list(name, token);
                    } else if self.text(token + 1) == "VALUES" {
                        self.pairs(name, token + 2);
                    }
                    open.push((token + 1, Vec::new()));
                }
                "CASE" => {
                    cases += 1;
                    open.push((token + 1, Vec::new()));
                }
                word if word == ")" || (word == "END" && cases > 0) => {
                    cases -= usize::from(word == "END");
                    let (start, joins) = open.pop().unwrap();
                    self.terms(name, start..token, &joins);
                }
                "BETWEEN" => between = true,
                "AND" if between => between = false,
                "AND" | "OR" => open.last_mut().unwrap().1.push(token),
                word if clauses.contains(&word) => {
                    let last = open.last_mut().unwrap();
                    let (start, joins) = std::mem::replace(last, (token + 1, Vec::new()));
                    self.terms(name, start..token, &joins);
                }
                _ => {}
            }
        }
    }

    fn terms(&mut self, name: &str, range: Range<usize>, joins: &[usize]) {
        let (Some(first), Some(last)) = (joins.first(), joins.last()) else { return };
        let mut parts = vec![(range.start..*first, range.start..first + 1)];
        for (join, next) in joins.iter().zip(&joins[1..]) {
            parts.push((join + 1..*next, *join..*next));
        }
        parts.push((last + 1..range.end, *last..range.end));
        for (term, removed) in parts {
            let said = self.says(term);
            let short: String = said.chars().take(60).collect();
            self.push(&format!("{name}, term: {short}"), &[(removed, "")]);
        }
    }

    fn list(&mut self, name: &str, open: usize) {
        let head = self.says(open - 2..open);
        for token in (open + 1..self.behind(open) - 1).step_by(2) {
            let comma = self.text(token + 1) == ",";
            let removed = match (comma, self.text(token - 1)) {
                (true, _) => token..token + 2,
                (false, ",") => token - 1..token + 1,
                (false, _) => token..token + 1,
            };
            let text = self.text(token);
            self.push(&format!("{name}, list {head}: {text}"), &[(removed, "")]);
        }
    }

    /// Every pair of a list of two texts each.
    fn pairs(&mut self, name: &str, first: usize) {
        let mut token = first;
        while self.text(token) == "(" {
            let behind = self.behind(token);
            let comma = self.text(behind) == ",";
            let removed = if comma { token..behind + 1 } else { token - 1..behind };
            self.push(&format!("{name}, pair {}", self.says(token..behind)), &[(removed, "")]);
            token = behind + usize::from(comma);
        }
    }
}
