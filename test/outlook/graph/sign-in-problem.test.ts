import { problemOfSignIn } from '../../../src/outlook/graph/sign-in-problem';

const error = (errorCode: string, message = '') =>
  Object.assign(new Error(`${errorCode}: ${message}`), { errorCode });

test.each([
  ['access_denied', 'AADSTS65004: User declined to consent.', 'sign-in-refused'],
  ['access_denied', 'AADSTS90094: An administrator has to consent.', 'sign-in-blocked'],
  ['interaction_required', 'AADSTS53000: The device is not compliant.', 'sign-in-policy'],
  ['invalid_client', 'AADSTS700016: The application was not found.', 'sign-in-not-registered'],
  ['unknown_error', 'The origin is not valid for this client', 'sign-in-not-registered'],
  ['user_canceled', '', 'sign-in-cancelled'],
  ['no_network_connectivity', '', 'sign-in-offline'],
  ['nested_app_auth_bridge_disabled', '', 'sign-in-unavailable'],
  ['native_executor_error', '', 'sign-in-failed'],
  ['7q6cl', 'Something went wrong', 'sign-in-failed'],
])('%s, %s: %s', (code, message, problem) => {
  expect(problemOfSignIn(error(code, message)).code).toBe(problem);
});

test('the detail holds codes and no word of the text, which may name the account', () => {
  const { detail } = problemOfSignIn(error('server_error', 'AADSTS12345678: ada@example.org is unknown'));
  expect(detail).toBe('server_error AADSTS12345678');
  expect(problemOfSignIn(new TypeError('ada@example.org')).detail).toBe('TypeError');
  expect(problemOfSignIn(null).detail).toBe('no code given');
});
