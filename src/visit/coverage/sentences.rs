//! Whether benefits apply, as a sentence.

use crate::ground::sentence::{Sentence, say};

use super::Benefits;

pub(crate) const fn benefits(benefits: Benefits) -> Sentence {
    match benefits {
        Benefits::PartB => say!("benefits.part-b"),
        Benefits::Advantage => say!("benefits.advantage"),
        Benefits::NotMedicare => say!("benefits.not-medicare"),
        Benefits::PlanDoesNotFollow => say!("benefits.plan-does-not-follow"),
        Benefits::PartAStay => say!("benefits.part-a-stay"),
    }
}
