import { DoorProblem, type DoorProblemCode } from '../door';
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
export function problemOfStatus(status: number, graphCode: string): GraphProblem {
  return new GraphProblem(codeOf(status), status, graphCode);
}

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

/** `{"error":{"code":"ErrorAccessDenied","message":"…"}}` → `ErrorAccessDenied` */
export function graphCodeIn(body: string): string {
  try {
    const { error } = JSON.parse(body) as { error?: { code?: unknown } };
    return typeof error?.code === 'string' ? error.code.replace(/[^\w.]/g, '').slice(0, 80) : '';
  } catch {
    return '';
  }
}
