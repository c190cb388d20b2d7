//! Quotations that are no claims are listed with the reason.

use dixit::{Analyzer, RejectReason};

#[track_caller]
fn expect(text: &str, words: &str, reason: RejectReason) {
    let doc = Analyzer::new().analyze(text);
    let found: Vec<(&str, RejectReason)> = doc
        .rejected()
        .iter()
        .map(|r| (doc.slice(r.span), r.reason))
        .collect();
    assert!(found.contains(&(words, reason)), "{text}: {found:?}");
    assert!(doc.claims().is_empty(), "{text}: {:?}", doc.claims());
}

#[test]
fn titles_of_works() {
    expect(
        "Le roman « Les Marées » sort mardi.",
        "Les Marées",
        RejectReason::Title,
    );
    expect(
        "La troupe joue la pièce « Le Phare » samedi.",
        "Le Phare",
        RejectReason::Title,
    );
}

#[test]
fn words_mentioned_as_words() {
    expect("Le mot « rigueur » revient.", "rigueur", RejectReason::Term);
}

#[test]
fn set_names_of_groups() {
    for (text, words) in [
        ("Les « bonnets gris » bloquent la gare.", "bonnets gris"),
        (
            "La gare est bloquée par des « gilets rayés ».",
            "gilets rayés",
        ),
        (
            "Le port appartient aux « hommes du large ».",
            "hommes du large",
        ),
    ] {
        expect(text, words, RejectReason::SetName);
    }
}

#[test]
fn nicknames() {
    expect(
        "Luc « le Phare » Maret ouvre la course.",
        "le Phare",
        RejectReason::Nickname,
    );
}

#[test]
fn words_held_at_a_distance() {
    expect(
        "La ville range ses « petits papiers ».",
        "petits papiers",
        RejectReason::Scare,
    );
}

#[test]
fn slogans_that_nobody_utters() {
    expect(
        "La boutique vend des tasses « Gardez le cap quand le vent se lève ».",
        "Gardez le cap quand le vent se lève",
        RejectReason::Unattributed,
    );
}

#[test]
fn measures() {
    expect(
        "Un écran de 24\" équipe la halle.",
        "24\"",
        RejectReason::Measure,
    );
}

#[test]
fn link_lines() {
    expect(
        "La halle rouvre samedi.\n\n» LIRE AUSSI - La halle d'Orsigny en images",
        "LIRE AUSSI - La halle d'Orsigny en images",
        RejectReason::Furniture,
    );
}
