//! *Buchen*: one form for every kind of entry.

use eframe::egui::Ui;
use serde::{Deserialize, Serialize};

use super::page::{Page, Proposal};
use super::{live, who};
use crate::domain::body::RecipientRegistered;
use crate::domain::event::{Draft, Reference};
use crate::domain::{Body, FileNumber, Kind, Money, RecipientKey, Seq, Uid};
use crate::store::view::{About, Choices, EntryRow};
use crate::ui::context::Context;
use crate::ui::data::Want;
use crate::ui::form::{self, Occasion, Scope, Sheet, Values, fields};
use crate::ui::widget::card;
use crate::ui::widget::field::{DayField, Form, Typed, reason};
use crate::ui::widget::modal::Words;

/// The dialog.
#[derive(Debug, Serialize, Deserialize)]
pub struct BookEntry {
    kind: Kind,
    pub(super) uid: Uid,
    occasion: Occasion,
    day: DayField,
    voucher: String,
    reference: Option<Seq>,
    recipient: Option<RecipientKey>,
    values: Values,
    filled: bool,
    /// The computed amount that was filled in.
    proposed: Option<Money>,
    #[serde(skip)]
    unreadable: Option<String>,
}

impl BookEntry {
    pub(super) fn new(uid: Uid, kind: Kind, occasion: Occasion, cx: &Context<'_>) -> Self {
        Self {
            kind,
            uid,
            day: DayField::of(cx, cx.proposed_day()),
            voucher: String::new(),
            reference: occasion.entry,
            recipient: occasion.recipient.clone(),
            values: Values::blank(&fields(kind)),
            filled: false,
            proposed: None,
            unreadable: None,
            occasion,
        }
    }

    /// True when the values are those of the fields of the kind.
    pub(super) fn fits(&self) -> bool {
        self.values.fit(&fields(self.kind))
    }

    /// The grant or recipient that it is about, which tells a draft apart.
    pub(super) fn object(&self) -> String {
        let own = fields(self.kind);
        let grant =
            form::grant_of(&own, &self.values, None).or_else(|| self.occasion.grant.clone());
        let typed = self.values.get(&own, "grant").and_then(|value| match value {
            form::Value::Text(text) => Some(text.trim().to_owned()),
            _ => None,
        });
        let chosen = self.recipient.as_ref().map(ToString::to_string);
        grant.map(|grant| grant.to_string()).or(typed).or(chosen).unwrap_or_default()
    }

    fn refers(&self) -> bool {
        self.kind == Kind::Reversed || !self.kind.refers_to().is_empty()
    }

    /// What is registered of the recipient that the form was opened for.
    fn registered<'a>(&self, choices: &'a Choices) -> Option<&'a RecipientRegistered> {
        let key = self.occasion.recipient.as_ref()?;
        choices.recipient(key).filter(|_| self.kind == Kind::RecipientRegistered)
    }

    /// Takes over what follows from the entry referred to.
    fn follow(&mut self, cx: &Context<'_>, choices: &Choices) {
        let Some(entry) = self.reference.and_then(|seq| choices.entry(seq)) else { return };
        if self.kind == Kind::Reversed {
            self.day = DayField::of(cx, entry.effective_on);
        } else {
            let json = form::from_entry(cx, self.kind, entry);
            self.values.fill(&fields(self.kind), &json, cx.text);
        }
    }

    /// What is done; of a recipient that is known, only its data change.
    fn title(&self, cx: &Context<'_>) -> String {
        let known = self.occasion.recipient.is_some();
        match self.kind {
            Kind::RecipientRegistered if known => cx.t("form-recipient-data"),
            kind => cx.text.deed(kind),
        }
    }

    /// What the form was opened for, in one line.
    fn about(&self, cx: &Context<'_>) -> String {
        let Some(grant) = &self.occasion.grant else { return String::new() };
        super::about(cx, grant)
    }

    /// Fills in an amount that the ledger computes, until the person types another one.
    fn compute(&mut self, cx: &Context<'_>) {
        let Some(preview) = &cx.desk.preview else { return };
        let found = match (self.kind, &preview.interest, &preview.settled) {
            (Kind::InterestAssessed, Some(Ok(interest)), _) => Some(interest.total),
            (Kind::ProofChecked, _, Some(settled)) => Some(settled.fixed),
            _ => None,
        };
        let Some(amount) = found.filter(|amount| self.proposed != Some(*amount)) else { return };
        let names: &[&str] = match self.kind {
            Kind::InterestAssessed => &["charge", "amount_cents"],
            _ => &["settled_cents"],
        };
        let fields = fields(self.kind);
        let typed = self.values.typed(&fields, names).unwrap_or_default();
        let own = match self.proposed {
            Some(proposed) => cx.text.parse_money(typed) == Ok(proposed),
            None => typed.trim().is_empty(),
        };
        if own {
            let value = serde_json::json!(amount);
            let json =
                names.iter().rev().fold(value, |inner, name| serde_json::json!({ *name: inner }));
            self.values.fill(&fields, &json, cx.text);
            self.proposed = Some(amount);
        }
    }

    /// How far the plan of financing is typed.
    fn plan(&self, cx: &Context<'_>, form: &Form<'_>) -> live::Filled {
        const NEEDED: [&[&str]; 3] =
            [&["plan", "total_cents"], &["requested_cents"], &["plan", "own_cents"]];
        let own = fields(self.kind);
        let label = |names: &[&str]| form::label(cx, self.kind, &names.join("."));
        let mut all: Vec<_> = NEEDED.iter().map(|names| label(names)).collect();
        all.push(label(&["plan", "third_party_cents"]));
        let mut filled =
            live::Filled { open: Vec::new(), wrong: Vec::new(), typing: form.is_in(&all) };
        for names in NEEDED {
            let typed = self.values.typed(&own, names).unwrap_or_default();
            if cx.text.parse_money(typed).is_ok() {
                continue;
            }
            // What is being typed is no error yet.
            let is_open = filled.typing || typed.trim().is_empty();
            let labels = if is_open { &mut filled.open } else { &mut filled.wrong };
            labels.push(label(names));
        }
        filled
    }

    /// The entry referred to.
    fn refer(&mut self, ui: &mut Ui, cx: &Context<'_>, form: &mut Form<'_>, choices: &Choices) {
        let recipient = self.occasion.recipient.clone();
        let scope = Scope::new(recipient, self.occasion.grant.clone(), &self.occasion);
        let mut options = form::references(cx, self.kind, &scope);
        // An entry that is decided meanwhile stays readable; the refusal says what is wrong.
        if let Some(entry) = self.reference.and_then(|seq| choices.entry(seq))
            && !options.iter().any(|(seq, _)| *seq == entry.seq)
        {
            options.insert(0, (entry.seq, form::entry_words(cx, entry)));
        }
        let label = form::label(cx, self.kind, "ref");
        if form.pick(ui, &label, &mut self.reference, (&options, true)) {
            self.follow(cx, choices);
        }
        if options.is_empty() {
            reason(ui, &cx.t("form-no-entry"));
        }
    }

    /// The recipient, where it does not follow from anything else.
    fn whose(&mut self, ui: &mut Ui, cx: &Context<'_>, form: &mut Form<'_>) {
        let Some(needed) = form::asks_recipient(self.kind) else { return };
        let label = form::label(cx, self.kind, "recipient");
        let mut key = self.recipient.as_ref().map(ToString::to_string);
        if form.pick(ui, &label, &mut key, (&form::recipients(cx, ui), needed)) {
            self.recipient = key.map(RecipientKey::new);
        }
    }

    /// Day and voucher.
    fn header(&mut self, ui: &mut Ui, cx: &Context<'_>, form: &mut Form<'_>) {
        let needed = self.kind.needs_voucher();
        let voucher = form::label(cx, self.kind, "voucher");
        let day = form::label(cx, self.kind, "effective_on");
        card::columns(ui, &[1.0, 2.0], |index, ui| {
            if index == 0 {
                form.day(ui, &day, &mut self.day);
            } else {
                form.typed(ui, &voucher, &mut self.voucher, (Typed::Words, needed));
            }
        });
    }

    fn recipient_now(&self, choices: &Choices, entry: Option<&EntryRow>) -> Option<RecipientKey> {
        let chosen = self.recipient.as_ref();
        let key = form::recipient_of(choices, self.kind, &self.values, entry, chosen);
        Some(key).filter(|key| !key.is_empty())
    }

    fn draft(&mut self, cx: &Context<'_>) -> Option<Draft> {
        let json = self.values.to_json(&fields(self.kind), cx.text, cx.today)?;
        match form::body(self.kind, json) {
            Ok((body, name)) => {
                self.unreadable = None;
                self.around(cx, body, name)
            }
            Err(why) => {
                self.unreadable = Some(why);
                None
            }
        }
    }

    /// The draft of a body.
    fn around(&self, cx: &Context<'_>, body: Body, person_name: Option<String>) -> Option<Draft> {
        let choices = cx.data.choices.value()?;
        let entry = self.reference.and_then(|seq| choices.entry(seq));
        Some(Draft {
            uid: self.uid,
            recipient: self.recipient_now(choices, entry).unwrap_or_default(),
            effective_on: self.day.value(cx)?,
            actor: cx.person?.person,
            voucher: self.voucher.trim().to_owned(),
            reference: self.reference.map(Reference::Entry),
            body,
            person_name,
        })
    }
}

impl Page for BookEntry {
    fn words(&self, cx: &Context<'_>) -> Words {
        Words { title: self.title(cx), intro: self.about(cx), confirm: cx.t("form-confirm") }
    }

    fn width(&self) -> f32 {
        760.0
    }

    fn reword(&mut self) {
        self.values.reword(&fields(self.kind));
    }

    fn wants(&self, _cx: &Context<'_>) -> Vec<Want> {
        let about = About {
            recipient: self.occasion.recipient.clone(),
            grant: self.occasion.grant.clone(),
            entry: self.occasion.entry,
        };
        let mut wants = vec![Want::Choices(about)];
        wants.extend(self.occasion.grant.clone().map(Want::Grant));
        wants
    }

    /// Fills the form once with what is known where it was opened.
    fn fill(&mut self, cx: &Context<'_>) {
        let Some(choices) = cx.data.choices.latest().filter(|_| !self.filled) else { return };
        let waits = |grant: &FileNumber| cx.data.grant_latest(grant).is_none() && !self.refers();
        let known = |grant: &FileNumber| choices.grants.iter().any(|(number, _)| number == grant);
        if self.occasion.grant.as_ref().is_some_and(|grant| known(grant) && waits(grant)) {
            return;
        }
        self.filled = true;
        let fields = fields(self.kind);
        let registered = self.registered(choices).and_then(|row| serde_json::to_value(row).ok());
        let mut fill = |json: &serde_json::Value| self.values.fill(&fields, json, cx.text);
        fill(&form::from_start(cx, self.kind));
        if let Some(grant) = self.occasion.grant.as_ref().filter(|grant| known(grant)) {
            fill(&form::from_grant(cx, self.kind, grant));
        }
        if let Some(body) = &self.occasion.body
            && let Ok(json) = serde_json::to_value(body)
        {
            fill(&json);
            if let Some(name) = &self.occasion.name {
                fill(&serde_json::json!({ "person": { "name": name } }));
            }
        }
        if let Some(json) = registered {
            fill(&json);
        }
        if self.refers() && self.reference.is_none() && self.occasion.recipient.is_some() {
            // Where only one entry can be meant it is proposed.
            let scope =
                Scope::new(self.recipient.clone(), self.occasion.grant.clone(), &self.occasion);
            if let [(only, _)] = &form::references(cx, self.kind, &scope)[..] {
                self.reference = Some(*only);
            }
        }
        self.follow(cx, choices);
    }

    fn content(&mut self, ui: &mut Ui, cx: &Context<'_>, form: &mut Form<'_>) {
        super::lacking(ui, cx, self.kind);
        let Some(choices) = cx.data.choices.value() else {
            card::empty(ui, &cx.t("app-loading"));
            form.complete = false;
            return;
        };
        self.compute(cx);
        if self.refers() {
            self.refer(ui, cx, form, choices);
        }
        self.whose(ui, cx, form);
        let entry = self.reference.and_then(|seq| choices.entry(seq));
        let fields = fields(self.kind);
        let grant = form::grant_of(&fields, &self.values, entry);
        let recipient = self.recipient_now(choices, entry);
        let scope = Scope::new(recipient, grant, &self.occasion);
        let sheet = Sheet { cx, kind: self.kind, scope };
        let own = fields.iter().filter(|field| field.name != "source").count();
        let (fields, source) = fields.split_at(own);
        form::show(ui, &sheet, form, fields, &mut self.values.0[..own]);
        self.header(ui, cx, form);
        form::show(ui, &sheet, form, source, &mut self.values.0[own..]);
        if let Some(why) = &self.unreadable {
            reason(ui, &cx.f("form-unreadable", &[("reason", why.clone())]));
        }
        ui.add_space(6.0);
        live::figures(ui, cx, entry, &self.plan(cx, form));
        who(ui, cx, self.kind);
    }

    fn proposal(&mut self, cx: &Context<'_>) -> Option<Proposal> {
        self.draft(cx).map(|draft| Proposal::Book(Box::new(draft)))
    }

    fn sketch(&self, cx: &Context<'_>) -> Option<Draft> {
        let json = self.values.sketch(&fields(self.kind), cx.text, cx.today)?;
        let (body, _) = form::body(self.kind, json).ok()?;
        self.around(cx, body, None)
    }
}
