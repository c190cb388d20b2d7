//! Prints who said what, one claim a line: `cargo run --example who_said_what -- examples/article.txt`

use std::error::Error;

use dixit::{Analyzer, Document};

fn print(doc: &Document<'_>) {
    for claim in doc.claims() {
        // What the article does not let one know is a value of its own, not an empty name.
        let speaker = doc.speaker(claim).map_or("?", |entity| entity.name());
        let content: Vec<&str> = claim.content().iter().map(|&s| doc.slice(s)).collect();
        print!("{speaker}\t{}\t{}", claim.kind(), content.join(" […] "));
        for relay in claim.relays() {
            print!("\tvia {}", doc.slice(relay.span));
        }
        println!();
    }
}

fn main() -> Result<(), Box<dyn Error>> {
    let analyzer = Analyzer::new();
    for path in std::env::args().skip(1) {
        let text = std::fs::read_to_string(&path).map_err(|e| format!("{path}: {e}"))?;
        print(&analyzer.analyze(&text));
    }
    Ok(())
}
