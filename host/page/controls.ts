import { profileOf, profiles, type Profile } from '../protocol/profiles';
import { byId, make } from './elements';
import { themeNames, type ThemeName } from './themes';

/** What the controls at the top do. */
export interface ControlActions {
  play: (profile: Profile) => void;
  dress: (theme: ThemeName) => void;
  selectNothing: () => void;
  reload: () => void;
}

/** The controls at the top, and how to make them show what is played. */
export function showControls(actions: ControlActions): {
  showProfile: (profile: Profile) => void;
  showTheme: (theme: ThemeName) => void;
} {
  const profile = byId<HTMLSelectElement>('profile');
  const theme = byId<HTMLSelectElement>('theme');
  profile.append(...profiles.map(({ id, label }) => make('option', { value: id }, [label])));
  theme.append(
    ...themeNames.map((name) => make('option', { value: name }, [name === 'dark' ? 'Dark' : 'Light'])),
  );
  profile.addEventListener('change', () => actions.play(profileOf(profile.value)));
  theme.addEventListener('change', () => actions.dress(theme.value === 'dark' ? 'dark' : 'light'));
  byId('select-nothing').addEventListener('click', actions.selectNothing);
  byId('reload').addEventListener('click', actions.reload);
  return {
    showProfile: ({ id }) => {
      profile.value = id;
    },
    showTheme: (name) => {
      theme.value = name;
    },
  };
}
