//! `GET /openapi.json`.

use serde_json::Value;
use utoipa::OpenApi;

use super::desk::open;
use super::{responses, results};

/// JSON Schema of the answer, published by `mot-cua schema answer` too.
pub const ANSWER_SCHEMA: &str = include_str!("../../schemas/answer.json");

#[derive(OpenApi)]
#[openapi(
    info(
        title = "Một Cửa",
        description = "Takes citizens' answers and keeps them. No accounts of citizens, no cookies on their phones, no addresses of phones."
    ),
    paths(responses::take, responses::remove, results::results, open::reply)
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
