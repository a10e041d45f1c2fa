import { Button } from '@fluentui/react-components';
import { ChevronDownRegular, ChevronRightRegular, ChevronUpRegular } from '@fluentui/react-icons';
import { type ReactNode, useId, useState } from 'react';

interface FoldProps {
  title: ReactNode;
  children: ReactNode;
  /** Is it open at first? */
  open?: boolean;
  /** Makes the title a heading of the page. */
  level?: 2;
  className?: string;
  /** A row of a table: its chevron stands at the end and points down. */
  asRow?: boolean;
}

/** A title that opens what is folded below it, in place. What is folded is drawn when it is opened. */
export function Fold({ title, children, open = false, level, className = 'fold', asRow = false }: FoldProps) {
  const [isOpen, setIsOpen] = useState(open);
  const id = useId();
  const Chevron = asRow ? (isOpen ? ChevronUpRegular : ChevronDownRegular) : ChevronRightRegular;
  const button = (
    <Button
      className="fold-title"
      appearance="subtle"
      size="small"
      icon={<Chevron className={asRow ? undefined : isOpen ? 'fold-open' : 'rtl-turned'} />}
      iconPosition={asRow ? 'after' : 'before'}
      aria-expanded={isOpen}
      aria-controls={isOpen ? id : undefined}
      onClick={() => setIsOpen(!isOpen)}
    >
      {title}
    </Button>
  );
  return (
    <div className={className}>
      {level === 2 ? <h2>{button}</h2> : button}
      {isOpen && (
        <div id={id} className="fold-panel">
          {children}
        </div>
      )}
    </div>
  );
}
