// Amounts as people type them, by the separators of their language, and as a field shows them. Text goes in and exact text comes out: no
// cent passes through a float, and what could be read in two ways is no amount.
import type { Money } from "kx-modifier";
import { kept } from "./format.js";

interface Written {
  amount: RegExp;
  decimal: string;
}

const escaped = (text: string): string => text.replace(/[\\^$.*+?()[\]{}|/-]/g, "\\$&");
const LOOK_ALIKES = [/[\s\u00a0\u202f]/, /['\u2019]/, /[-\u2212]/];
/** A sign, and those that keyboards have for it. */
const anyOf = (sign: string): string => LOOK_ALIKES.find((alike) => alike.test(sign))?.source ?? escaped(sign);
/** Digits that a keyboard has everywhere: the core reads no others. */
const DIGITS = { numberingSystem: "latn" } as const;

const writtenIn = kept((locale): Written => {
  const parts = new Intl.NumberFormat(locale, { ...DIGITS, minimumFractionDigits: 2 }).formatToParts(1234567890);
  const sign = (wanted: string, otherwise: string): string => parts.find(({ type }) => type === wanted)?.value ?? otherwise;
  const decimal = sign("decimal", ".");
  const sizes = parts.filter(({ type }) => type === "integer").map(({ value }) => value.length);
  const last = sizes.at(-1) ?? 3;
  const before = sizes.at(-2) ?? last;
  const group = anyOf(sign("group", ","));
  const grouped = `[1-9]\\d{0,${before - 1}}(?:${group}\\d{${before}})*${group}\\d{${last}}`;
  return { amount: new RegExp(`^(${grouped}|\\d+)(?:${escaped(decimal)}(\\d+))?$`), decimal };
});
const inField = kept((locale) => new Intl.NumberFormat(locale, { ...DIGITS, minimumFractionDigits: 2, maximumFractionDigits: 2 }));
const dollars = kept((locale) => new Intl.NumberFormat(locale, { style: "currency", currency: "USD", maximumFractionDigits: 0 }));

const CURRENCY = /^(?:US)?\$|^USD|(?:US)?\$$|USD$/;
const NEGATIVE = /^[-\u2212(]|[-\u2212)]$/;
/** Marks of the direction of writing come along when something is copied. */
const DIRECTION = /[\u200e\u200f\u061c]/g;

/** The amount that a text says, as exact text; empty where nothing was typed. Else what is wrong with it. */
export function readAmount(
  locale: string,
  text: string,
): { value: Money } | { code: "money-invalid" | "money-negative" | "money-too-large" | "money-too-fine" } {
  const typed = text.replace(DIRECTION, "").trim();
  if (typed === "") return { value: "" };
  const bare = typed.replace(CURRENCY, "").trim();
  const isNegative = NEGATIVE.test(bare);
  const [, whole, cents] =
    writtenIn(locale).amount.exec(
      isNegative
        ? bare
            .replace(/^[-\u2212(]|[-\u2212)]$/g, "")
            .replace(CURRENCY, "")
            .trim()
        : bare,
    ) ?? [];
  if (whole === undefined) return { code: "money-invalid" };
  if (isNegative) return { code: "money-negative" };
  if (cents !== undefined && cents.length > 2) return { code: "money-too-fine" };
  const digits = whole.replace(/\D/g, "").replace(/^0+(?=\d)/, "");
  if (digits.length > 9) return { code: "money-too-large" };
  return { value: cents === undefined ? digits : `${digits}.${cents}` };
}

const EXACT = /^(-?)(\d+)(?:\.(\d{1,2}))?$/;

/** An exact amount as a field shows it; other text as it is. */
export const amountIn = (locale: string, amount: string): string => (EXACT.test(amount) ? inField(locale).format(amount as Intl.StringNumericLiteral) : amount);

/** Whole dollars without cents. */
export const dollarsIn = (locale: string, amount: Money, otherwise: (amount: Money) => string): string =>
  /\.0{1,2}$|^\d+$/.test(amount) ? dollars(locale).format(amount as Intl.StringNumericLiteral) : otherwise(amount);

const cents = (amount: Money): bigint => {
  const [, sign = "", whole = "0", rest = ""] = EXACT.exec(amount) ?? [];
  return BigInt(`${sign}${whole}${rest.padEnd(2, "0")}`);
};
export const isSame = (one: Money, other: Money): boolean => (one === "" || other === "" ? one === other : cents(one) === cents(other));
export const isMoreThanTwice = (amount: Money, threshold: Money): boolean => cents(amount) > 2n * cents(threshold);
