import type { Sdk } from './sdk.ts'

type Checked = Record<string, (...input: unknown[]) => Promise<void>>

/** What hears each message of a wallet inside the SDK 2.21.8, and the check it begins. */
const sessionChecks = {
  onSessionUpdateRequest: 'isValidUpdate',
  onSessionExtendRequest: 'isValidExtend',
  onSessionPingRequest: 'isValidPing',
  onSessionDeleteRequest: 'isValidDisconnect',
  onSessionEventRequest: 'isValidEmit',
}
const pairingChecks = {
  onPairingPingRequest: 'isValidPing',
  onPairingDeleteRequest: 'isValidDisconnect',
}

/**
 * Makes the SDK wait for its own checks of what a wallet sends. By itself it begins them and goes on: what they refuse is
 * taken over all the same, and their rejection, which nobody hears, ends the process. A message that does not pass is
 * dropped; the wallet learns it from the silence.
 */
export function awaitChecks(sdk: Sdk): void {
  const engine = sdk.engine as unknown as Checked
  guard(engine, sessionChecks)
  guard(sdk.core.pairing as unknown as Checked, pairingChecks)
  const deleteSession = engine['deleteSession']
  if (deleteSession === undefined) throw new Error('the SDK is another one: no deleteSession')
  // Both sides may leave at once; then the session is gone when the second end is worked off.
  engine['deleteSession'] = async (...input) => {
    const { topic } = input[0] as { topic: string }
    if (sdk.session.keys.includes(topic)) await deleteSession(...input)
  }
}

function guard(inside: Checked, checks: Readonly<Record<string, string>>): void {
  for (const [hearing, checking] of Object.entries(checks)) {
    const hear = inside[hearing]
    const check = inside[checking]
    if (hear === undefined || check === undefined) {
      throw new Error(`the SDK is another one: no ${hearing} or ${checking}`)
    }
    const heard = (input: unknown) => {
      const outcome = check(input)
      // Whoever waits for it still hears of it.
      outcome.catch(() => undefined)
      return outcome
    }
    inside[checking] = heard as Checked[string]
    inside[hearing] = async (...input) => {
      const [topic, { params }] = input as [string, { params: object | null }]
      const isValid = await heard({ reason: params, ...params, topic }).then(
        () => true,
        () => false,
      )
      if (isValid) await hear(...input)
    }
  }
}
