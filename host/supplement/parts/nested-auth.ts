import { makeLocalToken, type GraphMode } from '../../graph/local-token';
import { mailboxOwner } from '../../protocol/mailbox-owner';

/** What MSAL asks over the bridge. */
interface BridgeRequest {
  messageType: 'NestedAppAuthRequest';
  method: 'GetInitContext' | 'GetToken' | 'GetTokenPopup';
  requestId: string;
  tokenParams?: { clientId: string; scope: string; correlationId: string; forceRefresh?: boolean };
}

interface BridgeError {
  /** `USER_INTERACTION_REQUIRED`, `USER_CANCEL`, `NO_NETWORK`, `PERSISTENT_ERROR`, … */
  status: string;
  code?: string;
  description?: string;
}

type BridgeAnswer = { success: true; [field: string]: unknown } | { success: false; error: BridgeError };
type Listener = (message: string) => void;

const TENANT = '00000000-0000-4000-8000-00000000007e';
const USER = '00000000-0000-4000-8000-0000000000a1';
const LIFETIME_SECONDS = 3600;
/** As long as a person needs to press Accept, for a fast one. */
const WINDOW_MS = 300;

/** What Entra says, by mode: when asked without a window, and with one. */
const ERRORS: Readonly<Partial<Record<GraphMode, { silent: BridgeError; window: BridgeError }>>> = {
  refused: both(
    interaction('AADSTS65001: The user or administrator has not consented to use the application.'),
    persistent('access_denied', 'AADSTS65004: User declined to consent to access the app.'),
  ),
  blocked: both(
    interaction('AADSTS90094: An administrator has to consent before this app can be used.'),
    persistent('access_denied', 'AADSTS90094: An administrator has to consent before this app can be used.'),
  ),
  cancelled: both(interaction('AADSTS65001: The user has not consented.'), { status: 'USER_CANCEL' }),
  origin: both(persistent('untrusted_origin', 'The origin is not valid for this application.')),
  policy: both(
    interaction('AADSTS50076: You must use multi-factor authentication.'),
    persistent('access_denied', 'AADSTS53003: Access has been blocked by Conditional Access policies.'),
  ),
  offline: both({ status: 'NO_NETWORK' }),
};

/** The bridge, with the three methods that MSAL uses. */
export class NestedAuthBridge {
  readonly #listeners = new Set<Listener>();
  /** Permissions that the user has agreed to, each with the number of its token. */
  readonly #granted = new Map<string, string>();

  constructor(private readonly mode: GraphMode) {}

  addEventListener(_event: string, listener: Listener): void {
    this.#listeners.add(listener);
  }

  removeEventListener(_event: string, listener: Listener): void {
    this.#listeners.delete(listener);
  }

  postMessage(text: string): void {
    if (this.mode === 'silent') return;
    const request = JSON.parse(text) as BridgeRequest;
    setTimeout(() => this.#tell(request, this.#answer(request)), this.#delayOf(request));
  }

  #delayOf({ method }: BridgeRequest): number {
    return method === 'GetTokenPopup' ? WINDOW_MS : 0;
  }

  #tell({ requestId }: BridgeRequest, answer: BridgeAnswer): void {
    const message = JSON.stringify({ messageType: 'NestedAppAuthResponse', requestId, ...answer });
    for (const listener of this.#listeners) listener(message);
  }

  #answer(request: BridgeRequest): BridgeAnswer {
    if (request.method === 'GetInitContext') {
      const initContext = { sdkName: 'local-stand-in', sdkVersion: '1.0.0', capabilities: {} };
      return { success: true, initContext };
    }
    const inWindow = request.method === 'GetTokenPopup';
    const error = ERRORS[this.mode]?.[inWindow ? 'window' : 'silent'];
    if (error) return { success: false, error };
    // A first token of a permission needs the user's consent, which needs a window.
    const scope = request.tokenParams?.scope ?? '';
    if (!inWindow && !this.#granted.has(scope)) {
      return { success: false, error: interaction('AADSTS65001: The user has not consented.') };
    }
    return { success: true, ...this.#token(request) };
  }

  #token({ tokenParams }: BridgeRequest): Record<string, unknown> {
    const seconds = Math.floor(Date.now() / 1000);
    const scope = tokenParams?.scope ?? '';
    const clientId = tokenParams?.clientId ?? '';
    const known = tokenParams?.forceRefresh ? undefined : this.#granted.get(scope);
    const jti = known ?? crypto.randomUUID();
    this.#granted.set(scope, jti);
    const claims = { scp: scope, exp: seconds + LIFETIME_SECONDS, jti, mode: this.mode };
    const aboutUser = {
      oid: USER,
      tid: TENANT,
      sub: USER,
      name: mailboxOwner.name,
      preferred_username: mailboxOwner.address,
      aud: clientId,
    };
    return {
      token: {
        access_token: makeLocalToken(claims),
        id_token: makeLocalToken({ ...claims, ...aboutUser }),
        expires_in: LIFETIME_SECONDS,
        scope,
        properties: null,
      },
      account: {
        environment: 'login.microsoftonline.com',
        homeAccountId: `${USER}.${TENANT}`,
        localAccountId: USER,
        tenantId: TENANT,
        username: mailboxOwner.address,
        name: mailboxOwner.name,
      },
    };
  }
}

function both(silent: BridgeError, window = silent): { silent: BridgeError; window: BridgeError } {
  return { silent, window };
}

function interaction(description: string): BridgeError {
  return { status: 'USER_INTERACTION_REQUIRED', code: 'interaction_required', description };
}

function persistent(code: string, description: string): BridgeError {
  return { status: 'PERSISTENT_ERROR', code, description };
}
