/** @jest-environment jsdom */
import { watchItem } from '../../src/outlook/item-changes';
import { forgetCapabilities } from '../../src/outlook/office';
import { FakeOffice, install, refused } from './fake-office';

const CHANGED = 'olkItemSelectedChanged';
let office: FakeOffice;
let stop: () => void = () => undefined;
const onChange = jest.fn();
const onDoubt = jest.fn();

beforeEach(() => {
  office = new FakeOffice({ itemId: 'one' });
  install(office);
  forgetCapabilities();
  onChange.mockClear();
  onDoubt.mockClear();
});
afterEach(() => {
  stop();
  install(null);
});

it('tells of another item once, however many events come', () => {
  stop = watchItem({ onChange, onDoubt });
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
  stop = watchItem({ onChange, onDoubt });
  office.select({ itemId: 'two' });
  window.dispatchEvent(new Event('focus'));
  document.dispatchEvent(new Event('visibilitychange'));
  expect(onChange).toHaveBeenCalledTimes(1);
});

it('doubts where the reader was elsewhere and Outlook tells no change', () => {
  stop = watchItem({ onChange, onDoubt });
  window.dispatchEvent(new Event('focus'));
  expect(onDoubt).not.toHaveBeenCalled();
  window.dispatchEvent(new Event('blur'));
  window.dispatchEvent(new Event('focus'));
  window.dispatchEvent(new Event('focus'));
  expect(onDoubt).toHaveBeenCalledTimes(1);
  expect(onChange).not.toHaveBeenCalled();
});

it('does not doubt a change that Outlook told meanwhile', () => {
  stop = watchItem({ onChange, onDoubt });
  window.dispatchEvent(new Event('blur'));
  office.select({ itemId: 'two' });
  office.fire(CHANGED);
  window.dispatchEvent(new Event('focus'));
  expect(onChange).toHaveBeenCalledTimes(1);
  expect(onDoubt).not.toHaveBeenCalled();
});

it('stops', () => {
  watchItem({ onChange, onDoubt })();
  expect(office.handlers.has(CHANGED)).toBe(false);
  office.select({ itemId: 'two' });
  window.dispatchEvent(new Event('focus'));
  expect(onChange).not.toHaveBeenCalled();
});

it('works without Office', () => {
  install(null);
  stop = watchItem({ onChange, onDoubt });
  window.dispatchEvent(new Event('focus'));
  expect(onChange).not.toHaveBeenCalled();
});
