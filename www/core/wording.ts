// The words and formats in which sentences are said.
import type * as Kx from "./index.js";
import { KxError } from "./error.js";

export interface Formats {
  money(amount: string): string;
  day(text: string): string;
  number(text: string): string;
  capital(letter: string): string;
}

/** How a locale writes what sentences are about. Amounts come as text and stay exact; a day has no zone, and its year is Medicare's. */
function formats(locale: string): Formats {
  const money = new Intl.NumberFormat(locale, { style: "currency", currency: "USD" });
  const day = new Intl.DateTimeFormat(locale, { dateStyle: "medium", timeZone: "UTC", calendar: "gregory" });
  const number = new Intl.NumberFormat(locale);
  return {
    money: (amount: string) => money.format(amount as Intl.StringNumericLiteral),
    day: (text: string) => day.format(new Date(`${text}T00:00:00Z`)),
    number: (text: string) => number.format(text as Intl.StringNumericLiteral),
    // A letter that stands for two, such as ǅ, is a capital already, and no small one.
    capital: (letter: string) => (letter === letter.toLowerCase() ? letter.toUpperCase() : letter),
  };
}

/** The formats of a wording's locale; none where the module is going to refuse it anyway. */
export function formatsOf(wording: Kx.Wording | null): Partial<Formats> {
  const locale: unknown = wording?.locale;
  if (typeof locale !== "string") return {};
  try {
    return formats(locale);
  } catch {
    throw new KxError({ code: "unknown-value", path: "locale", message: "the locale is not a language tag", help: 'give a BCP 47 tag, such as "es-US"' });
  }
}
