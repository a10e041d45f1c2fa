/** @jest-environment jsdom */
import { pastedContent, watchPaste } from '../../src/outlook/clipboard';

const data = (texts: Record<string, string>, files: File[] = []) =>
  ({ files, getData: (type: string) => texts[type] ?? '' }) as unknown as DataTransfer;
const file = new File(['x'], 'a.eml');

it.each([
  ['files before their names', data({ 'text/plain': 'a.eml' }, [file]), { files: [file] }],
  [
    'text before the page it comes from',
    data({ 'text/plain': '550', 'text/html': '<p>550' }),
    { text: '550' },
  ],
  ['a page without text', data({ 'text/html': '<p>550' }), { text: '<html><p>550</html>' }],
  ['nothing', data({ 'text/plain': ' ' }), null],
])('takes %s', (_what, clipboard, expected) => {
  expect(pastedContent(clipboard)).toEqual(expected);
});

describe('anywhere in the pane', () => {
  const onPaste = jest.fn();
  let stop: () => void;
  beforeEach(() => {
    onPaste.mockClear();
    document.body.innerHTML = '<p>text</p><textarea></textarea>';
    stop = watchPaste(onPaste);
  });
  afterEach(() => stop());
  const paste = (selector: string, clipboardData: DataTransfer) => {
    const event = Object.assign(new Event('paste', { bubbles: true, cancelable: true }), { clipboardData });
    document.querySelector(selector)?.dispatchEvent(event);
    return event.defaultPrevented;
  };

  it('takes text outside of fields, and leaves it in them', () => {
    expect(paste('p', data({ 'text/plain': '550' }))).toBe(true);
    expect(onPaste).toHaveBeenCalledWith({ text: '550' });
    expect(paste('textarea', data({ 'text/plain': '551' }))).toBe(false);
    expect(onPaste).toHaveBeenCalledTimes(1);
  });

  it('takes files in fields, too', () => {
    expect(paste('textarea', data({}, [file]))).toBe(true);
    expect(onPaste).toHaveBeenCalledWith({ files: [file] });
  });
});
