import { ENROLMENTS, linksFor, linksOf, RESEND_HELP, siteOf } from '../../../src/engine/advise/links';

it('leads to the admin’s own platform', () => {
  expect(linksFor('https://train.example/portal')(ENROLMENTS)).toMatch(
    /^https:\/\/train\.example\/portal\/awareness-educator\/enrollments$/,
  );
});

it('leads to the platform’s page about resending', () => {
  expect(linksFor('https://x.example')(RESEND_HELP)).toMatch(/#resend-training$/);
});

it('has no link for what it does not know, cannot fill or must not open', () => {
  const links = linksFor('https://x.example');
  expect(links('no-such-link')).toBeNull();
  expect(links('training-report')).toBeNull();
  expect(linksFor('http://x.example')(ENROLMENTS)).toBeNull();
});

it('names the site', () => expect(siteOf('https://www.vendor.example/a')).toBe('vendor.example'));

it.each(["$'", '$`', '$&', '$$', '$1'])('takes %s in a path for what it is', (path) => {
  const url = linksFor(`https://train.example/${path}`)(ENROLMENTS);
  expect(url).toBe(`https://train.example/${path}/awareness-educator/enrollments`);
});

describe('with addresses of whoever hosts the pane', () => {
  const own = {
    'target-users': 'https://users.example/list?search={address}&of={domain}#top',
    'smtp-settings': '{platformUrl}/smtp',
    enrollments: 'https://users.example/people/{address}/mails?tab=sent',
  };
  const links = linksFor('https://train.example', own);

  it('leads there, and elsewhere as before', () => {
    expect(links('smtp-settings')).toBe('https://train.example/smtp');
    expect(linksFor('https://train.example')('smtp-settings')).toBeNull();
    expect(links(RESEND_HELP)).toMatch(/#resend-training$/);
  });

  it('fills in the only address, encoded', () => {
    expect(links('target-users', ['a+b&c@x.example'])).toBe(
      'https://users.example/list?search=a%2Bb%26c%40x.example&of=x.example#top',
    );
    expect(links(ENROLMENTS, ['a/../b@x.example'])).toBe(
      'https://users.example/people/a%2F..%2Fb%40x.example/mails?tab=sent',
    );
  });

  it.each([
    ['none', []],
    ['several', ['a@x.example', 'b@x.example']],
    ['one that is longer than any', [`${'a'.repeat(400)}@x.example`]],
  ])('of %s it fills in nothing, and a path ends before the gap', (_which, addresses) => {
    expect(links('target-users', addresses)).toBe('https://users.example/list?search=&of=#top');
    expect(links(ENROLMENTS, addresses)).toBe('https://users.example/people?tab=sent');
  });

  it('goes up no path for a domain of dots', () => {
    const byDomain = linksFor('https://train.example', { support: 'https://users.example/a/{domain}/b' });
    expect(byDomain('support', ['x@..'])).toBe('https://users.example/a');
    expect(byDomain('support', ['x@a.example'])).toBe('https://users.example/a/a.example/b');
  });

  it.each(['"><img src=x>', "'(*)!", '\n{platformUrl}', '\ud800', '{domain}', '$&$1'])(
    'lets %j be nothing but a value',
    (local) => {
      const url = links('target-users', [`${local}@x.example`]);
      expect(url).toMatch(
        /^https:\/\/users\.example\/list\?search=[\w.%~-]+%40x\.example&of=x\.example#top$/,
      );
    },
  );
});

test('a context names the platform, or single places of it; without it, the public portal is meant', () => {
  const own = { 'target-users': 'https://train.example/users?q={address}' };
  expect(linksOf({})(ENROLMENTS)).toMatch(/^https:\/\/dash\.keepnetlabs\.com\//);
  expect(linksOf({ platformUrl: 'https://train.example' })(ENROLMENTS)).toMatch(
    /^https:\/\/train\.example\//,
  );
  expect(linksOf({ links: own })('target-users', ['a@b.example'])).toBe(
    'https://train.example/users?q=a%40b.example',
  );
});
