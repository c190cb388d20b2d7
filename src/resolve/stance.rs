//! What the words that report say of the claim: speech or thought, how far the author stands behind it, and how a reader could
//! find the source again.

use super::entities::Register;
use super::{Speaker, mention_at};
use crate::attribution::{Article, CueLemma, SpeakerTokens};
use crate::chunks::ChunkFlags;
use crate::claim::{Act, Anonymity, CueClass, Kind, Modality, Polarity};
use crate::entity::EntityKind;
use crate::lexicon::{Feats, NounClass, Pos};
use crate::mentions::{Mention, MentionKind};
use crate::select::Selected;
use crate::tokens::{TokenId, bare_clitic};

/// Words between marks were uttered, and so was what stands beside an incise; a clause that a verb of mind governs was not.
pub(super) fn act(selected: &Selected) -> Act {
    let candidate = &selected.candidate;
    let Some(cue) = &candidate.cue else {
        return Act::Speech;
    };
    let mind = matches!(
        cue.class,
        CueClass::Thought | CueClass::Emotion | CueClass::Intention
    );
    let incise = matches!(candidate.rule, "incise" | "incise_inside" | "comme");
    if mind && selected.kind == Kind::Indirect && !incise {
        Act::Thought
    } else {
        Act::Speech
    }
}

/// The author's reserve, the speaker's doubt, or the conditional of the press.
pub(super) fn modality(article: &Article<'_>, selected: &Selected, speaker: &Speaker) -> Modality {
    if selected.kind == Kind::Direct {
        return Modality::Plain;
    }
    let candidate = &selected.candidate;
    if let Some(cue) = &candidate.cue {
        let lemma = match cue.lemma {
            CueLemma::Lexicon(lemma) => article.source.lemma_text(Some(lemma)),
            CueLemma::Fixed(text) => text,
            CueLemma::Written(_) => "",
        };
        if is_reserve(lemma) {
            return Modality::Distanced;
        }
        let negated = cue.polarity == Polarity::Negated;
        if is_doubt(lemma) || negated && is_certainty(lemma) {
            return Modality::Doubted;
        }
    }
    let nobody = candidate.speaker == SpeakerTokens::Nobody
        || speaker.entity.is_none() && speaker.mention.is_none();
    if !nobody && is_press_conditional(article, selected) {
        Modality::Conditional
    } else {
        Modality::Plain
    }
}

/// « prétend que »: the author leaves it to the speaker.
fn is_reserve(lemma: &str) -> bool {
    matches!(
        lemma,
        "prétendre"
            | "se prétendre"
            | "à en croire"
            | "à entendre"
            | "s'imaginer"
            | "se vanter"
            | "prétention"
            | "rumeur"
            | "aux dires de"
            | "au dire de"
            | "se targuer"
            | "insinuer"
            | "fantasmer"
            | "feindre"
            | "faire croire"
            | "faire mine"
    )
}

/// « doute que », « se demande si »
fn is_doubt(lemma: &str) -> bool {
    matches!(
        lemma,
        "douter"
            | "se demander"
            | "s'interroger"
            | "ignorer"
            | "hésiter"
            | "doute"
            | "soupçon"
            | "hypothèse"
            | "supposer"
            | "présumer"
            | "conjecturer"
            | "subodorer"
            | "soupçonner"
            | "supposition"
            | "présomption"
            | "interrogation"
            | "ne pas exclure"
    )
}

/// « n'est pas sûr que », « n'exclut pas que », « ne sait pas si »
fn is_certainty(lemma: &str) -> bool {
    matches!(
        lemma,
        "être sûr"
            | "être certain"
            | "être convaincu"
            | "être persuadé"
            | "savoir"
            | "exclure"
            | "écarter"
            | "garantir"
            | "confirmer"
            | "jurer"
    )
}

/// The main verb outside the marks stands in the conditional, and neither the sequence of tenses, nor a condition, nor the
/// speaker's own caution asks for it.
fn is_press_conditional(article: &Article<'_>, selected: &Selected) -> bool {
    let source = article.source;
    let past = selected
        .candidate
        .cue
        .as_ref()
        .is_some_and(|cue| is_past(article, &cue.tokens));
    for part in &selected.candidate.content {
        // « si l'eau montait »; the si of a question stands first.
        let condition = source.tags[part.start as usize..part.end as usize]
            .iter()
            .skip(1)
            .any(|t| t.pos == Pos::Sub && matches!(source.lemma_text(t.lemma()), "si" | "s'"));
        if condition {
            return false;
        }
        let mut quotation = source
            .marks
            .quotations
            .partition_point(|q| q.last < part.start);
        let mut t = part.start;
        while t < part.end {
            // A verb between marks is the speaker's own.
            while source
                .marks
                .quotations
                .get(quotation)
                .is_some_and(|q| q.last < t)
            {
                quotation += 1;
            }
            if let Some(q) = source.marks.quotations.get(quotation) {
                if q.first == t && q.opened && q.closed && q.last < part.end {
                    t = q.last + 1;
                    continue;
                }
            }
            let tag = &source.tags[t as usize];
            if tag.is_finite_verb() {
                let plain = Feats::PRESENT | Feats::IMPERFECT | Feats::FUTURE;
                let conditional = tag.feats.has(Feats::CONDITIONAL) && !tag.feats.has(plain);
                let lemma = source.lemma_text(tag.lemma());
                let compound = matches!(lemma, "avoir" | "être")
                    && (t + 1..part.end.min(t + 4))
                        .any(|n| source.tags[n as usize].is_verb(Feats::PAST_PARTICIPLE));
                let cautious = matches!(
                    lemma,
                    "devoir"
                        | "pouvoir"
                        | "falloir"
                        | "vouloir"
                        | "souhaiter"
                        | "aimer"
                        | "valoir"
                        | "préférer"
                        | "sembler"
                );
                // « a dit qu'il viendrait »: what is to come, seen from the past.
                return conditional && !cautious && (!past || compound);
            }
            t += 1;
        }
    }
    false
}

/// The cue stands in a past tense, or in a participle or infinitive beside one.
fn is_past(article: &Article<'_>, cue: &std::ops::Range<TokenId>) -> bool {
    let source = article.source;
    let tags = &source.tags[cue.start as usize..cue.end as usize];
    let finite = tags.iter().find(|t| t.is_finite_verb());
    match finite {
        Some(tag) => {
            tag.feats.has(Feats::IMPERFECT | Feats::PASSE_SIMPLE)
                || matches!(source.lemma_text(tag.lemma()), "avoir" | "être")
                    && tags.iter().any(|t| t.is_verb(Feats::PAST_PARTICIPLE))
        }
        None => tags
            .iter()
            .any(|t| t.is_verb(Feats::INFINITIVE | Feats::PRESENT_PARTICIPLE)),
    }
}

/// How a reader could find the speaker again.
pub(super) fn anonymity(
    article: &Article<'_>,
    mentions: &[Mention],
    register: &Register<'_>,
    selected: &Selected,
    speaker: &Speaker,
) -> Anonymity {
    let own = match &selected.candidate.speaker {
        SpeakerTokens::Nobody => return Anonymity::Impersonal,
        SpeakerTokens::Clitic(token) => {
            let word = bare_clitic(article.source.word(*token));
            if matches!(word, "on" | "On" | "l'on" | "ce" | "Ce") {
                return Anonymity::Impersonal;
            }
            None
        }
        SpeakerTokens::Group { chunk, .. } => mention_at(mentions, *chunk).map(|m| &mentions[m]),
        SpeakerTokens::Carried => None,
    };
    let Some(id) = speaker.entity else {
        return own.map_or(Anonymity::Unknown, |m| of_mention(article, m));
    };
    let known = &register.list[id as usize];
    // « précise-t-on de source policière »: each such source says what it is.
    let source = own.filter(|m| m.class == Some(NounClass::Source));
    if let Some(mention) = source.filter(|_| known.kind == EntityKind::Anonymous) {
        return of_mention(article, mention);
    }
    if known.named || known.kind == EntityKind::Document {
        return if known.kind == EntityKind::Group && !known.named {
            Anonymity::Group
        } else {
            Anonymity::Named
        };
    }
    // The mention that introduced the speaker says most: « un riverain », then « l'homme ».
    let first = known.mentions.first().and_then(|tokens| {
        let at = mentions.partition_point(|m| m.tokens.start < tokens.start);
        mentions.get(at).filter(|m| m.tokens.start == tokens.start)
    });
    match first.or(own) {
        Some(mention) => match of_mention(article, mention) {
            Anonymity::Unknown if known.is_many() => Anonymity::Group,
            told => told,
        },
        None => match known.kind {
            EntityKind::Group => Anonymity::Group,
            EntityKind::Organisation => Anonymity::Named,
            EntityKind::Anonymous => Anonymity::Source,
            _ => Anonymity::Unknown,
        },
    }
}

fn of_mention(article: &Article<'_>, mention: &Mention) -> Anonymity {
    let source = article.source;
    let lemma = source.lemma_text(mention.lemma);
    let words = source.span(&mention.tokens);
    let words = &source.text[words.range()];
    if mention.is_named() && mention.class.is_none() {
        return Anonymity::Named;
    }
    if mention.kind == MentionKind::Pronoun {
        return match lemma {
            "on" | "personne" | "quiconque" => Anonymity::Impersonal,
            "certain" | "d'autres" | "autre" | "beaucoup" | "plusieurs" | "aucun" | "d'aucuns"
            | "tous" | "quelques-uns" | "nombre" => Anonymity::Group,
            _ if mention.is_plural() => Anonymity::Group,
            _ => Anonymity::Unknown,
        };
    }
    let justice = || is_of_justice(words);
    match mention.class {
        Some(NounClass::Source) if lemma == "source" || lemma == "témoin" => {
            if lemma == "témoin" {
                many(mention, Anonymity::Witness)
            } else if justice() {
                Anonymity::Justice
            } else {
                Anonymity::Source
            }
        }
        Some(NounClass::Source) => Anonymity::Source,
        Some(NounClass::Document | NounClass::Medium | NounClass::Speech) => Anonymity::Named,
        // « des entreprises », « les autorités »
        Some(NounClass::Organisation | NounClass::Outlet) => many(mention, Anonymity::Named),
        Some(NounClass::Group) => Anonymity::Group,
        Some(NounClass::Person) if mention.is_plural() => Anonymity::Group,
        Some(NounClass::Person) => {
            let apart = mention.flags.has(ChunkFlags::DETERMINED) && !mention.is_definite();
            if is_private(lemma) {
                Anonymity::Witness
            } else if lemma == "proche" {
                // « un proche de la ministre » is neither in office nor a bystander.
                Anonymity::Source
            } else if !apart {
                Anonymity::Role
            } else if is_justice_role(lemma) || is_official(lemma) && justice() {
                Anonymity::Justice
            } else if is_official(lemma) {
                Anonymity::Official
            } else {
                Anonymity::Witness
            }
        }
        _ if mention.is_plural() => Anonymity::Group,
        _ => Anonymity::Unknown,
    }
}

fn many(mention: &Mention, one: Anonymity) -> Anonymity {
    if mention.is_plural() {
        Anonymity::Group
    } else {
        one
    }
}

/// « judiciaire », « policière », « proche de l'enquête »
fn is_of_justice(words: &str) -> bool {
    let words = words.to_lowercase();
    [
        "judiciaire",
        "polici",
        "proche de l'enquête",
        "proche de l’enquête",
        "parquet",
        "gendarmerie",
        "pénitentiaire",
        "police",
        "tribunal",
    ]
    .iter()
    .any(|word| words.contains(word))
}

fn is_justice_role(lemma: &str) -> bool {
    matches!(
        lemma,
        "policier"
            | "gendarme"
            | "enquêteur"
            | "magistrat"
            | "juge"
            | "procureur"
            | "commissaire"
            | "inspecteur"
            | "surveillant"
            | "greffier"
            | "brigadier"
            | "substitut"
    )
}

/// Somebody who speaks for a body, and whom the body could name.
fn is_official(lemma: &str) -> bool {
    matches!(
        lemma,
        "responsable"
            | "officiel"
            | "fonctionnaire"
            | "conseiller"
            | "diplomate"
            | "ministre"
            | "élu"
            | "député"
            | "sénateur"
            | "maire"
            | "porte-parole"
            | "collaborateur"
            | "dirigeant"
            | "cadre"
            | "haut-fonctionnaire"
            | "ambassadeur"
            | "représentant"
            | "membre"
            | "parlementaire"
            | "préfet"
            | "secrétaire"
            | "directeur"
            | "dignitaire"
            | "officier"
            | "militaire"
            | "gradé"
            | "général"
            | "colonel"
            | "délégué"
            | "syndicaliste"
            | "négociateur"
            | "adjoint"
            | "chef"
            | "président"
            | "ténor"
            | "stratège"
            | "participant"
            | "cacique"
            | "poids-lourd"
            | "pilier"
            | "expert"
            | "observateur"
            | "analyste"
    )
}

/// Whoever happens to be there, with or without an article before it: « le témoin », « une passante ».
fn is_private(lemma: &str) -> bool {
    matches!(
        lemma,
        "témoin"
            | "riverain"
            | "habitant"
            | "passant"
            | "voisin"
            | "manifestant"
            | "usager"
            | "passager"
            | "client"
            | "victime"
            | "internaute"
            | "spectateur"
            | "voyageur"
            | "automobiliste"
            | "retraité"
            | "étudiant"
            | "lycéen"
            | "chômeur"
            | "touriste"
            | "badaud"
            | "homme"
            | "femme"
            | "jeune"
            | "dame"
            | "père"
            | "mère"
            | "fille"
            | "garçon"
            | "gréviste"
            | "rescapé"
            | "survivant"
    )
}

#[cfg(test)]
mod tests {
    use crate::Analyzer;

    /// act, class, polarity, modality, anonymity of the first claim of a text
    #[rustfmt::skip]
    const CASES: &[(&str, &str)] = &[
        ("« Le pont fermera », a déclaré une source proche du dossier.", "speech neutral affirmed plain source"),
        ("« Le pont fermera », a confié une source judiciaire.", "speech neutral affirmed plain justice"),
        ("De source policière, le pont fermera.", "speech neutral affirmed plain justice"),
        ("« Le pont fermera », a confié un responsable du ministère.", "speech neutral affirmed plain official"),
        ("« Le pont fermera », a confié une conseillère du président.", "speech neutral affirmed plain official"),
        ("« Le pont fermera », raconte un policier.", "speech neutral affirmed plain justice"),
        ("« Le pont fermera », a confié un proche de la ministre.", "speech neutral affirmed plain source"),
        ("« Le pont fermera », raconte un commissaire.", "speech neutral affirmed plain justice"),
        ("« Le pont fermera », raconte une riveraine.", "speech neutral affirmed plain witness"),
        ("« Le pont fermera », raconte un témoin.", "speech neutral affirmed plain witness"),
        ("« Le pont fermera », répètent des habitants.", "speech assertion affirmed plain group"),
        ("« Le pont fermera », répètent les autorités.", "speech assertion affirmed plain group"),
        ("« Le pont fermera », promet le maire de Fréval.", "speech promise affirmed plain role"),
        ("« Le pont fermera », promet Odile Brun.", "speech promise affirmed plain named"),
        ("« Le pont fermera », promet la préfecture.", "speech promise affirmed plain named"),
        ("Certains craignent que le pont ne ferme.", "thought emotion affirmed plain group"),
        ("On murmure que le pont fermera.", "speech manner affirmed plain impersonal"),
        ("Il se dit que le pont fermera.", "speech neutral affirmed plain impersonal"),
        // The conditional of the press, and those that are none.
        ("Selon la préfecture, le pont serait fermé.", "speech neutral affirmed conditional named"),
        ("Le maire affirme que le pont serait fragile.", "speech assertion affirmed conditional role"),
        ("Le maire a affirmé que le pont aurait été mal construit.", "speech assertion affirmed conditional role"),
        ("Selon la préfecture, il faudrait fermer le pont.", "speech neutral affirmed plain named"),
        ("Selon la préfecture, le pont serait fermé si l'eau montait.", "speech neutral affirmed plain named"),
        ("Le maire a dit que le pont fermerait lundi.", "speech neutral affirmed plain role"),
        ("On murmure que le pont serait fermé.", "speech manner affirmed conditional impersonal"),
        // The author's reserve, the speaker's doubt.
        ("Le maire prétend que le pont est solide.", "speech assertion affirmed distanced role"),
        ("Le maire doute que le pont soit solide.", "speech question affirmed doubted role"),
        ("Le maire se demande si le pont est solide.", "speech question affirmed doubted role"),
        // Polarity.
        ("Odile Brun n'a pas dit que le pont fermerait.", "speech neutral negated plain named"),
        ("Odile Brun dira mardi que le pont fermera.", "speech neutral future plain named"),
        ("Odile Brun va annoncer que le pont fermera.", "speech announcement future plain named"),
        ("Si le maire disait que le pont ferme, on le croirait.", "speech neutral hypothetical plain role"),
        ("Le maire aurait affirmé que le pont est solide.", "speech assertion hypothetical plain role"),
        ("Odile Brun a-t-elle promis que le pont fermerait ?", "speech promise questioned plain named"),
        // Thought governs a clause; beside an incise or between marks somebody spoke.
        ("« Le pont cédera », craint la ministre.", "speech emotion affirmed plain role"),
        ("Le pont cédera, craint la ministre.", "speech emotion affirmed plain role"),
        ("Pour Odile Brun, le pont cédera.", "thought thought affirmed plain named"),
        ("La ministre souhaiterait que le pont ferme.", "thought intention affirmed plain role"),
        // A verb with a prefix has the class of the verb.
        ("La mairie réaffirme que le pont est solide.", "speech assertion affirmed plain named"),
    ];

    #[test]
    fn stances() {
        let analyzer = Analyzer::new();
        let wrong: Vec<String> = CASES
            .iter()
            .filter_map(|(text, want)| {
                let doc = analyzer.analyze(text);
                let found = doc.claims().first().map_or_else(String::new, |claim| {
                    let cue = claim.cue();
                    format!(
                        "{} {} {} {} {}",
                        claim.act(),
                        cue.map_or("-", |c| c.class.as_str()),
                        cue.map_or("-", |c| c.polarity.as_str()),
                        claim.modality(),
                        claim.anonymity()
                    )
                });
                (found != *want).then(|| format!("\n{text}\n  want {want}\n  got  {found}"))
            })
            .collect();
        assert!(wrong.is_empty(), "{}", wrong.concat());
    }
}
