import { createPublicKey, verify } from 'node:crypto'
import { decodeBase58, toBeArray } from 'ethers'

/** Seconds by which a client's clock may be ahead. */
const CLOCK_SKEW = 60
const ED25519_MULTICODEC = [0xed, 0x01]

/**
 * The client id (a `did:key`) that a relay token proves, or null for a token that is malformed, expired, signed by
 * another key, or meant for another relay. `host` is the host the client called, `now` in Unix seconds.
 */
export function clientIdOf(token: string, host: string, now: number): string | null {
  const [header, payload, signature, ...rest] = token.split('.')
  if (header === undefined || payload === undefined || signature === undefined) return null
  if (rest.length > 0) return null
  const claims = parseClaims(payload)
  if (claims === null || !isForHost(claims.aud, host)) return null
  if (claims.exp <= now || claims.iat > now + CLOCK_SKEW) return null
  const key = publicKeyOf(claims.iss)
  if (key === null) return null
  const jwk = { kty: 'OKP', crv: 'Ed25519', x: Buffer.from(key).toString('base64url') }
  const valid = verify(
    null,
    Buffer.from(`${header}.${payload}`),
    createPublicKey({ key: jwk, format: 'jwk' }),
    Buffer.from(signature, 'base64url'),
  )
  return valid ? claims.iss : null
}

type Claims = { iss: string; aud: string; iat: number; exp: number }

function parseClaims(payload: string): Claims | null {
  try {
    const claims: Partial<Claims> = JSON.parse(Buffer.from(payload, 'base64url').toString('utf8'))
    const { iss, aud, iat, exp } = claims
    if (typeof iss !== 'string' || typeof aud !== 'string') return null
    if (typeof iat !== 'number' || typeof exp !== 'number') return null
    return { iss, aud, iat, exp }
  } catch {
    return null
  }
}

function isForHost(audience: string, host: string): boolean {
  return URL.canParse(audience) && new URL(audience).host === host
}

function publicKeyOf(did: string): Uint8Array | null {
  const prefix = 'did:key:z'
  if (!did.startsWith(prefix)) return null
  try {
    const bytes = toBeArray(decodeBase58(did.slice(prefix.length)))
    const isEd25519 = bytes[0] === ED25519_MULTICODEC[0] && bytes[1] === ED25519_MULTICODEC[1]
    return isEd25519 && bytes.length === 34 ? bytes.slice(2) : null
  } catch {
    return null
  }
}
