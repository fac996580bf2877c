import type { RightsMessage } from '../../../src/domain/typed-data.ts'
import type { Signed } from '../model/signatures.ts'
import type { Chooser } from './chooser.ts'
import { claimKeys, people, SIGNER } from './people.ts'

const MOST_REMEMBERED = 300

/** A signature of an account's over a message; spoiled, or one from earlier, now and then. */
export function chooseSignature(
  on: Chooser,
  account: string,
  type: RightsMessage,
  message: Signed['message'],
): Signed {
  const { dice, memory, state } = on
  const key = state.actors[account]?.key ?? account
  const signer = canSign(key) ? key : dice.of(people)
  const fine: Signed = { signer, type, message, domain: 'here', form: 'compact' }
  memory.signatures.push(fine)
  if (memory.signatures.length > MOST_REMEMBERED) memory.signatures.shift()
  if (dice.percent(85)) return fine
  switch (dice.of(['signer', 'domain', 'form', 'field', 'field', 'earlier', 'earlier'] as const)) {
    case 'signer':
      return { ...fine, signer: dice.of([...people, ...claimKeys]) }
    case 'domain':
      return { ...fine, domain: dice.of(['other-chain', 'other-contract']) }
    case 'form':
      return { ...fine, form: dice.of(['long', 'flipped', 'empty']) }
    case 'field':
      return { ...fine, message: spoil(on, message) }
    case 'earlier':
      return earlier(on, type, message) ?? fine
  }
}

function canSign(key: string): boolean {
  return [...people, ...claimKeys, SIGNER].some((name) => name === key)
}

/** The same message with one field changed. */
function spoil(on: Chooser, message: Signed['message']): Signed['message'] {
  const { dice } = on
  const field = dice.of(Object.keys(message))
  const value = message[field]!
  const changed = dice.percent(50) ? 1 : -1
  if (typeof value === 'number') return { ...message, [field]: Math.max(value + changed, 0) }
  if (typeof value === 'bigint') return { ...message, [field]: value + 1n }
  if (field === 'id') return { ...message, id: on.right('held') }
  if (field === 'commitment') return { ...message, commitment: `commit:9:plain#1:ann` }
  return { ...message, [field]: dice.of(people) }
}

/** One that was made before, about the same right where there is one. */
function earlier(
  { dice, memory }: Chooser,
  type: RightsMessage,
  { id }: Signed['message'],
): Signed | null {
  const same = memory.signatures.filter((one) => one.type === type)
  const about = same.filter((one) => one.message['id'] === id)
  const from = about.length > 1 ? about : same
  return from.length > 0 ? dice.of(from) : null
}
