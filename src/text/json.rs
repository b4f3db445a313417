//! What is wrong with JSON that somebody wrote, in words of the field instead of the parser's.

use serde_json::error::Category;

use super::Text;

/// What the parser calls the types of what it found.
const FOUND: [&str; 6] =
    ["string ", "integer ", "floating point ", "boolean ", "character ", "byte array"];

/// How days say that they are none.
const NO_DAY: [&str; 5] = [
    "input contains invalid characters",
    "premature end of input",
    "trailing input",
    "input is out of range",
    "input is not enough for unique date and time",
];

impl Text {
    /// Where a line stops being JSON, without a full stop.
    #[must_use]
    pub fn json_syntax(&self, error: &serde_json::Error, line: &str) -> String {
        // The parser counts bytes, people characters.
        let bytes = line.as_bytes().get(..error.column()).unwrap_or(line.as_bytes());
        let column = ("column", String::from_utf8_lossy(bytes).chars().count().to_string());
        let key = if error.classify() == Category::Eof { "json-end" } else { "json-syntax" };
        self.format(key, &[column])
    }

    /// What is wrong with the fields of a line of JSON, without a full stop; `path` leads to the
    /// field. In the parser's own words where it says something that this does not know.
    #[must_use]
    pub fn json_wrong(&self, error: &serde_json::Error, path: &str) -> String {
        let said = error.to_string();
        let place = format!(" at line {} column {}", error.line(), error.column());
        let said = said.strip_suffix(&place).unwrap_or(&said);
        if let Some(sentence) = self.field_wrong(said) {
            return sentence;
        }
        let why = self.value_wrong(said).unwrap_or_else(|| said.to_owned());
        if path == "." {
            return why;
        }
        self.quoting("json-field", &[("name", path.to_owned()), ("why", why)])
    }

    /// A field that is missing, unknown or there twice, or a word that is not known.
    fn field_wrong(&self, said: &str) -> Option<String> {
        let kinds = [
            ("missing field ", ("json-missing", "json-missing")),
            ("duplicate field ", ("json-twice", "json-twice")),
            ("unknown field ", ("json-unknown", "json-unknown-of")),
            ("unknown variant ", ("json-variant", "json-variant-of")),
        ];
        let (rest, (alone, of)) =
            kinds.iter().find_map(|(begin, keys)| Some((said.strip_prefix(begin)?, *keys)))?;
        let (name, after) = rest.strip_prefix('`')?.split_once('`')?;
        let others: Vec<&str> = after.split('`').skip(1).step_by(2).collect();
        let key = if others.is_empty() { alone } else { of };
        let words = [("name", name.to_owned()), ("others", others.join(", "))];
        Some(self.quoting(key, &words))
    }

    /// A value of another type, beyond its range, or no day.
    fn value_wrong(&self, said: &str) -> Option<String> {
        if NO_DAY.contains(&said) {
            return Some(self.get("json-no-day"));
        }
        if let Some((_, wanted)) =
            said.strip_prefix("invalid length ").and_then(|rest| rest.split_once(", expected "))
        {
            let words = [("given", self.get("json-list")), ("wanted", self.wanted(wanted))];
            return Some(self.quoting("json-type", &words));
        }
        let of_type = said.strip_prefix("invalid type: ");
        let rest = of_type.or_else(|| said.strip_prefix("invalid value: "))?;
        let (given, wanted) = rest.rsplit_once(", expected ")?;
        let number = matches!(wanted, "u8" | "u16" | "u32" | "u64" | "i8" | "i16" | "i32" | "i64");
        let given = ("given", self.given(given));
        if number && of_type.is_none() {
            return Some(self.quoting("json-range", &[given]));
        }
        let wanted = if number { self.get("json-number") } else { self.wanted(wanted) };
        Some(self.quoting("json-type", &[given, ("wanted", wanted)]))
    }

    /// What was given, without the parser's name of its type.
    fn given(&self, given: &str) -> String {
        match given {
            "map" => self.get("json-object"),
            "sequence" => self.get("json-list"),
            "null" | "unit value" => "null".to_owned(),
            _ => {
                let value = FOUND.iter().find_map(|name| given.strip_prefix(name));
                value.unwrap_or(given).trim_matches('`').to_owned()
            }
        }
    }

    /// What is expected, by the parser's name of it.
    fn wanted(&self, wanted: &str) -> String {
        let key = match wanted {
            "a string" | "string" | "a borrowed string" => "json-text",
            "string or map" => "json-word",
            "a boolean" => "json-boolean",
            "a sequence" => "json-list",
            "a formatted date string" => "json-day",
            "a Decimal type representing a fixed-point number" => "json-decimal",
            "a map" | "map" => "json-object",
            other if other.starts_with("struct ") => "json-object",
            other if other.contains("tuple") || other.contains("array") => "json-list",
            other => return other.to_owned(),
        };
        self.get(key)
    }
}
