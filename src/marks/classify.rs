//! First pass: what each mark may do.

use super::MarkKind;
use super::cursor::Cursor;
use super::grammar;
use crate::blocks::{Block, BlockKind};
use crate::tokens::{Flags, Token, TokenId, TokenKind};

/// What a mark may do.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Role {
    Open,
    Close,
    /// Nothing tells: it closes what is open, else it opens.
    Either,
    /// Opens by its shape, but stands as a closing mark does: closes if one of its kind is open.
    OpenOrClose,
    /// Closes by its shape, but stands as an opening mark does: opens if none of its kind is open and the next one can
    /// close it (« l'avis du »public« »).
    CloseOrOpen,
    /// `»` at the start of a paragraph: goes on with a quotation, by an older custom, or is a bullet.
    Resume,
    /// Minutes and inches.
    Measure,
}

/// A mark, and later its partner.
#[derive(Debug, Clone)]
pub(super) struct Sign {
    pub(super) token: TokenId,
    pub(super) kind: MarkKind,
    pub(super) role: Role,
    /// Index of the block it stands in.
    pub(super) block: u32,
    /// It is the first token of its block.
    pub(super) leads: bool,
    /// The other mark of the pair, as an index of the signs.
    pub(super) partner: Option<u32>,
    /// It was read as opening (or would have, had it found a partner).
    pub(super) opens: bool,
    /// It has no partner and stands inside a pair of its block.
    pub(super) enclosed: bool,
    /// Nested too deep, or no quotation mark after all.
    pub(super) ignored: bool,
}

pub(super) fn signs(text: &str, tokens: &[Token], blocks: &[Block]) -> Vec<Sign> {
    let mut signs = Vec::new();
    for (b, block) in blocks.iter().enumerate() {
        for id in block.tokens.clone() {
            if tokens[id as usize].kind != TokenKind::Mark {
                continue;
            }
            let leads = id == block.tokens.start;
            let words = &tokens[id as usize..block.tokens.end as usize];
            let token = tokens[id as usize];
            // « » LIRE AUSSI »: after a blank, so that it is not the end of a quotation.
            let bullet = &text[token.span.range()] == "»"
                && (leads && block.kind == BlockKind::Link
                    || token.flags.has(Flags::BLANK_BEFORE)
                        && grammar::link_label(Cursor::new(text, words)).is_ok());
            if bullet {
                continue;
            }
            let (kind, role) = role(text, tokens, block, id);
            signs.push(Sign {
                token: id,
                kind,
                role,
                block: b as u32,
                leads,
                partner: None,
                opens: false,
                enclosed: false,
                ignored: false,
            });
        }
    }
    signs
}

fn role(text: &str, tokens: &[Token], block: &Block, id: TokenId) -> (MarkKind, Role) {
    let token = tokens[id as usize];
    let stands = stands(text, tokens, block, id);
    let opening = |kind| {
        (
            kind,
            if stands == Stands::Closing {
                Role::OpenOrClose
            } else {
                Role::Open
            },
        )
    };
    let closing = |kind| {
        (
            kind,
            if stands == Stands::Opening {
                Role::CloseOrOpen
            } else {
                Role::Close
            },
        )
    };
    match &text[token.span.range()] {
        "«" | "<<" => opening(MarkKind::Guillemets),
        "»" | ">>" if id == block.tokens.start => (MarkKind::Guillemets, Role::Resume),
        "»" | ">>" => closing(MarkKind::Guillemets),
        "“" | "„" | "‟" | "〝" => opening(MarkKind::Double),
        "”" | "〞" => closing(MarkKind::Double),
        "‹" | "‚" => (MarkKind::Single, Role::Open),
        "›" => (MarkKind::Single, Role::Close),
        "‘" => opening(MarkKind::Single),
        straight => {
            let kind = match straight {
                "\"" | "＂" | "″" => MarkKind::Straight,
                "'" | "’" => MarkKind::Single,
                _ => MarkKind::Double,
            };
            let measured = id > block.tokens.start
                && tokens[id as usize - 1].kind == TokenKind::Number
                && !token.flags.has(Flags::BLANK_BEFORE);
            let role = match stands {
                _ if measured => Role::Measure,
                Stands::Opening => Role::Open,
                Stands::Closing => Role::Close,
                Stands::Unclear => Role::Either,
            };
            (kind, role)
        }
    }
}

#[derive(Clone, Copy, PartialEq, Eq)]
enum Stands {
    /// A blank before, a word after.
    Opening,
    /// A word before, a blank after.
    Closing,
    Unclear,
}

/// How a mark stands between its neighbours. Neighbours that are marks themselves are looked through, but not far.
fn stands(text: &str, tokens: &[Token], block: &Block, id: TokenId) -> Stands {
    let token = tokens[id as usize];
    if id > block.tokens.start && tokens[id as usize - 1].flags.has(Flags::ELIDED) {
        // « qu' " il viendra " »: nothing ends in an elision, whatever the blanks.
        return Stands::Opening;
    }
    let blank_before = id == block.tokens.start || token.flags.has(Flags::BLANK_BEFORE);
    let apart_before = blank_before || {
        let before = tokens[id as usize - 1];
        match before.kind {
            TokenKind::Open | TokenKind::Dash | TokenKind::Colon | TokenKind::Symbol => true,
            TokenKind::Mark => match &text[before.span.range()] {
                "«" | "“" | "„" | "‹" | "‘" | "<<" => true,
                "»" | "”" | "›" | ">>" => false,
                _ => before.flags.has(Flags::BLANK_BEFORE) || id == block.tokens.start + 1,
            },
            _ => false,
        }
    };
    // The last token of a line has a blank after it.
    let apart_after = token.flags.has(Flags::BLANK_AFTER) || {
        let after = tokens[id as usize + 1];
        match after.kind {
            TokenKind::Close
            | TokenKind::Comma
            | TokenKind::Semicolon
            | TokenKind::Colon
            | TokenKind::Dash => true,
            // « "... et puis » opens all the same.
            TokenKind::Stop => {
                !(blank_before
                    && text[after.span.range()].starts_with(['…', '.'])
                    && after.span.len() > 1)
            }
            TokenKind::Mark => match &text[after.span.range()] {
                "»" | "”" | "›" | ">>" => true,
                "«" | "“" | "„" | "‹" | "‘" | "<<" => false,
                _ => after.flags.has(Flags::BLANK_AFTER),
            },
            _ => false,
        }
    };
    match (apart_before, apart_after) {
        (true, false) => Stands::Opening,
        (false, true) => Stands::Closing,
        // « dit : "Oui" » has a blank before it, « (...) " » has one on each side.
        (true, true) | (false, false) => Stands::Unclear,
    }
}
