import { ENROLMENTS, linksFor, RESEND_HELP, siteOf } from '../../../src/engine/advise/links';

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
