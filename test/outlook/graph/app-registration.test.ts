import { adminConsentAddress, loginOrigin, scopeOf } from '../../../src/outlook/graph/app-registration';

const at = (address: string) => ({ clientId: '11111111-2222-3333-4444-555555555555', address });

test.each([
  ['https://graph.microsoft.com', 'https://login.microsoftonline.com', 'Mail.Read'],
  ['https://graph.microsoft.us', 'https://login.microsoftonline.us', 'https://graph.microsoft.us/Mail.Read'],
  ['https://localhost:3002', 'https://login.microsoftonline.com', 'Mail.Read'],
])('%s: signs in at %s, asks for %s', (address, login, scope) => {
  expect([loginOrigin(at(address)), scopeOf(at(address), 'Mail.Read')]).toEqual([login, scope]);
});

test('the address for administrators names the organisation, the app and what it asks for', () => {
  const asked = {
    tenant: 'company.example',
    backTo: 'https://a.example/c',
    permissions: ['Mail.Read'],
  } as const;
  const url = new URL(adminConsentAddress(at('https://graph.microsoft.com'), asked));
  expect(url.origin + url.pathname).toBe(
    'https://login.microsoftonline.com/company.example/v2.0/adminconsent',
  );
  expect(Object.fromEntries(url.searchParams)).toEqual({
    client_id: '11111111-2222-3333-4444-555555555555',
    scope: 'https://graph.microsoft.com/Mail.Read openid profile offline_access',
    redirect_uri: 'https://a.example/c',
  });
  const shared = { ...asked, tenant: null, permissions: ['Mail.Read', 'Mail.Read.Shared'] } as const;
  const other = new URL(adminConsentAddress(at('https://graph.microsoft.us'), shared));
  expect(other.origin + other.pathname).toBe(
    'https://login.microsoftonline.us/organizations/v2.0/adminconsent',
  );
  expect(other.searchParams.get('scope')).toContain('https://graph.microsoft.us/Mail.Read.Shared');
});
