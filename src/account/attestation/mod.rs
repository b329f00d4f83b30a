//! The record of attestations: who was asked whether KX belongs, what they were shown, and who answered. It is a chain of hashes, which its
//! host keeps; what was changed in it, left out or moved shows.

mod event;
mod fault;
mod feedback;
mod hash;
mod record;
mod sentences;
pub(crate) mod shape;
mod source;
mod verify;

pub(crate) use event::Event;
pub(crate) use event::shape::{decision, record as events, timestamp};
