//! « Comme l'a dit X, … », « …, la compagnie l'assure, … », « …, c'est ce que disent les riverains »: the author's clause takes up the
//! content with a pronoun.

use super::{Found, Rule, RuleInfo};
use crate::attribution::Candidate;
use crate::attribution::grammar::complement_end;
use crate::attribution::scope::{Scope, Subject};
use crate::chunks::{ChunkFlags, ChunkKind};
use crate::lexicon::Frames;

pub(super) const RULE: Rule = Rule {
    info: INFO,
    verbal: true,
    find,
};

const INFO: RuleInfo = RuleInfo {
    name: "comme",
    summary: "comme, ainsi que and a reporting verb with le; the same verb between commas with its subject first; c'est ce que.",
    constructions: &[29],
    positive: &[
        "Comme {l'a expliqué} <Luc Maret>, [le pont restera fermé].",
        "Comme {le rappelle} <l'association>, [ces digues présentent un risque].",
        "Le pont est fermé parce que, comme {l'a rappelé} <la maire>, [la pile est fendue].",
        "[Le pont], <la compagnie> {l'assure}, [tiendra].",
        "[La digue est trop basse], comme {l'a dit} <la maire>.",
        "[La rade est dans une « impasse »], comme {prévenait} <la mairie> en mars.",
        "[Le pont est un « danger public »], comme <certains riverains> {le disent}.",
        "[Le marché reste ouvert] : c'est ce qu'{affirme} <la mairie>.",
        "[Le marché reste ouvert]. C'est ce qu'{a annoncé} <la maire>.",
    ],
    negative: &[
        "« C'est faux », a-t-elle dit, ajoutant que rien n'était prêt, comme elle l'avait écrit.",
        "Le port revit, comme le montre la photo du phare.",
        "Comme le temps passe, le port s'endort.",
        "Le pont, la compagnie l'entretient, est neuf.",
        "Le pont est fermé. C'est ce que les passants ont vu.",
    ],
};

fn find(scope: &Scope<'_>, out: &mut Vec<Candidate>) {
    this_is_what(scope, out);
    for v in 1..scope.chunks.len() {
        let chunk = &scope.chunks[v];
        // « …, comme prévenait la mairie »: the content is understood.
        let understood = || {
            chunk.subject().is_none()
                && scope.is_word(scope.chunks[v - 1].head, &["comme"])
                && scope.kind(v + 1) == Some(ChunkKind::Noun)
                && scope.is_bare(v + 1)
                && v > 1
                && scope.kind(v - 2) == Some(ChunkKind::Comma)
                && !scope.frames(v).has(Frames::WEAK)
        };
        if !chunk.is_finite() || !(chunk.flags.has(ChunkFlags::OBJECT) || understood()) {
            continue;
        }
        let Some(class) = scope.reports(v, Frames::QUE) else {
            continue;
        };
        let Some((open, subject, end)) = clause(scope, v) else {
            continue;
        };
        if !speaks(scope, subject) {
            continue;
        }
        let start = scope.matter_start();
        let stop = scope.matter_end();
        let mut before = open;
        while before > start
            && matches!(
                scope.kind(before - 1),
                Some(ChunkKind::Comma | ChunkKind::Dash)
            )
        {
            before -= 1;
        }
        // « …, parce que, comme l'a dit la mairie, le quai est court »: what follows.
        if before > start
            && matches!(
                scope.kind(before - 1),
                Some(ChunkKind::Subordinator | ChunkKind::Relative | ChunkKind::Coordinator)
            )
        {
            before = start;
        }
        // « Odile Brun reconnaît que le quai a cédé, comme l'ont dit des témoins »: hers first of all.
        let hers = (start..before).any(|i| {
            scope.chunks[i].is_finite()
                && scope.reports(i, Frames::QUE).is_some()
                && scope.chunk_is(i + 1, ChunkKind::Subordinator, &["que", "qu'"])
        });
        if hers {
            continue;
        }
        let mut rest = end;
        while matches!(scope.kind(rest), Some(ChunkKind::Comma | ChunkKind::Colon)) {
            rest += 1;
        }
        // « « A », a-t-il dit, ajoutant que B, comme il l'avait écrit »: of which it is true nobody can tell.
        let told = scope.between(start, before).iter().any(|c| {
            c.flags.has(ChunkFlags::INVERTED) && scope.verb(c).is_some_and(|v| v.class.is_some())
        });
        if told {
            continue;
        }
        let mut parts = Vec::new();
        if before > start {
            parts.push((start, before));
        }
        // In front: what follows. In the middle: both sides, when the first is no clause yet.
        if rest < stop && rest > end && (parts.is_empty() || !scope.has_finite(start, before)) {
            parts.push((rest, complement_end(scope, None, rest).min(stop)));
        }
        if !parts
            .iter()
            .any(|&(a, b)| scope.has_finite(a, b) || scope.has_quote(a, b))
        {
            continue;
        }
        // Nothing but one quotation: its own words.
        let quotation = match parts.as_slice() {
            [(a, b)] if *b == a + 1 => scope.chunks[*a].quotation(),
            _ => None,
        };
        let content = match quotation {
            Some(q) => vec![scope.article.source.marks.content_tokens(q)],
            None => parts.iter().map(|&(a, b)| scope.part(a, b)).collect(),
        };
        Found {
            rule: &INFO,
            rank: 76,
            content,
            cue: Some(scope.verb_cue(v, Some(class))),
            speaker: scope.speaker(subject),
            quotation,
            confidence: 0.75,
        }
        .push(scope, out);
    }
}

/// « C'est ce qu'a annoncé Odile Brun »: what stands before the colon, or the whole sentence before, is the content.
fn this_is_what(scope: &Scope<'_>, out: &mut Vec<Candidate>) {
    let verb = (0..scope.chunks.len().saturating_sub(3)).find(|&i| {
        (i == scope.matter_start() || scope.kind(i.wrapping_sub(1)) == Some(ChunkKind::Colon))
            && scope.lemma(&scope.chunks[i]) == "être"
            && scope.chunk_is(i + 1, ChunkKind::Noun, &["ce"])
            && scope.chunk_is(i + 2, ChunkKind::Relative, &["que", "qu'"])
    });
    let Some(is) = verb.filter(|_| scope.is_author()) else {
        return;
    };
    // « ce qu'a annoncé X » or « ce que X a annoncé »
    let v = (is + 3..scope.chunks.len().min(is + 7)).find(|&i| scope.chunks[i].is_finite());
    let Some((v, class)) = v.and_then(|v| Some((v, scope.reports(v, Frames::QUE)?))) else {
        return;
    };
    let subject = match scope.chunks[v].subject() {
        Some(clitic) => Some(Subject::Clitic(clitic)),
        None if v == is + 3 => scope.subject_after(v).map(|(subject, _)| subject),
        None => scope.subject_before(v),
    };
    let Some(subject) = subject.filter(|&s| speaks(scope, s)) else {
        return;
    };
    let before;
    let (home, start, end) = if is > scope.matter_start() {
        (scope, scope.matter_start(), is - 1)
    } else {
        let Some(found) = scope.author_before() else {
            return;
        };
        before = found;
        // The sentence before stands in the same paragraph or is the whole of the one before.
        (&before, before.matter_start(), before.matter_end())
    };
    if start >= end || !(home.has_finite(start, end) || home.has_quote(start, end)) {
        return;
    }
    let quotation = home.chunks[start].quotation().filter(|_| end == start + 1);
    let content = match quotation {
        Some(q) => scope.article.source.marks.content_tokens(q),
        None => home.part(start, end),
    };
    Found {
        rule: &INFO,
        rank: 78,
        content: vec![content],
        cue: Some(scope.verb_cue(v, Some(class))),
        speaker: scope.speaker(subject),
        quotation,
        confidence: 0.7,
    }
    .push(scope, out);
}

fn speaks(scope: &Scope<'_>, subject: Subject) -> bool {
    !scope.is_first_person(subject)
        && !scope.is_on(subject)
        && !matches!(subject, Subject::Group { chunk, .. } if !scope.surely_speaks(chunk))
}

/// Where the author's clause around the verb opens, its subject, and where it ends.
fn clause(scope: &Scope<'_>, v: usize) -> Option<(usize, Subject, usize)> {
    // comme, ainsi que
    let opener = v - 1;
    let comme = scope.is_word(scope.chunks[opener].head, &["comme"])
        && scope.kind(opener) != Some(ChunkKind::Noun);
    let ainsi = opener > 0
        && scope.is_word(scope.chunks[opener].head, &["que"])
        && scope.is_word(scope.chunks[opener - 1].head, &["ainsi"]);
    if comme || ainsi {
        let open = if ainsi { opener - 1 } else { opener };
        if let Some(clitic) = scope.chunks[v].subject() {
            return Some((open, Subject::Clitic(clitic), v + 1));
        }
        let (subject, end) = scope.subject_after(v)?;
        return Some((open, subject, end));
    }
    // comme certains le pensent
    let first = scope.subject_before(v);
    if let Some(Subject::Group { chunk, .. }) = first {
        if chunk > 0 && scope.is_word(scope.chunks[chunk - 1].head, &["comme"]) {
            return first.map(|subject| (chunk - 1, subject, v + 1));
        }
    }
    // , la compagnie l'assure,
    let group = (0..v).rev().take(4).find(|&i| {
        scope.kind(i) == Some(ChunkKind::Noun) && scope.complex_end(i) == v && scope.is_bare(i)
    })?;
    let apart = group > 0
        && scope.kind(group - 1) == Some(ChunkKind::Comma)
        && scope.kind(v + 1) == Some(ChunkKind::Comma);
    apart.then(|| (group, scope.group(group), v + 1))
}
