import { CallError, RawAnswer, type CallHandler } from './call-dispatcher';
import { Call, ErrorCode, SharedCall, type CallId } from './calls';
import type { Stored } from './stored';

/** A form that the add-in asked the mailbox to open. */
export interface OpenedForm {
  kind: 'new message' | 'reply' | 'message' | 'appointment';
  params: unknown;
}

/** The calls on the mailbox as a whole: settings, forms, and the tokens that this host has not. */
export function callsOnMailbox(
  roamingSettings: Stored<Record<string, string>>,
  open: (form: OpenedForm) => void,
): Map<CallId, CallHandler> {
  const opens =
    (kind: OpenedForm['kind']): CallHandler =>
    (params) =>
      open({ kind, params });
  return new Map<CallId, CallHandler>([
    // All settings, in a list of one; every value is itself a JSON text.
    [Call.saveRoamingSettings, (params) => roamingSettings.write((params as [Record<string, string>])[0])],
    [Call.displayNewMessageForm, opens('new message')],
    [Call.displayNewMessageFormAsync, opens('new message')],
    [Call.displayReply, opens('reply')],
    [Call.displayReplyAll, opens('reply')],
    [Call.displayReplyWithAttachments, opens('reply')],
    [Call.displayReplyAllWithAttachments, opens('reply')],
    [Call.displayReplyFormAsync, opens('reply')],
    [Call.displayReplyAllFormAsync, opens('reply')],
    [Call.displayMessageForm, opens('message')],
    [Call.displayMessageFormAsync, opens('message')],
    [Call.displayAppointmentForm, opens('appointment')],
    [Call.displayNewAppointmentForm, opens('appointment')],
    [Call.callbackToken, noToken],
    [Call.userIdentityToken, noToken],
    [
      Call.ewsRequest,
      () => new RawAnswer({ wasProxySuccessful: false, errorMessage: 'There is no Exchange here.' }),
    ],
    [`shared ${String(SharedCall.commandDone)}`, () => undefined],
    [
      `shared ${String(SharedCall.accessToken)}`,
      () => {
        throw new CallError(ErrorCode.accessTokenNotSupported);
      },
    ],
  ]);
}

/** As in every Microsoft 365 tenant today: the old tokens are switched off. */
function noToken(): RawAnswer {
  return new RawAnswer({
    wasSuccessful: false,
    errorCode: ErrorCode.tokensNotSupported,
    errorName: 'GenericTokenError',
    errorMessage: 'There are no Exchange tokens here.',
  });
}
