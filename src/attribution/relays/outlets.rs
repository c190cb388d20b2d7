//! Whether a noun group is an outlet: by its noun, by a name that the lexicon knows, by the shape of an unknown one, or because
//! the grammar leaves nothing else.

use super::Part;
use super::words;
use crate::attribution::Scope;
use crate::chunks::{Chunk, ChunkFlags, ChunkKind};
use crate::lexicon::{Feats, NounClass, Pos, ProperKind};
use crate::tokens::{Flags, TokenId, TokenKind};

/// How much the place in the sentence says of an unknown name.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub(super) enum Licence {
    /// Nothing: the name must be known, or look like an outlet's.
    Shape,
    /// A title with its article: « dans Le Relais ».
    Title,
    /// Somebody is told something here: a town is not (« au Relais », « à la Voix d'Orsigny »), but one may stand here (« à Fréval »).
    Told,
    /// Only somebody who asks, reports or broadcasts stands here: « interrogé par », « au micro de ».
    Any,
}

/// The words of the group at `at` that name an outlet.
pub(super) fn outlet(scope: &Scope<'_>, at: usize, licence: Licence) -> Option<Part> {
    let chunk = &scope.chunks[at];
    if chunk.kind != ChunkKind::Noun || chunk.flags.has(ChunkFlags::PRONOUN) {
        return None;
    }
    if let Some(end) = by_noun(scope, at) {
        return Some(chunk.first..end);
    }
    by_name(scope, at, licence)
}

/// « le quotidien régional Le Relais », « la chaîne », « nos confrères de Radio Lumen »: behind the group when its noun is an outlet's.
fn by_noun(scope: &Scope<'_>, at: usize) -> Option<TokenId> {
    let chunk = &scope.chunks[at];
    if chunk.flags.has(ChunkFlags::NAME) {
        return None;
    }
    let lemma = scope.lemma(chunk);
    let end = with_name(scope, at);
    let end_token = scope.chunks[end - 1].end;
    let qualified = end > at + 1 || chunk.end > chunk.head + 1;
    let named = end > at + 1 && scope.chunks[end - 1].flags.has(ChunkFlags::NAME)
        || (chunk.head + 1..end_token).any(|t| is_capital(scope, t));
    // « nos confrères du Relais », « un journaliste de l'AFP »: people of an outlet.
    if words::is_press_people(lemma) {
        let of = scope.chunks.get(at + 1)?;
        let licence = if matches!(lemma, "confrère" | "consœur") {
            Licence::Any
        } else {
            Licence::Shape
        };
        return (of.flags.has(ChunkFlags::OF) && by_name(scope, at + 1, licence).is_some()
            || scope.article.source.lemma_text(of.lemma()) == "presse"
                && words::is_ours(scope, chunk))
        .then(|| scope.chunks[scope.complex_end(at) - 1].end);
    }
    let ok = match lemma {
        // « à la presse », « à la radio », « dans les médias »: nobody in particular.
        "presse" | "audiovisuel" => false,
        "média" => named || chunk.feats.has(Feats::SING) && qualified,
        // « à l'antenne de Radio Lumen »: the name is the relay.
        "antenne" => false,
        "radio" | "télévision" | "télé" => qualified,
        "titre" | "feuille" | "fréquence" | "station" | "supplément" | "diffuseur" | "canard" => {
            named
        }
        // « l'agence spatiale », « l'agence régionale de santé » are no press.
        "agence" => {
            let of = scope
                .chunks
                .get(at + 1)
                .filter(|c| c.flags.has(ChunkFlags::OF));
            let of_press = of.is_some_and(|c| matches!(scope.lemma(c), "presse" | "information"));
            let adjective = (chunk.head + 1..chunk.end).any(|t| {
                scope.article.source.pos(t) == Pos::Adj
                    && !words::is_press_adjective(scope.article.source.word(t))
            });
            of_press || of.is_none() && !adjective
        }
        "chaîne" => scope
            .chunks
            .get(at + 1)
            .filter(|c| c.flags.has(ChunkFlags::OF))
            .is_none_or(|c| words::is_broadcast_matter(scope.lemma(c)) || is_named(c)),
        "site" | "plateforme" | "plate-forme" | "portail" => is_site(scope, at, named),
        _ => scope.noun_class(chunk) == Some(NounClass::Outlet),
    };
    ok.then_some(end_token)
}

/// « le site Fréval Actu », « son site », « le site d'information », « le site internet de la mairie »: on the web, not on the ground.
fn is_site(scope: &Scope<'_>, at: usize, named: bool) -> bool {
    let chunk = &scope.chunks[at];
    let adjective = (chunk.head + 1..chunk.end).any(|t| words::is_web(scope.word(t)));
    let next = scope.chunks.get(at + 1);
    let matter = next.is_some_and(|c| {
        c.flags.has(ChunkFlags::OF)
            && (words::is_broadcast_matter(scope.lemma(c))
                || by_name(scope, at + 1, Licence::Shape).is_some()
                || known(scope, at + 1).is_some_and(|(kind, _)| kind != ProperKind::Place)
                || matches!(
                    scope.noun_class(c),
                    Some(NounClass::Outlet | NounClass::Person | NounClass::Organisation)
                ) && scope.lemma(chunk) == "site"
                    && matches!(
                        scope.lemma(c),
                        "mairie"
                            | "ministère"
                            | "préfecture"
                            | "gouvernement"
                            | "parti"
                            | "club"
                            | "magazine"
                            | "journal"
                            | "quotidien"
                            | "revue"
                            | "chaîne"
                            | "radio"
                            | "association"
                            | "institut"
                            | "université"
                            | "entreprise"
                            | "groupe"
                            | "fédération"
                            | "syndicat"
                            | "maire"
                            | "marque"
                    ))
    });
    let juxtaposed = next.is_some_and(|c| c.prep().is_none()) && named;
    adjective
        || matter
        || juxtaposed
        || chunk.feats.has(Feats::POSSESSIVE) && chunk.end == chunk.head + 1
}

/// The index behind the noun group with its complements and the name that stands by it (« le quotidien régional | Le Relais »).
fn with_name(scope: &Scope<'_>, at: usize) -> usize {
    let mut end = at + 1;
    while let Some(next) = scope.chunks.get(end) {
        let joined = match next.kind {
            _ if scope.chunks[end - 1].end != next.start() => false,
            ChunkKind::Noun if next.flags.has(ChunkFlags::TIME) => false,
            ChunkKind::Noun if next.prep().is_some() => {
                next.flags.has(ChunkFlags::OF) && !is_person(scope, next)
            }
            // « l'hebdomadaire Marianne »: a first name may be an outlet's.
            ChunkKind::Noun => {
                is_capital(scope, next.first)
                    && (!is_person(scope, next)
                        || known(scope, end).is_some_and(|(kind, _)| {
                            matches!(kind, ProperKind::Outlet | ProperKind::Broadcaster)
                        }))
            }
            ChunkKind::Adjective => true,
            ChunkKind::Quote => end == at + 1 && short_quote(scope, next).is_some(),
            _ => false,
        };
        if !joined {
            break;
        }
        end += 1;
    }
    end
}

/// A name in marks: « au « Journal d'Orsigny » ».
pub(super) fn short_quote(scope: &Scope<'_>, chunk: &Chunk) -> Option<Part> {
    let quotation = chunk.quotation()?;
    let content = scope.article.source.marks.content_tokens(quotation);
    (content.start < content.end
        && content.end - content.start <= 6
        && is_capital(scope, content.start))
    .then_some(content)
}

fn by_name(scope: &Scope<'_>, at: usize, licence: Licence) -> Option<Part> {
    let chunk = &scope.chunks[at];
    let first = chunk.first;
    if let Some((kind, end)) = known(scope, at) {
        let speaks = matches!(
            kind,
            ProperKind::Outlet
                | ProperKind::Agency
                | ProperKind::Broadcaster
                | ProperKind::Program
                | ProperKind::Platform
        );
        if speaks {
            // « France 3 Orsigny », « Le Courrier de Fréval »: the name goes on.
            let long = name_end(scope, at);
            let end = if end < long && !is_person(scope, chunk) {
                long
            } else {
                end
            };
            return Some(first..end);
        }
        // « Fréval TV », « Nordia Info »: a town's or a company's name in an outlet's.
        return (has_title_word(scope, end, chunk.end)).then_some(first..chunk.end);
    }
    let start = name_start(scope, chunk)?;
    if is_person(scope, chunk) || names_somebody(scope, chunk, start) {
        return None;
    }
    let end = name_end(scope, at);
    let shaped = has_outlet_shape(scope, start, end);
    let fits = shaped
        || match licence {
            Licence::Shape => false,
            Licence::Any => is_named(chunk) || is_capital(scope, chunk.head),
            Licence::Title => is_title(scope, start, end),
            Licence::Told => told_name(scope, chunk, start, end),
        };
    fits.then_some(first..end)
}

/// An unknown name of somebody told: with its article (« au Relais », « à L'Écho », « à la Voix d'Orsigny »), or an acronym. A
/// town would have none.
fn told_name(scope: &Scope<'_>, chunk: &Chunk, start: TokenId, end: TokenId) -> bool {
    let contracted = chunk.prep().is_some_and(|p| scope.is_word(p, &["au"])) && start == chunk.first
        // « au Stade Vaume », « au Conseil des ports »: a house or a body.
        && !words::is_house(scope.word(start))
        && !matches!(
            scope.noun_class(chunk),
            Some(NounClass::Organisation | NounClass::Group | NounClass::Person)
        );
    let acronym = scope.article.source.tokens[start as usize]
        .flags
        .has(Flags::ALL_CAPS);
    let titled = (start..end).any(|t| words::is_title_noun(scope.word(t)));
    contracted || acronym || titled || is_title(scope, start, end)
}

/// « Le Relais », and not « La Seyne-sur-Mer ».
fn is_title(scope: &Scope<'_>, start: TokenId, end: TokenId) -> bool {
    is_title_article(scope, start) && !(start..end).any(|t| scope.word(t).contains('-'))
}

/// « Le Relais » with a capital inside the sentence: the article is part of the name.
pub(super) fn is_title_article(scope: &Scope<'_>, token: TokenId) -> bool {
    token > scope.sentence.tokens.start
        && matches!(
            scope.word(token),
            "Le" | "La"
                | "Les"
                | "L'"
                | "L’"
                | "The"
                | "El"
                | "Il"
                | "Der"
                | "Die"
                | "Das"
                | "De"
                | "Het"
        )
}

/// Where the capitals of the group begin, the article of a title included.
fn name_start(scope: &Scope<'_>, chunk: &Chunk) -> Option<TokenId> {
    (chunk.first..chunk.end).find(|&t| is_capital(scope, t) || is_web_name(scope, t))
}

/// Behind the name: « La Voix | d'Orsigny », « Velta | 3 », « France | 3 Orsigny ».
fn name_end(scope: &Scope<'_>, at: usize) -> TokenId {
    let mut last = at;
    while let Some(next) = scope.chunks.get(last + 1) {
        let joined = next.kind == ChunkKind::Noun
            && scope.chunks[last].end == next.start()
            && !next.flags.has(ChunkFlags::TIME)
            && match next.prep() {
                Some(_) => {
                    next.flags.has(ChunkFlags::OF)
                        && !is_person(scope, next)
                        // « La Gazette du port »
                        && (is_capital(scope, next.head)
                            || last == at && (scope.chunks[at].first..scope.chunks[at].end)
                                .any(|t| words::is_outlet_word(scope.word(t))))
                }
                None => {
                    scope.article.source.tokens[next.first as usize].kind == TokenKind::Number
                        && next.first == next.head
                        && next.end == next.first + 1
                }
            };
        if !joined {
            break;
        }
        last += 1;
    }
    scope.chunks[last].end
}

/// What the lexicon knows by the words from the start of the group, longest first, and where the name ends. Of « à l'AFP Odile
/// Brun » that is « l'AFP ».
pub(super) fn known(scope: &Scope<'_>, at: usize) -> Option<(ProperKind, TokenId)> {
    let source = scope.article.source;
    let chunk = &scope.chunks[at];
    // « 24 heures », « 20 Minutes »
    let start = name_start(scope, chunk).map(|t| {
        if source.pos(chunk.first) == Pos::Number {
            chunk.first
        } else {
            t
        }
    })?;
    let to = (start + 5).min(scope.sentence.tokens.end);
    let mut longest = start;
    while longest < to && joins_name(scope, longest) {
        longest += 1;
    }
    // The words before the capital may be the article.
    let froms = [chunk.first, start];
    (start + 1..=longest.max(start + 1)).rev().find_map(|end| {
        froms.iter().find_map(|&from| {
            let span = source.tokens[from as usize].span.start()
                ..source.tokens[end as usize - 1].span.end();
            let written = &source.text[span];
            let known = source.lexicon.proper(written)?;
            // « dans le Sud-Ouest » is no « Sud Ouest ».
            (written.contains('-') == known.name.contains('-') || written.len() < 4)
                .then_some((known.kind, end))
        })
    })
}

/// The word may be inside a name: a capital, a figure, a small word between them.
fn joins_name(scope: &Scope<'_>, token: TokenId) -> bool {
    let source = scope.article.source;
    match source.tokens[token as usize].kind {
        TokenKind::Word => {
            is_capital(scope, token)
                || is_web_name(scope, token)
                || matches!(
                    source.pos(token),
                    Pos::Prep | Pos::PrepDet | Pos::Det | Pos::Particle | Pos::Adj | Pos::Noun
                )
        }
        TokenKind::Number => true,
        TokenKind::Symbol => source.word(token) == "+" || source.word(token) == "&",
        _ => false,
    }
}

/// A first name, a title, or a noun of a person in the group: somebody, no outlet.
pub(super) fn is_person(scope: &Scope<'_>, chunk: &Chunk) -> bool {
    let source = scope.article.source;
    let shaped = |t: TokenId| words::is_outlet_word(source.word(t));
    (chunk.first..chunk.end).any(|t| matches!(source.pos(t), Pos::FirstName | Pos::Title))
        && !(chunk.first..chunk.end).any(shaped)
}

/// The last name of a person whom the article names in full.
fn names_somebody(scope: &Scope<'_>, chunk: &Chunk, start: TokenId) -> bool {
    chunk.end == start + 1 && scope.article.is_surname(scope.word(start))
}

fn is_named(chunk: &Chunk) -> bool {
    chunk.flags.has(ChunkFlags::NAME)
}

pub(super) fn is_capital(scope: &Scope<'_>, token: TokenId) -> bool {
    let token = &scope.article.source.tokens[token as usize];
    matches!(token.kind, TokenKind::Word) && token.flags.has(Flags::CAPITAL)
}

/// « lerelais.fr », « franceinfo », « i24news »
fn is_web_name(scope: &Scope<'_>, token: TokenId) -> bool {
    words::is_domain(scope.word(token))
}

fn has_title_word(scope: &Scope<'_>, from: TokenId, end: TokenId) -> bool {
    (from..end).any(|t| words::is_outlet_word(scope.word(t)))
}

/// « Radio Lumen », « Fréval TV », « Nordia Post », « lerelais.fr », « LTV », « StreetPost », « Velta 3 »
fn has_outlet_shape(scope: &Scope<'_>, start: TokenId, end: TokenId) -> bool {
    let source = scope.article.source;
    (start..end).any(|t| {
        let word = source.word(t);
        words::is_outlet_word(word) || words::is_domain(word) || words::is_inner_capital(word)
    }) || end > start + 1
        && is_capital(scope, start)
        && source.tokens[end as usize - 1].kind == TokenKind::Number
}
