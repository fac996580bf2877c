import assert from 'node:assert/strict'
import { test } from 'node:test'
import { verifyMessage, verifyTypedData } from 'ethers'
import type { AppError, ErrorCode } from '../../src/domain/errors.ts'
import { rightsDomain, rightsMessages, type TypedMessage } from '../../src/domain/typed-data.ts'
import { accountOf } from '../wallet/wallet-bot.ts'
import { DEAD, type WalletWorld, walletCases } from './wallet-cases.ts'

const ANSWER = 1109
const hasCode = (code: ErrorCode) => (error: AppError) => error.code === code

/** The rules of {@link WalletPort} in one run, for any adapter that real wallets can reach. */
export function walletSuite(world: () => WalletWorld): void {
  const { person, bind, askFor, text, payment, bound, unbound, transaction } = walletCases(world)

  // --- pairing

  test('an approved session tells the account, the chain and the wallet', async () => {
    const bot = await world().startBot()
    const { name, account } = await person()

    const session = await bind(bot, name)

    assert.deepEqual(session.accounts, [{ chainId: 31337, account }])
    assert.ok(session.methods.includes('personal_sign'))
    assert.equal(session.peer.name, `${name}'s wallet`)
    assert.deepEqual(bot.wallet.session(session.topic), session)
    await bot.close()
  })

  unbound('a rejected session is refused as rejected', async ({ bot, name }) => {
    const { wallets } = world()
    const { uri } = await bot.wallet.connect('a')
    await wallets.open(name, uri)

    await wallets.decide(name, await wallets.prompt(name, 'session'), 'reject')

    const refused = await bot.next('session-refused')
    assert.equal(refused.attempt, 'a')
    assert.equal(refused.reason, 'rejected')
  })

  unbound('a pairing nobody uses is refused as expired', async ({ bot }) => {
    await bot.wallet.connect('a')

    bot.pass(400)

    assert.equal((await bot.next('session-refused')).reason, 'expired')
  })

  unbound('a wallet turns a stale link away', async ({ bot, name }) => {
    const { uri } = await bot.wallet.connect('a')

    const stale = uri.replace(/expiryTimestamp=\d+/, 'expiryTimestamp=1000')

    await assert.rejects(world().wallets.open(name, stale), /expired/i)
  })

  unbound('a second link for one attempt replaces the first', async ({ bot, name }) => {
    const { wallets } = world()
    const first = await bot.wallet.connect('a')
    const second = await bot.wallet.connect('a')

    await wallets.open(name, first.uri)
    await wallets.decide(name, await wallets.prompt(name, 'session'), 'approve')
    await wallets.wait(name, 'session-ended')
    await wallets.open(name, second.uri)
    await wallets.decide(name, await wallets.prompt(name, 'session'), 'approve')

    await bot.next('session-settled')
    assert.equal(bot.told.length, 1)
  })

  unbound('a session on another chain cannot be asked anything here', async ({ bot, name }) => {
    await world().wallets.policy(name, { wrongChain: 1 })
    const session = await bind(bot, name)

    assert.deepEqual(
      session.accounts.map((each) => each.chainId),
      [1],
    )
    const asked = bot.wallet.ask(askFor(session, 'd:1', text(session)))
    await assert.rejects(asked, hasCode('WALLET_WRONG_CHAIN'))
  })

  // --- signing

  bound("a signature comes back and is the account's", async ({ bot, name, session }) => {
    const { wallets } = world()
    const asked = await bot.wallet.ask(askFor(session, 'd:1', text(session)))
    const prompt = await wallets.prompt(name, 'sign')
    await wallets.decide(name, prompt, 'approve')

    const { prompt: answered, result } = await bot.next('answered')
    assert.equal(asked.type, 'published')
    assert.equal(prompt.text, 'Hello\nthere')
    assert.equal(answered, 'd:1')
    assert.equal(verifyMessage('Hello\nthere', result), accountOf(session))
  })

  bound('a message of the contract is signed', async ({ bot, name, session }) => {
    const { wallets } = world()
    const [id, expiry] = [`0x${'1'.repeat(64)}`, '1900000000']
    const message: TypedMessage = {
      domain: rightsDomain(31337, DEAD),
      message: 'GiftHandOver',
      values: { id, nonce: '1', issuer: DEAD, expiry },
    }
    await bot.wallet.ask(
      askFor(session, 'd:1', { type: 'sign-typed', account: accountOf(session), message }),
    )
    await wallets.decide(name, await wallets.prompt(name, 'sign'), 'approve')

    const { result } = await bot.next('answered')
    const { domain, values } = message
    const types = { GiftHandOver: rightsMessages.GiftHandOver }
    assert.equal(verifyTypedData(domain, types, values, result), accountOf(session))
  })

  bound('the link of a question opens the wallet at it', async ({ bot, name, session }) => {
    const { wallets } = world()
    const asked = await bot.wallet.ask(askFor(session, 'd:1', text(session)))
    const { id } = await wallets.prompt(name, 'sign')

    assert.equal(asked.type, 'published')
    await wallets.open(name, (asked as { link: string }).link)

    assert.equal((await wallets.view(name)).front, id)
  })

  bound('a signature by another key is passed on as it came', async ({ bot, name, session }) => {
    const { wallets } = world()
    await wallets.policy(name, { wrongAccount: true })
    await bot.wallet.ask(askFor(session, 'd:1', text(session)))
    await wallets.decide(name, await wallets.prompt(name, 'sign'), 'approve')

    const { result } = await bot.next('answered')
    assert.notEqual(verifyMessage('Hello\nthere', result), accountOf(session))
  })

  // --- sending

  bound('a call is shown, sent, and its hash comes back', async ({ bot, name, session }) => {
    const { wallets } = world()
    await bot.wallet.ask(askFor(session, 'd:1', payment(session, 10n ** 17n)))
    const prompt = await wallets.prompt(name, 'send')
    await wallets.decide(name, prompt, 'approve')

    const found = await transaction((await bot.next('answered')).result)
    assert.equal(prompt.valueText, '0.1 ETH')
    assert.equal(prompt.to, DEAD)
    assert.equal(found?.from, accountOf(session).toLowerCase())
    assert.equal(found?.to, DEAD.toLowerCase())
    assert.equal(BigInt(found?.value ?? 0), 10n ** 17n)
  })

  for (const code of [4001, 5000]) {
    bound(`a rejection with ${code} is refused as rejected`, async ({ bot, name, session }) => {
      const { wallets } = world()
      await wallets.policy(name, { rejectWith: code })
      await bot.wallet.ask(askFor(session, 'd:1', payment(session)))
      await wallets.decide(name, await wallets.prompt(name, 'send'), 'reject')

      const refused = await bot.next('refused')
      assert.equal(refused.prompt, 'd:1')
      assert.equal(refused.reason, 'rejected')
    })
  }

  bound('a wallet that cannot do it is refused as unsupported', async ({ bot, name, session }) => {
    await world().wallets.policy(name, { unsupported: true })

    await bot.wallet.ask(askFor(session, 'd:1', payment(session)))

    assert.equal((await bot.next('refused')).reason, 'unsupported')
  })

  bound(
    'without funds nothing is sent, and the wallet says why',
    async ({ bot, name, session }) => {
      const { wallets, chain } = world()
      await chain.request('hardhat_setBalance', [accountOf(session), '0x0'])
      await bot.wallet.ask(askFor(session, 'd:1', payment(session)))
      const prompt = await wallets.prompt(name, 'send')
      await wallets.decide(name, prompt, 'approve')

      assert.match(prompt.warning ?? '', /not have enough/)
      assert.match((await bot.next('refused')).message, /insufficient funds/)
    },
  )

  bound(
    'a made-up hash and a foreign one are passed on as claims',
    async ({ bot, name, session }) => {
      const { wallets, chain } = world()
      await wallets.policy(name, { answer: 'approve', bogusHash: true })
      await bot.wallet.ask(askFor(session, 'd:1', payment(session)))
      const bogus = await bot.next('answered')

      const [rich] = await chain.request<string[]>('eth_accounts')
      const foreign = await chain.request<string>('eth_sendTransaction', [{ from: rich, to: rich }])
      await wallets.policy(name, { bogusHash: false, foreignHash: foreign })
      await bot.wallet.ask(askFor(session, 'd:2', payment(session)))

      assert.equal(await transaction(bogus.result), null)
      assert.equal((await bot.next('answered')).result, foreign)
    },
  )

  bound(
    'silence ends as expired, and a late answer is still told',
    async ({ bot, name, session }) => {
      const { wallets } = world()
      await wallets.policy(name, { answer: 'approve', hold: true })
      await bot.wallet.ask(askFor(session, 'd:1', payment(session)))
      await wallets.wait(name, 'held')

      bot.pass(400)
      assert.equal((await bot.next('refused')).reason, 'expired')
      await wallets.release(name)

      assert.notEqual(await transaction((await bot.next('answered')).result), null)
    },
  )

  bound('a call may be sent although no answer ever comes', async ({ bot, name, session }) => {
    const { wallets } = world()
    await wallets.policy(name, { answer: 'approve', dropResponse: true })
    await bot.wallet.ask(askFor(session, 'd:1', payment(session)))
    const { subject } = await wallets.wait(name, 'sent')

    bot.pass(400)

    assert.equal((await bot.next('refused')).reason, 'expired')
    assert.notEqual(await transaction(subject ?? ''), null)
  })

  // --- once

  bound('a prompt is put before a wallet once', async ({ bot, name, session }) => {
    const { wallets } = world()
    const question = askFor(session, 'd:1', text(session))
    await bot.wallet.ask(question)
    await wallets.prompt(name, 'sign')

    const again = await Promise.all([bot.wallet.ask(question), bot.wallet.ask(question)])
    await bot.restart()
    const later = await bot.wallet.ask(question)

    assert.deepEqual(
      [...again, later].map((each) => each.type),
      Array(3).fill('already-asked'),
    )
    assert.equal((await wallets.view(name)).prompts.length, 1)
  })

  bound('a session has one open question at a time', async ({ bot, name, session }) => {
    const { wallets } = world()
    await bot.wallet.ask(askFor(session, 'd:1', text(session)))

    const second = askFor(session, 'd:2', text(session))
    assert.deepEqual(await bot.wallet.ask(second), { type: 'busy', prompt: 'd:1' })
    await wallets.decide(name, await wallets.prompt(name, 'sign'), 'reject')
    await bot.next('refused')

    assert.equal((await bot.wallet.ask(second)).type, 'published')
  })

  bound('an answer that arrives twice is told once', async ({ bot, name, session }) => {
    const { relay, wallets } = world()
    await wallets.policy(name, { answer: 'approve' })
    relay.faults.set(ANSWER, { type: 'duplicate' })
    await bot.wallet.ask(askFor(session, 'd:1', text(session)))
    await bot.next('answered')

    await bot.wallet.ask(askFor(session, 'd:2', text(session)))
    await bot.next('answered')

    assert.deepEqual(
      bot.told.map((each) => each.type),
      ['session-settled', 'answered', 'answered'],
    )
  })

  // --- the line

  bound('a relay that was gone for a while loses nothing', async ({ bot, name, session }) => {
    const { relay, wallets } = world()
    await bot.wallet.ask(askFor(session, 'd:1', text(session)))
    const prompt = await wallets.prompt(name, 'sign')

    await relay.off()
    await relay.on()
    await wallets.decide(name, prompt, 'approve')

    assert.equal((await bot.next('answered')).prompt, 'd:1')
  })

  test('without a relay nothing is begun, and the same question can be asked later', async () => {
    const { relay, wallets } = world()
    const bot = await world().startBot({ relayTimeoutMs: 300 })
    const { name } = await person()
    const session = await bind(bot, name)
    const question = askFor(session, 'd:1', text(session))
    await relay.off()

    await assert.rejects(bot.wallet.connect('b'), hasCode('WALLET_RELAY_UNREACHABLE'))
    await assert.rejects(bot.wallet.ask(question), hasCode('WALLET_RELAY_UNREACHABLE'))
    await relay.on()
    let asked = await bot.wallet.ask(question).catch(() => null)
    while (asked === null) asked = await bot.wallet.ask(question).catch(() => null)

    assert.equal(asked.type, 'published')
    await wallets.prompt(name, 'sign')
    await bot.close()
  })

  test('a relay that does not let us in is unreachable', async () => {
    const bot = await world().startBot({ projectId: 'nobody', relayTimeoutMs: 300 })

    await assert.rejects(bot.wallet.connect('a'), hasCode('WALLET_RELAY_UNREACHABLE'))
    await bot.close()
  })

  // --- the end of a session

  bound('a wallet that leaves ends its open question', async ({ bot, name, session }) => {
    const { wallets } = world()
    await bot.wallet.ask(askFor(session, 'd:1', text(session)))
    await wallets.prompt(name, 'sign')

    await wallets.disconnect(name, session.topic)

    const refused = await bot.next('refused')
    assert.equal(refused.reason, 'disconnected')
    const asked = bot.wallet.ask(askFor(session, 'd:2', text(session)))
    await assert.rejects(asked, hasCode('WALLET_SESSION_GONE'))
    assert.equal((await bot.next('session-ended')).topic, session.topic)
    assert.equal(bot.wallet.session(session.topic), null)
  })

  bound('a session ended here ends in the wallet', async ({ bot, name, session }) => {
    await bot.wallet.disconnect(session.topic)

    await world().wallets.wait(name, 'session-ended')
    assert.equal((await bot.next('session-ended')).topic, session.topic)
    assert.equal(bot.wallet.session(session.topic), null)
    await bot.wallet.disconnect(session.topic)
    await bot.wallet.disconnect('unknown')
  })

  // --- many people

  test('answers of two people never cross', async () => {
    const { wallets } = world()
    const bot = await world().startBot()
    const first = await person()
    const second = await person()
    const sessions = [await bind(bot, first.name), await bind(bot, second.name)]
    for (const { name } of [first, second]) await wallets.policy(name, { hold: true })

    await Promise.all(
      sessions.map((session, index) =>
        bot.wallet.ask(askFor(session, `d:${index}`, text(session))),
      ),
    )
    for (const { name } of [first, second]) {
      await wallets.decide(name, await wallets.prompt(name, 'sign'), 'approve')
    }
    await wallets.release(second.name)
    await wallets.release(first.name)

    const answers = [await bot.next('answered'), await bot.next('answered')]
    assert.deepEqual(
      answers.map((each) => each.prompt),
      ['d:1', 'd:0'],
    )
    assert.equal(verifyMessage('Hello\nthere', answers[0]!.result), second.account)
    assert.equal(verifyMessage('Hello\nthere', answers[1]!.result), first.account)
    await bot.close()
  })
}
