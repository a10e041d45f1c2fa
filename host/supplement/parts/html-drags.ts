import { WireEvent } from '../../protocol/calls';
import { channelOf, registration, type AppFactory } from './internals';
import { bytesOf, type WireHtmlDrag } from './wire-drag';

/**
 * Plays a drag from the message list as HTML drag events in this page, with files in a real DataTransfer.
 *
 * The browser's own drag would bring no file: it hands files that a page made to that page's own process
 * only, and the pane is of another origin. As in a real drag, nothing is dropped where the page did not
 * accept what was dragged over it.
 */
export function followHtmlDrags(factory: AppFactory): void {
  let accepted = false;
  const play = (data: unknown): void => {
    const { type, x, y, files } = data as WireHtmlDrag;
    // A page that accepted nothing gets no drop.
    const played = type === 'drop' && !accepted ? 'dragleave' : type;
    const prevented = dispatch(played, x, y, played === 'drop' ? files : []);
    accepted = played === 'dragover' && prevented;
  };
  channelOf(factory).registerForEvent(WireEvent.devHostDrag, play, null, registration(factory));
}

/** True where the page accepted it. */
function dispatch(type: string, x: number, y: number, files: WireHtmlDrag['files']): boolean {
  const dataTransfer = new DataTransfer();
  for (const file of files) {
    dataTransfer.items.add(new File([bytesOf(file)], file.name, { type: file.type }));
  }
  // So that `types` says Files before anything is dropped, as a browser does.
  if (files.length === 0) dataTransfer.items.add(new File([], ''));
  const target = document.elementFromPoint(x, y) ?? document.documentElement;
  const event = new DragEvent(type, {
    bubbles: true,
    cancelable: true,
    composed: true,
    clientX: x,
    clientY: y,
    dataTransfer,
  });
  return !target.dispatchEvent(event);
}
