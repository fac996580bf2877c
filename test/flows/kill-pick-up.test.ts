import assert from 'node:assert/strict'
import { holdRights } from '../support/hold-rights.ts'
import { killRounds } from '../support/kill-rounds.ts'

killRounds({
  name: 'a good is picked up',
  wallets: ['holder', 'seller'],
  async prepare(driver, people) {
    await driver.addPerson({ person: 'holder', name: 'Holder', native: '1000000000000000000' })
    await holdRights(driver, people, 'holder', 6)
  },
  async play(driver, people) {
    const { insist, presses, shows, newest } = people
    const { bot } = await driver.pulse()
    const [start, desk] = [await newest('holder'), await newest('seller')]
    const open = () => driver.say('holder', bot.id, '/rights')
    await insist('the list', open, shows('holder', 'Your rights', start))
    const labels = (await driver.messages('holder', bot.id, start)).flatMap(({ buttons }) =>
      buttons.flat().map((each) => each.label),
    )
    const label = labels.find((each) => each.startsWith('Linden honey 250 g · No. ')) ?? ''
    const number = Number(label.split('No. ')[1])
    await insist(
      'the right',
      presses('holder', label),
      shows('holder', `No. ${number}\n250 g jar`, start),
    )
    await insist(
      'getting it',
      presses('holder', 'Get it'),
      shows('holder', `Get it: Linden honey 250 g, No. ${number}`, start),
    )
    await insist(
      'the code',
      presses('holder', /^(Pick up at the shop|Try again|Ask again)$/),
      shows('holder', 'Show this code at the shop', start),
    )
    const scan = async () => {
      const code = (await driver.messages('holder', bot.id)).findLast(({ text }) =>
        text.includes('Show this code'),
      )
      await driver.scan('seller', { person: 'holder', chat: bot.id, message: code?.messageId ?? 0 })
      await driver.start('seller', bot.id)
    }
    await insist('scanning', scan, shows('seller', 'Unused', desk))
    await insist(
      'handing over',
      presses('seller', /^(Handed over|Try again|Ask again)$/),
      shows('seller', 'do not hand over again', desk),
    )
    await insist('hearing', async () => {}, shows('holder', 'The right is burned', start))
    return number
  },
  async assertOnce(driver, number) {
    const { rights } = await driver.ledger()
    const right = rights.find(({ name, serial }) => name.startsWith('Linden') && serial === number)
    assert.equal(right?.state, 'redeemed')
    // Minted, requested, and burned: each once.
    assert.equal(right.history.length, 3, right.history.join('\n'))
    for (const person of ['holder', 'seller']) {
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
