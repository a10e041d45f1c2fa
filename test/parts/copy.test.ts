/** @jest-environment jsdom */
import { copy } from '../../src/parts/copy';

const TEXT = 'Title\n[ ] step';
const writeText = jest.fn<Promise<void>, [string]>();
let button: HTMLButtonElement;
/** What stood selected when the copy was asked for. */
let selected: string | null;

function clipboard(exec: 'works' | 'says no' | 'throws'): void {
  document.execCommand = jest.fn(() => {
    const area = document.activeElement as HTMLTextAreaElement;
    selected = area.value.slice(area.selectionStart, area.selectionEnd);
    if (exec === 'throws') throw new Error('not allowed');
    return exec === 'works';
  });
}

beforeEach(() => {
  selected = null;
  writeText.mockReset();
  Object.assign(navigator, { clipboard: { writeText } });
  document.body.innerHTML = '<button>copy</button>';
  button = document.querySelector('button') as HTMLButtonElement;
  button.focus();
});

it('copies within the click, line breaks kept, before anything is awaited', () => {
  clipboard('works');
  const answer = copy({ text: TEXT }, button);
  expect(document.execCommand).toHaveBeenCalledWith('copy');
  expect(selected).toBe(TEXT);
  expect(document.activeElement).toBe(button);
  expect(document.querySelector('textarea')).toBeNull();
  expect(writeText).not.toHaveBeenCalled();
  return expect(answer).resolves.toBe('copied');
});

it.each(['says no', 'throws'] as const)('asks the clipboard API where execCommand %s', async (exec) => {
  clipboard(exec);
  writeText.mockResolvedValue();
  expect(await copy({ text: TEXT }, button)).toBe('copied');
  expect(writeText).toHaveBeenCalledWith(TEXT);
  expect(document.activeElement).toBe(button);
  expect(document.querySelector('textarea')).toBeNull();
});

it('leaves it to the hand where both fail, or there is no API', async () => {
  clipboard('says no');
  writeText.mockRejectedValue(new DOMException('blocked by permissions policy', 'NotAllowedError'));
  expect(await copy({ text: TEXT }, button)).toBe('by-hand');
  Object.assign(navigator, { clipboard: undefined });
  expect(await copy({ text: TEXT }, button)).toBe('by-hand');
});

it('puts both forms on the clipboard in the copy that it asks for, and in no later one', async () => {
  const set = jest.fn();
  const fire = () => {
    const event = Object.assign(new Event('copy', { bubbles: true, cancelable: true }), {
      clipboardData: { setData: set },
    });
    document.activeElement!.dispatchEvent(event);
    return event.defaultPrevented;
  };
  document.execCommand = jest.fn(fire);
  expect(await copy({ text: TEXT, html: '<b>Title</b>' }, button)).toBe('copied');
  expect(set.mock.calls).toEqual([
    ['text/plain', TEXT],
    ['text/html', '<b>Title</b>'],
  ]);
  expect(fire()).toBe(false);
});

it('does not wait for a prompt that nobody answers', async () => {
  clipboard('says no');
  writeText.mockReturnValue(new Promise(() => undefined));
  jest.useFakeTimers();
  const answer = copy({ text: TEXT }, button);
  jest.advanceTimersByTime(1_000);
  jest.useRealTimers();
  expect(await answer).toBe('by-hand');
});
