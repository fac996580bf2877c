import assert from 'node:assert/strict'
import { after, before, describe, test } from 'node:test'
import { openSandbox, type Sandbox } from '../../src/sandbox/driver/open-sandbox.ts'
import { createPhone, type Phone } from '../../src/sandbox/driver/phone.ts'
import {
  categoryLink,
  coinsOf,
  holderOf,
  opensRight,
  spaceLink,
  typedLink,
} from '../support/method-story.ts'

// The method, point by point, as the people in it see it. Photos and M5 (the open platform) have more tests of their own.

const TEA = 'Longjing 100 g'
const HONEY = 'Linden honey 250 g'
const TEA_CATEGORY = 2073

let sandbox: Sandbox
let lin: Phone
let ben: Phone
let mia: Phone
before(async () => {
  sandbox = await openSandbox(process.env)
  lin = createPhone(sandbox.driver, 'seller')
  ben = createPhone(sandbox.driver, 'buyer')
  mia = createPhone(sandbox.driver, 'recipient')
})
after(() => sandbox.close())

describe('M6 The seller’s goods data is on chain before any link exists, one right to one token', () => {
  test('every link in the world names something that the chain had before', async () => {
    const { driver, group } = sandbox
    const { series, rights } = await driver.ledger()
    const posts = await driver.messages('buyer', group)
    const links = posts.flatMap(({ text }) => typedLink(text) ?? [])
    assert.ok(links.length >= 2)
    assert.equal(rights.length, 0, 'nothing is sold yet')
    for (const link of links) {
      assert.ok(
        series.some(({ id }) =>
          link.includes(Buffer.from(id.slice(2), 'hex').toString('base64url')),
        ),
        link,
      )
    }
  })
})

describe('M1 From the entry information of a space to the right in hand', () => {
  test('the link of a space shows what the seller really has', async () => {
    const { driver } = sandbox
    await ben.starts(await spaceLink(driver, 'seller'))
    const space = await ben.sees('Space of')
    const { series } = await driver.ledger()
    for (const { name, price, limit, sold } of series.filter(({ name }) =>
      [TEA, HONEY].includes(name),
    )) {
      assert.match(space.text, new RegExp(`${name}.*${price}.*${limit - sold} left`))
    }
  })

  test('a wallet is bound to it, and one transaction pays and mints: eight taps for the first purchase', async () => {
    const { driver } = sandbox
    await ben.counts()
    await ben.presses(new RegExp(TEA))
    await ben.sees('The seller sees your account, nothing else of you')
    await ben.presses('Pay 12 USDC')
    await ben.presses('MetaMask')
    await ben.approves('session')
    await ben.approves('sign')
    await ben.approves('send')
    await ben.approves('send')
    await ben.sees('Right No. 1 is yours')
    const { taps } = await ben.tally()
    assert.ok(taps <= 8, `${taps} taps`)
    assert.equal(await coinsOf(driver, 'buyer'), 88)
    assert.equal(await coinsOf(driver, 'seller'), 12)
    assert.equal(await holderOf(driver, TEA, 1), 'buyer')
  })

  test('bound, it is at most six taps from a post in a group', async () => {
    const { driver, group } = sandbox
    await ben.counts()
    const post = await ben.seesIn(group, HONEY)
    await driver.press('buyer', group, post.messageId, 'Buy')
    await driver.start('buyer', await ben.botChat())
    await ben.presses('Pay 0.004 ETH')
    await ben.approves('send')
    await ben.sees(/Linden honey[\s\S]*Right No\. 1 is yours/)
    const { taps } = await ben.tally()
    assert.ok(taps <= 6, `${taps} taps`)
  })
})

describe('M2 A link to one category shows only that category', () => {
  test('of one space', async () => {
    const { driver } = sandbox
    await mia.starts(await categoryLink(driver, 'seller', TEA_CATEGORY))
    const shown = await mia.sees(TEA)
    assert.doesNotMatch(shown.text, new RegExp(HONEY))
  })

  test('across spaces', async () => {
    const { driver } = sandbox
    await mia.starts(await categoryLink(driver, null, TEA_CATEGORY))
    const shown = await mia.sees(TEA)
    assert.doesNotMatch(shown.text, new RegExp(HONEY))
  })
})

describe('M3 A photo of a projected screen opens the trade link', () => {
  test('the card is there without a tap', async () => {
    const { driver } = sandbox
    await ben.counts()
    await ben.seesAnswer('There is a trade link in this picture', async () =>
      ben.sendsPhoto({ bytes: await driver.shelf('code') }),
    )
    await ben.seesPicture(new RegExp(`^${TEA}[\\s\\S]*paid at once`))
    const { taps, typed, sent } = await ben.tally()
    assert.deepEqual({ taps, typed, sent }, { taps: 0, typed: 0, sent: 1 })
  })
})

describe('M4 A photo of a product opens its trade link', () => {
  test('as another phone takes it: the card at once, or one tap on one of three at most', async () => {
    const { driver } = sandbox
    await ben.counts()
    const answer = await ben.seesAnswer(/looks like|Is it/, async () =>
      ben.sendsPhoto({ bytes: await driver.shelf('product') }),
    )
    assert.match(answer.text, new RegExp(HONEY))
    const candidates = answer.buttons.flat().filter(({ label }) => label.includes(' · '))
    assert.ok(candidates.length <= 3)
    if (candidates.length > 0) await ben.pressesOn(answer, new RegExp(HONEY))
    await ben.seesPicture(new RegExp(`^${HONEY}[\\s\\S]*paid at once`))
    const { taps, typed } = await ben.tally()
    assert.ok(taps <= 1 && typed === 0, `${taps} taps`)
  })

  test('what nobody sells is not taken for something', async () => {
    const { driver } = sandbox
    const answer = await ben.seesAnswer('I am not sure what this is', async () =>
      ben.sendsPhoto({ bytes: await driver.shelf('nonsense') }),
    )
    assert.doesNotMatch(answer.text, new RegExp(`${TEA}|${HONEY}`))
  })
})

describe('M7 The goods data has at least category, product number, specification and production', () => {
  test('and the card shows all four before anything is paid', async () => {
    const { driver, group } = sandbox
    const post = await mia.seesIn(group, TEA)
    await driver.press('recipient', group, post.messageId, 'Buy')
    await driver.start('recipient', await mia.botChat())
    const card = await mia.sees('货号 LJ-100-2026')
    assert.match(card.text, /100 g tin, pan-fired green tea/)
    assert.match(card.text, /Meijiawu, Hangzhou, April 2026/)
    assert.match(card.text, /类目/)
  })
})

describe('M9 A holder’s own space, and one right to a third person who pays with their own wallet', () => {
  test('an offer nobody has minted: the third person mints from the issuer, the sender is contributor', async () => {
    const { driver, group } = sandbox
    const link = typedLink((await ben.seesIn(group, TEA)).text) ?? ''
    await ben.opensChatWith(mia)
    const { chatId } = await mia.opensChatWith(ben)
    const strip = await driver.inline(
      'buyer',
      (await ben.opensChatWith(mia)).chatId,
      `@scrip_bot ${link}`,
    )
    const posted = await driver.choose('buyer', strip.id, 0)
    assert.match(posted.text, /Shared by/)
    await mia.pressesIn(chatId, 'Buy')
    await driver.start('recipient', await mia.botChat())
    await mia.sees('您是通过')
    await mia.presses('支付 12 USDC')
    await mia.presses('MetaMask')
    await mia.approves('session')
    await mia.approves('sign')
    await mia.approves('send')
    await mia.approves('send')
    await mia.sees('权益归您了')
    assert.equal(await holderOf(driver, TEA, 2), 'recipient')
  })

  test('a held right: the third person pays the sender, in at most eight taps of each', async () => {
    const { driver } = sandbox
    const before = await coinsOf(driver, 'buyer')
    await opensRight(ben, TEA, 1)
    await ben.counts()
    await ben.presses('Send')
    await ben.presses('For a price')
    await ben.says('13')
    await ben.presses('Reserve it')
    await ben.approves('send')
    await ben.sees('Reserved on the chain')
    await ben.shares('Choose a chat', 'Mia')
    const sent = await ben.tally()
    assert.ok(sent.taps <= 8, `${sent.taps} taps`)
    assert.equal(sent.typed, 1)

    await mia.counts()
    const { chatId } = await mia.opensChatWith(ben)
    await mia.pressesIn(chatId, 'Open')
    await driver.start('recipient', await mia.botChat())
    await mia.presses('支付 13 USDC')
    await mia.approves('send')
    await mia.approves('send')
    await mia.sees(/归您了。领取时间/)
    const claimed = await mia.tally()
    assert.ok(claimed.taps <= 7, `${claimed.taps} taps`)
    assert.equal(await coinsOf(driver, 'buyer'), before + 13)
    assert.equal(await holderOf(driver, TEA, 1), 'recipient')
  })

  test('the holder’s own space shows what they sell on', async () => {
    const { driver } = sandbox
    await opensRight(mia, TEA, 1)
    await mia.presses('转售')
    await mia.says('14')
    await mia.sees('您的钱包把报价放到链上')
    await mia.presses('转售')
    await mia.approves('send')
    await mia.sees('已开始转售')
    await ben.starts(await spaceLink(driver, 'recipient'))
    const space = await ben.sees('Rights that this account sells on')
    assert.match(space.text, /14 USDC/)
    await ben.presses(/No\. 1 · 14 USDC/)
    await ben.presses('Pay 14 USDC')
    await ben.approves('send')
    await ben.approves('send')
    await ben.sees(/Receipt[\s\S]*Paid: 14 USDC/)
    assert.equal(await holderOf(driver, TEA, 1), 'buyer')
  })
})

describe('M8 The right names its way of getting the good, and burns at the hand-over, not when it is asked for', () => {
  test('pick-up: six taps for the holder, two for the desk; asked for it lives, handed over it is gone', async () => {
    const { driver } = sandbox
    await ben.counts()
    await opensRight(ben, TEA, 1)
    const offer = await ben.seesAnswer('Get it:', () => ben.presses('Get it'))
    await ben.pressesOn(offer, 'Pick up at the shop')
    await ben.approves('send')
    await ben.sees('Show this code at the shop')
    assert.ok((await ben.tally()).taps <= 6)
    const asked = await driver.ledger()
    assert.equal(
      asked.rights.find(({ name, serial }) => name === TEA && serial === 1)?.state,
      'requested',
    )
    assert.equal(await holderOf(driver, TEA, 1), 'buyer')

    await lin.counts()
    await lin.scans(ben, 'Show this code at the shop')
    await driver.start('seller', await lin.botChat())
    await lin.presses('Handed over')
    await lin.sees('do not hand over again')
    assert.equal((await lin.tally()).taps, 2)
    await ben.sees('The right is burned')
    const burned = await driver.ledger()
    assert.equal(
      burned.rights.find(({ name, serial }) => name === TEA && serial === 1)?.state,
      'redeemed',
    )
  })
})

describe('M10 What a contributor’s links sell is counted', () => {
  test('Ben’s link sold one right, and he sees it', async () => {
    await ben.says('/earned')
    const earned = await ben.sees(TEA)
    assert.match(earned.text, /1/)
  })
})
