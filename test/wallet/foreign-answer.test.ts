import assert from 'node:assert/strict'
import { after, before, test } from 'node:test'
import type { PromptId } from '../../src/domain/ids.ts'
import type { WalletSession } from '../../src/ports/wallet.ts'
import { createRelay, type Relay } from '../../src/sandbox/relay/relay.ts'
import { createInsiders, mine, namespaces, other, sendRaw } from './insider-wallet.ts'
import { accountOf, startWalletBot, type WalletBot } from './wallet-bot.ts'

let relay: Relay
let bot: WalletBot
const insiders = createInsiders(
  () => relay,
  () => bot,
)
const { connect } = insiders

before(async () => {
  relay = await createRelay()
  bot = await startWalletBot({ relayUrl: relay.url })
})
after(async () => {
  await bot.close()
  await insiders.close()
  await relay.close()
})

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

  await sendRaw(hostile.kit, hostile.session.topic, { id, result: 'forged' }, 1109)
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
