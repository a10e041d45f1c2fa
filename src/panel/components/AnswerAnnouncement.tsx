import { type Explanation, showLine } from '../../engine';
import { announce } from '../../plan/announce';
import { answerOf } from '../../plan/answer';
import { useSpeech } from '../../parts/speech';

interface AnswerAnnouncementProps {
  explanation: Explanation;
  knowsDomains: boolean;
}

/** An answer, as it is said aloud. */
export function AnswerAnnouncement({ explanation, knowsDomains }: AnswerAnnouncementProps) {
  const speech = useSpeech();
  const isQuestion = explanation.trust.verdict === 'backscatter' && !knowsDomains;
  const from = showLine(explanation.original.from ?? '');
  const question = [
    speech.t('panel.trust.ask'),
    from ? `${speech.t('panel.trust.sentAs')} ${from}` : speech.t('panel.trust.askDetail'),
  ];
  return announce(answerOf(explanation), speech, isQuestion ? question : undefined);
}
