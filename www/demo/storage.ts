// What was typed, kept in this browser and nowhere else.
import { openDB, type DBSchema, type IDBPDatabase } from "idb";
import type { Kept } from "kx-modifier/desk";

interface Schema extends DBSchema {
  screen: { key: string; value: Kept };
}

const KEY = "kept";
let database: Promise<IDBPDatabase<Schema>> | null = null;

const open = () =>
  (database ??= openDB<Schema>("kx-modifier-appointment", 1, {
    upgrade: (db) => {
      db.createObjectStore("screen");
    },
  }));

/** Null where nothing is kept, or where the browser keeps nothing (private windows may refuse). */
export async function load(): Promise<Kept | null> {
  try {
    return (await (await open()).get("screen", KEY)) ?? null;
  } catch {
    return null;
  }
}

/** Says whether it was kept. */
export async function keep(kept: Kept): Promise<boolean> {
  try {
    await (await open()).put("screen", kept, KEY);
    return true;
  } catch {
    return false;
  }
}

/** What the page was told of its looks before; null where nothing was, or nothing is kept. */
export function chosen(what: "language" | "theme" | "situations"): string | null {
  try {
    return localStorage.getItem(`kx-modifier-${what}`);
  } catch {
    return null;
  }
}

/** Kept for the next time, where the browser keeps anything. */
export function choose(what: "language" | "theme" | "situations", name: string): void {
  try {
    localStorage.setItem(`kx-modifier-${what}`, name);
  } catch {
    // The choice holds until the page is left.
  }
}
