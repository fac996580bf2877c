import { getAddress } from 'ethers'
import type { Account } from '../domain/ids.ts'

/** The factory that stands at the same address on every chain, because its own transaction was signed for all of them. */
export const FACTORY = getAddress('0x4e59b44847b379578588920cA78FbF26c0B4956C') as Account
