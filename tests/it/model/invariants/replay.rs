//! Whole ledgers compared: sums read three ways, master data, and a second replay.

use super::*;

/// Stage, title, years; grant, recipient, revenue.
type Key = ((String, String, i32, i32), String, String, String);

/// I19: three ways to the same balance.
pub(super) fn thrice(case: &Case<'_>) -> Vec<String> {
    let mut found = case.rows(
        "SELECT id FROM account JOIN balance ON balance.account = id WHERE balance.amount <> ( \
             SELECT coalesce(sum(amount), 0) FROM posting WHERE posting.account = id)",
    );
    let mut statement = case
        .conn
        .prepare(
            "SELECT stage, title, fiscal_year, due_year, grant_no, recipient, revenue, amount \
             FROM account JOIN balance ON balance.account = id WHERE amount <> 0",
        )
        .unwrap();
    let rows = statement.query_map([], |row| {
        let key = (row.get(0)?, row.get(1)?, row.get(2)?, row.get(3)?);
        Ok(((key, row.get(4)?, row.get(5)?, row.get(6)?), Cents::from(row.get::<_, i64>(7)?)))
    });
    let stored: BTreeMap<Key, Cents> = rows.unwrap().map(Result::unwrap).collect();
    let key = |place: &Place| {
        let Place { stage, title, year, due, grant, recipient, revenue } = place.clone();
        ((stage.to_owned(), title, year, due), grant, recipient, revenue.to_owned())
    };
    let listed = case.facts.places(chrono::NaiveDate::MAX, u64::MAX).into_iter();
    let listed: BTreeMap<Key, Cents> =
        listed.filter(|(_, sum)| *sum != 0).map(|(place, sum)| (key(place), sum)).collect();
    if stored != listed {
        found.push(format!("{stored:?}\nlist {listed:?}"));
    }
    found
}

/// I23: what the queries say of master data is what the list of the events says.
pub(super) fn masters(case: &Case<'_>) -> Vec<String> {
    let (facts, ledger) = (case.facts, &case.ledger);
    let last = facts.all.last().unwrap();
    let day = berlin(last.now);
    let times = foerderbuch::store::view::Times { as_of: day, known: last.seq };
    let mut found = Vec::new();
    for person in query::persons(ledger, times).unwrap() {
        let number = person.person.0;
        let listed = facts.person(day, number).map(|listed| listed["roles"].clone());
        if listed != serde_json::to_value(&person.roles).ok() {
            found.push(format!("person {number}"));
        }
    }
    let of = |kind: &'static str, key: &'static str, value: &str| {
        let value = value.to_owned();
        facts.latest(day, move |fact| fact.kind == kind && fact.body.text(key) == value)
    };
    for title in query::titles(ledger, times).unwrap() {
        let listed = of("title_registered", "title", title.title.as_str());
        if listed.is_none_or(|fact| fact.body.text("name") != title.name) {
            found.push(format!("title {}", title.title));
        }
    }
    for row in query::recipients(ledger, times).unwrap() {
        let listed = of("recipient_registered", "key", row.key.as_str());
        if listed.is_none_or(|fact| fact.body.day("valid_until") != row.valid_until) {
            found.push(format!("recipient {}", row.key));
        }
        for account in query::bank_accounts(ledger, times, &row.key).unwrap() {
            let usable = facts.usable(day, row.key.as_str(), account.seq);
            let recorded = facts.get(account.seq).map(|fact| fact.body.text("iban"));
            if account.usable != usable || recorded != Some(&*account.account.iban) {
                found.push(format!("bank account {}", account.seq));
            }
        }
    }
    found
}

/// The program's own verification is silent; everything booked again into an empty ledger gives
/// the same head, and once more the same numbers (I4).
pub(super) fn again(case: &Case<'_>) -> Vec<String> {
    let mut found: Vec<String> =
        case.ledger.findings().iter().map(|finding| format!("verify: {finding:?}")).collect();
    match case.ledger.verify_deep() {
        Ok(deep) => found.extend(deep.iter().map(|finding| format!("--deep: {finding:?}"))),
        Err(error) => found.push(format!("--deep: {error:?}")),
    }
    let mut second = Ledger::in_memory().unwrap();
    let mut book = |fact: &Fact, draft: &Draft, now: i64| {
        let stamp = Stamp::new(now, "test".to_owned());
        let _ = fact;
        ops::book(&mut second, std::slice::from_ref(draft), &stamp)
    };
    let last = case.facts.all.last().unwrap().now;
    for fact in &case.facts.all {
        let draft = command::draft(fact).unwrap();
        if book(fact, &draft, fact.now) != Ok(vec![fact.seq]) {
            found.push(format!("entry {} is refused the second time", fact.seq));
        }
    }
    for fact in case.facts.all.iter().rev().take(12) {
        let mut draft = command::draft(fact).unwrap();
        let same = book(fact, &draft, last);
        draft.voucher.push('!');
        let other = book(fact, &draft, last);
        let refused =
            matches!(other, Err(Failure::Refused { refusal, .. }) if refusal.code() == "R08");
        if same != Ok(vec![fact.seq]) || !refused {
            found.push(format!("I4: entry {} again", fact.seq));
        }
    }
    if second.head() != case.ledger.head() {
        found.push("booked again, the head is another".to_owned());
    }
    found
}
