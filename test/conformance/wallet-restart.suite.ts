import assert from 'node:assert/strict'
import { test } from 'node:test'
import { verifyMessage } from 'ethers'
import type { Relay } from '../../src/sandbox/relay/relay.ts'
import { accountOf, type WalletBot } from '../wallet/wallet-bot.ts'
import { type WalletWorld, walletCases } from './wallet-cases.ts'

const SETTLEMENT = 1102

/** The rules of {@link WalletPort} across the end of a process, wherever it comes. */
export function walletRestartSuite(world: () => WalletWorld): void {
  const { person, bind, askFor, text, bound, unbound } = walletCases(world)

  // --- restarts

  test('a start with nothing to do, and another, change nothing', async () => {
    const bot = await world().startBot()
    await bot.restart()
    const { name } = await person()

    await bind(bot, name)

    assert.equal(bot.told.length, 1)
    await bot.close()
  })

  for (const way of ['stopped', 'killed'] as const) {
    const down = async (bot: WalletBot): Promise<void> =>
      way === 'killed' ? bot.kill() : bot.wallet.stop()

    unbound(`${way} after the link, the session still arrives`, async ({ bot, name }) => {
      const { wallets } = world()
      const { uri } = await bot.wallet.connect('a')

      await down(bot)
      await wallets.open(name, uri)
      await wallets.decide(name, await wallets.prompt(name, 'session'), 'approve')
      await wallets.wait(name, 'session')
      await bot.start()

      const { attempt, session } = await bot.next('session-settled')
      assert.equal(attempt, 'a')
      assert.deepEqual(bot.wallet.session(session.topic), session)
    })

    unbound(`${way} after the link, a rejection still arrives`, async ({ bot, name }) => {
      const { wallets } = world()
      const { uri } = await bot.wallet.connect('a')

      await down(bot)
      await wallets.open(name, uri)
      await wallets.decide(name, await wallets.prompt(name, 'session'), 'reject')
      await bot.start()

      assert.equal((await bot.next('session-refused')).reason, 'rejected')
    })

    unbound(
      `${way} between acceptance and settlement, the session still arrives`,
      async ({ bot, name }) => {
        const { relay, wallets } = world()
        relay.faults.set(SETTLEMENT, { type: 'hold' })
        const { uri } = await bot.wallet.connect('a')
        await wallets.open(name, uri)
        await wallets.decide(name, await wallets.prompt(name, 'session'), 'approve')
        const { subject } = await wallets.wait(name, 'session')
        await subscribed(relay, subject ?? '')

        await down(bot)
        await bot.start()
        relay.release()

        assert.equal((await bot.next('session-settled')).session.topic, subject)
      },
    )

    bound(`${way} after the settlement, the session goes on`, async ({ bot, name, session }) => {
      const { wallets } = world()
      await wallets.policy(name, { answer: 'approve' })

      await down(bot)
      await bot.start()
      await bot.wallet.ask(askFor(session, 'd:1', text(session)))

      assert.equal((await bot.next('answered')).prompt, 'd:1')
    })

    bound(
      `${way} with an open question, its answer still arrives`,
      async ({ bot, name, session }) => {
        const { wallets } = world()
        await bot.wallet.ask(askFor(session, 'd:1', text(session)))
        const prompt = await wallets.prompt(name, 'sign')

        await down(bot)
        await bot.start()
        await wallets.decide(name, prompt, 'approve')

        const { result } = await bot.next('answered')
        assert.equal(verifyMessage('Hello\nthere', result), accountOf(session))
      },
    )

    bound(`${way} while the answer comes, it still arrives`, async ({ bot, name, session }) => {
      const { wallets } = world()
      await bot.wallet.ask(askFor(session, 'd:1', text(session)))
      const prompt = await wallets.prompt(name, 'sign')

      await down(bot)
      await wallets.decide(name, prompt, 'approve')
      await wallets.wait(name, 'answered')
      await bot.start()

      assert.equal((await bot.next('answered')).prompt, 'd:1')
    })

    bound(`${way} while the session ends, the end is told`, async ({ bot, name, session }) => {
      const { wallets } = world()
      await bot.wallet.ask(askFor(session, 'd:1', text(session)))
      await wallets.prompt(name, 'sign')

      await down(bot)
      await wallets.disconnect(name, session.topic)
      await bot.start()

      assert.equal((await bot.next('refused')).reason, 'disconnected')
      assert.equal((await bot.next('session-ended')).topic, session.topic)
    })
  }

  bound(
    'an answer nobody could take is told again, in the next run too',
    async ({ bot, name, session }) => {
      const { wallets } = world()
      bot.deaf = true
      await wallets.policy(name, { answer: 'approve' })
      await bot.wallet.ask(askFor(session, 'd:1', text(session)))
      await wallets.wait(name, 'answered')

      await bot.restart()
      bot.deaf = false

      assert.equal((await bot.next('answered')).prompt, 'd:1')
      await bot.restart()
      assert.equal(bot.told.filter((each) => each.type === 'answered').length, 1)
    },
  )

  bound('what is asked while the edge opens waits for it', async ({ bot, name, session }) => {
    const { wallets } = world()
    const other = await person()
    const second = await bind(bot, other.name)
    bot.kill()
    const opening = bot.start()

    const [asked] = await Promise.all([
      bot.wallet.ask(askFor(session, 'd:1', text(session))),
      bot.wallet.disconnect(second.topic),
      bot.wallet.connect('another attempt'),
    ])
    await opening

    assert.equal(asked.type, 'published')
    await wallets.prompt(name, 'sign')
    await wallets.wait(other.name, 'session-ended')
    assert.equal((await bot.next('session-ended')).topic, second.topic)
  })
}

/** Resolves when two clients have asked the relay for this topic: the wallet by settling, the bot by subscribing. */
async function subscribed(relay: Relay, topic: string): Promise<void> {
  let after = 0
  for (;;) {
    const frames = await relay.frames(after, 5_000)
    if (frames.some((frame) => frame.method === 'irn_subscribe' && frame.topic === topic)) return
    assert.notEqual(frames.length, 0, 'the bot never asked for the session')
    after = frames.at(-1)!.seq
  }
}
