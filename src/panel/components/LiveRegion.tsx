import { lazy, Suspense } from 'react';
import type { Speech } from '../../plan/speech';
import { useSpeech } from '../../parts/speech';
import { nothingOpenKind, type State } from '../state';

/** An answer is put into words by what shows it, which comes while the first message is being read. */
const AnswerAnnouncement = lazy(async () => ({
  default: (await import(/* webpackChunkName: "answer" */ './AnswerAnnouncement')).AnswerAnnouncement,
}));

interface LiveRegionProps {
  state: State;
  knowsDomains: boolean;
}

/** Says aloud what the view has turned into; the view itself takes no focus from the mail. */
export function LiveRegion({ state, knowsDomains }: LiveRegionProps) {
  const speech = useSpeech();
  const { view } = state;
  return (
    <div role="status" className="unseen">
      {view.name === 'explained' ? (
        <Suspense>
          <AnswerAnnouncement explanation={view.explanation} knowsDomains={knowsDomains} />
        </Suspense>
      ) : (
        announcement(state, speech)
      )}
    </div>
  );
}

function announcement({ view, start, list }: State, { t }: Speech): string {
  switch (view.name) {
    case 'not-a-bounce':
      return t('panel.notABounce.title');
    case 'several':
      return t('panel.list.title', { count: String(list?.sources.length ?? 0) });
    case 'trace':
      return t('panel.ways.trace');
    case 'unreadable':
      return t('panel.unreadable.title');
    case 'nothing-open':
      return t(`panel.nothingOpen.${nothingOpenKind(start)}.title`);
    default:
      return t(view.name === 'starting' ? 'panel.starting' : 'panel.reading');
  }
}
