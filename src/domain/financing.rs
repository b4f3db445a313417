//! How high a grant may be, and what is left of it when the proof of use is checked.
//!
//! Formulas: domain.md sections 1.6 (kinds of financing, VV Nr. 2 to § 44 ThürLHO) and 1.7 (proof
//! of use). Each amount is rounded once, half away from zero.

use rust_decimal::Decimal;

use super::Money;
use super::body::Financing;
use super::exact::Exact;

/// A plan of financing (*Finanzierungsplan*).
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Plan {
    /// All expenditure (*Gesamtausgaben*).
    pub total: Money,
    /// The part of it that is eligible (A, *zuwendungsfähige Ausgaben*).
    pub eligible: Money,
    /// Funds of third parties (D, *Drittmittel*).
    pub third_party: Money,
    /// The recipient's own funds (*Eigenmittel*), also for what is not eligible.
    pub own: Money,
}

impl Plan {
    /// The recipient's share of the eligible expenditure beside a grant of that amount:
    /// E = A − B − D. Below zero more is financed than is eligible, and the grant is too high.
    #[must_use]
    pub fn own_share(self, grant: Money) -> Money {
        self.eligible - grant - self.third_party
    }

    /// What the plan leaves uncovered beside a grant of that amount; zero when it balances to
    /// the cent, below zero when it covers more than all expenditure.
    #[must_use]
    pub fn gap(self, grant: Money) -> Money {
        self.total - grant - self.third_party - self.own
    }
}

/// A share without its quota: its amount cannot be computed.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct MissingQuota;

/// Highest amount of a grant by its plan (*Höchstbetrag*, B in domain.md section 1.6).
///
/// `quota` is in percent: a share needs one, and whatever names one is bound by it. `own` and
/// `third_party` are the funds for eligible expenditure; own funds lower a shortfall only, those of
/// third parties bound every kind, since the recipient's share E = A − B − D is never below zero.
/// A fixed sum has no formula beside that. Never below zero.
///
/// # Errors
/// When a share names no quota.
pub fn highest_grant(
    financing: Financing,
    quota: Option<Decimal>,
    eligible: Money,
    own: Money,
    third_party: Money,
) -> Result<Money, MissingQuota> {
    let uncovered = eligible - third_party;
    let highest = match financing {
        Financing::Shortfall => uncovered - own,
        Financing::Share | Financing::FixedAmount | Financing::Full => uncovered,
    };
    let bound = match (financing, quota) {
        (Financing::Share, _) | (_, Some(_)) => highest.min(share(quota, eligible)?),
        _ => highest,
    };
    Ok(bound.max(Money::ZERO))
}

/// What a checked proof of use says, beside the notice that it is checked against.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Settlement {
    /// Kind of financing.
    pub financing: Financing,
    /// Quota in percent, for a share.
    pub quota: Option<Decimal>,
    /// Granted in force (B): the highest amount, whatever the expenditure came to.
    pub granted: Money,
    /// Actual eligible expenditure (A′).
    pub eligible: Money,
    /// The recipient's own funds for it (E).
    pub own: Money,
    /// Actual funds of third parties for it (D′).
    pub third_party: Money,
}

/// The grant as it is fixed when the proof of use is checked (Z, *festgesetzte Zuwendung*).
///
/// Never above the grant in force, never below zero. New funds of third parties (ANBest Nr. 2)
/// lower a shortfall and a full financing by their whole amount. A share they leave as it is:
/// among several grantors each bears its quota of A′, so whoever sets them off against the
/// expenditure lowers `eligible`. A fixed sum stays unless less than it was spent.
pub fn final_grant(settlement: Settlement) -> Result<Money, MissingQuota> {
    let Settlement { financing, quota, granted, eligible, own, third_party } = settlement;
    let due = match financing {
        Financing::Share => share(quota, eligible)?,
        Financing::Shortfall => eligible - own - third_party,
        Financing::Full => eligible - third_party,
        Financing::FixedAmount => eligible,
    };
    Ok(due.min(granted).max(Money::ZERO))
}

fn share(quota: Option<Decimal>, eligible: Money) -> Result<Money, MissingQuota> {
    let quota = quota.ok_or(MissingQuota)?;
    Ok(Exact::from(eligible).percent(quota).rounded())
}

/// What follows from the check of the proof of use (domain.md section 1.7).
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum FollowUp {
    /// *Nachzahlung*: so much is still to be paid.
    Supplementary(Money),
    /// *Erstattung*: so much is to be paid back.
    Claim(Money),
    /// So much was paid too much, but it is not above the limit for small amounts
    /// (*Bagatellgrenze*) and is not claimed.
    BelowLimit(Money),
    /// Paid exactly what is due.
    Settled,
}

/// What follows when `final_grant` is due and `paid` was paid; `paid` is net of what was paid
/// back and of what is already claimed.
///
/// A claim up to and including `limit` is not raised; without a limit every cent is claimed.
#[must_use]
pub fn follow_up(final_grant: Money, paid: Money, limit: Option<Money>) -> FollowUp {
    let open = final_grant - paid;
    if open.is_positive() {
        return FollowUp::Supplementary(open);
    }
    match open.abs() {
        Money::ZERO => FollowUp::Settled,
        excess if limit.is_some_and(|limit| excess <= limit) => FollowUp::BelowLimit(excess),
        excess => FollowUp::Claim(excess),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    const fn euros(euros: i64) -> Money {
        Money::from_cents(euros * 100)
    }

    fn percent(text: &str) -> Decimal {
        text.parse().expect("a quota")
    }

    /// 900.000 € granted for 1.125.000 €, as grant C of the worked example.
    fn settlement(financing: Financing, eligible: Money) -> Settlement {
        Settlement {
            financing,
            quota: Some(percent("80")),
            granted: euros(900_000),
            eligible,
            own: euros(125_000),
            third_party: euros(100_000),
        }
    }

    #[test]
    fn a_share_is_planned_by_its_quota_of_the_eligible_expenditure() {
        let highest = |quota: &str, eligible| {
            highest_grant(
                Financing::Share,
                Some(percent(quota)),
                eligible,
                euros(125_000),
                Money::ZERO,
            )
        };
        assert_eq!(highest("80", euros(1_125_000)), Ok(euros(900_000)));
        assert_eq!(highest("72.5", Money::from_cents(100)), Ok(Money::from_cents(73)), "half up");
        assert_eq!(highest("72.49", Money::from_cents(100)), Ok(Money::from_cents(72)));
        assert_eq!(highest("33.333333", Money::from_cents(300)), Ok(Money::from_cents(100)));
    }

    #[test]
    fn the_other_kinds_are_planned_without_a_quota() {
        let highest = |financing| {
            highest_grant(financing, None, euros(1_000_000), euros(150_000), euros(100_000))
        };
        assert_eq!(highest(Financing::Shortfall), Ok(euros(750_000)));
        assert_eq!(highest(Financing::FixedAmount), Ok(euros(900_000)));
        assert_eq!(highest(Financing::Full), Ok(euros(900_000)));
        assert_eq!(highest(Financing::Share), Err(MissingQuota));
    }

    #[test]
    fn a_share_leaves_room_for_third_parties_and_a_quota_bounds_every_kind() {
        let highest = |financing, quota| {
            highest_grant(financing, Some(percent(quota)), euros(100), Money::ZERO, euros(30))
        };
        assert_eq!(highest(Financing::Share, "80"), Ok(euros(70)));
        assert_eq!(highest(Financing::Share, "60"), Ok(euros(60)));
        assert_eq!(highest(Financing::Full, "60"), Ok(euros(60)));
    }

    #[test]
    fn a_shortfall_that_others_cover_needs_no_grant() {
        let highest = highest_grant(Financing::Shortfall, None, euros(100), euros(60), euros(60));
        assert_eq!(highest, Ok(Money::ZERO));
    }

    #[test]
    fn grant_c_is_fixed_at_80_percent_and_37_500_euros_are_claimed() {
        let fixed = final_grant(settlement(Financing::Share, euros(1_078_125)));
        assert_eq!(fixed, Ok(euros(862_500)));
        let after = follow_up(euros(862_500), euros(900_000), None);
        assert_eq!(after, FollowUp::Claim(euros(37_500)));
    }

    #[test]
    fn lower_expenditure_lowers_each_kind_by_its_own_formula() {
        let fixed = |financing, eligible| final_grant(settlement(financing, euros(eligible)));
        assert_eq!(fixed(Financing::Share, 1_000_000), Ok(euros(800_000)));
        assert_eq!(fixed(Financing::Shortfall, 1_000_000), Ok(euros(775_000)));
        assert_eq!(fixed(Financing::Full, 950_000), Ok(euros(850_000)));
        assert_eq!(fixed(Financing::FixedAmount, 1_000_000), Ok(euros(900_000)));
        assert_eq!(fixed(Financing::FixedAmount, 899_999), Ok(euros(899_999)));
    }

    #[test]
    fn higher_expenditure_never_raises_a_grant() {
        for financing in
            [Financing::Share, Financing::Shortfall, Financing::FixedAmount, Financing::Full]
        {
            let fixed = final_grant(settlement(financing, euros(5_000_000)));
            assert_eq!(fixed, Ok(euros(900_000)), "{financing:?}");
        }
    }

    #[test]
    fn new_funds_of_others_lower_shortfall_and_full_financing_in_full_and_a_share_not() {
        let fixed = |financing, third_party| {
            let eligible = euros(1_125_000);
            final_grant(Settlement { third_party, ..settlement(financing, eligible) })
        };
        assert_eq!(fixed(Financing::Shortfall, euros(100_000)), Ok(euros(900_000)));
        assert_eq!(fixed(Financing::Shortfall, euros(140_000)), Ok(euros(860_000)));
        assert_eq!(fixed(Financing::Shortfall, euros(2_000_000)), Ok(Money::ZERO));
        assert_eq!(fixed(Financing::Full, euros(265_000)), Ok(euros(860_000)));
        assert_eq!(fixed(Financing::Share, euros(140_000)), Ok(euros(900_000)));
    }

    #[test]
    fn nothing_spent_leaves_nothing_and_a_share_without_quota_is_refused() {
        for financing in
            [Financing::Share, Financing::Shortfall, Financing::FixedAmount, Financing::Full]
        {
            assert_eq!(final_grant(settlement(financing, Money::ZERO)), Ok(Money::ZERO));
        }
        let unknown = Settlement { quota: None, ..settlement(Financing::Share, euros(1)) };
        assert_eq!(final_grant(unknown), Err(MissingQuota));
    }

    #[test]
    fn the_rest_is_paid_the_excess_claimed_and_the_exact_amount_settled() {
        let (due, cent) = (euros(862_500), Money::from_cents(1));
        assert_eq!(follow_up(due, euros(450_000), None), FollowUp::Supplementary(euros(412_500)));
        assert_eq!(follow_up(due, due - cent, None), FollowUp::Supplementary(cent));
        assert_eq!(follow_up(due, due + cent, None), FollowUp::Claim(cent));
        assert_eq!(follow_up(due, due, None), FollowUp::Settled);
    }

    #[test]
    fn a_small_claim_up_to_and_including_the_limit_is_not_raised() {
        let (due, limit) = (euros(862_500), Some(euros(500)));
        let cent = Money::from_cents(1);
        let after = |paid| follow_up(due, paid, limit);
        assert_eq!(after(due + euros(500)), FollowUp::BelowLimit(euros(500)));
        assert_eq!(after(due + euros(500) + cent), FollowUp::Claim(euros(500) + cent));
        assert_eq!(after(due), FollowUp::Settled);
        assert_eq!(after(due - cent), FollowUp::Supplementary(cent), "a limit for claims only");
    }

    #[test]
    fn a_plan_shows_what_the_recipient_bears_and_whether_it_balances() {
        let plan = Plan {
            total: euros(1_200_000),
            eligible: euros(1_125_000),
            third_party: euros(100_000),
            own: euros(200_000),
        };
        assert_eq!(plan.own_share(euros(900_000)), euros(125_000));
        assert_eq!(plan.gap(euros(900_000)), Money::ZERO);
        assert_eq!(plan.gap(euros(899_000)), euros(1_000));
        assert_eq!(plan.own_share(euros(1_100_000)), euros(-75_000), "too high a grant");
    }
}
