import { randomBytes } from 'node:crypto'
import type { DealId } from '../domain/ids.ts'
import type { Random } from '../ports/random.ts'

/** From the operating system's generator. */
export const random: Random = {
  dealId: () => randomBytes(8).toString('hex') as DealId,
  nonce: () => randomBytes(16).toString('hex'),
  secret: () => `0x${randomBytes(16).toString('hex')}`,
}
