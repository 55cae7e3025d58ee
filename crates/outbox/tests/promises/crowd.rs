//! F41: three thousand phones come online in the same second, at a backend that answers two hundred requests a second and
//! says 503 to the rest.

use mot_cua_contract::adapter::{Response, Submit};
use mot_cua_outbox::{Durability, Failure, Input, Job, Now, Outbox, Outcome, Output, When};

use crate::phone::answer;

const PHONES: u32 = 3_000;
const OFFLINE: u64 = 1_800_000;
const CAPACITY: u32 = 200;

struct One {
    outbox: Outbox,
    wait: Option<u64>,
    line: Line,
    number: u32,
    drawn: u32,
}

#[derive(PartialEq, Eq)]
enum Line {
    Idle,
    /// A request is under way.
    Busy,
}

impl One {
    fn give(&mut self, input: Input, time: u64) {
        let mut inputs = vec![input];
        while !inputs.is_empty() {
            let now = Now { mono: time, wall: 0.0 };
            let random = self.random();
            for order in self.outbox.step(inputs.remove(0), now, random) {
                match order {
                    Output::Store { ticket, .. } => inputs.push(Input::Stored { ticket }),
                    Output::Acquire => inputs.push(Input::Granted),
                    Output::Send { job: Job::Post { .. }, .. } => self.line = Line::Busy,
                    Output::Wait { until } => self.wait = until,
                    _ => {}
                }
            }
        }
    }

    /// Whether it has a request under way at this time.
    fn asks(&mut self, time: u64) -> bool {
        if self.line == Line::Idle && self.wait.is_some_and(|until| until <= time) {
            self.give(Input::Due, time);
        }
        self.line == Line::Busy
    }

    /// Knuth's multiplicative hash of the phone and of how often it drew.
    fn random(&mut self) -> u32 {
        self.drawn += 1;
        let mixed = self.number.wrapping_mul(40_503).wrapping_add(self.drawn).wrapping_mul(2_654_435_761);
        (mixed ^ (mixed >> 15)).wrapping_mul(2_246_822_519)
    }

    fn reply(&mut self, outcome: Outcome, time: u64) {
        self.line = Line::Idle;
        self.give(Input::Reply { key: answer(5).key(), outcome }, time);
    }
}

/// A phone that was offline for a while, in the moment in which the network returns.
fn phone(number: u32, submit: &Submit) -> One {
    let (line, drawn) = (Line::Idle, 0);
    let mut one = One { outbox: Outbox::new(submit), wait: None, line, number, drawn };
    one.give(Input::Load { rows: vec![], facts: vec![], durability: Durability::Durable }, 0);
    one.give(Input::Change { answer: Box::new(answer(5)), when: When::Now }, 0);
    for minute in 0..30 {
        while one.asks(minute * 60_000) {
            one.reply(Outcome::Failed(Failure::NoConnection), minute * 60_000);
        }
    }
    one.give(Input::Online, OFFLINE);
    one
}

#[test]
fn f41_a_crowd_spreads_and_everyone_arrives() {
    let submit = Submit::default();
    let judged = |response: Response| Outcome::Judged(submit.judge(&answer(5), &response));
    let busy = || judged(Response { status: 503, retry_after: Some("5".into()), ..Response::default() });
    let (content_type, body) = ("application/json", format!(r#"{{"id":"{}","rev":1}}"#, answer(5).id));
    let stored = || {
        let (content_type, body) = (content_type.into(), body.clone());
        judged(Response { status: 201, content_type, body, retry_after: None })
    };
    let mut phones: Vec<One> = (0..PHONES).map(|number| phone(number, &submit)).collect();
    let (mut arrived, mut requests) = (0, Vec::new());
    while arrived < PHONES {
        assert!(requests.len() < 600, "{arrived} of {PHONES} after ten minutes: {requests:?}");
        let time = OFFLINE + 1_000 * u64::try_from(requests.len()).unwrap() + 999;
        let mut asked = 0;
        for one in &mut phones {
            if one.asks(time) {
                asked += 1;
                let taken = asked <= CAPACITY;
                one.reply(if taken { stored() } else { busy() }, time);
                arrived += u32::from(taken);
            }
        }
        requests.push(asked);
    }
    println!("all {PHONES} after {} s; requests in each second: {requests:?}", requests.len());
    // The first wave takes the three seconds after the network returned; each later one is spread wider.
    assert!(requests.iter().take(4).all(|asked| *asked < PHONES * 2 / 3), "{requests:?}");
    assert!(requests.iter().skip(30).all(|asked| *asked <= 2 * CAPACITY), "{requests:?}");
}
