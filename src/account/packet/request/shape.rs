//! The letter with what is on file, in a request.

use crate::account::attestation::{Event, decision, events};
use crate::account::clocks::Review;
use crate::account::ids;
use crate::ground::calendar::ServiceDate;
use crate::ground::error::{Error, ErrorCode, quoted};
use crate::ground::money::Money;
use crate::ground::packed::{Days, FromPacked, NotNegative, Reader, Refusal, needed, small_shape as shape};
use crate::ground::procedure::{HcpcsCode, Modifier};
use crate::ground::review_rows::{Asks, DocumentKind, Spans};
use crate::ground::tables::Tables;
use crate::visit::attestation::Covering;

use super::super::checklist::{Checklist, Item, built_in};
use super::super::words::Words;
use super::{Abbreviation, Asked, Attested, Decided, Document, Line, Signature};

shape! { struct BeneficiaryShape { name: String = "name", member_id: String = "memberId" } }

impl FromPacked for Decided {
    #[cfg_attr(small, inline(never), optimize(size))]
    fn read(from: &mut Reader<'_>) -> Result<Self, Refusal> {
        let shown = decision(from)?;
        Ok(Self { action: shown.action, remaining: shown.remaining.and_then(|text| Money::read(text.as_bytes())) })
    }
}

shape! {
    struct LineShape {
        id: String = "id",
        date: ServiceDate = "date",
        code: HcpcsCode = "code",
        modifiers: Vec<Modifier> = "modifiers",
        units: NotNegative = "units",
        charge: Money = "charge",
        claim: String = "claim",
        decision: Decided = "decision",
    }
}

impl FromPacked for Line {
    #[cfg_attr(small, inline(never), optimize(size))]
    fn read(from: &mut Reader<'_>) -> Result<Self, Refusal> {
        let shape = LineShape::read(from)?;
        Ok(Self {
            id: needed(shape.id, "id")?,
            date: needed(shape.date, "date")?,
            code: needed(shape.code, "code")?,
            modifiers: shape.modifiers.unwrap_or_default(),
            units: shape.units.map(|units| units.0),
            charge: shape.charge,
            claim: shape.claim,
            decision: shape.decision,
        })
    }
}

shape! {
    struct DocumentShape {
        id: String = "id",
        kind: DocumentKind = "kind",
        title: String = "title",
        day: ServiceDate = "day",
        through: ServiceDate = "through",
        pages: Days = "pages",
        author: String = "author",
        written: ServiceDate = "written",
    }
}

impl FromPacked for Document {
    #[cfg_attr(small, inline(never), optimize(size))]
    fn read(from: &mut Reader<'_>) -> Result<Self, Refusal> {
        let DocumentShape { id, kind, title, day, through, pages, author, written } = DocumentShape::read(from)?;
        let day = needed(day, "day")?;
        if through.is_some_and(|through| through < day) {
            let error =
                Error::new(ErrorCode::DateInvalid, "the last day is before the first", "give the last day that the document is about");
            return Err(Box::new(error.in_field("through")));
        }
        let pages = pages.map(|pages| pages.0);
        Ok(Self { id: needed(id, "id")?, kind: needed(kind, "kind")?, title, day, through, pages, author, written })
    }
}

shape! { struct SignatureShape { name: String = "name", credentials: String = "credentials", signature: String = "signature" } }

impl FromPacked for Signature {
    #[cfg_attr(small, inline(never), optimize(size))]
    fn read(from: &mut Reader<'_>) -> Result<Self, Refusal> {
        let SignatureShape { name, credentials, signature } = SignatureShape::read(from)?;
        Ok(Self { name: needed(name, "name")?, credentials, signature })
    }
}

shape! { struct AbbreviationShape { short: String = "short", meaning: String = "meaning" } }

impl FromPacked for Abbreviation {
    #[cfg_attr(small, inline(never), optimize(size))]
    fn read(from: &mut Reader<'_>) -> Result<Self, Refusal> {
        let AbbreviationShape { short, meaning } = AbbreviationShape::read(from)?;
        Ok(Self { short: needed(short, "short")?, meaning: needed(meaning, "meaning")? })
    }
}

shape! {
    struct ItemShape { id: String = "id", text: String = "text", kinds: Vec<DocumentKind> = "kinds", asks: Asks = "asks", if_any: bool = "ifAny" }
}

impl FromPacked for Item {
    #[cfg_attr(small, inline(never), optimize(size))]
    fn read(from: &mut Reader<'_>) -> Result<Self, Refusal> {
        let ItemShape { id, text, kinds, asks, if_any } = ItemShape::read(from)?;
        Ok(Self {
            id: needed(id, "id")?,
            text: Words::Given(needed(text, "text")?),
            kinds: needed(kinds, "kinds")?,
            asks: needed(asks, "asks")?,
            if_any: needed(if_any, "ifAny")?,
            spans: Spans::One,
        })
    }
}

shape! {
    struct ChecklistShape {
        id: String = "id",
        contractor: String = "contractor",
        source: String = "source",
        reviewed: ServiceDate = "reviewed",
        in_order: bool = "inOrder",
        items: Vec<Item> = "items",
    }
}

impl FromPacked for Checklist {
    #[cfg_attr(small, inline(never), optimize(size))]
    fn read(from: &mut Reader<'_>) -> Result<Self, Refusal> {
        let ChecklistShape { id, contractor, source, reviewed, in_order, items } = ChecklistShape::read(from)?;
        let items = needed(items, "items")?;
        ids::distinct(items.iter().map(|item| item.id.as_str())).map_err(|refusal| Box::new(refusal.in_field("items")))?;
        Ok(Self {
            id: needed(id, "id")?,
            contractor: needed(contractor, "contractor")?,
            source: Words::Given(needed(source, "source")?),
            reviewed,
            in_order: needed(in_order, "inOrder")?,
            items,
        })
    }
}

/// The answers in a record, the oldest first.
struct Answers(Vec<Attested>);

impl FromPacked for Answers {
    #[cfg_attr(small, inline(never), optimize(size))]
    fn read(from: &mut Reader<'_>) -> Result<Self, Refusal> {
        let attested = |event: &Event<'_>| {
            let answered = event.answered()?;
            Some(Attested {
                covering: Covering::of(&event.scope, answered.answer, answered.by),
                at: event.at.as_str().to_owned(),
                day: event.at.day(),
                reason: answered.reason.map(str::to_owned),
            })
        };
        Ok(Self(events(from)?.iter().filter_map(attested).collect()))
    }
}

shape! {
    struct Request {
        date: ServiceDate = "date",
        review: Review = "review",
        beneficiary: BeneficiaryShape = "beneficiary",
        lines: Vec<Line> = "lines",
        documents: Vec<Document> = "documents",
        attestations: Answers = "attestations",
        checklist: String = "checklist",
        checklists: Vec<Checklist> = "checklists",
        not_applicable: Vec<String> = "notApplicable",
        signatures: Vec<Signature> = "signatures",
        abbreviations: Vec<Abbreviation> = "abbreviations",
    }
}

#[cfg_attr(small, optimize(size))]
fn unknown(id: &str, what: &str, help: &str) -> Error {
    Error::new(ErrorCode::UnknownId, format!("{what} has the id {}", quoted(id)), help)
}

/// The host's own, or else the one that is built in.
#[cfg_attr(small, optimize(size))]
fn checklist(tables: &Tables, id: &str, own: Vec<Checklist>) -> Result<Checklist, Refusal> {
    own.into_iter().chain(built_in(tables)).find(|checklist| checklist.id == id).ok_or_else(|| {
        let known = tables.review_checklists.iter().map(|row| format!("`{}`", row.id)).collect::<Vec<_>>().join(", ");
        Box::new(unknown(id, "no checklist", &format!("built in are {known}; give others as `checklists`")).in_field("checklist"))
    })
}

/// Reads what `reviewPacket` is asked.
#[cfg_attr(small, optimize(size))]
pub(in crate::account::packet) fn request(tables: &Tables, from: &mut Reader<'_>) -> Result<Asked, Refusal> {
    let request = Request::read(from)?;
    let in_field = |name: &'static str| move |refusal: Refusal| Box::new(refusal.in_field(name));
    let BeneficiaryShape { name, member_id } = needed(request.beneficiary, "beneficiary")?;
    let own = request.checklists.unwrap_or_default();
    ids::distinct(own.iter().map(|checklist| checklist.id.as_str())).map_err(in_field("checklists"))?;
    let asked = Asked {
        date: needed(request.date, "date")?,
        review: needed(request.review, "review")?,
        beneficiary: (needed(name, "name").map_err(in_field("beneficiary"))?, member_id),
        lines: needed(request.lines, "lines")?,
        documents: needed(request.documents, "documents")?,
        attested: request.attestations.map(|answers| answers.0).unwrap_or_default(),
        checklist: checklist(tables, &needed(request.checklist, "checklist")?, own)?,
        not_applicable: request.not_applicable.unwrap_or_default(),
        signatures: request.signatures.unwrap_or_default(),
        abbreviations: request.abbreviations.unwrap_or_default(),
    };
    if asked.lines.is_empty() {
        let error = Error::new(ErrorCode::MissingField, "no line is under review", "give the lines that the letter asks about");
        return Err(Box::new(error.in_field("lines")));
    }
    ids::distinct(asked.lines.iter().map(|line| line.id.as_str())).map_err(in_field("lines"))?;
    ids::distinct(asked.documents.iter().map(|document| document.id.as_str())).map_err(in_field("documents"))?;
    let is_item = |id: &String| asked.checklist.items.iter().any(|item| item.id == *id);
    if let Some((place, id)) = asked.not_applicable.iter().enumerate().find(|(_, id)| !is_item(id)) {
        let error = unknown(id, "no item of the checklist", "give the ids of its items");
        return Err(Box::new(error.in_element(place).in_field("notApplicable")));
    }
    Ok(asked)
}
