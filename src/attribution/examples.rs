//! Reads the examples of rules and constructions: `[content]`, `{cue}`, `<speaker>`.

use crate::{Claim, Document};

/// An example without its signs, and what they marked.
pub(super) struct Example {
    pub(super) text: String,
    content: Vec<String>,
    cue: String,
    speaker: String,
}

impl Example {
    pub(super) fn read(annotated: &str) -> Example {
        let mut example = Example {
            text: String::new(),
            content: Vec::new(),
            cue: String::new(),
            speaker: String::new(),
        };
        let (mut content, mut cue, mut speaker) = (false, false, false);
        for c in annotated.chars() {
            match c {
                '[' => {
                    content = true;
                    example.content.push(String::new());
                }
                ']' => content = false,
                '{' => cue = true,
                '}' => cue = false,
                '<' => speaker = true,
                '>' => speaker = false,
                _ => {
                    example.text.push(c);
                    if let (true, Some(part)) = (content, example.content.last_mut()) {
                        part.push(c);
                    }
                    if cue {
                        example.cue.push(c);
                    }
                    if speaker {
                        example.speaker.push(c);
                    }
                }
            }
        }
        example
    }

    /// What the signs ask for, as [`written`] writes what was found.
    pub(super) fn expected(&self) -> String {
        let content: Vec<String> = self.content.iter().map(|p| letters(p)).collect();
        format!(
            "content {content:?} cue {} speaker {}",
            letters(&self.cue),
            letters(&self.speaker)
        )
    }
}

/// Letters and digits alone: marks and blanks at the edges are told apart elsewhere.
fn letters(text: &str) -> String {
    text.chars().filter(|c| c.is_alphanumeric()).collect()
}

/// What was found, as [`Example::expected`] writes it.
pub(super) fn written(doc: &Document<'_>, claim: &Claim) -> String {
    let content: Vec<String> = claim
        .content()
        .iter()
        .map(|s| letters(doc.slice(*s)))
        .collect();
    let cue = claim
        .cue()
        .map_or(String::new(), |c| letters(doc.slice(c.span)));
    let speaker = claim
        .attribution()
        .mention()
        .map_or(String::new(), |s| letters(doc.slice(s)));
    format!("content {content:?} cue {cue} speaker {speaker}")
}
