//! A survey without views: what `bench/survey/engine.mjs` loads and answers in Chromium, beside survey-core.
#![allow(
    clippy::expect_used,
    missing_debug_implementations,
    reason = "the bench alone calls it, and a wrong input has to end it"
)]

use std::rc::Rc;

use mot_cua_survey::expression::Clock;
use mot_cua_survey::model::Model;
use mot_cua_survey::session::Session;
use wasm_bindgen::prelude::*;

#[wasm_bindgen]
pub struct Engine(Session);

#[wasm_bindgen]
impl Engine {
    /// Of SurveyJS JSON.
    #[wasm_bindgen(constructor)]
    pub fn new(text: &str) -> Self {
        let clock = Clock { now: 1_794_700_000_000.0, offset: 420 };
        Self(Session::new(Rc::new(Model::parse(text).expect("a definition")), clock, 1, "vi"))
    }

    /// `value` is JSON, for that is how an answer comes over from JavaScript.
    pub fn set(&mut self, name: &str, value: &str) {
        self.0.set(name, serde_json::from_str(value).expect("a value"));
    }

    /// How many questions are visible.
    pub fn visible(&self) -> usize {
        self.0.shown().visible.len()
    }

    /// The answers, as JSON.
    pub fn data(&self) -> String {
        serde_json::Value::Object(self.0.data().clone()).to_string()
    }
}
