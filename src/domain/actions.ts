/**
 * Every button that calls back, and what it is about. `version` is checked against the card of a deal, so that a button on
 * an old card refreshes it instead of doing the wrong thing; for lists it is the page.
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
  /** One more, one fewer; as a gift or not. */
  more: { subject: 'deal' },
  fewer: { subject: 'deal' },
  'as-gift': { subject: 'deal' },
  /** Put every alike right under one code. */
  all: { subject: 'deal' },
  /** Somebody else pays. */
  'pay-for-me': { subject: 'deal' },
  /** A recipient without a wallet: have it kept, or get the good at the shop. */
  'no-wallet': { subject: 'deal' },
  'use-at-shop': { subject: 'deal' },
  /** No, thanks. */
  decline: { subject: 'deal' },
  /** Type the address again. */
  'change-address': { subject: 'deal' },
  /** Ask the seller what a delivery costs. */
  'ask-quote': { subject: 'deal' },

  /** Show the rights this person holds. */
  'my-rights': { subject: 'none' },
  /** Everything this person held, passed on, sold and earned, as a file. */
  export: { subject: 'none' },
  /** Show one right. */
  'show-right': { subject: 'right' },
  /** Ways to get the good, and each of them. */
  'get-it': { subject: 'right' },
  'pick-up': { subject: 'right' },
  deliver: { subject: 'right' },
  unask: { subject: 'right' },
  arrived: { subject: 'right' },
  problem: { subject: 'right' },
  'refund-me': { subject: 'right' },
  /** Send a right to somebody: as a gift, or for a price. */
  send: { subject: 'right' },
  'send-gift': { subject: 'right' },
  'send-price': { subject: 'right' },
  'take-back': { subject: 'right' },
  /** Offer a right for resale. */
  sell: { subject: 'right' },
  unlist: { subject: 'right' },

  /** The seller's side of one right. */
  request: { subject: 'right' },
  accept: { subject: 'right' },
  refuse: { subject: 'right' },
  /** Refuse for one reason; the version is its number on chain. */
  'refuse-for': { subject: 'right' },
  'quote-free': { subject: 'right' },
  'quote-fee': { subject: 'right' },
  ship: { subject: 'right' },
  'refund-holder': { subject: 'right' },
  complete: { subject: 'right' },
  /** The arbiter's ruling on what is held: who gets it. */
  'rule-holder': { subject: 'right' },
  'rule-seller': { subject: 'right' },
  'rule-half': { subject: 'right' },

  /** A space, whole or one category of it; the version holds the page and whose link led here (`PageMark`). */
  space: { subject: 'space' },
  /** A category across spaces. */
  category: { subject: 'space' },
  /** The space of a purchase's seller, under the contributor of the purchase. */
  'deal-space': { subject: 'deal' },
  /** What a photo was taken for is not it; about its category, if there is one. */
  'none-of-these': { subject: 'space' },
  /** A held right that its holder sells, to buy. */
  'show-offer': { subject: 'right' },
  /** One series, to buy; the version holds whose link led here. */
  'show-series': { subject: 'series' },
  /** One series, to its issuer. */
  'my-series': { subject: 'series' },
  'close-series': { subject: 'series' },
  'raise-limit': { subject: 'series' },
  /** The pictures that a series' product is recognised by: all, one (the version is its number), more, and one fewer. */
  'product-photos': { subject: 'series' },
  'show-photo': { subject: 'series' },
  'add-photos': { subject: 'series' },
  'delete-photo': { subject: 'series' },
  /** Whether photos that were sent for a product are kept; the version of the yes is the mark of those that were shown. */
  'keep-photos': { subject: 'photo-offer' },
  'leave-photos': { subject: 'photo-offer' },
  /** A code of a series to print. */
  'print-code': { subject: 'series' },

  /** The own space, what was asked of it, its staff, and what links earned. */
  'my-space': { subject: 'account' },
  'new-product': { subject: 'none' },
  requests: { subject: 'none' },
  /** The staff of an own account; empty for the account used last. */
  staff: { subject: 'account' },
  'invite-staff': { subject: 'account' },
  /** What somebody says to an invitation. */
  'join-desk': { subject: 'invitation' },
  'decline-desk': { subject: 'invitation' },
  'remove-staff': { subject: 'desk-person' },
  /** Let a member's account act for the desk on chain (the version is its mark), and no longer. */
  'allow-staff': { subject: 'desk-person' },
  'disallow-staff': { subject: 'account' },
  earned: { subject: 'none' },
  /** Rights that were passed on: given away, and sold; the version is the page. */
  'sent-rights': { subject: 'none' },
  'sold-rights': { subject: 'none' },
  /** Money that waits for an account; the version says which coin. */
  withdraw: { subject: 'account' },

  /** A product on its way to being published. */
  'edit-name': { subject: 'draft' },
  'edit-category': { subject: 'draft' },
  'edit-number': { subject: 'draft' },
  'edit-spec': { subject: 'draft' },
  'edit-production': { subject: 'draft' },
  'edit-price': { subject: 'draft' },
  'edit-supply': { subject: 'draft' },
  'terms-today': { subject: 'draft' },
  'terms-ships': { subject: 'draft' },
  'terms-pre-order': { subject: 'draft' },
  publish: { subject: 'draft' },
  discard: { subject: 'draft' },
  /** A category that was found by its words; the version is its number. */
  'set-category': { subject: 'draft' },

  /** Wallets: all, a new one, one to forget. */
  wallets: { subject: 'none' },
  'bind-wallet': { subject: 'none' },
  unbind: { subject: 'account' },
  /** Give up the question that was asked in words. */
  'drop-question': { subject: 'none' },
  /** The first screen. */
  home: { subject: 'none' },
  /** The questions, or the answer to one of them. */
  help: { subject: 'topic' },
  /** Switch the language. */
  language: { subject: 'language' },
} as const satisfies Record<string, { subject: ActionSubject }>

/** What a button may be about. */
export type ActionSubject =
  | 'deal'
  | 'right'
  | 'series'
  | 'space'
  | 'draft'
  | 'photo-offer'
  | 'account'
  | 'desk-person'
  | 'invitation'
  | 'topic'
  | 'language'
  | 'none'

/** A key of {@link actions}. */
export type ActionName = keyof typeof actions

/**
 * One tap, as it travels in a button. `subject` is the id of a deal, a draft or offered photos, the base64url of a right's, series' or account's
 * bytes, of an account and a category (four bytes), of an account and a person's number, an invitation's secret, a topic, a language, or empty.
 */
export type Action = { name: ActionName; subject: string; version: number }
