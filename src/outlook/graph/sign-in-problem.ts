/** What an error of the sign-in means for the admin. */
import { DoorProblem, type DoorProblemCode } from '../door';
import table from './sign-in-problems.json';

/** Of each problem: MSAL's codes, numbers of Entra (`AADSTS65004`), words of the hosts' own texts. */
const rows = table as readonly {
  problem: DoorProblemCode;
  codes?: string[];
  entra?: number[];
  words?: string[];
}[];

/**
 * The problem that an error of MSAL stands for. A number of Entra says more than MSAL's code, which is
 * often only "interaction_required". `sign-in-failed`, with the codes for the diagnostics, where the table
 * knows none of it.
 */
export function problemOfSignIn(error: unknown): DoorProblem {
  const { errorCode, subError, message } = (error ?? {}) as Record<string, unknown>;
  const codes = [errorCode, subError].filter((code) => typeof code === 'string' && code !== '') as string[];
  const text = typeof message === 'string' ? message : '';
  const entra = [...text.matchAll(/\bAADSTS(\d{5,8})\b/g)].map(([, digits]) => Number(digits));
  const lower = text.toLowerCase();
  const row =
    rows.find((each) => entra.some((number) => each.entra?.includes(number))) ??
    rows.find((each) => codes.some((code) => each.codes?.includes(code))) ??
    rows.find((each) => each.words?.some((word) => lower.includes(word)));
  return new DoorProblem(row?.problem ?? 'sign-in-failed', detailOf(codes, entra, error));
}

/** Codes only: an error's text may name the account. */
function detailOf(codes: readonly string[], entra: readonly number[], error: unknown): string {
  const shown = [
    ...codes.map((code) => code.replace(/[^\w.-]/g, '').slice(0, 60)),
    ...entra.map((number) => `AADSTS${String(number)}`),
  ].filter(Boolean);
  return shown.join(' ') || (error instanceof Error ? error.name : 'no code given');
}
