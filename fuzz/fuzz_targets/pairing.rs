//! Differential: texts whose quotations are known because they were written by nesting them, against the parser and against the
//! slow obvious pairing, which must both see what was meant.

#![no_main]

use std::fmt::Write as _;

use arbitrary::Arbitrary;
use dixit::testing::rooms;
use libfuzzer_sys::fuzz_target;

const MARKS: [(&str, &str); 4] = [("« ", " »"), ("“", "”"), ("«", "»"), ("\"", "\"")];
const WORDS: [&str; 8] = [
    "oui",
    "la pluie tombe",
    "rien",
    "nous partons",
    "l'eau",
    "Jean",
    "la halle",
    "tout",
];

#[derive(Arbitrary, Debug)]
enum Piece {
    Words(u8),
    Quoted(u8, Vec<Piece>),
    Comma,
    Stop,
    Line,
}

#[derive(Arbitrary, Debug)]
enum Text {
    /// Marks that all match.
    Nested(Vec<Piece>),
    /// Paragraphs opened again, or between outer marks alone; closed at last or never.
    Paragraphs {
        count: u8,
        marks: bool,
        again: bool,
        closed: bool,
        words: Vec<u8>,
    },
}

fn words(n: u8) -> &'static str {
    WORDS[usize::from(n) % WORDS.len()]
}

fn write(out: &mut String, pieces: &[Piece], depth: usize) {
    for piece in pieces {
        if !out.is_empty() && !out.ends_with([' ', '\n']) {
            out.push(' ');
        }
        match piece {
            Piece::Words(n) => out.push_str(words(*n)),
            Piece::Comma => out.push_str("oui,"),
            Piece::Stop => out.push_str("rien."),
            // Inside a quotation a line break would be a quotation over two paragraphs.
            Piece::Line if depth == 0 => out.push_str("fin.\n\n"),
            Piece::Line => {}
            Piece::Quoted(marks, inner) if depth < 12 => {
                let (open, close) = MARKS[usize::from(*marks) % MARKS.len()];
                // Straight marks cannot be told apart from their neighbours.
                let open = if open == "\"" && depth > 0 {
                    "“"
                } else {
                    open
                };
                let close = if open == "“" { "”" } else { close };
                out.push_str(open);
                out.push_str("ainsi");
                write(out, inner, depth + 1);
                let end = out.trim_end().len();
                out.truncate(end);
                out.push_str(close);
            }
            Piece::Quoted(..) => out.push_str("oui"),
        }
    }
}

fuzz_target!(|text: Text| {
    let mut out = String::new();
    match &text {
        Text::Nested(pieces) => write(&mut out, pieces, 0),
        Text::Paragraphs {
            count,
            marks,
            again,
            closed,
            words: list,
        } => {
            let count = usize::from(count % 8) + 1;
            let (open, close) = if *marks {
                ("« ", " »")
            } else {
                ("“", "”")
            };
            let mut list = list.iter();
            for n in 0..count {
                if n > 0 {
                    out.push_str("\n\n");
                }
                let open = if n == 0 || *again { open } else { "" };
                let some = words(list.next().copied().unwrap_or(0));
                let _ = write!(
                    out,
                    "{open}Nous voyons que {some} passe lentement devant {some}."
                );
            }
            if *closed {
                out.push_str(close);
            }
        }
    }
    match rooms::marks(&out) {
        Err(violation) => panic!("{violation}\n{out}"),
        // Furniture and lists of many marks are left out by the slow way too, but short prose is not.
        Ok(spoke) => assert!(
            spoke || out.len() > 80,
            "the slow pairing says nothing of: {out}"
        ),
    }
});
