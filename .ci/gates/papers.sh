# shellcheck shell=bash
# The gate of the papers. Sourced by .ci/run.

# A data sheet for the first entry of every kind that has one; a check of a proof has one only if
# a hearing follows from it.
sheets() {
    local kind entry
    for kind in payment_ordered held_ordered payment_rebooked claim_raised claim_repaid \
        unused_returned interest_assessed grant_issued grant_increased grant_reduced \
        grant_amended due_shifted proof_reminded proof_checked claim_annulled claim_deferred \
        claim_waived interest_waived commitment_restored; do
        for entry in $("$program" journal "$work/papers-2022.foerderbuch" --json |
            python3 -c "import json, sys
print(*(e['seq'] for e in json.load(sys.stdin) if e['kind'] == '$kind'))"); do
            "$program" sheet "$work/papers-2022.foerderbuch" --entry "$entry" --lang "$1" \
                --out "$1/sheet-$kind.pdf" && break
        done
        [ -f "$1/sheet-$kind.pdf" ] || fail "no data sheet for $kind"
    done
}

# A ledger whose papers carry a logo; a copy of each language, for one put back is not booked in.
letterhead() {
    local line='{"kind":"setting_made","effective_on":"2020-12-01","body":{"setting":{"name":'
    line+='"letterhead","authority":{"name":"Landesamt","line":"Am Anger 9","town":"Erfurt",'
    line+='"contact":"amt@example.org"},"logo":"<svg xmlns=\"http://www.w3.org/2000/svg\" '
    line+='viewBox=\"0 0 90 40\"><circle cx=\"20\" cy=\"20\" r=\"19\" fill=\"#1f4e8c\"/>'
    line+='<path d=\"M50 9H88M50 30H75\" stroke=\"#123\" stroke-width=\"6\"/></svg>"}}}'
    cp "$work/papers.foerderbuch" "$work/letterhead-$1.foerderbuch"
    "$program" book "$work/letterhead-$1.foerderbuch" --as 'D. Kern' - <<<"$line"
}

# The bank's file of the county's account, with one payment missing, as a Sparkasse writes it.
bank_file() {
    printf '%s\n' 'Auftragskonto;Buchungstag;Valutadatum;Verwendungszweck;Betrag;Waehrung' \
        'DE84123456780016064711;21.10.2020;21.10.2020;16066-DIG-0001 EG-2020-001;900.000,00;EUR' \
        'DE84123456780016064711;23.11.2020;23.11.2020;16066-DIG-0001 EG-2020-001;800.000,00;EUR' \
        'DE84123456780016064711;14.12.2020;14.12.2020;Kfz-Steuer;-120,00;EUR' >"$work/bank.csv"
}

# Every paper of the sample in both languages, of a day on which there was next to nothing, and of
# one on which there is everything; in thousands of euros too.
papers() {
    local lang kind unit issued
    cd "$kept"
    "$program" sample "$work/papers.foerderbuch"
    "$program" sample --through 2022 "$work/papers-2022.foerderbuch"
    "$tools/check_pdf.sh" --setup
    bank_file
    "$program" extract "$work/papers.foerderbuch" --recipient 16066 \
        --out "$work/extract.foerderbuch"
    for lang in de en; do
        mkdir -p "$lang"
        "$program" statement "$work/papers.foerderbuch" --all --lang "$lang" --out "$lang"
        for kind in programme counties grants milestones proofs budget claims journal; do
            "$program" report "$work/papers.foerderbuch" --kind "$kind" --lang "$lang" \
                --out "$lang/$kind.pdf"
            # The journal gives every amount exactly.
            unit=teur
            [ "$kind" != journal ] || unit=eur
            "$program" report "$work/papers-2022.foerderbuch" --kind "$kind" --lang "$lang" \
                --as-of 2022-12-31 --unit "$unit" --out "$lang/$kind-later.pdf"
            "$program" report "$work/papers.foerderbuch" --kind "$kind" --lang "$lang" \
                --known-at 1 --as-of 2019-01-01 --out "$lang/$kind-empty.pdf"
            "$program" report "$work/papers.foerderbuch" --kind "$kind" --lang "$lang" \
                --out "$lang/$kind.xlsx"
        done
        "$program" difference "$work/papers.foerderbuch" --between 120 276 --lang "$lang" \
            --out "$lang/difference.pdf"
        "$program" verify "$work/papers.foerderbuch" --deep --lang "$lang" \
            --protocol "$lang/verification.pdf"
        "$program" compare "$work/papers.foerderbuch" --recipient 16066 --bank "$work/bank.csv" \
            --lang "$lang" --out "$lang/comparison.pdf"
        "$program" statement "$work/extract.foerderbuch" --lang "$lang" --out "$lang/extract.pdf"
        sheets "$lang"
        issued=$work/issued-$lang.foerderbuch
        cp "$work/papers.foerderbuch" "$issued"
        "$program" statement "$issued" --recipient 16066 --issue --as 'A. Weber' --lang "$lang" \
            --out "$lang/issued.pdf"
        "$program" check-paper "$lang/issued.pdf" --against "$issued"
        "$program" published "$issued" --lang "$lang" --out "$lang/published.pdf"
        letterhead "$lang"
        "$program" statement "$work/letterhead-$lang.foerderbuch" --recipient 16066 --lang "$lang" \
            --out "$lang/letterhead.pdf"
        "$program" report "$work/letterhead-$lang.foerderbuch" --kind counties --lang "$lang" \
            --out "$lang/letterhead-report.pdf"
        # Claims, set-off and two grants of one recipient; and a difference without one.
        "$program" statement "$work/papers-2022.foerderbuch" --all --lang "$lang" \
            --as-of 2022-12-31 --out "$lang"
        "$program" difference "$work/papers.foerderbuch" --between 275 276 --lang "$lang" \
            --out "$lang/difference-none.pdf"
        "$tools/check_pdf.sh" --details --lang "$lang" "$lang"/*.pdf
        pictures "$lang"
    done
}

# pictures FOLDER: every page of every paper as a small picture beside it, to look through.
pictures() {
    local paper
    for paper in "$1"/*.pdf; do
        nice pdftoppm -r 60 -png "$paper" "${paper%.pdf}"
        compgen -G "${paper%.pdf}-*.png" >/dev/null || fail "$paper has no picture"
    done
}
