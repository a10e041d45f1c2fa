/** @jest-environment jsdom */
import { forgetCapabilities } from '../../src/outlook/office';
import { themeOf, watchTheme } from '../../src/outlook/theme';
import { FakeOffice, install } from './fake-office';

const colours = (bodyBackgroundColor: string, bodyForegroundColor: string) =>
  ({ bodyBackgroundColor, bodyForegroundColor }) as Office.OfficeTheme;

/** jsdom has no matchMedia. */
function system(...matching: string[]): (query: string) => void {
  const listeners = new Set<() => void>();
  window.matchMedia = ((query: string) => ({
    matches: matching.some((part) => query.includes(part)),
    addEventListener: (_type: string, listener: () => void) => listeners.add(listener),
    removeEventListener: (_type: string, listener: () => void) => listeners.delete(listener),
  })) as unknown as typeof window.matchMedia;
  return (added) => {
    matching.push(added);
    for (const listener of listeners) listener();
  };
}

beforeEach(() => forgetCapabilities());
afterEach(() => install(null));

it.each([
  ['#ffffff', '#212121', 'light'],
  ['#212121', '#f0f0f0', 'dark'],
  ['#0a0b0c', '#ffffff', 'dark'],
  ['#000000', '#ffffff', 'high-contrast-dark'],
  ['nonsense', '', 'light'],
])('takes %s with %s for %s', (background, foreground, theme) => {
  system();
  expect(themeOf(colours(background, foreground))).toBe(theme);
});

it('follows the system where Office tells no colours', () => {
  system('dark');
  expect(themeOf(undefined)).toBe('dark');
  system('dark', 'forced-colors');
  expect(themeOf(undefined)).toBe('high-contrast-dark');
  system('forced-colors');
  expect(themeOf(undefined)).toBe('high-contrast-light');
});

it('tells each change once, from Office or the system, until it is stopped', () => {
  const change = system();
  const office = new FakeOffice();
  install(office);
  const onTheme = jest.fn();
  const stop = watchTheme(onTheme);
  expect(onTheme).toHaveBeenLastCalledWith('light');
  office.fire('officeThemeChanged', { officeTheme: colours('#101010', '#eeeeee') });
  office.fire('officeThemeChanged', { officeTheme: colours('#111111', '#eeeeee') });
  expect(onTheme).toHaveBeenLastCalledWith('dark');
  expect(onTheme).toHaveBeenCalledTimes(2);
  stop();
  change('forced-colors');
  expect(onTheme).toHaveBeenCalledTimes(2);
  expect(office.handlers.size).toBe(0);
});
