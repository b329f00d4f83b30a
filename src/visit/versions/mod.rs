//! What the package can tell of itself: no rule, so there is only the shape.

pub(crate) mod shape;
