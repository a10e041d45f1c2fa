import { useEffect, useState } from 'react';
import type { THEMES } from '../parts/themes';

type Theme = keyof typeof THEMES;
const DARK = '(prefers-color-scheme: dark)';
const MORE_CONTRAST = '(forced-colors: active), (prefers-contrast: more)';

/** The system's colours; there is no Outlook here to ask. */
export function useTheme(): Theme {
  const [theme, setTheme] = useState(themeNow);
  useEffect(() => {
    const queries = [DARK, MORE_CONTRAST].map((query) => window.matchMedia(query));
    const look = () => setTheme(themeNow());
    for (const query of queries) query.addEventListener('change', look);
    return () => {
      for (const query of queries) query.removeEventListener('change', look);
    };
  }, []);
  return theme;
}

function themeNow(): Theme {
  const shade = window.matchMedia(DARK).matches ? 'dark' : 'light';
  return window.matchMedia(MORE_CONTRAST).matches ? `high-contrast-${shade}` : shade;
}
