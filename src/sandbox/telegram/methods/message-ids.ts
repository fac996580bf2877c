import type { Parameters } from '../parameters.ts'
import { badRequest, refuse } from '../refusals.ts'

function readId(item: unknown): number {
  if (typeof item !== 'number' && typeof item !== 'string') {
    throw badRequest('Message identifier must be a Number')
  }
  if (!/^-?\d+$/.test(String(item))) {
    throw badRequest("Can't parse message identifier as a Number")
  }
  if (Number(item) <= 0) throw badRequest('Invalid message identifier specified')
  return Number(item)
}

/** Reads `message_ids`, one to a hundred of them. @throws Refusal */
export function readMessageIds(parameters: Parameters): number[] {
  if (!parameters.has('message_ids')) throw refuse('messageIdentifiersMissing')
  const given = parameters.json('message_ids', 'message_ids')
  if (!Array.isArray(given)) throw refuse('messageIdentifiersNoArray')
  if (given.length > 100) throw refuse('messageIdentifiersTooMany')
  if (given.length === 0) throw refuse('messageIdentifiersMissing')
  return given.map(readId)
}
