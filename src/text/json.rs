//! What is wrong with JSON that somebody wrote, in words of the field instead of the parser's.

use serde_json::error::Category;

use super::Text;

impl Text {
    /// What is wrong with a line of JSON, without a full stop; the parser's own words where it
    /// says something that this does not know.
    #[must_use]
    pub fn json_wrong(&self, error: &serde_json::Error) -> String {
        let column = ("column", error.column().to_string());
        match error.classify() {
            Category::Eof => self.format("json-end", &[column]),
            Category::Syntax => self.format("json-syntax", &[column]),
            Category::Data | Category::Io => {
                let said = error.to_string();
                let place = format!(" at line {} column {}", error.line(), error.column());
                self.data_wrong(said.strip_suffix(&place).unwrap_or(&said))
            }
        }
    }

    fn data_wrong(&self, said: &str) -> String {
        let field = |(alone, of): (&str, &str), rest: &str| {
            let (name, others) = named(rest)?;
            let key = if others.is_empty() { alone } else { of };
            Some(self.quoting(key, &[("name", name.to_owned()), ("others", others)]))
        };
        let found = [
            ("missing field ", ("json-missing", "json-missing")),
            ("duplicate field ", ("json-twice", "json-twice")),
            ("unknown field ", ("json-unknown", "json-unknown-of")),
            ("unknown variant ", ("json-variant", "json-variant-of")),
        ];
        let found = found.iter().find_map(|(begin, key)| field(*key, said.strip_prefix(begin)?));
        let typed = ["invalid type: ", "invalid value: "];
        found
            .or_else(|| {
                let rest = typed.iter().find_map(|begin| said.strip_prefix(begin))?;
                let (given, wanted) = rest.rsplit_once(", expected ")?;
                let words = [("given", given_words(given)), ("wanted", self.wanted(wanted))];
                Some(self.quoting("json-type", &words))
            })
            .unwrap_or_else(|| said.to_owned())
    }

    /// What is expected, by the parser's name of it.
    fn wanted(&self, wanted: &str) -> String {
        let key = match wanted {
            "a string" | "string" => "json-text",
            "a boolean" => "json-boolean",
            "u8" | "u16" | "u32" | "u64" | "i8" | "i16" | "i32" | "i64" => "json-number",
            "a sequence" => "json-list",
            "a map" | "map" => "json-object",
            other if other.starts_with("struct ") => "json-object",
            other => return other.to_owned(),
        };
        self.get(key)
    }
}

/// "`a`, expected one of `b`, `c`" as a and "b, c".
fn named(rest: &str) -> Option<(&str, String)> {
    let (name, after) = rest.strip_prefix('`')?.split_once('`')?;
    let others: Vec<&str> = after.split('`').skip(1).step_by(2).collect();
    Some((name, others.join(", ")))
}

/// What was given, without the parser's name of its type: `string "x"` as `"x"`.
fn given_words(given: &str) -> String {
    let value = given.split_once(' ').map_or(given, |(_, value)| value);
    value.trim_matches('`').to_owned()
}

#[cfg(test)]
mod tests {
    use serde::Deserialize;

    use super::*;
    use crate::text::Lang;

    #[derive(Debug, Deserialize)]
    #[serde(deny_unknown_fields)]
    #[expect(dead_code, reason = "only read")]
    struct Line {
        kind: String,
        amount_cents: i64,
    }

    fn wrong(json: &str) -> String {
        let error = serde_json::from_str::<Line>(json).expect_err("a line that is wrong");
        Text::new(Lang::De).json_wrong(&error)
    }

    #[test]
    fn what_is_wrong_with_json_is_said_in_german() {
        assert_eq!(wrong(r#"{"kind":"a"}"#), "Das Feld „amount_cents“ fehlt");
        assert_eq!(
            wrong(r#"{"kind":"a","amount":1}"#),
            "Das Feld „amount“ gibt es hier nicht; möglich: kind, amount_cents"
        );
        assert_eq!(wrong(r#"{"kind":"a","kind":"b"}"#), "Das Feld „kind“ steht zweimal da");
        assert_eq!(
            wrong(r#"{"kind":"a","amount_cents":"12,50"}"#),
            "Statt „\"12,50\"“ gehört hierher eine ganze Zahl"
        );
        assert_eq!(
            wrong(r#"{"kind":7,"amount_cents":1}"#),
            "Statt „7“ gehört hierher ein Text in Anführungszeichen"
        );
        assert_eq!(wrong(r#"{"kind" "a"}"#), "ab Zeichen 9 keine gültige Schreibweise");
        assert_eq!(wrong(r#"{"kind":"a""#), "nach Zeichen 11 fehlt etwas");
    }
}
