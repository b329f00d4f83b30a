//! A claim of a remittance: under which payment, whose, of which days, and whether its lines are read at all.

use crate::claims::x12::bill_type::{is_critical_access, not_outpatient_therapy};
use crate::claims::x12::patients::Names;
use crate::claims::x12::reasons;
use crate::claims::x12::tokens::Segment;
use crate::claims::x12::values::money;
use crate::ground::calendar::ServiceDate;
use crate::ground::money::Money;
use crate::ground::sentence::Sentence;
use crate::visit::coverage::Program;

use super::adjustments::Adjustments;
use super::days::Days;
use super::line::Line;

/// The payment that claims stand under.
#[derive(Default)]
pub(super) struct Payment {
    /// The payment's number and who pays.
    pub(super) trace: String,
    pub(super) on: Option<ServiceDate>,
    pub(super) on_text: String,
}

/// A claim that is open, with the segments below it.
pub(super) struct Claim<'t> {
    pub(super) segment: Segment<'t>,
    pub(super) adjustments: Adjustments,
    pub(super) days: Days,
    pub(super) lines: Vec<Line<'t>>,
    pub(super) names: Names,
    /// The text ends before the claim does.
    pub(super) is_cut_off: bool,
}

impl<'t> Claim<'t> {
    pub(super) fn new(segment: Segment<'t>) -> Self {
        let (adjustments, days, names) = (Adjustments::default(), Days::default(), Names::default());
        Self { segment, adjustments, days, lines: Vec::new(), names, is_cut_off: false }
    }

    /// The provider's claim number.
    pub(super) fn number(&self) -> &'t str {
        self.segment.element(1)
    }

    pub(super) fn status(&self) -> &'t str {
        self.segment.element(2)
    }

    /// The only line of its claim, so that what is said of the claim is said of it.
    pub(super) fn has_one_line(&self) -> bool {
        self.lines.len() == 1 && !self.is_cut_off
    }

    fn amount(&self, element: usize) -> Option<Money> {
        money(self.segment.element(element))
    }

    pub(super) fn charge(&self) -> Result<Money, Sentence> {
        self.amount(3).ok_or(reasons::BAD_CHARGE)
    }

    pub(super) fn paid(&self) -> Result<Money, Sentence> {
        if self.segment.element(4).is_empty() { Ok(Money::ZERO) } else { self.amount(4).ok_or(reasons::BAD_PAYMENT) }
    }

    /// One of its amounts is below zero.
    pub(super) fn is_signed(&self) -> bool {
        let is_below_zero = |element| self.amount(element).is_some_and(|amount| amount < Money::ZERO);
        is_below_zero(3) || is_below_zero(4) || self.lines.iter().any(Line::is_signed)
    }

    /// The program whose threshold it counts toward, or why none of its lines is read.
    pub(super) fn program(&self) -> Result<Program, Sentence> {
        match self.status() {
            "25" => return Err(reasons::PREDETERMINATION),
            "23" => return Err(reasons::FORWARDED),
            _ => {}
        }
        let program = match self.segment.element(6) {
            "MB" | "MA" => Program::PartB,
            "16" => Program::Advantage,
            "" => return Err(reasons::NO_FILING_CODE),
            other => return Err(reasons::other_payer(other)),
        };
        // Elsewhere the same two digits are a place of service: 11 is an office, 32 a nursing facility. 85 is no place.
        let is_institutional = self.segment.element(6) == "MA" || self.lines.iter().any(Line::has_revenue_code);
        // Some write the third digit, the frequency, here as well.
        let bill_type = self.segment.element(8);
        let bill_type = bill_type.get(..2).unwrap_or(bill_type);
        if is_critical_access(bill_type) {
            return Err(reasons::CRITICAL_ACCESS);
        }
        not_outpatient_therapy(bill_type).filter(|_| is_institutional).map_or(Ok(program), Err)
    }

    /// Whether the charge less all adjustments, the lines' among them, is what was paid.
    pub(super) fn balances(&self) -> Result<(), Sentence> {
        if self.is_cut_off {
            return Err(reasons::CUT_OFF);
        }
        if self.adjustments.is_bad || self.lines.iter().any(|line| line.adjustments.is_bad) {
            return Err(reasons::BAD_ADJUSTMENT);
        }
        let of_lines: Money = self.lines.iter().map(|line| line.adjustments.sum()).sum();
        let left = self.charge()?.minus(self.adjustments.sum()).minus(of_lines);
        if left == self.paid()? { Ok(()) } else { Err(reasons::UNBALANCED_CLAIM) }
    }
}
