import {
  AbiCoder,
  keccak256,
  type SigningKey,
  toBeHex,
  ZeroAddress,
  ZeroHash,
  zeroPadValue,
} from 'ethers'
import { commitment } from '../../../src/domain/commitment.ts'
import type { Goods } from '../../../src/domain/goods.ts'
import type { Account, RightId, SeriesId } from '../../../src/domain/ids.ts'
import { packRightId } from '../../../src/domain/right-id.ts'
import { seriesId } from '../../../src/domain/series-id.ts'
import { termsFromTuple } from '../../../src/domain/terms.ts'
import { actorAbi, actorBytecode } from '../generated/mocks.ts'
import type { ModelPublication } from '../model/actions.ts'
import { NATIVE, NOBODY, NOTHING, RIGHTS } from '../model/state.ts'
import type { ModelTerms } from '../model/terms.ts'
import { claimKey, keyOf } from '../sign.ts'
import { CHAIN_ID, type Deployed, tea, type World } from '../world.ts'
import { actors, claimKeys, people, SIGNER } from './people.ts'

/** Who and what the model's names are on this chain. */
export type Cast = Awaited<ReturnType<typeof createCast>>

const coder = AbiCoder.defaultAbiCoder()

/** Gives every name an address; deploys coins and actors. */
export async function createCast(world: World) {
  const accounts = new Map<string, Account>([
    [NOBODY, ZeroAddress as Account],
    [NATIVE, ZeroAddress as Account],
    [RIGHTS, world.rights.at],
  ])
  const keys = new Map<string, SigningKey>()
  for (const [at, name] of [...people, SIGNER].entries()) {
    const account = world.accounts[at + 1]!
    accounts.set(name, account)
    keys.set(name, keyOf(world, account))
  }
  for (const name of claimKeys) {
    keys.set(name, claimKey(name))
    accounts.set(name, addressOfKey(claimKey(name)))
  }
  const contracts = new Map<string, Deployed>()
  contracts.set('usd', world.coin)
  contracts.set('tin', await world.oddCoin())
  contracts.set('odd', await world.oddCoin())
  for (const [name, key] of Object.entries(actors)) {
    const args = coder.encode(['address'], [accounts.get(key)])
    contracts.set(name, await world.deploy(actorAbi, actorBytecode, args))
  }
  for (const [name, { at }] of contracts) accounts.set(name, at)

  const series = new Map<string, SeriesId>()
  const numbers = new Map<string, bigint>()

  const cast = {
    contracts,
    series,
    keyOf: (name: string): SigningKey => found(keys.get(name), name),
    account: (name: string): Account => found(accounts.get(name), name),
    seriesId: (name: string): SeriesId =>
      series.get(name) ?? (keccak256(text(name)).slice(0, 50) as SeriesId),
    rightId: (name: string): bigint => {
      const known = numbers.get(name)
      if (known !== undefined) return known
      const [of = '', serial = '1'] = name.split('#')
      const id = BigInt(packRightId(cast.seriesId(of), BigInt(serial)))
      if (series.has(of)) numbers.set(name, id)
      return id
    },
    /** Tells which series a name means from now on. */
    publish: (issuer: string, publication: ModelPublication): void => {
      const terms = termsFromTuple(termsTuple(cast, publication.terms))
      const goods = goodsOf(publication.goods)
      const salt = saltOf(publication)
      const tie = { chainId: CHAIN_ID, rights: world.rights.at, issuer: cast.account(issuer) }
      series.set(publication.as, seriesId({ ...tie, terms, goods, salt }))
      for (const name of numbers.keys()) {
        if (name.startsWith(`${publication.as}#`)) numbers.delete(name)
      }
    },
    /** A name as it stands in a call or an error: a right, a series, a commitment or an account. */
    value: (name: string): string | bigint => {
      if (name === NOTHING) return ZeroHash
      if (name.startsWith('commit:')) return commitmentHash(cast, world, name)
      if (name.includes('#')) return cast.rightId(name)
      if (series.has(name) || !accounts.has(name)) return cast.seriesId(name)
      return cast.account(name)
    },
    /** What a right's second word is. */
    aux: (name: string | null): string => {
      if (name === null) return ZeroHash
      const value = cast.value(name)
      return typeof value === 'string' ? zeroPadValue(value, 32) : toBeHex(value, 32)
    },
  }
  return cast
}

/** Terms as the contract's ABI takes them. */
export function termsTuple(cast: Pick<Cast, 'account'>, terms: ModelTerms) {
  return [
    cast.account(terms.currency),
    terms.price,
    terms.supply,
    terms.saleEndDay,
    terms.redeemByDay,
    terms.answerDays,
    terms.handOverDays,
    terms.disputeDays,
    terms.ways,
    terms.payout === 'escrow' ? 1 : 0,
    terms.shareBps,
    terms.royaltyBps,
    cast.account(terms.arbiter),
    cast.account(terms.attestor),
  ] as const
}

/** Goods data of a kind. */
export function goodsOf(kind: ModelPublication['goods']): Goods {
  if (kind === 'incomplete') return { ...tea, production: '' }
  if (kind === 'too-long') return { ...tea, name: 'x'.repeat(256) }
  return kind === 'bad-picture' ? { ...tea, pictureUrl: 'http://example.org/' } : tea
}

/** The salt as 32 bytes. */
export function saltOf(publication: { salt: number }): string {
  return toBeHex(publication.salt, 32)
}

/** A secret of 128 bits. */
export function secretOf(secret: number): string {
  return keccak256(toBeHex(secret, 32)).slice(0, 34)
}

function commitmentHash(cast: Pick<Cast, 'account' | 'rightId'>, world: World, name: string) {
  const [, secret, right, holder] = name.split(':') as [string, string, string, string]
  return commitment({
    chainId: CHAIN_ID,
    rights: world.rights.at,
    right: toBeHex(cast.rightId(right), 32) as RightId,
    holder: cast.account(holder),
    secret: secretOf(Number(secret)),
  })
}

function addressOfKey(key: SigningKey): Account {
  const hash = keccak256(`0x${key.publicKey.slice(4)}`)
  return coder.decode(['address'], `0x${hash.slice(26).padStart(64, '0')}`)[0] as Account
}

function text(name: string): Uint8Array {
  return new TextEncoder().encode(name)
}

function found<T>(thing: T | undefined, name: string): T {
  if (thing === undefined) throw new RangeError(`nothing is called ${name}`)
  return thing
}
