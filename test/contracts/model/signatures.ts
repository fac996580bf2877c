import type { RightsMessage } from '../../../src/domain/typed-data.ts'

/** A signature that was really made: who signed what, where, and in which form it is handed in. */
export type Signed = {
  readonly signer: string
  readonly type: RightsMessage
  /** Field → name or number. */
  readonly message: Readonly<Record<string, string | number | bigint>>
  readonly domain: 'here' | 'other-chain' | 'other-contract'
  readonly form: 'compact' | 'long' | 'flipped' | 'empty'
}

/** Does the signature bind this key to exactly this, here? */
export function isByKey(key: string, signed: Signed, wanted: Omit<Signed, 'signer'>): boolean {
  const { form, domain, type, message } = signed
  const isSame = form === wanted.form && domain === wanted.domain && type === wanted.type
  return isSame && signed.signer === key && areEqual(message, wanted.message)
}

/** The same for an account that may have code: its key's owner signs for it. */
export function isByAccount(
  state: { readonly actors: Readonly<Record<string, { readonly key: string }>> },
  account: string,
  signed: Signed,
  wanted: Omit<Signed, 'signer'>,
): boolean {
  const key = state.actors[account]?.key
  return isByKey(account, signed, wanted) || (key !== undefined && isByKey(key, signed, wanted))
}

/** What must have been signed: here, in the one form. */
export function message(type: RightsMessage, values: Signed['message']): Omit<Signed, 'signer'> {
  return { type, message: values, domain: 'here', form: 'compact' }
}

function areEqual(one: Signed['message'], other: Signed['message']): boolean {
  const names = Object.keys(one)
  if (names.length !== Object.keys(other).length) return false
  return names.every((name) => String(one[name]) === String(other[name]))
}
