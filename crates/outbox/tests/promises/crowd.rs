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
fn phone(number: u32, submit: &Submit, hope: Hope) -> One {
    let (line, drawn) = (Line::Idle, 0);
    let mut one = One { outbox: Outbox::new(submit), wait: None, line, number, drawn };
    one.give(Input::Load { rows: vec![], facts: vec![], durability: Durability::Durable }, 0);
    one.give(Input::Change { answer: Box::new(answer(5)), when: When::Now }, 0);
    // By the minute, and by the second towards the end: no wait that ended long ago may be left over.
    for second in (0..1_740).step_by(60).chain(1_740..1_800) {
        while one.asks(second * 1_000) {
            one.reply(Outcome::Failed(Failure::NoConnection), second * 1_000);
        }
    }
    if hope == Hope::NetworkReturns {
        one.give(Input::Online, OFFLINE);
    }
    one
}

/// What the phones are told at the end of the outage.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Hope {
    NetworkReturns,
    /// Nothing: the network was there all the time.
    Waits,
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
    let mut phones: Vec<One> =
        (0..PHONES).map(|number| phone(number, &submit, Hope::NetworkReturns)).collect();
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

/// The backend itself was away for half an hour: nobody's network "returns", each phone comes back by its own wait.
#[test]
fn f41_after_an_outage_of_the_backend_the_crowd_comes_back_over_more_than_a_minute() {
    let submit = Submit::default();
    let mut phones: Vec<One> = (0..PHONES).map(|number| phone(number, &submit, Hope::Waits)).collect();
    let mut asked = Vec::new();
    while asked.iter().sum::<u32>() < PHONES {
        assert!(asked.len() < 400, "{asked:?}");
        let time = OFFLINE + 1_000 * u64::try_from(asked.len()).unwrap() + 999;
        let mut now = 0;
        for one in &mut phones {
            if one.asks(time) {
                now += 1;
                one.reply(Outcome::Judged(mot_cua_contract::adapter::Verdict::Acked), time);
            }
        }
        asked.push(now);
    }
    println!("requests in each second: {asked:?}");
    assert!(asked.iter().all(|asked| *asked <= PHONES / 60), "{asked:?}");
    assert!(asked.len() >= 60, "{asked:?}");
}
