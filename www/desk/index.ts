// What a host needs beside the widgets: a desk that keeps an appointment, asks the core, and gives each widget what it shows.
export type { Chart, Fees, Practice } from "./chart.js";
export { Desk, type Host } from "./desk.js";
export type { Abilities, Functions } from "./functions.js";
export { momentOf } from "./history.js";
export { claimIdOf } from "./holds.js";
export type { Kept } from "./kept.js";
export { listen } from "./listen.js";
export type { Answer, Settings } from "./questions.js";
export type { Scheduled } from "./schedule.js";
export { show } from "./show.js";
export type { Import, Line, Visit } from "./visit.js";
export { causesOf, noteRead, type Cause } from "../widgets/claims/model.js";
export { graveOf } from "../widgets/line-table/reason.js";
