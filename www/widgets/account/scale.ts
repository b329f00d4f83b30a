// Where a day and an amount are on the picture. Amounts become floats here and nowhere else: a pixel has no cents.
import type { CivilDate } from "kx-modifier";

export const HEIGHT = 336;
export const TOP = 64;
export const BOTTOM = 52;
const LEFT = 58;
const RIGHT = 10;
const STEPS = [100, 200, 250, 500, 1000, 2000, 2500, 5000, 10_000, 25_000, 50_000, 100_000];

const round = (pixels: number): number => Math.round(pixels * 10) / 10;

export interface Scale {
  begin: number;
  finish: number;
  x: (day: CivilDate) => number;
  y: (amount: number) => number;
  /** Round amounts for the axis. */
  ticks: number[];
}

/** From the first to the last day of a year, and from nothing to the next step above the highest amount. */
export function scaleOf(year: number, highest: number, width: number): Scale {
  const [first, behind] = [Date.UTC(year, 0, 1), Date.UTC(year + 1, 0, 1)];
  const step = STEPS.find((step) => highest / step <= 7) ?? highest / 5;
  const top = (Math.floor(highest / step) + 1) * step;
  return {
    begin: LEFT,
    finish: width - RIGHT,
    x: (day) => round(LEFT + Math.max(0, Math.min(1, (Date.parse(day) - first) / (behind - first))) * (width - LEFT - RIGHT)),
    y: (amount) => round(TOP + (1 - amount / top) * (HEIGHT - TOP - BOTTOM)),
    ticks: Array.from({ length: Math.round(top / step) + 1 }, (_, place) => place * step),
  };
}
