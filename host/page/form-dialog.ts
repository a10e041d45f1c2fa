import type { OpenedForm } from '../protocol/calls-on-mailbox';
import { textOfHtml } from './body-forms';
import { byId, make } from './elements';

/** Shows a form that the add-in opened. It does not block the page, so that the panel stays usable. */
export function showForm({ kind, params }: OpenedForm): void {
  const dialog = byId<HTMLDialogElement>('form');
  const { toRecipients, subject, htmlBody } = (params ?? {}) as Record<string, unknown>;
  const to = Array.isArray(toRecipients) ? toRecipients.map(String).join('; ') : '';
  dialog.replaceChildren(
    make('h2', { id: 'form-title' }, [`The add-in opened: ${kind}`]),
    ...[
      ['To', to],
      ['Subject', typeof subject === 'string' ? subject : ''],
    ]
      .filter(([, value]) => value)
      .map(([label, value]) => make('p', {}, [make('strong', {}, [`${label ?? ''}: `]), value ?? ''])),
    make('pre', {}, [typeof htmlBody === 'string' ? textOfHtml(htmlBody) : JSON.stringify(params, null, 2)]),
    make('button', { type: 'button', onclick: () => dialog.close() }, ['Close']),
  );
  dialog.show();
}
