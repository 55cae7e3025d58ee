//! Effects that keep the document in step with signals.

use reactive_graph::effect::RenderEffect;
use reactive_graph::graph::{Subscriber, ToAnySubscriber};

/// What follows signals. A signal remembers everyone who read it until it changes, and the language may never: on a tablet that
/// is not switched off the dead would fill the memory. Hence they take their leave.
pub(super) struct Follows(RenderEffect<()>);

impl Drop for Follows {
    fn drop(&mut self) {
        let gone = self.0.to_any_subscriber();
        gone.clear_sources(&gone);
    }
}

/// One instance for all that follows signals.
#[inline(never)]
pub(super) fn follow(mut act: Box<dyn FnMut()>) -> Follows {
    Follows(RenderEffect::new(move |_| act()))
}
