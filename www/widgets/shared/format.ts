// How amounts and dates are written. The text of an amount goes to the formatter as it is, so that no cent passes through a float.
import type { CivilDate, Money } from "kx-modifier";

/** One for each language, made when it is first asked for. */
export const kept = <Formatter>(make: (locale: string) => Formatter) => {
  const made = new Map<string, Formatter>();
  return (locale = "en-US"): Formatter => {
    const formatter = made.get(locale) ?? make(locale);
    made.set(locale, formatter);
    return formatter;
  };
};
const usd = kept((locale) => new Intl.NumberFormat(locale, { style: "currency", currency: "USD" }));
const civil = kept((locale) => new Intl.DateTimeFormat(locale, { dateStyle: "medium", timeZone: "UTC" }));
const clock = kept((locale) => new Intl.DateTimeFormat(locale, { timeStyle: "short", timeZone: "UTC" }));

export const moneyIn = (locale: string | undefined, amount: Money): string => usd(locale).format(amount as Intl.StringNumericLiteral);
export const dateIn = (locale: string | undefined, date: CivilDate): string => civil(locale).format(new Date(`${date}T00:00:00Z`));
/** What both days have in common is written once. */
export const rangeIn = (locale: string | undefined, from: CivilDate, to: CivilDate): string =>
  civil(locale).formatRange(new Date(`${from}T00:00:00Z`), new Date(`${to}T00:00:00Z`));
/** "09:30" as the language writes it. */
/** What is no time of day is shown as it is. */
export const timeIn = (locale: string | undefined, time: string): string => {
  const moment = new Date(`1970-01-01T${time}:00Z`);
  return Number.isNaN(moment.getTime()) ? time : clock(locale).format(moment);
};
