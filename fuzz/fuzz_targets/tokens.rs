//! Any text: tokens tile it, and say rightly what stands around them.

#![no_main]

use dixit::testing::rooms;
use libfuzzer_sys::fuzz_target;

fuzz_target!(|text: &str| {
    if let Err(violation) = rooms::tokens(text) {
        panic!("{violation}");
    }
});
