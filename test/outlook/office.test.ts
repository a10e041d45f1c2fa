/** @jest-environment jsdom */
import {
  capabilities,
  displayLanguage,
  forgetCapabilities,
  openItem,
  start,
  userDomain,
} from '../../src/outlook/office';
import { recordScriptFailure } from '../../src/outlook/office-script';
import { FakeOffice, install } from './fake-office';

const never = new Promise(() => undefined);

beforeEach(() => {
  jest.useFakeTimers();
  forgetCapabilities();
});
afterEach(() => {
  jest.useRealTimers();
  install(null);
});

describe('start', () => {
  it('says so when the script does not come in time', async () => {
    const answer = start(1000);
    await jest.advanceTimersByTimeAsync(1000);
    expect(await answer).toEqual({ mailbox: false, reason: 'no-script' });
  });

  it('says at once that the script has failed', async () => {
    recordScriptFailure();
    const tag = document.createElement('script');
    tag.src = 'https://office.example/lib/1/hosted/office.js';
    document.head.append(tag);
    tag.dispatchEvent(new Event('error'));
    const answer = start(10_000);
    await jest.advanceTimersByTimeAsync(0);
    expect(await answer).toEqual({ mailbox: false, reason: 'no-script' });
    Reflect.deleteProperty(window, 'bounceExplainerOfficeFailed');
  });

  it('says so when onReady never answers', async () => {
    const office = new FakeOffice();
    office.ready = never;
    install(office);
    const answer = start(1000);
    await jest.advanceTimersByTimeAsync(1000);
    expect(await answer).toEqual({ mailbox: false, reason: 'no-answer' });
  });

  it('finds the mailbox, also when the script is late', async () => {
    const answer = start(1000);
    await jest.advanceTimersByTimeAsync(400);
    install(new FakeOffice());
    await jest.advanceTimersByTimeAsync(200);
    expect(await answer).toEqual({ mailbox: true, reason: 'ready' });
  });

  it('reports a mailbox that turns up after the limit', async () => {
    const onLate = jest.fn();
    const answer = start(1000, onLate);
    await jest.advanceTimersByTimeAsync(1000);
    expect((await answer).mailbox).toBe(false);
    install(new FakeOffice());
    await jest.advanceTimersByTimeAsync(100);
    expect(onLate).toHaveBeenCalledTimes(1);
  });

  it('knows a browser without Outlook', async () => {
    const office = new FakeOffice();
    delete office.context['mailbox'];
    install(office);
    expect(await start(1000)).toEqual({ mailbox: false, reason: 'no-mailbox' });
  });

  it('takes an onReady that fails for no mailbox', async () => {
    const office = new FakeOffice();
    office.ready = Promise.reject(new Error('broken'));
    install(office);
    expect(await start(1000)).toEqual({ mailbox: false, reason: 'no-mailbox' });
  });
});

it('reads capabilities by requirement set', () => {
  const office = new FakeOffice();
  office.mailboxSet = 1.05;
  install(office);
  expect(capabilities()).toEqual({
    headers: false,
    attachments: false,
    itemChanged: true,
    selectedItemsChanged: false,
    themeChanged: false,
  });
});

it('has no item, no domain and the browser’s language without Office', () => {
  expect(openItem()).toBeNull();
  expect(userDomain()).toBeNull();
  expect(displayLanguage()).toBe(navigator.language);
});

it('reads domain and language from the mailbox', () => {
  install(new FakeOffice());
  expect(userDomain()).toBe('company.example');
  expect(displayLanguage()).toBe('en-GB');
});
