import { DoorProblem, type DoorProblemCode } from '../door';
import rows from './graph-problems.json';
import { asRecord, asText } from './list-page';
import { isPassing } from './retry';

/** Graph answered with an error. `detail` holds status and code only: messages may name addresses. */
export class GraphProblem extends DoorProblem {
  constructor(
    code: DoorProblemCode,
    readonly status: number,
    /** Graph's own word: `ErrorAccessDenied`, `InefficientFilter`; empty where the answer names none. */
    readonly graphCode: string,
  ) {
    super(code, `${String(status)} ${graphCode}`.trim());
  }
}

/** An error answer, as the problem it means for the admin. */
export function problemOfAnswer(status: number, { code, message }: GraphError): GraphProblem {
  const known = table.find((row) => row.status === status && message.toLowerCase().includes(row.words));
  return new GraphProblem(known?.problem ?? codeOf(status), status, code);
}

/** Errors that mean something else than others of their status, by words of their text. */
const table = rows as readonly { status: number; words: string; problem: DoorProblemCode }[];

function codeOf(status: number): DoorProblemCode {
  if (isPassing(status)) return 'graph-busy';
  switch (status) {
    case 401:
      return 'sign-in-expired';
    case 403:
      return 'graph-forbidden';
    case 404:
      return 'graph-no-mailbox';
    default:
      return 'graph-refused';
  }
}

export interface GraphError {
  /** Graph's own word, for the diagnostics. */
  code: string;
  /** To be looked through, never to be shown: it may name addresses. */
  message: string;
}

/** `{"error":{"code":"ErrorAccessDenied","message":"…"}}` */
export function graphErrorIn(body: string): GraphError {
  try {
    const error = asRecord(asRecord(JSON.parse(body)).error);
    return {
      code: asText(error.code)
        .replace(/[^\w.]/g, '')
        .slice(0, 80),
      message: asText(error.message),
    };
  } catch {
    return { code: '', message: '' };
  }
}
