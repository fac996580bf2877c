import { getAddress, isAddress, ZeroAddress } from 'ethers'
import type { Account } from './ids.ts'

/**
 * An account as somebody typed it, with its checksum; null for anything else, a wrong checksum included, and for the zero
 * address: nobody has that one, and to the contract it means anybody.
 */
export function parseAccount(text: string): Account | null {
  const typed = text.trim()
  if (!typed.startsWith('0x') || !isAddress(typed)) return null
  const account = getAddress(typed)
  return account === ZeroAddress ? null : (account as Account)
}
