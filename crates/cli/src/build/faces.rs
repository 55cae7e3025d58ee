//! Five faces, drawn once. `public/boot/faces.mjs` holds the same paths for `element.js`; a test compares them.

/// Value → mouth, in a box of 48 × 48. The happiest first, as they stand in the form.
pub(crate) const MOUTHS: [(u8, &str); 5] = [
    (5, "M13 28c3 9 19 9 22 0z"),
    (4, "M14 29c4 6 16 6 20 0"),
    (3, "M15 32h18"),
    (2, "M15 34c4-5 14-5 18 0"),
    (1, "M14 36c4-8 16-8 20 0"),
];

/// Skin; eyes and mouth as one path: a slow phone makes a node for each shape before it can show any. Always beside its words, so hidden from screen readers.
pub(crate) fn svg(mouth: &str) -> String {
    [
        r#"<svg viewBox="0 0 48 48" aria-hidden="true"><circle class="mc-skin" cx="24" cy="24" r="21"/>"#,
        r#"<path d="M17 17.5v2.5M31 17.5v2.5"#,
        mouth,
        r#""/></svg>"#,
    ]
    .concat()
}
