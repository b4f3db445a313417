//! The programme: founding, persons, votes, recipients, and the booking of it all day by day.

use std::collections::BTreeMap;
use std::path::Path;

use chrono::{Days, NaiveTime, TimeDelta};
use foerderbuch::domain::body::{
    AppropriationVoted, Authority, AuthorityVoted, BankAccountConfirmed, BankAccountRecorded,
    Enrolment, IndicatorDefined, IndicatorRead, PersonEnrolled, ProgrammeFounded, ReaderNote,
    RecipientRegistered, Setting, SettingMade, TitleRegistered,
};
use foerderbuch::domain::calendar::next_working_day;
use foerderbuch::domain::event::{Draft, Reference};
use foerderbuch::domain::id::ItemKey;
use foerderbuch::domain::recipient::RecipientType;
use foerderbuch::domain::rule::Role;
use foerderbuch::domain::{
    Body, Day, FiscalYear, ImpreciseDate, Kind, Money, PersonNo, RecipientKey, Seq, TitleKey, Uid,
};
use foerderbuch::ops::{self, Failure, Stamp};
use foerderbuch::store::Ledger;

use super::case::{self, Payee};
use super::chance::Chance;
use super::year_end;

/// Titles for investments and for running costs.
pub const TITLES: [&str; 2] = ["1616 88371", "1616 63371"];
/// First and last fiscal year in which cases begin.
pub const YEARS: (i32, i32) = (2016, 2025);
/// Last fiscal year with a vote.
const LAST_VOTE: i32 = 2028;
/// Cent of grants a year for each entry of the ledger: what its cases ask for, and a reserve.
const VOTED_PER_ENTRY: [i64; 2] = [45_000, 12_000];

pub const ADMINISTRATOR: PersonNo = PersonNo(1);
pub const BUDGET: PersonNo = PersonNo(2);
pub const DESK: [PersonNo; 6] =
    [PersonNo(11), PersonNo(12), PersonNo(13), PersonNo(14), PersonNo(15), PersonNo(16)];
pub const ATTESTERS: [PersonNo; 3] = [PersonNo(21), PersonNo(22), PersonNo(23)];
pub const APPROVERS: [PersonNo; 3] = [PersonNo(31), PersonNo(32), PersonNo(33)];

/// Drafts in the order in which they are booked: by day, and on a day as they were added.
pub struct Script {
    days: BTreeMap<Day, Vec<Draft>>,
    count: usize,
    uids: u64,
    seed: u64,
    last: Day,
}

impl Script {
    fn new(seed: u64) -> Self {
        Self { days: BTreeMap::new(), count: 0, uids: 0, seed, last: day(YEARS.1, 12, 30) }
    }

    /// Adds an entry and returns what a later one refers to it by.
    pub fn add(
        &mut self,
        (on, actor, recipient): (Day, PersonNo, &RecipientKey),
        voucher: String,
        reference: Option<Uid>,
        body: Body,
    ) -> Uid {
        self.uids += 1;
        let uid =
            (u128::from(self.seed) << 80 | 0x4000_8000_0000_0000_0000 | u128::from(self.uids))
                .to_be_bytes();
        if on <= self.last {
            self.count += 1;
            self.days.entry(on).or_default().push(Draft {
                uid,
                recipient: recipient.clone(),
                effective_on: on,
                actor,
                voucher,
                reference: reference.map(Reference::Uid),
                body,
                person_name: None,
            });
        }
        uid
    }

    /// Puts a draft before all others of its day.
    pub fn first_of_day(&mut self, on: Day, voucher: String, body: Body) {
        self.add((on, BUDGET, &RecipientKey::default()), voucher, None, body);
        if let Some(drafts) = self.days.get_mut(&on) {
            drafts.rotate_right(1);
        }
    }

    /// All drafts of the script.
    pub fn drafts(&self) -> impl Iterator<Item = &Draft> {
        self.days.values().flatten()
    }
}

/// A day that exists.
pub fn day(year: i32, month: u32, day: u32) -> Day {
    Day::from_ymd_opt(year, month, day).unwrap_or_default()
}

/// The first working day so many days after a day.
pub fn after(from: Day, days: i64) -> Day {
    let days = Days::new(u64::try_from(days).unwrap_or(0));
    next_working_day(from.checked_add_days(days).unwrap_or(from))
}

/// What is left to be granted of a vote, and of commitment authority by budget and due year.
pub struct Pot {
    pub money: BTreeMap<(&'static str, i32), i64>,
    pub authority: BTreeMap<(&'static str, i32, i32), i64>,
}

/// Writes a new ledger with so many entries.
///
/// # Errors
/// As `ops::book`: a refusal is a defect of the script.
pub fn write(
    path: &Path,
    bookings: usize,
    seed: u64,
    progress: &mut dyn FnMut(usize),
) -> Result<(), Failure> {
    Ledger::create(path, |ledger| {
        let mut chance = Chance::new(seed);
        let mut script = Script::new(seed);
        let names = found(&mut script);
        let mut pot = votes(&mut script, bookings);
        let recipients = recipients(&mut script, bookings, &mut chance);
        indicators(&mut script, &mut chance);
        let founding = script.days.remove(&founded_on()).unwrap_or_default();
        let founding = BTreeMap::from([(founded_on(), founding)]);
        let mut booked = book(ledger, founding, bookings, &names, progress)?;
        let payees = payees(ledger, &recipients)?;
        let rest = bookings.saturating_sub(booked);
        script.count = script.days.values().map(Vec::len).sum();
        let mut number = 0;
        while script.count < rest {
            number += 1;
            case::write(
                &mut script,
                &mut pot,
                &mut chance,
                (number, chance_payee(&payees, number)),
            );
        }
        year_end::write(&mut script, &pot);
        let days = std::mem::take(&mut script.days);
        booked += book(ledger, days, rest, &names, &mut |more| progress(booked + more))?;
        debug_assert!(booked <= bookings, "the script is cut to its length");
        Ok(())
    })
}

/// Large recipients have more cases than small ones.
fn chance_payee(payees: &[Payee], number: usize) -> &Payee {
    let mut chance = Chance::new(u64::try_from(number).unwrap_or(0));
    let all = i64::try_from(payees.len()).unwrap_or(1);
    let most = if chance.percent(40) { (all / 8).max(1) } else { all };
    &payees[usize::try_from(chance.between(0, most - 1)).unwrap_or(0)]
}

/// Books at most so many drafts, one transaction a day, at eight in the morning.
fn book(
    ledger: &mut Ledger,
    days: BTreeMap<Day, Vec<Draft>>,
    most: usize,
    names: &BTreeMap<PersonNo, String>,
    progress: &mut dyn FnMut(usize),
) -> Result<usize, Failure> {
    let mut booked = 0;
    for (on, mut drafts) in days {
        drafts.truncate(most - booked);
        for draft in &mut drafts {
            draft.person_name = match &draft.body {
                Body::ProgrammeFounded(body) => names.get(&body.person.person).cloned(),
                Body::PersonEnrolled(body) => names.get(&body.person.person).cloned(),
                _ => None,
            };
        }
        let morning = on.and_time(NaiveTime::MIN) + TimeDelta::hours(8);
        let stamp = Stamp {
            now: morning.and_utc().timestamp_micros(),
            login: "muster".to_owned(),
            salt: Some([7; 16]),
        };
        if !drafts.is_empty() {
            booked += ops::book(ledger, &drafts, &stamp)?.len();
        }
        progress(booked);
    }
    Ok(booked)
}

const FOUNDED: (i32, u32, u32) = (2016, 1, 4);

fn founded_on() -> Day {
    day(FOUNDED.0, FOUNDED.1, FOUNDED.2)
}

fn nobody() -> RecipientKey {
    RecipientKey::default()
}

fn found(script: &mut Script) -> BTreeMap<PersonNo, String> {
    let on = founded_on();
    let enrol = |person, roles: &[Role]| Enrolment {
        person,
        roles: roles.to_vec(),
        name_hash: String::new(),
        login: None,
        roles_until: None,
        order_limit_cents: None,
        deputy_for: None,
    };
    let body = ProgrammeFounded {
        name: "Kommunale Infrastruktur 2016–2028 (erzeugt)".into(),
        guideline: "Erzeugte Richtlinie".into(),
        ceiling_cents: Money::LIMIT,
        default_as_of: Some(day(YEARS.1, 12, 31)),
        sample: true,
        authority: Authority {
            name: "Bewilligungsbehörde (Beispiel)".into(),
            line: "Referat 12 · Musterstraße 1 · 99084 Erfurt".into(),
            town: "Erfurt".into(),
            contact: "foerderung@example.org".into(),
        },
        person: enrol(ADMINISTRATOR, &[Role::Administrator]),
        notes: vec![ReaderNote {
            de: "Erzeugte Daten zum Messen: nichts davon ist geschehen.".into(),
            en: "Generated data to measure with: nothing of it has happened.".into(),
        }],
        source: None,
    };
    let mut names = BTreeMap::from([(ADMINISTRATOR, "A. Muster".to_owned())]);
    script.add((on, ADMINISTRATOR, &nobody()), String::new(), None, Body::ProgrammeFounded(body));
    let mut persons = vec![(BUDGET, Role::BudgetOfficer)];
    persons.extend(DESK.map(|person| (person, Role::DeskOfficer)));
    persons.extend(ATTESTERS.map(|person| (person, Role::Attester)));
    persons.extend(APPROVERS.map(|person| (person, Role::Approver)));
    let letters = "BCDEFGHIJKLMNOP".chars();
    for ((person, role), letter) in persons.into_iter().zip(letters) {
        names.insert(person, format!("{letter}. Muster"));
        let body = PersonEnrolled { person: enrol(person, &[role]), source: None };
        let actor = (on, ADMINISTRATOR, &nobody());
        script.add(actor, String::new(), None, Body::PersonEnrolled(body));
    }
    names
}

/// Titles, the votes of all years and the authority of each.
fn votes(script: &mut Script, bookings: usize) -> Pot {
    let mut pot = Pot { money: BTreeMap::new(), authority: BTreeMap::new() };
    let names = ["Zuweisungen für Investitionen", "Laufende Zuweisungen"];
    let founding = (founded_on(), BUDGET, &nobody());
    let quota = Setting::HighestQuota { percent: 80.into() };
    let quota = Body::SettingMade(SettingMade { setting: quota, source: None });
    script.add(founding, String::new(), None, quota);
    for ((title, name), per_entry) in TITLES.into_iter().zip(names).zip(VOTED_PER_ENTRY) {
        let body = TitleRegistered {
            title: TitleKey::new(title),
            name: name.into(),
            investive: title == TITLES[0],
            source: None,
        };
        script.add(founding, String::new(), None, Body::TitleRegistered(body));
        let voted = i64::try_from(bookings).unwrap_or(0).max(1_000) * per_entry;
        for year in YEARS.0..=LAST_VOTE {
            let body = AppropriationVoted {
                title: TitleKey::new(title),
                fiscal_year: FiscalYear(year),
                amount_cents: Money::from_cents(voted),
                law: format!("Haushaltsgesetz {year}"),
                source: None,
            };
            let voucher = format!("Haushaltsplan {year}, Einzelplan 16");
            script.add(founding, voucher, None, Body::AppropriationVoted(body));
            pot.money.insert((title, year), voted);
        }
        for budget in YEARS.0..=YEARS.1 {
            for due in budget + 1..=(budget + 3).min(LAST_VOTE) {
                authority(script, &mut pot, (title, budget, due), voted);
            }
        }
    }
    pot
}

fn authority(script: &mut Script, pot: &mut Pot, key: (&'static str, i32, i32), voted: i64) {
    let (title, budget, due) = key;
    let body = AuthorityVoted {
        title: TitleKey::new(title),
        budget_year: FiscalYear(budget),
        due_year: FiscalYear(due),
        amount_cents: Money::from_cents(voted),
        law: format!("Haushaltsgesetz {budget}"),
        source: None,
    };
    let voucher = format!("Haushaltsplan {budget}, Einzelplan 16");
    let founding = (founded_on(), BUDGET, &nobody());
    script.add(founding, voucher, None, Body::AuthorityVoted(body));
    pot.authority.insert(key, voted);
}

const COUNTIES: [(&str, &str); 12] = [
    ("16061", "Eichsfeld"),
    ("16062", "Nordhausen"),
    ("16063", "Wartburgkreis"),
    ("16064", "Unstrut-Hainich-Kreis"),
    ("16065", "Kyffhäuserkreis"),
    ("16066", "Schmalkalden-Meiningen"),
    ("16067", "Gotha"),
    ("16068", "Sömmerda"),
    ("16069", "Hildburghausen"),
    ("16070", "Ilm-Kreis"),
    ("16071", "Weimarer Land"),
    ("16077", "Altenburger Land"),
];
const FRONT: [&str; 24] = [
    "Ober", "Unter", "Groß", "Klein", "Alten", "Neu", "Hohen", "Nieder", "Mittel", "Schön",
    "Stein", "Wald", "Buchen", "Eichen", "Linden", "Birken", "Erlen", "Hain", "Berg", "Tal",
    "Quell", "Sand", "Rosen", "Kirch",
];
const BACK: [&str; 24] = [
    "rode",
    "hausen",
    "stedt",
    "leben",
    "ungen",
    "dorf",
    "bach",
    "feld",
    "heim",
    "berga",
    "roda",
    "born",
    "au",
    "thal",
    "see",
    "furt",
    "burg",
    "kirchen",
    "winden",
    "brück",
    "lengsfeld",
    "städt",
    "ra",
    "itz",
];

fn recipients(script: &mut Script, bookings: usize, chance: &mut Chance) -> Vec<RecipientKey> {
    let communes = (bookings / 1_500).clamp(8, 576);
    let mut registered: Vec<(String, String, RecipientType)> = COUNTIES
        .iter()
        .map(|(key, name)| ((*key).to_owned(), (*name).to_owned(), RecipientType::County))
        .collect();
    registered.extend((0..communes).map(|number| {
        let name = format!("{}{} (fiktiv)", FRONT[number % 24], BACK[number / 24]);
        (format!("16999{:03}", number + 1), name, RecipientType::Fictional)
    }));
    let mut keys = Vec::new();
    for (number, (key, name, recipient_type)) in registered.into_iter().enumerate() {
        let key = RecipientKey::new(key);
        let body = RecipientRegistered {
            key: key.clone(),
            name: name.clone(),
            recipient_type,
            address: vec!["Kasse".into(), "Musterweg 1".into(), "99999 Musterstadt".into()],
            valid_from: None,
            valid_until: None,
            successor: None,
            source: None,
        };
        let on = founded_on();
        let of = |actor| (on, actor, &key);
        script.add(of(DESK[0]), String::new(), None, Body::RecipientRegistered(body));
        let recorded = BankAccountRecorded { iban: iban(number), holder: name, source: None };
        let recorded = Body::BankAccountRecorded(recorded);
        let uid = script.add(of(DESK[0]), String::new(), None, recorded);
        script.add(of(*chance.one(&DESK[1..])), String::new(), Some(uid), confirmed());
        keys.push(key);
    }
    keys
}

/// A second person has confirmed a bank account.
pub fn confirmed() -> Body {
    let checked_by = "Rückruf unter der Nummer aus der Akte".to_owned();
    Body::BankAccountConfirmed(BankAccountConfirmed { checked_by, source: None })
}

/// A German account number with check digits that fit (ISO 13616).
fn iban(number: usize) -> String {
    let account = format!("82050000{number:010}");
    let rest = format!("{account}131400")
        .bytes()
        .fold(0_u64, |rest, digit| (rest * 10 + u64::from(digit - b'0')) % 97);
    format!("DE{:02}{account}", 98 - rest)
}

/// The recipients with the entries of their bank accounts.
fn payees(ledger: &Ledger, recipients: &[RecipientKey]) -> Result<Vec<Payee>, Failure> {
    use foerderbuch::store::{query, view::Times};
    let times = Times { as_of: founded_on(), known: ledger.head().seq };
    let recorded: BTreeMap<RecipientKey, (Seq, Uid)> =
        query::events_of_kinds(ledger, times, &[Kind::BankAccountRecorded])?
            .into_iter()
            .map(|event| (event.recipient, (event.seq, event.uid)))
            .collect();
    Ok(recipients
        .iter()
        .filter_map(|key| {
            let (account, recorded) = *recorded.get(key)?;
            Some(Payee { key: key.clone(), account, recorded })
        })
        .collect())
}

fn indicators(script: &mut Script, chance: &mut Chance) {
    let both = |de: &str, en: &str| ReaderNote { de: de.into(), en: en.into() };
    for (key, de, en) in [
        ("I-1", "Angeschlossene Verwaltungen", "Administrations connected"),
        ("I-2", "Online-Leistungen im Einsatz", "Services online"),
    ] {
        let body = IndicatorDefined {
            indicator: ItemKey::new(key),
            name: both(de, en),
            baseline: both("Anfang 2016: keine", "Beginning of 2016: none"),
            target: both("Ende 2028: alle", "End of 2028: all"),
            unit: None,
            baseline_value: Some(0.into()),
            target_value: Some(600.into()),
            money_of: Vec::new(),
            context: false,
            source: None,
        };
        let founding = (founded_on(), DESK[0], &nobody());
        script.add(founding, String::new(), None, Body::IndicatorDefined(body));
        let mut value = 0;
        for year in YEARS.0..YEARS.1 {
            value += chance.between(10, 60);
            let on = day(year, 12, 29);
            let body = IndicatorRead {
                indicator: ItemKey::new(key),
                value: value.into(),
                more_than: false,
                at: ImpreciseDate::day(on),
                source: None,
            };
            let of = (on, DESK[0], &nobody());
            script.add(of, String::new(), None, Body::IndicatorRead(body));
        }
    }
}
