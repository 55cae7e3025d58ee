/// What the manifest of a built page names.
pub(crate) const ENTRY: [&str; 16] = [
    "boot",
    "loader",
    "glue",
    "wasm",
    "style",
    "glueFull",
    "wasmFull",
    "styleFull",
    "glueMore",
    "wasmMore",
    "styleMore",
    "element",
    "embed",
    "frame",
    "offline",
    "worker",
];
