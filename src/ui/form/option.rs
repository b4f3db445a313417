//! What a list of choices offers, and how it reads.

use std::collections::{HashMap, HashSet};
use std::sync::Arc;

use eframe::egui::{Id, Ui};

use super::{Occasion, Shape};
use crate::domain::recipient::RecipientType;
use crate::domain::{FileNumber, RecipientKey, Seq};
use crate::store::view::{Choices, EntryRow};
use crate::text::Lang;
use crate::ui::context::Context;

/// What lists are narrowed to.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Scope {
    /// Recipient that the form is about.
    pub recipient: Option<RecipientKey>,
    /// Grant that the form is about.
    pub grant: Option<FileNumber>,
    /// Only what belongs to the recipient is offered.
    pub narrow: bool,
}

impl Scope {
    /// What the form is about by now; narrowed to what it was opened for.
    #[must_use]
    pub fn new(
        recipient: Option<RecipientKey>,
        grant: Option<FileNumber>,
        occasion: &Occasion,
    ) -> Self {
        Self { recipient, grant, narrow: occasion.recipient.is_some() }
    }
}

/// Name of a field.
#[must_use]
pub fn label(cx: &Context<'_>, kind: crate::domain::Kind, name: &str) -> String {
    cx.text.field(kind, name)
}

/// A name of a closed list in words.
#[must_use]
pub fn name(cx: &Context<'_>, prefix: &str, name: &str) -> String {
    cx.t(&format!("{prefix}-{}", name.replace('_', "-")))
}

/// Keys and words of a list.
pub type Options = Arc<Vec<(String, String)>>;

/// What lists that were made are good for: the reading, and the language.
type Basis = (u64, Lang);

/// What a list is made of: what it offers, what it is narrowed to, whether only what is not done
/// with is offered (cases that are closed, milestones that are reached), and which one all the
/// same, as it is chosen.
type Made = (Shape, Scope, bool, Option<String>);

/// Lists that were made since the last reading: one of all grants is long.
#[derive(Clone, Default)]
struct Lists(Option<Basis>, Vec<(Made, Options)>);

/// The keys and words of a list, made once for each reading; `open` leaves out what is done with,
/// but the one that is chosen stays, to be seen and changed.
pub fn listed(
    (cx, ui): (&Context<'_>, &Ui),
    shape: Shape,
    scope: &Scope,
    (open, chosen): (bool, Option<&str>),
) -> Options {
    let kept = chosen.filter(|chosen| open && done(cx, shape).any(|key| key == *chosen));
    let kept = kept.map(ToOwned::to_owned);
    let made: Made = (shape, scope.clone(), open, kept);
    let basis = (cx.data.offered, cx.lang());
    let id = Id::unique("options of forms");
    let known = ui.data_mut(|data| {
        let lists: &mut Lists = data.get_temp_mut_or_default(id);
        if lists.0 != Some(basis) {
            *lists = Lists(Some(basis), Vec::new());
        }
        lists.1.iter().find(|(other, _)| *other == made).map(|(_, list)| Arc::clone(list))
    });
    known.unwrap_or_else(|| {
        let list = Arc::new(make(cx, &made));
        ui.data_mut(|data| {
            let lists: &mut Lists = data.get_temp_mut_or_default(id);
            lists.1.push((made, Arc::clone(&list)));
        });
        list
    })
}

fn make(cx: &Context<'_>, (shape, scope, open, kept): &Made) -> Vec<(String, String)> {
    let mut all = options(cx, *shape, scope);
    if *open {
        let done: HashSet<&str> = done(cx, *shape).collect();
        all.retain(|(key, _)| kept.as_ref() == Some(key) || !done.contains(key.as_str()));
    }
    all
}

/// The keys of what is done with: cases that are closed, milestones that are reached.
fn done<'a>(cx: &Context<'a>, shape: Shape) -> impl Iterator<Item = &'a str> {
    let choices: Option<&'a Choices> = cx.data.choices.value();
    let of = |wanted: Shape| choices.filter(|_| shape == wanted);
    let grants = of(Shape::Grant).map(|all| all.grants.as_slice()).unwrap_or_default();
    let milestones = of(Shape::Milestone).map(|all| all.milestones.as_slice()).unwrap_or_default();
    let closed = grants.iter().filter(|(_, row)| row.closed.is_some());
    let reached = milestones.iter().filter(|row| row.reached.is_some());
    let closed = closed.map(|(number, _)| number.as_str());
    closed.chain(reached.map(|row| row.planned.milestone.as_str()))
}

/// The keys and words of a list.
fn options(cx: &Context<'_>, shape: Shape, scope: &Scope) -> Vec<(String, String)> {
    if let Shape::Choice(prefix, names) = shape {
        return names.iter().map(|key| ((*key).to_owned(), name(cx, prefix, key))).collect();
    }
    let Some(choices) = cx.data.choices.value() else { return Vec::new() };
    match shape {
        Shape::Setting => super::SETTINGS
            .iter()
            .map(|(key, _)| ((*key).to_owned(), name(cx, "setting", key)))
            .collect(),
        Shape::Title => {
            let titles = choices.masters.titles.iter();
            titles
                .map(|row| pair(&row.title, [cx.text.title(&row.title), row.name.clone()]))
                .collect()
        }
        Shape::Person => {
            let persons = choices.masters.persons.iter();
            persons
                .map(|(person, name)| {
                    let number =
                        cx.f("form-person-number", &[("number", person.person.0.to_string())]);
                    pair(&person.person.0, [number, name.clone().unwrap_or_default()])
                })
                .collect()
        }
        Shape::Recipient => choices
            .recipients
            .iter()
            .map(|row| {
                let name = cx.recipient(row.recipient_type, &row.name);
                pair(&row.key, [name, row.key.to_string()])
            })
            .collect(),
        Shape::Entry(kinds) => choices
            .entries
            .iter()
            .filter(|row| kinds.contains(&row.body.kind()) && of_scope(row, scope))
            .map(|row| (row.seq.to_string(), entry_words(cx, row)))
            .collect(),
        _ => of_recipient(cx, choices, shape, scope),
    }
}

/// Lists of things that belong to a recipient.
fn of_recipient(
    cx: &Context<'_>,
    choices: &Choices,
    shape: Shape,
    scope: &Scope,
) -> Vec<(String, String)> {
    let own =
        |key: &RecipientKey| scope.recipient.as_ref().is_none_or(|recipient| recipient == key);
    let within = |key: &RecipientKey| !scope.narrow || own(key);
    match shape {
        Shape::Grant => {
            let all = choices.recipients.iter();
            let names: HashMap<&RecipientKey, (RecipientType, &str)> =
                all.map(|row| (&row.key, (row.recipient_type, row.name.as_str()))).collect();
            let name = |key: &RecipientKey| {
                names.get(key).map(|(kind, name)| cx.recipient(*kind, name)).unwrap_or_default()
            };
            let grants = choices.grants.iter().filter(|(_, grant)| within(&grant.recipient));
            grants
                .map(|(number, grant)| {
                    let name = name(&grant.recipient);
                    pair(number, [number.to_string(), name, grant.issued.purpose.clone()])
                })
                .collect()
        }
        Shape::Milestone => choices
            .milestones
            .iter()
            .filter(|row| within(&row.recipient))
            .map(|row| {
                let key = &row.planned.milestone;
                pair(key, [key.to_string(), cx.text.note(&row.planned.name).to_owned()])
            })
            .collect(),
        Shape::Indicator => choices
            .indicators
            .iter()
            .map(|row| {
                let key = &row.defined.indicator;
                pair(key, [key.to_string(), cx.text.note(&row.defined.name).to_owned()])
            })
            .collect(),
        Shape::Account => choices
            .accounts
            .iter()
            .filter(|row| own(&row.recipient))
            .map(|row| {
                let mut parts = vec![cx.text.iban(&row.account.iban), row.account.holder.clone()];
                if !row.confirmed {
                    parts.push(cx.t("form-account-unconfirmed"));
                }
                (row.seq.to_string(), parts.join(" · "))
            })
            .collect(),
        _ => Vec::new(),
    }
}

fn pair<const N: usize>(key: &impl ToString, words: [String; N]) -> (String, String) {
    let words: Vec<_> = words.into_iter().filter(|word| !word.is_empty()).collect();
    (key.to_string(), words.join(" · "))
}

/// True when the entry belongs to what the form was opened for.
#[must_use]
pub fn of_scope(row: &EntryRow, scope: &Scope) -> bool {
    if !scope.narrow {
        return true;
    }
    let grants = row.body.grants();
    match &scope.grant {
        Some(grant) if !grants.is_empty() => grants.contains(&grant),
        _ => scope.recipient.as_ref().is_none_or(|key| row.recipient == *key),
    }
}

fn recipient_words(cx: &Context<'_>, choices: &Choices, key: &RecipientKey) -> String {
    let found = choices.recipient(key);
    found.map(|row| cx.recipient(row.recipient_type, &row.name)).unwrap_or_default()
}

/// An entry as an option of a list: number, kind, day, what it is about, amount.
#[must_use]
pub fn entry_words(cx: &Context<'_>, row: &EntryRow) -> String {
    let name = cx.data.choices.value().map(|all| recipient_words(cx, all, &row.recipient));
    let mut parts = vec![
        cx.text.entry_number(row.seq),
        cx.text.kind(row.body.kind()),
        cx.text.day(row.effective_on),
        name.unwrap_or_default(),
        row.body.object(),
    ];
    if let Some(line) = row.body.line() {
        parts.push(line.fiscal_year.0.to_string());
    }
    match (row.left, row.body.amount()) {
        (Some(left), Some(amount)) if left != amount => {
            parts.push(cx.euro(amount));
            parts.push(cx.f("form-left", &[("left", cx.euro(left))]));
        }
        (_, Some(amount)) => parts.push(cx.euro(amount)),
        _ => {}
    }
    parts.retain(|part| !part.is_empty());
    parts.join(" · ")
}

/// The entries to which a booking of this kind may refer, as options of a list.
#[must_use]
pub fn references(
    cx: &Context<'_>,
    kind: crate::domain::Kind,
    scope: &Scope,
) -> Vec<(Seq, String)> {
    let Some(choices) = cx.data.choices.value() else { return Vec::new() };
    let mut rows: Vec<_> = choices
        .open_for(kind)
        .filter(|row| of_scope(row, scope))
        .map(|row| (row.seq, entry_words(cx, row)))
        .collect();
    rows.reverse();
    rows
}

/// Grants whose case is open, as options of a list; the chosen one among them in any case.
#[must_use]
pub fn open_grants(cx: &Context<'_>, ui: &Ui, chosen: Option<&str>) -> Options {
    listed((cx, ui), Shape::Grant, &Scope::default(), (true, chosen))
}

/// All recipients, as options of a list.
#[must_use]
pub fn recipients(cx: &Context<'_>, ui: &Ui) -> Options {
    listed((cx, ui), Shape::Recipient, &Scope::default(), (false, None))
}
