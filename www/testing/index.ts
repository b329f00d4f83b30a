// For a host's own tests: what is inside the widgets, found and read as a person meets it, and situations to show. It needs no widget, no
// module and no test library, and can be imported on a server.
import { balances, chips, lines, notices, patients, readBalance, readNotice, roles } from "./kinds.js";
import type { BalanceFilter, RoleFilter, ShownBalance, ShownNotice } from "./kinds.js";
import { queriesOf, type Options, type Waiting } from "./queries.js";
import type { Container } from "./tree.js";

export { fill, press } from "./act.js";
export { fixtures, type Fixture, type FixtureName } from "./fixtures.js";
export type { BalanceFilter, Chip, LineFilter, NoticeFilter, PatientFilter, RoleFilter, ShownBalance, ShownNotice } from "./kinds.js";
export type { Options, TextMatch, Waiting } from "./queries.js";
export { settled } from "./settled.js";
export { nameOf, roleOf, textOf } from "./text.js";
export { shadowRoots, type Container } from "./tree.js";

const chip = queriesOf(chips);
const line = queriesOf(lines);
const balance = queriesOf(balances);
const notice = queriesOf(notices);
const patient = queriesOf(patients);
const role = queriesOf(roles);

/** Every chip, in the order of the page.
 *  @example
 *  queryAllChips(document).map(({ code }) => code); // ["97110", "97140"] */
export const queryAllChips = chip.queryAll;
/** The chip of a line, by `code` or `id`; null where there is none.
 *  @example
 *  queryChip(document, { code: "97112" }); // null */
export const queryChip = chip.query;
/** The chip of a line, by `code` or `id`.
 *  @example
 *  getChip(document, { code: "97110" }).decision?.action; // "suggest" */
export const getChip = chip.get;
/** The same, once it is there.
 *  @example
 *  const chip = await findChip(document, { id: "b" });
 *  chip.decision?.state; // "blocked" */
export const findChip = chip.find;

/** Every line of `kx-treatment`, `kx-flowsheet` and `kx-account`.
 *  @example
 *  queryAllLines(document).map(({ dataset }) => dataset["code"]); // ["97110", "97140"] */
export const queryAllLines = line.queryAll;
/** A line by `code` or `id`, with its notices; null where there is none.
 *  @example
 *  queryLine(document, { id: "c" }); // null */
export const queryLine = line.query;
/** A line by `code` or `id`, with its notices.
 *  @example
 *  noticesOf(getLine(document, { code: "97140" })).map(({ code }) => code); // ["opposing-modifier"] */
export const getLine = line.get;
/** The same, once it is there.
 *  @example
 *  const line = await findLine(document, { code: "97140" });
 *  getChip(line).code; // "97140" */
export const findLine = line.find;

/** Every balance of `kx-threshold` and `kx-worklist`.
 *  @example
 *  queryAllBalances(document).length; // 2 */
export const queryAllBalances = balance.queryAll;
/** The card or the slim row of a threshold, by `serviceType` and `slim`; null where there is none.
 *  @example
 *  queryBalance(document.querySelector("kx-threshold")!, { serviceType: "OT" }); // null */
export const queryBalance = balance.query;
/** The card or the slim row of a threshold, by `serviceType` and `slim`.
 *  @example
 *  textOf(getBalance(document.querySelector("kx-threshold")!, { serviceType: "PT/SLP" })).includes("$2,480.00"); // true */
export const getBalance = balance.get;
/** The same, once it is there.
 *  @example
 *  const balance = await findBalance(document.querySelector("kx-threshold")!, { serviceType: "PT/SLP" });
 *  textOf(balance).includes("Threshold reached"); // true */
export const findBalance = balance.find;

/** Every notice.
 *  @example
 *  queryAllNotices(document).length > 0; // true */
export const queryAllNotices = notice.queryAll;
/** A notice by `code`, `severity` or `message`; null where there is none.
 *  @example
 *  queryNotice(document, { code: "hospice" }); // null */
export const queryNotice = notice.query;
/** A notice by `code`, `severity` or `message`.
 *  @example
 *  textOf(getNotice(document, { code: "opposing-modifier" })).includes("GA"); // true */
export const getNotice = notice.get;
/** The same, once it is there.
 *  @example
 *  const notice = await findNotice(document, { severity: "error" });
 *  textOf(notice).includes("GA"); // true */
export const findNotice = notice.find;

/** Every patient of `kx-worklist`.
 *  @example
 *  queryAllPatients(document).map(({ dataset }) => dataset["patient"]); // ["p1"] */
export const queryAllPatients = patient.queryAll;
/** The rows of a patient, by `id` or `name`; null where there are none.
 *  @example
 *  queryPatient(document, { name: "Bo Chen" }); // null */
export const queryPatient = patient.query;
/** The rows of a patient, by `id` or `name`.
 *  @example
 *  textOf(getPatient(document, { name: "Ana Ruiz" })).includes("Ana Ruiz"); // true */
export const getPatient = patient.get;
/** The same, once they are there.
 *  @example
 *  const patient = await findPatient(document, { id: "p1" });
 *  balanceOf(patient, { serviceType: "PT/SLP" }).label; // "PT/SLP over by $10.00" */
export const findPatient = patient.find;

/** `name`: the accessible name. */
type ByRole = Omit<RoleFilter, "role"> & Options;

/** Everything of a role, through shadow roots.
 *  @example
 *  queryAllByShadowRole(getChip(document, { id: "a" }), "button").length > 0; // true */
export const queryAllByShadowRole = (container: Container, wanted: string, options: ByRole = {}): HTMLElement[] =>
  role.queryAll(container, { ...options, role: wanted });
/** By role and accessible name, through shadow roots; null where there is none.
 *  @example
 *  queryByShadowRole(document, "dialog"); // null */
export const queryByShadowRole = (container: Container, wanted: string, options: ByRole = {}): HTMLElement | null =>
  role.query(container, { ...options, role: wanted });
/** By role and accessible name, through shadow roots.
 *  @example
 *  nameOf(getByShadowRole(getChip(document, { id: "a" }), "button", { name: /^Add KX/ })); // "Add KX to 97110" */
export const getByShadowRole = (container: Container, wanted: string, options: ByRole = {}): HTMLElement => role.get(container, { ...options, role: wanted });
/** The same, once it is there.
 *  @example
 *  const button = await findByShadowRole(getChip(document, { id: "a" }), "button", { name: /^Leave KX off/ });
 *  roleOf(button); // "button" */
export const findByShadowRole = (container: Container, wanted: string, options: ByRole = {}, waiting: Waiting = {}): Promise<HTMLElement> =>
  role.find(container, { ...options, role: wanted }, waiting);

/** What a balance says.
 *  @example
 *  balanceOf(document.querySelector("kx-threshold")!).label; // "-$10.00 Medicare Threshold Remaining (PT/SLP)" */
export const balanceOf = (container: Container, filter: BalanceFilter & Options = {}): ShownBalance => readBalance(getBalance(container, filter));
/** What the notices say, in their order.
 *  @example
 *  noticesOf(getLine(document, { code: "97140" })).map(({ severity }) => severity); // ["error"] */
export const noticesOf = (container: Container, options: Options = {}): ShownNotice[] => queryAllNotices(container, options).map(readNotice);

/** All searches, for `within` and `render` of Testing Library: `within(container, kxQueries).getChip({ code: "97110" })`.
 *  @example
 *  kxQueries.getChip(document, { code: "97110" }).code; // "97110" */
export const kxQueries = {
  queryAllChips,
  queryChip,
  getChip,
  findChip,
  queryAllLines,
  queryLine,
  getLine,
  findLine,
  queryAllBalances,
  queryBalance,
  getBalance,
  findBalance,
  queryAllNotices,
  queryNotice,
  getNotice,
  findNotice,
  queryAllPatients,
  queryPatient,
  getPatient,
  findPatient,
  queryAllByShadowRole,
  queryByShadowRole,
  getByShadowRole,
  findByShadowRole,
};
