import { graphModes, type GraphMode } from '../graph/local-token';
import { movedSwitches, type Switches } from '../protocol/client-switches';
import { profileOf, type Profile } from '../protocol/profiles';
import { themeNames, type ThemeName } from './themes';
import { clampWidth } from './pane-width';

/** What the address of the page asks for. */
export interface StartOptions {
  /** File of the mail to select; null for none; undefined where the address does not say. */
  mail: string | null | undefined;
  theme: ThemeName;
  width: number;
  profile: Profile;
  /** Switches that do not stand where the profile has them. */
  moved: Partial<Switches>;
  /** Handed on to the pane's server: `none` blocks office.js, `silent` lets it never get ready. */
  office: string | null;
  /** How sign-in and Graph behave, see `../graph/local-token.ts`. */
  graph: GraphMode;
}

/**
 * Reads `?theme=dark&width=320&profile=mac&ndr=dialog&office=none#mail=some.eml`; `#mail=` selects nothing.
 */
export function startOptions(address: URL, prefersDark: boolean): StartOptions {
  const { searchParams } = address;
  const theme = themeNames.find((name) => name === searchParams.get('theme'));
  return {
    mail: mailOfHash(address.hash),
    theme: theme ?? (prefersDark ? 'dark' : 'light'),
    width: clampWidth(Number(searchParams.get('width') ?? 400)),
    profile: profileOf(searchParams.get('profile')),
    moved: movedSwitches(searchParams),
    office: searchParams.get('office'),
    graph: graphModes.find((mode) => mode === searchParams.get('graph')) ?? 'normal',
  };
}

/** The file that `#mail=…` names; null where it names none. */
export function mailOfHash(hash: string): string | null | undefined {
  const value = new URLSearchParams(hash.slice(1)).get('mail');
  return value === null ? undefined : value || null;
}

/** The hash that selects this file again. */
export function hashOfMail(file: string | null): string {
  return `#${new URLSearchParams({ mail: file ?? '' }).toString()}`;
}
