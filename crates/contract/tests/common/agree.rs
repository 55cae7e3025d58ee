//! Both readers of a type, serde's derive and `lean`, have to read the same.

use std::fmt::Debug;

use mot_cua_contract::lean::{self, FromJson};
use serde::de::DeserializeOwned;
use serde_json::{Value, json};

/// On this text.
pub(crate) fn on<T: FromJson + DeserializeOwned + Debug>(text: &str) {
    let strict: T = serde_json::from_str(text).unwrap_or_else(|e| panic!("{e} in {text}"));
    let lean: T = lean::read(text).unwrap_or_else(|| panic!("lean refuses {text}"));
    assert_eq!(format!("{lean:?}"), format!("{strict:?}"));
}

/// On this example, and on each that differs from it in one member. The example has to give every member a value.
pub(crate) fn on_all_like<T: FromJson + DeserializeOwned + Debug>(example: &Value) {
    on::<T>(&example.to_string());
    let all = format!("{:?}", T::from_json(example));
    for blank in ["None", ": false", ": []", ": {}", ": \"\""] {
        assert!(!all.contains(blank), "the example leaves something out: {all}");
    }
    for pointer in pointers(example) {
        for (value, exactly) in [
            (json!(1), true),
            (json!(-1), true),
            (json!(70_000), true),
            (json!(1.5), true),
            (json!("x"), true),
            (json!(true), true),
            // Not `[]`, `[1]` or `["x"]`: the derives also read structs from lists.
            (json!([null]), true),
            // Derives that deny unknown members are stricter here, and `null` is an absent member to the lean reader.
            (json!({"x": 1}), false),
            (Value::Null, false),
        ] {
            let mut changed = example.clone();
            *changed.pointer_mut(&pointer).unwrap() = value;
            compare::<T>(&changed, exactly);
        }
        if let Some((above, name)) = pointer.rsplit_once('/') {
            let mut changed = example.clone();
            if let Some(members) = changed.pointer_mut(above).and_then(Value::as_object_mut) {
                members.remove(name);
                compare::<T>(&changed, false);
            }
        }
    }
}

/// What the strict one reads, the lean one reads alike; with `exactly`, it also reads no more.
fn compare<T: FromJson + DeserializeOwned + Debug>(value: &Value, exactly: bool) {
    let strict = serde_json::from_value::<T>(value.clone()).ok();
    let lean = T::from_json(value);
    if strict.is_some() || exactly {
        assert_eq!(format!("{lean:?}"), format!("{strict:?}"), "{value}");
    }
}

fn pointers(value: &Value) -> Vec<String> {
    let inner: Vec<(String, &Value)> = match value {
        Value::Object(members) => members.iter().map(|(name, value)| (name.clone(), value)).collect(),
        Value::Array(items) => items.iter().enumerate().map(|(at, value)| (at.to_string(), value)).collect(),
        _ => Vec::new(),
    };
    let mut all = vec![String::new()];
    for (name, value) in inner {
        // A slash in a name is `~1` in a pointer (RFC 6901).
        let name = name.replace('/', "~1");
        all.extend(pointers(value).iter().map(|rest| format!("/{name}{rest}")));
    }
    all
}
