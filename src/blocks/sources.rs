//! The sources an article states about itself: `(afp/nxp)`, `PARIS (Reuters) -`, `Source : X`.
//!
//! A wrong source is worse than none. In brackets only known agencies count, and only where a byline can stand; another name
//! must be announced (« avec », « source : »), stand in a dateline with its date, and look like an agency's (« Agence Lumen »,
//! initials, a web address).

use std::sync::LazyLock;

use nom::Parser;
use nom::branch::alt;
use nom::bytes::complete::{tag, tag_no_case};
use nom::character::complete::{char, multispace0};
use nom::combinator::{eof, map, not, opt, value, verify};
use nom::multi::{many1, separated_list1};
use nom::sequence::terminated;
use nom::{IResult, Offset};
use regex::Regex;

use super::{Block, BlockKind};
use crate::span::Span;
use crate::tokens::{Token, TokenKind};

/// How much of a paragraph's end is searched, in bytes.
const TAIL_BYTES: usize = 160;
/// Longest name of a source, in bytes.
const NAME_BYTES: usize = 120;
/// Longest name of a known agency, in bytes.
const AGENCY_BYTES: usize = 24;

pub(super) fn find(text: &str, tokens: &[Token], list: &mut [Block]) -> Vec<Span> {
    let mut found = Vec::new();
    for block in list {
        let words = &tokens[block.tokens.start as usize..block.tokens.end as usize];
        let before = found.len();
        brackets(text, words, &mut found);
        dateline(text, words, before, &mut found);
        let lined = formulas(text, block, &mut found) || byline(text, block, before, &mut found);
        // A line that holds nothing but its source.
        let named: usize = found[before..].iter().map(|span: &Span| span.len()).sum();
        let furniture = matches!(
            block.kind,
            BlockKind::Paragraph | BlockKind::Heading | BlockKind::Credit
        );
        if furniture && (lined || found.len() > before && block.span.len() <= named + 32) {
            block.kind = BlockKind::SourceLine;
        }
        found[before..].sort_unstable();
    }
    found.dedup();
    found
}

/// `(AFP)`, `(avec Reuters)`, `(ats/nxp)` where they end a sentence, or `(Reuters) -` where it opens a dispatch.
fn brackets(text: &str, words: &[Token], found: &mut Vec<Span>) {
    for (i, open) in words.iter().enumerate() {
        if open.kind != TokenKind::Open {
            continue;
        }
        let start = open.span.end();
        let Ok((rest, list)) = agency_list(&text[start..]) else {
            continue;
        };
        let dispatch = matches!(rest.trim_start().chars().next(), Some('-' | '–' | '—'));
        // « l'Agence France-Presse (AFP) a dit »: an abbreviation, not a byline.
        let closes = i == 0 || matches!(words[i - 1].kind, TokenKind::Stop | TokenKind::Mark);
        if closes || dispatch || list.announced || list.names.len() > 1 {
            found.extend(list.names.iter().map(|name| span_of(text, name)));
        }
    }
}

struct AgencyList<'t> {
    names: Vec<&'t str>,
    /// « avec », « source : » stood before the names.
    announced: bool,
}

/// The inside of a bracket, up to and with the closing one, when it holds agencies and nothing else.
fn agency_list(i: &str) -> IResult<&str, AgencyList<'_>> {
    let (i, _) = multispace0(i)?;
    let (i, intro) = opt(announcement).parse(i)?;
    let (i, items) = if intro.is_some() {
        separated_list1(
            separator,
            alt((map(announced_name, Some), agency_or_filler)),
        )
        .parse(i)?
    } else {
        separated_list1(
            separator,
            alt((map(agency_name, Some), agency_or_filler, desk)),
        )
        .parse(i)?
    };
    let (i, _) = (
        multispace0,
        opt(char('.')),
        multispace0,
        alt((char(')'), char(']'))),
    )
        .parse(i)?;
    let names: Vec<&str> = items.into_iter().flatten().collect();
    if names.is_empty() {
        return Err(nom::Err::Error(nom::error::Error::new(
            i,
            nom::error::ErrorKind::Verify,
        )));
    }
    Ok((
        i,
        AgencyList {
            names,
            announced: intro.is_some(),
        },
    ))
}

fn announcement(i: &str) -> IResult<&str, ()> {
    let with = terminated(tag_no_case("avec"), many1(char(' ')));
    let source = terminated(
        alt((tag_no_case("sources"), tag_no_case("source"))),
        (multispace0, opt(char(':')), multispace0),
    );
    value((), alt((value((), with), value((), source)))).parse(i)
}

fn separator(i: &str) -> IResult<&str, ()> {
    let sign = (
        multispace0,
        alt((tag("/"), tag(","), tag("&"), tag("-"), tag("+"))),
        multispace0,
    );
    let word = alt((tag(" et avec "), tag(" et "), tag(" avec "), tag(" ")));
    alt((value((), sign), value((), word))).parse(i)
}

fn agency_or_filler(i: &str) -> IResult<&str, Option<&str>> {
    let (i, _) = opt(alt((
        tag("l'"),
        tag("l’"),
        tag("les "),
        tag("des "),
        tag("d'"),
        tag("d’"),
    )))
    .parse(i)?;
    alt((
        map(agency, Some),
        value(
            None,
            terminated(
                alt((tag_no_case("agences"), tag_no_case("agence"))),
                word_end,
            ),
        ),
    ))
    .parse(i)
}

/// A news agency, by its usual names. Longer names come first.
fn agency(i: &str) -> IResult<&str, &str> {
    let known = alt((
        alt((
            tag_no_case("agence france-presse"),
            tag_no_case("agence france presse"),
            tag_no_case("afp relaxnews"),
            tag_no_case("afp"),
            tag_no_case("reuters"),
            tag_no_case("associated press"),
            tag_no_case("keystone-ats"),
            tag_no_case("ats"),
            tag_no_case("apic"),
            tag_no_case("aps"),
            tag_no_case("ap"),
        )),
        alt((
            tag_no_case("agence belga"),
            tag_no_case("belga"),
            tag_no_case("nxp"),
            tag_no_case("dpa"),
            tag_no_case("xinhua"),
            tag_no_case("la presse canadienne"),
            tag_no_case("presse canadienne"),
            tag("PC"),
            tag_no_case("agence qmi"),
            tag_no_case("qmi"),
            tag_no_case("relaxnews"),
        )),
        alt((
            tag_no_case("etx daily up"),
            tag_no_case("etx studio"),
            tag_no_case("etx"),
            tag_no_case("bloomberg"),
            tag_no_case("6medias"),
            tag_no_case("6médias"),
            tag_no_case("ansa"),
            tag_no_case("efe"),
            tag_no_case("tass"),
            tag_no_case("interfax"),
            tag_no_case("kyodo"),
        )),
    ));
    terminated(known, word_end).parse(i)
}

/// « Agence Lumen », « agence de presse de la Vaume »: a name that says what it is.
fn agency_name(i: &str) -> IResult<&str, &str> {
    verify(outside_separators, |name: &str| {
        ["Agence ", "agence "].iter().any(|word| {
            name.strip_prefix(word)
                .is_some_and(|rest| rest.contains(char::is_uppercase) && rest.len() <= 40)
        })
    })
    .parse(i)
}

/// « rad » of « (rad/ats) »: the initials of who put the dispatch together.
fn desk(i: &str) -> IResult<&str, Option<&str>> {
    let letters = nom::bytes::complete::take_while_m_n(2, 4, |c: char| c.is_ascii_lowercase());
    value(None, terminated(letters, word_end)).parse(i)
}

/// Behind « avec »: an agency by its name, initials, or a web address.
fn announced_name(i: &str) -> IResult<&str, &str> {
    let (i, _) = opt(alt((
        tag("l'"),
        tag("l’"),
        tag("la "),
        tag("le "),
        tag("les "),
    )))
    .parse(i)?;
    alt((
        agency_name,
        agency,
        verify(outside_separators, |name: &str| {
            is_initials(name) || is_address(name)
        }),
    ))
    .parse(i)
}

/// What stands before the next sign that parts or closes a list of names.
fn outside_separators(i: &str) -> IResult<&str, &str> {
    // No further than a name goes: what follows a bracket may be the whole text.
    let mut near = i.len().min(NAME_BYTES + 8);
    while !i.is_char_boundary(near) {
        near -= 1;
    }
    let end = [")", "]", "/", ",", "&", "+", " et ", " avec ", "\n"]
        .iter()
        .filter_map(|sign| i[..near].find(sign))
        .min()
        .unwrap_or(near);
    let name = i[..end].trim_end_matches(['.', ' ', '\u{a0}']);
    if name.is_empty() || name.len() > NAME_BYTES {
        return Err(nom::Err::Error(nom::error::Error::new(
            i,
            nom::error::ErrorKind::Verify,
        )));
    }
    Ok((&i[name.len()..], name))
}

/// « ALP »: three to six capitals.
fn is_initials(name: &str) -> bool {
    (3..=6).contains(&name.len()) && name.chars().all(|c| c.is_ascii_uppercase())
}

/// « lerelais.fr »
fn is_address(name: &str) -> bool {
    let Some((host, end)) = name.rsplit_once('.') else {
        return false;
    };
    host.len() > 2
        && (2..=5).contains(&end.len())
        && end.chars().all(|c| c.is_ascii_lowercase())
        && !name.contains(char::is_whitespace)
        && host.starts_with(char::is_alphanumeric)
}

/// `FRÉVAL, 3 mars (ALP) -`: at the start of a block, a town with its date, a bracket and a dash.
fn dateline(text: &str, words: &[Token], from: usize, found: &mut Vec<Span>) {
    let Some(open) = words.iter().take(8).position(|t| t.kind == TokenKind::Open) else {
        return;
    };
    let Some(close) = words[open..]
        .iter()
        .take(8)
        .position(|t| t.kind == TokenKind::Close)
    else {
        return;
    };
    let before = &words[..open];
    let town = before.first().is_some_and(|t| {
        t.kind == TokenKind::Word && text[t.span.range()].starts_with(char::is_uppercase)
    });
    let dated = before.iter().any(|t| t.kind == TokenKind::Number)
        && before.iter().any(|t| t.kind == TokenKind::Comma);
    let dash = words
        .get(open + close + 1)
        .is_some_and(|t| t.kind == TokenKind::Dash);
    if !(town && dated && dash) || close < 2 {
        return;
    }
    let span = words[open + 1].span.to(words[open + close - 1].span);
    let name = &text[span.range()];
    let known = found[from..]
        .iter()
        .any(|f| f.start() >= span.start() && f.end() <= span.end());
    if !known && is_name(name) {
        found.push(span);
    }
}

/// A line that holds a source and nothing else: « Via Le Relais », « AFP », « Odile Brun / Agence Lumen ».
fn byline(text: &str, block: &Block, before: usize, found: &mut Vec<Span>) -> bool {
    let line = text[block.span.range()].trim();
    if line.len() > 80 || line.ends_with(['!', '?', ':', '»']) {
        return false;
    }
    let line = line.trim_end_matches('.');
    if let Some(rest) = line
        .strip_prefix("Via ")
        .or_else(|| line.strip_prefix("via "))
    {
        let rest = trim_name(rest.strip_prefix(": ").unwrap_or(rest));
        if (is_name(rest) || is_address(rest)) && rest.split_whitespace().count() <= 5 {
            found.push(span_of(text, rest));
            return true;
        }
        return false;
    }
    if matches!(block.kind, BlockKind::Title) {
        return false;
    }
    // « AFP », « Agence Lumen »
    if line.len() <= AGENCY_BYTES {
        let alone: IResult<&str, &str> = terminated(agency, eof).parse(line);
        if let Ok((_, name)) = alone {
            if name.starts_with(char::is_uppercase) {
                found.push(span_of(text, name));
                return true;
            }
        }
    }
    // « O. B. avec ALP », « Odile Brun / Agence Lumen »
    let joint = [" avec ", "Avec ", " / ", "Dépêche "]
        .iter()
        .filter_map(|sign| line.rfind(sign).map(|at| at + sign.len()))
        .max();
    let Some(from) = joint else { return false };
    let writer = line[..from].split_whitespace().count() <= 5
        && line[..from].split_whitespace().all(|w| {
            w.starts_with(char::is_uppercase)
                || matches!(w, "avec" | "/" | "et" | "de" | "La" | "la" | "rédaction")
        });
    let list: IResult<&str, Vec<Option<&str>>> = terminated(
        separated_list1(
            separator,
            alt((map(announced_name, Some), agency_or_filler)),
        ),
        eof,
    )
    .parse(&line[from..]);
    if let (true, Ok((_, names))) = (writer, list) {
        let known = found.len();
        for name in names.into_iter().flatten() {
            let span = span_of(text, name);
            if !found[before..].contains(&span) {
                found.push(span);
            }
        }
        return found.len() > known;
    }
    false
}

fn word_end(i: &str) -> IResult<&str, ()> {
    not(verify(nom::character::complete::anychar, |c: &char| {
        c.is_alphanumeric()
    }))
    .parse(i)
}

/// `Source : CNBC`, `Avec AFP`, `Cet article a été initialement publié sur le site d’Orval` at the end of a block.
/// True when the formula is all that the block holds.
fn formulas(text: &str, block: &Block, found: &mut Vec<Span>) -> bool {
    let line = &text[block.span.range()];
    let mut from = line.len().saturating_sub(TAIL_BYTES);
    while !line.is_char_boundary(from) {
        from += 1;
    }
    let tail = &line[from..];
    let whole = from == 0;
    if let Some((label, names)) = source_label(tail) {
        if label > 0 || whole {
            let before = found.len();
            found.extend(source_names(names).map(|name| span_of(text, name)));
            return found.len() > before && label == 0;
        }
    }
    if let Some(at) = tail.rfind("vec ") {
        let intro = tail[..at].trim_end_matches(['A', 'a']);
        // « Orval Info avec AFP » on a line, « … Avec AFP » after a sentence.
        let stands = whole && intro.len() <= 30
            || intro
                .trim_end()
                .ends_with(['.', '!', '?', '…', '»', '”', '"', '(']);
        if stands {
            if let Some(names) = agencies_to_the_end(&tail[at + 4..]) {
                found.extend(names.map(|name| span_of(text, name)));
                return false;
            }
        }
    }
    let republished = [
        "est paru",
        "initialement",
        "original",
        "originellement",
        "abord",
        "republi",
        "repris",
    ];
    if (tail.contains("ubli") || tail.contains("paru"))
        && republished.iter().any(|word| tail.contains(word))
    {
        if let Some(name) = PUBLISHED.captures(tail).and_then(|hit| hit.get(1)) {
            let name = trim_name(name.as_str());
            if is_name(name) {
                found.push(span_of(text, name));
                return whole;
            }
        }
    }
    false
}

fn span_of(text: &str, part: &str) -> Span {
    let at = text.offset(part);
    Span::new(at, at + part.len())
}

/// `Source : ` at the start of the tail or after a sentence: where the label begins, and what follows it.
fn source_label(tail: &str) -> Option<(usize, &str)> {
    let mut from = 0;
    while let Some(at) = tail[from..].find("ource").map(|at| at + from) {
        from = at + 5;
        let before = &tail[..at];
        if !before.ends_with(['S', 's']) {
            continue;
        }
        let before = before[..at - 1].trim_end_matches('(');
        if !before.is_empty()
            && !before
                .trim_end()
                .ends_with(['.', '!', '?', '…', '»', '”', '"', ')'])
        {
            continue;
        }
        let rest: IResult<&str, ()> = value(
            (),
            (
                opt(tag("s")),
                opt(tag("(s)")),
                multispace0,
                char(':'),
                multispace0,
            ),
        )
        .parse(&tail[from..]);
        if let Ok((names, ())) = rest {
            return Some((before.len(), names));
        }
    }
    None
}

/// Agencies up to the end of the line.
fn agencies_to_the_end(list: &str) -> Option<impl Iterator<Item = &str>> {
    let end = (opt(char('.')), opt(char(')')), opt(char('.')), eof);
    let name = alt((
        map(
            (opt(alt((tag("l'"), tag("l’")))), agency_name),
            |(_, name)| Some(name),
        ),
        agency_or_filler,
    ));
    let parsed: IResult<&str, Vec<Option<&str>>> =
        terminated(separated_list1(separator, name), end).parse(list);
    parsed.ok().map(|(_, names)| names.into_iter().flatten())
}

/// Where an article was first published.
static PUBLISHED: LazyLock<Regex> = LazyLock::new(|| {
    Regex::new(
        r"(?x) (?:[Aa]rticle|[Tt]exte|[Tt]ribune|[Ee]ntretien)(?-u:\b) .{0,40}
            (?:(?:initialement|originellement|originalement|d[’']abord)\s(?:été\s)?publiée?
              |publiée?\s(?:initialement|originellement|originalement|d[’']abord)
              |est\sparue?|republiée?|reprise?)
            \s+ (?:sur|par|dans|à\spartir\sde|de|avec\sl[’']autorisation\sde)\s+
            (?:(?:le|la)\s(?:site|magazine|journal|média|blog|revue|quotidien)\s+)?
            (?:(?:du\s|de\s)(?:(?:site|magazine|journal|média|blog|quotidien)\s+(?:de\s|d[’'])?)?|d[’'])?
            ([^.,;:()\n]{2,60})",
    )
    .expect("fixed pattern")
});

/// The names after `Source : `, apart from dates. A long title is not cut at its commas.
fn source_names(list: &str) -> impl Iterator<Item = &str> {
    let list = list.trim().trim_end_matches(['.', ')']);
    let short = list.len() <= NAME_BYTES
        && list
            .split([',', ';', '/'])
            .all(|part| part.trim().len() <= 40);
    let web = list.contains("://");
    let parts: Vec<&str> = if short && !web {
        list.split([',', ';', '/'])
            .flat_map(|part| part.split(" et "))
            .collect()
    } else {
        vec![list]
    };
    parts
        .into_iter()
        .map(trim_name)
        .filter(|name| is_name(name))
}

/// Names begin with a capital, or are addresses; « Note : … » is a sentence.
fn is_name(name: &str) -> bool {
    let begins = name.starts_with(char::is_uppercase)
        || name.starts_with("http")
        || name.starts_with("www.")
        || is_address(name);
    begins && name.len() <= NAME_BYTES && !name.contains(" : ")
}

fn trim_name(name: &str) -> &str {
    let marks: &[char] = &[
        '«', '»', '"', '“', '”', '\'', '.', '-', '–', '•', '*', ' ', '\u{a0}', '\u{202f}', '\t',
    ];
    name.trim().trim_matches(marks)
}
