//! The envelopes of a text: interchanges (ISA … IEA), groups (GS … GE) and transactions (ST … SE). Whether they are whole is seen here, once
//! for all readers.

use crate::ground::error::Error;
use crate::ground::sentence::Sentence;

use super::reasons;
use super::tokens::{Segment, Segments};
use super::unread::Unread;

/// How a transaction ended.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum End {
    /// With its SE.
    Whole,
    /// Without: what was being read is not whole.
    CutOff,
}

/// What reads the transactions of one kind.
pub(super) trait Transactions<'t> {
    /// Its number in ST01, and what to say of another.
    fn kind(&self) -> (&'static str, Sentence);
    /// The header of a group.
    fn group(&mut self, _header: &Segment<'t>) {}
    /// The header of a transaction of the kind.
    fn open(&mut self, header: &Segment<'t>);
    /// A segment inside.
    fn take(&mut self, segment: Segment<'t>);
    /// The transaction has ended.
    fn close(&mut self, end: End);
    /// Names what was left.
    fn leave(&mut self, unread: Unread);
}

/// What is wrong with a text as a whole.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub(crate) struct Flaws {
    /// A trailer is missing.
    pub is_cut_off: bool,
    /// Something is outside of the envelopes.
    pub has_strays: bool,
    /// A trailer counts other than is there.
    pub counts_differ: bool,
    /// It is marked as a test.
    pub is_test: bool,
    /// It only says whether a file arrived: the number of the transaction, or `TA1`.
    pub acknowledgement: Option<String>,
    /// An interchange without a transaction.
    pub is_empty: bool,
}

/// Transactions that say whether a file arrived or was accepted.
const ACKNOWLEDGEMENTS: [&str; 4] = ["997", "999", "277", "824"];

/// Hands the segments of the transactions of the reader's kind to it, and names what is wrong with the envelopes.
///
/// # Errors
/// `x12-invalid` for text that is no X12.
#[cfg_attr(small, optimize(size))]
pub(super) fn walk<'t>(text: &'t str, reader: &mut dyn Transactions<'t>) -> Result<Flaws, Error> {
    let mut walk = Walk { reader, flaws: Flaws::default(), interchange: None, group: None, transaction: None, last: None };
    for segment in Segments::of(text)? {
        let text = segment.text();
        walk.take(segment);
        walk.last = Some(text);
    }
    walk.end_interchange(None);
    Ok(walk.flaws)
}

/// An open interchange.
#[derive(Default)]
struct Interchange<'t> {
    header: Option<&'t str>,
    acknowledges: Option<&'t str>,
    groups: usize,
    transactions: usize,
    counts_differ: bool,
}

/// An open transaction.
struct Transaction {
    segments: usize,
    is_ours: bool,
}

struct Walk<'t, 'r> {
    reader: &'r mut dyn Transactions<'t>,
    flaws: Flaws,
    interchange: Option<Interchange<'t>>,
    /// How many transactions the open group has.
    group: Option<usize>,
    transaction: Option<Transaction>,
    /// The segment before.
    last: Option<&'t str>,
}

impl<'t> Walk<'t, '_> {
    fn take(&mut self, segment: Segment<'t>) {
        match segment.name() {
            "ISA" => {
                self.end_interchange(None);
                if segment.element(15) == "T" {
                    self.flaws.is_test = true;
                    self.reader.leave(Unread::new(&segment, reasons::TEST_FILE));
                }
                self.interchange = Some(Interchange { header: Some(segment.text()), ..Interchange::default() });
            }
            "TA1" => self.interchange(&segment).acknowledges = Some(segment.text()),
            "GS" => {
                self.cut_off(&[Level::Transaction, Level::Group]);
                let groups = &mut self.interchange(&segment).groups;
                *groups = groups.saturating_add(1);
                self.group = Some(0);
                self.reader.group(&segment);
            }
            "ST" => self.open_transaction(&segment),
            "SE" => {
                let counted = self.transaction.take().map(|open| {
                    if open.is_ours {
                        self.reader.close(End::Whole);
                    }
                    open.segments.saturating_add(1)
                });
                self.compare(&segment, counted, reasons::count_of_segments);
            }
            "GE" => {
                self.cut_off(&[Level::Transaction]);
                let counted = self.group.take();
                self.compare(&segment, counted, reasons::count_of_transactions);
            }
            "IEA" => self.end_interchange(Some(&segment)),
            _ => match &mut self.transaction {
                Some(open) => {
                    open.segments = open.segments.saturating_add(1);
                    if open.is_ours {
                        self.reader.take(segment);
                    }
                }
                None => {
                    self.flaws.has_strays = true;
                    self.reader.leave(Unread::new(&segment, reasons::STRAY));
                }
            },
        }
    }

    /// The open interchange. What stands outside of any is named, and read as if it had begun there.
    fn interchange(&mut self, segment: &Segment<'t>) -> &mut Interchange<'t> {
        if self.interchange.is_none() {
            self.flaws.has_strays = true;
            self.reader.leave(Unread::new(segment, reasons::OUTSIDE));
        }
        self.interchange.get_or_insert_default()
    }

    fn open_transaction(&mut self, header: &Segment<'t>) {
        self.cut_off(&[Level::Transaction]);
        let transactions = &mut self.interchange(header).transactions;
        *transactions = transactions.saturating_add(1);
        if let Some(transactions) = &mut self.group {
            *transactions = transactions.saturating_add(1);
        }
        let (number, other) = self.reader.kind();
        let found = header.element(1);
        let is_ours = found == number;
        self.transaction = Some(Transaction { segments: 1, is_ours });
        if is_ours {
            return self.reader.open(header);
        }
        let acknowledges = ACKNOWLEDGEMENTS.contains(&found);
        if acknowledges {
            self.flaws.acknowledgement.get_or_insert_with(|| found.to_owned());
        }
        self.reader.leave(Unread::new(header, if acknowledges { reasons::acknowledgement(found) } else { other }));
    }

    /// Ends the interchange at its IEA, or where another begins or the text ends.
    fn end_interchange(&mut self, trailer: Option<&Segment<'t>>) {
        if self.interchange.is_some() || self.transaction.is_some() {
            let levels = [Level::Transaction, Level::Group, Level::Interchange];
            self.cut_off(levels.get(..if trailer.is_some() { 2 } else { 3 }).unwrap_or_default());
        }
        if let Some(trailer) = trailer {
            let counted = self.interchange.as_ref().map(|open| open.groups);
            self.compare(trailer, counted, reasons::count_of_groups);
        }
        let Some(open) = self.interchange.take() else { return };
        if open.transactions > 0 {
            return;
        }
        if let Some(acknowledges) = open.acknowledges {
            self.flaws.acknowledgement.get_or_insert_with(|| "TA1".to_owned());
            self.reader.leave(Unread::of(acknowledges, reasons::acknowledgement("TA1")));
        } else if let Some(header) = open.header {
            self.flaws.is_empty = true;
            self.reader.leave(Unread::of(header, reasons::NO_TRANSACTION));
        }
    }

    /// Where a trailer of these levels is missing, what was being read is given up, and the place is named.
    #[inline(never)]
    #[cfg_attr(small, optimize(size))]
    fn cut_off(&mut self, levels: &[Level]) {
        let is_open = |level: &&Level| match level {
            Level::Transaction => self.transaction.is_some(),
            Level::Group => self.group.is_some(),
            Level::Interchange => true,
        };
        let missing: Vec<&str> = levels.iter().filter(is_open).map(|level| level.trailer()).collect();
        if missing.is_empty() {
            return;
        }
        if self.transaction.take().is_some_and(|open| open.is_ours) {
            self.reader.close(End::CutOff);
        }
        if levels.contains(&Level::Group) {
            self.group = None;
        }
        self.flaws.is_cut_off = true;
        if let Some(last) = self.last {
            self.reader.leave(Unread::of(last, reasons::cut_off(missing)));
        }
    }

    /// One finding an interchange: a lost segment makes several counts wrong.
    #[inline(never)]
    fn compare(&mut self, trailer: &Segment<'t>, counted: Option<usize>, differ: fn(&str, usize) -> Sentence) {
        let stated = trailer.element(1);
        if counted.is_some() && stated.parse() == Ok(counted.unwrap_or_default()) {
            return;
        }
        self.flaws.counts_differ = true;
        let was_named = self.interchange.as_mut().is_some_and(|open| std::mem::replace(&mut open.counts_differ, true));
        if !was_named {
            self.reader.leave(Unread::new(trailer, differ(stated, counted.unwrap_or_default())));
        }
    }
}

/// What has a trailer.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Level {
    Transaction,
    Group,
    Interchange,
}

impl Level {
    const fn trailer(self) -> &'static str {
        match self {
            Self::Transaction => "SE",
            Self::Group => "GE",
            Self::Interchange => "IEA",
        }
    }
}
