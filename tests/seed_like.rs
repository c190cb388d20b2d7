//! A technology brief in the shape that such sites give it, and everything that must be found in it: no more, no less.

#![cfg(feature = "json")]

use dixit::format::model::{Article, Claim};
use dixit::{Analyzer, Kind};

mod common;

const LEA: &str = "Léa Morin";

fn parts<'a>(claim: &'a Claim<'_>) -> Vec<&'a str> {
    claim.content.iter().map(|part| &*part.text).collect()
}

fn via<'a>(claim: &'a Claim<'_>) -> Vec<&'a str> {
    claim.via.iter().map(|relay| &*relay.text).collect()
}

fn speaker<'a>(claim: &'a Claim<'_>) -> Option<&'a str> {
    claim.speaker.as_ref()?.name.as_deref()
}

fn brief() -> String {
    let cases = common::cases().into_iter();
    let mut texts = cases.filter(|(name, _)| name == "breve_tech");
    texts.next().expect("the brief is among the cases").1
}

#[test]
fn the_brief_is_read_right() {
    let text = brief();
    let analyzer = Analyzer::new();
    let doc = analyzer.analyze(&text);
    let article = Article::from_document(&doc, None);

    // Kind, content, cue and speaker's words of the claims that no other holds.
    let expected = [
        (
            Kind::Mixed,
            "Velta a voulu lui prendre « une bonne moitié » de son équipe de recherche en promettant des primes \
             d'arrivée de 60 millions, sans compter les actions",
            "a assuré",
            LEA,
            &["le podcast Longue Traîne"][..],
        ),
        (
            Kind::Direct,
            "Pour le moment, aucun de ceux qui comptent n'a fait sa valise",
            "a-t-elle fait savoir",
            "elle",
            // The sentence before names the podcast.
            &["le podcast Longue Traîne"],
        ),
        (Kind::Indirect, "Pas une priorité", "selon", LEA, &[]),
        (
            Kind::Direct,
            "On me répète que Velta nous tient pour son seul adversaire. Leurs derniers essais n'ont pas donné ce \
             qu'ils espéraient et j'admire leur façon de recommencer",
            "a repris",
            LEA,
            &[],
        ),
        (
            Kind::Indirect,
            "cette course a peu de chances d'aboutir parce qu'elle éloigne les équipes de leur travail",
            "selon",
            "elle",
            &[],
        ),
        (
            Kind::Direct,
            "Je vois beaucoup de gens, et Velta en fera partie, qui se disent \"il suffit de refaire Nordia\". Cela \
             ne prend jamais. On arrive toujours là où l'autre était hier",
            "argue-t-elle",
            "elle",
            &[],
        ),
    ];
    let outer: Vec<&Claim<'_>> = article
        .claims
        .iter()
        .filter(|c| c.parent.is_none())
        .collect();
    assert_eq!(outer.len(), expected.len(), "{outer:#?}");
    for (claim, (kind, content, cue, mention, relays)) in outer.iter().zip(expected) {
        assert_eq!(claim.kind, kind, "{content}");
        assert_eq!(parts(claim), [content]);
        assert_eq!(claim.cue.as_ref().map(|c| &*c.text), Some(cue), "{content}");
        let by = claim.speaker.as_ref().and_then(|s| s.text.as_deref());
        assert_eq!(by, Some(mention), "{content}");
        assert_eq!(speaker(claim), Some(LEA), "{content}");
        assert_eq!(via(claim), relays, "{content}");
    }

    // Inside her own words stands what others say, and nothing else is claimed.
    assert!(article.claims.len() <= outer.len() + 2);

    let sources: Vec<&str> = article.sources.iter().map(|s| &*s.text).collect();
    assert_eq!(sources, ["Canal Brise"]);
    // The pictures' makers are no sources, the captions no claims.
    assert!(article.diagnostics.is_empty());

    let lea = article
        .entities
        .iter()
        .find(|e| e.name == LEA)
        .expect("she speaks");
    assert_eq!(lea.gender.as_str(), "f");
    assert_eq!(lea.kind.as_str(), "person");
}

/// What she is told again and again, and what others say to themselves.
#[test]
fn others_speak_inside_her_words() {
    let text = brief();
    let analyzer = Analyzer::new();
    let doc = analyzer.analyze(&text);
    let article = Article::from_document(&doc, None);
    let inner: Vec<(&str, Option<&str>)> = article
        .claims
        .iter()
        .filter(|c| c.parent.is_some())
        .map(|c| (parts(c)[0], speaker(c)))
        .collect();
    assert_eq!(
        inner,
        [
            ("Velta nous tient pour son seul adversaire", None),
            ("il suffit de refaire Nordia", Some("beaucoup de gens")),
        ]
    );
}
