/** @jest-environment jsdom */
import { watchDrags } from '../../src/outlook/dragged-mail';
import { forgetCapabilities } from '../../src/outlook/office';
import { FakeOffice, install, refused } from './fake-office';

const DRAG = 'olkDragAndDropEvent';
const onDragging = jest.fn();
const onDrop = jest.fn();
let stop: () => void = () => undefined;

beforeEach(() => {
  jest.useFakeTimers();
  onDragging.mockClear();
  onDrop.mockClear();
  forgetCapabilities();
});
afterEach(() => {
  stop();
  install(null);
  jest.useRealTimers();
});

const inPage = (type: string, files: File[], kinds = ['Files']) => {
  const event = Object.assign(new Event(type, { bubbles: true, cancelable: true }), {
    dataTransfer: { types: kinds, files },
    relatedTarget: null,
  });
  document.dispatchEvent(event);
  return event.defaultPrevented;
};
const withOffice = () => {
  const office = new FakeOffice();
  Object.assign(office.EventType, { DragAndDropEvent: DRAG });
  install(office);
  return office;
};

it('takes files that are dropped in the page, and shows where', () => {
  stop = watchDrags({ onDragging, onDrop });
  const files = [new File(['x'], 'a.msg')];
  expect(inPage('dragover', files)).toBe(true);
  inPage('dragover', files);
  expect(onDragging.mock.calls).toEqual([[true]]);
  expect(inPage('drop', files)).toBe(true);
  expect(onDrop).toHaveBeenCalledWith(files);
  expect(onDragging).toHaveBeenLastCalledWith(false);
});

it('leaves dragged text to the browser', () => {
  stop = watchDrags({ onDragging, onDrop });
  expect(inPage('dragover', [], ['text/plain'])).toBe(false);
  expect(onDragging).not.toHaveBeenCalled();
});

it('takes a mail that Outlook tells of, as a file', async () => {
  const office = withOffice();
  stop = watchDrags({ onDragging, onDrop });
  office.fire(DRAG, { dragAndDropEventData: { type: 'dragover' } });
  expect(onDragging).toHaveBeenLastCalledWith(true);
  const fileContent = new Blob(['Subject: x']);
  const files = [{ name: 'x.eml', type: 'message/rfc822', fileContent }];
  office.fire(DRAG, { dragAndDropEventData: { type: 'drop', dataTransfer: { files } } });
  const [dropped] = onDrop.mock.calls[0][0] as File[];
  expect([dropped?.name, dropped?.type, dropped?.size]).toEqual(['x.eml', 'message/rfc822', 10]);
});

it('forgets a drag of which nothing more is heard', () => {
  const office = withOffice();
  stop = watchDrags({ onDragging, onDrop });
  office.fire(DRAG, { dragAndDropEventData: { type: 'dragover' } });
  jest.advanceTimersByTime(1_100);
  expect(onDragging.mock.calls).toEqual([[true], [false]]);
});

it('does with the page alone where Outlook refuses its event', () => {
  withOffice().registration = refused;
  stop = watchDrags({ onDragging, onDrop });
  inPage('drop', [new File(['x'], 'a.msg')]);
  expect(onDrop).toHaveBeenCalledTimes(1);
});

it('stops', () => {
  const office = withOffice();
  watchDrags({ onDragging, onDrop })();
  expect(office.handlers.has(DRAG)).toBe(false);
  inPage('drop', [new File(['x'], 'a.msg')]);
  expect(onDrop).not.toHaveBeenCalled();
});
