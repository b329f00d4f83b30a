// What Lit and the widgets ask of a page as they are imported, where there is none: a server may import the file for plain pages.
const page = globalThis as { HTMLElement?: typeof HTMLElement; customElements?: CustomElementRegistry; document?: Document };

const noElement = class {} as unknown as typeof HTMLElement;
const noRegistry = { get: () => undefined, define: () => undefined } as unknown as CustomElementRegistry;
const noDocument = { createTreeWalker: () => ({}), createComment: () => ({}), createElement: () => ({}) } as unknown as Document;

const [ownElement, ownRegistry, ownDocument] = [page.HTMLElement ?? noElement, page.customElements ?? noRegistry, page.document ?? noDocument];
export { ownElement as HTMLElement, ownRegistry as customElements, ownDocument as document };
