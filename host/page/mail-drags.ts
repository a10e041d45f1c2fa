import type { WireDrag } from '../supplement/parts/drag-events';
import { toBase64 } from './base64';
import { byId } from './elements';
import type { InstalledAddin } from './installed-addin';
import type { Mail } from './mail';
import type { RowDrags } from './message-list';

/** A mail on its way from the list to the pane: the frame itself would not see it, so we stand before it. */
export function mailDrags(addin: () => InstalledAddin): RowDrags {
  const area = byId('drop-area');
  let dragged: Mail | null = null;
  area.addEventListener('dragover', (event) => {
    event.preventDefault();
    addin().drag(dragAt(event, 'dragover', area));
  });
  area.addEventListener('drop', (event) => {
    event.preventDefault();
    if (dragged) addin().drag({ ...dragAt(event, 'drop', area), ...filesOf(dragged) });
  });
  return {
    start: (mail) => {
      dragged = mail;
      // Later: Chromium ends a drag at once when the page changes below the pointer while it starts.
      setTimeout(() => {
        area.hidden = !addin().wantsDrags;
      });
    },
    end: () => {
      dragged = null;
      area.hidden = true;
    },
  };
}

/** A mail as a file, as the event carries it. */
export function filesOf(mail: Mail): Pick<WireDrag, 'dataTransfer'> {
  const name = `${mail.subject.replace(/[\\/:*?"<>|]/g, '_') || 'Untitled'}.eml`;
  return { dataTransfer: { files: [{ name, type: 'message/rfc822', base64: toBase64(mail.bytes) }] } };
}

function dragAt(event: DragEvent, type: WireDrag['type'], area: HTMLElement): WireDrag {
  const { left, top } = area.getBoundingClientRect();
  const { clientX, clientY } = event;
  return { type, pageX: clientX, pageY: clientY, taskPaneX: clientX - left, taskPaneY: clientY - top };
}
