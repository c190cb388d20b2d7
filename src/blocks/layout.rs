//! Lines, or paragraphs where lines are wrapped.

use super::{Block, BlockKind};
use crate::tokens::{Flags, Token, TokenId, TokenKind};

/// Longest line of a text that counts as wrapped, in bytes.
const WRAPPED_WIDTH: usize = 130;

pub(super) fn lines(text: &str, tokens: &[Token]) -> Vec<Block> {
    let mut starts: Vec<usize> = tokens
        .iter()
        .enumerate()
        .filter(|(i, token)| *i == 0 || token.flags.has(Flags::LINE_BEFORE))
        .map(|(i, _)| i)
        .collect();
    if wrapped(text, tokens, &starts) {
        starts.retain(|&i| i == 0 || blank_line_before(text, tokens, i));
    }
    let mut list = Vec::with_capacity(starts.len());
    for (n, &first) in starts.iter().enumerate() {
        let end = starts.get(n + 1).copied().unwrap_or(tokens.len());
        list.push(Block {
            span: tokens[first].span.to(tokens[end - 1].span),
            kind: BlockKind::Paragraph,
            tokens: first as TokenId..end as TokenId,
        });
    }
    list
}

/// Whether the text is wrapped at a fixed width: no long line, and lines that break off in the middle of a sentence.
fn wrapped(text: &str, tokens: &[Token], starts: &[usize]) -> bool {
    if starts.len() < 6 {
        return false;
    }
    let mut adjacent = 0;
    let mut broken = 0;
    for pair in starts.windows(2) {
        let (first, next) = (pair[0], pair[1]);
        if tokens[next - 1].span.end() - tokens[first].span.start() > WRAPPED_WIDTH {
            return false;
        }
        if !blank_line_before(text, tokens, next) {
            adjacent += 1;
            let token = tokens[next];
            let lower = token.kind == TokenKind::Word
                && text[token.span.start()..].starts_with(char::is_lowercase);
            broken += usize::from(
                lower && !matches!(tokens[next - 1].kind, TokenKind::Stop | TokenKind::Colon),
            );
        }
    }
    // Half of all lines begin with a small letter in running French; a list or a poem has fewer.
    adjacent >= 4 && broken * 3 >= adjacent
}

fn blank_line_before(text: &str, tokens: &[Token], i: usize) -> bool {
    let gap = &text[tokens[i - 1].span.end()..tokens[i].span.start()];
    let mut breaks = 0;
    let mut after_return = false;
    for c in gap.chars() {
        breaks += match c {
            '\n' if after_return => 0,
            '\n' | '\r' | '\u{85}' | '\u{2028}' => 1,
            '\u{2029}' => 2,
            _ => 0,
        };
        after_return = c == '\r';
    }
    breaks > 1
}
