// To a line of the visit, whichever table it stands in, and to what it waits for.
import type { Desk } from "kx-modifier/desk";
import { bucketsInOrder } from "./buckets.js";

/** Both tables of lines, by what the page needs of them. */
interface Lines extends HTMLElement {
  reveal: (id: string) => Promise<boolean>;
}

/** The field in which most of the work of a visit begins. */
export const toSearch = (): void => document.querySelector("kx-treatment")?.shadowRoot?.querySelector<HTMLElement>("[part=search]")?.focus();

/** To where Medicare's figure of the visit's year is entered. */
export async function goToUsage(desk: Desk): Promise<void> {
  const [bucket] = bucketsInOrder(desk);
  await document.querySelector<HTMLElement & { reveal: () => Promise<void> }>(`kx-threshold[data-bucket="${bucket}"] kx-eligibility`)?.reveal();
}

export const goToLine = async (id: string): Promise<void> => {
  for (const table of document.querySelectorAll<Lines>("kx-treatment, kx-flowsheet")) if (await table.reveal(id)) return;
};

/** What is left is the attestation. An incomplete record is said by the core's warnings. */
export const isUnattested = ({ unattested, answer }: Desk): boolean => unattested > 0 && answer.checklist.ready;
export const toDocumentation = (): void => void document.querySelector("kx-documentation")?.reveal();
