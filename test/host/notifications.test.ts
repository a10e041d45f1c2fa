import { CallDispatcher } from '../../host/protocol/call-dispatcher';
import { Call } from '../../host/protocol/calls';
import { Notifications, type Notification } from '../../host/protocol/notifications';

test('add, replace, remove, all; a key twice and an unknown key fail with their codes', async () => {
  let shown: Notification[] = [];
  const notifications = new Notifications((now) => {
    shown = now;
  });
  const desk = new CallDispatcher(notifications.calls());
  const one = { key: 'a', message: 'one' };
  await desk.answer(Call.notificationAdd, one);
  expect(shown).toEqual([one]);
  expect(await desk.answer(Call.notificationAdd, one)).toMatchObject({ errorCode: 9023 });
  await desk.answer(Call.notificationReplace, { key: 'a', message: 'two' });
  expect(await desk.answer(Call.notificationGetAll, {})).toMatchObject({
    data: [{ key: 'a', message: 'two' }],
  });
  expect(await desk.answer(Call.notificationReplace, { key: 'b' })).toMatchObject({ errorCode: 9024 });
  await desk.answer(Call.notificationRemove, { key: 'a' });
  expect(shown).toEqual([]);
  expect(await desk.answer(Call.notificationRemove, { key: 'a' })).toMatchObject({ errorCode: 9024 });
});
