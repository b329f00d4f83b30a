// The usual reasons why KX is left off a line, in the order in which they are offered.
import type { DeclineReason } from "./events.js";

export const REASONS: readonly DeclineReason[] = ["not-necessary", "documentation", "not-primary", "balance"];

/** What the question does on Escape, and with a reason in a person's own words. `missing`: what to do where there is none. */
export const handlersOf = (other: (reason: string) => void, close: () => void, missing: string) => ({
  leave(event: KeyboardEvent): void {
    if (event.key !== "Escape") return;
    event.stopPropagation();
    close();
  },
  other(event: SubmitEvent): void {
    event.preventDefault();
    const field = (event.currentTarget as HTMLFormElement).querySelector("input");
    const reason = field?.value.trim() ?? "";
    field?.setCustomValidity(reason ? "" : missing);
    if (reason) other(reason);
    else field?.reportValidity();
  },
});
