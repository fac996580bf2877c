import { toRightId } from '../../../src/domain/right-id.ts'
import type { RightsMessage } from '../../../src/domain/typed-data.ts'
import { type Compact, keyOf, signMessage } from '../sign.ts'
import { SECRET, type World, ZERO } from '../world.ts'
import type { Ask, FunctionName, Signed } from './ask.ts'

const NO_COMMITMENT = `0x${'00'.repeat(32)}`
const HASH = `0x${'33'.repeat(32)}`
const OTHER_SECRET = `0x${'cd'.repeat(16)}`

/** What the holder of this right commits to. */
export function commitmentOf(world: World, { right }: Pick<Ask, 'right'>): string {
  return world.commitTo(toRightId(right.id), right.holder)
}

/** Turns questions into calls; signs what has to be signed once, however often it is asked. */
export function createEncoder(world: World) {
  const known = new Map<string, string>()
  const signatures = new Map<string, Compact>()

  function sign(
    ask: Ask,
    message: RightsMessage,
    signer: keyof typeof signers,
    values: Record<string, unknown>,
    how: Signed = ask.given.signature,
  ): Compact {
    const { right, people } = ask
    const nonce =
      how === 'stale' ? Math.max(right.nonce - 1, 0) + Number(right.nonce === 0) : right.nonce
    const account = how === 'wrong' ? people.stranger : signers[signer](ask)
    const all = { id: right.id, nonce, ...values }
    const key = [message, account, ...Object.values(all)].join()
    const signature = signatures.get(key) ?? signMessage(world, keyOf(world, account), message, all)
    signatures.set(key, signature)
    return signature
  }

  const argumentsOf: Readonly<Record<FunctionName, (ask: Ask) => readonly unknown[]>> = {
    transferFrom: ({ right, given }) => [given.from, given.to, right.id],
    safeTransferFrom: ({ right, given }) =>
      [given.from, given.to, right.id, given.note].filter((each) => each !== null),
    approve: ({ right, given }) => [given.to, right.id],
    list: ({ right, given }) => [right.id, given.packedPrice, given.taker, given.until],
    unlist: ({ right }) => [right.id],
    take: ({ right, given }) => [right.id, given.nonce, given.maxPrice, given.to],
    takeOffer: (ask) => {
      const { taker, price, expiry: until, to } = ask.given
      const terms = { holder: ask.right.holder, taker, currency: currencyOf(ask), price, until }
      const { compact } = sign(ask, 'Offer', 'holder', terms)
      return [[ask.right.id, taker, price, until], compact, to]
    },
    cancel: ({ right }) => [right.id],
    send: ({ right, given }) => [right.id, given.claimKey, given.packedPrice, given.until],
    takeBack: ({ right }) => [right.id],
    claim: (ask) => {
      const { to: recipient, expiry: deadline } = ask.given
      const terms = { recipient, currency: currencyOf(ask), price: ask.right.price, deadline }
      const { r, vs } = sign(ask, 'Claim', 'claimKey', terms)
      return [ask.right.id, recipient, deadline, r, vs]
    },
    handOverGift: (ask) => {
      const { expiry } = ask.given
      const { r, vs } = sign(ask, 'GiftHandOver', 'claimKey', { issuer: ask.series.issuer, expiry })
      return [ask.right.id, expiry, r, vs]
    },
    request: (ask) => [ask.right.id, ask.given.way, committed(ask)],
    requestAccepted: (ask) => {
      const { way, fee, expiry, by } = ask.given
      const commitment = committed(ask)
      const terms = {
        holder: ask.right.holder,
        way,
        commitment,
        currency: currencyOf(ask),
        fee,
        expiry,
      }
      const { compact } = sign(ask, 'Acceptance', 'by', terms)
      return [[ask.right.id, way, commitment, fee, expiry, by], compact]
    },
    withdrawRequest: ({ right }) => [right.id],
    accept: ({ right, given }) => [right.id, given.until],
    refuse: ({ right }) => [right.id, 3],
    ship: ({ right }) => [right.id, HASH],
    confirm: ({ right }) => [right.id],
    complete: ({ right }) => [right.id],
    handOver: ({ right, given }) => [given.secret === 'right' ? SECRET : OTHER_SECRET, right.id],
    redeem: (ask) => {
      const { right, series, given } = ask
      const { way, expiry } = given
      const terms = { holder: right.holder, issuer: series.issuer, way, expiry }
      return [right.id, way, expiry, sign(ask, 'Redemption', 'holder', terms).compact]
    },
    dispute: ({ right }) => [right.id, HASH],
    rule: ({ right, given }) => [right.id, given.toHolder],
    settle: (ask) => {
      const { right, series, given } = ask
      const { toHolder, expiry } = given
      const { holder } = right
      const { issuer } = series
      const toIssuer = series.price - toHolder
      const money = { currency: currencyOf(ask), toHolder, toIssuer: toIssuer < 0n ? 0n : toIssuer }
      const terms = { holder, issuer, ...money, expiry }
      const byHolder = sign(ask, 'Settlement', 'holder', terms)
      const byIssuer = sign(ask, 'Settlement', 'issuer', terms, given.issuerSignature)
      return [right.id, toHolder, expiry, byHolder.compact, byIssuer.compact]
    },
    refund: ({ right }) => [right.id],
    lapse: ({ right }) => [right.id],
  }

  function committed(ask: Ask): string {
    return ask.given.commits ? commitmentOf(world, ask) : NO_COMMITMENT
  }

  /** The calldata of a call. */
  return function encode(name: FunctionName, ask: Ask): string {
    const { right, given } = ask
    const { id, nonce, price, holder, claimKey } = right
    const key = [name, id, nonce, price, holder, claimKey, ...Object.values(given)].join()
    const data =
      known.get(key) ?? world.rights.encode(abiName(name, given.note), [...argumentsOf[name](ask)])
    known.set(key, data)
    return data
  }
}

const signers = {
  holder: ({ right }: Ask) => right.holder,
  issuer: ({ series }: Ask) => series.issuer,
  claimKey: ({ right, people }: Ask) => right.claimKey ?? people['claim key'],
  by: ({ given }: Ask) => given.by,
}

const currencyOf = ({ series }: Ask) => series.currency ?? ZERO

function abiName(name: FunctionName, note: string | null): string {
  if (name !== 'safeTransferFrom') return name
  return `safeTransferFrom(address,address,uint256${note === null ? '' : ',bytes'})`
}
