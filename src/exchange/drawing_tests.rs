//! What is read of an SVG, and what is refused by name.

use super::*;

fn svg(inside: &str) -> String {
    format!(
        "<?xml version=\"1.0\"?><!DOCTYPE svg PUBLIC \"-//W3C//DTD SVG 1.1//EN\" \"x.dtd\">\
         <svg xmlns=\"{SVG}\" xmlns:xlink=\"http://www.w3.org/1999/xlink\" \
         xmlns:x=\"urn:x\" viewBox=\"0 0 100 50\">{inside}</svg>"
    )
}

fn fault(inside: &str) -> Fault {
    made(svg(inside).as_bytes()).expect_err(inside)
}

#[test]
fn areas_strokes_and_repeats_become_areas_of_plain_colours() {
    let drawing = made(
        svg("<title>Logo</title><x:own><x:text/></x:own>\
             <defs><path id=\"a\" d=\"M0 0h10v10h-10z\"/><linearGradient id=\"g\"><stop/>\
             </linearGradient></defs>\
             <style>.b { fill: #1f4e8c }</style>\
             <rect class=\"b\" width=\"100\" height=\"50\"/>\
             <use href=\"#a\" fill=\"#fff\" transform=\"translate(20 20)\"/>\
             <path d=\"M10 25H90\" stroke=\"red\" stroke-width=\"4\" fill=\"none\"/>\
             <circle cx=\"50\" cy=\"25\" r=\"10\" fill-rule=\"evenodd\"/>")
        .as_bytes(),
    )
    .expect("a drawing");
    let fills: Vec<_> = drawing.areas.iter().map(|area| area.fill).collect();
    assert_eq!(fills, [[0x1f, 0x4e, 0x8c], [255; 3], [255, 0, 0], [0; 3]]);
    assert_eq!((drawing.width, drawing.height), (SIDE, SIDE / 2));
    let corner = drawing.areas[1].steps[0];
    assert_eq!(corner, Step::Move((SIDE / 5, SIDE / 5)));
    assert!(drawing.areas[3].even_odd);
    let line: Vec<Place> = drawing.areas[2].steps.iter().flat_map(|step| step.places()).collect();
    assert!(line.iter().all(|(_, y)| (SIDE * 23 / 100..=SIDE * 27 / 100).contains(y)), "{line:?}");
    assert_eq!(drawing.to_string().parse(), Ok(drawing));
}

#[test]
fn a_drawing_is_cut_to_what_is_drawn_and_a_frame_around_the_page_clips_nothing() {
    let drawing = made(
        svg("<clipPath id=\"c\"><rect width=\"100\" height=\"50\"/></clipPath>\
             <g clip-path=\"url(#c)\"><rect x=\"40\" y=\"20\" width=\"20\" height=\"10\"/></g>")
        .as_bytes(),
    )
    .expect("a drawing");
    assert_eq!((drawing.width, drawing.height), (SIDE, SIDE / 2));
    assert_eq!(drawing.areas[0].steps[0], Step::Move((0, 0)));
}

#[test]
fn what_cannot_be_printed_is_refused_by_name() {
    let element = |name: &str| Fault::Element(name.to_owned());
    let outside = |name: &str| Fault::Outside(name.to_owned());
    let rect = "<rect width=\"9\" height=\"9\"";
    let cases = [
        ("<text>A</text>".to_owned(), element("text")),
        ("<image href=\"data:image/png;base64,AAAA\"/>".to_owned(), element("image")),
        ("<script>alert(1)</script>".to_owned(), element("script")),
        ("<foreignObject/>".to_owned(), element("foreignObject")),
        ("<a xlink:href=\"https://example.org\"/>".to_owned(), element("a")),
        (format!("{rect} onclick=\"x()\"/>"), element("script")),
        ("<use href=\"other.svg#a\"/>".to_owned(), outside("other.svg#a")),
        (format!("{rect} fill=\"url(http://x/y#z)\"/>"), outside("http://x/y#z)")),
        ("<style>@import 'x.css';</style>".to_owned(), outside("@import")),
        (
            "<g id=\"a\"><use href=\"#b\"/></g><g id=\"b\"/><use href=\"#a\"/>".to_owned(),
            element("use"),
        ),
        (
            format!(
                "<linearGradient id=\"g\"><stop offset=\"0\"/><stop offset=\"1\" \
                 stop-color=\"red\"/></linearGradient>{rect} fill=\"url(#g)\"/>"
            ),
            Fault::Property("linearGradient"),
        ),
        (format!("{rect} opacity=\"0.5\"/>"), Fault::Property("opacity")),
        (format!("{rect} fill-opacity=\"0.5\"/>"), Fault::Property("opacity")),
        (
            format!(
                "<clipPath id=\"c\"><circle r=\"4\"/></clipPath>{rect} clip-path=\"url(#c)\"/>"
            ),
            Fault::Property("clip-path"),
        ),
        ("<rect x=\"90\" width=\"20\" height=\"9\"/>".to_owned(), Fault::BeyondEdge),
        (format!("{rect} fill=\"none\"/>"), Fault::Nothing),
        (String::new(), Fault::Nothing),
        (format!("{}{}", "<g>".repeat(70), "</g>".repeat(70)), Fault::TooDeep(64)),
        ("<g/>".repeat(20_001), Fault::TooMany(20_000)),
        (
            format!("{}{}", "<g id=\"a\"/>".repeat(200), "<use href=\"#a\"/>".repeat(200)),
            Fault::TooMany(20_000),
        ),
        ("<rect width=\"1\" height=\"1\"/>".repeat(1_001), Fault::TooMany(MOST_AREAS)),
    ];
    for (inside, expected) in cases {
        assert_eq!(fault(&inside), expected, "{}", shortened(&inside));
    }
}

#[test]
fn what_is_no_svg_is_refused() {
    let entity = "<!DOCTYPE svg [<!ENTITY a \"aa\">]><svg xmlns=\"http://www.w3.org/2000/svg\"/>";
    let deep = "<svg>".repeat(100_000);
    for (bytes, expected) in [
        (&b""[..], Fault::NoSvg),
        (b"%PDF-1.7", Fault::NoSvg),
        (b"<html xmlns=\"http://www.w3.org/1999/xhtml\"/>", Fault::NoSvg),
        (b"<svg/>", Fault::NoSvg),
        (b"\xff\xfe<", Fault::NoSvg),
        (&[0x1f, 0x8b, 8, 0], Fault::Packed),
        (entity.as_bytes(), Fault::Entity),
        (deep.as_bytes(), Fault::NoSvg),
        (&vec![b' '; MOST_BYTES + 1], Fault::TooLarge(512)),
    ] {
        assert_eq!(made(bytes), Err(expected));
    }
}
