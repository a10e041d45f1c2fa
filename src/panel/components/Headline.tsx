interface HeadlineProps {
  level: 1 | 2;
  /** A few words, to be taken in at a glance. */
  title: string;
  /** What happened, in one sentence. */
  sentence?: string;
}

/** The first thing that is read. */
export function Headline({ level, title, sentence }: HeadlineProps) {
  const Heading = level === 1 ? 'h1' : 'h2';
  return (
    <Heading className="headline mail">
      <span className={`headline-title-${level}`}>{title}</span>
      {sentence && ' '}
      {sentence && <span className="headline-sentence">{sentence}</span>}
    </Heading>
  );
}
