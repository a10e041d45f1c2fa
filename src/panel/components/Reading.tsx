import { useSpeech } from '../speech';
import { Headline } from './Headline';

/** While Outlook starts or a message is read. */
export function Reading({ starting }: { starting: boolean }) {
  const { t } = useSpeech();
  return <Headline level={1} title={t(starting ? 'panel.starting' : 'panel.reading')} />;
}
