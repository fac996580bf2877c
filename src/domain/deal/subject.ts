import type { Goods } from '../goods.ts'
import type { Account, DealId, RightId, SeriesId } from '../ids.ts'
import type { Terms, Way } from '../terms.ts'
import type { Act, ActArguments } from './act.ts'

/**
 * What a deal is about. Secrets are 16 bytes in hex with `0x`; amounts in the smallest unit of the currency, null being the
 * chain's own coin; times in Unix seconds.
 */
export type Subject =
  | { kind: 'binding' }
  | PurchaseSubject
  | TakeSubject
  | PublicationSubject
  | SendSubject
  | ClaimSubject
  | RedemptionSubject
  | HandoverSubject
  | QuoteSubject
  | ActSubject

/** One attempt to pay an issuer and mint. */
export type PurchaseSubject = {
  kind: 'purchase'
  series: SeriesId
  quantity: number
  /** Of one right; never changes after publishing. */
  price: bigint
  currency: Account | null
  issuer: Account
  /** Whose link brought the buyer. */
  contributor: Account | null
  /** A purchase that somebody else asked to have paid: their deal, and their account, which gets the rights. */
  paidFor: { deal: DealId; account: Account } | null
  /** Somebody else is asked to pay: the account that gets the rights; null when nobody is. */
  asked: Account | null
  /** Minted straight into Sent: one claim secret for each right. */
  gift: { secrets: string[]; until: number } | null
}

/** One attempt to pay a holder for a right that is for sale. */
export type TakeSubject = {
  kind: 'take'
  right: RightId
  price: bigint
  currency: Account | null
  seller: Account
  nonce: number
}

/** Putting a series on chain. The series' id is known once the account is. */
export type PublicationSubject = {
  kind: 'publication'
  goods: Goods
  terms: Terms
  /** How many may be sold for now; the whole supply when it is left out. */
  limit?: number
  /** 32 bytes, hex. */
  salt: string
}

/** Reserving a right for whoever has the claim secret. */
export type SendSubject = {
  kind: 'send'
  right: RightId
  secret: string
  /** What the recipient pays; null for a gift. */
  price: bigint | null
  currency: Account | null
  until: number
}

/** Accepting a send. */
export type ClaimSubject = {
  kind: 'claim'
  right: RightId
  secret: string
  price: bigint | null
  currency: Account | null
  sender: Account
  /** Shown at the shop by somebody without a wallet; null until asked for. */
  deskCode: string | null
  /** Kept for a person without a wallet until then; null when it is not. */
  keptUntil: number | null
  /** When the send runs out; older deals do not know it. */
  until?: number
}

/** Exchanging rights of one holder for their goods. The same secret stands for all of them. */
export type RedemptionSubject = {
  kind: 'redemption'
  rights: RightId[]
  way: Way
  secret: string
  delivery: Delivery | null
}

/** What a delivery needs besides the chain. The address is erased when the deal is over. */
export type Delivery = {
  address: string | null
  /** The issuer's signed acceptance of exactly this request. */
  quote: {
    fee: bigint
    currency: Account | null
    expiry: number
    by: Account
    signature: string
  } | null
  /** The issuer whose desk has been asked what it costs; null while nobody was. */
  askedOf: Account | null
  /** What the seller said of the parcel. */
  tracking: string | null
}

/** The desk's side of a pick-up. `gift` when the code is of a send that nobody claimed. */
export type HandoverSubject = {
  kind: 'handover'
  rights: RightId[]
  secret: string
  origin: DealId
  isGift: boolean
}

/** The seller's side of a delivery: a signed acceptance with a fee. */
export type QuoteSubject = {
  kind: 'quote'
  right: RightId
  origin: DealId
  fee: bigint
  currency: Account | null
  /** Of the request that is accepted. */
  nonce: number
  holder: Account
  secret: string
  expiry: number
}

/** One call about one right, one series or one account that needs no state of its own. */
export type ActSubject = {
  kind: 'act'
  act: Act
  /** Who has to send it; null for anybody. */
  by: Account | null
  right: RightId | null
  series: SeriesId | null
  arguments: ActArguments
  /** The right's last change when this was offered: tells a later one from it. */
  before: string | null
}

/** The rights that a subject names before anything is on chain. */
export function rightsOf(subject: Subject): RightId[] {
  if ('rights' in subject) return subject.rights
  return 'right' in subject && subject.right !== null ? [subject.right] : []
}

/** The series that a subject names. */
export function seriesNamed(subject: Subject): SeriesId | null {
  return 'series' in subject ? subject.series : null
}

/** The claim secrets that a subject made: of a send, or one for each right of a gift. */
export function claimSecretsOf(subject: Subject): string[] {
  if (subject.kind === 'send') return [subject.secret]
  return subject.kind === 'purchase' ? (subject.gift?.secrets ?? []) : []
}
