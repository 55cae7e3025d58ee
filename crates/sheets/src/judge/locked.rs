//! That a survey's locked core is what its hash says.

use mot_cua_contract::Mistake;
use mot_cua_survey::locked::Core;
use serde_json::{Map, Value};
use sha2::{Digest, Sha256};

use crate::xlsform::Lang;

pub(super) fn check(text: &str, lang: Lang) -> Option<Mistake> {
    let survey: Map<String, Value> = serde_json::from_str(text).ok()?;
    let core = Core::of(&survey)?;
    let canonical = match core.canonical(&survey) {
        Ok(canonical) => canonical,
        Err(missing) => {
            let names = missing.join(", ");
            let (found, expected) = match lang {
                Lang::En => (format!("no question {names}"), "every question of the locked core, as it was"),
                Lang::Vi => (format!("không có câu {names}"), "đủ các câu của phần khóa, như cũ"),
            };
            return Some(Mistake::error("core-missing", "core.questions", found, expected));
        }
    };
    let hash = format!("sha256:{}", hex::encode(Sha256::digest(canonical)));
    if hash == core.hash {
        return None;
    }
    let id = &core.id;
    let (found, expected) = match lang {
        Lang::En => (
            format!("questions of the locked core “{id}” that are not as its hash says"),
            format!(
                "these questions, and rules around them, as they were, your own beside them; for a core of your own: another id and \"hash\": \"{hash}\""
            ),
        ),
        Lang::Vi => (
            format!("các câu của phần khóa “{id}” đã bị sửa, không còn khớp mã băm"),
            format!(
                "giữ nguyên các câu này và điều kiện quanh chúng, thêm câu riêng ở ngoài; nếu là phần khóa của riêng mình: đặt id khác và \"hash\": \"{hash}\""
            ),
        ),
    };
    Some(Mistake::error("core-changed", "core.hash", found, expected))
}
