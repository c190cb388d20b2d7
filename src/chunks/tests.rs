//! Chunks of invented sentences, written out in brackets.

use super::*;
use crate::tags::Tagger;
use crate::tokens::Tokens;
use crate::{blocks, marks, sentences};
use std::fmt::Write as _;

/// `{verb group}`, `[noun group]` with its preposition before a bar, `“quotation”`, everything else as a word.
fn view(text: &str) -> String {
    thread_local! {
        static LEXICON: (Lexicon, Tagger, FixedWords) = {
            let lexicon = Lexicon::builtin();
            let (tagger, fixed) = (Tagger::new(&lexicon), FixedWords::new(&lexicon));
            (lexicon, tagger, fixed)
        };
    }
    LEXICON.with(|(lexicon, tagger, fixed)| {
        let tokens = Tokens::scan(text, lexicon);
        let tokens = tokens.as_slice();
        let blocks = blocks::read(text, tokens);
        let marks = marks::pair(text, tokens, &blocks.list);
        let sentences =
            sentences::split(text, tokens, &blocks.list, &marks, lexicon, &mut Vec::new());
        let tags = tagger.tag(text, tokens, lexicon);
        let source = Source {
            text,
            tokens,
            tags: &tags,
            marks: &marks,
            lexicon,
            fixed,
        };
        let (chunks, ranges) = read(source, &sentences);
        let mut out = String::new();
        let words = |first: TokenId, end: TokenId| {
            &text[tokens[first as usize].span.start()..tokens[end as usize - 1].span.end()]
        };
        for (sentence, range) in sentences.iter().zip(&ranges) {
            if !out.is_empty() {
                out.push_str(if sentence.level.is_some() {
                    "\n  in quotation: "
                } else {
                    "\n"
                });
            }
            for (k, chunk) in chunks[range.start as usize..range.end as usize]
                .iter()
                .enumerate()
            {
                if k > 0 {
                    out.push(' ');
                }
                let body = words(chunk.first, chunk.end);
                let _ = match chunk.kind {
                    ChunkKind::Verb => {
                        write!(out, "{{{body}:{}}}", source.lemma_text(chunk.lemma()))
                    }
                    ChunkKind::Noun => match chunk.prep() {
                        Some(prep) => write!(out, "[{}|{body}]", source.word(prep)),
                        None => write!(out, "[{body}]"),
                    },
                    ChunkKind::Quote => write!(out, "“{body}”"),
                    ChunkKind::Adjective => write!(out, "{body}/adj"),
                    ChunkKind::Relative => write!(out, "{body}/rel"),
                    ChunkKind::Subordinator => write!(out, "{body}/sub"),
                    _ => write!(out, "{body}"),
                };
            }
        }
        out
    })
}

/// Prints the chunks of the text in `DIXIT_TEXT`; an aid for whoever writes a rule.
#[test]
#[ignore = "prints what the environment asks for"]
fn show() {
    if let Ok(text) = std::env::var("DIXIT_TEXT") {
        println!("{}", view(&text));
    }
}

#[test]
fn verb_groups_hold_what_french_puts_inside_them() {
    for (text, expected) in [
        (
            "Elle n'a, pour sa part, toujours pas voulu dire un mot.",
            "{Elle n'a, pour sa part, toujours pas voulu dire:dire} [un mot] .",
        ),
        (
            "Le maire a tenu à préciser ce point.",
            "[Le maire] {a tenu à préciser:préciser} [ce point] .",
        ),
        (
            "Odile Brun fait savoir la nouvelle.",
            "[Odile Brun] {fait savoir:faire savoir} [la nouvelle] .",
        ),
        (
            "Elle n'a pas manqué de rappeler ce point.",
            "{Elle n'a pas manqué de rappeler:rappeler} [ce point] .",
        ),
        ("Il s'est dit prêt.", "{Il s'est dit:se dire} prêt/adj ."),
    ] {
        assert_eq!(view(text), expected, "{text}");
    }
}

/// The chunks of a view, in order.
fn pieces(view: &str) -> Vec<&str> {
    let mut out = Vec::new();
    let mut rest = view.trim();
    while !rest.is_empty() {
        let close = match rest.chars().next() {
            Some('[') => Some(']'),
            Some('{') => Some('}'),
            Some('“') => Some('”'),
            _ => None,
        };
        let end = match close {
            Some(close) => rest
                .find(close)
                .map_or(rest.len(), |at| at + close.len_utf8()),
            None => rest.find(' ').unwrap_or(rest.len()),
        };
        out.push(&rest[..end]);
        rest = rest[end..].trim_start();
    }
    out
}

/// Of the chunks that a reader sees, how many are found: printed, and held from falling.
#[test]
fn sentences_cut_by_hand() {
    let (mut right, mut all, mut whole, mut sentences) = (0, 0, 0, 0);
    for line in include_str!("tagged.tsv")
        .lines()
        .filter(|l| !l.starts_with('#'))
    {
        let (text, expected) = line.split_once('\t').unwrap_or((line, ""));
        let found = view(text);
        let mut left = pieces(&found);
        let wanted = pieces(expected);
        let hits = wanted
            .iter()
            .filter(|w| {
                left.iter()
                    .position(|f| f == *w)
                    .map(|at| left.remove(at))
                    .is_some()
            })
            .count();
        if hits < wanted.len() {
            println!("cut by hand: {expected}\n      found: {found}");
        }
        right += hits;
        all += wanted.len();
        whole += usize::from(found == expected);
        sentences += 1;
    }
    println!("chunks: {right} of {all} right, {whole} of {sentences} sentences whole");
    assert!(right * 100 >= all * 96, "{right} of {all} chunks are right");
}
