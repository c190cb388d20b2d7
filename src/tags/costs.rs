//! What may follow what: the costs of one class of word after another.
//!
//! Written from the grammar. 0 is the rule, 5 is neither likely nor odd, 12 does not happen in edited French.

/// Classes that the search tells apart: parts of speech, with verbs split by form.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
#[repr(u8)]
pub(super) enum Class {
    /// Start of a sentence, and every sign that lets anything follow.
    Start,
    Comma,
    Determiner,
    Noun,
    Adjective,
    Adverb,
    Preposition,
    PrepDet,
    SubjectPronoun,
    ObjectPronoun,
    Pronoun,
    Relative,
    Coordinator,
    Subordinator,
    Negation,
    Numeral,
    Name,
    Title,
    Finite,
    Auxiliary,
    Infinitive,
    PastParticiple,
    PresentParticiple,
    Clitic,
}

const CLASSES: usize = 24;
const NEITHER: u8 = 5;

pub(super) struct Costs([[u8; CLASSES]; CLASSES]);

impl Costs {
    pub(super) fn new() -> Costs {
        use Class::{
            Adjective as Adj, Adverb as Adv, Auxiliary as Aux, Clitic, Comma, Coordinator as Coord,
            Determiner as Det, Finite as Fin, Infinitive as Inf, Name, Negation as Neg, Noun,
            Numeral as Num, ObjectPronoun as Obj, PastParticiple as PPart, PrepDet,
            Preposition as Prep, PresentParticiple as Ger, Pronoun as Pron, Relative as Rel, Start,
            SubjectPronoun as Subj, Subordinator as Sub, Title,
        };
        #[rustfmt::skip]
        let rows: &[(Class, &[(Class, u8)])] = &[
            (Start, &[
                (Start, 0), (Comma, 0), (Det, 0), (Noun, 2), (Adj, 3), (Adv, 1), (Prep, 0), (PrepDet, 0), (Subj, 0),
                (Obj, 4), (Pron, 1), (Rel, 3), (Coord, 1), (Sub, 1), (Neg, 4), (Num, 1), (Name, 0), (Title, 0),
                (Fin, 3), (Aux, 4), (Inf, 3), (PPart, 3), (Ger, 3), (Clitic, 12),
            ]),
            (Comma, &[
                (Start, 0), (Comma, 2), (Det, 1), (Noun, 3), (Adj, 3), (Adv, 1), (Prep, 1), (PrepDet, 1), (Subj, 1),
                (Obj, 3), (Pron, 2), (Rel, 1), (Coord, 0), (Sub, 1), (Neg, 3), (Num, 2), (Name, 1), (Title, 1),
                (Fin, 2), (Aux, 2), (Inf, 3), (PPart, 2), (Ger, 1), (Clitic, 12),
            ]),
            (Det, &[
                (Start, 4), (Comma, 9), (Det, 4), (Noun, 0), (Adj, 1), (Adv, 3), (Prep, 8), (PrepDet, 8), (Subj, 12),
                (Obj, 12), (Pron, 4), (Rel, 7), (Coord, 9), (Sub, 9), (Neg, 8), (Num, 1), (Name, 1), (Title, 2),
                (Fin, 12), (Aux, 12), (Inf, 9), (PPart, 3), (Ger, 9), (Clitic, 12),
            ]),
            (Noun, &[
                (Start, 0), (Comma, 0), (Det, 3), (Noun, 4), (Adj, 0), (Adv, 2), (Prep, 0), (PrepDet, 0), (Subj, 4),
                (Obj, 2), (Pron, 4), (Rel, 0), (Coord, 0), (Sub, 2), (Neg, 2), (Num, 3), (Name, 1), (Title, 3),
                (Fin, 2), (Aux, 1), (Inf, 6), (PPart, 1), (Ger, 3), (Clitic, 12),
            ]),
            (Adj, &[
                (Start, 0), (Comma, 0), (Det, 3), (Noun, 1), (Adj, 2), (Adv, 2), (Prep, 0), (PrepDet, 0), (Subj, 4),
                (Obj, 3), (Pron, 4), (Rel, 1), (Coord, 0), (Sub, 1), (Neg, 3), (Num, 4), (Name, 1), (Title, 3),
                (Fin, 2), (Aux, 1), (Inf, 6), (PPart, 3), (Ger, 4), (Clitic, 12),
            ]),
            (Adv, &[
                (Start, 0), (Comma, 0), (Det, 1), (Noun, 4), (Adj, 1), (Adv, 1), (Prep, 1), (PrepDet, 1), (Subj, 1),
                (Obj, 2), (Pron, 2), (Rel, 3), (Coord, 2), (Sub, 1), (Neg, 2), (Num, 2), (Name, 3), (Title, 3),
                (Fin, 3), (Aux, 3), (Inf, 2), (PPart, 1), (Ger, 3), (Clitic, 12),
            ]),
            (Prep, &[
                (Start, 2), (Comma, 6), (Det, 0), (Noun, 1), (Adj, 3), (Adv, 3), (Prep, 5), (PrepDet, 1), (Subj, 12),
                (Obj, 4), (Pron, 1), (Rel, 1), (Coord, 9), (Sub, 5), (Neg, 3), (Num, 1), (Name, 0), (Title, 1),
                (Fin, 12), (Aux, 12), (Inf, 0), (PPart, 8), (Ger, 2), (Clitic, 12),
            ]),
            (PrepDet, &[
                (Start, 4), (Comma, 9), (Det, 8), (Noun, 0), (Adj, 1), (Adv, 4), (Prep, 8), (PrepDet, 9), (Subj, 12),
                (Obj, 12), (Pron, 4), (Rel, 9), (Coord, 9), (Sub, 9), (Neg, 8), (Num, 1), (Name, 1), (Title, 2),
                (Fin, 12), (Aux, 12), (Inf, 9), (PPart, 3), (Ger, 9), (Clitic, 12),
            ]),
            (Subj, &[
                (Start, 6), (Comma, 5), (Det, 9), (Noun, 9), (Adj, 9), (Adv, 5), (Prep, 6), (PrepDet, 7), (Subj, 9),
                (Obj, 0), (Pron, 7), (Rel, 3), (Coord, 7), (Sub, 6), (Neg, 0), (Num, 9), (Name, 9), (Title, 9),
                (Fin, 0), (Aux, 0), (Inf, 10), (PPart, 8), (Ger, 8), (Clitic, 12),
            ]),
            (Obj, &[
                (Start, 8), (Comma, 8), (Det, 9), (Noun, 12), (Adj, 12), (Adv, 8), (Prep, 9), (PrepDet, 9),
                (Subj, 12), (Obj, 0), (Pron, 9), (Rel, 12), (Coord, 12), (Sub, 9), (Neg, 8), (Num, 9), (Name, 12),
                (Title, 12), (Fin, 0), (Aux, 0), (Inf, 0), (PPart, 8), (Ger, 0), (Clitic, 12),
            ]),
            (Pron, &[
                (Start, 0), (Comma, 0), (Det, 4), (Noun, 5), (Adj, 4), (Adv, 1), (Prep, 0), (PrepDet, 0), (Subj, 4),
                (Obj, 1), (Pron, 4), (Rel, 0), (Coord, 1), (Sub, 2), (Neg, 1), (Num, 4), (Name, 6), (Title, 6),
                (Fin, 1), (Aux, 1), (Inf, 5), (PPart, 2), (Ger, 4), (Clitic, 12),
            ]),
            (Rel, &[
                (Start, 3), (Comma, 3), (Det, 1), (Noun, 5), (Adj, 6), (Adv, 2), (Prep, 3), (PrepDet, 3), (Subj, 0),
                (Obj, 1), (Pron, 2), (Rel, 9), (Coord, 8), (Sub, 6), (Neg, 0), (Num, 3), (Name, 2), (Title, 2),
                (Fin, 0), (Aux, 0), (Inf, 4), (PPart, 8), (Ger, 8), (Clitic, 12),
            ]),
            (Coord, &[
                (Start, 1), (Comma, 2), (Det, 0), (Noun, 1), (Adj, 1), (Adv, 1), (Prep, 0), (PrepDet, 0), (Subj, 0),
                (Obj, 1), (Pron, 1), (Rel, 2), (Coord, 6), (Sub, 1), (Neg, 1), (Num, 1), (Name, 1), (Title, 1),
                (Fin, 1), (Aux, 1), (Inf, 1), (PPart, 1), (Ger, 1), (Clitic, 12),
            ]),
            (Sub, &[
                (Start, 2), (Comma, 3), (Det, 0), (Noun, 4), (Adj, 4), (Adv, 1), (Prep, 1), (PrepDet, 1), (Subj, 0),
                (Obj, 4), (Pron, 1), (Rel, 6), (Coord, 8), (Sub, 4), (Neg, 3), (Num, 1), (Name, 0), (Title, 0),
                (Fin, 6), (Aux, 6), (Inf, 5), (PPart, 5), (Ger, 6), (Clitic, 12),
            ]),
            (Neg, &[
                (Start, 3), (Comma, 4), (Det, 2), (Noun, 5), (Adj, 2), (Adv, 1), (Prep, 1), (PrepDet, 1), (Subj, 8),
                (Obj, 1), (Pron, 4), (Rel, 6), (Coord, 5), (Sub, 2), (Neg, 2), (Num, 4), (Name, 7), (Title, 7),
                (Fin, 0), (Aux, 0), (Inf, 1), (PPart, 0), (Ger, 3), (Clitic, 12),
            ]),
            (Num, &[
                (Start, 0), (Comma, 0), (Det, 6), (Noun, 0), (Adj, 1), (Adv, 4), (Prep, 0), (PrepDet, 1), (Subj, 7),
                (Obj, 5), (Pron, 5), (Rel, 4), (Coord, 1), (Sub, 3), (Neg, 3), (Num, 1), (Name, 3), (Title, 4),
                (Fin, 3), (Aux, 2), (Inf, 8), (PPart, 4), (Ger, 6), (Clitic, 12),
            ]),
            (Name, &[
                (Start, 0), (Comma, 0), (Det, 4), (Noun, 4), (Adj, 3), (Adv, 2), (Prep, 0), (PrepDet, 0), (Subj, 5),
                (Obj, 1), (Pron, 4), (Rel, 1), (Coord, 0), (Sub, 3), (Neg, 1), (Num, 2), (Name, 0), (Title, 4),
                (Fin, 0), (Aux, 0), (Inf, 7), (PPart, 2), (Ger, 3), (Clitic, 12),
            ]),
            (Title, &[
                (Start, 5), (Comma, 5), (Det, 7), (Noun, 4), (Adj, 6), (Adv, 8), (Prep, 5), (PrepDet, 5), (Subj, 9),
                (Obj, 9), (Pron, 9), (Rel, 9), (Coord, 6), (Sub, 9), (Neg, 9), (Num, 9), (Name, 0), (Title, 2),
                (Fin, 9), (Aux, 9), (Inf, 12), (PPart, 9), (Ger, 9), (Clitic, 12),
            ]),
            (Fin, &[
                (Start, 0), (Comma, 1), (Det, 0), (Noun, 3), (Adj, 2), (Adv, 0), (Prep, 0), (PrepDet, 0), (Subj, 4),
                (Obj, 6), (Pron, 1), (Rel, 2), (Coord, 1), (Sub, 0), (Neg, 0), (Num, 1), (Name, 0), (Title, 0),
                (Fin, 9), (Aux, 9), (Inf, 1), (PPart, 4), (Ger, 4), (Clitic, 0),
            ]),
            (Aux, &[
                (Start, 1), (Comma, 2), (Det, 0), (Noun, 2), (Adj, 1), (Adv, 0), (Prep, 0), (PrepDet, 1), (Subj, 6),
                (Obj, 6), (Pron, 2), (Rel, 4), (Coord, 3), (Sub, 2), (Neg, 0), (Num, 1), (Name, 3), (Title, 3),
                (Fin, 12), (Aux, 12), (Inf, 6), (PPart, 0), (Ger, 6), (Clitic, 0),
            ]),
            (Inf, &[
                (Start, 0), (Comma, 0), (Det, 0), (Noun, 3), (Adj, 2), (Adv, 0), (Prep, 0), (PrepDet, 0), (Subj, 4),
                (Obj, 4), (Pron, 1), (Rel, 3), (Coord, 0), (Sub, 0), (Neg, 2), (Num, 1), (Name, 1), (Title, 1),
                (Fin, 4), (Aux, 4), (Inf, 2), (PPart, 3), (Ger, 5), (Clitic, 2),
            ]),
            (PPart, &[
                (Start, 0), (Comma, 0), (Det, 1), (Noun, 3), (Adj, 2), (Adv, 0), (Prep, 0), (PrepDet, 0), (Subj, 4),
                (Obj, 3), (Pron, 2), (Rel, 2), (Coord, 0), (Sub, 0), (Neg, 4), (Num, 1), (Name, 1), (Title, 1),
                (Fin, 4), (Aux, 4), (Inf, 2), (PPart, 3), (Ger, 6), (Clitic, 10),
            ]),
            (Ger, &[
                (Start, 0), (Comma, 1), (Det, 0), (Noun, 3), (Adj, 2), (Adv, 0), (Prep, 0), (PrepDet, 0), (Subj, 5),
                (Obj, 5), (Pron, 1), (Rel, 4), (Coord, 2), (Sub, 0), (Neg, 2), (Num, 1), (Name, 2), (Title, 2),
                (Fin, 9), (Aux, 9), (Inf, 2), (PPart, 1), (Ger, 8), (Clitic, 4),
            ]),
            (Clitic, &[
                (Start, 0), (Comma, 0), (Det, 0), (Noun, 3), (Adj, 2), (Adv, 0), (Prep, 0), (PrepDet, 0), (Subj, 5),
                (Obj, 4), (Pron, 1), (Rel, 4), (Coord, 2), (Sub, 0), (Neg, 0), (Num, 1), (Name, 1), (Title, 1),
                (Fin, 8), (Aux, 8), (Inf, 1), (PPart, 0), (Ger, 6), (Clitic, 1),
            ]),
        ];
        let mut table = [[NEITHER; CLASSES]; CLASSES];
        for (from, row) in rows {
            for (to, cost) in *row {
                table[*from as usize][*to as usize] = *cost;
            }
        }
        Costs(table)
    }

    pub(super) fn step(&self, from: Class, to: Class) -> u32 {
        u32::from(self.0[from as usize][to as usize])
    }
}
