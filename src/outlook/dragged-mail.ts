/**
 * The door for a mail that is dragged into the pane. Outlook on the web and new Outlook tell of it by an event
 * of their own, since the page never sees that drag; classic Outlook on Windows drops a `.msg`, the Mac an
 * `.eml`, and a file manager its files, as any drop in a page.
 */
import { call } from './call';
import type { Door } from './door';
import { sourcesOfFiles } from './mail-files';
import { mailbox, office, platform } from './office';

export const draggedMailDoor: Door<readonly File[]> = {
  id: 'dragged-mail',
  obstacle: () => (hasDrags() ? null : 'no-dragging'),
  open: (files) => sourcesOfFiles(files, 'dragged-mail'),
};

/** Phones have no drags; Outlook on the web of an Exchange server tells of none, and the page does not see them. */
function hasDrags(): boolean {
  if (['iOS', 'Android'].includes(platform() ?? '')) return false;
  // Typed for newer sets only: 'enterprise' is a mailbox on a server of one's own.
  const isOnServer = String(mailbox()?.userProfile?.accountType ?? '') === 'enterprise';
  return !(isOnServer && platform() === 'OfficeOnline');
}

/** Without a sign of life for so long, the drag has left the pane: Outlook's event tells no leaving. */
const FORGET_AFTER_MS = 1_000;

interface DragListener {
  /** A drag has come over the pane, or has left it. */
  onDragging(isOver: boolean): void;
  onDrop(files: readonly File[]): void;
}

/** The data of `Office.EventType.DragAndDropEvent`; its types are newer than those of our Office.js. */
interface OfficeDrag {
  dragAndDropEventData?: {
    type?: string;
    dataTransfer?: { files?: readonly { name: string; type?: string; fileContent: Blob }[] };
  };
}

/** Listens to drags from wherever they come. Returns the way to stop. */
export function watchDrags({ onDragging, onDrop }: DragListener): () => void {
  let isOver = false;
  let timer: ReturnType<typeof setTimeout> | undefined;
  const tell = (over: boolean) => {
    clearTimeout(timer);
    if (over) timer = setTimeout(() => tell(false), FORGET_AFTER_MS);
    if (over !== isOver) onDragging(over);
    isOver = over;
  };
  const drop = (files: readonly File[]) => {
    tell(false);
    if (files.length > 0) onDrop(files);
  };
  const stops = [
    watchPageDrags(
      () => tell(true),
      drop,
      () => tell(false),
    ),
    watchOfficeDrags(() => tell(true), drop),
  ];
  return () => {
    clearTimeout(timer);
    for (const stop of stops) stop();
  };
}

function watchPageDrags(
  onOver: () => void,
  onDrop: (files: readonly File[]) => void,
  onLeave: () => void,
): () => void {
  const hasFiles = (event: DragEvent) => event.dataTransfer?.types.includes('Files') ?? false;
  const over = (event: DragEvent) => {
    if (!hasFiles(event)) return;
    event.preventDefault();
    onOver();
  };
  // Left for the outside of the window: inside, one element is left for another.
  const leave = (event: DragEvent) => event.relatedTarget === null && onLeave();
  const drop = (event: DragEvent) => {
    if (!hasFiles(event)) return;
    // Else the browser would open the file in the place of the pane.
    event.preventDefault();
    onDrop([...(event.dataTransfer?.files ?? [])]);
  };
  document.addEventListener('dragover', over);
  document.addEventListener('dragleave', leave);
  document.addEventListener('drop', drop);
  return () => {
    document.removeEventListener('dragover', over);
    document.removeEventListener('dragleave', leave);
    document.removeEventListener('drop', drop);
  };
}

/** Classic Outlook and the Mac refuse this event: there the page sees the drop itself. */
function watchOfficeDrags(onOver: () => void, onDrop: (files: readonly File[]) => void): () => void {
  const type = (office()?.EventType as Record<string, string> | undefined)?.DragAndDropEvent;
  const box = mailbox();
  if (!type || !box) return () => undefined;
  const listen = ({ dragAndDropEventData: drag }: OfficeDrag) => {
    if (drag?.type !== 'drop') return onOver();
    const files = drag.dataTransfer?.files ?? [];
    onDrop(files.map(({ name, type: kind, fileContent }) => new File([fileContent], name, { type: kind })));
  };
  call('addHandlerAsync(DragAndDropEvent)', (done) => box.addHandlerAsync(type, listen, done)).catch(
    () => undefined,
  );
  return () => {
    call('removeHandlerAsync(DragAndDropEvent)', (done) => box.removeHandlerAsync(type, done)).catch(
      () => undefined,
    );
  };
}
