//! Second pass, inside each block: a stack of open marks.

use super::MarkKind;
use super::classify::{Role, Sign};
use crate::diagnostic::{Diagnostic, DiagnosticKind};
use crate::limits::MAX_NESTING;
use crate::tokens::Token;

/// Pairs the signs of each block. What stays without partner and is not ignored is left to `repair`.
pub(super) fn pair(tokens: &[Token], signs: &mut [Sign], diagnostics: &mut Vec<Diagnostic>) {
    let next = next_of_kind(signs);
    let mut start = 0;
    while start < signs.len() {
        let block = signs[start].block;
        let end = start
            + signs[start..]
                .iter()
                .take_while(|sign| sign.block == block)
                .count();
        pair_block(tokens, signs, start, end, &next, diagnostics);
        enclose(&mut signs[start..end]);
        start = end;
    }
}

/// For each sign, the next one of its block and kind.
fn next_of_kind(signs: &[Sign]) -> Vec<Option<u32>> {
    let mut next = vec![None; signs.len()];
    let mut seen: [Option<u32>; 5] = [None; 5];
    for (i, sign) in signs.iter().enumerate().rev() {
        if i + 1 < signs.len() && signs[i + 1].block != sign.block {
            seen = [None; 5];
        }
        // The next sign of every kind would do; one kind is asked for at a time, at the sign that stands open.
        next[i] = seen[sign.kind as usize];
        seen[sign.kind as usize] = Some(i as u32);
    }
    next
}

fn pair_block(
    tokens: &[Token],
    signs: &mut [Sign],
    start: usize,
    end: usize,
    next: &[Option<u32>],
    diagnostics: &mut Vec<Diagnostic>,
) {
    let mut stack: Vec<usize> = Vec::with_capacity(4);
    // Marks opened beyond the limit, to be closed again before the stack is.
    let mut beyond = 0usize;
    for i in start..end {
        let kind = signs[i].kind;
        // At most MAX_NESTING steps.
        let open = stack.iter().rposition(|&o| signs[o].kind == kind);
        let opens = match signs[i].role {
            Role::Open => true,
            Role::Close => false,
            Role::Either | Role::OpenOrClose => open.is_none(),
            Role::CloseOrOpen => {
                open.is_none()
                    && next[i].is_some_and(|n| {
                        !matches!(signs[n as usize].role, Role::Open | Role::CloseOrOpen)
                    })
            }
            Role::Measure if open.is_some() => false,
            Role::Measure => {
                signs[i].ignored = true;
                continue;
            }
            // Inside a block nothing can be open yet.
            Role::Resume => continue,
        };
        signs[i].opens = opens;
        if opens {
            if stack.len() == MAX_NESTING {
                if beyond == 0 {
                    let span = tokens[signs[i].token as usize].span;
                    diagnostics.push(Diagnostic {
                        span,
                        kind: DiagnosticKind::NestingTooDeep,
                    });
                }
                beyond += 1;
                signs[i].ignored = true;
            } else {
                stack.push(i);
            }
            continue;
        }
        if beyond > 0 {
            beyond -= 1;
            signs[i].ignored = true;
            continue;
        }
        let partner = open.or_else(|| {
            // « “Le pont tiendra», dit-il »: marks that do not match, when the open one has no closing mark of its own ahead.
            let top = stack.len().checked_sub(1)?;
            let o = stack[top];
            let own = next_after(next, o, i);
            let own_opens = own.is_none_or(|n| matches!(signs[n].role, Role::Open));
            (own_opens && signs[o].kind != MarkKind::Single && kind != MarkKind::Single)
                .then_some(top)
        });
        if let Some(at) = partner {
            let o = stack[at];
            stack.truncate(at);
            signs[o].partner = Some(i as u32);
            signs[i].partner = Some(o as u32);
        }
    }
}

/// The next sign of the kind of `o` after `i`.
fn next_after(next: &[Option<u32>], o: usize, i: usize) -> Option<usize> {
    let mut at = next[o];
    // Steps over nested pairs of the same kind that closed before `i`; a few at most, else the reading is hopeless anyway.
    for _ in 0..8 {
        match at {
            Some(n) if (n as usize) < i => at = next[n as usize],
            other => return other.map(|n| n as usize),
        }
    }
    at.map(|n| n as usize)
}

/// Notes which signs without a partner stand inside a pair of their block.
fn enclose(signs: &mut [Sign]) {
    let mut depth = 0usize;
    for sign in signs {
        match sign.partner {
            Some(_) if sign.opens => depth += 1,
            Some(_) => depth -= 1,
            None => sign.enclosed = depth > 0,
        }
    }
}
