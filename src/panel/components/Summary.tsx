import type { ComponentProps } from 'react';

/**
 * The line that unfolds a part. With a tabindex, though browsers need none: office.js hands the focus back
 * to Outlook at every Tab from an element that it does not know as one that can have it, and it knows no
 * summary.
 */
export const Summary = (props: ComponentProps<'summary'>) => <summary tabIndex={0} {...props} />;
