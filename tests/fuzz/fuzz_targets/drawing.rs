#![no_main]

#[expect(dead_code, reason = "one of them is run here")]
#[path = "../targets.rs"]
mod targets;

libfuzzer_sys::fuzz_target!(|data: &[u8]| targets::drawing(data));
