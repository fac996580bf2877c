import assert from 'node:assert/strict'
import { after, before, test } from 'node:test'
import type { PromptId } from '../../src/domain/ids.ts'
import type { WalletSession } from '../../src/ports/wallet.ts'
import { createRelay, type Relay } from '../../src/sandbox/relay/relay.ts'
import { accountOf, startWalletBot, type WalletBot } from './wallet-bot.ts'

// The wallet SDK calls home unless this stands before its import.
process.env['IS_VITEST'] = 'true'
const { WalletKit } = await import('@reown/walletkit')
const { Core } = await import('@walletconnect/core')
const { createMemoryStorage } = await import('../../src/sandbox/wallets/memory-storage.ts')

type Kit = Awaited<ReturnType<typeof WalletKit.init>>

const mine = '0xd8dA6BF26964aF9D7eEd9e03E53415D37aA96045'
const other = '0x70997970C51812dc3A010C7d01b50e0d17dc79C8'
const namespaces = (account: string) => ({
  eip155: {
    accounts: [`eip155:31337:${account}`],
    methods: ['personal_sign'],
    events: ['accountsChanged'],
  },
})
let relay: Relay
let bot: WalletBot
const kits: Kit[] = []

before(async () => {
  relay = await createRelay()
  bot = await startWalletBot({ relayUrl: relay.url })
})
after(async () => {
  await bot.close()
  for (const { core } of kits) {
    core.heartbeat.stop()
    await core.relayer.transportClose()
  }
  await relay.close()
})

/** A wallet in the hands of somebody who knows its insides. */
async function connect(attempt: string): Promise<{ kit: Kit; session: WalletSession }> {
  const core = new Core({
    relayUrl: relay.url,
    projectId: 'sandbox',
    customStoragePrefix: attempt,
    telemetryEnabled: false,
    logger: 'silent',
    storage: createMemoryStorage(),
  })
  const metadata = { name: attempt, description: '', url: 'https://example.org', icons: [] }
  const kit = await WalletKit.init({
    core: core as never,
    metadata,
    signConfig: { disableRequestQueue: true },
  })
  kits.push(kit)
  kit.on(
    'session_proposal',
    ({ id }) => void kit.approveSession({ id, namespaces: namespaces(mine) }),
  )
  const { uri } = await bot.wallet.connect(attempt)
  await kit.pair({ uri })
  return { kit, session: (await bot.next('session-settled')).session }
}

test('a wallet cannot answer what another one was asked', async () => {
  const asked = await connect('asked')
  const hostile = await connect('hostile')
  const arrived = new Promise<number>((resolve) =>
    asked.kit.on('session_request', ({ id }) => resolve(id)),
  )
  const ask = (session: WalletSession, prompt: string) =>
    bot.wallet.ask({
      prompt: prompt as PromptId,
      topic: session.topic,
      chainId: 31337,
      question: { type: 'sign-message', account: accountOf(session), text: 'Hello' },
      expiresAt: Math.floor(Date.now() / 1000) + 300,
    })
  await ask(asked.session, 'd:1')
  const id = await arrived

  const { core } = hostile.kit
  const forged = { id, jsonrpc: '2.0', result: 'forged' }
  const message = await core.crypto.encode(hostile.session.topic, forged)
  await core.relayer.publish(hostile.session.topic, message, { tag: 1109 })
  // An honest answer of the hostile wallet comes behind its forged one, so the forged one has been dealt with by then.
  hostile.kit.on(
    'session_request',
    (event) =>
      void hostile.kit.respondSessionRequest({
        topic: event.topic,
        response: { id: event.id, jsonrpc: '2.0', result: 'honest' },
      }),
  )
  await ask(hostile.session, 'd:2')
  assert.equal((await bot.next('answered')).result, 'honest')
  await asked.kit.respondSessionRequest({
    topic: asked.session.topic,
    response: { id, jsonrpc: '2.0', result: 'true' },
  })

  const answer = await bot.next('answered')
  assert.equal(answer.prompt, 'd:1')
  assert.equal(answer.result, 'true')
})

test('a change of accounts is told once, whichever way the wallet tells it', async () => {
  const { kit, session } = await connect('changing')
  const { topic } = session

  await kit.updateSession({ topic, namespaces: namespaces(other) })
  const updated = await bot.next('session-changed')
  const event = { name: 'accountsChanged', data: [other] }
  await kit.emitSessionEvent({ topic, chainId: 'eip155:31337', event })
  const again = { name: 'accountsChanged', data: [mine, 'nonsense'] }
  await kit.emitSessionEvent({ topic, chainId: 'eip155:31337', event: again })
  const changed = await bot.next('session-changed')

  assert.deepEqual(updated.session.accounts, [{ chainId: 31337, account: other }])
  assert.deepEqual(changed.session.accounts, [{ chainId: 31337, account: mine }])
  assert.equal(bot.told.filter((each) => each.type === 'session-changed').length, 2)
})
