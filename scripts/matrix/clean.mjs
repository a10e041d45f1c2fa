/** Texts and mails that are no bounces, though they speak of some: what the engine must leave alone. */
export function dealClean() {
  return [];
}
