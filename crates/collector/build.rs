//! `sqlx::migrate!` reads the folder at compile time; cargo has to be told.
fn main() {
    println!("cargo:rerun-if-changed=migrations");
}
