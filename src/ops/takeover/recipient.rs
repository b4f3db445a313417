//! Recipients and their bank accounts.

use super::{Halt, Planned, Taker};
use crate::domain::body::{BankAccountRecorded, RecipientRegistered};
use crate::domain::date::berlin_day;
use crate::domain::recipient::official_name;
use crate::domain::takeover::{Column, Hindrance, ListRow, ListedRecipient, Said, Verdict};
use crate::domain::{Body, Day, RecipientKey};
use crate::ops::everything;
use crate::store::{StoreError, query};

/// Column, what the row says, what is known.
type Difference = (Column, Said, Said);

impl Taker<'_, '_> {
    pub(super) fn recipient(
        &mut self,
        row: &ListRow,
        listed: &ListedRecipient,
    ) -> Result<Verdict, Halt> {
        let above = self.lines.get(listed.key.as_str()).copied();
        let known = query::recipient_state(self.tx, everything(self.tx), &listed.key)?;
        let mut differs = known.as_ref().map_or_else(Vec::new, |known| of_data(listed, known));
        let account = match &listed.account {
            Some(account) => self.account(&listed.key, account, &mut differs)?,
            None => None,
        };
        if !differs.is_empty() {
            let hindrance =
                |(column, listed, kept)| Hindrance::Differs { column, listed, kept, line: above };
            return Err(Halt::Refused(differs.into_iter().map(hindrance).collect()));
        }
        if known.is_some() && account.is_none() {
            return Ok(self.known(listed.key.as_str()));
        }
        let planned = self.planned(listed, known.is_none(), account);
        self.steps((row, listed.key.to_string()), &listed.key, planned)
    }

    /// The account when it is to be recorded; one that is known must have the same holder.
    fn account<'a>(
        &self,
        key: &RecipientKey,
        account: &'a BankAccountRecorded,
        differs: &mut Vec<Difference>,
    ) -> Result<Option<&'a BankAccountRecorded>, StoreError> {
        let accounts = query::bank_accounts(self.tx, everything(self.tx), key)?;
        let Some(known) = accounts.into_iter().find(|row| row.account.iban == account.iban) else {
            return Ok(Some(account));
        };
        if known.account.holder != account.holder {
            let (listed, kept) = (account.holder.clone(), known.account.holder);
            differs.push((Column::Holder, Said::Words(listed), Said::Words(kept)));
        }
        Ok(None)
    }

    /// Without a day a recipient counts from the founding, so that every case of the programme can
    /// name it; a bank account from today.
    fn planned(
        &self,
        listed: &ListedRecipient,
        registers: bool,
        account: Option<&BankAccountRecorded>,
    ) -> Vec<Planned> {
        let step = |on: Day, body: Body| Planned {
            on,
            actor: self.acting.person,
            voucher: String::new(),
            follows: None,
            body,
        };
        let registered = registers.then(|| {
            let body = RecipientRegistered {
                key: listed.key.clone(),
                name: listed.name.clone(),
                recipient_type: listed.recipient_type,
                address: listed.address.clone(),
                valid_from: None,
                valid_until: None,
                successor: None,
                source: None,
            };
            step(listed.day.unwrap_or(self.founded), Body::RecipientRegistered(body))
        });
        let today = berlin_day(self.stamp.now);
        let recorded = account.map(|account| {
            step(listed.day.unwrap_or(today), Body::BankAccountRecorded(account.clone()))
        });
        registered.into_iter().chain(recorded).collect()
    }
}

/// Where a row says something else of a recipient than is known; what it does not say is no
/// difference.
fn of_data(listed: &ListedRecipient, known: &RecipientRegistered) -> Vec<Difference> {
    let mut found = Vec::new();
    let (own, kept) = (listed.recipient_type, known.recipient_type);
    if own != kept {
        found.push((Column::Type, Said::Type(own), Said::Type(kept)));
        return found;
    }
    let (name, kept) = (official_name(own, &listed.name), official_name(kept, &known.name));
    if name != kept {
        found.push((Column::Name, Said::Words(name), Said::Words(kept)));
    }
    if !listed.address.is_empty() && listed.address != known.address {
        let line = |address: &[String]| Said::Words(address.join(", "));
        found.push((Column::Street, line(&listed.address), line(&known.address)));
    }
    found
}
