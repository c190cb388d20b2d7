//! The scanner: one pass over the bytes, one token at a time, a bounded look ahead.

use super::abbreviations::{
    Abbreviation, abbreviation, begins_sentence, is_domain, is_particle, joins_by_point,
    takes_letter,
};
use super::chars::{
    ANY_BLANK, BLANK, Class, DIGIT, LETTER, LINE, LOWER, SIGN, SOFT_HYPHEN, UPPER, ascii_letters,
    char_at, class_at, is_apostrophe, is_hyphen, is_plain_apostrophe,
};
use super::clitics::{Cut, cuts, is_elided_clitic};
use super::{Flags, Token, TokenKind};
use crate::lexicon::{Lexicon, WordId};
use crate::span::Span;

/// How far the scanner looks for the `@` of an address whose local part holds points.
const ADDRESS_WINDOW: usize = 64;

pub(super) fn scan(text: &str, lexicon: &Lexicon) -> Vec<Token> {
    let mut scanner = Scanner {
        text,
        bytes: text.as_bytes(),
        lexicon,
        // French runs at five to six bytes a token.
        list: Vec::with_capacity(text.len() / 5 + 4),
        pending: 0,
        single_open: false,
    };
    let mut at = 0;
    while at < text.len() {
        at = scanner.next(at);
    }
    if let Some(last) = scanner.list.last_mut() {
        last.flags.0 |= Flags::BLANK_AFTER;
    }
    scanner.list
}

struct Scanner<'a> {
    text: &'a str,
    bytes: &'a [u8],
    lexicon: &'a Lexicon,
    list: Vec<Token>,
    /// Flags of the blanks passed since the last token.
    pending: u8,
    /// A single quotation mark was opened on this line, so that an apostrophe after a word may close it.
    single_open: bool,
}

/// What follows the point of an abbreviation.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Follow {
    /// The end of the line or of the text.
    End,
    Capital(usize),
    Lower(usize),
    /// A comma, a number, a closing bracket…: the sentence goes on.
    Inner,
    /// A quotation mark, a stop, anything else.
    Other,
}

impl Scanner<'_> {
    /// Reads what stands at `at` and says where to go on.
    fn next(&mut self, at: usize) -> usize {
        let (class, len) = class_at(self.text, at);
        if class & LETTER != 0 {
            self.word(at)
        } else if class & (ANY_BLANK | SOFT_HYPHEN) != 0 {
            self.blanks(at)
        } else if class & DIGIT != 0 {
            self.number(at)
        } else {
            self.sign(at, len)
        }
    }

    fn blanks(&mut self, mut at: usize) -> usize {
        loop {
            let (class, len) = class_at(self.text, at);
            if class & (ANY_BLANK | SOFT_HYPHEN) == 0 {
                break;
            }
            if class & LINE != 0 {
                self.pending |= Flags::LINE_BEFORE;
                self.single_open = false;
            }
            at += len;
        }
        self.pending |= Flags::BLANK_BEFORE;
        if let Some(last) = self.list.last_mut() {
            last.flags.0 |= Flags::BLANK_AFTER;
        }
        at
    }

    #[inline]
    fn push(
        &mut self,
        kind: TokenKind,
        start: usize,
        end: usize,
        word: WordId,
        flags: u8,
    ) -> usize {
        self.list.push(Token {
            span: Span::new(start, end),
            word,
            kind,
            flags: Flags(flags | self.pending),
        });
        self.pending = 0;
        end
    }

    fn push_sign(&mut self, kind: TokenKind, start: usize, end: usize) -> usize {
        self.push(kind, start, end, WordId::UNKNOWN, 0)
    }

    #[inline]
    fn push_word(&mut self, start: usize, end: usize, flags: u8) -> usize {
        let word = self.lexicon.lookup(&self.text[start..end]);
        self.push(TokenKind::Word, start, end, word, flags)
    }

    fn class(&self, at: usize) -> Class {
        class_at(self.text, at).0
    }

    fn starts(&self, at: usize, prefix: &str) -> bool {
        self.bytes[at..].starts_with(prefix.as_bytes())
    }

    /// The end of the letters that begin at `at`.
    fn letters_end(&self, mut at: usize) -> usize {
        loop {
            let (class, len) = class_at(self.text, at);
            if class & LETTER == 0 {
                return at;
            }
            at += len;
        }
    }

    fn last_text(&self) -> Option<&str> {
        self.list.last().map(|token| &self.text[token.span.range()])
    }

    // ----- words

    fn word(&mut self, start: usize) -> usize {
        if let Some(end) = self.url(start) {
            return self.push_sign(TokenKind::Symbol, start, end);
        }
        // All classes met, and those of the first letter.
        let (first, _) = class_at(self.text, start);
        let mut seen: Class = 0;
        let mut letters = 0usize;
        // The last hyphens, oldest first.
        let mut hyphens = [0usize; 4];
        let mut hyphen_count = 0usize;
        // Where the part after the last hyphen, point or apostrophe begins.
        let mut part = start;
        let mut points = false;
        let mut at = start;
        loop {
            let (run, classes) = ascii_letters(self.bytes, at);
            seen |= classes;
            letters += run - at;
            at = run;
            let (class, len) = class_at(self.text, at);
            if class & (LETTER | DIGIT) != 0 {
                seen |= class;
                letters += usize::from(class & LETTER != 0);
                at += len;
                continue;
            }
            if class & SOFT_HYPHEN != 0 {
                if self.class(at + len) & LETTER == 0 {
                    break;
                }
                at += len;
                continue;
            }
            if class & SIGN == 0 {
                break;
            }
            match char_at(self.text, at) {
                c if is_hyphen(c) => {
                    if self.class(at + len) & (LETTER | DIGIT) == 0 {
                        break;
                    }
                    if hyphen_count == hyphens.len() {
                        hyphens.rotate_left(1);
                        hyphen_count -= 1;
                    }
                    hyphens[hyphen_count] = at - start;
                    hyphen_count += 1;
                    at += len;
                    part = at;
                }
                c if is_apostrophe(c) => {
                    let before = &self.text[part..at];
                    let letter_follows = self.class(at + len) & LETTER != 0;
                    if !letter_follows && !is_plain_apostrophe(c) {
                        break;
                    }
                    if part == start && self.elides(before, at + len) {
                        let flags = case_flags(first, seen, letters) | Flags::ELIDED;
                        return self.push_word(start, at + len, flags);
                    }
                    if letter_follows && self.glued_elision(part, at) {
                        at -= 1;
                        break;
                    }
                    if letter_follows {
                        // « va-t'en », « a-t'il », but « chef-d'œuvre ».
                        if hyphen_count > 0 && is_elided_clitic(before) && part > start {
                            return self.elided_clitic(
                                start,
                                start + hyphens[hyphen_count - 1],
                                part,
                                at,
                                at + len,
                            );
                        }
                        at += len;
                        part = at;
                        hyphen_count = 0;
                        continue;
                    }
                    let double = is_plain_apostrophe(char_or_nul(self.text, at + len));
                    if self.single_open || double {
                        break;
                    }
                    // A word cut short: « les Zuck' ».
                    let flags = case_flags(first, seen, letters) | Flags::ELIDED;
                    return self.push_word(start, at + len, flags);
                }
                '.' => {
                    if let Some(end) = self.address(start, at) {
                        return self.push_sign(TokenKind::Symbol, start, end);
                    }
                    match self.point(start, part, at, points) {
                        Point::Inside => {
                            at += 1;
                            part = at;
                            points = true;
                        }
                        Point::InsideHyphen => {
                            at += 2;
                            part = at;
                            points = true;
                        }
                        Point::Domain(end) => {
                            return self.push_sign(TokenKind::Symbol, start, end);
                        }
                        Point::Final => {
                            at += 1;
                            return self.push_word(start, at, case_flags(first, seen, letters));
                        }
                        Point::Outside => break,
                    }
                }
                '&' | '·' | '‧' | '_' => {
                    if self.class(at + len) & (LETTER | DIGIT) == 0 {
                        break;
                    }
                    at += len;
                    part = at;
                }
                '°' => {
                    if matches!(&self.text[part..at], "n" | "N") {
                        at += len;
                    }
                    break;
                }
                '@' => {
                    if let Some(end) = self.address(start, at) {
                        return self.push_sign(TokenKind::Symbol, start, end);
                    }
                    break;
                }
                _ => break,
            }
        }
        if hyphen_count == 0 && part == start && seen & (LOWER | UPPER) == LOWER | UPPER {
            if let Some(seam) = self.seam(start, at) {
                self.push_word(start, seam, flags_of(&self.text[start..seam]));
                return self.push_word(seam, at, flags_of(&self.text[seam..at]));
            }
        }
        if hyphen_count > 0 {
            self.compound(
                start,
                at,
                &hyphens[..hyphen_count],
                case_flags(first, seen, letters),
            )
        } else {
            self.push_word(start, at, case_flags(first, seen, letters))
        }
    }

    /// Whether the apostrophe after `before` makes a word of its own of it. `after` is the offset past the apostrophe.
    fn elides(&self, before: &str, after: usize) -> bool {
        let bytes = before.as_bytes();
        match bytes.len() {
            1 => match bytes[0] {
                b'l' | b'd' | b'j' | b'n' | b's' | b'c' | b'm' | b't' => true,
                b'L' | b'D' | b'J' | b'S' | b'C' => true,
                // « N'Golo », « M'Barek »: no French elision stands before a consonant.
                b'M' | b'N' | b'T' => {
                    let (class, len) = class_at(self.text, after);
                    let consonant = class & UPPER != 0
                        && !matches!(
                            self.bytes[after].to_ascii_uppercase(),
                            b'A' | b'E' | b'I' | b'O' | b'U' | b'Y' | b'H' | 0xc3 | 0xc5
                        );
                    !(consonant && self.class(after + len) & LOWER != 0)
                }
                _ => false,
            },
            2 => bytes.eq_ignore_ascii_case(b"qu") || matches!(before, "ç" | "Ç"),
            5 => bytes.eq_ignore_ascii_case(b"jusqu"),
            6 if bytes.eq_ignore_ascii_case(b"presqu") => !self.starts(after, "île"),
            6 => [b"puisqu", b"quoiqu", b"lorsqu"]
                .iter()
                .any(|word| bytes.eq_ignore_ascii_case(*word)),
            _ => false,
        }
    }

    /// « la finL'eau »: a paragraph's end and the next one's start, with the line break lost. The apostrophe is at `at`.
    fn glued_elision(&self, part: usize, at: usize) -> bool {
        at >= part + 4
            && matches!(
                self.bytes[at - 1],
                b'L' | b'D' | b'C' | b'J' | b'N' | b'S' | b'M'
            )
            && (self.bytes[at - 2].is_ascii_lowercase() || self.bytes[at - 3] == 0xc3)
            && self.class(at - 1) & UPPER != 0
    }

    /// « sans apaisementPolitiquement fragile »: two paragraphs glued in the middle of a word. Both halves must be words;
    /// brands (« YouTube ») begin with a capital, so that after a capital only words that begin sentences count.
    fn seam(&self, start: usize, end: usize) -> Option<usize> {
        let mut seam = None;
        let mut at = start;
        let mut lower = false;
        while at < end {
            let (class, len) = class_at(self.text, at);
            if class & UPPER != 0 && lower {
                if seam.is_some() {
                    return None;
                }
                seam = Some(at);
            }
            lower = class & LOWER != 0;
            at += len;
        }
        let seam = seam.filter(|&seam| seam >= start + 3 && lower)?;
        let (left, right) = (&self.text[start..seam], &self.text[seam..end]);
        let known = |word: &str| self.lexicon.lookup(word) != WordId::UNKNOWN;
        let begins = begins_sentence(right) || matches!(right, "Le" | "La");
        let glued = if left.starts_with(char::is_lowercase) {
            known(left) && (begins || right.len() > 3 && known(right))
        } else {
            right.len() > 2 && begins_sentence(right) && !begins_sentence(left) && known(left)
        };
        glued.then_some(seam)
    }

    /// A word with hyphens, its clitics cut off.
    fn compound(&mut self, start: usize, end: usize, hyphens: &[usize], flags: u8) -> usize {
        let text = &self.text[start..end];
        let mut out = [Cut {
            hyphen: 0,
            pronoun: 0,
        }; 3];
        let count = cuts(text, hyphens, &mut out);
        if count == 0 {
            return self.push_word(start, end, flags);
        }
        let head = start + out[count - 1].hyphen;
        // « revendique t-il »: the hyphen left out before the euphonic t.
        let euphonic = count == 1 && matches!(&self.text[start..head], "t" | "T");
        let third = matches!(
            &text[out[0].pronoun..],
            "il" | "elle" | "on" | "ils" | "elles"
        );
        if euphonic && third {
            let word = self.lexicon.lookup(&text[out[0].pronoun..]);
            return self.push(TokenKind::Clitic, start, end, word, 0);
        }
        self.push_word(start, head, flags_of(&self.text[start..head]));
        for i in (0..count).rev() {
            let to = if i == 0 {
                end
            } else {
                start + out[i - 1].hyphen
            };
            let word = self.lexicon.lookup(&self.text[start + out[i].pronoun..to]);
            self.push(TokenKind::Clitic, start + out[i].hyphen, to, word, 0);
        }
        end
    }

    /// `va-t'en`: the verb, then `-t'`; what follows is read as a word. In the slip `a-t'il` the pronoun belongs to the clitic.
    fn elided_clitic(
        &mut self,
        start: usize,
        hyphen: usize,
        part: usize,
        apostrophe: usize,
        after: usize,
    ) -> usize {
        self.push_word(start, hyphen, flags_of(&self.text[start..hyphen]));
        let end = self.letters_end(after);
        let pronoun = &self.text[after..end];
        if matches!(&self.text[part..apostrophe], "t" | "T")
            && matches!(
                pronoun,
                "il" | "elle" | "on" | "ils" | "elles" | "IL" | "ELLE" | "ON"
            )
        {
            let word = self.lexicon.lookup(pronoun);
            return self.push(TokenKind::Clitic, hyphen, end, word, 0);
        }
        let word = self.lexicon.lookup(&self.text[part..after]);
        self.push(TokenKind::Clitic, hyphen, after, word, Flags::ELIDED)
    }

    // ----- points inside and after words

    /// What the point at `at` is to the word that begins at `start` and whose last part begins at `part`.
    fn point(&self, start: usize, part: usize, at: usize, points: bool) -> Point {
        let (next, next_len) = class_at(self.text, at + 1);
        let segment = &self.text[part..at];
        let single = segment.len() <= 2
            && segment.chars().count() == 1
            && !segment.starts_with(char::is_numeric);
        if next & LETTER != 0 {
            let end = self.letters_end(at + 1);
            let suffix = &self.text[at + 1..end];
            let closed = self.class(end) & DIGIT == 0;
            if single && next_len == suffix.len() && closed {
                return Point::Inside;
            }
            if next & LOWER != 0 {
                if !closed || !joins_by_point(suffix) {
                    return Point::Outside;
                }
                if is_domain(suffix)
                    && self.bytes.get(end) == Some(&b'/')
                    && self.class(end + 1) & (LETTER | DIGIT) != 0
                {
                    return Point::Domain(self.url_end(end));
                }
                return Point::Inside;
            }
            if segment == "Ph" && suffix == "D" {
                return Point::Inside;
            }
        } else if next & DIGIT != 0 {
            // « v1.2 », « ChatGPT-3.5 »; « Selon p.12 » too.
            let digit_before = self.bytes[at - 1].is_ascii_digit();
            return if digit_before {
                Point::Inside
            } else {
                self.closing_point(start, part, at, single, points)
            };
        } else if single && next & SIGN != 0 && is_hyphen(char_at(self.text, at + 1)) {
            // « P.-D.G », « J.-C. », « c.-à-d. »
            let (_, len) = class_at(self.text, at + 1);
            if len == 1 && self.class(at + 2) & LETTER != 0 {
                return Point::InsideHyphen;
            }
        }
        self.closing_point(start, part, at, single, points)
    }

    /// Whether the point at `at`, with no part of the word after it, belongs to the word.
    fn closing_point(
        &self,
        start: usize,
        part: usize,
        at: usize,
        single: bool,
        points: bool,
    ) -> Point {
        // Three points are no abbreviation's.
        if matches!(self.bytes.get(at + 1), Some(b'.' | b'!' | b'?')) || self.starts(at + 1, "…")
        {
            return Point::Outside;
        }
        let keep = if points {
            single && self.acronym_keeps(start, at)
        } else if part != start {
            false
        } else {
            let word = &self.text[start..at];
            match abbreviation(word) {
                Some(kind) => self.abbreviation_keeps(kind, word, at),
                None => single && self.class(start) & UPPER != 0 && self.initial_keeps(at),
            }
        };
        if keep { Point::Final } else { Point::Outside }
    }

    fn abbreviation_keeps(&self, kind: Abbreviation, word: &str, at: usize) -> bool {
        match (kind, self.follow(at + 1)) {
            (_, Follow::End) => false,
            (Abbreviation::Title, Follow::Inner) => word != "Me",
            (Abbreviation::Title, Follow::Capital(_) | Follow::Lower(_)) => true,
            (Abbreviation::Title, Follow::Other) => word.starts_with('M'),
            (_, Follow::Inner) => true,
            (Abbreviation::Leading, Follow::Capital(_) | Follow::Lower(_)) => true,
            (_, Follow::Lower(_)) => true,
            // « art. L. 123 »
            (Abbreviation::Closing, Follow::Capital(next)) => {
                matches!(word, "art" | "Art")
                    && matches!(self.bytes.get(next + 1), Some(b'.' | b' '))
            }
            (_, Follow::Other) => false,
        }
    }

    /// `J. Martin`, but « le plan B. Martin ».
    fn initial_keeps(&self, at: usize) -> bool {
        let after_letter_noun = self.list.last().is_some_and(|last| {
            last.kind == TokenKind::Word
                && last.flags.0 & Flags::CAPITAL == 0
                && self.last_text().is_some_and(takes_letter)
        });
        let after_name = self
            .list
            .last()
            .is_some_and(|last| last.kind == TokenKind::Word && last.flags.0 & Flags::CAPITAL != 0);
        match self.follow(at + 1) {
            Follow::End | Follow::Other => false,
            Follow::Capital(next) => !after_letter_noun && !self.sentence_begins(next),
            Follow::Lower(next) => {
                after_name || is_particle(&self.text[next..self.letters_end(next)])
            }
            Follow::Inner => after_name,
        }
    }

    fn acronym_keeps(&self, start: usize, at: usize) -> bool {
        let word = &self.text[start..at];
        match self.follow(at + 1) {
            Follow::End | Follow::Other => false,
            Follow::Inner | Follow::Lower(_) => true,
            Follow::Capital(_) if matches!(word, "J.-C" | "P.-D.G" | "P.D.G") => false,
            Follow::Capital(next) => !self.sentence_begins(next),
        }
    }

    /// Whether the capitalised word at `at` rather begins a sentence than goes on with a name.
    fn sentence_begins(&self, at: usize) -> bool {
        let end = self.letters_end(at);
        let word = &self.text[at..end];
        if begins_sentence(word) {
            return true;
        }
        let (blank, len) = class_at(self.text, end);
        match word {
            // « F. Le Goff » against « Claude F. Le maire »
            "Le" | "La" => blank & BLANK == 0 || self.class(end + len) & UPPER == 0,
            "L" => is_apostrophe(char_or_nul(self.text, end)),
            _ => false,
        }
    }

    /// What stands after the point that ends at `at`, blanks passed over.
    fn follow(&self, mut at: usize) -> Follow {
        loop {
            let (class, len) = class_at(self.text, at);
            if len == 0 || class & LINE != 0 {
                return Follow::End;
            }
            if class & (BLANK | SOFT_HYPHEN) != 0 {
                at += len;
                continue;
            }
            return if class & UPPER != 0 {
                Follow::Capital(at)
            } else if class & LETTER != 0 {
                Follow::Lower(at)
            } else if class & DIGIT != 0 {
                Follow::Inner
            } else {
                match char_at(self.text, at) {
                    ',' | ';' | ':' | ')' | ']' | '(' | '-' | '–' | '/' => Follow::Inner,
                    _ => Follow::Other,
                }
            };
        }
    }

    // ----- addresses

    fn url(&self, at: usize) -> Option<usize> {
        let found = match self.bytes[at] {
            b'h' => self.starts(at, "http://") || self.starts(at, "https://"),
            b'w' => self.starts(at, "www."),
            b'p' => self.starts(at, "pic.twitter.com/"),
            b't' => self.starts(at, "t.co/"),
            _ => false,
        };
        found.then(|| self.url_end(at))
    }

    fn url_end(&self, start: usize) -> usize {
        let mut at = start;
        while at < self.bytes.len() {
            match self.bytes[at] {
                b'!'..=b'~' if !matches!(self.bytes[at], b'"' | b'<' | b'>') => at += 1,
                _ => break,
            }
        }
        while at > start
            && matches!(
                self.bytes[at - 1],
                b'.' | b',' | b';' | b':' | b'!' | b'?' | b')' | b']' | b'\''
            )
        {
            at -= 1;
        }
        at
    }

    /// The end of an e-mail address whose local part begins at `start`, if `at` (a point or `@`) stands in one.
    fn address(&self, start: usize, at: usize) -> Option<usize> {
        if start == at {
            return None;
        }
        let address_byte =
            |b: u8| b.is_ascii_alphanumeric() || matches!(b, b'.' | b'_' | b'-' | b'+');
        let mut i = at;
        let limit = self.bytes.len().min(at + ADDRESS_WINDOW);
        while i < limit && address_byte(self.bytes[i]) {
            i += 1;
        }
        if i >= limit
            || self.bytes[i] != b'@'
            || !self.bytes.get(i + 1).is_some_and(u8::is_ascii_alphanumeric)
        {
            return None;
        }
        i += 1;
        while i < self.bytes.len() && address_byte(self.bytes[i]) {
            i += 1;
        }
        while matches!(self.bytes[i - 1], b'.' | b'-' | b'_' | b'+') {
            i -= 1;
        }
        Some(i)
    }

    // ----- numbers

    fn number(&mut self, start: usize) -> usize {
        let mut at = self.digits_end(start);
        let mut group = at - start;
        loop {
            let (class, len) = class_at(self.text, at);
            if class & LETTER != 0 {
                // « 2005Un plan »: glued paragraphs.
                if class & UPPER != 0 && self.class(at + len) & LOWER != 0 {
                    break;
                }
                // « 20h30 », « 9e », « 1er », « 5G »
                at = self.alphanumeric_end(at);
                group = 0;
                continue;
            }
            let digits = self.digits_end(at + len) - (at + len).min(self.text.len());
            let joined = if class & BLANK != 0 {
                if digits == 0 {
                    if let Some(end) = self.hours(start, at, len) {
                        at = end;
                    }
                    break;
                }
                // A group of thousands.
                (1..=3).contains(&group) && digits == 3 && self.class(at + len + 3) & LETTER == 0
            } else if class & SIGN != 0 && digits > 0 {
                match char_at(self.text, at) {
                    '.' | ',' | '/' => true,
                    ':' => digits == 2,
                    c if is_hyphen(c) => true,
                    c if is_plain_apostrophe(c) => digits == 3,
                    _ => false,
                }
            } else if class & SIGN != 0 && self.class(at + len) & LETTER != 0 {
                // « 11-Septembre », « 45-tours », but « 1-Le pont » at the start of a line.
                let item = self.pending & Flags::LINE_BEFORE != 0 || self.list.is_empty();
                let joins = is_hyphen(char_at(self.text, at));
                if joins && !(item && at - start == 1) {
                    at = self.alphanumeric_end(at + len);
                    group = 0;
                    continue;
                }
                false
            } else {
                false
            };
            if !joined {
                break;
            }
            at += len + digits;
            group = digits;
        }
        self.push(TokenKind::Number, start, at, WordId::UNKNOWN, 0)
    }

    /// `20 h 30`, `20 h`: the end, when the blank at `at` stands between an hour and its `h`.
    fn hours(&self, start: usize, at: usize, blank: usize) -> Option<usize> {
        let h = at + blank;
        if at - start > 2 || !matches!(self.bytes.get(h), Some(b'h' | b'H')) {
            return None;
        }
        let after = h + 1;
        let (class, len) = class_at(self.text, after);
        if class & BLANK != 0 {
            let minutes = self.digits_end(after + len);
            if minutes == after + len + 2 && self.class(minutes) & (LETTER | DIGIT) == 0 {
                return Some(minutes);
            }
            return Some(after);
        }
        let ends = class & (LETTER | DIGIT) == 0 && !is_apostrophe(char_or_nul(self.text, after));
        ends.then_some(after)
    }

    fn digits_end(&self, mut at: usize) -> usize {
        loop {
            let (class, len) = class_at(self.text, at);
            if class & DIGIT == 0 {
                return at;
            }
            at += len;
        }
    }

    fn alphanumeric_end(&self, mut at: usize) -> usize {
        loop {
            let (class, len) = class_at(self.text, at);
            if class & (LETTER | DIGIT) == 0 {
                return at;
            }
            at += len;
        }
    }

    // ----- signs

    fn sign(&mut self, at: usize, len: usize) -> usize {
        let end = at + len;
        match char_at(self.text, at) {
            ',' => self.push_sign(TokenKind::Comma, at, end),
            '.' | '!' | '?' | '…' | '‽' | '⁇' | '⁈' | '⁉' => self.stop(at),
            '«' | '»' | '“' | '”' | '„' | '‟' | '‹' | '›' | '"' | '＂' | '″' | '〝' | '〞' => {
                self.push_sign(TokenKind::Mark, at, end)
            }
            '<' if self.starts(end, "<") => self.push_sign(TokenKind::Mark, at, end + 1),
            '>' if self.starts(end, ">") => self.push_sign(TokenKind::Mark, at, end + 1),
            '‚' => {
                self.single_open = true;
                self.push_sign(TokenKind::Mark, at, end)
            }
            c if is_apostrophe(c) => self.apostrophe(at, end, c),
            ';' => self.push_sign(TokenKind::Semicolon, at, end),
            ':' => self.push_sign(TokenKind::Colon, at, end),
            '(' | '[' => self.push_sign(TokenKind::Open, at, end),
            ')' | ']' => self.push_sign(TokenKind::Close, at, end),
            '–' | '—' | '―' => self.push_sign(TokenKind::Dash, at, end),
            c if is_hyphen(c) => self.hyphen(at, end),
            '@' | '#' if self.class(end) & (LETTER | DIGIT) != 0 || self.starts(end, "_") => {
                self.tag(at, end)
            }
            _ => self.push_sign(TokenKind::Symbol, at, end),
        }
    }

    fn stop(&mut self, start: usize) -> usize {
        let mut at = start;
        while at < self.text.len() {
            match char_at(self.text, at) {
                c @ ('.' | '!' | '?' | '…' | '‽' | '⁇' | '⁈' | '⁉') => at += c.len_utf8(),
                _ => break,
            }
        }
        self.push_sign(TokenKind::Stop, start, at)
    }

    /// An apostrophe that follows no letter: a quotation mark, or a stray sign.
    fn apostrophe(&mut self, at: usize, end: usize, c: char) -> usize {
        let next = char_or_nul(self.text, end);
        if is_plain_apostrophe(c) && is_plain_apostrophe(next) || c == '`' && next == '`' {
            return self.push_sign(TokenKind::Mark, at, end + next.len_utf8());
        }
        let opening_sign = c == '‛' || c == '`' && self.class(end) & LETTER != 0;
        if !is_plain_apostrophe(c) && !opening_sign {
            return self.push_sign(TokenKind::Symbol, at, end);
        }
        let before = self.list.last().copied();
        let apart = self.pending != 0 || before.is_none();
        let follow = self.class(end);
        let blank_follows = follow == 0 || follow & (ANY_BLANK | SOFT_HYPHEN) != 0;
        let opens = apart
            || before.is_some_and(|t| {
                matches!(
                    t.kind,
                    TokenKind::Open | TokenKind::Mark | TokenKind::Dash | TokenKind::Colon
                ) || t.flags.has(Flags::ELIDED)
            });
        if opens && !blank_follows {
            // « '68 », « ’90s »: the century is left out.
            if follow & DIGIT != 0 && self.digits_end(end) == end + 2 {
                return self.push_sign(TokenKind::Symbol, at, end);
            }
            // « l 'acier »: a stray blank.
            let stray = apart
                && follow & LETTER != 0
                && before.is_some_and(|t| self.elides(&self.text[t.span.range()], end));
            if stray || follow & SIGN != 0 && matches!(next, ',' | '.' | ';' | ')') {
                return self.close_single(at, end);
            }
            self.single_open = true;
            return self.push_sign(TokenKind::Mark, at, end);
        }
        let minutes = !apart && before.is_some_and(|t| t.kind == TokenKind::Number);
        if minutes && !self.single_open || apart && blank_follows && !self.single_open {
            return self.push_sign(TokenKind::Symbol, at, end);
        }
        self.single_open = false;
        self.push_sign(TokenKind::Mark, at, end)
    }

    fn close_single(&mut self, at: usize, end: usize) -> usize {
        let kind = if self.single_open {
            TokenKind::Mark
        } else {
            TokenKind::Symbol
        };
        self.single_open = false;
        self.push_sign(kind, at, end)
    }

    fn hyphen(&mut self, at: usize, end: usize) -> usize {
        // « -- » is a typist's dash.
        let mut run = end;
        while run < self.bytes.len() && self.bytes[run] == b'-' {
            run += 1;
        }
        let line_start = self.list.is_empty() || self.pending & Flags::LINE_BEFORE != 0;
        let blank_before = self.list.is_empty() || self.pending != 0;
        let follow = self.class(run);
        let blank_after = follow == 0 || follow & ANY_BLANK != 0;
        // « a -t-il » with a stray blank is still a clitic.
        if blank_before && !line_start && run == end && self.starts(end, "t-") {
            let stop = self.letters_end(end + 2);
            let pronoun = &self.text[end + 2..stop];
            if matches!(pronoun, "il" | "elle" | "on" | "ils" | "elles") {
                let word = self.lexicon.lookup(pronoun);
                return self.push(TokenKind::Clitic, at, stop, word, 0);
            }
        }
        // « dit -il », « répond -elle »: before a bare pronoun the verb ends in t or d.
        let verb = self.list.last().is_some_and(|t| {
            t.kind == TokenKind::Word && self.text[t.span.range()].ends_with(['t', 'd'])
        });
        if blank_before && !line_start && run == end && verb {
            let stop = self.letters_end(end);
            let pronoun = &self.text[end..stop];
            if matches!(pronoun, "il" | "elle" | "on" | "ils" | "elles") {
                let word = self.lexicon.lookup(pronoun);
                return self.push(TokenKind::Clitic, at, stop, word, 0);
            }
        }
        let glued_after =
            |kinds: &[TokenKind]| self.list.last().is_some_and(|t| kinds.contains(&t.kind));
        let dash = line_start && follow & DIGIT == 0
            || blank_before && blank_after
            // « le pont -neuf depuis lundi- tiendra »
            || blank_before && follow & LETTER != 0
            || run > end
            || !blank_before && blank_after && glued_after(&[TokenKind::Stop, TokenKind::Mark, TokenKind::Close])
            || !blank_before && follow & UPPER != 0 && glued_after(&[TokenKind::Stop]);
        let kind = if dash {
            TokenKind::Dash
        } else {
            TokenKind::Symbol
        };
        self.push_sign(kind, at, run)
    }

    fn tag(&mut self, at: usize, mut end: usize) -> usize {
        loop {
            let (class, len) = class_at(self.text, end);
            if class & (LETTER | DIGIT) == 0 && self.bytes.get(end) != Some(&b'_') {
                break;
            }
            end += len;
        }
        self.push_sign(TokenKind::Symbol, at, end)
    }
}

enum Point {
    /// Part of the word, which goes on.
    Inside,
    /// Part of the word with the hyphen after it: `J.-P`.
    InsideHyphen,
    /// A domain with a path, up to the offset.
    Domain(usize),
    /// The last character of the word.
    Final,
    Outside,
}

fn char_or_nul(text: &str, at: usize) -> char {
    if at < text.len() {
        char_at(text, at)
    } else {
        '\0'
    }
}

fn case_flags(first: Class, seen: Class, letters: usize) -> u8 {
    let mut flags = 0;
    if first & UPPER != 0 {
        flags |= Flags::CAPITAL;
        if letters > 1 && seen & LOWER == 0 {
            flags |= Flags::ALL_CAPS;
        }
    }
    flags
}

fn flags_of(word: &str) -> u8 {
    let (first, _) = class_at(word, 0);
    let (mut seen, mut letters, mut at) = (0, 0, 0);
    while at < word.len() {
        let (class, len) = class_at(word, at);
        if class & LETTER != 0 {
            seen |= class;
            letters += 1;
        }
        at += len;
    }
    case_flags(first, seen, letters)
}
