//! Through what the words came: « à l'AFP », « dans un communiqué », « au micro de », « cité par »; and to whom they were said.
//!
//! No list holds every outlet. So the place in the sentence is read first (told, asked by, cited by, said on), and it says how much
//! a name must show by itself: [`outlets`] knows the shapes.

mod outlets;
#[cfg(test)]
mod tests;
mod words;

use super::{Article, Candidate, CueLemma, Part, Scope, SpeakerTokens};
use crate::chunks::{Chunk, ChunkFlags, ChunkKind};
use crate::claim::RelayRole;
use crate::lexicon::{Feats, Frames, NounClass, Pos};
use crate::tokens::TokenId;
use outlets::{Licence, is_capital, outlet};

/// Looks at the noun groups of the sentence that stand outside the content.
pub(super) fn attach(scope: &Scope<'_>, candidate: &mut Candidate) {
    let mut found = Found::default();
    if let Some(cue) = candidate.cue.as_ref().map(|c| c.tokens.clone()) {
        for at in reach(scope, &cue) {
            if is_outside(scope, at, candidate) {
                found.read(scope, at, &cue);
            }
        }
    }
    found.reporters(scope, candidate);
    // « Dans ce courrier, il « réclame le l'État » »: no cue, but an opening.
    if candidate.cue.is_none()
        && scope.is_author()
        && !scope.chunks.is_empty()
        && is_outside(scope, 0, candidate)
    {
        if let Some((part, role)) = relay(scope, 0, None) {
            found.add(part, role);
        }
    }
    candidate.relays = found.relays;
    candidate.addressees = found.addressees;
}

/// A group with a preposition, or a name in marks behind one, outside the content.
fn is_outside(scope: &Scope<'_>, at: usize, candidate: &Candidate) -> bool {
    let chunk = &scope.chunks[at];
    let start = chunk.start();
    // « …, a-t-elle dit au Relais, qui précise que »: a speaker is no relay of its own words.
    let speaks = matches!(&candidate.speaker, SpeakerTokens::Group { tokens, .. }
        if tokens.start < chunk.end && chunk.first < tokens.end);
    chunk.prep().is_some()
        && !speaks
        && !candidate
            .content
            .iter()
            .any(|c| c.start < chunk.end && start < c.end)
}

#[derive(Default)]
struct Found {
    relays: Vec<(Part, RelayRole)>,
    addressees: Vec<Part>,
}

impl Found {
    fn read(&mut self, scope: &Scope<'_>, at: usize, cue: &Part) {
        match relay(scope, at, Some(cue)) {
            Some((part, role)) => self.add(part, role),
            None if is_addressee(scope, at, cue) => {
                let end = scope.chunks[group_end(scope, at) - 1].end;
                self.addressees.push(scope.chunks[at].first..end);
            }
            None => {}
        }
    }

    fn add(&mut self, part: Part, role: RelayRole) {
        let overlaps = |(p, _): &(Part, RelayRole)| p.start < part.end && part.start < p.end;
        if part.start < part.end && !self.relays.iter().any(overlaps) {
            self.relays.push((part, role));
        }
    }

    /// « …, a dit Odile Brun, rapporte Le Relais », « Selon Le Relais, Odile Brun a dit »: the outlet that hands the words on.
    fn reporters(&mut self, scope: &Scope<'_>, candidate: &Candidate) {
        let Some(cue) = &candidate.cue else {
            return;
        };
        let chunks = scope.chunks;
        let here = chunks.partition_point(|c| c.first < cue.tokens.start);
        let (from, to) = (here.saturating_sub(REACH), (here + REACH).min(chunks.len()));
        for at in from..to {
            let own = |c: &Chunk| c.start() < cue.tokens.end && cue.tokens.start < c.end;
            let part = match chunks[at].kind {
                ChunkKind::Noun
                    if scope.prep_is(&chunks[at], &["selon", "après", "suivant"])
                        && chunks[at].start() != cue.tokens.start =>
                {
                    outlet(scope, at, Licence::Title)
                }
                // « …, rapporte Le Relais »
                ChunkKind::Verb
                    if at > here
                        && chunks[at].is_finite()
                        && chunks[at].subject().is_none()
                        && !own(&chunks[at])
                        && scope.kind(at - 1) == Some(ChunkKind::Comma)
                        && scope.reports(at, Frames::INCISE | Frames::QUE).is_some()
                        && chunks
                            .get(at + 1)
                            .is_some_and(|c| c.kind == ChunkKind::Noun && c.prep().is_none()) =>
                {
                    outlet(scope, at + 1, Licence::Title)
                }
                _ => None,
            };
            let Some(part) = part else { continue };
            let speaks = matches!(&candidate.speaker, SpeakerTokens::Group { tokens, .. }
                if tokens.start < part.end && part.start < tokens.end);
            let said = candidate
                .content
                .iter()
                .any(|c| c.start < part.end && part.start < c.end);
            if !speaks && !said {
                self.add(part, RelayRole::ReportedBy);
            }
        }
    }
}

/// The outlet that speaks in a claim: the relay of the claims that stand inside it.
pub(crate) fn reporter(article: &Article<'_>, candidate: &Candidate) -> Option<Part> {
    let SpeakerTokens::Group { chunk, .. } = candidate.speaker else {
        return None;
    };
    let scope = Scope::new(article, candidate.sentence);
    let at = chunk.checked_sub(article.ranges[candidate.sentence as usize].start)? as usize;
    let here = scope.chunks.get(at)?;
    // « l'agence » alone may be any agency.
    let plain = scope.lemma(here) == "agence"
        && scope
            .chunks
            .get(at + 1)
            .is_none_or(|c| c.kind != ChunkKind::Noun || here.end != c.start());
    let hands_on = candidate.cue.as_ref().is_some_and(|c| match c.lemma {
        CueLemma::Lexicon(lemma) => matches!(
            article.source.lemma_text(Some(lemma)),
            "rapporter" | "relayer" | "croire savoir" | "titrer"
        ),
        _ => false,
    });
    let licence = if hands_on && !here.flags.has(ChunkFlags::PRONOUN) {
        Licence::Any
    } else {
        Licence::Title
    };
    outlet(&scope, at, licence).filter(|_| !plain)
}

/// How words came by what the sentence before says: « Odile Brun était l'invitée de Radio Lumen. « … », a-t-elle dit », « Dans une
/// lettre ouverte, Odile Brun ne mâche pas ses mots. « … » ».
pub(crate) fn announced(article: &Article<'_>, sentence: u32) -> Vec<(Part, RelayRole)> {
    let scope = Scope::new(article, sentence);
    let mut found = Found::default();
    let mut appears = false;
    for (at, chunk) in scope.chunks.iter().enumerate().take(REACH) {
        match chunk.kind {
            ChunkKind::Verb if chunk.is_finite() || words::is_asked(scope.lemma(chunk)) => {
                appears = words::is_appearance(scope.lemma(chunk));
            }
            ChunkKind::Noun if chunk.prep().is_some() => {
                let slot = slot(&scope, at, None);
                let tells = at == 0
                    || appears
                    || matches!(slot, Some(Slot::Guest | Slot::Floor | Slot::Asked(_)));
                if let Some((part, role)) = relay(&scope, at, None).filter(|_| tells) {
                    found.add(part, role);
                }
            }
            // « a publié mardi un communiqué »
            ChunkKind::Noun if is_medium(&scope, chunk) && is_issued(&scope, at) => {
                let end = scope.chunks[group_end(&scope, at) - 1].end;
                found.add(chunk.first..end, RelayRole::Medium);
            }
            ChunkKind::Relative | ChunkKind::Subordinator | ChunkKind::Colon | ChunkKind::Quote => {
                break;
            }
            _ => {}
        }
    }
    found.relays
}

/// Behind a verb of issuing, and moments or adverbs.
fn is_issued(scope: &Scope<'_>, at: usize) -> bool {
    let verb = scope.chunks[at.saturating_sub(4)..at]
        .iter()
        .rev()
        .find(|c| {
            c.kind != ChunkKind::Adverb
                && !(c.kind == ChunkKind::Noun && c.flags.has(ChunkFlags::TIME))
        });
    verb.is_some_and(|c| c.kind == ChunkKind::Verb && words::is_issue(scope.lemma(c)))
}

/// Where a prepositional group stands, as far as that tells the way the words took.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Slot {
    /// à, au, auprès de, avec: somebody is told.
    Told(Licence),
    /// par behind interrogé, joint, contacté.
    Asked(Licence),
    /// par behind cité, rapporté, diffusé.
    Cited(Licence),
    /// de behind micro, antenne, colonnes: the outlet lends its own.
    Floor,
    /// de behind invité: « invité de Radio Lumen ».
    Guest,
    /// dans, sur, via, lors de.
    Place(Licence),
    /// de behind cours, occasion: « au cours d'un entretien ».
    Joint,
    /// par, en before a bare noun: « par communiqué », « en conférence de presse ».
    Bare,
}

/// What a prepositional group tells of the way the words took, and the words that do.
fn relay(scope: &Scope<'_>, at: usize, cue: Option<&Part>) -> Option<(Part, RelayRole)> {
    let chunk = &scope.chunks[at];
    // « dans l'avenir », « dans L'Avenir »
    if chunk.flags.has(ChunkFlags::TIME) && outlets::known(scope, at).is_none() {
        return None;
    }
    let slot = slot(scope, at, cue)?;
    let of_outlet = |licence: Licence, role: RelayRole| {
        let part = outlet(scope, at, licence)?;
        Some((behind_preposition(scope, chunk, part), role))
    };
    match slot {
        Slot::Told(licence) => of_outlet(licence, RelayRole::ToldTo),
        // « contactée par nos soins »
        Slot::Asked(_) if scope.lemma(chunk) == "soin" && words::is_ours(scope, chunk) => {
            Some((chunk.first..chunk.end, RelayRole::ToldTo))
        }
        Slot::Asked(licence) => of_outlet(licence, RelayRole::ToldTo),
        Slot::Cited(licence) => of_outlet(licence, RelayRole::ReportedBy),
        Slot::Floor => of_outlet(Licence::Any, RelayRole::ToldTo)
            .or_else(|| carrier(scope, at, slot).map(|part| (part, RelayRole::Medium))),
        Slot::Guest => of_outlet(Licence::Any, RelayRole::Medium)
            .or_else(|| carrier(scope, at, slot).map(|part| (part, RelayRole::Medium))),
        Slot::Place(licence) => of_outlet(licence, RelayRole::Medium)
            .or_else(|| carrier(scope, at, slot).map(|part| (part, RelayRole::Medium))),
        Slot::Joint | Slot::Bare => carrier(scope, at, slot).map(|part| (part, RelayRole::Medium)),
    }
}

fn slot(scope: &Scope<'_>, at: usize, cue: Option<&Part>) -> Option<Slot> {
    let chunk = &scope.chunks[at];
    let prep = preposition(scope, chunk)?;
    let host = at.checked_sub(1).map(|b| &scope.chunks[b]);
    // What the group hangs on, when it touches it.
    let near = host.filter(|h| h.end == chunk.start());
    let lemma = near.map_or("", |h| scope.lemma(h));
    if scope.is_word(prep, &["auprès"]) {
        return Some(Slot::Told(Licence::Told));
    }
    if scope.is_word(prep, &["à", "au", "aux"]) {
        if carrier_before(scope, at).is_some() {
            return Some(Slot::Told(Licence::Told));
        }
        return Some(Slot::Told(told(scope, at, cue)));
    }
    if scope.is_word(prep, &["avec", "pour"]) {
        let interview = words::is_interview(lemma) && near.is_some_and(|h| is_medium(scope, h));
        return interview.then_some(Slot::Told(Licence::Shape));
    }
    if scope.is_word(prep, &["par"]) {
        let participle = participle_before(scope, at).map(words::infinitive);
        return match participle.as_deref() {
            Some(verb) if words::is_asked(verb) => {
                Some(Slot::Asked(if words::is_asked_by_press(verb) {
                    Licence::Any
                } else {
                    Licence::Title
                }))
            }
            Some(verb) if words::is_cited(verb) => {
                Some(Slot::Cited(if words::is_cited_by_press(verb) {
                    Licence::Any
                } else {
                    Licence::Title
                }))
            }
            _ => Some(Slot::Bare),
        };
    }
    if scope.is_word(prep, &["de", "d'", "du", "des"]) {
        if near.is_some_and(|h| is_floor(scope, h)) {
            return Some(Slot::Floor);
        }
        if lemma == "inviter" || lemma == "invité" {
            return Some(Slot::Guest);
        }
        return is_joint(lemma).then_some(Slot::Joint);
    }
    if scope.is_word(prep, &["en"]) {
        return Some(Slot::Bare);
    }
    if scope.is_word(
        prep,
        &[
            "dans", "sur", "via", "lors", "durant", "pendant", "devant", "chez",
        ],
    ) {
        return Some(Slot::Place(place(scope, at, cue)));
    }
    None
}

/// The preposition of a group; of « auprès de » and « lors de », the word that tells.
fn preposition(scope: &Scope<'_>, chunk: &Chunk) -> Option<TokenId> {
    let prep = chunk.prep()?;
    let before = prep.saturating_sub(1);
    let compound = scope.is_word(before, &["auprès", "lors"])
        && scope.is_word(prep, &["de", "d'", "du", "des"]);
    Some(if compound { before } else { prep })
}

/// « au cours d'un entretien », « à l'occasion d'un discours », « par voie de communiqué »
fn is_joint(lemma: &str) -> bool {
    matches!(
        lemma,
        "cours"
            | "occasion"
            | "voie"
            | "biais"
            | "cadre"
            | "canal"
            | "travers"
            | "truchement"
            | "intermédiaire"
    )
}

/// « au micro », « sur l'antenne », « dans les colonnes »: what an outlet lends.
fn is_floor(scope: &Scope<'_>, chunk: &Chunk) -> bool {
    let plural = chunk.feats.has(Feats::PLUR) && !chunk.feats.has(Feats::SING);
    words::is_floor(scope.lemma(chunk), plural)
        && scope.prep_is(chunk, &["à", "au", "sur", "dans", "devant", "depuis"])
}

/// How much the place of « à X » says: right behind a cue of telling or its speaker, somebody is told.
fn told(scope: &Scope<'_>, at: usize, cue: Option<&Part>) -> Licence {
    let Some(cue) = cue else {
        return Licence::Shape;
    };
    let chunks = scope.chunks;
    let mut i = at;
    let mut confided = false;
    // Back to the cue over the speaker's name, moments and adverbs.
    while let Some(before) = i.checked_sub(1) {
        let chunk = &chunks[before];
        if chunk.first < cue.end && cue.start < chunk.end {
            if chunk.kind != ChunkKind::Verb {
                return Licence::Shape;
            }
            // « s'est engagé à la COP », « appelle à la grève »: what, not whom.
            if scope.frames(before).has(Frames::A_NP | Frames::A_INF) {
                return Licence::Shape;
            }
            confided = words::is_confided(scope.lemma(chunk));
            break;
        }
        let passes = match chunk.kind {
            ChunkKind::Adverb => true,
            ChunkKind::Noun => {
                chunk.flags.has(ChunkFlags::TIME | ChunkFlags::NAME)
                    || before + 1 < at && chunk.end <= chunks[before + 1].start()
            }
            ChunkKind::Comma => {
                before + 1 == at || before > 0 && chunks[before - 1].kind == ChunkKind::Noun
            }
            ChunkKind::Adjective | ChunkKind::Coordinator => before + 1 < at,
            _ => false,
        };
        if chunk.start() < cue.end || !passes || at - before > 12 {
            return Licence::Shape;
        }
        i = before;
    }
    if i == 0 {
        Licence::Shape
    } else if confided {
        Licence::Any
    } else {
        Licence::Told
    }
}

/// « un entretien au Relais », « une interview accordée mardi à La Gazette »: what stands before is given to an outlet.
fn carrier_before(scope: &Scope<'_>, at: usize) -> Option<usize> {
    let mut i = at;
    for _ in 0..6 {
        i = i.checked_sub(1)?;
        let chunk = &scope.chunks[i];
        match chunk.kind {
            ChunkKind::Noun if chunk.flags.has(ChunkFlags::TIME) => {}
            ChunkKind::Adverb => {}
            ChunkKind::Noun => {
                return (is_medium(scope, chunk) && words::is_interview(scope.lemma(chunk)))
                    .then_some(i);
            }
            ChunkKind::Verb if words::is_given(scope.lemma(chunk)) && is_participle(chunk) => {}
            _ => return None,
        }
    }
    None
}

fn is_participle(chunk: &Chunk) -> bool {
    chunk.kind == ChunkKind::Verb && chunk.feats.has(Feats::PAST_PARTICIPLE)
}

/// The verb of « interrogée mardi par », « des propos rapportés par »: its infinitive, or its participle where it is an adjective.
fn participle_before<'a>(scope: &Scope<'a>, at: usize) -> Option<&'a str> {
    let mut i = at;
    for _ in 0..4 {
        i = i.checked_sub(1)?;
        let chunk = &scope.chunks[i];
        match chunk.kind {
            ChunkKind::Verb => return Some(scope.lemma(chunk)),
            ChunkKind::Adjective => return Some(scope.lemma(chunk)),
            ChunkKind::Noun if chunk.flags.has(ChunkFlags::TIME) || chunk.prep().is_some() => {
                let last = chunk.end - 1;
                if last > chunk.head && scope.article.source.pos(last) == Pos::Adj && i + 1 == at {
                    return Some(participle(scope, last));
                }
            }
            ChunkKind::Noun => {
                let last = chunk.end - 1;
                return (last > chunk.head).then(|| participle(scope, last));
            }
            ChunkKind::Adverb => {}
            _ => return None,
        }
    }
    None
}

fn participle<'a>(scope: &Scope<'a>, token: TokenId) -> &'a str {
    let source = scope.article.source;
    source.lemma_text(source.tags[token as usize].lemma())
}

/// How much the place of « sur X », « dans X » says: a bare name there is no town.
fn place(scope: &Scope<'_>, at: usize, cue: Option<&Part>) -> Licence {
    let chunk = &scope.chunks[at];
    let prep = chunk.prep();
    let Some(prep) = prep.filter(|&p| scope.is_word(p, &["dans", "sur", "via"])) else {
        return Licence::Shape;
    };
    if chunk.flags.has(ChunkFlags::DETERMINED) {
        return if outlets::is_title_article(scope, chunk.first) {
            Licence::Title
        } else {
            Licence::Shape
        };
    }
    if !scope.is_word(prep, &["sur"]) {
        return Licence::Any;
    }
    let opens = at == 0 && scope.kind(1) == Some(ChunkKind::Comma);
    if opens || !is_theme(scope, at, cue) {
        Licence::Any
    } else {
        Licence::Shape
    }
}

/// « interrogé mardi sur Velta », « est revenu sur Velta »: a theme, no channel.
fn is_theme(scope: &Scope<'_>, at: usize, cue: Option<&Part>) -> bool {
    for i in (at.saturating_sub(4)..at).rev() {
        let host = &scope.chunks[i];
        let near = i + 1 == at;
        match host.kind {
            ChunkKind::Verb => {
                let lemma = scope.lemma(host);
                let of_cue = cue.is_some_and(|c| host.first < c.end && c.start < host.end);
                return scope.frames(i).has(Frames::SUR_NP)
                    || words::is_asked(lemma) && lemma != "inviter"
                    || near && !of_cue && !words::is_shown(lemma);
            }
            ChunkKind::Noun if near => {
                if !host.flags.has(ChunkFlags::NAME | ChunkFlags::TIME) && host.prep().is_none() {
                    return true;
                }
            }
            ChunkKind::Noun | ChunkKind::Adverb => {}
            ChunkKind::Comma => return false,
            _ => return near,
        }
    }
    false
}

/// The words of a medium, an occasion or a document that words come through.
fn carrier(scope: &Scope<'_>, at: usize, slot: Slot) -> Option<Part> {
    let chunk = &scope.chunks[at];
    let lemma = scope.lemma(chunk);
    if is_floor(scope, chunk)
        && scope
            .chunks
            .get(at + 1)
            .is_some_and(|c| c.flags.has(ChunkFlags::OF))
    {
        return None;
    }
    // « lors de cérémonies »: none in particular.
    let several = chunk.feats.has(Feats::PLUR)
        && !chunk.feats.has(Feats::SING)
        && !chunk.flags.has(ChunkFlags::DETERMINED);
    if chunk.flags.has(ChunkFlags::PRONOUN) || several {
        return None;
    }
    let prep = preposition(scope, chunk)?;
    let medium = is_medium(scope, chunk) || is_press_point(scope, at);
    let ok = match slot {
        Slot::Bare if scope.is_word(prep, &["en"]) => matches!(
            lemma,
            "conférence" | "interview" | "entrevue" | "visioconférence" | "téléconférence"
        ),
        // « par communiqué », « par téléphone »; « gouverner par communiqué » is no report.
        Slot::Bare => {
            let host = at.checked_sub(1).map(|b| &scope.chunks[b]);
            medium
                && !chunk.flags.has(ChunkFlags::NAME)
                && !words::is_occasion(lemma)
                && !host.is_some_and(|h| {
                    h.kind == ChunkKind::Verb
                        && h.feats.has(Feats::INFINITIVE)
                        && scope.verb(h).is_none_or(|v| v.class.is_none())
                })
        }
        Slot::Joint => medium,
        Slot::Place(_) if scope.is_word(prep, &["sur"]) => {
            words::is_surface(lemma) && medium || is_network(scope, at)
        }
        Slot::Place(_) if scope.is_word(prep, &["devant", "chez"]) => false,
        Slot::Place(_) if scope.is_word(prep, &["lors", "durant", "pendant"]) => medium,
        // « dans son rapport », « dans un arrêt rendu mardi »
        Slot::Place(_) => {
            medium && (!words::is_occasion(lemma) || !chunk.feats.has(Feats::DEFINITE))
                || is_network(scope, at)
                || scope.noun_class(chunk) == Some(NounClass::Document)
                    && !words::is_no_carrier(lemma)
                    && !(lemma == "sondage" && chunk.feats.has(Feats::PLUR))
        }
        Slot::Guest => medium,
        Slot::Floor => medium,
        _ => false,
    };
    if !ok {
        return None;
    }
    let mut end = scope.chunks[group_end(scope, at) - 1].end;
    // « une interview accordée | à La Gazette »: the participle goes with what follows.
    let source = scope.article.source;
    while end > chunk.head + 1
        && end < scope.sentence.tokens.end
        && (words::is_given_form(scope.word(end - 1))
            || source.tags[end as usize - 1].is_verb(Feats::PAST_PARTICIPLE))
    {
        end -= 1;
    }
    Some(behind_preposition(scope, chunk, chunk.first..end))
}

/// « lors de ses vœux », « auprès du Relais »: de is part of the preposition.
fn behind_preposition(scope: &Scope<'_>, chunk: &Chunk, mut part: Part) -> Part {
    let compound = chunk
        .prep()
        .is_some_and(|p| scope.is_word(p, &["auprès", "lors", "près"]));
    if compound
        && part.start + 1 < part.end
        && scope.is_word(part.start, &["de", "d'", "du", "des"])
    {
        part.start += 1;
    }
    part
}

/// communiqué, entretien, podcast; conférence and the like where the lexicon has them among other things.
fn is_medium(scope: &Scope<'_>, chunk: &Chunk) -> bool {
    scope.noun_class(chunk) == Some(NounClass::Medium)
        || matches!(
            scope.lemma(chunk),
            "édition"
                | "tribune"
                | "audience"
                | "conférence"
                | "déclaration"
                | "discours"
                | "message"
                | "intervention"
        )
}

/// « un point de presse », « son point presse »
fn is_press_point(scope: &Scope<'_>, at: usize) -> bool {
    let chunk = &scope.chunks[at];
    scope.lemma(chunk) == "point"
        && (scope.chunks.get(at + 1).is_some_and(|c| {
            c.flags.has(ChunkFlags::OF)
                && matches!(scope.lemma(c), "presse" | "situation" | "information")
        }) || (chunk.head + 1..chunk.end).any(|t| scope.is_word(t, &["presse"])))
}

/// « le réseau social Velta », « le réseau Velta »; « les réseaux sociaux » are nobody's in particular.
fn is_network(scope: &Scope<'_>, at: usize) -> bool {
    let chunk = &scope.chunks[at];
    scope.lemma(chunk) == "réseau"
        && chunk.feats.has(Feats::SING)
        && ((chunk.head + 1..chunk.end)
            .any(|t| scope.is_word(t, &["social"]) || is_capital(scope, t))
            || scope
                .chunks
                .get(at + 1)
                .is_some_and(|c| c.flags.has(ChunkFlags::JUXTAPOSED)))
}

/// Behind the group with its complements; « à l'AFP Odile Brun » ends before the speaker.
fn group_end(scope: &Scope<'_>, at: usize) -> usize {
    let end = scope.complex_end(at);
    if !scope.chunks[at].flags.has(ChunkFlags::NAME) {
        return end;
    }
    (at + 1..end)
        .find(|&k| scope.chunks[k].flags.has(ChunkFlags::JUXTAPOSED))
        .unwrap_or(end)
}

fn is_addressee(scope: &Scope<'_>, at: usize, cue: &Part) -> bool {
    let chunk = &scope.chunks[at];
    preposition(scope, chunk).is_some_and(|p| scope.is_word(p, &["à", "au", "aux", "auprès"]))
        && (outlets::is_person(scope, chunk)
            || scope
                .noun_class(chunk)
                .is_some_and(|c| matches!(c, NounClass::Person | NounClass::Group)))
        && adjacent(scope, at, cue)
}

fn adjacent(scope: &Scope<'_>, at: usize, cue: &Part) -> bool {
    let first = scope.chunks[at].start();
    first >= cue.end
        && first - cue.end <= 8
        && !scope
            .chunks
            .iter()
            .any(|c| c.kind == ChunkKind::Comma && c.first >= cue.end && c.first < first)
}

/// Chunks on either side of a cue that a relay may stand in.
const REACH: usize = 60;

/// The chunks around the cue up to another cue, in text order: a relay goes with the nearest.
fn reach(scope: &Scope<'_>, cue: &Part) -> std::ops::Range<usize> {
    let chunks = scope.chunks;
    let mut from = chunks.partition_point(|c| c.first < cue.start);
    let mut to = chunks.partition_point(|c| c.first < cue.end);
    let (left, right) = (from.saturating_sub(REACH), (to + REACH).min(chunks.len()));
    while from > left && !parts(scope, &chunks[from - 1], true) {
        from -= 1;
    }
    while to < right && !parts(scope, &chunks[to], false) {
        to += 1;
    }
    from..to
}

/// The chunk parts what is beyond it from the cue.
fn parts(scope: &Scope<'_>, chunk: &Chunk, before: bool) -> bool {
    match chunk.kind {
        ChunkKind::Semicolon | ChunkKind::Stop => true,
        ChunkKind::Colon => before,
        ChunkKind::Subordinator => !before && scope.article.source.pos(chunk.head) == Pos::Sub,
        // « qui s'exprimait sur Europe 1 », « a été interrogé par »: how it came, no other report.
        _ => {
            chunk.is_finite()
                && scope.verb(chunk).is_some_and(|v| v.class.is_some())
                && !words::is_asked(scope.lemma(chunk))
                && !matches!(
                    scope.lemma(chunk),
                    "s'exprimer" | "s’exprimer" | "exprimer" | "intervenir"
                )
        }
    }
}
