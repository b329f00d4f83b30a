//! Audits of many beneficiaries, whose lines stand together.

use crate::account::audit::shape::{LineOfMany, write_of};
use crate::account::audit::{AuditLine, OtherUsed, audit as audit_lines, in_given_order};
use crate::account::ids;
use crate::ground::env::Env;
use crate::ground::error::{Error, ErrorCode, quoted};
use crate::ground::known::Known;
use crate::ground::packed::{FromPacked, Out, Reader, Refusal};
use crate::visit::policy::Policy;

use super::lines::{failed, lines, pack};

/// `auditNdjson` of the public contract; beside the lines comes a policy, or nothing.
///
/// # Errors
/// What the policy got wrong, with its path. A bad line is answered in its place.
pub(crate) fn audit(text: &[u8], beside: &mut Reader<'_>, env: &Env<'_>, out: &mut Out) -> Result<(), Refusal> {
    let policy = if beside.is_at_end() || beside.nothing() {
        Policy::default()
    } else {
        Policy::read(beside).map_err(|refusal| Box::new(refusal.in_field("policy")))?
    };
    let mut run = Run { env, policy, out, earlier: Known::default(), group: Group::default() };
    let mut packed = Vec::new();
    for line in lines(text) {
        let given = pack(line, &mut packed).and_then(|()| read(&packed)).and_then(|given| run.place(given));
        run.group.refused.push(given.err());
    }
    run.end_group();
    Ok(())
}

/// A line, as soon as it is known whose it is.
struct Given {
    beneficiary: String,
    line: Result<AuditLine, Refusal>,
}

/// A good line is read in one pass. What is wrong with another is said in the order in which it is looked at: whose it is, and only then
/// the line itself, which has no such field.
fn read(packed: &[u8]) -> Result<Given, Refusal> {
    if let Ok(LineOfMany { beneficiary, line }) = LineOfMany::read(&mut Reader::new(packed)) {
        return Ok(Given { beneficiary, line: Ok(line) });
    }
    let mut from = Reader::new(packed);
    if !from.is_object() {
        let message = format!("expected an object, found {}", from.kind());
        return Err(Box::new(Error::new(ErrorCode::WrongType, message, "give one line of a claim as an object")));
    }
    let Some(mut beneficiary) = from.field("beneficiary") else {
        let error = Error::new(ErrorCode::MissingField, "`beneficiary` is missing", "name whose line it is");
        return Err(Box::new(error.in_field("beneficiary")));
    };
    if !beneficiary.is_text() {
        let message = format!("expected text, found {}", beneficiary.kind());
        return Err(Box::new(Error::new(ErrorCode::WrongType, message, "name whose line it is, as text").in_field("beneficiary")));
    }
    let beneficiary = String::read(&mut beneficiary)?;
    Ok(Given { beneficiary, line: from.without("beneficiary").and_then(|rest| AuditLine::read(&mut Reader::new(&rest))) })
}

/// The lines of one beneficiary until the next one's begin.
#[derive(Default)]
struct Group {
    /// Whose they are; `None` where the lines stand apart from others of theirs.
    beneficiary: Option<String>,
    /// Those that are audited.
    lines: Vec<AuditLine>,
    ids: Known<'static>,
    /// For each line that was given why it is not audited; nothing where it is the next of `lines`.
    refused: Vec<Option<Refusal>>,
}

struct Run<'r> {
    env: &'r Env<'r>,
    policy: Policy,
    out: &'r mut Out,
    /// The beneficiaries that there were.
    earlier: Known<'static>,
    group: Group,
}

impl Run<'_> {
    /// Puts a line among those of its beneficiary, and answers those of the one before.
    ///
    /// # Errors
    /// `duplicate-id` where lines of the beneficiary stood earlier, or another of them has the line's id; what the line got wrong.
    fn place(&mut self, Given { beneficiary, line }: Given) -> Result<(), Refusal> {
        if self.group.beneficiary.as_ref() != Some(&beneficiary) {
            self.end_group();
            if !self.earlier.meet(beneficiary.clone()) {
                // Nobody is kept as the current one, so that each of the stray lines says the same.
                let message = format!("lines of {} stood earlier", quoted(&beneficiary));
                let help = "sort the lines, so that those of one beneficiary stand together";
                return Err(Box::new(Error::new(ErrorCode::DuplicateId, message, help).in_field("beneficiary")));
            }
            self.group.beneficiary = Some(beneficiary);
        }
        let line = line?;
        if !self.group.ids.meet(line.id.clone()) {
            return Err(Box::new(ids::duplicate(&line.id).in_field("id")));
        }
        self.group.lines.push(line);
        Ok(())
    }

    /// Answers the lines of a beneficiary in the order given, though they run by day.
    fn end_group(&mut self) {
        let Group { beneficiary, lines, refused, .. } = std::mem::take(&mut self.group);
        let audited = in_given_order(audit_lines(self.env.tables, &lines, &OtherUsed::new(), &self.policy).lines);
        let mut audited = audited.iter();
        for refused in refused {
            if let Some(refusal) = refused {
                failed(&refusal, self.out);
            } else if let Some(one) = audited.next() {
                write_of(beneficiary.as_deref().unwrap_or_default(), one, self.env, self.out);
            }
            self.out.end_line();
        }
    }
}
