import { act, fireEvent, render, screen } from '@testing-library/react';
import { App } from '../../src/panel/App';
import { prepareAnswerView } from '../../src/panel/components/CurrentView';
import type { Services } from '../../src/panel/services';
import { english } from './fixtures';

/** jsdom has no layout, so it does not scroll. */
Element.prototype.scrollTo ??= () => undefined;

/** The whole pane with the services given, after its first answer. */
export async function renderApp(services: Services) {
  const words = await english();
  const pane = render(<App services={services} words={words} />);
  // The part that shows answers is loaded by itself.
  await act(() => prepareAnswerView());
  await act(async () => undefined);
  return pane;
}

/** Opens all that is folded, and what is folded in it. */
export async function unfold(): Promise<void> {
  for (let depth = 0; depth < 3; depth++) {
    const folded = screen
      .queryAllByRole('button', { expanded: false })
      .filter((button) => button.closest('.scroller'));
    await act(async () => folded.forEach((button) => fireEvent.click(button)));
  }
}
