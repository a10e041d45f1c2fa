import {
  isPosition,
  switchNames,
  switchPositions,
  type SwitchName,
  type Switches,
} from '../protocol/client-switches';
import { profileOf, profiles, type Profile } from '../protocol/profiles';
import { byId, make } from './elements';
import { themeNames, type ThemeName } from './themes';

const THEME_NAMES = {
  light: 'Light',
  dark: 'Dark',
  'high-contrast': 'High contrast',
} as const satisfies Record<ThemeName, string>;

/** What the controls at the top do. */
export interface ControlActions {
  play: (profile: Profile) => void;
  dress: (theme: ThemeName) => void;
  /** Null leaves a switch to the client. */
  move: <Name extends SwitchName>(name: Name, position: Switches[Name] | null) => void;
  selectNothing: () => void;
  reload: () => void;
}

/** The controls at the top, and how to make them show what is played. */
export function showControls(actions: ControlActions): {
  /** Shows the client, with the positions that it has by itself, and what was moved. */
  showProfile: (profile: Profile, moved: Partial<Switches>) => void;
  showTheme: (theme: ThemeName) => void;
} {
  const profile = byId<HTMLSelectElement>('profile');
  const theme = byId<HTMLSelectElement>('theme');
  profile.append(...profiles.map(({ id, label }) => make('option', { value: id }, [label])));
  theme.append(...themeNames.map((name) => make('option', { value: name }, [THEME_NAMES[name]])));
  profile.addEventListener('change', () => actions.play(profileOf(profile.value)));
  theme.addEventListener('change', () => actions.dress(theme.value === 'dark' ? 'dark' : 'light'));
  for (const name of switchNames) {
    const select = switchSelect(name);
    select.addEventListener('change', () => {
      actions.move(name, isPosition(name, select.value) ? select.value : null);
    });
  }
  byId('select-nothing').addEventListener('click', actions.selectNothing);
  byId('reload').addEventListener('click', actions.reload);
  return {
    showProfile: (played, moved) => {
      profile.value = played.id;
      for (const name of switchNames) {
        const own = `as the client (${played.switches[name].value})`;
        const select = switchSelect(name);
        select.replaceChildren(
          make('option', { value: '' }, [own]),
          ...switchPositions[name].map((position) => make('option', { value: position }, [position])),
        );
        select.value = moved[name] ?? '';
      }
    },
    showTheme: (name) => {
      theme.value = name;
    },
  };
}

const switchSelect = (name: SwitchName): HTMLSelectElement => byId(`switch-${name}`);
