//! What happens to a line. A decision gives it, and the record of attestations says which was shown.

use crate::ground::named::named;

named! {
    /// What happens to the line.
    pub(crate) enum Action {
        /// KX has been appended.
        Apply = "apply",
        /// The line has KX already.
        Keep = "keep",
        /// A person decides.
        Suggest = "suggest",
        /// Nothing.
        None = "none",
    }
}
