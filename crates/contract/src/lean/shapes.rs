//! Readers of structs and of words.

/// [`FromJson`](crate::lean::FromJson) of a struct: each field with the name of its JSON member.
/// `field: "member" or value` is `value` where the member is absent; `field: _` is never read and stays blank, or what `or` says.
#[macro_export]
macro_rules! lean_struct {
    ($type:ty { $($field:ident: $member:tt $(or $default:expr)?),* $(,)? }) => {
        impl $crate::lean::FromJson for $type {
            fn blank() -> Self {
                Self { $($field: $crate::lean_struct!(@blank $($default)?)),* }
            }

            fn fill(&mut self, value: &::serde_json::Value) -> bool {
                let mut members = $crate::lean::Members::of(value);
                $($crate::lean_struct!(@read members, $member, self.$field $(, $default)?);)*
                members.are_well()
            }
        }
    };
    (@blank) => { $crate::lean::FromJson::blank() };
    (@blank $default:expr) => { $default };
    (@read $members:ident, _, $into:expr $(, $default:expr)?) => {};
    (@read $members:ident, $member:literal, $into:expr) => { $members.read($member, &mut $into) };
    (@read $members:ident, $member:literal, $into:expr, $default:expr) => { $members.read_if_there($member, &mut $into) };
}

/// [`FromJson`](crate::lean::FromJson) of an enum without data: the word of each variant. The first one is its blank.
/// `word` gives the word back.
#[macro_export]
macro_rules! lean_enum {
    ($type:ty { $first_word:literal => $first:ident $(, $word:literal => $variant:ident)* $(,)? }) => {
        impl $crate::lean::FromJson for $type {
            fn blank() -> Self {
                Self::$first
            }

            fn fill(&mut self, value: &::serde_json::Value) -> bool {
                let at = $crate::lean::word(&[$first_word $(, $word)*], value);
                let found = at.and_then(|at| [Self::$first $(, Self::$variant)*].get(at).copied());
                *self = found.unwrap_or(Self::$first);
                found.is_some()
            }
        }

        impl $type {
            /// As JSON spells it.
            pub fn word(self) -> &'static str {
                match self {
                    Self::$first => $first_word,
                    $(Self::$variant => $word,)*
                }
            }
        }
    };
}
