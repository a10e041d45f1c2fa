import type { ReactNode } from 'react';
import type { Tone } from '../../plan/plan';
import { useHeadline } from '../use-focus';
import { ToneIcon } from './ToneIcon';

interface TitleProps {
  level: 1 | 2;
  tone?: Tone;
  /** Of little weight: an ordinary mail. */
  quiet?: boolean;
  /** Says only that an answer is coming: the focus waits for that one. */
  passing?: boolean;
  children: ReactNode;
}

/** The first thing that is read. It takes the focus when an answer has been asked for. */
export function Title({ level, tone, quiet = false, passing = false, children }: TitleProps) {
  const Heading = `h${level}` as const;
  const headline = useHeadline(level === 1 && !passing);
  return (
    <div className="title">
      {tone && <ToneIcon tone={tone} />}
      <Heading
        ref={headline}
        className={`title-text title-${quiet ? 2 : level} mail`}
        tabIndex={level === 1 ? -1 : undefined}
      >
        {children}
      </Heading>
    </div>
  );
}
