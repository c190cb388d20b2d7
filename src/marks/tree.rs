//! The quotations in order, each under the one that holds it.

use super::{Marks, Quotation, QuotationId};
use crate::diagnostic::{Diagnostic, DiagnosticKind};
use crate::limits::MAX_NESTING;
use crate::tokens::{Token, TokenId};

/// Quotations as they are found, in any order.
#[derive(Default)]
pub(super) struct Draft {
    pub(super) quotations: Vec<Quotation>,
    pub(super) reopen: Vec<TokenId>,
}

/// Sorts, nests and, where repairs made two quotations cross, gives way.
pub(super) fn build(tokens: &[Token], draft: Draft, diagnostics: &mut Vec<Diagnostic>) -> Marks {
    let Draft {
        mut quotations,
        reopen,
    } = draft;
    quotations.retain(|q| !q.content().is_empty());
    quotations.sort_by_key(|q| (q.first, std::cmp::Reverse(q.last)));
    let mut kept: Vec<Quotation> = Vec::with_capacity(quotations.len());
    let mut stack: Vec<usize> = Vec::new();
    for mut q in quotations {
        let mut crossed = false;
        while let Some(&top) = stack.last() {
            if kept[top].last < q.first {
                stack.pop();
            } else if kept[top].last >= q.last {
                break;
            } else if kept[top].repaired {
                // The guess was too long.
                kept[top].last = q.first - 1;
                kept[top].closed = false;
                stack.pop();
                if kept[top].content().is_empty() {
                    kept.truncate(top);
                }
            } else {
                crossed = true;
                break;
            }
        }
        if crossed {
            continue;
        }
        if stack.len() >= MAX_NESTING {
            let span = tokens[q.first as usize].span;
            diagnostics.push(Diagnostic {
                span,
                kind: DiagnosticKind::NestingTooDeep,
            });
            continue;
        }
        // The same stretch twice: marks inside a line of dialogue that hold all of it.
        q.parent = stack.last().map(|&top| top as QuotationId);
        q.depth = stack.len() as u16;
        stack.push(kept.len());
        kept.push(q);
    }
    Marks {
        quotations: kept,
        reopen,
        measures: Vec::new(),
        diagnostics: Vec::new(),
    }
}
