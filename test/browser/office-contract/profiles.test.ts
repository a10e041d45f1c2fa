import { lackedBy, profiles } from '../../../host/protocol/profiles';
import { contract, ready, type ContractWindow } from '../harness/contract';

declare const window: Window & ContractWindow;

const { start } = contract();

describe('client profiles', () => {
  test.each(profiles)('$id', async (profile) => {
    const { id, hostName, platform, accountType, requirementSets, clipboardApi } = profile;
    const lacks = lackedBy(profile);
    const { pane } = await start({ profile: id });
    await ready(pane);
    const played = await pane.evaluate(async (names) => {
      const { mailbox } = Office.context;
      const item = mailbox.item as unknown as Record<string, unknown>;
      const register = async (type: Office.EventType): Promise<string> =>
        (await window.call(mailbox, 'addHandlerAsync', type, () => undefined)).status;
      return {
        ready: String((await Office.onReady()).platform),
        platform: String(Office.context.platform),
        hostName: mailbox.diagnostics.hostName,
        accountType: mailbox.userProfile.accountType,
        present: names.filter((name) => name in item && item[name] !== undefined),
        theme: Office.context.officeTheme !== undefined,
        drags: await register(Office.EventType.DragAndDropEvent),
        selections: await register(Office.EventType.SelectedItemsChanged),
        file: typeof item.getAsFileAsync,
        clipboard: (
          document as unknown as { featurePolicy: { allowsFeature(name: string): boolean } }
        ).featurePolicy.allowsFeature('clipboard-write'),
      };
    }, lacks);
    const outcome = (name: string): string => (lacks.includes(name) ? 'failed' : 'succeeded');
    expect(played).toEqual({
      ready: platform,
      platform,
      hostName,
      accountType,
      present: [],
      theme: !lacks.includes('officeTheme'),
      drags: outcome('DragAndDropEvent'),
      selections: outcome('SelectedItemsChanged'),
      file: lacks.includes('getAsFileAsync') ? 'undefined' : 'function',
      clipboard: clipboardApi.value,
    });
    const highest = Number(requirementSets.value.Mailbox?.split('.')[1]);
    const supported = await pane.evaluate(
      (minor) =>
        [minor, minor + 1].map((each) => Office.context.requirements.isSetSupported('Mailbox', `1.${each}`)),
      highest,
    );
    expect(supported).toEqual([true, false]);
  });
});
