import { act, render } from '@testing-library/react';
import { App } from '../../src/panel/App';
import type { Services } from '../../src/panel/services';
import { english } from './fixtures';

/** The whole pane with the services given, after its first answer. */
export async function renderApp(services: Services) {
  const words = await english();
  const pane = render(<App services={services} words={words} />);
  await act(async () => undefined);
  return pane;
}
