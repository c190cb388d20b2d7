//! The article with its claims marked: one page that needs nothing else.

use std::fmt::Write as _;

use super::{Part, Piece, content_text, pieces};
use crate::claim::Claim;
use crate::document::Document;

const STYLE: &str = "\
:root { color-scheme: light dark; font: 1.05rem/1.6 Georgia, serif }
body { max-width: 75rem; margin: 2rem auto; padding: 0 1rem; display: grid; grid-template-columns: 3fr 2fr; gap: 3rem }
h1 { grid-column: 1 / -1; font-size: 1.2rem; margin: 0 }
article { white-space: pre-wrap; overflow-wrap: anywhere }
mark { background: none; color: inherit }
mark.content { background: #ffe9a8 } mark.mixed { background: #d9efd0 } mark.indirect { background: #d5e6f7 }
mark.cue { border-bottom: 2px dotted #a33 } mark.via, mark.addressee { border-bottom: 2px solid #777 }
mark.speaker { font-weight: bold }
ol { font-size: .9rem; padding: 0; list-style: none } li { margin-bottom: 1em } li:target, mark:target { outline: 2px solid #a33 }
small { opacity: .75 }
@media (max-width: 50rem) { body { grid-template-columns: 1fr } }
@media (prefers-color-scheme: dark) { mark.content { background: #5a4a10 } mark.mixed { background: #2c4a20 } mark.indirect { background: #1f3d5c } }
";

/// The document as one self-contained HTML page: the article with its claims marked, and a list of who said what.
///
/// The article's text is escaped; nothing of it can run.
///
/// ```
/// let doc = dixit::Analyzer::new().analyze("« Le pont tiendra », a assuré Odile Brun.");
/// let html = dixit::format::html(&doc, Some("<pont>"));
/// assert!(html.contains("<h1>&lt;pont&gt;</h1>"));
/// ```
#[must_use]
pub fn html(doc: &Document<'_>, name: Option<&str>) -> String {
    let mut out = String::with_capacity(doc.text().len() * 2 + STYLE.len());
    let title = name.unwrap_or("dixit");
    out.push_str("<!DOCTYPE html>\n<html lang=\"fr\">\n<meta charset=\"utf-8\">\n");
    out.push_str(
        "<meta name=\"viewport\" content=\"width=device-width, initial-scale=1\">\n<title>",
    );
    escape(&mut out, title);
    let _ = write!(out, "</title>\n<style>\n{STYLE}</style>\n<h1>");
    escape(&mut out, title);
    out.push_str("</h1>\n<article>");
    article(&mut out, doc);
    out.push_str("</article>\n<ol>\n");
    for claim in doc.claims() {
        item(&mut out, doc, claim);
    }
    out.push_str("</ol>\n</html>\n");
    out
}

/// Spans overlap and cross paragraphs, elements may not: the text is cut at every border, and each stretch tells all that covers it.
fn article(out: &mut String, doc: &Document<'_>) {
    let pieces = pieces(doc);
    let mut borders: Vec<usize> = pieces
        .iter()
        .flat_map(|p| [p.span.start(), p.span.end()])
        .collect();
    borders.extend([0, doc.text().len()]);
    borders.sort_unstable();
    borders.dedup();
    let mut ahead = pieces.iter().peekable();
    let mut open: Vec<&Piece> = Vec::new();
    let mut anchored = vec![false; doc.claims().len()];
    for stretch in borders.windows(2) {
        let (start, end) = (stretch[0], stretch[1]);
        open.retain(|p| p.span.end() > start);
        while let Some(piece) = ahead.next_if(|p| p.span.start() <= start) {
            open.push(piece);
        }
        if open.is_empty() {
            escape(out, &doc.text()[start..end]);
            continue;
        }
        out.push_str("<mark");
        // A claim's own link leads to the first stretch of its content; one stretch can carry one id.
        if let Some(p) = open
            .iter()
            .find(|p| p.part == Part::Content && !anchored[p.claim])
        {
            anchored[p.claim] = true;
            let _ = write!(out, " id=\"c{}\"", p.claim);
        }
        let mut classes: Vec<&str> = open.iter().map(|p| class(p.part)).collect();
        // The innermost content gives the colour.
        if let Some(inner) = open.iter().rfind(|p| p.part == Part::Content) {
            classes.push(doc.claims()[inner.claim].kind().as_str());
        }
        classes.sort_unstable();
        classes.dedup();
        let mut claims: Vec<usize> = open.iter().map(|p| p.claim).collect();
        claims.sort_unstable();
        claims.dedup();
        let claims: Vec<String> = claims.iter().map(usize::to_string).collect();
        let _ = write!(
            out,
            " class=\"{}\" data-claims=\"{}\">",
            classes.join(" "),
            claims.join(" ")
        );
        escape(out, &doc.text()[start..end]);
        out.push_str("</mark>");
    }
}

fn class(part: Part) -> &'static str {
    match part {
        Part::Content => "content",
        Part::Cue => "cue",
        Part::Addressee => "addressee",
        Part::Via => "via",
        Part::Speaker => "speaker",
    }
}

fn item(out: &mut String, doc: &Document<'_>, claim: &Claim) {
    let id = claim.id().index();
    let _ = write!(out, "<li id=\"l{id}\"><a href=\"#c{id}\">{id}</a> <b>");
    let mention = claim.attribution().mention().map(|m| doc.slice(m));
    escape(
        out,
        doc.speaker(claim)
            .map(crate::entity::Entity::name)
            .or(mention)
            .unwrap_or("?"),
    );
    let _ = write!(out, "</b> <small>{}</small><br>", claim.kind());
    escape(out, &content_text(doc, claim));
    for relay in claim.relays() {
        out.push_str("<br><small>via ");
        escape(out, doc.slice(relay.span));
        out.push_str("</small>");
    }
    out.push_str("</li>\n");
}

fn escape(out: &mut String, text: &str) {
    let mut rest = text;
    while let Some(at) = rest.find(['&', '<', '>', '"', '\'', '\0']) {
        out.push_str(&rest[..at]);
        out.push_str(match rest.as_bytes()[at] {
            b'&' => "&amp;",
            b'<' => "&lt;",
            b'>' => "&gt;",
            b'"' => "&quot;",
            b'\'' => "&#39;",
            // NUL may not stand in HTML.
            _ => "\u{fffd}",
        });
        rest = &rest[at + 1..];
    }
    out.push_str(rest);
}

#[cfg(test)]
mod tests {
    use super::html;
    use crate::format::sample;

    #[test]
    fn escaped_and_whole() {
        let page = html(&sample::document(), None);
        let article = page
            .split("<article>")
            .nth(1)
            .unwrap()
            .split("</article>")
            .next()
            .unwrap();
        assert!(!article.contains("<Matin"));
        // Without its tags and entities the article is the text itself.
        let mut plain = String::new();
        let mut inside = false;
        for c in article.chars() {
            match c {
                '<' => inside = true,
                '>' => inside = false,
                c if !inside => plain.push(c),
                _ => {}
            }
        }
        let plain = plain
            .replace("&lt;", "<")
            .replace("&gt;", ">")
            .replace("&quot;", "\"")
            .replace("&#39;", "'");
        assert_eq!(plain.replace("&amp;", "&"), sample::TEXT);
    }

    #[test]
    fn tags_are_balanced_and_anchors_unique() {
        let page = html(&sample::document(), None);
        assert_eq!(
            page.matches("<mark ").count(),
            page.matches("</mark>").count()
        );
        for id in 0..5 {
            assert_eq!(
                page.matches(&format!("id=\"c{id}\"")).count(),
                1,
                "claim {id}"
            );
        }
        assert!(page.contains("<mark class=\"cue speaker\" data-claims=\"0\">elle</mark>"));
    }
}
