import { announce } from '../../plan/announce';
import { answerOf } from '../../plan/answer';
import type { Speech } from '../../plan/speech';
import { useSpeech } from '../../parts/speech';
import { nothingOpenKind, type State } from '../state';

interface LiveRegionProps {
  state: State;
  knowsDomains: boolean;
}

/** Says aloud what the view has turned into; the view itself takes no focus from the mail. */
export function LiveRegion({ state, knowsDomains }: LiveRegionProps) {
  return (
    <div role="status" className="unseen">
      {announcement(state, knowsDomains, useSpeech())}
    </div>
  );
}

function announcement({ view, start, list }: State, knowsDomains: boolean, speech: Speech): string {
  const { t } = speech;
  switch (view.name) {
    case 'explained': {
      const isQuestion = view.explanation.trust.verdict === 'backscatter' && !knowsDomains;
      const said = announce(answerOf(view.explanation), speech);
      return isQuestion ? `${t('panel.trust.ask')} ${said}` : said;
    }
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
