import { ErrorCode } from '../../protocol/calls';
import { failed, lastArguments, succeeded } from './async-results';
import type { Channel } from './internals';

interface Answer {
  error: boolean;
  errorCode?: number;
  errorMessage?: string;
  data?: unknown;
}

/** An Office-like call that our host answers under a name of our own. */
export function ownCall(channel: () => Channel, name: string, params: () => unknown) {
  return (...args: unknown[]): void => {
    const { callback, asyncContext } = lastArguments(args);
    channel().invoke(
      name,
      (code, answer) => {
        const { error, errorCode, errorMessage, data } = (answer ?? {
          error: true,
          errorMessage: `channel error ${String(code)}`,
        }) as Answer;
        callback(
          error
            ? failed(errorCode ?? ErrorCode.internalError, errorMessage ?? '', asyncContext)
            : succeeded(data, asyncContext),
        );
      },
      params(),
    );
  };
}
