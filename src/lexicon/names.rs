//! Proper names of outlets, institutions and places, which may hold several words.

use super::rows;
use super::table;
use super::types::Feats;
use std::collections::HashMap;

/// What bears the name.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub(crate) enum ProperKind {
    Outlet,
    Agency,
    Broadcaster,
    Program,
    Platform,
    Institution,
    Party,
    Company,
    Place,
}

/// A name and what it names.
pub(crate) struct Proper {
    /// The full name, whichever alias led here.
    pub(crate) name: Box<str>,
    pub(crate) kind: ProperKind,
    pub(crate) feats: Feats,
}

/// Names by their folded spelling.
pub(super) struct Names {
    list: Vec<Proper>,
    by_key: HashMap<String, u32>,
    /// Bits of the first words: every capital of an article is asked about, and hardly one begins a name of the list.
    firsts: Vec<u64>,
}

/// Bits for first words: many times the names there are.
const FIRSTS: usize = 1 << 15;

impl Default for Names {
    fn default() -> Names {
        Names {
            list: Vec::new(),
            by_key: HashMap::new(),
            firsts: vec![0; FIRSTS / 64],
        }
    }
}

impl Names {
    pub(super) fn add(&mut self, row: &rows::Name<'_>) {
        let at = self.list.len() as u32;
        self.list.push(Proper {
            name: row.name.into(),
            kind: row.kind,
            feats: row.feats,
        });
        let full = key(row.name);
        self.note_first(&full);
        self.by_key.insert(full, at);
        for alias in row
            .aliases
            .split('|')
            .map(str::trim)
            .filter(|alias| !alias.is_empty())
        {
            // A full name stands before somebody else's alias.
            let alias = key(alias);
            self.note_first(&alias);
            self.by_key.entry(alias).or_insert(at);
        }
    }

    fn note_first(&mut self, key: &str) {
        let bit = table::fold_hash(first_word(key)) as usize % FIRSTS;
        self.firsts[bit / 64] |= 1 << (bit % 64);
    }

    fn may_begin(&self, name: &str) -> bool {
        let bit = table::fold_hash(first_word(name)) as usize % FIRSTS;
        self.firsts[bit / 64] & (1 << (bit % 64)) != 0
    }

    pub(super) fn get(&self, name: &str) -> Option<&Proper> {
        if !self.may_begin(name) {
            return None;
        }
        let at = *self.by_key.get(&key(name))?;
        Some(&self.list[at as usize])
    }
}

/// The first word behind a leading article, as [`key`] sees it.
fn first_word(name: &str) -> &str {
    let mut words = name.split_whitespace();
    let Some(mut first) = words.next() else {
        return name;
    };
    let article = |word: &str| {
        ["le", "la", "les"]
            .iter()
            .any(|a| word.eq_ignore_ascii_case(a))
    };
    if let Some(bare) = first
        .strip_prefix(['l', 'L'])
        .and_then(|rest| rest.strip_prefix(['\'', '’', 'ʼ']))
    {
        first = bare;
    } else if article(first) {
        first = "";
    }
    match (first, words.next()) {
        ("", Some(next)) => next,
        // An article alone is a name like any other.
        ("", None) => name,
        _ => first,
    }
}

/// Without case, accents, width of blanks and leading article: « L’Équipe » and « Equipe » are one name.
fn key(name: &str) -> String {
    let mut folded = String::with_capacity(name.len());
    for word in name.split_whitespace() {
        if !folded.is_empty() {
            folded.push(' ');
        }
        table::fold_onto(&mut folded, word);
    }
    let article = ["le ", "la ", "les ", "l'"]
        .iter()
        .find(|article| folded.starts_with(**article));
    if let Some(article) = article {
        let bare = folded[article.len()..].trim_start().len();
        if bare > 0 {
            folded.drain(..folded.len() - bare);
        }
    }
    folded
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn spellings_of_one_name() {
        assert_eq!(&*key("L’Équipe"), "equipe");
        assert_eq!(key("L' Equipe"), key("équipe"));
        assert_eq!(key("Les\u{a0}Échos"), key("LES  ECHOS"));
        assert_eq!(&*key("Le Monde diplomatique"), "monde diplomatique");
        assert_eq!(&*key("La"), "la", "an article alone is kept");
    }

    #[test]
    fn a_name_is_found_by_its_first_word() {
        for name in [
            "L’Équipe",
            "L' Equipe",
            "Les\u{a0}Échos",
            "Le Monde diplomatique",
            "La",
            "ARD",
        ] {
            let key = key(name);
            assert_eq!(
                table::fold_hash(first_word(name)),
                table::fold_hash(first_word(&key)),
                "{name}"
            );
        }
    }
}
