//! Any text and any range: offsets count right in every unit and back, and errors come where a table of all boundaries has none.

#![no_main]

use dixit::testing::rooms;
use libfuzzer_sys::fuzz_target;

fuzz_target!(|input: (u8, u8, &str)| {
    let (start, end, text) = input;
    if let Err(violation) = rooms::offsets(text, usize::from(start)..usize::from(end)) {
        panic!("{violation}");
    }
});
