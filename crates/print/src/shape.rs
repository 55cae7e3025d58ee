//! Outlines. Millimetres, or a font's units; y grows downward on paper.

/// One stroke of the pen.
#[derive(Debug, Clone, Copy, PartialEq)]
pub(crate) enum Step {
    Move(f32, f32),
    Line(f32, f32),
    /// Two control points and the end.
    Curve([f32; 6]),
    Close,
}

/// A path of one or several closed or open pieces; filled by the non-zero rule.
#[derive(Debug, Clone, Default, PartialEq)]
pub(crate) struct Shape(pub(crate) Vec<Step>);

/// A quarter of a circle as a cubic curve: how far the control points lie, as a part of the radius.
const ROUND: f32 = 0.552_284_8;

/// A box and the radii of its corners above and below.
#[derive(Debug, Clone, Copy)]
pub(crate) struct Frame {
    pub(crate) x: f32,
    pub(crate) y: f32,
    pub(crate) w: f32,
    pub(crate) h: f32,
    pub(crate) above: f32,
    pub(crate) below: f32,
}

impl Frame {
    pub(crate) fn shape(self) -> Shape {
        let Self { x, y, w, h, above: a, below: b } = self;
        let (right, foot) = (x + w, y + h);
        let (p, q) = (a * (1.0 - ROUND), b * (1.0 - ROUND));
        Shape(vec![
            Step::Move(x + a, y),
            Step::Line(right - a, y),
            Step::Curve([right - p, y, right, y + p, right, y + a]),
            Step::Line(right, foot - b),
            Step::Curve([right, foot - q, right - q, foot, right - b, foot]),
            Step::Line(x + b, foot),
            Step::Curve([x + q, foot, x, foot - q, x, foot - b]),
            Step::Line(x, y + a),
            Step::Curve([x, y + p, x + p, y, x + a, y]),
            Step::Close,
        ])
    }
}

impl Shape {
    pub(crate) fn circle(x: f32, y: f32, radius: f32) -> Self {
        let side = 2.0 * radius;
        Frame { x: x - radius, y: y - radius, w: side, h: side, above: radius, below: radius }.shape()
    }

    pub(crate) fn oblong((x, y): (f32, f32), (w, h): (f32, f32)) -> Self {
        let (right, foot) = (x + w, y + h);
        let [a, b, c] = [Step::Line(right, y), Step::Line(right, foot), Step::Line(x, foot)];
        Self(vec![Step::Move(x, y), a, b, c, Step::Close])
    }

    pub(crate) fn line(from: (f32, f32), to: (f32, f32)) -> Self {
        Self(vec![Step::Move(from.0, from.1), Step::Line(to.0, to.1)])
    }

    /// Enlarged, then moved.
    pub(crate) fn placed(&self, scale: f32, x: f32, y: f32) -> Self {
        let steps = self.0.iter().map(|step| match *step {
            Step::Move(a, b) => Step::Move(a * scale + x, b * scale + y),
            Step::Line(a, b) => Step::Line(a * scale + x, b * scale + y),
            Step::Curve([a, b, c, d, e, f]) => Step::Curve([
                a * scale + x,
                b * scale + y,
                c * scale + x,
                d * scale + y,
                e * scale + x,
                f * scale + y,
            ]),
            Step::Close => Step::Close,
        });
        Self(steps.collect())
    }
}
