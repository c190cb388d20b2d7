//! Any text, read as it is and with its bytes as marks, blanks and words: quotations nest, and are paired as the slow obvious
//! pairing has them where that says anything.

#![no_main]

use dixit::testing::rooms;
use libfuzzer_sys::fuzz_target;

/// One piece a byte: mostly marks, and what tells of a mark what it does.
const PIECES: [&str; 32] = [
    "« ", " »", "«", "»", "“", "”", "\"", " \"", "\" ", "'", "’", "‹", "›", "<<", ">>", "„", " ",
    "\n", "\n\n", ".", ". ", ", ", ", a dit ", "dit-il", "Oui", "rien", "l'", "— ", " : ", "5",
    "(", ")",
];

fuzz_target!(|bytes: &[u8]| {
    let pieces: String = bytes
        .iter()
        .map(|&b| PIECES[usize::from(b) % PIECES.len()])
        .collect();
    let raw = std::str::from_utf8(bytes).ok();
    for text in [Some(&*pieces), raw].into_iter().flatten() {
        if let Err(violation) = rooms::marks(text) {
            panic!("{violation}\n{text}");
        }
    }
});
