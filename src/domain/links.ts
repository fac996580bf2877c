import { getAddress, hexlify } from 'ethers'
import type { Account, DealId, RightId, SeriesId } from './ids.ts'

/** What a link names (DESIGN §4). Every payload is at most 64 characters of `A-Za-z0-9_-`. */
export type Link =
  | { type: 'space'; account: Account; contributor: Account | null }
  | { type: 'space-category'; account: Account; category: number; contributor: Account | null }
  | { type: 'category'; category: number }
  | { type: 'series'; series: SeriesId; contributor: Account | null }
  | { type: 'series-short'; prefix: string }
  | { type: 'right'; right: RightId }
  | { type: 'send'; reference: string; secret: string }
  | { type: 'handover'; reference: DealId; secret: string }
  | { type: 'purchase'; reference: DealId }
  | { type: 'staff'; secret: string }

const ACCOUNT = 20
const SERIES = 24
const RIGHT = 32
const REFERENCE = 8
const SECRET = 16
const CATEGORY = 4

/** The payload of a link, without any address before it. */
export function encodePayload(link: Link): string {
  switch (link.type) {
    case 'space':
      return `s${pack(link.account, link.contributor)}`
    case 'space-category':
      return `c${pack(link.account, number32(link.category), link.contributor)}`
    case 'category':
      return `k${pack(number32(link.category))}`
    case 'series':
      return `r${pack(link.series, link.contributor)}`
    case 'series-short':
      return `q${pack(link.prefix)}`
    case 'right':
      return `o${pack(link.right)}`
    case 'send':
      return `g${pack(link.reference, link.secret)}`
    case 'handover':
      return `h${pack(link.reference, link.secret)}`
    case 'purchase':
      return `p${pack(link.reference)}`
    case 'staff':
      return `j${pack(link.secret)}`
  }
}

/** Reads a payload strictly: null for anything that {@link encodePayload} would not have written. */
export function decodePayload(payload: string): Link | null {
  if (!/^[a-z][A-Za-z0-9_-]{1,63}$/.test(payload)) return null
  const bytes = Buffer.from(payload.slice(1), 'base64url')
  // Two spellings of one thing would be two links: trailing bits must be zero.
  if (bytes.toString('base64url') !== payload.slice(1)) return null
  return readers[payload[0] ?? '']?.(bytes) ?? null
}

const readers: Readonly<Record<string, (bytes: Buffer) => Link | null>> = {
  s: (b) => {
    if (b.length !== ACCOUNT && b.length !== 2 * ACCOUNT) return null
    return { type: 'space', account: account(b, 0), contributor: optionalAccount(b, ACCOUNT) }
  },
  c: (b) => {
    const end = ACCOUNT + CATEGORY
    if (b.length !== end && b.length !== end + ACCOUNT) return null
    const category = b.readUInt32BE(ACCOUNT)
    return {
      type: 'space-category',
      account: account(b, 0),
      category,
      contributor: optionalAccount(b, end),
    }
  },
  k: (b) => (b.length === CATEGORY ? { type: 'category', category: b.readUInt32BE(0) } : null),
  r: (b) => {
    if (b.length !== SERIES && b.length !== SERIES + ACCOUNT) return null
    const series = hexlify(b.subarray(0, SERIES)) as SeriesId
    return { type: 'series', series, contributor: optionalAccount(b, SERIES) }
  },
  q: (b) => (b.length === REFERENCE ? { type: 'series-short', prefix: hexlify(b) } : null),
  o: (b) => (b.length === RIGHT ? { type: 'right', right: hexlify(b) as RightId } : null),
  g: (b) => secretLink(b, (reference, secret) => ({ type: 'send', reference, secret })),
  h: (b) =>
    secretLink(b, (reference, secret) => ({
      type: 'handover',
      reference: reference as DealId,
      secret,
    })),
  p: (b) =>
    b.length === REFERENCE ? { type: 'purchase', reference: b.toString('hex') as DealId } : null,
  j: (b) => (b.length === SECRET ? { type: 'staff', secret: b.toString('hex') } : null),
}

function secretLink(b: Buffer, make: (reference: string, secret: string) => Link): Link | null {
  if (b.length !== REFERENCE + SECRET) return null
  return make(b.subarray(0, REFERENCE).toString('hex'), b.subarray(REFERENCE).toString('hex'))
}

function account(bytes: Buffer, at: number): Account {
  return getAddress(hexlify(bytes.subarray(at, at + ACCOUNT))) as Account
}

function optionalAccount(bytes: Buffer, at: number): Account | null {
  return bytes.length > at ? account(bytes, at) : null
}

function number32(value: number): string {
  return value.toString(16).padStart(2 * CATEGORY, '0')
}

function pack(...parts: (string | null)[]): string {
  const hex = parts.map((part) => (part ?? '').replace(/^0x/, '')).join('')
  return Buffer.from(hex, 'hex').toString('base64url')
}
