//! Many decisions.

use crate::ground::env::Env;
use crate::ground::packed::{Out, Reader, Refusal};
use crate::visit::decision::shape::decide_one;

use super::lines::{failed, lines, pack};

/// `decideNdjson` of the public contract. Nothing comes beside the lines.
///
/// # Errors
/// None.
pub(crate) fn decide(requests: &[u8], _: &mut Reader<'_>, env: &Env<'_>, out: &mut Out) -> Result<(), Refusal> {
    let mut packed = Vec::new();
    for line in lines(requests) {
        match pack(line, &mut packed) {
            Ok(()) => decide_one(&mut Reader::new(&packed), env, out)?,
            Err(refusal) => failed(&refusal, out),
        }
        out.end_line();
    }
    Ok(())
}
