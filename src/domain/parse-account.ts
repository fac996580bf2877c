import { getAddress, isAddress } from 'ethers'
import type { Account } from './ids.ts'

/** An account as somebody typed it, with its checksum; null for anything else, a wrong checksum included. */
export function parseAccount(text: string): Account | null {
  const typed = text.trim()
  return typed.startsWith('0x') && isAddress(typed) ? (getAddress(typed) as Account) : null
}
