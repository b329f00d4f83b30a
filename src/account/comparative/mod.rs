//! Comparative billing (eCBR): the share of lines that carry KX, beside the peers' share.

pub(crate) mod shape;

use crate::ground::named::named;
use crate::ground::procedure::HcpcsCode;

/// The codes of the contractor's report (seeds 000, 001).
pub(crate) const REPORT_CODES: [&str; 4] = ["97110", "97112", "97140", "97530"];

/// Chi-square of one degree of freedom at alpha 0.05.
const CRITICAL: f64 = 3.841_458_820_694_124;
/// Below this expected count the test says nothing.
const LEAST_EXPECTED: f64 = 5.0;

/// Lines with KX among all lines of a code.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(crate) struct Share {
    /// Lines with KX.
    pub kx: u64,
    /// All lines; never less than `kx`.
    pub total: u64,
}

impl Share {
    /// The share as a number for display; `None` without a line.
    pub(crate) fn proportion(self) -> Option<f64> {
        (self.total > 0).then(|| ratio(self.kx, self.total))
    }
}

named! {
    /// Where the providers are whose lines a peer's figures are of.
    pub(crate) enum Scope {
        /// In the provider's state.
        State = "state",
        /// In the contractor's jurisdiction.
        Jurisdiction = "jurisdiction",
        /// In the whole country.
        Nation = "nation",
    }
}

/// What is known of the peers for a code.
#[derive(Clone, Copy, Debug, PartialEq)]
pub(crate) enum Peer {
    /// Their lines.
    Counted(Share),
    /// Only their share, from 0 to 1; no test can be made of it.
    Proportion(f64),
}

impl Peer {
    /// Their lines, where they are known.
    pub(crate) const fn counted(self) -> Option<Share> {
        if let Self::Counted(share) = self { Some(share) } else { None }
    }

    /// Their share; `None` without a line.
    pub(crate) fn proportion(self) -> Option<f64> {
        match self {
            Self::Counted(share) => share.proportion(),
            Self::Proportion(proportion) => Some(proportion),
        }
    }
}

named! {
    /// The four outcomes of CMS's comparative reports.
    pub(crate) enum Comparison {
        /// Higher, and the difference is significant.
        SignificantlyHigher = "Significantly Higher",
        /// Higher, and the difference is not significant or cannot be tested.
        Higher = "Higher",
        /// Equal or lower.
        DoesNotExceed = "Does Not Exceed",
        /// No own lines, or no peer.
        NotApplicable = "N/A",
    }
}

/// Counts the lines of each of the codes, by whether they carry KX.
pub(crate) fn count(codes: &[HcpcsCode], lines: impl Iterator<Item = (HcpcsCode, bool)>) -> Vec<Share> {
    let mut shares: Vec<Share> = codes.iter().map(|_| Share::default()).collect();
    for (code, has_kx) in lines {
        for (_, share) in codes.iter().zip(&mut shares).filter(|(one, _)| **one == code) {
            share.kx = share.kx.saturating_add(u64::from(has_kx));
            share.total = share.total.saturating_add(1);
        }
    }
    shares
}

/// Compares an own share with the peers'.
pub(crate) fn compare(own: Share, peer: Option<Peer>) -> Comparison {
    match peer {
        _ if own.total == 0 => Comparison::NotApplicable,
        None => Comparison::NotApplicable,
        Some(Peer::Counted(peer)) if peer.total == 0 => Comparison::NotApplicable,
        Some(Peer::Counted(peer)) => {
            // Shares are compared as fractions, exactly.
            let (left, right) =
                (u128::from(own.kx).saturating_mul(peer.total.into()), u128::from(peer.kx).saturating_mul(own.total.into()));
            if left <= right {
                Comparison::DoesNotExceed
            } else if is_significant(own, peer) {
                Comparison::SignificantlyHigher
            } else {
                Comparison::Higher
            }
        }
        Some(Peer::Proportion(peer)) if ratio(own.kx, own.total) > peer => Comparison::Higher,
        Some(Peer::Proportion(_)) => Comparison::DoesNotExceed,
    }
}

/// Pearson's chi-square of the two by two table, without a continuity correction; not significant where an expected count is below 5.
#[expect(clippy::float_arithmetic, reason = "a statistic, not money")]
fn is_significant(own: Share, peer: Share) -> bool {
    let (own_total, peer_total) = (float(own.total), float(peer.total));
    let all = own_total + peer_total;
    let with_kx = float(own.kx) + float(peer.kx);
    let without = all - with_kx;
    let expected = [own_total * with_kx / all, own_total * without / all, peer_total * with_kx / all, peer_total * without / all];
    if expected.into_iter().any(|count| count < LEAST_EXPECTED) {
        return false;
    }
    let cross = float(own.kx) * (peer_total - float(peer.kx)) - (own_total - float(own.kx)) * float(peer.kx);
    all * cross * cross / (own_total * peer_total * with_kx * without) > CRITICAL
}

#[expect(clippy::float_arithmetic, reason = "a share for display, not money")]
fn ratio(part: u64, all: u64) -> f64 {
    float(part) / float(all)
}

fn float(count: u64) -> f64 {
    use rust_decimal::prelude::ToPrimitive as _;
    count.to_f64().unwrap_or(f64::MAX)
}
