//! How many words of sentences tagged by hand get the tag that a reader of French gives them.

use super::*;
use crate::tokens::Tokens;

/// The signs of `tagged.tsv`. Names and first names are one, digits and number words too.
fn sign(tag: &Tag) -> &'static str {
    match tag.pos {
        Pos::Verb if tag.is_verb(Feats::INFINITIVE) && !tag.is_finite_verb() => "VI",
        Pos::Verb if tag.is_verb(Feats::PAST_PARTICIPLE) && !tag.is_finite_verb() => "VP",
        Pos::Verb if tag.is_verb(Feats::PRESENT_PARTICIPLE) && !tag.is_finite_verb() => "VG",
        Pos::Verb => "V",
        Pos::Noun => "N",
        Pos::Adj => "A",
        Pos::Adv => "R",
        Pos::Det => "D",
        Pos::Prep | Pos::Particle => "P",
        Pos::PrepDet => "PD",
        Pos::SubjectPron => "S",
        Pos::ObjectPron => "O",
        Pos::Pron => "PR",
        Pos::Relative => "REL",
        Pos::Coord => "C",
        Pos::Sub => "SUB",
        Pos::Neg => "NEG",
        Pos::Numeral | Pos::Number => "NUM",
        Pos::FirstName | Pos::Name => "PN",
        Pos::Title => "T",
        Pos::Clitic => "CL",
        Pos::Interjection => "I",
        Pos::Sign => ",",
    }
}

/// The text of a line, and the sign of each of its words.
fn read(line: &str) -> (String, Vec<(&str, &str)>) {
    let mut text = String::new();
    let mut words = Vec::new();
    for pair in line.split(' ') {
        let (word, tag) = pair.rsplit_once('/').expect("word/TAG");
        let glued = text.ends_with('\'') || word.starts_with('-') || word == ",";
        if !text.is_empty() && !glued {
            text.push(' ');
        }
        text.push_str(word);
        if !matches!(tag, "," | "»") {
            words.push((word, tag));
        }
    }
    text.push('.');
    (text, words)
}

/// What the tagger must not fall below; raise it with the tagger.
const RIGHT_OF_THOUSAND: usize = 940;

#[test]
fn words_tagged_by_hand() {
    let lexicon = Lexicon::builtin();
    let tagger = Tagger::new(&lexicon);
    let (mut right, mut all) = (0, 0);
    let lines = include_str!("tagged.tsv").lines();
    for line in lines.filter(|l| !l.starts_with('#')) {
        let (text, words) = read(line);
        let tokens = Tokens::scan(&text, &lexicon);
        let tokens = tokens.as_slice();
        let tags = tagger.tag(&text, tokens, &lexicon);
        let found: Vec<(&str, &str)> = tokens
            .iter()
            .zip(&tags)
            .filter(|(_, tag)| tag.pos != Pos::Sign)
            .map(|(token, tag)| (&text[token.span.range()], sign(tag)))
            .collect();
        assert_eq!(found.len(), words.len(), "{text}: {found:?}");
        for (&(word, expected), &(_, tag)) in words.iter().zip(&found) {
            all += 1;
            if tag == expected {
                right += 1;
            } else {
                println!("{word}: {tag}, not {expected}, in: {text}");
            }
        }
    }
    println!("tags: {right} of {all} right");
    assert!(right * 1000 >= all * RIGHT_OF_THOUSAND, "{right} of {all}");
}
