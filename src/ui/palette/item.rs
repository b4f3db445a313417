//! The rows of the search: what each says, how well it fits, what it does.

use super::here;
use crate::domain::PersonNo;
use crate::domain::recipient::official_name;
use crate::store::view::EntryFilter;
use crate::store::view::search::{
    CaseHit, EntryHit, Fit, Hits, MilestoneHit, RecipientHit, SHOWN, TitleHit, fit, haystack, words,
};
use crate::text::Lang;
use crate::ui::action::Action;
use crate::ui::command::Command;
use crate::ui::context::Context;
use crate::ui::icon::Icon;
use crate::ui::manual;
use crate::ui::route::Route;

/// A row.
#[derive(Debug)]
pub struct Item {
    /// How well it fits.
    pub fit: Fit,
    /// Icon.
    pub icon: Icon,
    /// What it is, in strong letters.
    pub name: String,
    /// What tells it from others.
    pub detail: String,
    /// The keys that do the same.
    pub hint: String,
    /// Why it cannot be done now.
    pub hindrance: Option<String>,
    /// What Enter does.
    pub action: Action,
}

/// What is found.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Sort {
    /// Steps of the case on the screen.
    Here,
    /// Recipients.
    Recipients,
    /// Grants and applications.
    Cases,
    /// Entries of the journal.
    Entries,
    /// Milestones.
    Milestones,
    /// Titles.
    Titles,
    /// Commands.
    Commands,
    /// Chapters of the manual.
    Help,
}

impl Sort {
    /// Message key of its name.
    pub const fn key(self) -> &'static str {
        match self {
            Self::Here => "next-here",
            Self::Recipients => "screen-recipients",
            Self::Cases => "search-cases",
            Self::Entries => "search-entries",
            Self::Milestones => "screen-milestones",
            Self::Titles => "search-titles",
            Self::Commands => "search-commands",
            Self::Help => "screen-help",
        }
    }
}

/// A group of rows.
#[derive(Debug)]
pub struct Section {
    /// What they are.
    pub sort: Sort,
    /// The best.
    pub items: Vec<Item>,
    /// How many there are.
    pub total: usize,
}

/// All that fits, the group with the best row first; while the ledger has not answered, what it
/// said before is not shown as an answer.
pub fn sections(cx: &Context<'_>, route: &Route, typed: &str, waiting: bool) -> Vec<Section> {
    let words = words(typed);
    let mut sections = vec![here::section(cx, route, &words)];
    if let Some(hits) = cx.data.search.value().filter(|_| !waiting && !words.is_empty()) {
        sections.push(section(Sort::Recipients, &hits.recipients, |row| recipient(cx, row)));
        sections.push(section(Sort::Cases, &hits.cases, |row| case(cx, row)));
        let mut entries = section(Sort::Entries, &hits.entries, |row| entry(cx, row));
        if is_part(typed) {
            for (item, (_, row)) in entries.items.iter_mut().zip(&hits.entries.rows) {
                let is_only_equal = item.fit == Fit::Exact && row.voucher.trim() != typed.trim();
                item.fit = if is_only_equal { Fit::Contains } else { item.fit };
            }
            entries.items.sort_by_key(|item| item.fit);
        }
        sections.push(entries);
        sections.push(section(Sort::Milestones, &hits.milestones, |row| milestone(cx, row)));
        sections.push(section(Sort::Titles, &hits.titles, |row| title(cx, row)));
    }
    sections.push(commands(cx, route, &words));
    sections.push(help(cx, &words));
    sections.retain(|section| !section.items.is_empty());
    sections.sort_by_key(|section| (section.items.first().map(|item| item.fit), section.sort));
    // What can be done is looked for more often than what was booked long ago, unless that is
    // exactly what was typed: its number or its voucher.
    let at = |sort: Sort| sections.iter().position(|section| section.sort == sort);
    if let (Some(entries), Some(commands)) = (at(Sort::Entries), at(Sort::Commands))
        && entries < commands
        && sections[entries].items.first().is_some_and(|item| item.fit != Fit::Exact)
    {
        sections[entries..=commands].rotate_left(1);
    }
    sections
}

/// Digits with a leading zero are the end of a file number; the number and the amount of an entry
/// are not written so.
fn is_part(typed: &str) -> bool {
    let typed = typed.trim();
    typed.len() > 1 && typed.starts_with('0') && typed.bytes().all(|sign| sign.is_ascii_digit())
}

fn section<T>(sort: Sort, hits: &Hits<T>, item: impl Fn(&T) -> Item) -> Section {
    let items = hits.rows.iter().map(|(fit, row)| Item { fit: *fit, ..item(row) });
    Section { sort, items: items.collect(), total: hits.total }
}

fn place(icon: Icon, name: String, detail: String, route: Route) -> Item {
    Item {
        fit: Fit::Contains,
        icon,
        name,
        detail,
        hint: String::new(),
        hindrance: None,
        action: Action::Go(route),
    }
}

fn recipient(cx: &Context<'_>, row: &RecipientHit) -> Item {
    let name = official_name(row.recipient_type, &row.name);
    let key = cx.f("search-key", &[("key", row.key.to_string())]);
    place(Icon::Recipient, name, key, Route::Recipients(Some(row.key.clone())))
}

fn case(cx: &Context<'_>, row: &CaseHit) -> Item {
    let sort = cx.t(if row.granted { "search-grant" } else { "search-application" });
    let recipient = official_name(row.recipient_type, &row.recipient_name);
    let name = [sort, row.grant.to_string()].join(" ");
    let detail = [recipient, row.purpose.clone()].join(" · ");
    let route = Route::Grants(Some(row.grant.clone()));
    let item = place(Icon::Grant, name, detail, route.clone());
    Item { action: Action::Arrive(route), ..item }
}

fn entry(cx: &Context<'_>, row: &EntryHit) -> Item {
    let name = [cx.text.entry_number(row.seq), cx.text.kind(row.kind)].join(" · ");
    let mut detail = vec![
        cx.text.day(row.effective_on),
        row.recipient_name.clone(),
        row.amount.map(|amount| cx.euro(amount)).unwrap_or_default(),
        row.voucher.clone(),
    ];
    detail.retain(|part| !part.is_empty());
    let route = Route::Journal(Box::new(EntryFilter::at(row.seq)));
    place(Icon::Journal, name, detail.join(" · "), route)
}

fn milestone(cx: &Context<'_>, row: &MilestoneHit) -> Item {
    let name = match cx.lang() {
        Lang::De => row.name.de.clone(),
        Lang::En => row.name.en.clone(),
    };
    let detail = row.grant.as_ref().map(ToString::to_string).unwrap_or_default();
    let to = row.grant.clone().map_or(Route::Milestones, |grant| Route::Grants(Some(grant)));
    place(Icon::Milestone, name, detail, to)
}

fn title(cx: &Context<'_>, row: &TitleHit) -> Item {
    let route = Route::Budget(Some((row.title.clone(), cx.year())));
    place(Icon::Budget, cx.text.title(&row.title), row.name.clone(), route)
}

/// The roles of a person, in words.
fn roles(cx: &Context<'_>, person: PersonNo) -> String {
    let persons = cx.ledger.map(|ledger| ledger.persons.as_slice()).unwrap_or_default();
    let row = persons.iter().find(|row| row.person == person);
    let roles = row.into_iter().flat_map(|row| &row.roles).map(|role| cx.text.role(*role));
    roles.collect::<Vec<_>>().join(", ")
}

/// Commands whose name has all words; without words all of them.
fn commands(cx: &Context<'_>, route: &Route, words: &[String]) -> Section {
    let mut items = Vec::new();
    for command in Command::of(cx).into_iter().filter(|command| *command != Command::Search) {
        let name = command.label(cx);
        let group = match command {
            Command::ActAs(person) => roles(cx, person),
            _ => cx.t(command.group().key()),
        };
        let mut also = command.also().map(|key| cx.t(key)).unwrap_or_default();
        if let Command::BookKind(kind) = command {
            // As the journal calls what was booked.
            also = [cx.text.kind(kind), also].join(" ");
        }
        let fits = if words.is_empty() {
            Some(Fit::Contains)
        } else {
            // The group helps to find a command, but does not make it fit better.
            let own = fit(&haystack(&[&name]), words);
            let all = [name.as_str(), &group, &also];
            own.or_else(|| fit(&haystack(&all), words).map(|_| Fit::Contains))
        };
        let Some(fit) = fits else { continue };
        let hindrance = command.hindrance(cx, route);
        items.push(Item {
            fit,
            icon: command.shown_icon(cx),
            name,
            detail: hindrance.clone().unwrap_or(group),
            hint: command.hint(cx.text),
            hindrance,
            action: command.action(cx, route),
        });
    }
    // What can be done now comes first; otherwise the order of the table stays.
    items.sort_by_key(|item| (item.fit, item.hindrance.is_some()));
    let total = items.len();
    if !words.is_empty() {
        items.truncate(SHOWN + 4);
    }
    Section { sort: Sort::Commands, items, total }
}

/// Chapters of the manual that have all words.
fn help(cx: &Context<'_>, words: &[String]) -> Section {
    let found = manual::find(cx.lang(), words);
    let items: Vec<Item> = found
        .into_iter()
        .map(|(fit, chapter)| {
            let name = manual::title(cx.lang(), chapter).to_owned();
            let item = place(Icon::Help, name, cx.t("screen-help"), Route::Help(chapter));
            Item { fit, ..item }
        })
        .collect();
    let total = items.len();
    Section { sort: Sort::Help, items, total }
}
