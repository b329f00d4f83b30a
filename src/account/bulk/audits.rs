//! Audits of many beneficiaries, whose lines stand together.

use crate::account::audit::shape::{LineOfMany, write_of};
use crate::account::audit::{AuditLine, AuditedLine, OtherUsed, Total, audit as audit_lines, in_given_order};
use crate::account::ids;
use crate::ground::env::Env;
use crate::ground::error::{Error, ErrorCode, quoted};
use crate::ground::known::Known;
use crate::ground::packed::{FromPacked, Out, Reader, Refusal};
use crate::ground::tables::Tables;
use crate::visit::policy::Policy;

use super::lines::{failed, lines, pack};

/// Takes the answers, one for each line that was given, in the order given.
pub(crate) trait Answers {
    /// A line that was audited.
    fn audited(&mut self, beneficiary: &str, one: &AuditedLine<'_>);
    /// A line that was not.
    fn refused(&mut self, refusal: &Error);
    /// A bucket of the beneficiary whose lines are answered next.
    fn total(&mut self, beneficiary: &str, total: &Total);
}

/// Answers as lines of NDJSON.
struct Lines<'r> {
    env: &'r Env<'r>,
    out: &'r mut Out,
}

impl Answers for Lines<'_> {
    fn audited(&mut self, beneficiary: &str, one: &AuditedLine<'_>) {
        write_of(beneficiary, one, self.env, self.out);
        self.out.end_line();
    }

    fn refused(&mut self, refusal: &Error) {
        failed(refusal, self.out);
        self.out.end_line();
    }

    fn total(&mut self, _: &str, _: &Total) {}
}

/// `auditNdjson` of the public contract; beside the lines comes a policy, or nothing.
///
/// # Errors
/// What the policy got wrong, with its path. A bad line is answered in its place.
pub(crate) fn audit(text: &[u8], beside: &mut Reader<'_>, env: &Env<'_>, out: &mut Out) -> Result<(), Refusal> {
    let mut run = Audits::begin(beside)?;
    let mut answers = Lines { env, out };
    let mut packed = Vec::new();
    for line in lines(text) {
        let read = pack(line, &mut packed);
        run.take(read.map(|()| packed.as_slice()), env.tables, &mut answers);
    }
    run.end(env.tables, &mut answers);
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
    if let Ok(LineOfMany { beneficiary, line }) = LineOfMany::read(&mut Reader::new(packed))
        && !beneficiary.trim().is_empty()
    {
        return Ok(Given { beneficiary, line: Ok(line) });
    }
    read_again(packed)
}

#[cold]
#[inline(never)]
#[cfg_attr(small, optimize(size))]
fn read_again(packed: &[u8]) -> Result<Given, Refusal> {
    let mut from = Reader::new(packed);
    if !from.is_object() {
        let message = format!("expected an object, found {}", from.kind());
        return Err(Box::new(Error::new(ErrorCode::WrongType, message, "give one line of a claim as an object")));
    }
    let Some(mut beneficiary) = from.field("beneficiary") else { return Err(nobodys()) };
    if !beneficiary.is_text() {
        let message = format!("expected text, found {}", beneficiary.kind());
        return Err(Box::new(Error::new(ErrorCode::WrongType, message, "name whose line it is, as text").in_field("beneficiary")));
    }
    let beneficiary = String::read(&mut beneficiary)?;
    // An empty name is nobody's: lines of many people would be one person's.
    if beneficiary.trim().is_empty() {
        return Err(nobodys());
    }
    Ok(Given { beneficiary, line: from.without("beneficiary").and_then(|rest| AuditLine::read(&mut Reader::new(&rest))) })
}

#[cold]
#[inline(never)]
#[cfg_attr(small, optimize(size))]
fn nobodys() -> Refusal {
    Box::new(Error::new(ErrorCode::MissingField, "`beneficiary` is missing", "name whose line it is").in_field("beneficiary"))
}

#[cold]
#[inline(never)]
#[cfg_attr(small, optimize(size))]
fn stray(beneficiary: &str) -> Refusal {
    let message = format!("lines of {} stood earlier", quoted(beneficiary));
    let help = "sort the lines, so that those of one beneficiary stand together";
    Box::new(Error::new(ErrorCode::DuplicateId, message, help).in_field("beneficiary"))
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

/// Lines of many beneficiaries as they come. Those of the last one are held back until another's begin.
pub(crate) struct Audits {
    policy: Policy,
    /// The beneficiaries that there were.
    earlier: Known<'static>,
    group: Group,
}

impl Audits {
    /// Before the first line; with a policy, or nothing.
    ///
    /// # Errors
    /// What the policy got wrong, with its path.
    #[cfg_attr(small, optimize(size))]
    pub(crate) fn begin(policy: &mut Reader<'_>) -> Result<Self, Refusal> {
        let policy = if policy.is_at_end() || policy.nothing() {
            Policy::default()
        } else {
            Policy::read(policy).map_err(|refusal| Box::new(refusal.in_field("policy")))?
        };
        Ok(Self { policy, earlier: Known::default(), group: Group::default() })
    }

    /// The next line, packed, or why it could not be.
    pub(crate) fn take(&mut self, packed: Result<&[u8], Refusal>, tables: &Tables, answers: &mut impl Answers) {
        let given = packed.and_then(read).and_then(|given| self.place(given, tables, answers));
        self.group.refused.push(given.err());
        // What is nobody's waits for nothing.
        if self.group.beneficiary.is_none() {
            self.end(tables, answers);
        }
    }

    /// Puts a line among those of its beneficiary, and answers those of the one before.
    ///
    /// # Errors
    /// `duplicate-id` where lines of the beneficiary stood earlier, or another of them has the line's id; what the line got wrong.
    fn place(&mut self, Given { beneficiary, line }: Given, tables: &Tables, answers: &mut impl Answers) -> Result<(), Refusal> {
        if self.group.beneficiary.as_ref() != Some(&beneficiary) {
            self.end(tables, answers);
            if !self.earlier.meet(beneficiary.clone()) {
                // Nobody is kept as the current one, so that each of the stray lines says the same.
                return Err(stray(&beneficiary));
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

    /// Answers the lines that are held back, in the order given, though they run by day.
    #[inline(never)]
    pub(crate) fn end(&mut self, tables: &Tables, answers: &mut impl Answers) {
        let Group { beneficiary, lines, refused, .. } = std::mem::take(&mut self.group);
        let beneficiary = beneficiary.as_deref().unwrap_or_default();
        let audit = audit_lines(tables, &lines, &OtherUsed::new(), &self.policy);
        for total in &audit.totals {
            answers.total(beneficiary, total);
        }
        let audited = in_given_order(audit.lines);
        let mut audited = audited.iter();
        for refused in refused {
            if let Some(refusal) = refused {
                answers.refused(&refusal);
            } else if let Some(one) = audited.next() {
                answers.audited(beneficiary, one);
            }
        }
    }
}
