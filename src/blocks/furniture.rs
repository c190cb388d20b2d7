//! What each line is, by its shape and a few fixed formulas.

use std::sync::LazyLock;

use regex::Regex;

use super::{Block, BlockKind};
use crate::tokens::{Flags, Token, TokenKind};

/// Lines longer than this, in bytes, are prose whatever they hold.
const FORMULA_BYTES: usize = 400;
/// Longest heading, in characters.
const HEADING_CHARS: usize = 120;
/// Longest title, in characters.
const TITLE_CHARS: usize = 200;

/// A fixed formula, compiled once in a process. All are tried on short lines only, most of them anchored, so that they fail fast.
macro_rules! formula {
    ($(#[$doc:meta])* $name:ident = $pattern:expr) => {
        $(#[$doc])*
        static $name: LazyLock<Regex> = LazyLock::new(|| Regex::new($pattern).expect("a fixed pattern"));
    };
}

formula! {
    /// « » LIRE AUSSI - … », « À voir aussi : … », « Partager : … »
    LINK = r"(?xi)
            ^ [»►▶>•*\-–—→\s]* (?:(?:à|a)\s+)?
              (?: (?:lire|voir|écouter|regarder|relire|revoir|retrouvez|découvrez|consultez)\s+
                  (?:aussi|également|la\ssuite|plus|notre|nos|l[’']article|les\scommentaires)(?-u:\b)
                | (?:à|a)\s(?:lire|voir|écouter|regarder|découvrir|consulter)\s*(?:sur(?-u:\b)|:|$|»)
                | (?:découvrir|regarder|en\ssavoir\splus|lire\splus)\s*:?\s*$
                | lire\s*:
                | partag(?:er|ez)\s*:?(?:\s+(?:l[’']article|cet\sarticle|sur)|\s*$)
                | (?:inscri(?:vez-vous|ption)|abonn(?:ez-vous|ement))(?-u:\b) .* (?-u:\b)(?:newsletter|gratuit|lettre|chaîne|illimité|ici)
                | (?:suivez(?:-nous)?|connectez-vous|lancez|activez|téléchargez|rejoignez-nous)\s
                  (?:sur(?-u:\b)|l[’']actu|à\svotre|la\sconversation|les\snotifications|l[’']appli|notre\sappli)
                | (?:contenus?\ssponsorisés?|les\smots-clés\sassociés|publicité|advertisement|commentaires)(?-u:\b) .{0,20} $
                | une\s(?:publication|vidéo)\spartagée\spar(?-u:\b)
                | cliquez\sici(?-u:\b)
                | toute\sl[’']actu(?-u:\b)
              )
          | ^ [•\s]* \d+\s(?:min|h)\.? $"
}

formula! {
    /// « Le pont rouvre - Regarder sur Orval Live »
    WATCH = r"(?i)[-–]\s(?:regarder|voir|écouter)\ssur\s[^.]{1,40}$"
}

formula! {
    /// « EN DIRECT - … », « VIDÉO : … »: also how ledes begin, so that a full sentence stays prose.
    LABEL = r"(?x)
            ^ (?:»\s*)? (?:EN\sDIRECT|VIDÉOS?|VIDEOS?|EN\sIMAGES?|EN\sVIDÉOS?|DIAPORAMAS?|INFOGRAPHIES?|PODCASTS?|DOSSIERS?|REPORTAGE
              |GRAND\sFORMAT|DÉCRYPTAGE|ENTRETIEN|INTERVIEW|ENQUÊTE|ANALYSE|RÉCIT|TÉMOIGNAGES?|FOCUS|CARTES?|QUIZ) \s? [-–—:|]"
}

formula! {
    /// « © », « (Photo AFP) », « / AFP »
    CAPTION = r"(?xi)
            ©
          | ^ \W* (?:crédits?|photos?|illustration|image|légende)\s*(?:photos?|images?)?\s*[:/|(]
          | \(\s*(?-i:[Pp]hotos?|[Cc]rédits?|[Ii]llustration|[Ii]mage|[Aa]rchives?)(?-u:\b)[^()]{0,60}\)\.? $
          | (?:[/–]\s?|\s-\s?|(?-i:[A-Z]{3})-)(?:keystone-ats|afp|reuters|sipa|ap|belga|epa|maxppp|keystone|abaca|bestimage|dr|epa-efe|ats|la\spresse\scanadienne)\)?\.? $
          | (?-u:\b)(?:getty\simages|bestimage|shutterstock|unsplash|pixabay|istock|adobe\sstock|maxppp|abacapress)(?-u:\b) .{0,30} $"
}

formula! {
    /// « chl/ic/nm », « Par Léa Orval »
    CREDIT = r"(?x)
            ^ (?: [a-z0-9]{2,6}(?:[-/][a-z0-9]{2,6})+
                | (?:[A-Z]\.\s?){2,3}
                | \(?[Aa]vec\s(?:l[’'])?(?:les\s)?(?:AFP|[Aa]gences?|Reuters|Belga|ATS)(?-u:\b) .{0,40}
                | [Pp]ar\s[^\s.,;:!?]+(?:\s[^\s.,;:!?]+){1,3}
              ) \.? $"
}

pub(super) fn classify(text: &str, tokens: &[Token], list: &mut [Block]) {
    for i in 0..list.len() {
        let kind = kind_of(text, tokens, list, i);
        list[i].kind = kind;
    }
    lists(text, tokens, list);
    bylines(text, tokens, list);
}

fn kind_of(text: &str, tokens: &[Token], list: &[Block], i: usize) -> BlockKind {
    let block = &list[i];
    let line = &text[block.span.range()];
    let words = &tokens[block.tokens.start as usize..block.tokens.end as usize];
    if line.len() > FORMULA_BYTES {
        return BlockKind::Paragraph;
    }
    if line.starts_with(['•', '◦', '▪', '‣', '·', '●']) {
        return if LINK.is_match(line) {
            BlockKind::Link
        } else {
            BlockKind::ListItem
        };
    }
    // A picture's caption is often written twice, as text and as description.
    if i > 1 && line.len() < 300 && line == &text[list[i - 1].span.range()] {
        return BlockKind::Caption;
    }
    let sentence = ends_in_stop(words);
    let heading = heading_like(line, words);
    if LINK.is_match(line) || !sentence && WATCH.is_match(line) || heading && line.starts_with('»')
    {
        return BlockKind::Link;
    }
    if CREDIT.is_match(line) {
        return BlockKind::Credit;
    }
    // Prose ends in a stop after a common word; only names, brackets and the sign make a caption.
    let last = words
        .iter()
        .rev()
        .find(|token| token.kind != TokenKind::Stop);
    let named =
        last.is_some_and(|token| token.kind == TokenKind::Close || token.flags.has(Flags::CAPITAL));
    if (!sentence || named || line.contains('©'))
        && !(sentence && holds_incise(words))
        && CAPTION.is_match(line)
    {
        return BlockKind::Caption;
    }
    if i == 0 && list.len() > 1 && is_title(line, words) {
        return BlockKind::Title;
    }
    if !sentence && LABEL.is_match(line) {
        return BlockKind::Link;
    }
    if list.len() > 1 && heading {
        return BlockKind::Heading;
    }
    BlockKind::Paragraph
}

fn is_title(line: &str, words: &[Token]) -> bool {
    let full_stop = line.ends_with('.') && !line.ends_with("...");
    !full_stop
        && words[0].kind != TokenKind::Dash
        && !matches!(
            words[words.len() - 1].kind,
            TokenKind::Comma | TokenKind::Colon
        )
        && line.chars().count() <= TITLE_CHARS
}

/// A short line that does not end as a sentence does and holds no incise.
fn heading_like(line: &str, words: &[Token]) -> bool {
    let last = words[words.len() - 1];
    let open_end = matches!(
        last.kind,
        TokenKind::Colon | TokenKind::Comma | TokenKind::Semicolon
    );
    !open_end
        && !ends_in_stop(words)
        && line.len() <= 2 * HEADING_CHARS
        && line.chars().count() <= HEADING_CHARS
        && !holds_incise(words)
        && !words[0].kind.eq(&TokenKind::Symbol)
}

/// Whether the line ends in a stop, or in a stop before closing marks and brackets.
pub(super) fn ends_in_stop(words: &[Token]) -> bool {
    words
        .iter()
        .rev()
        .take(4)
        .find(|token| !matches!(token.kind, TokenKind::Mark | TokenKind::Close))
        .is_some_and(|token| token.kind == TokenKind::Stop)
}

/// `, dit-il`, `» affirme-t-elle`: a sign, a word in small letters, a pronoun hung on it.
pub(super) fn holds_incise(words: &[Token]) -> bool {
    words.windows(3).any(|w| {
        w[2].kind == TokenKind::Clitic
            && w[1].kind == TokenKind::Word
            && !w[1].flags.has(Flags::CAPITAL)
            && matches!(
                w[0].kind,
                TokenKind::Comma | TokenKind::Mark | TokenKind::Stop | TokenKind::Dash
            )
    })
}

/// Lines that begin with a dash are a list when several stand together and none reads as speech.
fn lists(text: &str, tokens: &[Token], list: &mut [Block]) {
    let dashed = |block: &Block| {
        let words = &tokens[block.tokens.start as usize..block.tokens.end as usize];
        matches!(block.kind, BlockKind::Paragraph | BlockKind::Heading)
            && (words[0].kind == TokenKind::Dash || text[words[0].span.range()] == *"*")
            && words.len() > 1
            // « - Une trêve fragile - » is how wires set headings.
            && words[words.len() - 1].kind != TokenKind::Dash
    };
    let mut at = 0;
    while at < list.len() {
        if !dashed(&list[at]) {
            at += 1;
            continue;
        }
        let end = at + list[at..].iter().take_while(|block| dashed(block)).count();
        let speech = list[at..end].iter().any(|block| {
            let words = &tokens[block.tokens.start as usize..block.tokens.end as usize];
            ends_in_stop(words) || holds_incise(words)
        });
        for block in &mut list[at..end] {
            block.kind = if speech {
                BlockKind::Paragraph
            } else if end - at > 1 {
                BlockKind::ListItem
            } else {
                block.kind
            };
        }
        at = end;
    }
}

/// A name alone on the last line of prose signs the article.
fn bylines(text: &str, tokens: &[Token], list: &mut [Block]) {
    let Some(last) = list.iter().rposition(|block| {
        matches!(
            block.kind,
            BlockKind::Paragraph | BlockKind::Heading | BlockKind::Turn | BlockKind::Title
        )
    }) else {
        return;
    };
    let block = &list[last];
    let words = &tokens[block.tokens.start as usize..block.tokens.end as usize];
    let name = last > 1
        && (2..=4).contains(&words.len())
        && words
            .iter()
            .all(|token| token.kind == TokenKind::Word && token.flags.has(Flags::CAPITAL))
        && text[block.span.range()].len() < 40;
    if name && block.kind == BlockKind::Heading {
        list[last].kind = BlockKind::Credit;
    }
}
