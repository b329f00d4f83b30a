//! How a claim is submitted.

use super::named::named;

named! {
    /// How a claim is submitted.
    #[derive(Default)]
    pub(crate) enum ClaimType {
        /// 837P, CMS-1500.
        #[default]
        Professional = "professional",
        /// 837I, UB-04.
        Institutional = "institutional",
    }
}
