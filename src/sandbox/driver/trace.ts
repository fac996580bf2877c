import { appendFileSync, writeFileSync } from 'node:fs'
import { maskSecrets } from '../../domain/mask-secrets.ts'
import type { Exchange } from '../telegram/types.ts'

/**
 * Writes every exchange with the Bot API as a line of JSON: `at`, `direction`, `method`, `request`, `response`; bodies
 * whole, secrets masked. For an update `method` is its kind and `request` the Update. Null writes nothing.
 */
export function createTrace(file: string | null): (exchange: Exchange) => void {
  if (file === null) return () => {}
  writeFileSync(file, '')
  return ({ at, direction, method, request, response }) => {
    const line = { at: new Date(at).toISOString(), direction, method, request, response }
    appendFileSync(file, `${maskSecrets(JSON.stringify(line))}\n`)
  }
}
