import { adminConsentAddress, loginOrigin, mailScope } from '../../../src/outlook/graph/app-registration';

const at = (address: string) => ({ clientId: '11111111-2222-3333-4444-555555555555', address });

test.each([
  ['https://graph.microsoft.com', 'https://login.microsoftonline.com', 'Mail.Read'],
  ['https://graph.microsoft.us', 'https://login.microsoftonline.us', 'https://graph.microsoft.us/Mail.Read'],
  ['https://localhost:3002', 'https://login.microsoftonline.com', 'Mail.Read'],
])('%s: signs in at %s, asks for %s', (address, login, scope) => {
  expect([loginOrigin(at(address)), mailScope(at(address), false)]).toEqual([login, scope]);
});

test('the address for administrators names the organisation, the app and what it asks for', () => {
  const text = adminConsentAddress(
    at('https://graph.microsoft.com'),
    'company.example',
    'https://a.example/c',
  );
  const url = new URL(text);
  expect(url.origin + url.pathname).toBe(
    'https://login.microsoftonline.com/company.example/v2.0/adminconsent',
  );
  expect(Object.fromEntries(url.searchParams)).toEqual({
    client_id: '11111111-2222-3333-4444-555555555555',
    scope: 'Mail.Read Mail.Read.Shared openid profile offline_access',
    redirect_uri: 'https://a.example/c',
  });
  const unknown = adminConsentAddress(at('https://graph.microsoft.com'), null, 'https://a.example/c');
  expect(new URL(unknown).pathname).toBe('/organizations/v2.0/adminconsent');
});
