//! The claims in the order of their lines' days, and what holds each.

use crate::account::stake::AtStake;
use crate::ground::calendar::in_order;
use crate::ground::claim_type::ClaimType;
use crate::ground::discipline::{PerServiceType, ServiceType};
use crate::ground::money::Money;
use crate::ground::procedure::Modifier;
use crate::ground::sentence::Sentence;
use crate::ground::tables::Tables;
use crate::visit::appointment::next_line;
use crate::visit::context::Context;
use crate::visit::decision::{Due, Facts, NoticeCode, Severity, whole_claims};
use crate::visit::policy::MixedClaim;
use crate::visit::standing::Bucket;

use super::reasons::{self, Answer, Code, Who};
use super::{Batch, Claim, ClaimLine, Release, sentences};

/// A claim, looked at.
#[derive(Debug, Default)]
pub(super) struct Held<'a> {
    /// What its lines are expected to be allowed, as far as known.
    pub amount: Money,
    /// Of that, the lines on which KX is due and will not be.
    pub at_risk: Money,
    /// Whether anything on each of its lines is unanswered.
    pub lines: Vec<bool>,
    /// The errors first, then in the order of the lines.
    pub reasons: Vec<Reason<'a>>,
}

/// Why a claim waits, or waited.
#[derive(Debug)]
pub(super) struct Reason<'a> {
    /// What it is about.
    pub code: Code,
    /// The line; `None` where it is about the patient.
    pub line: Option<&'a ClaimLine>,
    /// What there is, as a sentence.
    pub message: Sentence,
    /// What to do, as a sentence.
    pub next_step: Sentence,
    /// Who can answer it.
    pub who: Who,
    /// What answers it.
    pub answers: &'static [Answer],
    /// The word that lets it go.
    pub released: Option<&'a Release>,
}

/// What is so about each line.
#[derive(Debug, Default)]
pub(super) struct Run<'a> {
    /// In the order in which the lines run.
    facts: Vec<Facts<'a>>,
    /// Where each line is among them, in the order given.
    places: Vec<usize>,
}

impl<'a> Run<'a> {
    /// Runs the lines by their days, and then in the order given: a line's amount counts against the lines after it.
    pub(super) fn new(tables: &'a Tables, batch: &'a Batch, mut buckets: Option<PerServiceType<Bucket>>) -> Self {
        let lines: Vec<(usize, &ClaimLine, &Context)> =
            batch.lines().filter_map(|(claim, line)| Some((claim, line, batch.days.get(line.day)?))).collect();
        let mut run = Self { facts: Vec::new(), places: vec![0; lines.len()] };
        let mut claims = Vec::new();
        for place in in_order(lines.iter().map(|(_, _, day)| day.date)) {
            if let (Some((claim, line, day)), Some(own)) = (lines.get(place), run.places.get_mut(place)) {
                *own = run.facts.len();
                run.facts.push(next_line(tables, &line.line, day, &mut buckets));
                claims.push(*claim);
            }
        }
        run.join_due_claims(batch, &claims);
        run
    }

    /// Makes all lines of a bucket due on a claim on which one is. That is asked of institutional claims.
    fn join_due_claims(&mut self, batch: &Batch, claims: &[usize]) {
        let policy = batch.days.first().map_or_else(MixedClaim::default, |day| day.policy.mixed_claim);
        let may_be = |claim: &usize| batch.claims.get(*claim).is_some_and(|claim| claim.kind != Some(ClaimType::Professional));
        let lines = claims.iter().zip(&self.facts).map(|(claim, one)| ((*claim, one.service_type), one.due));
        let due: Vec<(usize, ServiceType)> =
            whole_claims(policy, lines, |(claim, service_type)| Some((claim, service_type.filter(|_| may_be(&claim))?)));
        for (claim, one) in claims.iter().zip(&mut self.facts) {
            if one.service_type.is_some_and(|service_type| due.contains(&(*claim, service_type))) {
                one.join_due_claim();
            }
        }
    }

    /// What is so about the line at a place.
    pub(super) fn at(&self, place: usize) -> Option<&Facts<'a>> {
        self.facts.get(*self.places.get(place)?)
    }
}

impl<'a> Held<'a> {
    /// Looks at a claim, by what is so about its lines; the first of them is at a place.
    pub(super) fn new(claim: &'a Claim, first: usize, run: &Run<'a>, released: &'a [Release]) -> Self {
        let mut held = Self::default();
        for (place, line) in (first..).zip(&claim.lines) {
            if let Some(facts) = run.at(place) {
                held.take(line, facts, released);
            }
        }
        held
    }

    /// What waits, or goes out and may be denied.
    pub(super) fn at_stake(&self) -> AtStake {
        match self.is_held() {
            true => AtStake { on_hold: self.amount, ..AtStake::default() },
            false => AtStake { at_risk: self.at_risk, ..AtStake::default() },
        }
    }

    /// Whether anything is unanswered.
    pub(super) fn is_held(&self) -> bool {
        self.lines.contains(&true)
    }

    fn take(&mut self, line: &'a ClaimLine, facts: &Facts<'a>, released: &'a [Release]) {
        let decision = facts.decide();
        let note_is_read = released.iter().any(|word| word.codes.is_some() && word.lets(line, Code::Notice(NoticeCode::ModifiersInNote)));
        let mut is_held = false;
        for code in reasons::of(&decision, &facts.context.policy) {
            let word = released.iter().rfind(|word| word.lets(line, code));
            is_held |= word.is_none();
            let known = if code.is_of_patient() { self.reasons.iter_mut().find(|reason| reason.code == code) } else { None };
            if let Some(known) = known {
                // It is answered once it is for each line that has it.
                known.released = known.released.and(word);
                continue;
            }
            let Some(what) = sentences::message(code, &decision, note_is_read) else { continue };
            let (on_line, message) = match code.is_of_patient() {
                true => (None, what),
                false => (Some(line), sentences::of_line(line.line.line.code, facts.context.date, what)),
            };
            let reason = Reason {
                code,
                line: on_line,
                message,
                next_step: sentences::next_step(code, &decision, note_is_read),
                who: code.who(&decision, note_is_read),
                answers: reasons::answers(code, &decision),
                released: word,
            };
            let errors = self.reasons.iter().take_while(|reason| reason.code.severity() == Severity::Error).count();
            let place = if code.severity() == Severity::Error { errors } else { self.reasons.len() };
            self.reasons.insert(place, reason);
        }
        let allowed = line.line.line.allowed.unwrap_or_default();
        self.amount = self.amount.plus(allowed);
        // With 99 nobody knows from here whether KX is on the line.
        let is_known = !decision.modifiers.contains(Modifier::IN_NOTE);
        if facts.due != Due::No && is_known && !decision.modifiers.contains(Modifier::KX) {
            self.at_risk = self.at_risk.plus(allowed);
        }
        self.lines.push(is_held);
    }
}

impl Release {
    /// Whether it lets a reason of a line go.
    fn lets(&self, line: &ClaimLine, code: Code) -> bool {
        self.line == line.id() && self.codes.as_ref().is_none_or(|codes| codes.iter().any(|own| own == code.as_str()))
    }
}
