// Four forms of each search, as Testing Library has them: all, one or null, one or an error that says what is there, and one in a while.
import { settled, turn, now } from "./settled.js";
import { elementsIn, isDrawn, isHidden, type Container } from "./tree.js";

/** `hidden`: what a person does not meet is found, too. */
export interface Options {
  hidden?: boolean;
}
/** Text is compared as a whole, a pattern is looked for. */
export type TextMatch = string | RegExp;

/** What is looked for. */
export interface Kind<Filter extends object, Found extends Element> {
  /** For messages: "chip". */
  one: string;
  many: string;
  all(elements: readonly Element[]): Found[];
  /** How each part of a filter is held against what was found. */
  by: { readonly [Name in keyof Filter]-?: (found: Found, wanted: NonNullable<Filter[Name]>) => boolean };
  /** What a message calls it. */
  describe(found: Found): string;
  /** Which of what is there a message lists; all of it where nothing is said. */
  near?(found: Found, filter: Filter): boolean;
}

export interface Queries<Filter extends object, Found extends Element> {
  queryAll(container: Container, filter?: Filter & Options): Found[];
  query(container: Container, filter?: Filter & Options): Found | null;
  get(container: Container, filter?: Filter & Options): Found;
  find(container: Container, filter?: Filter & Options, waiting?: Waiting): Promise<Found>;
}

/** How long to wait at most; a second where it is not said. */
export interface Waiting {
  timeout?: number;
}

export const matches = (text: string, wanted: TextMatch): boolean =>
  typeof wanted === "string" ? text === wanted.replace(/\s+/g, " ").trim() : text.search(wanted) >= 0;

export function queriesOf<Filter extends object, Found extends Element>(kind: Kind<Filter, Found>): Queries<Filter, Found> {
  const { one, many } = kind;
  const tests = (filter: Filter & Options) => {
    const names = Object.keys(kind.by) as (keyof Filter & string)[];
    const unknown = Object.keys(filter).find((name) => name !== "hidden" && !(name in kind.by));
    if (unknown !== undefined) throw new TypeError(`a ${one} is not looked for by \`${unknown}\`: use ${[...names, "hidden"].join(", ")}`);
    return names.flatMap((name) => {
      const wanted = filter[name];
      return wanted === undefined || wanted === null ? [] : [(found: Found) => kind.by[name](found, wanted as NonNullable<Filter[keyof Filter & string]>)];
    });
  };
  /** What takes longest is asked last. */
  const seen = (container: Container, { hidden = false }: Options, fits: (found: Found) => boolean): Found[] => {
    const found = kind.all(elementsIn(checked(container))).filter(fits);
    return hidden ? found : found.filter((element) => !isHidden(element));
  };
  const queryAll = (container: Container, filter: Filter & Options = {} as Filter): Found[] => {
    const all = tests(filter);
    return seen(container, filter, (found) => all.every((test) => test(found)));
  };
  const query = (container: Container, filter: Filter & Options = {} as Filter): Found | null => {
    const [first = null, ...others] = queryAll(container, filter);
    if (others.length === 0) return first;
    const found = [first as Found, ...others];
    throw new Error(
      `${found.length} ${many}${wordsOf(filter)} in ${placeOf(container)}, and one was asked for. Narrow the container or the filter:${listed(found.map(kind.describe))}`,
    );
  };
  const get = (container: Container, filter: Filter & Options = {} as Filter): Found => {
    const found = query(container, filter);
    if (found) return found;
    const there = seen(container, filter, (one) => kind.near?.(one, filter) ?? true);
    const instead =
      there.length === 0
        ? whyNothing(container, kind, filter)
        : ` There ${there.length === 1 ? "is 1" : `are ${there.length}`}:${listed(there.map(kind.describe))}`;
    throw new Error(`No ${one}${wordsOf(filter)} in ${placeOf(container)}.${instead}`);
  };
  const find = async (container: Container, filter: Filter & Options = {} as Filter, { timeout = 1000 }: Waiting = {}): Promise<Found> => {
    const end = now() + timeout;
    for (;;) {
      await settled(checked(container));
      try {
        return get(container, filter);
      } catch (error) {
        if (error instanceof TypeError || now() >= end) throw error;
      }
      await turn(20);
    }
  };
  return { queryAll, query, get, find };
}

function checked(container: Container): Container {
  if (typeof (container as Partial<Container> | null | undefined)?.querySelectorAll === "function") return container;
  throw new TypeError("the first argument says where to look: a document, an element or a shadow root");
}

function placeOf(container: Container): string {
  const { localName, host } = container as Partial<Element & ShadowRoot>;
  if (localName) return `<${localName}>`;
  return host ? `the shadow root of <${host.localName}>` : "the document";
}

const listed = (lines: readonly string[]): string => ["", ...lines].join("\n  ");

function wordsOf(filter: object): string {
  const words = Object.entries(filter).filter(([name, wanted]) => name !== "hidden" && wanted !== undefined && wanted !== null);
  return words.length === 0
    ? ""
    : ` with ${words.map(([name, wanted]) => `${name} ${wanted instanceof RegExp ? wanted : JSON.stringify(wanted)}`).join(" and ")}`;
}

/** The usual reasons, the likeliest first. */
function whyNothing<Filter extends object, Found extends Element>(container: Container, kind: Kind<Filter, Found>, filter: Filter & Options): string {
  const elements = elementsIn(container);
  const unknown = elements.find(({ localName, shadowRoot }) => localName.startsWith("kx-") && !shadowRoot && !isDefined(localName, container));
  if (unknown) return ` <${unknown.localName}> is not registered: import "kx-modifier/widgets/define" first.`;
  const waiting = elements.find((element) => isDrawn(element) && element.isUpdatePending);
  if (waiting) return ` <${waiting.localName}> has not drawn yet: \`await settled()\` first, or use the \`find\` form.`;
  const count = filter.hidden ? 0 : kind.all(elements).filter((found) => !kind.near || kind.near(found, filter)).length;
  return count === 0 ? " There is none." : ` There ${count === 1 ? "is 1" : `are ${count}`}, hidden: pass \`hidden: true\` if that is meant.`;
}

const isDefined = (tag: string, container: Container): boolean =>
  ((container as Partial<Document>).defaultView ?? container.ownerDocument?.defaultView)?.customElements.get(tag) !== undefined;
