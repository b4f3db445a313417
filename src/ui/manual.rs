//! The manual: chapters in Markdown, embedded; which is about which screen, and where its links
//! lead.

use std::sync::LazyLock;

use super::action::Action;
use super::command::{Command, Group};
use super::form::Occasion;
use super::route::Route;
use crate::domain::Kind;
use crate::store::view::search::{Fit, fit, haystack};
use crate::text::{Lang, Text};

macro_rules! chapters {
    ($($(#[$doc:meta])* $chapter:ident $name:literal,)*) => {
        /// A chapter.
        #[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord)]
        pub enum Chapter {
            #[default]
            $($(#[$doc])* $chapter,)*
        }

        impl Chapter {
            /// All chapters, in the order of the manual.
            pub const ALL: &'static [Self] = &[$(Self::$chapter,)*];

            /// Stable name, in links.
            #[must_use]
            pub const fn name(self) -> &'static str {
                match self {
                    $(Self::$chapter => $name,)*
                }
            }
        }

        /// Its German and its English text.
        const fn sources(chapter: Chapter) -> [&'static str; 2] {
            match chapter {
                $(Chapter::$chapter => [
                    include_str!(concat!("../../assets/manual/de/", $name, ".md")),
                    include_str!(concat!("../../assets/manual/en/", $name, ".md")),
                ],)*
            }
        }
    };
}

chapters! {
    /// From the first start to a programme of one's own.
    FirstSteps "first-steps",
    /// The words that everything rests on.
    Words "words",
    /// A payment from draw to cash office.
    Payment "payment",
    /// The work list: whose turn it is, and many steps at once.
    Tasks "tasks",
    /// Remainders, needs and outflow.
    Planning "planning",
    /// The end of a fiscal year.
    YearEnd "year-end",
    /// Proofs of use, claims, interest.
    Proofs "proofs",
    /// Milestones and indicators.
    Progress "progress",
    /// Errors of recording and what really changed.
    Corrections "corrections",
    /// Statements and reports.
    Papers "papers",
    /// List of the cash office and bank statements.
    Reconcile "reconcile",
    /// The treasurer's view of an extract.
    Extract "extract",
    /// Verification and anchors.
    Proving "proving",
    /// Backups, restoring, and where a ledger may lie.
    Safety "safety",
    /// Shortcuts; most of it comes from the table of commands.
    Keyboard "keyboard",
    /// What to do when something does not work.
    Trouble "trouble",
    /// What is new.
    News "news",
}

impl Chapter {
    /// The chapter of that name.
    #[must_use]
    pub fn named(name: &str) -> Option<Self> {
        Self::ALL.iter().copied().find(|chapter| chapter.name() == name)
    }

    /// The chapter that is about a screen.
    #[must_use]
    pub const fn about(route: &Route) -> Self {
        match route {
            Route::Overview => Self::Words,
            Route::Tasks => Self::Tasks,
            Route::Planning => Self::Planning,
            Route::Budget(_) => Self::YearEnd,
            Route::Grants(_) => Self::Payment,
            Route::Recipients(_) | Route::Reports(_) => Self::Papers,
            Route::Deadlines => Self::Proofs,
            Route::Milestones => Self::Progress,
            Route::Journal(_) => Self::Corrections,
            Route::Reconcile(_) => Self::Reconcile,
            Route::Masters => Self::FirstSteps,
            Route::Help(chapter) => *chapter,
        }
    }
}

/// A chapter as Markdown, in full.
#[must_use]
pub fn source(text: &Text, chapter: Chapter) -> String {
    let [german, english] = sources(chapter);
    let page = match text.lang() {
        Lang::De => german,
        Lang::En => english,
    };
    match chapter {
        Chapter::Keyboard => [page, "\n", &keyboard(text)].concat(),
        _ => page.to_owned(),
    }
}

/// The title of a chapter: its first line.
#[must_use]
pub fn title(lang: Lang, chapter: Chapter) -> &'static str {
    let [german, english] = sources(chapter);
    let page = match lang {
        Lang::De => german,
        Lang::En => english,
    };
    page.lines().next().unwrap_or_default().trim_start_matches(['#', ' '])
}

/// Chapters that have all words, the best first.
#[must_use]
pub fn find(lang: Lang, words: &[String]) -> Vec<(Fit, Chapter)> {
    let index = match lang {
        Lang::De => &GERMAN,
        Lang::En => &ENGLISH,
    };
    let mut found: Vec<(Fit, Chapter)> = index
        .iter()
        .filter_map(|(chapter, head, page)| {
            // Only its title makes a chapter fit better than a place that has the words by chance.
            let own = fit(head, words);
            Some((own.or_else(|| fit(page, words).map(|_| Fit::Contains))?, *chapter))
        })
        .collect();
    found.sort_unstable();
    found
}

type Index = Vec<(Chapter, String, String)>;

static GERMAN: LazyLock<Index> = LazyLock::new(|| index(Lang::De));
static ENGLISH: LazyLock<Index> = LazyLock::new(|| index(Lang::En));

fn index(lang: Lang) -> Index {
    let text = Text::new(lang);
    let entry = |chapter: &Chapter| {
        let page = source(&text, *chapter).replace(['*', '`', '#', '|'], "");
        (*chapter, haystack(&[title(lang, *chapter)]), haystack(&[&page]))
    };
    Chapter::ALL.iter().map(entry).collect()
}

/// Where a link of the manual leads; `None` for one that leads nowhere.
#[must_use]
pub fn target(link: &str) -> Option<Action> {
    let (sort, name) = link.split_once(':')?;
    match sort {
        "screen" => {
            let keys = [["screen-", name].concat(), [name, "-title"].concat()];
            let named = |route: &Route| keys.iter().any(|key| key == route.key());
            let route = Route::all().into_iter().find(named)?;
            Some(Action::Go(route))
        }
        "help" => Chapter::named(name).map(|chapter| Action::Go(Route::Help(chapter))),
        "book" => Kind::from_name(name).map(|kind| Action::book(kind, Occasion::default())),
        _ => None,
    }
}

/// All commands that have keys, as Markdown: one table for each group.
fn keyboard(text: &Text) -> String {
    let commands = Command::all([]);
    let mut page = String::new();
    for group in Group::ALL {
        let own = commands.iter().filter(|command| command.group() == group);
        let rows: Vec<String> = own
            .filter(|command| !command.shortcuts().is_empty())
            .map(|command| {
                let keys = command.shortcuts().iter().map(|keys| keys.words(text));
                let keys = keys.collect::<Vec<_>>().join(&text.get("command-or"));
                format!("| {} | {keys} |\n", command.name(text))
            })
            .collect();
        if rows.is_empty() {
            continue;
        }
        let heads = [text.get("command-column-command"), text.get("command-column-keys")];
        page.push_str(&["\n## ", &text.get(group.key()), "\n\n"].concat());
        page.push_str(&["| ", &heads[0], " | ", &heads[1], " |\n"].concat());
        page.push_str("| --- | --- |\n");
        page.push_str(&rows.concat());
    }
    page
}
