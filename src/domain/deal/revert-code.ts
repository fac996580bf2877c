import type { ErrorCode } from '../errors.ts'
import type { Subject } from './subject.ts'

/** The contract's refusals, by the error's name. */
type Refusals = Readonly<Record<string, ErrorCode>>

/** How the contract says that a send is over: claimed or taken back, used at the shop, sent once more under another key. */
const ofClaims: Refusals = {
  WrongState: 'SEND_OVER',
  ERC721NonexistentToken: 'SEND_OVER',
  SignatureInvalid: 'SEND_OVER',
}

/** What the contract's refusal means for one kind of deal alone; null when it means the same for all. */
export function revertCode(kind: Subject['kind'], error: string): ErrorCode | null {
  return kind === 'claim' ? (ofClaims[error] ?? null) : null
}
