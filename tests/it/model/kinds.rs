//! What the rules say of each kind, written down a second time: one row per kind.

/// Nature of a kind.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Nature {
    Decision,
    Fact,
    Record,
}

/// What is expected of the events of a kind.
#[derive(Debug)]
pub struct Row {
    pub kind: &'static str,
    pub nature: Nature,
    /// `Some(true)` names a recipient, `Some(false)` names none, `None` as it comes.
    pub recipient: Option<bool>,
    pub second_person: bool,
    pub voucher: bool,
    pub roles: Vec<&'static str>,
    pub refers_to: Vec<&'static str>,
    /// Kinds of which only one may follow what is referred to.
    pub rivals: Vec<&'static str>,
}

/// kind | nature: decision, fact, record | n(o), y(es) or e(ither) recipient, 2(nd person),
/// v(oucher) | roles | refers to | rivals
const TABLE: &str = "
programme_founded | record | n | | |
person_enrolled | record | n | administrator | |
setting_made | record | n | budget_officer | |
title_registered | record | n | budget_officer | |
appropriation_drafted | record | n | budget_officer | |
appropriation_voted | fact | n v | budget_officer | |
supplement_voted | fact | n v | budget_officer | |
excess_granted | fact | n v | budget_officer | |
cover_moved | decision | n v | budget_officer | |
block_set | fact | n v | budget_officer | |
block_lifted | fact | n v | budget_officer | block_set |
authority_voted | fact | n v | budget_officer | |
authority_blocked | fact | n v | budget_officer | |
authority_unblocked | fact | n v | budget_officer | authority_blocked |
authority_lapsed | fact | n v | budget_officer | |
provisional_management_set | record | n | budget_officer | |
books_closed | record | n v | budget_officer | |
carry_over_formed | fact | e v | budget_officer | |
funds_lapsed | fact | n v | budget_officer | |
year_settled | record | n v | budget_officer | |
recipient_registered | record | y | desk_officer | |
bank_account_recorded | record | y | desk_officer | |
bank_account_confirmed | record | y 2 | desk_officer | bank_account_recorded |
application_received | record | y | desk_officer | |
examination_noted | record | y | desk_officer | application_received |
application_examined | record | y | desk_officer | application_received |
early_start_consented | record | y 2 | approver | application_received |
application_rejected | record | y 2 | approver | application_received | grant_issued application_rejected application_withdrawn
application_withdrawn | record | y | desk_officer | application_received | grant_issued application_rejected application_withdrawn
grant_issued | decision | y 2 v | approver | application_received | grant_issued application_rejected application_withdrawn
notice_announced | record | y | desk_officer | grant_issued | notice_announced
remedy_waived | record | y | desk_officer | grant_issued | remedy_waived
notice_challenged | record | y | desk_officer | grant_issued |
challenge_ended | record | y | desk_officer | notice_challenged | challenge_ended
grant_amended | record | y | approver | |
grant_increased | decision | y v | approver | |
grant_reduced | decision | y v | approver | |
due_shifted | decision | y v | approver | |
beneficiary_named | record | y | desk_officer | |
draw_requested | decision | y v | desk_officer | |
arithmetic_attested | record | y 2 | desk_officer | draw_requested |
factually_attested | record | y 2 | attester | draw_requested |
draw_sent_back | record | y | attester approver | draw_requested |
draw_reduced | decision | y 2 v | approver | draw_requested |
draw_rejected | decision | y 2 v | approver | draw_requested |
draw_withdrawn | decision | y v | desk_officer | draw_requested |
payment_ordered | decision | y 2 v | approver | draw_requested |
order_handed_over | record | y | desk_officer | payment_ordered | order_handed_over order_cancelled
order_cancelled | decision | y v | approver | payment_ordered | payment_confirmed order_cancelled
payment_confirmed | fact | y 2 v | desk_officer | payment_ordered | payment_confirmed order_cancelled
payment_reconciled | record | y | desk_officer | payment_confirmed held_paid | payment_reconciled
payment_returned | fact | y v | desk_officer | payment_confirmed held_paid |
held_ordered | record | y 2 v | approver | payment_returned |
held_paid | fact | y 2 v | desk_officer | held_ordered |
payment_rebooked | fact | y v | desk_officer | payment_confirmed held_paid payment_rebooked |
proof_received | record | y | desk_officer | |
proof_reminded | record | y | desk_officer | |
proof_checked | record | y 2 | desk_officer approver | proof_received | proof_checked
claim_raised | decision | y 2 v | approver | payment_confirmed held_paid payment_rebooked |
claim_annulled | fact | y v | approver | claim_raised |
claim_deferred | record | y v | approver | claim_raised |
claim_waived | decision | y 2 v | approver | claim_raised |
claim_repaid | fact | y v | desk_officer | claim_raised |
unused_returned | fact | y v | desk_officer | payment_confirmed held_paid payment_rebooked |
commitment_restored | decision | y v | approver | unused_returned |
interest_assessed | decision | y v | approver | claim_raised payment_confirmed held_paid payment_rebooked |
interest_received | fact | y v | desk_officer | interest_assessed |
interest_waived | decision | y 2 v | approver | interest_assessed |
case_closed | record | y | approver | |
reversed | decision | e | | * |
milestone_planned | record | e | desk_officer | |
milestone_forecast | record | e | desk_officer | |
milestone_reached | record | e | desk_officer | |
indicator_defined | record | e | desk_officer | |
indicator_read | record | e | desk_officer | |
document_issued | record | e | desk_officer approver budget_officer | |
ledger_restored | record | n | desk_officer approver budget_officer administrator | |
cash_list_read | record | n v | desk_officer | |
";

/// All rows; the number of a kind is its place here.
pub fn rows() -> &'static [Row] {
    static ROWS: std::sync::OnceLock<Vec<Row>> = std::sync::OnceLock::new();
    ROWS.get_or_init(|| TABLE.lines().filter(|line| !line.is_empty()).map(row).collect())
}

fn row(line: &'static str) -> Row {
    let mut cells = line.split('|').map(str::trim);
    let mut cell = || cells.next().unwrap_or_default();
    let kind = cell();
    let nature = match cell() {
        "decision" => Nature::Decision,
        "fact" => Nature::Fact,
        _ => Nature::Record,
    };
    let flags = cell();
    let mut words = || cell().split_whitespace().collect::<Vec<_>>();
    Row {
        kind,
        nature,
        recipient: match flags.chars().next() {
            Some('n') => Some(false),
            Some('y') => Some(true),
            _ => None,
        },
        second_person: flags.contains('2'),
        voucher: flags.contains('v'),
        roles: words(),
        refers_to: words(),
        rivals: words(),
    }
}

/// Number of a kind.
pub fn number(kind: &str) -> usize {
    rows().iter().position(|row| row.kind == kind).unwrap_or_else(|| panic!("no kind {kind}"))
}

/// The row of a kind.
pub fn of(kind: &str) -> &'static Row {
    &rows()[number(kind)]
}
