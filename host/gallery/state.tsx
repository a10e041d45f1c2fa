/** One state of the pane, by the address: `state.html?state=delay&theme=dark&language=ar`. */
import { createRoot } from 'react-dom/client';
import { App } from '../../src/panel/App';
import { loadFonts } from './fonts';
import { isUnderway, playedServices, setTheme } from './played-services';
import { STATES } from './states';
import { isTheme } from './looks';

/** Nothing has changed for so long: the pane has settled. What is folded below an answer comes a moment later. */
const QUIET_MS = 750;
/** What is folded may hold what is folded, and so on; more would be a fault. */
const MOST_ROUNDS = 5;

async function run(): Promise<void> {
  const asked = new URLSearchParams(location.search);
  const state = STATES.find(({ id }) => id === asked.get('state'));
  const root = document.getElementById('root');
  if (!state || !root) throw new Error(`There is no state "${asked.get('state')}"`);
  const theme = asked.get('theme') ?? 'light';
  const language = asked.get('language') ?? 'en-US';
  if (!isTheme(theme)) throw new Error(`There is no theme "${theme}"`);
  const services = playedServices(state.played, { theme, language });
  const [words] = await Promise.all([services.loadWords(language, ['start']), style(), loadFonts()]);
  createRoot(root).render(<App services={services} words={words} />);
  await quiet();
  for (let round = 0, more = state.then !== undefined; more && round < MOST_ROUNDS; round++) {
    more = state.then?.(document) ?? false;
    await quiet();
  }
  document.documentElement.dataset.settled = 'yes';
}

/** The pane's own style sheet. */
const style = (): Promise<void> =>
  new Promise((resolve, reject) => {
    const link = document.createElement('link');
    link.rel = 'stylesheet';
    link.href = new URL('../../src/panel/panel.css', import.meta.url).href;
    link.onload = () => resolve();
    link.onerror = () => reject(new Error('panel.css did not load'));
    document.head.append(link);
  });

/** Waits until the pane shows something and has stopped changing. */
function quiet(): Promise<void> {
  return new Promise((resolve) => {
    let timer = 0;
    const wait = () => {
      clearTimeout(timer);
      timer = window.setTimeout(() => {
        const isReading = document.querySelector('main[aria-busy=true], main [aria-busy=true]') !== null;
        if (document.querySelector('h1') === null || isUnderway() || (isReading && !isSilent()))
          return wait();
        watcher.disconnect();
        resolve();
      }, QUIET_MS);
    };
    const watcher = new MutationObserver(wait);
    watcher.observe(document.body, { subtree: true, childList: true, attributes: true, characterData: true });
    wait();
  });
}

/** The state of a message that is being read: it never ends. */
const isSilent = (): boolean => new URLSearchParams(location.search).get('state') === 'reading';

/** For tests: what would need a new page otherwise. */
export interface GalleryWindow {
  gallery: { setTheme: typeof setTheme };
}
(window as unknown as GalleryWindow).gallery = { setTheme };

void run();
