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
#[derive(Default)]
pub(super) struct Names {
    list: Vec<Proper>,
    by_key: HashMap<Box<str>, u32>,
}

impl Names {
    pub(super) fn add(&mut self, row: &rows::Name<'_>) {
        let at = self.list.len() as u32;
        self.list.push(Proper {
            name: row.name.into(),
            kind: row.kind,
            feats: row.feats,
        });
        self.by_key.insert(key(row.name), at);
        for alias in row
            .aliases
            .split('|')
            .map(str::trim)
            .filter(|alias| !alias.is_empty())
        {
            // A full name stands before somebody else's alias.
            self.by_key.entry(key(alias)).or_insert(at);
        }
    }

    pub(super) fn get(&self, name: &str) -> Option<&Proper> {
        let at = *self.by_key.get(&*key(name))?;
        Some(&self.list[at as usize])
    }
}

/// Without case, accents, width of blanks and leading article: « L’Équipe » and « Equipe » are one name.
fn key(name: &str) -> Box<str> {
    let mut folded = String::with_capacity(name.len());
    for word in name.split_whitespace() {
        if !folded.is_empty() {
            folded.push(' ');
        }
        folded.push_str(&table::fold(word));
    }
    let bare = ["le ", "la ", "les ", "l'"]
        .iter()
        .find_map(|article| folded.strip_prefix(article));
    bare.map(str::trim_start)
        .filter(|bare| !bare.is_empty())
        .unwrap_or(&folded)
        .into()
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
}
