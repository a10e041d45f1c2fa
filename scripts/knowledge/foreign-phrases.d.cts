export function isHeldBack(path: string): boolean;
export function isForeign(phrase: string): boolean;
export function withoutForeign<Table extends object>(table: Table): Table;
export function patchesOf(table: object): [path: (string | number)[], list: string[]][];
