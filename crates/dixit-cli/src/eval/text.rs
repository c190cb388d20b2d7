//! An article as it is compared: places counted in code points, spans reduced to their letters and digits.

use serde_json::Value;

use super::fold;

/// A half-open range of code points.
pub type Span = (usize, usize);

/// What the offsets of a file count.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Unit {
    CodePoints,
    Bytes,
}

/// The article.
pub struct Text {
    text: String,
    /// The byte at which each code point begins, and the length.
    starts: Vec<usize>,
    /// For each code point, whether it is a letter or a digit.
    counts: Vec<bool>,
}

impl Text {
    pub fn new(text: String) -> Text {
        let mut starts: Vec<usize> = text.char_indices().map(|(at, _)| at).collect();
        let mut counts = vec![false; starts.len()];
        for at in fold::letters(&text) {
            if let Ok(i) = starts.binary_search(&at) {
                counts[i] = true;
            }
        }
        starts.push(text.len());
        Text {
            text,
            starts,
            counts,
        }
    }

    /// The length in code points.
    pub fn len(&self) -> usize {
        self.counts.len()
    }

    /// The words of a span; what lies outside the article is nothing.
    pub fn slice(&self, (start, end): Span) -> &str {
        let end = end.min(self.len());
        if start >= end {
            return "";
        }
        &self.text[self.starts[start]..self.starts[end]]
    }

    /// The letters and digits of some spans.
    pub fn letters(&self, spans: &[Span]) -> Letters {
        let mut all: Vec<usize> = spans
            .iter()
            .flat_map(|&(start, end)| start..end.min(self.len()))
            .filter(|&i| self.counts[i])
            .collect();
        all.sort_unstable();
        all.dedup();
        Letters(all)
    }

    /// The code point that begins at a byte, or the one that a file gives outright.
    fn place(&self, value: &Value, unit: Unit) -> Result<usize, String> {
        let offset = value
            .as_u64()
            .and_then(|x| usize::try_from(x).ok())
            .ok_or_else(|| format!("{value} is no offset"))?;
        match unit {
            Unit::CodePoints => Ok(offset),
            Unit::Bytes => self
                .starts
                .binary_search(&offset)
                .map_err(|_| format!("byte {offset} is not on a character boundary")),
        }
    }

    /// Spans in any of the forms that tools write: `null`, `[s, e]`, `[[s, e], …]`, `{"start", "end"}`, a list of those.
    pub fn spans(&self, value: &Value, unit: Unit) -> Result<Vec<Span>, String> {
        match value {
            Value::Null => Ok(Vec::new()),
            Value::Object(object) => match object.get("start") {
                Some(start) if !start.is_null() => {
                    let end = object.get("end").unwrap_or(&Value::Null);
                    Ok(vec![(self.place(start, unit)?, self.place(end, unit)?)])
                }
                _ => ["span", "mention", "spans"]
                    .iter()
                    .find_map(|key| object.get(*key))
                    .map_or_else(|| Ok(Vec::new()), |inner| self.spans(inner, unit)),
            },
            Value::Array(list) => match &list[..] {
                [start, end] if start.is_i64() && end.is_i64() => {
                    Ok(vec![(self.place(start, unit)?, self.place(end, unit)?)])
                }
                list => {
                    let mut all = Vec::new();
                    for value in list {
                        all.extend(self.spans(value, unit)?);
                    }
                    Ok(all)
                }
            },
            other => Err(format!(
                "a span is neither null, a pair, an object nor a list: {other}"
            )),
        }
    }

    /// The spans of a claim's relays, without whom it was said to: an addressee or the press in general relays nothing.
    pub fn relays(&self, value: &Value, unit: Unit) -> Result<Vec<Span>, String> {
        let mut all = match value {
            Value::Array(list) if list.iter().any(is_addressee) => {
                let kept = list.iter().filter(|v| !is_addressee(v)).cloned().collect();
                self.spans(&Value::Array(kept), unit)?
            }
            other => self.spans(other, unit)?,
        };
        all.retain(|&span| !fold::is_audience(&fold::fold(self.slice(span))));
        Ok(all)
    }
}

fn is_addressee(relay: &Value) -> bool {
    relay.get("role").and_then(Value::as_str) == Some("addressee")
}

/// The letters and digits of a part of the article, by their places: quote marks, blanks and commas at its ends never count.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Letters(Vec<usize>);

impl Letters {
    pub fn is_empty(&self) -> bool {
        self.0.is_empty()
    }

    pub fn meets(&self, other: &Letters) -> bool {
        self.common(other) > 0
    }

    fn common(&self, other: &Letters) -> usize {
        let (mut a, mut b, mut n) = (&self.0[..], &other.0[..], 0);
        while let ([x, ..], [y, ..]) = (a, b) {
            n += usize::from(x == y);
            let (i, j) = (usize::from(x <= y), usize::from(y <= x));
            (a, b) = (&a[i..], &b[j..]);
        }
        n
    }
}

/// The letters that both have, among those that one of them has.
pub fn overlap(gold: &Letters, found: &Letters) -> f64 {
    let common = gold.common(found);
    ratio(common, gold.0.len() + found.0.len() - common)
}

/// The letters that both have, among those of the gold: what is too long is not punished.
pub fn coverage(gold: &Letters, found: &Letters) -> f64 {
    ratio(gold.common(found), gold.0.len())
}

/// A share of nothing is none.
#[allow(clippy::cast_precision_loss)] // An article has fewer than 2^52 letters.
pub fn ratio(part: usize, whole: usize) -> f64 {
    if whole == 0 {
        0.0
    } else {
        part as f64 / whole as f64
    }
}

#[cfg(test)]
mod tests {
    use super::{Text, Unit, coverage, overlap};
    use serde_json::json;

    fn text() -> Text {
        Text::new("Été : « le pont tiendra », dit-elle à la presse.".to_owned())
    }

    #[test]
    fn spans_in_every_form() {
        let text = text();
        let chars = |value| text.spans(&value, Unit::CodePoints).unwrap();
        assert_eq!(chars(json!(null)), []);
        assert_eq!(chars(json!([])), []);
        assert_eq!(chars(json!([8, 15])), [(8, 15)]);
        assert_eq!(chars(json!([[8, 10], [11, 15]])), [(8, 10), (11, 15)]);
        assert_eq!(chars(json!({"start": 8, "end": 15})), [(8, 15)]);
        assert_eq!(chars(json!({"start": null, "mention": [1, 2]})), [(1, 2)]);
        assert_eq!(chars(json!({"name": "Ida Rosset"})), []);
        assert!(text.spans(&json!("8-15"), Unit::CodePoints).is_err());
        assert!(text.spans(&json!([-1, 15]), Unit::CodePoints).is_err());
    }

    #[test]
    fn bytes_become_code_points() {
        let text = text();
        // « É » and « é » have two bytes each.
        assert_eq!(text.spans(&json!([0, 5]), Unit::Bytes).unwrap(), [(0, 3)]);
        assert!(text.spans(&json!([1, 5]), Unit::Bytes).is_err());
        let end = text.spans(&json!([0, 53]), Unit::Bytes).unwrap();
        assert_eq!(end, [(0, text.len())]);
    }

    #[test]
    fn marks_and_blanks_do_not_count() {
        let text = text();
        let bare = text.letters(&[(8, 23)]);
        let with_marks = text.letters(&[(6, 26)]);
        assert_eq!(bare, with_marks);
        assert!((overlap(&bare, &with_marks) - 1.0).abs() < 1e-12);
        let part = text.letters(&[(11, 15)]);
        assert!((overlap(&bare, &part) - 4.0 / 13.0).abs() < 1e-12);
        assert!((coverage(&part, &bare) - 1.0).abs() < 1e-12);
        // Outside the article there is nothing.
        assert!(text.letters(&[(400, 500)]).is_empty());
        assert!(!part.meets(&text.letters(&[(0, 3)])));
        assert_eq!(text.slice((400, 500)), "");
    }

    #[test]
    fn whom_it_was_said_to_is_no_relay() {
        let text = text();
        let relays = |value| text.relays(&value, Unit::CodePoints).unwrap();
        assert_eq!(relays(json!([38, 47])), []);
        assert_eq!(relays(json!([27, 35])), [(27, 35)]);
        let told = json!([{"start": 27, "end": 35, "role": "addressee"}, {"start": 11, "end": 15}]);
        assert_eq!(relays(told), [(11, 15)]);
    }
}
