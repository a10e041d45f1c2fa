type Child = Node | string;

/** Properties of a new element: `class`, attributes by name, listeners as `onclick` and the like. */
type Settings = Record<string, string | boolean | null | ((event: never) => void)>;

/** Makes an element. Texts become text nodes, so that nothing in a mail can become markup. */
export function make<Tag extends keyof HTMLElementTagNameMap>(
  tag: Tag,
  settings: Settings = {},
  children: readonly Child[] = [],
): HTMLElementTagNameMap[Tag] {
  const element = document.createElement(tag);
  for (const [name, value] of Object.entries(settings)) {
    if (typeof value === 'function') element.addEventListener(name.slice(2), value as EventListener);
    else if (value === true) element.setAttribute(name, '');
    else if (typeof value === 'string') element.setAttribute(name, value);
  }
  element.append(...children);
  return element;
}

/** The element of the page with this id; the page is ours, so that it is there. */
export function byId<Kind extends HTMLElement>(id: string): Kind {
  const found = document.getElementById(id);
  if (!found) throw new Error(`index.html has no element #${id}.`);
  return found as Kind;
}
