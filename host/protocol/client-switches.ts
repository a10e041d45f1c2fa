/**
 * What the sources on a client contradict each other about. Each profile has its own position of every
 * switch; the page's header, its address and `window.mailbox` can move it.
 */
export const switchPositions = {
  /**
   * A delivery report (any class that begins with REPORT) is selected: the add-in starts as on any mail;
   * a dialog "Restricted item" comes first, and after OK it starts; or its button is off, and a pinned
   * pane hears nothing and keeps the mail before.
   */
  ndr: ['activates', 'dialog', 'does-not-activate'],
  /** Is a pinned pane told of another mail? */
  itemChanged: ['fires', 'not'],
  /** A pinned pane that was not told calls its item: what does the call answer for? */
  staleCalls: ['old', 'new', 'fails', 'silent'],
} as const;

/** A position of every switch. */
export type Switches = {
  -readonly [Name in keyof typeof switchPositions]: (typeof switchPositions)[Name][number];
};
export type SwitchName = keyof Switches;

export const switchNames = Object.keys(switchPositions) as SwitchName[];

/** The switches that a page's address moves: `?ndr=activates&itemChanged=not`. What makes no sense moves none. */
export function movedSwitches(params: URLSearchParams): Partial<Switches> {
  return Object.fromEntries(
    switchNames.flatMap((name) => {
      const position = params.get(name);
      return position !== null && isPosition(name, position) ? [[name, position]] : [];
    }),
  );
}

export function isPosition<Name extends SwitchName>(
  name: Name,
  position: string,
): position is Switches[Name] {
  return (switchPositions[name] as readonly string[]).includes(position);
}
