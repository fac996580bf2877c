import { getAddress } from 'ethers'
import { AppError } from './errors.ts'
import type { Account, PersonId, RightId, SeriesId } from './ids.ts'

/** Hex as base64url: ids are too long for callback data otherwise. */
export function keyOf(hex: string): string {
  return Buffer.from(hex.replace(/^0x/, ''), 'hex').toString('base64url')
}

/** A right's key back to its id. @throws AppError CARD_STALE for anything else */
export function rightOfKey(key: string): RightId {
  return toHex(key, 32) as RightId
}

/** A series' key back to its id. @throws AppError CARD_STALE for anything else */
export function seriesOfKey(key: string): SeriesId {
  return toHex(key, 24) as SeriesId
}

/** An account's key back to its address. @throws AppError CARD_STALE for anything else */
export function accountOfKey(key: string): Account {
  return getAddress(toHex(key, 20)) as Account
}

/** What a page of a list is about: an account, a category, or both. */
export type SpaceKey = { account: Account | null; category: number | null }

const NOBODY = '0'.repeat(40)

/** A space and a category in one key; either may be missing. */
export function spaceKey({ account, category }: SpaceKey): string {
  const number = (category ?? 0).toString(16).padStart(8, '0')
  return keyOf(`${account?.slice(2) ?? NOBODY}${number}`)
}

/** The other way round. @throws AppError CARD_STALE for anything else */
export function spaceOfKey(key: string): SpaceKey {
  const hex = toHex(key, 24).slice(2)
  const [account, category] = [hex.slice(0, 40), Number.parseInt(hex.slice(40), 16)]
  return {
    account: account === NOBODY ? null : (getAddress(`0x${account}`) as Account),
    category: category === 0 ? null : category,
  }
}

/** Somebody at the desk of an issuer. */
export type DeskPerson = { issuer: Account; person: PersonId }

/** Base64url characters of an account. */
const ACCOUNT_KEY = 27

/** An issuer and a person in one key. */
export function deskPersonKey({ issuer, person }: DeskPerson): string {
  return `${keyOf(issuer)}${person.toString(36)}`
}

/** The other way round. @throws AppError CARD_STALE for anything else */
export function deskPersonOfKey(key: string): DeskPerson {
  const issuer = accountOfKey(key.slice(0, ACCOUNT_KEY))
  const person = Number.parseInt(key.slice(ACCOUNT_KEY), 36)
  if (!Number.isSafeInteger(person)) throw new AppError('CARD_STALE')
  return { issuer, person: person as PersonId }
}

/** A short mark of an account, to be carried as a version beside another subject: its first four bytes. */
export function accountMark(account: Account): number {
  return Number.parseInt(account.slice(2, 10), 16)
}

/** An invitation's key back to its secret, in hex without 0x. @throws AppError CARD_STALE for anything else */
export function invitationOfKey(key: string): string {
  return toHex(key, 16).slice(2)
}

function toHex(key: string, bytes: number): string {
  const found = Buffer.from(key, 'base64url')
  if (found.length !== bytes) throw new AppError('CARD_STALE')
  return `0x${found.toString('hex')}`
}
