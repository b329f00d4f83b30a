// Sample fees: CMS Physician Fee Schedule 2020, carrier 15202, locality 00 (Ohio). Full: the column "Non-Facility Fee"; reduced: "50% Therapy
// Reduction Amount (non-institutional)". A practice puts its own locality's amounts of the year here.
import type { Money } from "kx-modifier";

export const FEES_SOURCE = "sample fees, CMS 2020, Ohio";

export const fees: { [code: string]: { full: Money; reduced: Money } } = {
  "92507": { full: "78.53", reduced: "63.67" },
  "92508": { full: "23.52", reduced: "17.90" },
  "92521": { full: "111.76", reduced: "88.97" },
  "92522": { full: "91.51", reduced: "74.33" },
  "92523": { full: "191.36", reduced: "151.89" },
  "92524": { full: "89.52", reduced: "73.34" },
  "92526": { full: "86.25", reduced: "68.25" },
  "97012": { full: "15.01", reduced: "12.21" },
  "97016": { full: "12.16", reduced: "9.52" },
  "97032": { full: "14.68", reduced: "12.04" },
  "97035": { full: "14.23", reduced: "11.09" },
  "97110": { full: "30.21", reduced: "23.60" },
  "97112": { full: "34.65", reduced: "26.73" },
  "97113": { full: "37.89", reduced: "27.99" },
  "97116": { full: "29.88", reduced: "23.44" },
  "97124": { full: "28.53", reduced: "20.77" },
  "97140": { full: "27.83", reduced: "22.05" },
  "97150": { full: "18.11", reduced: "14.48" },
  "97161": { full: "84.17", reduced: "64.68" },
  "97162": { full: "84.17", reduced: "64.68" },
  "97163": { full: "84.17", reduced: "64.68" },
  "97164": { full: "57.59", reduced: "42.90" },
  "97165": { full: "89.12", reduced: "67.16" },
  "97166": { full: "88.79", reduced: "66.99" },
  "97167": { full: "88.79", reduced: "66.99" },
  "97168": { full: "61.22", reduced: "44.71" },
  "97530": { full: "38.43", reduced: "27.53" },
  "97535": { full: "33.51", reduced: "25.25" },
  "97537": { full: "32.28", reduced: "25.18" },
  "97542": { full: "32.61", reduced: "25.35" },
  "97750": { full: "34.17", reduced: "25.58" },
  "97760": { full: "47.86", reduced: "33.33" },
  "97761": { full: "40.93", reduced: "29.86" },
  "97763": { full: "51.10", reduced: "34.59" },
};
