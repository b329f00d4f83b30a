// How amounts and dates are written. The text of an amount goes to the formatter as it is, so that no cent passes through a float.
import type { CivilDate, Money } from "kx-modifier";

const usd = new Intl.NumberFormat("en-US", { style: "currency", currency: "USD" });
const civil = new Intl.DateTimeFormat("en-US", { dateStyle: "medium", timeZone: "UTC" });

export const dollars = (amount: Money): string => usd.format(amount as Intl.StringNumericLiteral);
export const day = (date: CivilDate): string => civil.format(new Date(`${date}T00:00:00Z`));
