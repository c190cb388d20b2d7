//! A document made by hand, so that the formats are tested without the analysis.

use crate::claim::{
    Act, Anonymity, Attribution, Claim, ClaimId, Cue, CueClass, Kind, Modality, Polarity, Relay,
    RelayRole, Resolution,
};
use crate::diagnostic::{Diagnostic, DiagnosticKind, RejectReason, Rejected};
use crate::document::Document;
use crate::entity::{Entity, EntityId, EntityKind, Gender, Number, Role};
use crate::span::Span;

pub(super) const TEXT: &str = "\
Le moulin de Trévannec ne sera pas vendu\r\n\
\r\n\
« Nous ne vendrons pas le moulin », a-t-elle fait savoir à ses voisins mardi dans l'émission <Matin clair>. Maud Kerien, \
directrice du moulin, n'estime pas que la vente serait « une\nbonne \"affaire\" & un progrès ». Certains \
jugent que c'est trop tard. « On m'a dit “jamais” », confie-t-elle. Les « Amis du blé » se taisent. Source : Le Relais. « Fin";

/// The span of the `n`th occurrence of `words`.
fn at(words: &str, n: usize) -> Span {
    let (start, _) = TEXT
        .match_indices(words)
        .nth(n)
        .expect("the words stand in the sample");
    Span::new(start, start + words.len())
}

fn claim(
    id: u32,
    kind: Kind,
    content: Vec<Span>,
    cue: Option<Cue>,
    attribution: Attribution,
) -> Claim {
    Claim {
        id: ClaimId(id),
        kind,
        content,
        cue,
        attribution,
        relays: Vec::new(),
        addressees: Vec::new(),
        parent: None,
        act: Act::Speech,
        modality: Modality::Plain,
        anonymity: Anonymity::Named,
        confidence: 0.9,
        rule: "sample",
    }
}

#[allow(clippy::unnecessary_wraps)] // the callers all want an option
fn cue(span: Span, lemma: &str, class: CueClass, polarity: Polarity) -> Option<Cue> {
    Some(Cue {
        span,
        lemma: lemma.to_owned(),
        class,
        polarity,
    })
}

/// Every form that a claim can take: resolved, a mention alone, carried over, nobody; several parts, a nested one, one that
/// crosses a line break.
pub(super) fn document() -> Document<'static> {
    let maud = EntityId(0);
    let mut first = claim(
        0,
        Kind::Direct,
        vec![at("Nous ne vendrons pas le moulin", 0)],
        cue(
            at("a-t-elle fait savoir", 0),
            "faire savoir",
            CueClass::Neutral,
            Polarity::Affirmed,
        ),
        Attribution::Resolved {
            entity: maud,
            mention: at("elle", 0),
            resolution: Resolution::Pronoun,
        },
    );
    first.relays = vec![Relay {
        span: at("l'émission <Matin clair>", 0),
        name: "Matin clair".to_owned(),
        role: RelayRole::Medium,
    }];
    first.addressees = vec![at("ses voisins", 0)];
    first.confidence = 0.987_654;
    let mut second = claim(
        1,
        Kind::Mixed,
        vec![at(
            "la vente serait « une\nbonne \"affaire\" & un progrès »",
            0,
        )],
        cue(
            at("n'estime pas", 0),
            "estimer",
            CueClass::Thought,
            Polarity::Negated,
        ),
        Attribution::Resolved {
            entity: maud,
            mention: at("Maud Kerien", 0),
            resolution: Resolution::Name,
        },
    );
    second.modality = Modality::Conditional;
    let mut third = claim(
        2,
        Kind::Indirect,
        vec![at("c'est", 0), at("trop tard", 0)],
        cue(
            at("jugent", 0),
            "juger",
            CueClass::Thought,
            Polarity::Affirmed,
        ),
        Attribution::Mention {
            mention: at("Certains", 0),
        },
    );
    third.act = Act::Thought;
    third.anonymity = Anonymity::Group;
    let fourth = claim(
        3,
        Kind::Direct,
        vec![at("On m'a dit “jamais”", 0)],
        cue(
            at("confie", 0),
            "confier",
            CueClass::Manner,
            Polarity::Affirmed,
        ),
        Attribution::CarriedOver { entity: maud },
    );
    let mut fifth = claim(
        4,
        Kind::Direct,
        vec![at("jamais", 0)],
        None,
        Attribution::Nobody,
    );
    fifth.parent = Some(ClaimId(3));
    fifth.anonymity = Anonymity::Unknown;
    Document {
        text: TEXT.into(),
        claims: vec![first, second, third, fourth, fifth],
        entities: vec![Entity {
            id: maud,
            name: "Maud Kerien".to_owned(),
            kind: EntityKind::Person,
            gender: Gender::Feminine,
            number: Number::Singular,
            roles: vec![Role {
                span: at("directrice du moulin", 0),
            }],
            mentions: vec![at("elle", 0), at("Maud Kerien", 0)],
            claims: vec![ClaimId(0)],
            words_quoted: 4,
            external_id: Some("Q42".to_owned()),
        }],
        sources: vec![at("Le Relais", 0)],
        rejected: vec![Rejected {
            span: at("Amis du blé", 0),
            reason: RejectReason::Term,
        }],
        diagnostics: vec![Diagnostic {
            span: at("« Fin", 0),
            kind: DiagnosticKind::UnclosedMark,
        }],
    }
}
