import type { ButtonProps } from '@fluentui/react-components';
import { useSpeech } from '../speech';
import { CopyButton } from './CopyButton';

interface CopyChecklistProps {
  text: () => string;
  /** Of all groups, where there are several. */
  all?: boolean;
  appearance?: ButtonProps['appearance'];
}

/** One click, and the whole answer is ready for the ticket. */
export function CopyChecklist({ text, all = false, appearance }: CopyChecklistProps) {
  const { t } = useSpeech();
  const label = t(all ? 'panel.copy.all' : 'panel.copy.checklist');
  return <CopyButton size="small" appearance={appearance} label={label} text={text} />;
}
