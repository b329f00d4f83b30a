// On which sheet each section begins. No style says that of another page, so the paper is measured before it is printed.

/** Pixels between the margins of a sheet, at least and at most: a browser says neither its size nor its margins. */
const HEIGHTS = [920, 1020];

function begins(paper: HTMLElement, height: number): Map<string, number> {
  const found = new Map<string, number>();
  let sheet = 0;
  for (const table of paper.querySelectorAll("table")) {
    const head = table.tHead?.offsetHeight ?? 0;
    let at = head;
    sheet += 1;
    for (const row of table.querySelectorAll<HTMLElement>("tbody tr")) {
      if (at + row.offsetHeight > height) {
        sheet += 1;
        at = head;
      }
      at += row.offsetHeight;
      const { page = "" } = row.closest<HTMLElement>("[data-page]")?.dataset ?? {};
      if (!found.has(page)) found.set(page, sheet);
    }
  }
  return found;
}

/** By section, counted from the packet's first sheet; without those for which it hangs on how high a sheet is. */
export function sheetsOf(paper: HTMLElement): Map<string, number> {
  paper.classList.add("measured");
  const [low, high] = HEIGHTS.map((height) => begins(paper, height));
  paper.classList.remove("measured");
  return new Map([...(low ?? [])].filter(([section, sheet]) => high?.get(section) === sheet));
}
