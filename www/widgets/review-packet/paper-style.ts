// A section a page, styled on the screen too, where it is measured out of sight. The browser repeats a table's head on each page that the table takes.
import { css } from "lit";

export const paperStyle = css`
  .paper {
    display: none;
    font-size: 10pt;
    line-height: 1.4;
  }
  /* As wide as a sheet between its margins. */
  .paper.measured {
    display: block;
    position: absolute;
    width: 192mm;
    visibility: hidden;
  }
  .page {
    break-before: page;
    table-layout: fixed;
  }
  .page:first-child {
    break-before: auto;
  }
  .page thead {
    display: table-header-group;
  }
  .page thead th {
    padding-block: 0 6pt;
    border-block-end: 1px solid var(--ink);
    color: var(--ink);
    font-size: 9pt;
    font-weight: 600;
  }
  .page tr {
    border: 0;
    break-inside: avoid;
  }
  .page td {
    padding-block: 2.5pt;
    border-block-end: 1px solid var(--line);
    overflow-wrap: anywhere;
  }
  .page .first {
    width: 20%;
  }
  .page .second {
    width: 16%;
  }
  .page[data-page="lines"] col:nth-child(3) {
    width: 20%;
  }
  .page .name,
  .page .columns {
    break-after: avoid;
  }
  .page .name th {
    text-align: start;
    padding-block: 10pt 4pt;
    border: 0;
    font-weight: 400;
  }
  .page .columns th {
    text-align: start;
    color: var(--ink);
    padding-block: 2pt;
    border-block-end: 1px solid var(--line);
    font-size: 9pt;
    font-weight: 400;
    vertical-align: bottom;
  }
  .page.of-documents :is(.first, .second) {
    width: 29%;
  }
  .page .whose {
    font-weight: 400;
  }
  .page .sheet {
    display: inline-block;
    min-width: 6em;
  }
  .page .draft {
    font-size: 11pt;
    font-weight: 700;
  }
  .page .days {
    font-weight: 600;
  }
  .page .days span {
    white-space: nowrap;
  }
  .page .report {
    padding-inline-start: 12pt;
  }
  .page .signing td {
    height: 30pt;
  }
  .by-hand {
    display: grid;
    grid-template-columns: 2fr 1fr;
    gap: 10pt;
    padding-block-start: 18pt;
    font-size: 8pt;
  }
  .by-hand span {
    border-block-start: 1px solid;
  }
  .lacking {
    font-weight: 600;
  }
  .page .follows {
    margin-block-start: 10pt;
    font-size: 13pt;
    font-weight: 600;
  }
  .page .title {
    font-size: 13pt;
    margin-inline-end: 8pt;
  }
  /* A sheet of one section is found by its title. */
  .page:not([data-page="letter"], [data-page="lists"]) .title {
    font-size: 16pt;
  }
  .page[data-page="lists"] .second {
    width: 22%;
  }
  .paper .late {
    color: inherit;
  }
  @media print {
    .screen {
      display: none !important;
    }
    .paper {
      display: block;
    }
  }
`;
