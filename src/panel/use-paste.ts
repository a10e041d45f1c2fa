import { useEffect, useRef } from 'react';
import type { Services } from './services';
import type { Explainer } from './use-explainer';

/** Ctrl+V anywhere in the pane: files, or the text of a bounce. */
export function usePaste(watchPaste: Services['watchPaste'], explainer: Explainer): void {
  // The newest one, without listening anew after every answer.
  const newest = useRef(explainer);
  useEffect(() => {
    newest.current = explainer;
  });
  useEffect(
    () =>
      watchPaste((pasted) => {
        if ('files' in pasted) newest.current.choose(pasted.files);
        else newest.current.paste(pasted.text);
      }),
    [watchPaste],
  );
}
