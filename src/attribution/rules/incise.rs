//! « …, a-t-il fait savoir »: the cue behind or between the words, with its subject inverted.

use super::{Found, Rule, RuleInfo};
use crate::attribution::cursor::Cursor;
use crate::attribution::grammar::{self, Incise};
use crate::attribution::quotes::{contents, joined};
use crate::attribution::scope::{Scope, Subject};
use crate::attribution::{Candidate, SpeakerTokens};
use crate::chunks::{ChunkFlags, ChunkKind};
use crate::claim::Polarity;
use crate::lexicon::{Feats, Frames, NounClass, Pos};
use crate::marks::QuotationId;
use crate::tags::Tag;
use crate::tokens::Flags;

pub(super) const RULE: Rule = Rule {
    info: INFO,
    verbal: false,
    find,
};

const INFO: RuleInfo = RuleInfo {
    name: "incise",
    summary: "A verb with inverted subject behind, or between the parts of, what it reports; right behind a quotation any verb will do.",
    constructions: &[1, 2, 3, 4, 12, 13, 16, 17, 18, 22, 28, 32, 44],
    positive: &[
        "[Ce n'est pas le moment] {estime-t-<elle>}.",
        "[Le pont fermera], {a-t-on appris} hier <de sources concordantes>.",
        "« [Le pont fermera] », {assure-t-on} dans <l'entourage de la mairesse>.",
        "« [Le pont fermera] », {explique-t-on} à <la préfecture>.",
        "« [Nous rouvrirons lundi] », {a déclaré} <la maire de Fréval>.",
        "« [Le pont tiendra] », {a-t-<elle> assuré}.",
        "« [Personne n'a été prévenu] », {a-t-<il> fait savoir}.",
        "« [C'est une honte !] » {tempête} <Odile Brun>.",
        "« [Le pont tiendra cent ans] », {a t <il> ajouté}.",
        "« [Le pont tiendra cent ans] », {dit -<il>}.",
        "« [Le pont] », {dit-<il>}, « [tiendra] ».",
        "[Le train sera retardé], {a indiqué} <la compagnie>.",
        "« [On partira demain] », <ils> {ont promis}.",
        "« [Tout est prêt] », {a déclaré} en mai à l'agence <le chef des pompiers de Fréval>.",
        "« [La mer monte] », c'est ce que {affirment} <les marins>.",
        "« [Voici ce que tout le port attendait] », {déclare} <la voix off>.",
        "[Le convoi, qui « vient de partir », attend l'accord de la douane], {a dit} <Odile Brun>.",
        "« [Il faut tenir] », {exhorte} <Luc Maret>, l'un des patrons du quai : « [ce qu'on nous offre est trop peu] ».",
        "« [Tout est prêt] », {ajoute} – à voix basse – <le chef des dockers>.",
        "[Le quai s'affaisse], {prévient} <Odile Brun>, ingénieure à Fréval, [tandis que la rade s'ensable].",
        "[Dix dockers ont été blessés], {indiquait} <la mairie>, avant de saluer les pompiers.",
        "[Le quai sera fermé], {prévient} <Odile Brun>, [mais aussi la criée].",
        "« [Le quai s'affaisse] », {prévient} <Odile Brun>, patronne de Nordia, mais « [on ne partira pas] ».",
        "De toute façon, « [les dockers ne cèdent pas] », {assure} <Luc Maret>, secrétaire de l'Union des quais, qui réclame une prime.",
        "« [Le quai s'affaisse] », {prévient} <la patronne de Nordia>, Odile Brun, « [et personne ne bouge] ».",
        "[Rien de tel depuis trente ans], {jugeait} <Luc Maret>, lors d'un entretien au Relais.",
        "[Un à un, ils montent à bord, « sûrs qu'ils reviendront riches »], {commente} <Luc Maret>.",
    ],
    negative: &[
        "La direction du phare, dont « le nom est hué », va déposer une plainte.",
        "La pièce rare, une carte de « L'Étoile », n'a pas trouvé preneur.",
        "Samedi, dix mille « gilets bleus » ont défilé à travers la ville.",
        "Luc Maret, chef des pêcheurs, a salué cette décision.",
        "Le bus « Express » part-il à midi ?",
        "Les blocages se poursuivent, rappellent les violences de la veille.",
        "« Les Marées » a obtenu un prix.",
        "Le maire est parti, laissant la salle vide.",
    ],
};

fn find(scope: &Scope<'_>, out: &mut Vec<Candidate>) {
    let chunks = scope.chunks;
    let mut from = scope.matter_start();
    fronted(scope, from, out);
    that_is_what(scope, from, out);
    let mut i = from + 1;
    while i < chunks.len() {
        let Some((before, open)) = slot(scope, i, from) else {
            if chunks[i].kind == ChunkKind::Semicolon {
                from = i + 1;
            }
            i += 1;
            continue;
        };
        // « …, que me dit Luc Maret »
        let skip = usize::from(
            open && matches!(
                scope.kind(i),
                Some(ChunkKind::Subordinator | ChunkKind::Relative)
            ) && scope.is_word(chunks[i].head, &["que", "qu'"]),
        );
        let found = match grammar::incise(Cursor::new(scope, i + skip)) {
            Ok((_, found)) => Some(found),
            Err(_) if open => subject_first(scope, i + skip),
            Err(_) => None,
        };
        let Some(found) = found else {
            i += 1;
            continue;
        };
        if report(scope, from, before, open, &found, out) {
            from = found.end;
            while matches!(
                scope.kind(from),
                Some(ChunkKind::Comma | ChunkKind::Stop | ChunkKind::Coordinator)
            ) {
                from += 1;
            }
            i = from.max(found.end).max(i + 1);
        } else {
            i += 1;
        }
    }
}

/// « Ainsi, note-t-elle, « la barque suivra » »: an incise right behind a connective, before the words.
fn fronted(scope: &Scope<'_>, at: usize, out: &mut Vec<Candidate>) {
    if at == 0 || scope.kind(at - 1) != Some(ChunkKind::Comma) {
        return;
    }
    let Ok((_, found)) = grammar::incise(Cursor::new(scope, at)) else {
        return;
    };
    let Some(class) = scope.reports(found.verb, Frames::INCISE) else {
        return;
    };
    let speaks = match found.subject {
        Subject::Group { chunk, .. } => scope.surely_speaks(chunk),
        Subject::Clitic(_) => !scope.is_first_person(found.subject) && !scope.is_on(found.subject),
    };
    let rest = found.end + 1;
    let stop = scope.matter_end();
    if !speaks
        || scope.kind(found.end) != Some(ChunkKind::Comma)
        || rest >= stop
        || !(scope.has_finite(rest, stop) || scope.has_quote(rest, stop))
    {
        return;
    }
    let quotation = scope.chunks[rest].quotation().filter(|_| rest + 1 >= stop);
    let content = match quotation {
        Some(q) => scope.article.source.marks.content_tokens(q),
        None => scope.part(rest, grammar::complement_end(scope, None, rest).min(stop)),
    };
    Found {
        rule: &INFO,
        rank: 88,
        content: vec![content],
        cue: Some(scope.verb_cue(found.verb, Some(class))),
        speaker: scope.speaker(found.subject),
        quotation,
        confidence: 0.8,
    }
    .push(scope, out);
}

/// « Le port fermera », c'est ce qu'affirme Odile Brun; « … », c'est ainsi qu'elle qualifie. (Behind a colon: `comme`.)
fn that_is_what(scope: &Scope<'_>, at: usize, out: &mut Vec<Candidate>) {
    if scope.kind(at) != Some(ChunkKind::Quote) || !scope.is_author() {
        return;
    }
    let (list, end) = joined(scope, at);
    let mut i = end;
    while matches!(scope.kind(i), Some(ChunkKind::Comma | ChunkKind::Dash)) {
        i += 1;
    }
    let points = i > end
        && scope.chunks.get(i).is_some_and(|c| {
            scope.is_word(c.first, &["voilà", "voici"])
                || c.is_finite()
                    && scope.lemma(c) == "être"
                    && c.subject().is_some_and(|t| scope.is_word(t, &["c'", "ce"]))
        });
    if !points {
        return;
    }
    let que = (i + 1..i + 4).find(|&k| {
        matches!(
            scope.kind(k),
            Some(ChunkKind::Relative | ChunkKind::Subordinator)
        ) && scope.is_word(scope.chunks[k].head, &["que", "qu'"])
    });
    let verb = que.and_then(|que| {
        (que + 1..scope.chunks.len().min(que + 5)).find(|&v| scope.chunks[v].is_finite())
    });
    let Some(v) = verb else { return };
    let Some(class) = scope.reports(v, Frames::INCISE | Frames::QUE | Frames::OBJ_DE) else {
        return;
    };
    let Some(subject) = scope.subject_of(v) else {
        return;
    };
    let speaks = match subject {
        Subject::Group { chunk, .. } => scope.surely_speaks(chunk),
        Subject::Clitic(_) => !scope.is_first_person(subject) && !scope.is_on(subject),
    };
    if !speaks {
        return;
    }
    Found {
        rule: &INFO,
        rank: 75,
        content: contents(scope, &list),
        cue: Some(scope.verb_cue(v, Some(class))),
        speaker: scope.speaker(subject),
        quotation: list.first().copied(),
        confidence: 0.8,
    }
    .push(scope, out);
}

/// « On partira demain », ils ont promis: a pronoun before the verb, and nothing behind it.
fn subject_first(scope: &Scope<'_>, at: usize) -> Option<Incise> {
    let chunk = scope.chunks.get(at).filter(|c| c.is_finite())?;
    let clitic = chunk.subject()?;
    let closes = matches!(
        scope.kind(at + 1),
        None | Some(ChunkKind::Stop | ChunkKind::Comma)
    );
    (closes && scope.reports(at, Frames::INCISE).is_some()).then_some(Incise {
        start: at,
        verb: at,
        subject: Subject::Clitic(clitic),
        end: at + 1,
    })
}

/// Whether an incise may begin at `at`: behind a quotation, or behind a comma. Gives the end of what it would report, and
/// whether the slot is open to any verb.
fn slot(scope: &Scope<'_>, at: usize, from: usize) -> Option<(usize, bool)> {
    let mut before = at;
    while before > from
        && matches!(
            scope.kind(before - 1),
            Some(ChunkKind::Comma | ChunkKind::Stop | ChunkKind::Dash)
        )
    {
        before -= 1;
    }
    if before <= from {
        return None;
    }
    let quote = scope.kind(before - 1) == Some(ChunkKind::Quote);
    // « Le convoi, qui « vient de partir », attend l'accord »: the verb has its subject before the relative clause.
    let relative = before > 1
        && scope.chunk_is(before - 2, ChunkKind::Relative, &["qui", "dont", "où"])
        && (before - 2 == from || scope.kind(before - 3) == Some(ChunkKind::Comma));
    if quote && !relative {
        return Some((before, true));
    }
    // « Ce n'est pas le moment estime-t-il. »: the hyphen does what the comma should.
    let hung = before == at
        && scope.chunks[at].flags.has(ChunkFlags::INVERTED)
        && scope.reports(at, Frames::INCISE).is_some()
        && scope.has_finite(from, at)
        && scope
            .chunks
            .get(at + 1)
            .is_none_or(|c| c.kind == ChunkKind::Stop && !scope.word(c.head).starts_with('?'));
    if hung {
        return Some((at, false));
    }
    // A short quotation that was read as words: « …, assure-t-il » behind its closing mark.
    (before < at).then_some((before, false))
}

fn report(
    scope: &Scope<'_>,
    from: usize,
    before: usize,
    open: bool,
    found: &Incise,
    out: &mut Vec<Candidate>,
) -> bool {
    // « comme en témoignent les chiffres »
    if scope.is_word(scope.chunks[found.start].head, &["comme"]) {
        return false;
    }
    let Some(class) = grammar::incise_class(scope, found.verb, open) else {
        return false;
    };
    if scope.is_first_person(found.subject) {
        return false;
    }
    let known = scope.reports(found.verb, u32::MAX).is_some();
    // « Le bus « Express » part-il à midi ? »
    if !known && scope.verb_cue(found.verb, None).polarity == Polarity::Questioned {
        return false;
    }
    if let Subject::Group { chunk, .. } = found.subject {
        let fits = if open && known {
            // « …, déclare la voix off »: behind a comma nothing but who spoke can follow such a verb.
            let comma = scope.kind(found.start.wrapping_sub(1)) == Some(ChunkKind::Comma);
            scope.may_speak(chunk)
                || comma
                    && scope.frames(found.verb).has(Frames::INCISE)
                    && scope.chunks[chunk].flags.has(ChunkFlags::DETERMINED)
                    && !scope.chunks[chunk].flags.has(ChunkFlags::TIME)
        } else {
            // A noun that the lexicon lacks may be a body: « a annoncé la capitainerie ».
            scope.surely_speaks(chunk)
                || (open || known && scope.noun_class(&scope.chunks[chunk]).is_none())
                    && scope.may_speak(chunk)
        };
        if !fits {
            return false;
        }
        // « n'a pas trouvé preneur »: an object that makes one idea with its verb.
        let named = &scope.chunks[chunk];
        if scope.article.source.pos(named.first) == Pos::Noun
            && scope.article.source.pos(named.start()) != Pos::PrepDet
            && !named
                .flags
                .has(ChunkFlags::DETERMINED | ChunkFlags::NAME | ChunkFlags::PRONOUN)
            && named.feats.has(Feats::SING)
            && !scope.is_quantity(chunk)
            && (!scope.frames(found.verb).has(Frames::INCISE)
                || scope.chunks[found.verb].flags.has(ChunkFlags::NEGATED))
        {
            return false;
        }
        // « sachent dire quelles seront leurs places »
        if scope.is_word(
            scope.chunks[chunk].first,
            &["quel", "quelle", "quels", "quelles"],
        ) {
            return false;
        }
        // « Celui qui veut « tout dire » avait démissionné du conseil »: a complement.
        let bound = scope.kind(found.start.wrapping_sub(1)) == Some(ChunkKind::Quote)
            && !known
            && scope.article.source.pos(scope.chunks[chunk].start()) == Pos::PrepDet;
        if bound {
            return false;
        }
        // « Les Marées » a obtenu un prix: without a comma the quotation may be the subject.
        let comma = scope.kind(found.start.wrapping_sub(1)) != Some(ChunkKind::Quote);
        if !comma && !known && !scope.surely_speaks(chunk) {
            return false;
        }
    }
    let start = content_start(scope, from, before);
    let verb = &scope.chunks[found.verb];
    if !open
        && !scope.has_quote(start, before)
        && !scope.has_finite(start, before)
        && !follows(scope, found.end)
        && !fragment(scope, start, before)
    {
        return false;
    }
    // « Luc Maret, chef des pêcheurs, a salué cette décision »: the subject and its apposition stand before.
    let waits = scope.kind(start) == Some(ChunkKind::Noun)
        && scope.is_bare(start)
        && scope.surely_speaks(start)
        && scope.agrees(verb, start)
        && !scope.has_finite(start, before)
        && !scope.has_quote(start, before)
        && (start..before).any(|i| scope.kind(i) == Some(ChunkKind::Comma))
        && matches!(found.subject, Subject::Group { .. })
        // « Luc Maret, le patron, prétend la mairie, dormait »
        && !(follows(scope, found.end)
            && scope.chunks[found.end + 1].is_finite()
            && scope.chunks[found.end + 1].subject().is_none());
    if !open && waits {
        return false;
    }
    if !open && verb.feats.has(Feats::SUBJUNCTIVE) && !verb.feats.has(Feats::FINITE) {
        return false;
    }
    // « L'image, qui a fait le tour du monde, montre Luc Maret »: a subject with its relative clause, no clause yet.
    if !open && !has_main_clause(scope, start, before) && scope.has_finite(start, before) {
        return false;
    }
    let mut speaker = scope.speaker(found.subject);
    if scope.is_on(found.subject) {
        speaker = heard_from(scope, found).unwrap_or(speaker);
    }
    let cue = Some(scope.verb_cue(found.verb, Some(class)));
    let quotes = quotations(scope, start, before);
    let (content, quotation) = match quotes.as_slice() {
        [] => {
            let mut content = vec![scope.part(start, before)];
            if let Some((a, b)) = continuation(scope, start, before, found.end) {
                content.push(scope.part(a, b));
            }
            (content, None)
        }
        list => {
            let mut content = contents(scope, list);
            if let Some(q) = second_part(scope, found.end) {
                content.push(scope.article.source.marks.content_tokens(q));
            }
            (content, Some(list[0]))
        }
    };
    let confidence = if open || known && matches!(found.subject, Subject::Clitic(_)) {
        0.95
    } else {
        0.75
    };
    // « Elle a dit “non”, assure Odile Brun, et rien ne bouge »: inside marks more likely the author's, see `incise_inside`.
    let inside = !scope.is_author() && quotes.is_empty();
    let rank = if open && !inside { 90 } else { 70 };
    Found {
        rule: &INFO,
        rank,
        content,
        cue,
        speaker,
        quotation,
        confidence,
    }
    .push(scope, out);
    true
}

/// What is reported begins behind a colon that opens a quotation (« Offensive : « … », assure X »), or at the start.
fn content_start(scope: &Scope<'_>, from: usize, before: usize) -> usize {
    // Inside an open parenthesis: from there.
    if let Some(open) = (from..before)
        .rev()
        .find(|&i| matches!(scope.kind(i), Some(ChunkKind::Open | ChunkKind::Close)))
        .filter(|&i| scope.kind(i) == Some(ChunkKind::Open))
    {
        return open + 1;
    }
    // A clause of the author's that ends in a quoted sentence: « … ont été entendus, mais « tout a fini de travers », a dit X ».
    let last = before - 1;
    if last > from
        && quoted_clause(scope, last)
        && matches!(
            scope.kind(last - 1),
            Some(ChunkKind::Comma | ChunkKind::Coordinator)
        )
        && scope.has_finite(from, last)
        // « Que la grève dure, « c'est inévitable », juge Odile Brun »: no clause of the author's stands alone.
        && scope.kind(from) != Some(ChunkKind::Subordinator)
        && !scope.has_quote(from, last)
    {
        return last;
    }
    let colon = (from..before)
        .rev()
        .find(|&i| scope.kind(i) == Some(ChunkKind::Colon));
    match colon {
        Some(c) if scope.kind(c + 1) == Some(ChunkKind::Quote) => c + 1,
        _ => from,
    }
}

/// A quotation with a finite verb of its own.
fn quoted_clause(scope: &Scope<'_>, at: usize) -> bool {
    // « …, « sera obligé de céder » »: a verb at the start has its subject outside.
    scope.chunks[at].quotation().is_some_and(|q| {
        let outside = scope
            .quoted_tags(q)
            .first()
            .is_some_and(Tag::is_finite_verb);
        !outside && has_main_verb(scope.quoted_tags(q))
    })
}

/// Some finite verb stands under no word that opens a clause: « conscients qu'ils partiront » has none.
pub(super) fn has_main_verb(tags: &[Tag]) -> bool {
    let mut under = 0usize;
    for tag in tags {
        if matches!(tag.pos, Pos::Sub | Pos::Relative) {
            under += 1;
        } else if tag.is_finite_verb() {
            if under == 0 {
                return true;
            }
            under -= 1;
        }
    }
    false
}

/// The quotations between `from` and `to` when nothing else stands there; empty when words of the author's do.
fn quotations(scope: &Scope<'_>, from: usize, to: usize) -> Vec<QuotationId> {
    let mut list = Vec::new();
    let mut i = from;
    while i < to {
        let (more, end) = joined(scope, i);
        list.extend(more);
        // « A. » « B. », a-t-il dit
        i = match scope.kind(end) {
            _ if end > i => end,
            Some(ChunkKind::Comma | ChunkKind::Stop | ChunkKind::Coordinator | ChunkKind::Dash) => {
                i + 1
            }
            _ => return Vec::new(),
        };
    }
    list
}

/// « A », dit-il, « b »: a second quotation that goes on with the first one's sentence.
fn second_part(scope: &Scope<'_>, at: usize) -> Option<QuotationId> {
    let mut i = at;
    // « « A », dit Luc Maret, patron du port, mais « b » », « …, patron du port, « b » »
    if scope.kind(at) == Some(ChunkKind::Comma) {
        i = apposition_end(scope, at + 1)
            .filter(|&close| {
                scope.kind(close) == Some(ChunkKind::Colon)
                    || matches!(
                        scope.kind(close + 1),
                        Some(ChunkKind::Coordinator | ChunkKind::Quote)
                    )
            })
            .unwrap_or(at);
    }
    while matches!(
        scope.kind(i),
        Some(ChunkKind::Comma | ChunkKind::Coordinator)
    ) {
        i += 1;
    }
    // « « A », dit-elle : « et b » »: without a capital it goes on.
    let lower = |i: usize| {
        scope
            .chunks
            .get(i)
            .and_then(|c| c.quotation())
            .is_some_and(|q| {
                let source = scope.article.source;
                let first = source.marks.content_tokens(q).start;
                !source.tokens[first as usize].flags.has(Flags::CAPITAL)
            })
    };
    if scope.kind(i) == Some(ChunkKind::Colon) && lower(i + 1) {
        i += 1;
    }
    let q = scope.chunks.get(i)?.quotation()?;
    // Its own incise makes it a claim of its own.
    let mut next = i + 1;
    while matches!(scope.kind(next), Some(ChunkKind::Comma)) {
        next += 1;
    }
    if let Ok((_, other)) = grammar::incise(Cursor::new(scope, next)) {
        if grammar::incise_class(scope, other.verb, true).is_some() {
            return None;
        }
    }
    Some(q)
}

/// Some finite verb stands outside a relative clause that opens right behind the first noun group.
fn has_main_clause(scope: &Scope<'_>, from: usize, to: usize) -> bool {
    if scope.kind(from) != Some(ChunkKind::Noun) || !scope.is_bare(from) {
        return true;
    }
    let end = scope.complex_end(from);
    let relative = end + usize::from(scope.kind(end) == Some(ChunkKind::Comma));
    if !scope.chunk_is(relative, ChunkKind::Relative, &["qui"]) {
        return true;
    }
    // « L'opération, qui « vient d'aboutir », attend … »: a verb between marks is one all the same.
    scope
        .between(relative, to)
        .iter()
        .filter(|c| c.is_finite() || c.quotation().is_some_and(|q| scope.quotes_clause(q)))
        .count()
        > 1
}

/// « Trop cher, estime le maire »: an adjective, participle or noun group that says something by itself.
fn fragment(scope: &Scope<'_>, from: usize, to: usize) -> bool {
    // « Le prévenu, Luc Maret, avait lu un texte »: a subject and its apposition.
    if scope.between(from, to).iter().any(|c| {
        c.kind == ChunkKind::Comma || c.flags.has(ChunkFlags::NAME) && c.kind == ChunkKind::Noun
    }) {
        return false;
    }
    scope.between(from, to).iter().any(|c| match c.kind {
        ChunkKind::Adjective => true,
        ChunkKind::Verb => c.feats.has(Feats::PAST_PARTICIPLE | Feats::INFINITIVE),
        ChunkKind::Noun => {
            c.prep().is_none() && !c.flags.has(ChunkFlags::TIME) && !c.flags.has(ChunkFlags::NAME)
        }
        _ => false,
    })
}

fn follows(scope: &Scope<'_>, end: usize) -> bool {
    scope.kind(end) == Some(ChunkKind::Comma) && end + 1 < scope.matter_end()
}

/// The rest of the sentence behind an incise that cut it: when what stood before was no clause yet, or a coordinated clause goes on.
fn continuation(
    scope: &Scope<'_>,
    start: usize,
    before: usize,
    end: usize,
) -> Option<(usize, usize)> {
    if scope.kind(end) != Some(ChunkKind::Comma) {
        return None;
    }
    // « …, dit Luc Maret, patron du port, tandis que … »: past what describes the speaker.
    let described = apposition_end(scope, end + 1);
    let next = match described {
        Some(close) if close < scope.matter_end() => close + 1,
        Some(_) => return None,
        None => end + 1,
    };
    let apposition = described.is_some()
        && !subordinate(scope, next)
        && scope.kind(next) != Some(ChunkKind::Coordinator);
    // « …, indiquait la préfecture, avant de faire état de … »
    let then = scope.chunk_is(next, ChunkKind::Preposition, &["avant", "après", "sans"])
        || scope.chunk_is(next, ChunkKind::Adverb, &["avant", "après"]);
    let goes_on = if apposition
        || then
        || occasion(scope, next)
        || scope
            .chunks
            .get(next)
            .is_some_and(|c| c.feats.has(Feats::PRESENT_PARTICIPLE))
            && scope.kind(next) == Some(ChunkKind::Verb)
    {
        false
    } else if before > start && scope.chunks[before - 1].is_finite() {
        // « Le projet est, estime Léa Morin, « un danger » »: the verb still wants its complement.
        true
    } else if matches!(
        scope.kind(next),
        Some(ChunkKind::Subordinator | ChunkKind::Relative)
    ) && scope.is_word(scope.chunks[next].head, &["que", "qu'"])
    {
        // « Il est urgent, dit-elle, que … »
        true
    } else if scope.has_clause(start, before)
        || scope.has_quote(start, before) && !scope.has_finite(next, scope.matter_end())
    {
        subordinate(scope, next)
            || matches!(scope.kind(next), Some(ChunkKind::Coordinator))
                && (scope.has_finite(next, scope.matter_end())
                    || scope.has_quote(next, scope.matter_end())
                    || adds(scope, next))
    } else {
        !matches!(scope.kind(next), Some(ChunkKind::Relative))
    };
    goes_on.then(|| {
        (
            next,
            grammar::complement_end(scope, None, next).min(scope.matter_end()),
        )
    })
}

/// The comma, or the end, behind a noun group that describes the speaker: « …, dit Luc Maret, patron du port, … ».
fn apposition_end(scope: &Scope<'_>, at: usize) -> Option<usize> {
    let stop = scope.matter_end();
    if at >= stop
        || scope.kind(at) != Some(ChunkKind::Noun)
        || !scope.is_bare(at)
        // « l'un des patrons du quai »
        || !(scope.surely_speaks(at) || scope.is_word(scope.chunks[at].head, &["un", "une"]))
    {
        return None;
    }
    let close = (at..stop).find(|&i| {
        scope.chunks[i].is_finite()
            || matches!(
                scope.kind(i),
                Some(ChunkKind::Comma | ChunkKind::Colon | ChunkKind::Relative | ChunkKind::Quote)
            )
    });
    match close.map(|i| (i, scope.chunks[i].kind)) {
        None | Some((_, ChunkKind::Relative)) => Some(stop),
        Some((i, ChunkKind::Comma | ChunkKind::Colon)) => Some(i),
        Some(_) => None,
    }
}

/// « …, assure le maire, tandis que la rade s'ensable », « …, puisque rien n'est prêt »: a clause that goes on with the one before;
/// « …, tandis que le préfet dément » is somebody else's.
fn subordinate(scope: &Scope<'_>, at: usize) -> bool {
    let word = |i: usize, words: &[&str]| {
        matches!(
            scope.kind(i),
            Some(ChunkKind::Subordinator | ChunkKind::Adverb)
        ) && scope.is_word(scope.chunks[i].head, words)
    };
    let reports = (at..scope.chunks.len())
        .find(|&i| scope.chunks[i].is_finite())
        .is_some_and(|v| scope.reports(v, u32::MAX).is_some());
    if reports {
        return false;
    }
    word(at, &["puisque", "puisqu'"])
        || word(at, &["tandis", "parce", "même"])
            && matches!(
                scope.kind(at + 1),
                Some(ChunkKind::Subordinator | ChunkKind::Relative)
            )
}

/// « mais aussi les grues du quai », « mais surtout la criée »: one thing more.
fn adds(scope: &Scope<'_>, at: usize) -> bool {
    scope.chunk_is(at, ChunkKind::Coordinator, &["mais"])
        && scope.chunk_is(
            at + 1,
            ChunkKind::Adverb,
            &["aussi", "également", "encore", "surtout"],
        )
        && scope.kind(at + 2) == Some(ChunkKind::Noun)
}

/// « …, estime le maire, lors d'un entretien avec Le Relais »: when it was said.
fn occasion(scope: &Scope<'_>, at: usize) -> bool {
    let Some((chunk, prep)) = scope.chunks.get(at).and_then(|c| Some((c, c.prep()?))) else {
        return false;
    };
    let lors = scope.is_word(prep, &["lors"]) || prep > 0 && scope.is_word(prep - 1, &["lors"]);
    let medium = scope.noun_class(chunk) == Some(NounClass::Medium)
        && scope.is_word(prep, &["dans", "sur", "par", "via"]);
    (lors || medium) && grammar::closes_sentence(scope, at)
}

/// « explique-t-on à la mairie », « dans l'entourage du maire », « chez les marins »: where words come from, not whom they are told to.
fn is_house(scope: &Scope<'_>, at: usize) -> bool {
    let chunk = &scope.chunks[at];
    let class = scope.noun_class(chunk);
    if chunk.flags.has(ChunkFlags::NAME) {
        return scope.prep_is(chunk, &["chez"]);
    }
    match class {
        Some(NounClass::Organisation) => true,
        Some(NounClass::Group | NounClass::Person) => scope.prep_is(chunk, &["dans", "chez"]),
        _ => false,
    }
}

/// « a-t-on appris auprès du parquet »: the speaker is whom one heard it from.
fn heard_from(scope: &Scope<'_>, found: &Incise) -> Option<SpeakerTokens> {
    // « peut-on lire sur une banderole », « … au dos d'un gilet »: the thing that bears the words.
    let read = scope.lemma(&scope.chunks[found.verb]) == "lire";
    let at = (found.verb + 1..scope.chunks.len().min(found.verb + 6)).find(|&i| {
        let c = &scope.chunks[i];
        let borne = read && scope.prep_is(c, &["sur", "dans", "de", "d'", "du"]);
        // « de sources concordantes »: de is the article's.
        let sources =
            scope.noun_class(c) == Some(NounClass::Source) && scope.is_word(c.first, &["de"]);
        // « dans l'entourage | du maire »: said of the noun before.
        let complement = c.flags.has(ChunkFlags::OF)
            && scope.kind(i - 1) == Some(ChunkKind::Noun)
            && !scope.chunks[i - 1].flags.has(ChunkFlags::TIME);
        let there = scope.prep_is(c, &["dans", "chez", "à", "au", "aux"]) && is_house(scope, i);
        c.kind == ChunkKind::Noun
            && (c.prep().is_some() || sources)
            && (borne
                || sources
                || there
                || !complement
                    && scope.surely_speaks(i)
                    && scope.prep_is(c, &["auprès", "de", "d'", "du", "des", "sur"]))
    })?;
    Some(scope.speaker(scope.group(at)))
}
