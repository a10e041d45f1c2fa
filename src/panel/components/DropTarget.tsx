import { useEffect, useRef, useState } from 'react';
import type { Services } from '../services';
import { useSpeech } from '../../parts/speech';

interface DropTargetProps {
  watchDrags: Services['watchDrags'];
  /** Asked anew when the mailbox is there: only then Outlook tells of its drags. */
  mailbox: boolean;
  onDrop(files: readonly File[]): void;
}

/** Appears while something is dragged over the pane. */
export function DropTarget({ watchDrags, mailbox, onDrop }: DropTargetProps) {
  const { t } = useSpeech();
  const [isOver, setIsOver] = useState(false);
  // The newest one, without registering with Outlook anew after every answer.
  const newest = useRef(onDrop);
  useEffect(() => {
    newest.current = onDrop;
  });
  useEffect(
    () => watchDrags({ onDragging: setIsOver, onDrop: (files) => newest.current(files) }),
    [watchDrags, mailbox],
  );
  return isOver ? (
    <div className="drop-target">
      <p className="strong">{t('panel.drop.title')}</p>
      <p>{t('panel.drop.detail')}</p>
    </div>
  ) : null;
}
