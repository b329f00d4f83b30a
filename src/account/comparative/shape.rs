//! Billed lines and peers in a request, and the table of a report in an answer.

use crate::ground::env::Env;
use crate::ground::error::{Error, ErrorCode};
use crate::ground::packed::{Count, Fraction, FromPacked, Out, Pairs, Reader, Refusal, needed, small_shape as shape, tokens as object};
use crate::ground::procedure::{HcpcsCode, Modifier};
use crate::visit::code_list::description;

use super::{Peer, REPORT_CODES, Scope, Share, compare, count};

shape! { struct LineShape { code: HcpcsCode = "code", modifiers: Vec<Modifier> = "modifiers" } }

struct BilledLine {
    code: HcpcsCode,
    has_kx: bool,
}

impl FromPacked for BilledLine {
    #[cfg_attr(small, inline(never), optimize(size))]
    fn read(from: &mut Reader<'_>) -> Result<Self, Refusal> {
        let LineShape { code, modifiers } = LineShape::read(from)?;
        Ok(Self { code: needed(code, "code")?, has_kx: modifiers.is_some_and(|modifiers| modifiers.contains(&Modifier::KX)) })
    }
}

/// The code of a line, and whether KX is on it.
///
/// # Errors
/// What the line got wrong, with its path.
pub(crate) fn counted_line(from: &mut Reader<'_>) -> Result<(HcpcsCode, bool), Refusal> {
    BilledLine::read(from).map(|line| (line.code, line.has_kx))
}

shape! {
    // Lines with KX and in all, or only the share.
    struct Figure { kx: Count = "kx", total: Count = "total", proportion: Fraction = "proportion" }
}

impl Figure {
    /// What is known of the peer.
    ///
    /// # Errors
    /// `missing-field` where a count stands alone or nothing is there, `unknown-field` for a share beside counts, `unknown-value` for more
    /// lines with KX than lines.
    fn peer(&self) -> Result<Peer, Error> {
        const EITHER: &str = "give `kx` and `total`, or `proportion` alone";
        let missing = |name: &str| Error::new(ErrorCode::MissingField, format!("`{name}` is missing"), EITHER).in_field(name);
        match (self.kx, self.total, self.proportion) {
            (None, None, Some(proportion)) => Ok(Peer::Proportion(proportion.0)),
            (Some(_), _, Some(_)) | (_, Some(_), Some(_)) => {
                Err(Error::new(ErrorCode::UnknownField, "`proportion` stands beside counts", EITHER).in_field("proportion"))
            }
            (Some(kx), Some(total), None) if kx.0 <= total.0 => Ok(Peer::Counted(Share { kx: kx.0, total: total.0 })),
            (Some(kx), Some(total), None) => {
                let message = format!("`{}` lines with KX are more than `{}` lines in all", kx.0, total.0);
                Err(Error::new(ErrorCode::UnknownValue, message, "`kx` counts some of the lines that `total` counts").in_field("kx"))
            }
            (Some(_), None, None) => Err(missing("total")),
            (None, _, None) => Err(missing("kx")),
        }
    }
}

shape! { struct PeerShape { scope: Scope = "scope", label: String = "label", codes: Pairs<HcpcsCode, Figure> = "codes" } }

/// A peer before its figures were looked at.
struct GivenPeer {
    scope: Scope,
    label: String,
    codes: Vec<(HcpcsCode, Figure)>,
}

impl FromPacked for GivenPeer {
    #[cfg_attr(small, inline(never), optimize(size))]
    fn read(from: &mut Reader<'_>) -> Result<Self, Refusal> {
        let PeerShape { scope, label, codes } = PeerShape::read(from)?;
        Ok(Self { scope: needed(scope, "scope")?, label: needed(label, "label")?, codes: needed(codes, "codes")?.0 })
    }
}

shape! { struct Request { lines: Vec<BilledLine> = "lines", codes: Vec<HcpcsCode> = "codes", peers: Vec<GivenPeer> = "peers" } }

/// The answer has a cell for each code and peer, so that both have a bound far above any report's.
const MOST_PEERS: usize = 100;
const MOST_CODES: usize = 1_000;

fn at_most(found: usize, most: usize, name: &str) -> Result<(), Error> {
    if found <= most {
        return Ok(());
    }
    let message = format!("{found} are more than the {most} of a report");
    Err(Error::new(ErrorCode::UnknownValue, message, format!("give at most {most}")).in_field(name))
}

/// A column of the report.
struct Column {
    scope: Scope,
    label: String,
    figures: Vec<(HcpcsCode, Peer)>,
}

impl Column {
    fn of(peer: GivenPeer) -> Result<Self, Error> {
        at_most(peer.codes.len(), MOST_CODES, "codes")?;
        let figure = |(code, figure): &(HcpcsCode, Figure)| {
            figure.peer().map(|peer| (*code, peer)).map_err(|error| error.in_field(code.as_str()).in_field("codes"))
        };
        let figures = peer.codes.iter().map(figure).collect::<Result<Vec<_>, _>>()?;
        Ok(Self { scope: peer.scope, label: peer.label, figures })
    }
}

/// `compareBilling` of the public contract.
///
/// # Errors
/// What the request got wrong, with its path.
#[cfg_attr(small, optimize(size))]
pub(crate) fn compare_billing(from: &mut Reader<'_>, env: &Env<'_>, out: &mut Out) -> Result<(), Refusal> {
    let Request { lines, codes, peers } = Request::read(from)?;
    let (lines, peers) = (needed(lines, "lines")?, needed(peers, "peers")?);
    at_most(peers.len(), MOST_PEERS, "peers")?;
    at_most(codes.as_ref().map_or(0, Vec::len), MOST_CODES, "codes")?;
    let codes = codes.unwrap_or_else(|| REPORT_CODES.into_iter().filter_map(|code| HcpcsCode::parse(code).ok()).collect());
    let own_shares = count(&codes, lines.iter().map(|line| (line.code, line.has_kx)));
    let column = |(place, peer)| Column::of(peer).map_err(|error| error.in_element(place).in_field("peers"));
    let columns = peers.into_iter().enumerate().map(column).collect::<Result<Vec<_>, _>>()?;
    let rows = codes.iter().copied().zip(own_shares);
    object!(out, {
        "rows" => out.each(rows, |out, (code, own)| object!(out, {
            "code" => out.str(code.as_str()),
            "description" => out.str(description(env.tables, code).unwrap_or_default()),
            "lines" => out.integer(own.total),
            "kxLines" => out.integer(own.kx),
            "proportion" => out.option(own.proportion(), Out::float),
            "peers" => out.each(&columns, |out, Column { scope, label, figures }| {
                let peer = figures.iter().rfind(|(one, _)| *one == code).map(|(_, peer)| *peer);
                let counted = peer.and_then(Peer::counted);
                object!(out, {
                    "scope" => out.fixed(scope.as_str()),
                    "label" => out.str(label),
                    "lines" => out.option(counted, |out, share| out.integer(share.total)),
                    "kxLines" => out.option(counted, |out, share| out.integer(share.kx)),
                    "proportion" => out.option(peer.and_then(Peer::proportion), Out::float),
                    "comparison" => out.fixed(compare(own, peer).as_str()),
                });
            }),
        })),
    });
    Ok(())
}
