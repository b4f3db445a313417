//! A table language for rules: one event per line, the expected refusal code last.
//!
//! `day | who | what | expected`; amounts in euros, German. `as x` names an event for later
//! lines. The programme of the table: title "1616 88371", 10.000,00 € voted for 2020 and for
//! 2021, commitment authority 2020→2021 of 3.000,00 €; recipients 16066 and 16076 with confirmed
//! bank accounts; Weber and Lang desk officers, Roth and Brandt approvers, Sommer attester, Kern
//! budget officer, Vogt auditor.
//!
//! What a rule wants before and after is booked along, unless the line says `bare`: `grant` has
//! an application examined by Weber and Lang before it, its announcement and the waiver of
//! remedies after it (not with `unannounced`); `order` has both attestations before it. These
//! entries are named `G1.applied`, `G1.announced`, `G1.waived`, `d.arithmetic`, `d.factual`.
//!
//! Fields that have no word: `json setting_made {…}` with the body as it stands in the journal.
//!
//! A line may also ask: `balance 2020`, `state G1`, `final G1`, `available 2021`.

mod ask;
mod budget;
mod founding;
mod grant;
mod refer;
mod words;

use std::collections::{BTreeMap, BTreeSet};

use foerderbuch::domain::body::*;
use foerderbuch::domain::event::{Draft, Reference};
use foerderbuch::domain::id::ItemKey;
use foerderbuch::domain::{Body, Day, FileNumber, FiscalYear, ImpreciseDate, Kind, RecipientKey};
use foerderbuch::ops::{self, Failure, Stamp};
use foerderbuch::store::view::Times;
use foerderbuch::store::{Ledger, query};

pub use founding::{enrolment, person, registered, vote};
pub use grant::issued;
use words::Words;
pub use words::{day, money};

pub const TITLE: &str = "1616 88371";

/// A programme that tables book into.
pub struct Table {
    pub ledger: Ledger,
    /// Kinds that were booked so far.
    pub kinds: BTreeSet<Kind>,
    named: BTreeMap<String, (Draft, u64)>,
    accounts: BTreeMap<String, u64>,
}

pub fn draft(day_of: &str, who: &str, recipient: &str, body: Body) -> Draft {
    Draft {
        uid: *uuid::Uuid::new_v4().as_bytes(),
        recipient: RecipientKey::new(recipient),
        effective_on: day(day_of),
        actor: person(who),
        voucher: "Beleg 1".into(),
        reference: None,
        body,
        person_name: None,
    }
}

pub fn stamp(day_of: Day) -> Stamp {
    let noon = day_of.and_hms_opt(12, 0, 0).unwrap().and_utc().timestamp_micros();
    Stamp { now: noon, login: "test".into(), salt: Some([7; 16]) }
}

pub fn milestone(key: &str) -> Body {
    Body::MilestonePlanned(MilestonePlanned {
        milestone: ItemKey::new(key),
        name: ReaderNote { de: "Ziel".into(), en: "Goal".into() },
        grant: None,
        due: None,
        blocking_clause: None,
        plan: Some(ImpreciseDate::day(day("2020-06-30"))),
        context: false,
        source: None,
    })
}

impl Table {
    pub fn new() -> Self {
        let mut table = Self {
            ledger: Ledger::in_memory().unwrap(),
            kinds: BTreeSet::new(),
            named: BTreeMap::new(),
            accounts: BTreeMap::new(),
        };
        let drafts = founding::founding();
        ops::book(&mut table.ledger, &drafts, &stamp(day("2020-01-02"))).unwrap();
        table.kinds.extend(drafts.iter().map(|draft| draft.body.kind()));
        for key in ["16066", "16076"] {
            table.confirm_account(key, "2020-01-02");
        }
        table
    }

    pub fn times(&self) -> Times {
        Times { as_of: day("2040-12-31"), known: self.ledger.head().seq }
    }

    pub fn book(&mut self, draft: &Draft) -> Result<u64, String> {
        let at = stamp(draft.effective_on);
        let now = at.now.max(self.ledger.head().recorded_at);
        let stamp = Stamp { now, ..at };
        let booked = ops::book(&mut self.ledger, std::slice::from_ref(draft), &stamp);
        let booked = booked.map(|seqs| seqs[0]).map_err(|failure| match failure {
            Failure::Refused { refusal, .. } => match refusal.code() {
                "X01" => format!("{refusal:?}"),
                code => code.to_owned(),
            },
            Failure::Store(error) => error.to_string(),
        });
        if booked.is_ok() {
            self.kinds.insert(draft.body.kind());
        }
        booked
    }

    /// Books what must work, and names it.
    fn must(&mut self, name: &str, draft: Draft) -> Result<(), String> {
        let seq = self.book(&draft)?;
        self.named.insert(name.to_owned(), (draft, seq));
        Ok(())
    }

    /// The number of an entry that a line has named.
    pub fn seq(&self, name: &str) -> u64 {
        self.named.get(name).unwrap_or_else(|| panic!("no entry {name}")).1
    }

    fn confirm_account(&mut self, key: &str, on: &str) {
        let body = Body::BankAccountRecorded(BankAccountRecorded {
            iban: "DE84123456780016064711".into(),
            holder: key.into(),
            source: None,
        });
        let seq = self.book(&draft(on, "Weber", key, body)).unwrap();
        let body = Body::BankAccountConfirmed(BankAccountConfirmed {
            checked_by: "Rückruf".into(),
            source: None,
        });
        let mut confirmed = draft(on, "Lang", key, body);
        confirmed.reference = Some(Reference::Entry(seq));
        self.book(&confirmed).unwrap();
        self.accounts.insert(key.into(), seq);
    }

    /// Runs the lines of a table; panics at the first that ends otherwise than expected.
    #[track_caller]
    pub fn run(&mut self, table: &str) {
        for line in table.lines().map(str::trim).filter(|line| !line.is_empty()) {
            let cells: Vec<&str> = line.split('|').map(str::trim).collect();
            let [on, who, what, expected] = cells[..] else { panic!("four cells: {line}") };
            if self.answers(on, what, expected) {
                continue;
            }
            let ended = self.line(on, who, what).map_or_else(|code| code, |()| "ok".to_owned());
            assert_eq!(ended, expected, "{line}");
        }
        if table.lines().count() > 1 {
            self.assert_identities();
            assert_eq!(self.ledger.verify_deep().unwrap(), []);
        }
    }

    /// Books one line with what belongs to it.
    fn line(&mut self, on: &str, who: &str, what: &str) -> Result<(), String> {
        if let Some(rest) = what.strip_prefix("new account") {
            let key = rest.trim().strip_prefix("for ").unwrap_or("16066");
            self.confirm_account(key, on);
            return Ok(());
        }
        let (what, name) = match what.rsplit_once(" as ") {
            Some((what, name)) => (what, Some(name.to_owned())),
            None => (what, None),
        };
        if let Some(rest) = what.strip_prefix("json ") {
            return self.json(on, who, rest);
        }
        let verb = VERBS.iter().find(|verb| what.starts_with(**verb));
        let what = verb.map_or_else(
            || what.to_owned(),
            |verb| what.replacen(verb, &verb.trim().replacen(' ', "-", 1), 1),
        );
        let mut words = Words::new(&what);
        let bare = words.flag("bare");
        let unannounced = words.flag("unannounced");
        let no_voucher = words.flag("no-voucher");
        let mut draft = self.draft_of(on, who, &mut words);
        words.end();
        if no_voucher {
            draft.voucher.clear();
        }
        if !bare {
            self.before(&mut draft)?;
        }
        let seq = self.book(&draft)?;
        for name in own_name(&draft.body).into_iter().chain(name) {
            self.named.insert(name, (draft.clone(), seq));
        }
        if draft.body.kind() == Kind::GrantIssued && !bare && !unannounced {
            self.announced(&draft, seq)?;
        }
        Ok(())
    }

    /// `json setting_made {…}`, `json claim_deferred c {…}`: for fields that have no word.
    fn json(&mut self, on: &str, who: &str, rest: &str) -> Result<(), String> {
        let at = rest.find('{').unwrap_or_else(|| panic!("no body: {rest}"));
        let mut words = Words::new(&rest[..at]);
        let kind = Kind::from_name(words.next()).unwrap_or_else(|| panic!("no kind: {rest}"));
        let of = words.option("of").map(|name| self.seq(name));
        let owner = words.option("of-recipient").unwrap_or_default();
        words.end();
        let content: serde_json::Value = serde_json::from_str(&rest[at..]).unwrap();
        let mut draft = draft(on, who, owner, Body::deserialize(kind, content).unwrap());
        draft.reference = of.map(Reference::Entry);
        self.book(&draft).map(drop)
    }

    fn draft_of(&mut self, on: &str, who: &str, words: &mut Words<'_>) -> Draft {
        let recipient = words.option("of-recipient");
        let word = words.next();
        if word == "enrol" {
            return budget::enrolled(on, who, words);
        }
        if word == "register" {
            return Self::registered(on, who, words);
        }
        let set_off = words.option("set-off").map(|name| self.seq(name));
        let own = match word {
            "apply" => Some(grant::applied(words)),
            "grant" => Some(grant::granted(words)),
            "setting" => Some(budget::setting(words)),
            "account" => Some(Body::BankAccountRecorded(BankAccountRecorded {
                iban: words.option("iban").unwrap_or("DE84123456780016064711").into(),
                holder: "Kreiskasse".into(),
                source: None,
            })),
            _ => budget::year_end(word, words)
                .or_else(|| budget::progress(word, words, on))
                .or_else(|| grant::amended(word, words))
                .or_else(|| grant::drawn(word, words))
                .or_else(|| budget_word(word).then(|| budget::budget(word, words)).flatten()),
        };
        if let Some(body) = own.or_else(|| grant::examined(word, words)) {
            let owner = recipient.map_or_else(|| self.owner(&body), Into::into);
            let mut draft = draft(on, who, &owner, body);
            draft.reference = self.application(&draft.body);
            return draft;
        }
        let name = words.next();
        let found = self.named.get(name).or_else(|| self.named.get(&format!("{name}.applied")));
        let Some((of, seq)) = found.cloned() else { panic!("no entry {name}") };
        let mut body = match lifted(word, &of.body, words) {
            Some(body) => body,
            None => self.following(word, &of, words, day(on)),
        };
        if let Body::ClaimRepaid(repaid) = &mut body {
            repaid.set_off = set_off;
        }
        let mut draft = draft(on, who, of.recipient.as_str(), body);
        draft.reference = Some(Reference::Entry(seq));
        draft
    }

    /// The recipient of what names a grant: that of its application, else the first one.
    fn owner(&self, body: &Body) -> String {
        let programme = foerderbuch::domain::rule::RecipientUse::Never == body.kind().recipient();
        let either = body.kind().recipient() == foerderbuch::domain::rule::RecipientUse::Either;
        match body.grant() {
            _ if programme => String::new(),
            None if either => String::new(),
            Some(grant) => self
                .named
                .get(&format!("{grant}.applied"))
                .map_or_else(|| "16066".into(), |(draft, _)| draft.recipient.to_string()),
            None => "16066".into(),
        }
    }

    fn application(&self, body: &Body) -> Option<Reference> {
        if body.kind().refers_to() != [Kind::ApplicationReceived] {
            return None;
        }
        let (_, seq) = self.named.get(&format!("{}.applied", body.grant()?))?;
        Some(Reference::Entry(*seq))
    }

    /// What a notice or an order wants before it.
    fn before(&mut self, draft: &mut Draft) -> Result<(), String> {
        match &draft.body {
            Body::GrantIssued(issued) if draft.reference.is_none() => {
                self.applied(draft.effective_on, draft.recipient.as_str(), &issued.grant.clone())?;
                draft.reference = self.application(&draft.body);
                Ok(())
            }
            Body::PaymentOrdered(_) => self.attested(draft),
            _ => Ok(()),
        }
    }

    /// The draft, with the application that a notice or the attestations that an order rest on.
    pub fn prepared(&mut self, mut draft: Draft) -> Result<Draft, String> {
        self.before(&mut draft)?;
        Ok(draft)
    }

    /// As [`Self::prepared`], where nothing speaks against it.
    pub fn proposed(&mut self, draft: Draft) -> Draft {
        self.prepared(draft).unwrap()
    }

    /// An application for much more, received by Weber and examined by Lang.
    fn applied(&mut self, on: Day, key: &str, number: &FileNumber) -> Result<(), String> {
        let on = on.to_string();
        let mut words = Words::new("G 100000,00 own 100000,00");
        let Body::ApplicationReceived(mut body) = grant::applied(&mut words) else {
            unreachable!()
        };
        body.grant = number.clone();
        let name = format!("{number}.applied");
        self.must(&name, draft(&on, "Weber", key, Body::ApplicationReceived(body)))?;
        let Some(Body::ApplicationExamined(mut body)) =
            grant::examined("examine", &mut Words::new("G"))
        else {
            unreachable!()
        };
        body.grant = number.clone();
        let mut examined = draft(&on, "Lang", key, Body::ApplicationExamined(body));
        examined.reference = Some(Reference::Entry(self.seq(&name)));
        self.must(&format!("{number}.examined"), examined)
    }

    /// The announcement against receipt and the waiver of remedies on the same day.
    pub fn announced(&mut self, issued: &Draft, seq: u64) -> Result<(), String> {
        let grant = issued.body.grant().cloned().unwrap_or_default();
        let manner = AnnouncementManner::Receipt;
        let (first, second) = (format!("{grant}.announced"), format!("{grant}.waived"));
        let bodies = [
            (
                first,
                Body::NoticeAnnounced(NoticeAnnounced {
                    grant: grant.clone(),
                    manner,
                    source: None,
                }),
            ),
            (second, Body::RemedyWaived(RemedyWaived { grant, source: None })),
        ];
        for (name, body) in bodies {
            let on = issued.effective_on.to_string();
            let mut draft = draft(&on, "Lang", issued.recipient.as_str(), body);
            draft.reference = Some(Reference::Entry(seq));
            self.must(&name, draft)?;
        }
        Ok(())
    }

    /// The attestations that a draw has not yet: Lang (or Weber, when Lang recorded the draw)
    /// and Sommer.
    fn attested(&mut self, order: &Draft) -> Result<(), String> {
        let Some(Reference::Entry(draw)) = order.reference else { return Ok(()) };
        let of = query::event(&self.ledger, draw).unwrap().unwrap();
        let grant = of.body.grant().cloned().unwrap_or_default();
        let counts = |kind: Kind| {
            let following = query::live_referring(&self.ledger, draw).unwrap();
            let last = |kind| following.iter().rposition(|event| event.kind() == kind);
            last(kind).is_some_and(|at| last(Kind::DrawSentBack).is_none_or(|back| back < at))
        };
        let desk = if of.actor == person("Lang") { "Weber" } else { "Lang" };
        let arithmetic = ArithmeticAttested { grant: grant.clone(), source: None };
        let factual = FactuallyAttested { grant, source: None };
        let missing: Vec<_> = [
            ("arithmetic", desk, Body::ArithmeticAttested(arithmetic)),
            ("factual", "Sommer", Body::FactuallyAttested(factual)),
        ]
        .into_iter()
        .filter(|(_, _, body)| !counts(body.kind()))
        .collect();
        let name = self.named.iter().find(|(_, (_, seq))| *seq == draw);
        let name = name.map_or_else(|| format!("{draw}"), |(name, _)| name.clone());
        for (suffix, who, body) in missing {
            let on = order.effective_on.max(of.effective_on).to_string();
            let mut draft = draft(&on, who, of.recipient.as_str(), body);
            draft.reference = Some(Reference::Entry(draw));
            self.must(&format!("{name}.{suffix}"), draft)?;
        }
        Ok(())
    }
}

/// The name by which later lines find an entry that they do not name.
fn own_name(body: &Body) -> Option<String> {
    let grant = body.grant()?;
    match body.kind() {
        Kind::GrantIssued => Some(grant.to_string()),
        Kind::ApplicationReceived => Some(format!("{grant}.applied")),
        Kind::ApplicationExamined => Some(format!("{grant}.examined")),
        _ => None,
    }
}

/// Verbs of two words.
const VERBS: [&str; 8] = [
    "close books",
    "close case",
    "carry over",
    "lapse authority",
    "block authority",
    "send back",
    "hand over",
    "early start",
];

fn budget_word(word: &str) -> bool {
    ["vote", "draft", "supplement", "excess", "cover", "block", "authority", "title"]
        .contains(&word)
}

/// `lift b 100,00`: of blocked money or blocked authority.
fn lifted(word: &str, of: &Body, words: &mut Words<'_>) -> Option<Body> {
    if word != "lift" {
        return None;
    }
    let amount = words.amount();
    let reason = "ein genannter Grund".to_owned();
    let other_year = words.option("year").map(|year| FiscalYear(year.parse().unwrap()));
    match of.clone() {
        Body::BlockSet(b) => Some(Body::BlockLifted(BlockLifted {
            title: b.title,
            fiscal_year: other_year.unwrap_or(b.fiscal_year),
            amount_cents: amount.unwrap_or(b.amount_cents),
            reason,
            source: None,
        })),
        Body::AuthorityBlocked(b) => Some(Body::AuthorityUnblocked(AuthorityUnblocked {
            title: b.title,
            budget_year: b.budget_year,
            due_year: other_year.unwrap_or(b.due_year),
            amount_cents: amount.unwrap_or(b.amount_cents),
            reason,
            source: None,
        })),
        other => panic!("nothing to lift: {:?}", other.kind()),
    }
}
