import { groupRecipients } from '../groups';
import { headlineOf, warningOf } from '../phrases';
import { type Speech, useSpeech } from '../speech';
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
    case 'explained':
    case 'not-a-bounce': {
      const { explanation } = view;
      const { verdict } = explanation.trust;
      if (verdict === 'suspicious') return warningOf(explanation, knowsDomains, speech);
      if (view.name === 'not-a-bounce') return t('panel.notABounce.title');
      if (verdict === 'backscatter') return warningOf(explanation, knowsDomains, speech);
      return headlineOf(groupRecipients(explanation).groups, speech);
    }
    case 'several':
      return t('panel.list.title', { count: String(list?.sources.length ?? 0) });
    case 'unreadable':
      return t('panel.unreadable.title');
    case 'nothing-open':
      return t(`panel.nothingOpen.${nothingOpenKind(start)}.title`);
    default:
      return t(view.name === 'starting' ? 'panel.starting' : 'panel.reading');
  }
}
