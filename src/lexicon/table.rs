//! Written forms and their readings: one arena of text, one open-addressing table.
//!
//! The table is hashed on the form without case and accents, so that one probe sequence meets every
//! spelling a capital may stand for; each candidate is then checked letter by letter.

use super::types::{Feats, Pos, Reading, WordId};
use std::borrow::Cow;
use std::str::Chars;

/// A finite form is known by its person and number: readings that share them are one.
const PERSONS: u32 = Feats::P1 | Feats::P2 | Feats::P3;
const NUMBERS: u32 = Feats::SING | Feats::PLUR;
const GENDERS: u32 = Feats::MASC | Feats::FEM;

#[derive(Clone, Copy, Default)]
struct Entry {
    form: u32,
    readings: u32,
    form_len: u16,
    readings_len: u16,
}

/// Values above 0 by their hash: open addressing, linear probing, nothing removed.
///
/// A slot is four bytes: the value in its low bits, in the others as much of the hash as there is room
/// for. The embedded lexicon then takes 1 MB here and stays in a cache, on which every look-up depends.
pub(super) struct Slots {
    slots: Vec<u32>,
    /// What was inserted, for a larger table.
    all: Vec<(u32, u32)>,
}

impl Slots {
    pub(super) fn with_slots(count: usize) -> Slots {
        Slots {
            slots: vec![0; count.next_power_of_two()],
            all: Vec::with_capacity(count / 2),
        }
    }

    /// The low bits hold the place as well as the value: no value reaches the number of slots.
    fn mask(&self) -> u32 {
        self.slots.len() as u32 - 1
    }

    /// The values that may have that hash, among which the caller looks for its own.
    pub(super) fn values(&self, hash: u32) -> impl Iterator<Item = u32> + '_ {
        let mask = self.mask();
        let mut at = (hash & mask) as usize;
        std::iter::from_fn(move || {
            loop {
                let slot = self.slots[at];
                if slot == 0 {
                    return None;
                }
                at = (at + 1) & mask as usize;
                if (slot ^ hash) & !mask == 0 {
                    return Some(slot & mask);
                }
            }
        })
    }

    pub(super) fn insert(&mut self, hash: u32, value: u32) {
        self.all.push((hash, value));
        let limit = self.slots.len() / 4 * 3;
        if self.all.len() <= limit && (value as usize) < limit {
            return self.place(hash, value);
        }
        self.slots = vec![0; self.slots.len() * 2];
        for at in 0..self.all.len() {
            let (hash, value) = self.all[at];
            self.place(hash, value);
        }
    }

    /// Reads the slots of several hashes, which depend on nothing, before one is needed.
    fn touch(&self, hashes: impl Iterator<Item = u32>) {
        let mask = self.mask();
        let read = hashes.fold(0, |read, hash| read ^ self.slots[(hash & mask) as usize]);
        std::hint::black_box(read);
    }

    fn place(&mut self, hash: u32, value: u32) {
        let mask = self.mask();
        let mut at = (hash & mask) as usize;
        while self.slots[at] != 0 {
            at = (at + 1) & mask as usize;
        }
        self.slots[at] = (hash & !mask) | value;
    }
}

/// The forms of the lexicon.
pub(super) struct Table {
    arena: String,
    entries: Vec<Entry>,
    readings: Vec<Reading>,
    slots: Slots,
    pending: Pending,
}

/// Forms on their way into the table.
///
/// Each form lands on a slot of its own, far from the last: taken one by one, building the lexicon is
/// waiting for memory. A batch asks for all its slots at once.
#[derive(Default)]
struct Pending {
    text: String,
    forms: Vec<PendingForm>,
}

#[derive(Clone, Copy)]
struct PendingForm {
    hash: u32,
    start: usize,
    end: usize,
    reading: Reading,
}

/// As many forms as a verb has, roughly.
const BATCH: usize = 64;

impl Table {
    pub(super) fn new() -> Table {
        Table {
            arena: String::with_capacity(1 << 20),
            entries: vec![Entry::default()],
            readings: Vec::with_capacity(1 << 17),
            slots: Slots::with_slots(1 << 18),
            pending: Pending::default(),
        }
    }

    #[cfg(test)]
    pub(super) fn len(&self) -> usize {
        self.entries.len() - 1
    }

    fn form(&self, entry: Entry) -> &str {
        let start = entry.form as usize;
        &self.arena[start..start + entry.form_len as usize]
    }

    /// The entry of a normalised form (see [`normalise`]), made where there was none.
    pub(super) fn intern(&mut self, form: &str) -> WordId {
        self.intern_hashed(form, fold_hash(form))
    }

    /// Gives a normalised form a reading, at the latest when [`Table::flush`] is called.
    pub(super) fn queue(&mut self, form: &str, reading: Reading) {
        let Pending { text, forms } = &mut self.pending;
        // Forms that serve two persons come in a row.
        let (hash, start) = match forms.last() {
            Some(last) if text[last.start..] == *form => (last.hash, last.start),
            _ => {
                let start = text.len();
                text.push_str(form);
                (fold_hash(form), start)
            }
        };
        forms.push(PendingForm {
            hash,
            start,
            end: text.len(),
            reading,
        });
        if forms.len() == BATCH {
            self.flush();
        }
    }

    /// Takes in what was queued.
    pub(super) fn flush(&mut self) {
        let mut pending = std::mem::take(&mut self.pending);
        self.slots.touch(pending.forms.iter().map(|form| form.hash));
        for form in &pending.forms {
            let word = self.intern_hashed(&pending.text[form.start..form.end], form.hash);
            self.add(word, form.reading);
        }
        pending.text.clear();
        pending.forms.clear();
        self.pending = pending;
    }

    fn intern_hashed(&mut self, form: &str, hash: u32) -> WordId {
        let known = |&word: &u32| self.form(self.entries[word as usize]) == form;
        if let Some(word) = self.slots.values(hash).find(known) {
            return WordId(word);
        }
        let word = self.push(form);
        self.slots.insert(hash, word.0);
        word
    }

    /// A new entry that no spelling leads to.
    pub(super) fn push(&mut self, form: &str) -> WordId {
        // Forms come from lines of a lexicon; one that does not fit is cut to nothing and never found.
        let form = if form.len() > u16::MAX as usize {
            ""
        } else {
            form
        };
        let word = WordId(self.entries.len() as u32);
        self.entries.push(Entry {
            form: self.arena.len() as u32,
            form_len: form.len() as u16,
            ..Entry::default()
        });
        self.arena.push_str(form);
        word
    }

    /// The entry that the text's spelling stands for: the exact form in lower case if there is one, else
    /// the form that lends the fewest accents to bare capitals.
    pub(super) fn find(&self, written: &str) -> WordId {
        let mut best = WordId::UNKNOWN;
        let mut best_lent = u32::MAX;
        for word in self.slots.values(fold_hash(written)) {
            let form = self.form(self.entries[word as usize]);
            if form.as_bytes() == written.as_bytes() {
                return WordId(word);
            }
            match accents_lent(written, form) {
                Some(0) => return WordId(word),
                // Equal counts: the older entry, so that the answer does not hang on the table's size.
                Some(lent) if (lent, word) < (best_lent, best.0) => {
                    best = WordId(word);
                    best_lent = lent;
                }
                _ => {}
            }
        }
        best
    }

    pub(super) fn readings(&self, word: WordId) -> &[Reading] {
        let entry = self.entries[word.0 as usize];
        let start = entry.readings as usize;
        &self.readings[start..start + entry.readings_len as usize]
    }

    /// Gives the word one more reading, merged into one that it has where they differ in a single feature.
    pub(super) fn add(&mut self, word: WordId, reading: Reading) {
        let entry = self.entries[word.0 as usize];
        let (start, len) = (entry.readings as usize, entry.readings_len as usize);
        for old in &mut self.readings[start..start + len] {
            if old.lemma == reading.lemma && old.pos == reading.pos {
                if let Some(feats) = merged(old.pos, old.feats, reading.feats) {
                    old.feats = feats;
                    return;
                }
            }
        }
        // The slice of a word is contiguous: unless it ends the vector, it moves there to grow.
        let start = if start + len == self.readings.len() {
            start
        } else {
            let end = self.readings.len();
            self.readings.extend_from_within(start..start + len);
            end
        };
        self.readings.push(reading);
        let entry = &mut self.entries[word.0 as usize];
        entry.readings = start as u32;
        entry.readings_len = len as u16 + 1;
    }
}

/// The features of two readings as one, if no false combination comes of it.
fn merged(pos: Pos, a: Feats, b: Feats) -> Option<Feats> {
    let both = Feats(a.0 | b.0);
    if a == b {
        return Some(both);
    }
    let differ = a.0 ^ b.0;
    match pos {
        // Tenses and moods join under one person and number: « dit », present or passé simple.
        Pos::Verb if a.has(PERSONS) && b.has(PERSONS) => {
            (differ & (PERSONS | NUMBERS) == 0).then_some(both)
        }
        Pos::Verb | Pos::Noun | Pos::Adj | Pos::Det | Pos::Pron | Pos::FirstName => {
            (differ & !NUMBERS == 0 || differ & !GENDERS == 0).then_some(both)
        }
        _ => None,
    }
}

/// The form as entries spell it: lower case, composed accents, `oe` for `œ`, one apostrophe, one hyphen.
pub(super) fn normalise(form: &str) -> Cow<'_, str> {
    let bytes = form.as_bytes();
    // Lower-case ASCII and the lower-case half of U+00C0..=U+00FF, without æ: most of French.
    let plain = (0..bytes.len()).all(|at| match bytes[at] {
        b'A'..=b'Z' => false,
        0..=0x7f | 0xc3 => true,
        low => at > 0 && bytes[at - 1] == 0xc3 && low >= 0xa0 && low != 0xa6,
    });
    if plain {
        return Cow::Borrowed(form);
    }
    Cow::Owned(Units::new(form).map(|unit| unit.letter).collect())
}

/// The form without case and accents.
pub(crate) fn fold(form: &str) -> String {
    let mut folded = String::with_capacity(form.len());
    fold_onto(&mut folded, form);
    folded
}

/// [`fold`], behind what stands there already.
pub(super) fn fold_onto(folded: &mut String, form: &str) {
    if form.is_ascii() {
        let from = folded.len();
        folded.push_str(form);
        folded[from..].make_ascii_lowercase();
    } else {
        folded.extend(Units::new(form).map(|unit| strip(unit.letter)));
    }
}

/// How many bare capitals of the text stand for an accented letter of the form; `None` if the text does
/// not spell the form.
fn accents_lent(written: &str, form: &str) -> Option<u32> {
    let mut lent = 0;
    let mut letters = form.chars();
    for unit in Units::new(written) {
        let letter = letters.next()?;
        if unit.letter != letter {
            if !(unit.capital && unit.letter.is_ascii() && strip(letter) == unit.letter) {
                return None;
            }
            lent += 1;
        }
    }
    letters.next().is_none().then_some(lent)
}

/// A letter of the text in lower case with its accent.
#[derive(Clone, Copy)]
struct Unit {
    letter: char,
    capital: bool,
}

/// The letters of a written form, whichever way it encodes them.
struct Units<'a> {
    chars: Chars<'a>,
    second: Option<Unit>,
}

impl<'a> Units<'a> {
    fn new(text: &'a str) -> Units<'a> {
        Units {
            chars: text.chars(),
            second: None,
        }
    }
}

impl Iterator for Units<'_> {
    type Item = Unit;

    fn next(&mut self) -> Option<Unit> {
        if let Some(unit) = self.second.take() {
            return Some(unit);
        }
        let written = self.chars.next()?;
        let mut letter = lower(written);
        let capital = letter != written && written.is_uppercase();
        match letter {
            'œ' | 'æ' => {
                self.second = Some(Unit {
                    letter: 'e',
                    capital,
                });
                letter = if letter == 'œ' { 'o' } else { 'a' };
                return Some(Unit { letter, capital });
            }
            '’' | 'ʼ' => letter = '\'',
            '\u{2011}' => letter = '-',
            _ => {}
        }
        while let Some(mark) = self.chars.clone().next().filter(|c| is_combining(*c)) {
            self.chars.next();
            letter = compose(letter, mark);
        }
        Some(Unit { letter, capital })
    }
}

fn lower(c: char) -> char {
    if c.is_ascii() {
        return c.to_ascii_lowercase();
    }
    let mut lowered = c.to_lowercase();
    match (lowered.next(), lowered.next()) {
        (Some(one), None) => one,
        _ => c,
    }
}

fn is_combining(c: char) -> bool {
    ('\u{300}'..='\u{36f}').contains(&c)
}

/// A letter and its combining mark as one; a pair that French does not have keeps the bare letter.
fn compose(letter: char, mark: char) -> char {
    let (bases, composed) = match mark {
        '\u{300}' => ("aeiou", "àèìòù"),
        '\u{301}' => ("aeiouyn", "áéíóúýń"),
        '\u{302}' => ("aeiou", "âêîôû"),
        '\u{303}' => ("ano", "ãñõ"),
        '\u{308}' => ("aeiouy", "äëïöüÿ"),
        '\u{30a}' => ("a", "å"),
        '\u{327}' => ("cs", "çş"),
        '\u{30c}' => ("cszr", "čšžř"),
        _ => return letter,
    };
    let at = bases.chars().position(|base| base == letter);
    at.and_then(|at| composed.chars().nth(at)).unwrap_or(letter)
}

/// U+00C0..=U+00FF in lower case without accents; 0 where the letter has no single ASCII base.
const LATIN_1: &[u8; 64] =
    b"aaaaaa\0ceeeeiiii\0nooooo\0\0uuuuy\0\0aaaaaa\0ceeeeiiii\0nooooo\0\0uuuuy\0y";

/// The letter, in lower case, without its accent.
fn strip(letter: char) -> char {
    match letter {
        '\0'..='\u{7f}' => letter,
        '\u{c0}'..='\u{ff}' => match LATIN_1[letter as usize - 0xc0] {
            0 => letter,
            base => base as char,
        },
        'č' | 'ć' => 'c',
        'š' | 'ş' | 'ś' => 's',
        'ž' | 'ż' | 'ź' => 'z',
        'ń' => 'n',
        'ř' => 'r',
        'ğ' => 'g',
        _ => letter,
    }
}

/// FNV-1a over the form without case and accents. ASCII words, the most, never leave the first loop.
pub(super) fn fold_hash(form: &str) -> u32 {
    let mut hash = Hash(0xcbf2_9ce4_8422_2325);
    let bytes = form.as_bytes();
    let mut at = 0;
    while at < bytes.len() {
        let byte = bytes[at];
        if byte < 0x80 {
            hash.byte(byte.to_ascii_lowercase());
            at += 1;
        } else if byte == 0xc3 && LATIN_1[(bytes[at + 1] - 0x80) as usize] != 0 {
            hash.byte(LATIN_1[(bytes[at + 1] - 0x80) as usize]);
            at += 2;
        } else {
            break;
        }
    }
    for c in form[at..].chars().filter(|c| !is_combining(*c)) {
        match lower(c) {
            'œ' => hash.bytes(b"oe"),
            'æ' => hash.bytes(b"ae"),
            '’' | 'ʼ' => hash.byte(b'\''),
            '\u{2011}' => hash.byte(b'-'),
            c => {
                let mut utf8 = [0; 4];
                hash.bytes(strip(c).encode_utf8(&mut utf8).as_bytes());
            }
        }
    }
    (hash.0 ^ (hash.0 >> 32)) as u32
}

struct Hash(u64);

impl Hash {
    fn byte(&mut self, byte: u8) {
        self.0 = (self.0 ^ u64::from(byte)).wrapping_mul(0x0000_0100_0000_01b3);
    }

    fn bytes(&mut self, bytes: &[u8]) {
        for &byte in bytes {
            self.byte(byte);
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn table(forms: &[&str]) -> Table {
        let mut table = Table::new();
        for form in forms {
            table.intern(&normalise(form));
        }
        table
    }

    fn found<'t>(table: &'t Table, written: &str) -> &'t str {
        table.form(table.entries[table.find(written).0 as usize])
    }

    #[test]
    fn lower_case_letters_must_match_their_accents() {
        let t = table(&["état", "déclare", "déclaré", "ou", "où", "sûr", "sur"]);
        assert_eq!(found(&t, "état"), "état");
        assert_eq!(found(&t, "etat"), "");
        assert_eq!(found(&t, "sûr"), "sûr");
        assert_eq!(found(&t, "Sur"), "sur");
        assert_eq!(found(&t, "déclaré"), "déclaré");
        assert_eq!(found(&t, "Eleve"), "");
    }

    #[test]
    fn bare_capitals_match_accented_letters() {
        let t = table(&["état", "déclaré", "déclare", "ou", "où", "ça"]);
        assert_eq!(found(&t, "Etat"), "état");
        assert_eq!(found(&t, "État"), "état");
        assert_eq!(found(&t, "ETAT"), "état");
        assert_eq!(found(&t, "ÈTAT"), "");
        assert_eq!(found(&t, "Ca"), "ça");
        assert_eq!(found(&t, "OU"), "ou");
        assert_eq!(found(&t, "OÙ"), "où");
        assert_eq!(found(&t, "DECLARE"), "déclare", "the fewest accents lent");
        assert_eq!(found(&t, "DÉCLARÉ"), "déclaré");
    }

    #[test]
    fn encodings_and_typography_are_one() {
        let t = table(&["qu'", "œuvre", "peut-être", "français", "cœur"]);
        assert_eq!(found(&t, "qu’"), "qu'");
        assert_eq!(found(&t, "Quʼ"), "qu'");
        assert_eq!(found(&t, "oeuvre"), "oeuvre");
        assert_eq!(found(&t, "Œuvre"), "oeuvre");
        assert_eq!(found(&t, "peut\u{2011}être"), "peut-être");
        assert_eq!(found(&t, "peut-e\u{302}tre"), "peut-être");
        assert_eq!(found(&t, "franc\u{327}ais"), "français");
        assert_eq!(found(&t, "FRANC\u{327}AIS"), "français");
        assert_eq!(found(&t, "coeur"), found(&t, "cœur"));
        assert_eq!(found(&t, ""), "");
        assert_eq!(found(&t, "日本"), "");
    }

    #[test]
    fn growth_loses_nothing() {
        let mut t = table(&[]);
        let ids: Vec<WordId> = (0..200_000).map(|n| t.intern(&format!("w{n}"))).collect();
        assert!(
            ids.iter()
                .enumerate()
                .all(|(n, id)| t.find(&format!("W{n}")) == *id)
        );
    }
}
