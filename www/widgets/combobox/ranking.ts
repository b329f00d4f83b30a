// What was typed, found again in a list.

export interface Option {
  value: string;
  detail: string;
  /** Found by these words too, which are not shown. */
  terms?: string;
}

/** Whether every word that was typed begins one there. */
const beginsWords = (text: string, words: readonly string[]): boolean => {
  const there = text.split(/[^\p{L}\p{N}]+/u);
  return words.every((word) => there.some((one) => one.startsWith(word)));
};

/** The options that have all words that were typed: the same value first, then values that begin so, then words that do, then the rest. Each
 *  of these in the host's order, which knows more of its reader. */
export function ranked(options: readonly Option[], text: string): Option[] {
  const typed = text.trim().toLowerCase();
  const words = typed.split(/\s+/).filter(Boolean);
  if (words.length === 0) return [...options];
  const ranks: Option[][] = [[], [], [], []];
  for (const option of options) {
    const value = option.value.toLowerCase();
    const all = `${value} ${option.detail} ${option.terms ?? ""}`.toLowerCase();
    if (!words.every((word) => all.includes(word))) continue;
    const rank = value === typed ? 0 : value.startsWith(typed) ? 1 : beginsWords(all, words) ? 2 : 3;
    ranks[rank]?.push(option);
  }
  return ranks.flat();
}

/** Which of them is meant by what was typed and nothing else: the same value, or the only one; -1 where a person has to choose. */
export const meant = ([first, ...others]: readonly Option[], text: string): number =>
  first && text.trim() && (others.length === 0 || first.value.toLowerCase() === text.trim().toLowerCase()) ? 0 : -1;
