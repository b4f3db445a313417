//! German and English: messages, refusals as sentences, and every amount, number and date that
//! people read or type.
//!
//! May use the enums and values of `domain` and `exchange`, never store, report or screens. The
//! words stand in Fluent files under `assets/text`, embedded at build time.

use std::borrow::Cow;
use std::collections::BTreeMap;
use std::fmt;
use std::str::FromStr;
use std::sync::Arc;

use fluent_bundle::concurrent::FluentBundle;
use fluent_bundle::{FluentArgs, FluentResource, FluentValue};
use unic_langid::langid;

use crate::domain::PersonNo;

mod cash;
mod choice;
mod deadline;
mod entry;
mod exchange;
mod field;
mod format;
pub mod hash;
mod json;
mod names;
mod parse;
mod pseudo;
mod refusal;
mod sentence;
mod setting;
pub mod sheet;
mod takeover;
pub mod typeface;

pub use cash::{When, cash_form};
pub use format::capital;
pub use parse::{DayEntry, MoneyEntry, parse_day, parse_money, with_other_marks};

macro_rules! embed {
    ($($file:literal),* $(,)?) => {
        /// Name of each message file with its German and its English text.
        const FILES: &[(&str, &str, &str)] = &[$((
            concat!($file, ".ftl"),
            include_str!(concat!("../../assets/text/de/", $file, ".ftl")),
            include_str!(concat!("../../assets/text/en/", $file, ".ftl")),
        ),)*];
    };
}

embed!(
    "common",
    "domain",
    "choice",
    "field",
    "refusal",
    "store",
    "cli",
    "desktop",
    "report",
    "reports",
    "paper",
    "letterhead",
    "chart",
    "app",
    "screen",
    "form",
    "entry",
    "deadline",
    "budget",
    "case",
    "tasks",
    "recipient",
    "access",
    "checking",
    "list",
    "detail",
    "palette",
    "overview",
    "planning",
    "status",
    "next",
    "shelf",
    "exchange",
    "comparison",
    "cash",
    "reconcile",
    "takeover",
    "extract",
    "backup",
);

/// A language of screens, papers and the command line.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Lang {
    /// German, the default.
    #[default]
    De,
    /// English.
    En,
}

impl Lang {
    /// Both languages.
    pub const ALL: [Self; 2] = [Self::De, Self::En];

    /// The language code: "de" or "en".
    #[must_use]
    pub const fn code(self) -> &'static str {
        match self {
            Self::De => "de",
            Self::En => "en",
        }
    }
}

impl fmt::Display for Lang {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(self.code())
    }
}

/// A language code other than "de" and "en".
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
#[error("language must be de or en, not {0:?}")]
pub struct UnknownLang(pub String);

impl FromStr for Lang {
    type Err = UnknownLang;

    fn from_str(code: &str) -> Result<Self, Self::Err> {
        match code {
            "de" => Ok(Self::De),
            "en" => Ok(Self::En),
            other => Err(UnknownLang(other.to_owned())),
        }
    }
}

/// All words of one language, and its formats; cheap to clone, shared between threads.
#[derive(Clone)]
pub struct Text {
    lang: Lang,
    bundle: Arc<FluentBundle<FluentResource>>,
    /// Messages in accents and brackets, for tests.
    pseudo: bool,
    /// Names by which refusals call persons, besides their number.
    persons: Arc<BTreeMap<PersonNo, String>>,
}

impl fmt::Debug for Text {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_tuple("Text").field(&self.lang).finish()
    }
}

impl Text {
    /// Reads the embedded messages of a language; takes about a millisecond, so clone it.
    #[must_use]
    pub fn new(lang: Lang) -> Self {
        Self::made(lang, false)
    }

    /// The messages of a language in accents and brackets and longer than they are: for tests that
    /// look for words from elsewhere and for words that are cut.
    #[must_use]
    pub fn pseudo(lang: Lang) -> Self {
        Self::made(lang, true)
    }

    fn made(lang: Lang, pseudo: bool) -> Self {
        let locale = match lang {
            Lang::De => langid!("de-DE"),
            Lang::En => langid!("en-GB"),
        };
        let mut bundle = FluentBundle::new_concurrent(vec![locale]);
        // Isolating marks are invisible characters that paper and search would trip over.
        bundle.set_use_isolating(false);
        if pseudo {
            bundle.set_transform(Some(pseudo::accented));
        }
        for (name, german, english) in FILES {
            let source = match lang {
                Lang::De => german,
                Lang::En => english,
            };
            // What can be read of a broken file is used: a missing word is no reason to stop.
            let resource = match FluentResource::try_new((*source).to_owned()) {
                Ok(resource) => resource,
                Err((resource, errors)) => {
                    debug_assert!(errors.is_empty(), "{lang}/{name}: {errors:?}");
                    resource
                }
            };
            bundle.add_resource_overriding(resource);
        }
        Self { lang, bundle: Arc::new(bundle), pseudo, persons: Arc::default() }
    }

    /// The same words, with the names of these persons in refusals.
    #[must_use]
    pub fn naming(self, persons: impl IntoIterator<Item = (PersonNo, Option<String>)>) -> Self {
        let named = persons.into_iter().filter_map(|(person, name)| Some((person, name?)));
        Self { persons: Arc::new(named.collect()), ..self }
    }

    /// The language.
    #[must_use]
    pub const fn lang(&self) -> Lang {
        self.lang
    }

    /// The message of that key; an unknown key gives "⟨key⟩" and panics in debug builds.
    #[must_use]
    pub fn get(&self, key: &str) -> String {
        self.resolve(key, None)
    }

    /// The message of that key with its arguments, which are formatted already.
    #[must_use]
    pub fn format(&self, key: &str, args: &[(&str, String)]) -> String {
        let args = args.iter().map(|(name, value)| (*name, value.as_str()));
        self.resolve(key, Some(&args.collect()))
    }

    /// The message of that key for so many things.
    ///
    /// The message selects its plural by `$count` and prints the formatted number `$n`.
    #[must_use]
    pub fn count(&self, key: &str, count: i64, args: &[(&str, String)]) -> String {
        let mut all: FluentArgs<'_> =
            args.iter().map(|(name, value)| (*name, value.as_str())).collect();
        all.set("n", self.number(count));
        all.set("count", count);
        self.resolve(key, Some(&all))
    }

    /// True when there is a message of that key.
    #[must_use]
    pub fn has(&self, key: &str) -> bool {
        self.bundle.get_message(key).is_some_and(|message| message.value().is_some())
    }

    fn resolve(&self, key: &str, args: Option<&FluentArgs<'_>>) -> String {
        let message = self.bundle.get_message(key);
        let Some(pattern) = message.and_then(|message| message.value()) else {
            debug_assert!(false, "no message {key} in {}", self.lang);
            return format!("⟨{key}⟩");
        };
        let mut errors = Vec::new();
        let sentence = self.bundle.format_pattern(pattern, args, &mut errors);
        debug_assert!(errors.is_empty(), "{key} in {}: {errors:?}", self.lang);
        let sentence = Cow::into_owned(sentence);
        if self.pseudo { pseudo::bracketed(sentence) } else { sentence }
    }

    /// The message of that key with text arguments and one number to select by.
    fn select(&self, key: &str, args: &[(&str, String)], number: (&str, usize)) -> String {
        let mut all: FluentArgs<'_> =
            args.iter().map(|(name, value)| (*name, value.as_str())).collect();
        all.set(number.0, FluentValue::from(number.1));
        self.resolve(key, Some(&all))
    }
}

#[cfg(test)]
mod tests {
    use std::collections::{BTreeMap, BTreeSet};

    use super::*;

    /// Variables of each message of a file, by key.
    fn messages(source: &str) -> Vec<(String, BTreeSet<String>)> {
        let mut found: Vec<(String, BTreeSet<String>)> = Vec::new();
        for line in source.lines().filter(|line| !line.starts_with('#')) {
            let head = line.split_once(" =").filter(|_| !line.starts_with([' ', '}', '[', '*']));
            if let Some((key, _)) = head {
                found.push((key.to_owned(), BTreeSet::new()));
            }
            let variables = line.split('$').skip(1).map(|rest| {
                rest.chars()
                    .take_while(|c| c.is_ascii_alphanumeric() || matches!(c, '_' | '-'))
                    .collect::<String>()
            });
            if let Some((_, all)) = found.last_mut() {
                all.extend(variables);
            }
        }
        found
    }

    #[test]
    fn every_message_file_is_readable() {
        for (name, german, english) in FILES {
            for source in [german, english] {
                let parsed = FluentResource::try_new((*source).to_owned());
                assert!(parsed.is_ok(), "{name}: {:?}", parsed.err().map(|(_, errors)| errors));
            }
        }
    }

    #[test]
    fn both_languages_have_the_same_keys_with_the_same_variables() {
        for (name, german, english) in FILES {
            let german: BTreeMap<_, _> = messages(german).into_iter().collect();
            let english: BTreeMap<_, _> = messages(english).into_iter().collect();
            for (key, variables) in &german {
                assert_eq!(english.get(key), Some(variables), "{name}: {key}");
            }
            for key in english.keys() {
                assert!(german.contains_key(key), "{name}: {key} is English only");
            }
        }
    }

    #[test]
    fn no_key_is_given_twice() {
        let mut seen = BTreeMap::new();
        for (name, german, _) in FILES {
            for (key, _) in messages(german) {
                let before = seen.insert(key.clone(), name);
                assert_eq!(before, None, "{key} in {name} too");
            }
        }
    }

    #[test]
    fn words_are_shared_between_threads() {
        fn shared<T: Send + Sync + Clone>(_: &T) {}
        let text = Text::new(Lang::De);
        shared(&text);
        let other = text.clone();
        let thread = std::thread::Builder::new().name("words".into());
        let word = thread.spawn(move || other.get("yes")).expect("a thread");
        let word = word.join().expect("no panic");
        assert_eq!((word.as_str(), text.get("yes").as_str()), ("Ja", "Ja"));
    }

    #[test]
    fn a_number_selects_the_plural() {
        let (german, english) = (Text::new(Lang::De), Text::new(Lang::En));
        assert_eq!(german.count("days", 1, &[]), "1 Tag");
        assert_eq!(german.count("days", 1200, &[]), "1.200 Tage");
        assert_eq!(english.count("days", 0, &[]), "0 days");
    }

    #[test]
    fn a_language_has_a_code() {
        for lang in Lang::ALL {
            assert_eq!(lang.code().parse(), Ok(lang));
        }
        assert_eq!("fr".parse::<Lang>(), Err(UnknownLang("fr".to_owned())));
        assert_eq!(Lang::default(), Lang::De);
    }

    #[test]
    #[cfg_attr(debug_assertions, should_panic(expected = "no message no-such-key"))]
    fn an_unknown_key_shows_itself() {
        assert_eq!(Text::new(Lang::De).get("no-such-key"), "⟨no-such-key⟩");
    }
}
