/**
 * STAND-IN. The tokens that our bridge hands out and our local Graph takes. They have the form of a JSON Web
 * Token and no signature: they open nothing but mails of our own making.
 */

/** How sign-in and Graph behave; chosen in the mailbox page's address with `?graph=`. */
export const graphModes = [
  'normal',
  // Sign-in
  'refused',
  'blocked',
  'cancelled',
  'silent',
  'origin',
  'policy',
  'offline',
  'none',
  // Graph
  'throttled',
  'inefficient',
  'cut',
  'expired',
  'forbidden',
  'no-trace-service',
] as const;
export type GraphMode = (typeof graphModes)[number];

const isGraphMode = (value: unknown): value is GraphMode => graphModes.some((mode) => mode === value);

export interface LocalTokenClaims {
  /** Which token it is: a new one has another number. */
  jti: string;
  /** Permissions, with spaces between them. */
  scp: string;
  /** Seconds since 1970. */
  exp: number;
  /** How the local Graph behaves towards whoever holds it. */
  mode: GraphMode;
}

const ISSUER = 'https://local-graph.example';

export function makeLocalToken(claims: LocalTokenClaims & Readonly<Record<string, unknown>>): string {
  return [{ alg: 'none', typ: 'JWT' }, { iss: ISSUER, ...claims }, 'stand-in'].map(encoded).join('.');
}

/** The claims of a token of ours; null for any other text. */
export function readLocalToken(token: string): LocalTokenClaims | null {
  try {
    const claims = JSON.parse(decoded(token.split('.')[1] ?? '')) as LocalTokenClaims & { iss?: unknown };
    const complete =
      claims.iss === ISSUER &&
      typeof claims.jti === 'string' &&
      typeof claims.scp === 'string' &&
      typeof claims.exp === 'number' &&
      isGraphMode(claims.mode);
    return complete ? claims : null;
  } catch {
    return null;
  }
}

function encoded(part: unknown): string {
  const letters = Array.from(new TextEncoder().encode(JSON.stringify(part)), (byte) =>
    String.fromCharCode(byte),
  );
  return btoa(letters.join('')).replaceAll('+', '-').replaceAll('/', '_').replaceAll('=', '');
}

function decoded(part: string): string {
  const letters = atob(part.replaceAll('-', '+').replaceAll('_', '/'));
  return new TextDecoder().decode(Uint8Array.from(letters, (letter) => letter.charCodeAt(0)));
}
