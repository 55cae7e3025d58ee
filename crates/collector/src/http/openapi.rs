//! `GET /openapi.json`.

use serde_json::Value;
use utoipa::OpenApi;

use super::desk::receipt;
use super::{attachments, facts, page, responses, results};

/// JSON Schema of the answer, published by `mot-cua schema answer` too.
pub const ANSWER_SCHEMA: &str = include_str!("../../schemas/answer.json");

#[derive(OpenApi)]
#[openapi(
    info(
        title = "Một Cửa",
        description = "Takes citizens' answers and keeps them. No accounts of citizens, no cookies on their phones, no addresses of phones."
    ),
    paths(
        responses::take,
        responses::remove,
        attachments::take,
        results::results,
        receipt::reply,
        facts::health,
        facts::openapi,
        facts::metrics,
        page::thanks
    )
)]
struct Api;

/// The document as JSON, with the answer's schema in its place.
pub fn document() -> String {
    let mut document = serde_json::to_value(Api::openapi()).unwrap_or_default();
    if let Ok(schema) = serde_json::from_str::<Value>(ANSWER_SCHEMA)
        && let Some(content) =
            document.pointer_mut("/paths/~1api~1responses/post/requestBody/content/application~1json")
        && let Some(content) = content.as_object_mut()
    {
        content.insert("schema".to_owned(), schema);
    }
    document.to_string()
}

#[cfg(test)]
mod tests {
    #![allow(clippy::unwrap_used)]

    use super::*;

    /// A route without a word in the document, or a word about none: both are found here.
    #[test]
    fn the_document_names_every_route_and_no_other() {
        let methods = |line: &str| -> Vec<&str> {
            ["get", "post", "delete"].into_iter().filter(|name| line.contains(&format!("{name}("))).collect()
        };
        let routed = include_str!("../http.rs").lines().filter_map(|line| {
            let (path, handlers) = line.trim().strip_prefix(".route(\"")?.split_once("\", ")?;
            // Whatever else is asked below /api is not there.
            (path != "/api/{*rest}").then(|| (path.to_owned(), methods(handlers).join(" ")))
        });
        let document: Value = serde_json::from_str(&document()).unwrap();
        let named = document["paths"].as_object().unwrap().iter().map(|(path, item)| {
            let order = ["get", "post", "delete"].into_iter().filter(|name| item.get(name).is_some());
            (path.clone(), order.collect::<Vec<_>>().join(" "))
        });
        let (mut routed, mut named): (Vec<_>, Vec<_>) = (routed.collect(), named.collect());
        routed.sort();
        named.sort();
        assert!(routed.len() >= 7);
        assert_eq!(routed, named);
    }
}
