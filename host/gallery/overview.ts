/** All states beside each other; the address holds how they are looked at, so that it can be passed on. */
import { languageTags } from '../../src/engine/advise/words';
import { THEMES_SHOWN, WIDTHS } from './looks';
import { STATES } from './states';

const CHOICES = { theme: THEMES_SHOWN, width: WIDTHS.map(String), language: languageTags() } as const;
type Choice = keyof typeof CHOICES;

const asked = new URLSearchParams(location.search);
const chosen = (name: Choice): string => asked.get(name) ?? CHOICES[name][0] ?? '';

function draw(): void {
  const states = STATES.map(({ id }) => {
    const figure = document.createElement('figure');
    const caption = document.createElement('figcaption');
    caption.textContent = id;
    const frame = document.createElement('iframe');
    frame.title = id;
    // Thirty panes at once would keep a slow machine busy for long.
    frame.loading = 'lazy';
    frame.width = chosen('width');
    const look = { state: id, theme: chosen('theme'), language: chosen('language') };
    frame.src = `state.html?${new URLSearchParams(look)}`;
    figure.append(caption, frame);
    return figure;
  });
  document.getElementById('states')?.replaceChildren(...states);
}

for (const name of Object.keys(CHOICES) as Choice[]) {
  const label = document.createElement('label');
  const select = document.createElement('select');
  for (const value of CHOICES[name]) select.add(new Option(value, value, false, value === chosen(name)));
  select.onchange = () => {
    asked.set(name, select.value);
    history.replaceState(null, '', `?${asked}`);
    draw();
  };
  label.append(`${name} `, select);
  document.getElementById('looks')?.append(label);
}
draw();
