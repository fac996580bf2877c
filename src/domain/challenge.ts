import { getAddress } from 'ethers'
import type { Account, PersonId } from './ids.ts'

/** The longest a challenge may live, in seconds. */
export const CHALLENGE_SECONDS = 300

/** What a person signs to prove an account: which account, for whom, where, until when. Times in Unix seconds. */
export type Challenge = {
  /** Host of our site, with its port if it has one. */
  domain: string
  uri: string
  chainId: number
  account: Account
  /** 128 random bits in hex, stored by us and used once. */
  nonce: string
  issuedAt: number
  expiresAt: number
  /** Whom the account is bound to. The name is untrusted. */
  person: { id: PersonId; name: string }
  botName: string
}

/**
 * The EIP-4361 text a wallet shows and signs. It names the Telegram user, so that somebody who was tricked into opening
 * another person's link can see whose account it would bind. The words are English in every language, because the
 * standard allows only ASCII in a statement. The same challenge always gives the same bytes.
 * @throws RangeError for a nonce that is no 128 bits of hex, or a life of more than {@link CHALLENGE_SECONDS}.
 */
export function challengeText(challenge: Challenge): string {
  const { domain, uri, chainId, nonce, issuedAt, expiresAt, person } = challenge
  if (!/^[0-9a-f]{32}$/.test(nonce)) throw new RangeError('A nonce is 32 lower-case hex digits')
  if (expiresAt <= issuedAt || expiresAt - issuedAt > CHALLENGE_SECONDS) {
    throw new RangeError('A challenge lives 1 to 300 seconds')
  }
  const name = cleanName(person.name)
  const who = name === '' ? `${person.id}` : `${person.id} (${name})`
  const bot = cleanName(challenge.botName)
  return [
    `${domain} wants you to sign in with your Ethereum account:`,
    getAddress(challenge.account),
    '',
    `Bind to Telegram user ${who} for bot ${bot}. This moves no money.`,
    '',
    `URI: ${uri}`,
    'Version: 1',
    `Chain ID: ${chainId}`,
    `Nonce: ${nonce}`,
    `Issued At: ${toIso(issuedAt)}`,
    `Expiration Time: ${toIso(expiresAt)}`,
  ].join('\n')
}

/** What {@link checkChallenge} finds. */
export type ChallengeCheck = 'ok' | 'malformed' | 'not-yet' | 'expired'

/** Clocks of two machines may differ by this many seconds. */
const CLOCK_SKEW = 30

/**
 * May a signature of the stored text still be taken? `stored` is our own copy, byte for byte; `now` in Unix seconds.
 * Says nothing about the signature itself.
 */
export function checkChallenge(stored: string, now: number): ChallengeCheck {
  const issuedAt = timeOf(stored, 'Issued At')
  const expiresAt = timeOf(stored, 'Expiration Time')
  if (issuedAt === null || expiresAt === null) return 'malformed'
  if (expiresAt <= issuedAt || expiresAt - issuedAt > CHALLENGE_SECONDS) return 'malformed'
  if (now + CLOCK_SKEW < issuedAt) return 'not-yet'
  return now >= expiresAt ? 'expired' : 'ok'
}

const NAME_LENGTH = 48

/**
 * A name made harmless inside a signed statement: only what EIP-4361 allows there, so no line breaks, no invisible or
 * direction-changing characters; brackets go too, because we put the name in brackets. May come out empty.
 */
export function cleanName(name: string): string {
  const plain = name.normalize('NFKC').replace(/[^A-Za-z0-9 @_.~'&+-]+/g, ' ')
  return plain.replace(/ +/g, ' ').trim().slice(0, NAME_LENGTH).trim()
}

function timeOf(text: string, field: string): number | null {
  const lines = text.split('\n').filter((line) => line.startsWith(`${field}: `))
  const line = lines[0]
  if (line === undefined || lines.length !== 1) return null
  const time = Date.parse(line.slice(field.length + 2))
  return Number.isNaN(time) ? null : Math.floor(time / 1000)
}

function toIso(seconds: number): string {
  return new Date(seconds * 1000).toISOString()
}
