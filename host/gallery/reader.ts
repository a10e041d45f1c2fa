/** What a reader does in the pane, by the pane's own parts. */

/** Clicks what a selector finds. */
export const click = (selector: string) => (pane: Document) => {
  const found = pane.querySelector<HTMLElement>(selector);
  if (!found) throw new Error(`There is no ${selector} to click`);
  found.click();
  return false;
};

/** Clicks what each selector finds, one after the other, as soon as it is there. */
export const clickEach = (...selectors: readonly string[]) => {
  const left = [...selectors];
  return (pane: Document) => {
    const next = left.shift();
    if (next !== undefined) click(next)(pane);
    return left.length > 0;
  };
};

/** Clicks all that a selector finds. @returns whether there was anything */
const clickAll = (selector: string) => (pane: Document) => {
  const found = pane.querySelectorAll<HTMLElement>(selector);
  found.forEach((element) => element.click());
  return found.length > 0;
};

/** Ticks all steps of today. */
export const checkAll = clickAll('.plan > div .step-box input:not(:checked)');

/** Opens all that is folded, and what is folded in it. */
export const unfoldAll = clickAll('.scroller button[aria-expanded=false]');
