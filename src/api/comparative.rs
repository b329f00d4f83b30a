//! Comparative billing (eCBR).

use serde::{Deserialize, Serialize};

use super::pairs::Pairs;
use super::read;
use super::scalars::{Count, Fraction};
use super::value::Value;
use crate::code_list;
use crate::comparative::{self, Comparison, Peer, REPORT_CODES, Share};
use crate::error::{Error, ErrorCode};
use crate::procedure::{HcpcsCode, Modifier};

#[derive(Deserialize)]
struct ComparativeRequest {
    lines: Vec<BilledLine>,
    codes: Option<Vec<HcpcsCode>>,
    peers: Vec<PeerRequest>,
}

#[derive(Deserialize)]
struct BilledLine {
    code: HcpcsCode,
    modifiers: Option<Vec<Modifier>>,
}

#[derive(Deserialize)]
struct PeerRequest {
    scope: ScopeRequest,
    label: String,
    codes: Pairs<HcpcsCode, PeerCodeRequest>,
}

#[derive(Clone, Copy, Deserialize)]
#[serde(rename_all = "lowercase")]
enum ScopeRequest {
    State,
    Jurisdiction,
    Nation,
}

/// Lines with KX and in all, or only the share.
#[derive(Deserialize)]
struct PeerCodeRequest {
    kx: Option<Count>,
    total: Option<Count>,
    proportion: Option<Fraction>,
}

impl PeerCodeRequest {
    fn peer(&self) -> Result<Peer, Error> {
        let missing = |name: &str| {
            Error::new(ErrorCode::MissingField, format!("`{name}` is missing"), "give `kx` and `total`, or `proportion` alone")
                .in_field(name)
        };
        match (&self.kx, &self.total, &self.proportion) {
            (None, None, Some(proportion)) => Ok(Peer::Proportion(proportion.0)),
            (Some(_), _, Some(_)) | (_, Some(_), Some(_)) => Err(Error::new(
                ErrorCode::UnknownField,
                "`proportion` stands beside counts",
                "give `kx` and `total`, or `proportion` alone",
            )
            .in_field("proportion")),
            (Some(kx), Some(total), None) if kx.0 <= total.0 => Ok(Peer::Counted(Share { kx: kx.0, total: total.0 })),
            (Some(kx), Some(total), None) => Err(Error::new(
                ErrorCode::UnknownValue,
                format!("`{}` lines with KX are more than `{}` lines in all", kx.0, total.0),
                "`kx` counts some of the lines that `total` counts",
            )
            .in_field("kx")),
            (Some(_), None, None) => Err(missing("total")),
            (None, _, None) => Err(missing("kx")),
        }
    }
}

/// The answer of `compareBilling`.
#[derive(Debug, Serialize)]
pub struct ComparativeAnswer {
    rows: Vec<RowAnswer>,
}

#[derive(Debug, Serialize)]
#[serde(rename_all = "camelCase")]
struct RowAnswer {
    code: HcpcsCode,
    description: &'static str,
    lines: u64,
    kx_lines: u64,
    proportion: Option<f64>,
    peers: Vec<PeerAnswer>,
}

#[derive(Debug, Serialize)]
struct PeerAnswer {
    scope: &'static str,
    label: String,
    proportion: Option<f64>,
    comparison: &'static str,
}

/// The answer has a cell for each code and peer, so that both have a bound far above any report's.
const MOST_PEERS: usize = 100;
const MOST_CODES: usize = 1_000;

fn at_most(found: usize, most: usize, name: &str) -> Result<(), Error> {
    if found <= most {
        return Ok(());
    }
    Err(Error::new(ErrorCode::UnknownValue, format!("{found} are more than the {most} of a report"), format!("give at most {most}"))
        .in_field(name))
}

/// The share of lines with KX beside the peers': `compareBilling` of the public contract.
///
/// # Errors
/// What the request got wrong, with its path.
pub fn compare_billing(request: Value) -> Result<ComparativeAnswer, Error> {
    let request: ComparativeRequest = read(request)?;
    at_most(request.peers.len(), MOST_PEERS, "peers")?;
    at_most(request.codes.as_ref().map_or(0, Vec::len), MOST_CODES, "codes")?;
    let codes = match request.codes {
        Some(codes) => codes,
        None => REPORT_CODES.into_iter().filter_map(|code| HcpcsCode::parse(code).ok()).collect(),
    };
    let has_kx = |line: &BilledLine| line.modifiers.as_ref().is_some_and(|modifiers| modifiers.contains(&Modifier::KX));
    let own_shares = comparative::count(&codes, request.lines.iter().map(|line| (line.code, has_kx(line))));
    let mut peers = Vec::with_capacity(request.peers.len());
    for (index, peer) in request.peers.into_iter().enumerate() {
        let in_peer = |error: Error| error.in_field("codes").in_element(index).in_field("peers");
        at_most(peer.codes.0.len(), MOST_CODES, "codes").map_err(|error| error.in_element(index).in_field("peers"))?;
        let mut figures = Vec::with_capacity(peer.codes.0.len());
        for (code, figure) in &peer.codes.0 {
            figures.push((*code, figure.peer().map_err(|error| in_peer(error.in_field(code.as_str())))?));
        }
        peers.push((peer.scope, peer.label, figures));
    }
    let row = |(code, own): (HcpcsCode, Share)| RowAnswer {
        code,
        description: code_list::description(code).unwrap_or_default(),
        lines: own.total,
        kx_lines: own.kx,
        proportion: own.proportion(),
        peers: peers
            .iter()
            .map(|(scope, label, figures)| {
                let peer = figures.iter().rfind(|(one, _)| *one == code).map(|(_, peer)| *peer);
                PeerAnswer {
                    scope: scope.as_str(),
                    label: label.clone(),
                    proportion: peer.and_then(Peer::proportion),
                    comparison: comparison_name(comparative::compare(own, peer)),
                }
            })
            .collect(),
    };
    Ok(ComparativeAnswer { rows: codes.iter().copied().zip(own_shares).map(row).collect() })
}

impl ScopeRequest {
    const fn as_str(self) -> &'static str {
        match self {
            Self::State => "state",
            Self::Jurisdiction => "jurisdiction",
            Self::Nation => "nation",
        }
    }
}

const fn comparison_name(comparison: Comparison) -> &'static str {
    match comparison {
        Comparison::SignificantlyHigher => "Significantly Higher",
        Comparison::Higher => "Higher",
        Comparison::DoesNotExceed => "Does Not Exceed",
        Comparison::NotApplicable => "N/A",
    }
}
