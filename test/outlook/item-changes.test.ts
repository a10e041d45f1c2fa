/** @jest-environment jsdom */
import { watchItem } from '../../src/outlook/item-changes';
import { forgetCapabilities } from '../../src/outlook/office';
import { FakeOffice, install, refused } from './fake-office';

const CHANGED = 'olkItemSelectedChanged';
let office: FakeOffice;
let stop: () => void = () => undefined;
const onChange = jest.fn();

beforeEach(() => {
  office = new FakeOffice({ itemId: 'one' });
  install(office);
  forgetCapabilities();
  onChange.mockClear();
});
afterEach(() => {
  stop();
  install(null);
});

it('tells of another item once, however many events come', () => {
  stop = watchItem(onChange);
  office.fire(CHANGED);
  expect(onChange).not.toHaveBeenCalled();
  office.select({ itemId: 'two' });
  office.fire(CHANGED);
  office.fire(CHANGED);
  expect(onChange).toHaveBeenCalledTimes(1);
  office.select(null);
  office.fire(CHANGED);
  expect(onChange).toHaveBeenCalledTimes(2);
});

it('looks again when the pane gets the focus, since some clients send no event', () => {
  office.registration = refused;
  stop = watchItem(onChange);
  office.select({ itemId: 'two' });
  window.dispatchEvent(new Event('focus'));
  document.dispatchEvent(new Event('visibilitychange'));
  expect(onChange).toHaveBeenCalledTimes(1);
});

it('stops', () => {
  watchItem(onChange)();
  expect(office.handlers.has(CHANGED)).toBe(false);
  office.select({ itemId: 'two' });
  window.dispatchEvent(new Event('focus'));
  expect(onChange).not.toHaveBeenCalled();
});

it('works without Office', () => {
  install(null);
  stop = watchItem(onChange);
  window.dispatchEvent(new Event('focus'));
  expect(onChange).not.toHaveBeenCalled();
});
