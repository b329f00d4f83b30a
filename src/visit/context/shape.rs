//! The one place where an appointment and a line are read.

use crate::ground::calendar::ServiceDate;
use crate::ground::discipline::{Profession, Therapist};
use crate::ground::error::ErrorCode;
use crate::ground::ids::repeated;
use crate::ground::money::Money;
use crate::ground::packed::{Checked, FromPacked, NotNegative, Reader, Refusal, needed, refuse, shape};
use crate::ground::procedure::{HcpcsCode, Modifiers};
use crate::visit::attestation::shape::OfOnePatient;
use crate::visit::coverage::Coverage;
use crate::visit::documentation::Documentation;
use crate::visit::policy::Policy;
use crate::visit::usage::Usage;

use super::{AppointmentLine, Context, DeclineReason, Section, ServiceLine, Setting, declined};

shape! { struct ProviderShape { discipline: Profession = "discipline", taxonomy: String = "taxonomy" } }

/// The rendering provider; `discipline` wins where both are given.
pub(crate) struct Provider(pub(crate) Option<Therapist>);

impl FromPacked for Provider {
    fn read(from: &mut Reader<'_>) -> Result<Self, Refusal> {
        let ProviderShape { discipline, taxonomy } = ProviderShape::read(from)?;
        Ok(Self(discipline.map(Therapist::from).or_else(|| Therapist::from_taxonomy(&taxonomy?))))
    }
}

shape! {
    struct LineShape {
        id: String = "id",
        code: HcpcsCode = "code",
        modifiers: Modifiers = "modifiers",
        units: NotNegative = "units",
        allowed: Money = "allowed",
        kx_declined: String = "kxDeclined",
        declined_because: DeclineReason = "kxDeclinedBecause",
        date: ServiceDate = "date",
        // What a claim charges and notes says nothing of what is allowed; it is checked and left.
        _charge: Money = "charge",
        _note: Checked<String> = "note",
        section: Section = "section",
        done: bool = "done",
        rendering_provider: Provider = "renderingProvider",
    }
}

/// How many of the fields a line has that is no line of an appointment.
const OF_ANY_LINE: usize = 10;

/// A line as it was given, before its appointment is known.
pub(crate) struct GivenLine {
    shape: LineShape,
    code: HcpcsCode,
}

impl GivenLine {
    fn read_fields(from: &mut Reader<'_>, names: &[&str]) -> Result<Self, Refusal> {
        let mut shape = LineShape::default();
        from.object(names, &mut |place, from| {
            if place == names.len() {
                shape = LineShape::default();
                return Ok(());
            }
            shape.take(place, from)
        })?;
        Ok(Self { code: needed(shape.code, "code")?, shape })
    }

    /// The line's own day, where it was given.
    pub(crate) const fn date(&self) -> Option<ServiceDate> {
        self.shape.date
    }

    /// The line on its appointment.
    ///
    /// # Errors
    /// `date-invalid` for a line that was read from a claim of another day: deciding it here would take another day's balance.
    pub(crate) fn on(self, context: &Context) -> Result<AppointmentLine, Refusal> {
        let Self { shape, code } = self;
        if let Some(date) = shape.date.filter(|date| *date != context.date) {
            let message = format!("the line is of {date}, the appointment of {}", context.date);
            let refusal = refuse(ErrorCode::DateInvalid, message, "give the line's own day as the appointment's date");
            return Err(Box::new(refusal.in_field("date")));
        }
        let appointment = context.setting;
        Ok(AppointmentLine {
            line: ServiceLine {
                id: shape.id,
                code,
                modifiers: shape.modifiers.unwrap_or_default(),
                units: shape.units.map(|units| units.0),
                allowed: shape.allowed,
                kx_declined: declined(shape.kx_declined, shape.declined_because),
                declined_because: shape.declined_because,
            },
            setting: Setting {
                section: shape.section.unwrap_or(appointment.section),
                done: shape.done.unwrap_or(appointment.done),
                therapist: shape.rendering_provider.map_or(appointment.therapist, |provider| provider.0),
            },
        })
    }
}

/// A line of an appointment.
impl FromPacked for GivenLine {
    fn read(from: &mut Reader<'_>) -> Result<Self, Refusal> {
        Self::read_fields(from, LineShape::NAMES)
    }
}

/// A line that is decided alone: what its own section, done mark and provider would be is the appointment's.
struct LineAlone(GivenLine);

impl FromPacked for LineAlone {
    fn read(from: &mut Reader<'_>) -> Result<Self, Refusal> {
        GivenLine::read_fields(from, LineShape::NAMES.get(..OF_ANY_LINE).unwrap_or_default()).map(Self)
    }
}

shape! {
    struct AppointmentShape {
        date: ServiceDate = "date",
        section: Section = "section",
        done: bool = "done",
        rendering_provider: Provider = "renderingProvider",
    }
}

struct Appointment(ServiceDate, Setting);

impl FromPacked for Appointment {
    fn read(from: &mut Reader<'_>) -> Result<Self, Refusal> {
        let AppointmentShape { date, section, done, rendering_provider } = AppointmentShape::read(from)?;
        let setting = Setting {
            section: section.unwrap_or_default(),
            done: done.unwrap_or(false),
            therapist: rendering_provider.and_then(|provider| provider.0),
        };
        Ok(Self(needed(date, "date")?, setting))
    }
}

shape! { pub(crate) struct Preferences { auto_apply_kx: bool = "autoApplyKx" } }

shape! {
    struct ContextShape {
        appointment: Appointment = "appointment",
        coverage: Coverage = "coverage",
        preferences: Preferences = "preferences",
        usage: Usage = "usage",
        attestations: OfOnePatient = "attestations",
        policy: Policy = "policy",
        documentation: Documentation = "documentation",
    }
}

impl ContextShape {
    fn into_context(self) -> Result<Context, Refusal> {
        let Appointment(date, setting) = needed(self.appointment, "appointment")?;
        Ok(Context {
            date,
            setting,
            coverage: needed(self.coverage, "coverage")?,
            auto_apply_kx: self.preferences.and_then(|preferences| preferences.auto_apply_kx).unwrap_or(false),
            usage: self.usage,
            attestations: self.attestations.map(|events| events.0).unwrap_or_default(),
            policy: self.policy.unwrap_or_default(),
            documentation: self.documentation,
        })
    }
}

/// What `openAppointment` takes: a decision's request without the line.
impl FromPacked for Context {
    fn read(from: &mut Reader<'_>) -> Result<Self, Refusal> {
        ContextShape::read(from)?.into_context()
    }
}

const DECISION: &[&str] = &["line", "appointment", "coverage", "preferences", "usage", "attestations", "policy", "documentation"];
const APPOINTMENT: &[&str] = &["lines", "appointment", "coverage", "preferences", "usage", "attestations", "policy", "documentation"];

/// A context with one thing more, the first of the names.
fn with_context<T: FromPacked>(from: &mut Reader<'_>, names: &[&str]) -> Result<(T, Context), Refusal> {
    let (mut own, mut shape) = (None, ContextShape::default());
    from.object(names, &mut |place, from| match place.checked_sub(1) {
        None => T::read(from).map(|value| own = Some(value)),
        Some(place) => {
            if place == ContextShape::NAMES.len() {
                own = None;
            }
            shape.take(place, from)
        }
    })?;
    let own = needed(own, names.first().copied().unwrap_or_default())?;
    Ok((own, shape.into_context()?))
}

/// `DecisionRequest` of the public contract.
pub(crate) fn decision(from: &mut Reader<'_>) -> Result<(ServiceLine, Context), Refusal> {
    let (line, context) = with_context::<LineAlone>(from, DECISION)?;
    let line = line.0.on(&context).map_err(|refusal| Box::new(refusal.in_field("line")))?;
    Ok((line.line, context))
}

/// `AppointmentRequest` of the public contract.
pub(crate) fn appointment(from: &mut Reader<'_>) -> Result<(Vec<AppointmentLine>, Context), Refusal> {
    let (lines, context) = with_context::<Vec<GivenLine>>(from, APPOINTMENT)?;
    Ok((lines_on(lines, &context)?, context))
}

/// The lines of one appointment, at `lines`.
///
/// # Errors
/// `date-invalid` for a line of another day, then `duplicate-id` where two lines have one id.
pub(crate) fn lines_on(lines: Vec<GivenLine>, context: &Context) -> Result<Vec<AppointmentLine>, Refusal> {
    let on = |(index, line): (usize, GivenLine)| line.on(context).map_err(|refusal| Box::new(refusal.in_element(index).in_field("lines")));
    let lines = lines.into_iter().enumerate().map(on).collect::<Result<Vec<_>, _>>()?;
    if let Some((index, id)) = repeated(lines.iter().map(|line| line.line.id.as_deref())) {
        let message = format!("{} is the id of an earlier line", crate::ground::error::quoted(id));
        let refusal = refuse(ErrorCode::DuplicateId, message, "give each line of the appointment an id of its own, or none");
        return Err(Box::new(refusal.in_field("id").in_element(index).in_field("lines")));
    }
    Ok(lines)
}
