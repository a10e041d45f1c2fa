import type { RowDrag } from '../protocol/profiles';
import type { WireFile, WireHtmlDrag } from '../supplement/parts/wire-drag';
import { byId } from './elements';
import type { InstalledAddin } from './installed-addin';
import type { Mail } from './mail';
import { mailFile } from './mail-files';
import type { RowDrags } from './message-list';

/** Where in the pane, CSS pixels, and where on the page. */
interface Point {
  x: number;
  y: number;
  pageX: number;
  pageY: number;
}

/** A mail on its way from the list to the pane: the frame itself would not see it, so we stand before it. */
export function mailDrags(addin: () => InstalledAddin): RowDrags {
  const area = byId('drop-area');
  let dragged: Mail | null = null;
  const pointOf = (event: DragEvent): Point => {
    const { left, top } = area.getBoundingClientRect();
    const { clientX, clientY } = event;
    return { x: clientX - left, y: clientY - top, pageX: clientX, pageY: clientY };
  };
  area.addEventListener('dragenter', (event) => drag(addin(), 'dragenter', pointOf(event)));
  area.addEventListener('dragover', (event) => {
    event.preventDefault();
    drag(addin(), 'dragover', pointOf(event));
  });
  area.addEventListener('dragleave', (event) => drag(addin(), 'dragleave', pointOf(event)));
  area.addEventListener('drop', (event) => {
    event.preventDefault();
    if (dragged) void drop(addin(), [dragged], pointOf(event));
  });
  return {
    start: (mail) => {
      dragged = mail;
      // Later: Chromium ends a drag at once when the page changes below the pointer while it starts.
      setTimeout(() => {
        area.hidden = !addin().takesDrags;
      });
    },
    end: () => {
      dragged = null;
      area.hidden = true;
    },
  };
}

/** A whole drag onto the middle of the pane, by no hand; false where the client or the add-in takes none. */
export async function dragOnto(addin: InstalledAddin, mails: readonly Mail[]): Promise<boolean> {
  if (!addin.takesDrags) return false;
  const { width, height } = byId('pane').getBoundingClientRect();
  const middle = { x: width / 2, y: height / 2, pageX: width / 2, pageY: height / 2 };
  drag(addin, 'dragenter', middle);
  drag(addin, 'dragover', middle);
  return drop(addin, mails, middle);
}

/** Office tells of no more than being over the pane. */
function drag(addin: InstalledAddin, type: Exclude<WireHtmlDrag['type'], 'drop'>, at: Point): void {
  if (addin.profile.drags.value !== 'office-event') addin.htmlDrag({ type, x: at.x, y: at.y, files: [] });
  else if (type === 'dragover') addin.drag({ type, ...inOffice(at) });
}

async function drop(addin: InstalledAddin, mails: readonly Mail[], at: Point): Promise<boolean> {
  const files = await filesFor(addin.profile.drags.value, mails);
  return addin.profile.drags.value === 'office-event'
    ? addin.drag({ type: 'drop', ...inOffice(at), dataTransfer: { files } })
    : addin.htmlDrag({ type: 'drop', x: at.x, y: at.y, files });
}

function filesFor(drags: RowDrag, mails: readonly Mail[]): Promise<WireFile[]> {
  return Promise.all(mails.map((mail) => mailFile(mail, drags === 'msg-file' ? 'msg' : 'eml')));
}

const inOffice = ({ x, y, pageX, pageY }: Point) => ({ pageX, pageY, taskPaneX: x, taskPaneY: y });
