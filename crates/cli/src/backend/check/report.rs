//! The report on the screen.

use std::io::Write;

use serde_json::json;

use super::Format;
use super::finding::Findings;

pub(super) fn print(format: Format, findings: &Findings, median_ms: Option<u128>) {
    let text = match format {
        Format::Text => {
            let lines: String = findings.all().iter().map(|finding| finding.line() + "\n").collect();
            let end = if findings.failed() {
                "The backend is not ready: mend what failed, then run this again.\n"
            } else {
                "Answers arrive, once each.\n"
            };
            lines + end
        }
        Format::Json => {
            let all = json!({"ok": !findings.failed(), "medianMs": median_ms.and_then(|ms| u64::try_from(ms).ok()), "findings": findings.all()});
            format!("{all:#}\n")
        }
    };
    // A closed pipe (`| head`) is no failure of ours.
    let _ = std::io::stdout().write_all(text.as_bytes());
}
