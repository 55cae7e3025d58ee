//! How deep JSON is nested, and where: readers give up at a depth, and "column 12345" helps nobody.

/// Lists and objects within one another that every reader here takes.
pub const MOST_DEEP: usize = 127;
/// Steps of the way that are shown.
const SHOWN: usize = 6;

enum Step<'a> {
    Member(&'a str),
    Item(usize),
}

/// The depth of text that is nested deeper than [`MOST_DEEP`], and the beginning of the way there: `pages[0].elements[0]…`. `None`:
/// it is not. Linear, and it takes any text.
pub fn too_deep(json: &str) -> Option<(usize, String)> {
    let (mut depth, mut deepest, mut at) = (0_usize, 0, 0);
    let (mut steps, mut way) = (Vec::new(), None);
    let mut word = "";
    while let Some(sign) = json.as_bytes().get(at) {
        let begin = at;
        at += 1;
        match sign {
            b'"' => {
                at = end_of_text(json, at);
                word = json.get(begin + 1..at.saturating_sub(1)).unwrap_or_default();
            }
            b'{' | b'[' => {
                if depth < SHOWN {
                    steps.push(if *sign == b'{' { Step::Member("") } else { Step::Item(0) });
                }
                depth += 1;
                deepest = deepest.max(depth);
                if depth > MOST_DEEP && way.is_none() {
                    way = Some(spelled(&steps));
                }
            }
            b'}' | b']' => {
                depth = depth.saturating_sub(1);
                steps.truncate(depth);
            }
            b':' if depth <= SHOWN => {
                if let Some(Step::Member(name)) = steps.last_mut() {
                    *name = word;
                }
            }
            b',' if depth <= SHOWN => {
                if let Some(Step::Item(item)) = steps.last_mut() {
                    *item += 1;
                }
            }
            _ => {}
        }
    }
    way.map(|way| (deepest, way))
}

/// Behind the closing quote, or the end.
fn end_of_text(json: &str, mut at: usize) -> usize {
    loop {
        match json.as_bytes().get(at) {
            None => return at,
            Some(b'"') => return at + 1,
            Some(b'\\') => at += 2,
            Some(_) => at += 1,
        }
    }
}

fn spelled(steps: &[Step]) -> String {
    let mut way = String::new();
    for step in steps {
        match step {
            Step::Item(item) => way.extend(["[", &item.to_string(), "]"]),
            Step::Member(name) if way.is_empty() => way.extend(name.chars().take(30)),
            Step::Member(name) => way.extend(".".chars().chain(name.chars().take(30))),
        }
    }
    way + "…"
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn counts_and_shows_the_way() {
        let deep =
            |times| format!("{{\"a\": 1, \"pa\\\"ges\": [0, {}1{}]}}", "[".repeat(times), "]".repeat(times));
        assert_eq!(too_deep(&deep(125)), None);
        assert_eq!(too_deep(&deep(126)), Some((128, "pa\\\"ges[1][0][0][0][0]…".to_owned())));
        assert_eq!(too_deep(&"[".repeat(10_000)).map(|(depth, _)| depth), Some(10_000));
        assert_eq!(too_deep(&format!("\"{}\\", "[".repeat(200))), None);
        assert!(serde_json::from_str::<serde_json::Value>(&deep(125)).is_ok());
        assert!(serde_json::from_str::<serde_json::Value>(&deep(126)).is_err());
    }
}
