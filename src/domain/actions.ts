/**
 * Every button that calls back, and what it is about. `version` is checked against the card, so that a button on an old
 * card refreshes it instead of doing the wrong thing.
 */
export const actions = {
  /** Go on with a deal: pay, bind, pick up, hand over, try again. */
  go: { subject: 'deal' },
  /** Ask the wallet once more, where a crash left open whether it was asked. */
  again: { subject: 'deal' },
  /** Give a deal up before anything was sent. */
  cancel: { subject: 'deal' },
  /** Draw a card anew. */
  refresh: { subject: 'deal' },
  /** Show the rights this person holds. */
  'my-rights': { subject: 'none' },
  /** Show one right. */
  'show-right': { subject: 'right' },
  /** Get the good of a right: pick it up. */
  'pick-up': { subject: 'right' },
  /** Start to bind a wallet. */
  'bind-wallet': { subject: 'none' },
  /** The first screen. */
  home: { subject: 'none' },
  help: { subject: 'none' },
  /** Switch the language. */
  language: { subject: 'language' },
} as const satisfies Record<string, { subject: 'deal' | 'right' | 'language' | 'none' }>

/** A key of {@link actions}. */
export type ActionName = keyof typeof actions

/** One tap, as it travels in a button. `subject` is a deal id, a right's short key, a language, or empty. */
export type Action = { name: ActionName; subject: string; version: number }
