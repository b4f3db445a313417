//! The columns of the journal, and what each is narrowed to: the route holds it, the list shows it.

use std::collections::{BTreeMap, BTreeSet};

use crate::domain::{Kind, PersonNo};
use crate::store::sort_key;
use crate::store::view::{EntryFilter, EntryRank};
use crate::ui::context::Context;
use crate::ui::widget::list::{Column, Filter};

/// Filter per column.
pub(super) type Filters = BTreeMap<&'static str, Filter>;

/// Columns from which voucher and person are left out where there is no room for them.
const WIDE: f32 = 960.0;

/// Width below which recipient and object share a column, and below which the day is left out:
/// beside an open entry, which has it all.
const SHARED: f32 = 720.0;
const DAYLESS: f32 = 540.0;

/// Width of a column of entry numbers, and of each of its digits.
const NUMBER: f32 = 28.0;
const DIGIT: f32 = 8.5;

/// The columns of a list of this width, and those for which it has no room.
pub(super) fn columns(cx: &Context<'_>, width: f32) -> (Vec<Column>, Vec<Column>) {
    let recipient = cx.t("screen-col-recipient");
    let last = cx.ledger.map_or(0, |ledger| ledger.head.seq);
    // As wide as the number of the last entry, so that scrolling moves no column.
    let digits = f32::from(u16::try_from(last.to_string().len()).unwrap_or(u16::MAX));
    let mut columns = vec![
        Column::number("number", cx.t("screen-col-number"), NUMBER + digits * DIGIT).unfiltered(),
        Column::day("day", cx.t("screen-col-effective"), 104.0),
        Column::choice("kind", cx.t("screen-col-kind"), 204.0).growing(),
        Column::text("recipient", recipient, 170.0).unsorted(),
        Column::text("object", cx.t("screen-col-object"), 152.0).unsorted(),
        Column::amount("amount", cx.t("screen-col-amount"), 104.0).unsorted(),
    ];
    let beside = vec![
        Column::text("voucher", cx.t("voucher"), 140.0).unsorted(),
        Column::choice("person", cx.t("person"), 100.0),
    ];
    if width > WIDE {
        columns.extend(beside);
        return (columns, Vec::new());
    }
    let left_out = |column: &Column| match column.key() {
        "recipient" => width < SHARED,
        "day" => width < DAYLESS,
        _ => false,
    };
    let (unseen, mut columns): (Vec<_>, Vec<_>) = columns.into_iter().partition(left_out);
    if width < SHARED
        && let Some(object) = columns.iter_mut().find(|column| column.key() == "object")
    {
        *object = Column::text("object", cx.t("screen-col-whose"), 152.0).unsorted();
    }
    (columns, unseen.into_iter().chain(beside).collect())
}

/// By what entries stand together that are sorted by a column of choices: in the order of the words
/// that the list shows, or the other way round.
pub(super) fn rank(cx: &Context<'_>, (column, down): (&str, bool)) -> Option<EntryRank> {
    fn ordered<T>(mut named: Vec<(T, String)>, down: bool) -> Vec<T> {
        named.sort_by_cached_key(|(_, name)| sort_key(name));
        if down {
            named.reverse();
        }
        named.into_iter().map(|(one, _)| one).collect()
    }
    match column {
        "kind" => {
            let named = Kind::ALL.iter().map(|kind| (*kind, cx.text.kind(*kind)));
            Some(EntryRank::Kinds(ordered(named.collect(), down)))
        }
        "person" => Some(EntryRank::Persons(ordered(persons(cx).collect(), down))),
        _ => None,
    }
}

/// What a column of choices holds, in the order of the alphabet.
pub(super) fn choices(cx: &Context<'_>, column: &str) -> Vec<String> {
    let mut words: Vec<String> = match column {
        "kind" => Kind::ALL.iter().map(|kind| cx.text.kind(*kind)).collect(),
        "person" => persons(cx).map(|(_, name)| name).collect(),
        _ => Vec::new(),
    };
    words.sort_by_cached_key(|word| sort_key(word));
    words.dedup();
    words
}

/// Everybody who may have booked something, by the name that the list shows.
fn persons<'a>(cx: &'a Context<'_>) -> impl Iterator<Item = (PersonNo, String)> + 'a {
    let rows = cx.ledger.map(|ledger| ledger.everyone.as_slice()).unwrap_or_default();
    rows.iter().map(|row| (row.person, cx.person_name(row)))
}

/// What the columns are narrowed to.
pub(super) fn filters(cx: &Context<'_>, filter: &EntryFilter) -> Filters {
    let mut filters = Filters::new();
    let mut one_of = |column, words: BTreeSet<String>| {
        if !words.is_empty() {
            filters.insert(column, Filter::OneOf(words));
        }
    };
    one_of("kind", filter.kinds.iter().map(|kind| cx.text.kind(*kind)).collect());
    let booked = |person: &PersonNo| filter.actors.contains(person);
    let names = persons(cx).filter(|(person, _)| booked(person)).map(|(_, name)| name);
    one_of("person", names.collect());
    let texts = [
        ("recipient", &filter.recipient_named),
        ("object", &filter.object),
        ("voucher", &filter.voucher),
    ];
    for (column, words) in texts.into_iter().filter(|(_, words)| !words.trim().is_empty()) {
        filters.insert(column, Filter::Contains(words.clone()));
    }
    if filter.has_amount() {
        filters.insert("amount", Filter::Amounts(filter.at_least, filter.at_most));
    }
    if filter.from.is_some() || filter.until.is_some() {
        filters.insert("day", Filter::Days(filter.from, filter.until));
    }
    filters
}

/// The filter with its columns narrowed to that.
pub(super) fn narrowed(cx: &Context<'_>, filter: &EntryFilter, filters: &Filters) -> EntryFilter {
    let text = |column: &str| match filters.get(column) {
        Some(Filter::Contains(words)) => words.clone(),
        // A value of the list that was chosen in its menu.
        Some(Filter::OneOf(words)) => words.first().cloned().unwrap_or_default(),
        _ => String::new(),
    };
    let chosen = |column: &str| match filters.get(column) {
        Some(Filter::OneOf(words)) => words.clone(),
        _ => BTreeSet::new(),
    };
    let (kinds, names) = (chosen("kind"), chosen("person"));
    let (at_least, at_most) = match filters.get("amount") {
        Some(Filter::Amounts(from, to)) => (*from, *to),
        _ => (None, None),
    };
    let (from, until) = match filters.get("day") {
        Some(Filter::Days(from, to)) => (*from, *to),
        _ => (None, None),
    };
    EntryFilter {
        kinds: Kind::ALL.iter().copied().filter(|k| is_among(&kinds, &cx.text.kind(*k))).collect(),
        actors: persons(cx).filter(|(_, name)| names.contains(name)).map(|(no, _)| no).collect(),
        recipient_named: text("recipient"),
        object: text("object"),
        voucher: text("voucher"),
        at_least,
        at_most,
        from,
        until,
        entry: None,
        ..filter.clone()
    }
}

/// True when the kind of that name was chosen, or an entry of it that was taken back, of which the
/// list says so after the name.
fn is_among(chosen: &BTreeSet<String>, name: &str) -> bool {
    let taken_back = |words: &String| {
        words.strip_prefix(name).is_some_and(|rest| rest.starts_with(super::rows::AFTER_KIND))
    };
    chosen.contains(name) || chosen.iter().any(taken_back)
}
