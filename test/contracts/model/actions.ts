import type { Signed } from './signatures.ts'
import type { ModelGoods, ModelTerms, manners } from './terms.ts'

/** One call of a function of the contract, or one deed of the world around it. */
export type Action = (Call | Deed) & {
  /** Seconds since the action before, at least 1. */
  readonly wait: number
}

/** A function of the contract with its arguments. */
export type Call = CallBody & Sender

/** Who calls, and the chain's own coin that comes with the call. */
export type Sender = { readonly by: string; readonly value?: bigint }

/** What is bought, for whom, through whom. */
export type ModelPurchase = {
  readonly series: string
  readonly quantity: number
  readonly to: string
  readonly contributor: string
  readonly until: number
  readonly claimKeys: readonly string[]
}

/** One series to publish: `as` is its name from then on, `salt` a number. */
export type ModelPublication = {
  readonly as: string
  readonly terms: ModelTerms
  readonly goods: ModelGoods
  readonly limit: number
  readonly salt: number
}

/** What a permit says, and what was signed. */
export type ModelPermit = {
  readonly value: bigint
  readonly deadline: number
  readonly signed: {
    signer: string
    value: bigint
    deadline: number
    nonce: number
    spender: string
  }
}

/** What an authorization says, and what was signed. */
export type ModelAuthorization = {
  readonly payer: string
  readonly validAfter: number
  readonly validBefore: number
  readonly salt: number
  readonly signed: {
    signer: string
    payer: string
    amount: bigint
    validAfter: number
    validBefore: number
    salt: number
    purchase: ModelPurchase
  }
}

/** An offer that a holder signs. */
export type ModelOffer = {
  readonly right: string
  readonly taker: string
  readonly price: bigint
  readonly until: number
}

/** An acceptance that an issuer signs. */
export type ModelAcceptance = {
  readonly right: string
  readonly way: number
  readonly commitment: string
  readonly fee: bigint
  readonly expiry: number
  readonly by: string
}

type One = { readonly right: string }

/** All functions that change something, with their arguments. */
export type CallBody =
  | ({ fn: 'publish' } & ModelPublication)
  | { fn: 'publishMany'; publications: readonly ModelPublication[] }
  | { fn: 'close'; series: string }
  | { fn: 'raiseLimit'; series: string; limit: number }
  | { fn: 'extend'; series: string; redeemByDay: number }
  | { fn: 'setStaff'; account: string; isStaff: boolean }
  | { fn: 'buyRight'; series: string }
  | { fn: 'buy'; purchase: ModelPurchase }
  | { fn: 'buyWithPermit'; purchase: ModelPurchase; permit: ModelPermit }
  | { fn: 'buyWithAuthorization'; purchase: ModelPurchase; authorization: ModelAuthorization }
  | ({ fn: 'list'; price: number; taker: string; until: number } & One)
  | ({ fn: 'unlist' } & One)
  | ({ fn: 'take'; nonce: number; maxPrice: bigint; to: string } & One)
  | { fn: 'takeOffer'; offer: ModelOffer; signed: Signed; to: string }
  | ({ fn: 'cancel' } & One)
  | ({ fn: 'send'; claimKey: string; price: number; until: number } & One)
  | {
      fn: 'sendMany'
      rights: readonly string[]
      claimKeys: readonly string[]
      price: number
      until: number
    }
  | ({ fn: 'takeBack' } & One)
  | ({
      fn: 'claim'
      recipient: string
      deadline: number
      signed: Signed
      /** The most that a caller pays who is the key and leaves the signature out. */
      maximum?: bigint
    } & One)
  | ({ fn: 'handOverGift'; expiry: number; signed: Signed } & One)
  | ({ fn: 'request'; way: number; commitment: string } & One)
  | { fn: 'requestMany'; rights: readonly string[]; way: number; commitments: readonly string[] }
  | { fn: 'requestAccepted'; acceptance: ModelAcceptance; signed: Signed }
  | ({ fn: 'withdrawRequest' } & One)
  | ({ fn: 'accept'; handOverBy: number } & One)
  | ({ fn: 'refuse'; reason: number } & One)
  | ({ fn: 'ship' } & One)
  | ({ fn: 'confirm' } & One)
  | ({ fn: 'complete' } & One)
  | ({ fn: 'handOver'; secret: number } & One)
  | { fn: 'handOverMany'; secret: number; rights: readonly string[] }
  | ({ fn: 'redeem'; way: number; expiry: number; signed: Signed } & One)
  | ({ fn: 'dispute' } & One)
  | ({ fn: 'rule'; toHolder: bigint } & One)
  | ({ fn: 'settle'; toHolder: bigint; expiry: number; byHolder: Signed; byIssuer: Signed } & One)
  | ({ fn: 'refund' } & One)
  | ({ fn: 'lapse' } & One)
  | { fn: 'withdraw'; currency: string; owner: string }
  | { fn: 'withdrawTo'; currency: string; to: string }
  | ({ fn: 'transferFrom'; from: string; to: string } & One)
  | ({ fn: 'safeTransferFrom'; from: string; to: string; note: boolean } & One)
  | ({ fn: 'approve'; to: string } & One)
  | { fn: 'setApprovalForAll'; operator: string; approved: boolean }

/** What happens outside of the contract. */
export type Deed =
  | { fn: 'coinAllow'; coin: string; owner: string; amount: bigint }
  | { fn: 'coinBehave'; coin: string; manner: (typeof manners)[number] }
  | { fn: 'coinFee'; coin: string; feeBps: number }
  | { fn: 'coinShut'; coin: string; account: string }
  | { fn: 'coinRebase'; coin: string; account: string; balance: bigint }
  | { fn: 'coinPlan'; coin: string; call: Call }
  | { fn: 'actorBehave'; actor: string; refusesMoney: boolean; refusesRights: boolean }
  | { fn: 'actorPlan'; actor: string; call: Call }
  /** Native coin that nobody asked for, as a self-destruct forces it in. */
  | { fn: 'force'; account: string; amount: bigint }
  /** A right that has changed so often. */
  | { fn: 'age'; right: string; nonce: number }

/** The name of a function or a deed. */
export type ActionName = Action['fn']
/** The call of one function. */
export type CallOf<F extends CallBody['fn']> = Extract<CallBody, { fn: F }> &
  Omit<Call, keyof CallBody>
