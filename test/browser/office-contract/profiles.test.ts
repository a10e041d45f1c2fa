import { profiles } from '../../../host/protocol/profiles';
import { contract, ready, type ContractWindow } from '../harness/contract';

declare const window: Window & ContractWindow;

const { start } = contract();

describe('client profiles', () => {
  test.each(profiles)('$id', async ({ id, hostName, platform, requirementSets, lacks }) => {
    const { pane } = await start({ profile: id });
    await ready(pane);
    const played = await pane.evaluate(async (names) => {
      const { mailbox } = Office.context;
      const item = mailbox.item as unknown as Record<string, unknown>;
      const outcome = await window.call(
        mailbox,
        'addHandlerAsync',
        Office.EventType.DragAndDropEvent,
        () => undefined,
      );
      return {
        ready: String((await Office.onReady()).platform),
        platform: String(Office.context.platform),
        hostName: mailbox.diagnostics.hostName,
        present: names.filter((name) => name in item && item[name] !== undefined),
        theme: Office.context.officeTheme !== undefined,
        drags: outcome.status,
        file: typeof item.getAsFileAsync,
      };
    }, lacks);
    expect(played).toEqual({
      ready: platform,
      platform,
      hostName,
      present: [],
      theme: !lacks.includes('officeTheme'),
      drags: lacks.includes('DragAndDropEvent') ? 'failed' : 'succeeded',
      file: lacks.includes('getAsFileAsync') ? 'undefined' : 'function',
    });
    const highest = Number(requirementSets.Mailbox?.split('.')[1]);
    const supported = await pane.evaluate(
      (minor) =>
        [minor, minor + 1].map((each) => Office.context.requirements.isSetSupported('Mailbox', `1.${each}`)),
      highest,
    );
    expect(supported).toEqual([true, false]);
  });

  test('iOS does not pin: another mail opens another pane', async () => {
    const { pane, page, currentPane } = await start({ profile: 'ios' });
    await ready(pane);
    await page.evaluate(() => window.mailbox.select('ndr.eml'));
    const next = await currentPane();
    expect(next).not.toBe(pane);
    await ready(next);
    expect(await next.evaluate(() => Office.context.mailbox.item?.itemClass)).toBe('REPORT.IPM.Note.NDR');
  });
});
