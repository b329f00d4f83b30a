// An element as a React component.
import { createComponent, type EventName } from "@lit/react";
import * as React from "react";
import type { KxEventMap, KxEventName } from "./events.js";
import type { Own } from "./own.js";

type Camel<Text extends string> = Text extends `${infer First}-${infer Rest}` ? `${Capitalize<First>}${Camel<Rest>}` : Capitalize<Text>;
type Handlers<Name extends KxEventName> = { [Each in Name as `on${Camel<Each>}`]?: (event: KxEventMap[Each]) => void };
type Properties<Element extends HTMLElement, Name extends KxEventName> = Own<Element> &
  Handlers<Name> &
  Omit<React.HTMLAttributes<Element>, keyof Handlers<Name>> & { part?: string; exportparts?: string };
/** A widget as a component: properties as they are, events as `onKx…`; `ref` gives the element. */
export type Widget<Element extends HTMLElement, Name extends KxEventName = never> = React.ForwardRefExoticComponent<
  React.PropsWithoutRef<Properties<Element, Name>> & React.RefAttributes<Element>
>;

const camel = (name: string): string => name.replace(/(^|-)(\w)/g, (_, __, letter: string) => letter.toUpperCase());

/** Registers the element, too: a component that is left out of a bundle needs no element. */
export function component<Element extends HTMLElement, Name extends KxEventName = never>(
  tagName: string,
  elementClass: (new () => Element) & { define(): void },
  ...names: Name[]
): Widget<Element, Name> {
  elementClass.define();
  const events = Object.fromEntries(names.map((name) => [`on${camel(name)}`, name as EventName]));
  return createComponent({ react: React, tagName, elementClass, displayName: camel(tagName), events }) as unknown as Widget<Element, Name>;
}
