// Formats that are the same wherever the comparison is recorded: what `Intl` writes changes with every release of its tables.
const { NumberFormat, DateTimeFormat } = Intl;

class PlainNumbers {
  #name;
  constructor(locale, { currency = "" } = {}) {
    this.#name = `${Intl.getCanonicalLocales(locale)} ${currency}`;
  }
  format(number) {
    return `‹${this.#name} ${typeof number} ${number}›`;
  }
}

class PlainDays {
  #name;
  constructor(locale, { dateStyle = "", timeZone = "", calendar = "" } = {}) {
    this.#name = `${Intl.getCanonicalLocales(locale)} ${dateStyle} ${timeZone} ${calendar}`;
  }
  format(day) {
    return `‹${this.#name} ${new Date(day).toISOString()}›`;
  }
}

/** Until the returned function is called. */
export function plainIntl() {
  Object.assign(Intl, { NumberFormat: PlainNumbers, DateTimeFormat: PlainDays });
  return () => Object.assign(Intl, { NumberFormat, DateTimeFormat });
}
