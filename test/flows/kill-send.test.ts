import assert from 'node:assert/strict'
import type { DriverClient } from '../../src/sandbox/driver/client.ts'
import { holdRights } from '../support/hold-rights.ts'
import { killRounds } from '../support/kill-rounds.ts'

const stateOf = async (driver: DriverClient, number: number) => {
  const { rights, people } = await driver.ledger()
  const right = rights.find(({ name, serial }) => name.startsWith('Linden') && serial === number)
  const holder = people.find(({ account }) => account === right?.holder)?.person
  return { state: right?.state, holder, history: right?.history ?? [] }
}

killRounds({
  name: 'a gift is sent and claimed',
  wallets: ['giver', 'taker'],
  async prepare(driver, people) {
    await driver.addPerson({ person: 'giver', name: 'Giver', native: '1000000000000000000' })
    await driver.addPerson({ person: 'taker', name: 'Taker', native: '0' })
    await holdRights(driver, people, 'giver', 6)
    const { bot } = await driver.pulse()
    await driver.open('taker', `https://t.me/${bot.username}`)
    await driver.start('taker', bot.id)
    await driver.say('taker', bot.id, '/wallet')
    await people.insist(
      'binding',
      people.presses('taker', 'MetaMask'),
      people.shows('taker', 'Bound'),
    )
  },
  async play(driver, people) {
    const { insist, presses, shows, newest } = people
    const { bot, people: all } = await driver.world()
    const taker = all.find(({ person }) => person === 'taker')
    const giver = all.find(({ person }) => person === 'giver')
    const start = await newest('giver')
    const open = () => driver.say('giver', bot.id, '/rights')
    await insist('the list', open, shows('giver', 'Your rights', start))
    const labels = (await driver.messages('giver', bot.id, start)).flatMap(({ buttons }) =>
      buttons.flat().map((each) => each.label),
    )
    const label = labels.find((each) => each.startsWith('Linden honey 250 g · No. ')) ?? ''
    const number = Number(label.split('No. ')[1])
    await insist(
      'the right',
      presses('giver', label),
      shows('giver', `No. ${number}\n250 g jar`, start),
    )
    await insist(
      'the choice',
      presses('giver', 'Send'),
      shows('giver', `Send Linden honey 250 g, No. ${number}`, start),
    )
    await insist(
      'reserving',
      presses('giver', /^(🎁 As a gift|Try again|Ask again)$/),
      shows('giver', 'Reserved on the chain', start),
    )
    await driver.openChat('giver', taker?.telegramId ?? 0)
    const posted = await driver.openChat('taker', giver?.telegramId ?? 0)
    const between = posted.chatId
    const before = (await driver.messages('taker', between)).at(-1)?.messageId ?? 0
    const card = async () => {
      const messages = await driver.messages('giver', bot.id)
      const reserved = messages.findLast(({ text }) => text.includes('Reserved on the chain'))
      const strip = await driver.share(
        'giver',
        { chat: bot.id, message: reserved?.messageId ?? 0, label: 'Choose a chat' },
        taker?.telegramId ?? 0,
      )
      return driver.choose('giver', strip.id, 0)
    }
    const arrived = async () => (await driver.messages('taker', between, before)).length > 0
    await insist('posting', card, arrived)
    const here = await newest('taker')
    const link = async () => {
      const shown = (await driver.messages('taker', between)).findLast(({ text }) =>
        text.includes('start=g'),
      )
      await driver.press('taker', between, shown?.messageId ?? 0, 'Open')
      await driver.start('taker', bot.id)
    }
    await insist('opening', link, shows('taker', 'A gift for you', here))
    await insist(
      'claiming',
      presses('taker', /^(Claim|Try again|Ask again)$/),
      shows('taker', 'It is yours.', here),
    )
    await insist('hearing', async () => {}, shows('giver', 'Claimed by', start))
    return number
  },
  async assertOnce(driver, number) {
    const { state, holder, history } = await stateOf(driver, number)
    assert.equal(state, 'held')
    assert.equal(holder, 'taker')
    // Minted, sent, and claimed: each once.
    assert.equal(history.length, 3, history.join('\n'))
    for (const person of ['giver', 'taker']) {
      assert.deepEqual((await driver.wallet(person)).prompts, [])
    }
  },
  // The chain may be read before the wallet's answer is.
  mustPass: [
    /^step:offered>checking:before-commit/,
    /^step:calling\/act-(asked|sent|included)>(done|final):before-commit/,
    /^effect:relay:before-call/,
    /^effect:relay:after-call/,
    /^effect:ask-wallet:after-call/,
    /^effect:check:after-commit/,
  ],
})
