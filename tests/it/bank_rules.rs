//! Messages that break the rules of ISO 20022 and leave nothing open: read, and the odd is said.

use foerderbuch::exchange::{Note, NoteKind};
use foerderbuch::text::{Lang, Text};

use super::bank_files::{bank, camt, month};

fn missing(name: &str) -> NoteKind {
    NoteKind::ElementMissing { name: name.into(), count: 1 }
}

fn odd(name: &str) -> NoteKind {
    NoteKind::OddElement { name: name.into(), count: 1 }
}

#[test]
fn a_message_that_lacks_what_the_rules_demand_is_read_and_says_what_it_lacks() {
    let good = month("100.00", "900100.00");
    let head = "<GrpHdr><MsgId>M1</MsgId><CreDtTm>2020-03-16T20:00:00</CreDtTm></GrpHdr>";
    let code = "<BkTxCd><Prtry><Cd>166</Cd></Prtry></BkTxCd>";
    let account = "<Acct><Id><IBAN>DE02120300000000202051</IBAN></Id><Ccy>EUR</Ccy></Acct>";
    let status = "<Sts><Cd>BOOK</Cd></Sts>";
    for (from, to, expected) in [
        (head, "", missing("BkToCstmrStmt/GrpHdr")),
        ("<MsgId>M1</MsgId>", "", missing("GrpHdr/MsgId")),
        ("<Stmt><Id>7</Id>", "<Stmt>", missing("Stmt/Id")),
        (account, "", missing("Stmt/Acct")),
        (code, "", missing("Ntry/BkTxCd")),
        (status, "", missing("Ntry/Sts")),
        (status, "<Sts>BOOK</Sts>", odd("Ntry/Sts")),
        ("<Ntry><Amt Ccy=\"EUR\">", "<Ntry><Amt>", missing("Amt/Ccy")),
        (code, "", missing("Ntry/BkTxCd")),
        ("<Ntry>", "<Ntry><Fee>1</Fee>", odd("Ntry/Fee")),
        (status, "<Sts><Cd>BOOK</Cd></Sts><NtryRef>1</NtryRef>", odd("Ntry/NtryRef")),
        ("<RmtInf>", "<Purp/><Purp/><RmtInf>", odd("TxDtls/Purp")),
        (account, "", missing("Stmt/Acct")),
    ] {
        let text = good.replacen(from, to, 1);
        assert_ne!(text, good, "{from}");
        let read = bank(text.as_bytes()).expect("nothing is open");
        let kinds: Vec<NoteKind> = read.notes.into_iter().map(|note| note.kind).collect();
        assert_eq!(kinds, [expected], "{from}");
        let entry = &read.statements[0].entries[0];
        assert_eq!(entry.amount.cents(), 90_000_000, "{from}");
    }
    let entry = good.find("<Ntry>").expect("an entry");
    let balances = good.find("<Bal>").expect("a balance")..entry;
    let bare = good.replace(&good[balances], "");
    let kinds: Vec<NoteKind> =
        bank(bare.as_bytes()).expect("read").notes.into_iter().map(|note| note.kind).collect();
    assert_eq!(kinds, [NoteKind::NoBalance(1)]);
    let none = bank(camt("08", "").as_bytes()).expect("read");
    assert_eq!(none.notes[0].kind, NoteKind::NoStatement);
}

#[test]
fn versions_are_held_to_their_own_rules() {
    let of = |version: &str, text: &str| {
        let read = bank(text.replace(".08\"", &format!(".{version}\"")).as_bytes()).expect("read");
        read.notes.into_iter().map(|note| note.kind).collect::<Vec<_>>()
    };
    let good = month("100.00", "900100.00");
    let old = good.replace("<Sts><Cd>BOOK</Cd></Sts>", "<Sts>BOOK</Sts>");
    assert_eq!(of("06", &good), [odd("Ntry/Sts")]);
    assert_eq!(of("06", &old), []);
    // A statement says when it was made until .06, a transaction has its own amount from .03 on.
    let undated = |text: &str| {
        text.replacen("</ElctrncSeqNb><CreDtTm>2020-03-16T20:00:00</CreDtTm>", "</ElctrncSeqNb>", 1)
    };
    assert_eq!(of("06", &undated(&old)), [missing("Stmt/CreDtTm")]);
    assert_eq!(of("08", &undated(&good)), []);
    let amount = "<Amt Ccy=\"EUR\">900000.00</Amt><CdtDbtInd>CRDT</CdtDbtInd><RltdPties>";
    let plain = |text: &str| text.replacen(amount, "<RltdPties>", 1);
    assert_ne!(plain(&good), good);
    assert_eq!(of("02", &plain(&old)), []);
    assert_eq!(of("04", &plain(&old)), [missing("TxDtls/Amt"), missing("TxDtls/CdtDbtInd")]);
    assert_eq!(of("08", &plain(&good)), []);
    // An account may be known by its proxy alone from .10 on.
    let proxy = |text: &str| text.replace("<Id><IBAN>DE02120300000000202051</IBAN></Id>", "");
    assert_eq!(of("08", &proxy(&good)), [missing("Acct/Id")]);
    assert_eq!(of("10", &proxy(&good)), []);
}

#[test]
fn what_is_odd_in_every_entry_is_said_once_with_its_number() {
    let good = month("100.00", "900100.00");
    let from = good.find("<Ntry>").expect("an entry");
    let entry = good[from..].split("</Stmt>").next().expect("its end").to_owned();
    let bare = entry.replace("<BkTxCd><Prtry><Cd>166</Cd></Prtry></BkTxCd>", "");
    let text = good.replace(&entry, &bare.repeat(1_200)).replace("900100.00", "1080000100.00");
    let read = bank(text.as_bytes()).expect("readable");
    let [Note { kind, line, .. }] = read.notes.as_slice() else { panic!("{:?}", read.notes) };
    assert_eq!(*kind, NoteKind::ElementMissing { name: "Ntry/BkTxCd".into(), count: 1_200 });
    assert_eq!(*line, 2, "the first of them");
    let note = read.notes[0].clone();
    assert_eq!(
        Text::new(Lang::De).file_note(&note),
        "Zeile 2: „Ntry/BkTxCd“ fehlt, obwohl die Regeln der Nachricht es verlangen, hier zum \
         ersten Mal, insgesamt 1.200-mal."
    );
    assert_eq!(
        Text::new(Lang::En).file_note(&Note { kind: odd("Ntry/Sts"), ..note }),
        "Line 2: “Ntry/Sts” is not written as the rules of the message say."
    );
}

#[test]
fn a_payment_reference_that_is_no_random_uuid_is_said_and_a_good_one_is_not() {
    let good = month("100.00", "900100.00");
    let with = |reference: &str| {
        let text = good.replace("</Refs>", &format!("<UETR>{reference}</UETR></Refs>"));
        let read = bank(text.as_bytes()).expect("nothing is open");
        let kept = &read.statements[0].entries[0].references;
        assert!(kept.iter().any(|it| it == reference), "{kept:?}");
        read.notes.into_iter().map(|note| note.kind).collect::<Vec<_>>()
    };
    assert_eq!(with("b009c997-97b3-4a9c-803c-d645a7276bf0"), []);
    for bad in [
        "d0826d0f-a005-5e3b-b3dc-54da4ac7f0d0",
        "B009C997-97B3-4A9C-803C-D645A7276BF0",
        "b009c99797b34a9c803cd645a7276bf0",
        "b009c997-97b3-4a9c-c03c-d645a7276bf0",
        "RATE1",
    ] {
        assert_eq!(with(bad), [odd("Refs/UETR")], "{bad}");
    }
}
