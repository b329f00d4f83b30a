//! Ids of a remittance's lines.

use crate::ground::known::Known;

use super::entry::RemittanceLine;

/// The ids that were given.
#[derive(Default)]
pub(super) struct Ids {
    /// How often in the open payment, for claims that a payer lists twice.
    here: Known<'static>,
    /// The lines of the payments before.
    earlier: Known<'static>,
    /// Where the open payment's lines begin.
    first: usize,
}

impl Ids {
    pub(super) fn open_payment(&mut self, lines: &[RemittanceLine]) {
        self.here.clear();
        for (place, line) in lines.iter().enumerate().skip(self.first) {
            self.earlier.put(line.id.clone(), place);
        }
        self.first = lines.len();
    }

    /// Gives the line an id of its own; false where it is the very line of a payment before, as in a file that was put together twice.
    pub(super) fn give(&mut self, read: &mut RemittanceLine, lines: &[RemittanceLine]) -> bool {
        let id = read.id.clone();
        loop {
            let count = self.here.get(&id).unwrap_or(0).saturating_add(1);
            self.here.put(id.clone(), count);
            if count > 1 {
                read.id = format!("{id} ({count})");
            }
            match self.earlier.get(&read.id).and_then(|place| lines.get(place)) {
                None => return true,
                Some(earlier) if earlier == read => return false,
                Some(_) => {}
            }
        }
    }
}
