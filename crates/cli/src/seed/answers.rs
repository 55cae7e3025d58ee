//! Answers as people might give them: mostly content, now and then a reason, seldom words.

use mot_cua_survey::{Definition, Kind};
use serde_json::{Map, Value};

use super::dice::Dice;

const SENTENCES: &str = include_str!("sentences.txt");
/// Of a hundred answers, so many reach each fifth of a scale.
const FIFTHS: [u64; 5] = [3, 5, 12, 35, 45];

pub(super) fn to(survey: &Definition, dice: &mut Dice) -> Map<String, Value> {
    let mut answers = Map::new();
    for question in survey.questions() {
        let value = match &question.kind {
            Kind::Rating(rating) => {
                level(rating.levels.len(), dice).and_then(|at| rating.levels.get(at)).map(|l| l.value.clone())
            }
            Kind::Checkbox(checkbox) if dice.percent(45) => {
                let few: Vec<Value> = (0..=dice.below(2))
                    .filter_map(|_| dice.pick(&checkbox.choices))
                    .map(|c| c.value.clone())
                    .collect();
                let once = few
                    .iter()
                    .enumerate()
                    .filter(|(at, value)| !few.iter().take(*at).any(|before| before == *value));
                Some(once.map(|(_, value)| value.clone()).collect())
            }
            Kind::Radiogroup(radiogroup) if dice.percent(70) => {
                dice.pick(&radiogroup.choices).map(|choice| choice.value.clone())
            }
            Kind::Boolean(boolean) if dice.percent(60) => {
                Some(if dice.percent(50) { boolean.yes.clone() } else { boolean.no.clone() })
            }
            Kind::Comment(_) if dice.percent(20) => {
                let sentences: Vec<&str> = SENTENCES.lines().collect();
                dice.pick(&sentences).map(|sentence| Value::from(*sentence))
            }
            _ => None,
        };
        if let Some(value) = value {
            answers.insert(question.name.clone(), value);
        }
    }
    answers
}

/// Where on a scale of so many levels.
fn level(levels: usize, dice: &mut Dice) -> Option<usize> {
    let mut roll = dice.below(100);
    let fifth = FIFTHS.iter().position(|share| {
        let here = roll < *share;
        roll = roll.saturating_sub(*share);
        here
    });
    Some((fifth? * levels.checked_sub(1)?).div_ceil(4))
}
