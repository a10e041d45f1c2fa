import { NestedSignIn, SILENT_LIMIT_MS } from '../../../src/outlook/graph/nested-sign-in';

type Ask = (request: { forceRefresh?: boolean }) => Promise<{ accessToken: string }>;
const never = () => new Promise<never>(() => undefined);
const authError = (name: string, errorCode: string) =>
  Object.assign(new Error(errorCode), { name, errorCode });
const interactionNeeded = () =>
  Promise.reject(authError('InteractionRequiredAuthError', 'interaction_required'));

/** MSAL as far as it is used; `nested: false` plays its silent fallback. */
function signIn({ silent, popup = never, nested = true }: { silent: Ask; popup?: Ask; nested?: boolean }) {
  const client = { acquireTokenSilent: silent, acquireTokenPopup: popup };
  const load = () =>
    Promise.resolve({
      PublicClientApplication: function PublicClientApplication() {
        return client;
      },
      createNestablePublicClientApplication: (
        configuration: unknown,
        _id: unknown,
        make: new () => unknown,
      ) =>
        Promise.resolve(
          nested ? (make as unknown as (...made: unknown[]) => unknown)(configuration) : client,
        ),
    });
  return new NestedSignIn({
    registration: { clientId: 'id', address: 'https://graph.microsoft.com' },
    scope: 'Mail.Read',
    load: load as never,
  });
}

const page = globalThis as { nestedAppAuthBridge?: unknown };
const codeOf = (call: Promise<unknown>): Promise<unknown> =>
  call.then(
    () => null,
    ({ code }: { code: string }) => code,
  );

beforeEach(() => {
  page.nestedAppAuthBridge = {};
  jest.useFakeTimers();
});
afterEach(() => {
  delete page.nestedAppAuthBridge;
  jest.useRealTimers();
});

test('a window opens for signing in only where it is needed', async () => {
  const popup = jest.fn(() => Promise.resolve({ accessToken: 'a' }));
  await signIn({ silent: () => Promise.resolve({ accessToken: 'a' }), popup }).signIn();
  expect(popup).not.toHaveBeenCalled();
  await signIn({ silent: interactionNeeded, popup }).signIn();
  expect(popup).toHaveBeenCalledTimes(1);
});

test('a later token never opens a window: the admin has to choose the door again', async () => {
  const popup = jest.fn(never);
  expect(await codeOf(signIn({ silent: interactionNeeded, popup }).token({}))).toBe('sign-in-expired');
  expect(popup).not.toHaveBeenCalled();
});

test('a bridge that never answers, and a window that stays open until the admin gives up', async () => {
  const silent = codeOf(signIn({ silent: never }).signIn());
  await jest.advanceTimersByTimeAsync(SILENT_LIMIT_MS);
  expect(await silent).toBe('sign-in-silent');
  const stop = new AbortController();
  let settled = false;
  const waiting = codeOf(signIn({ silent: interactionNeeded }).signIn(stop.signal)).finally(() => {
    settled = true;
  });
  await jest.advanceTimersByTimeAsync(3_600_000);
  expect(settled).toBe(false);
  stop.abort();
  expect(await waiting).toBe('sign-in-cancelled');
});

test('no bridge, or MSAL’s own fallback: a problem, never its windows', async () => {
  const silent = jest.fn(() => Promise.resolve({ accessToken: 'a' }));
  expect(await codeOf(signIn({ silent, nested: false }).signIn())).toBe('sign-in-unavailable');
  delete page.nestedAppAuthBridge;
  expect(await codeOf(signIn({ silent }).signIn())).toBe('sign-in-unavailable');
  expect(silent).not.toHaveBeenCalled();
});

test('requests at the same time share a token; a refused one is fetched anew once for all', async () => {
  let made = 0;
  const silent = jest.fn<ReturnType<Ask>, Parameters<Ask>>(({ forceRefresh }) => {
    if (forceRefresh) made++;
    return Promise.resolve({ accessToken: `token-${String(made)}` });
  });
  const source = signIn({ silent });
  expect(await Promise.all([source.token({}), source.token({})])).toEqual(['token-0', 'token-0']);
  expect(silent).toHaveBeenCalledTimes(1);
  const refused = 'token-0';
  expect(await Promise.all([source.token({ refused }), source.token({ refused })])).toEqual([
    'token-1',
    'token-1',
  ]);
  // A third one comes later, with the token of before.
  expect(await source.token({ refused })).toBe('token-1');
  expect(made).toBe(1);
});

test('MSAL that cannot be loaded', async () => {
  const source = new NestedSignIn({
    registration: { clientId: 'id', address: 'https://graph.microsoft.com' },
    scope: 'Mail.Read',
    load: () => Promise.reject(new Error('ChunkLoadError')),
  });
  expect(await codeOf(source.signIn())).toBe('sign-in-failed');
});
