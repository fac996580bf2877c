import assert from 'node:assert/strict'
import { after, before, test } from 'node:test'
import { openSandbox, type Sandbox } from '../../src/sandbox/driver/open-sandbox.ts'
import { createPhone, type Phone } from '../../src/sandbox/driver/phone.ts'
import { accountOf, spaceLink } from '../support/space-link.ts'

const TEA = 2073
const HONEY = 4947
const [FOOD, BEVERAGES, FURNITURE] = [412, 413, 436] as const

let sandbox: Sandbox
let ben: Phone
let mia: Phone
let lin: Phone
before(async () => {
  sandbox = await openSandbox(process.env)
  ben = createPhone(sandbox.driver, 'buyer')
  mia = createPhone(sandbox.driver, 'recipient')
  lin = createPhone(sandbox.driver, 'seller')
})
after(() => sandbox.close())

test('a buyer pages through twenty series, and one more tap opens any of them', async () => {
  const { driver } = sandbox
  const teas = Array.from({ length: 16 }, (_, place) => ({
    name: `Tea ${place + 1}`,
    category: TEA,
    price: '2000000',
    shareBps: 1000,
  }))
  const honeys = Array.from({ length: 4 }, (_, place) => ({
    name: `Honey ${place + 1}`,
    category: HONEY,
    price: '3000000',
  }))
  await driver.addPerson({ person: 'shop', name: 'Shop' })
  await driver.publish('shop', [...teas, ...honeys])
  const account = await accountOf(driver, 'shop')
  const first = await opensFull(ben, spaceLink({ account }), '20 offers')
  assert.ok(first.text.includes(account))
  assert.equal(goodsOn(first).length, 6)
  const seen = new Set(goodsOn(first))
  for (const page of [2, 3, 4]) {
    await ben.presses('›')
    const next = await ben.until(`page ${page}`, async () => {
      const card = await ben.sees('20 offers')
      const isThere = card.buttons.flat().some(({ label }) => label === `${page} of 4`)
      return isThere ? card : undefined
    })
    assert.equal(next.messageId, first.messageId)
    for (const each of goodsOn(next)) seen.add(each)
  }
  assert.equal(seen.size, 20)
  await ben.presses(/^Honey · 4$/)
  await ben.sees('4 offers')
  await ben.presses('‹ All categories')
  await ben.sees('20 offers')
  await ben.counts()
  await ben.presses(/^Honey 4 · 3 USDC$/)
  await ben.sees('Honey 4, as published')
  assert.equal((await ben.tally()).taps, 1)
})

test('a wide category shows what stands under it, of a space and across spaces', async () => {
  const { driver } = sandbox
  const account = await accountOf(driver, 'shop')
  const drinks = await ben.seesAnswer('16 offers', () =>
    ben.starts(spaceLink({ account, category: BEVERAGES })),
  )
  assert.match(drinks.text, /Category: Beverages/)
  assert.doesNotMatch(drinks.text, /Honey/)
  const food = await ben.seesAnswer('20 offers', () =>
    ben.starts(spaceLink({ account, category: FOOD })),
  )
  assert.match(food.text, /Category: Food, Beverages & Tobacco[\s\S]*Honey/)
  const across = await ben.seesAnswer('across all spaces', () => ben.starts(acrossLink(FOOD)))
  assert.match(across.text, /^Food, Beverages & Tobacco/)
  assert.match(across.text, /Honey/)
  const none = await ben.seesAnswer('across all spaces', () => ben.starts(acrossLink(FURNITURE)))
  assert.deepEqual(goodsOn(none), [])
})

test('a category link with a contributor: the share is paid on chain, and stands under Earned', async () => {
  const { driver } = sandbox
  await mia.starts('https://t.me/scrip_bot')
  await mia.presses('绑定钱包')
  await mia.presses('MetaMask')
  await mia.approves('session')
  await mia.approves('sign')
  await mia.sees('已绑定')
  await mia.says('/earned')
  await mia.sees('您的链接还没有带来销售')
  const account = await accountOf(driver, 'shop')
  const contributor = await accountOf(driver, 'recipient')
  await ben.starts(spaceLink({ account, category: TEA, contributor }))
  await ben.sees('16 offers')
  await ben.sees('You came by a link of')
  const card = await ben.sees('You came by a link of')
  // A newer link to the same space, without a contributor, does not take the older card over.
  await ben.starts(spaceLink({ account, category: TEA }))
  await ben.until('a card without a contributor', async () => {
    const shown = await ben.sees('16 offers')
    return shown.messageId > card.messageId ? shown : undefined
  })
  await driver.press('buyer', card.chatId, card.messageId, '›')
  await ben.until('page 2', async () => {
    const shown = await ben.sees('You came by a link of')
    return shown.buttons.flat().some(({ label }) => label === '2 of 3') ? shown : undefined
  })
  const paged = await ben.sees('You came by a link of')
  assert.equal(paged.messageId, card.messageId)
  const before = await coinsOf('recipient')
  await ben.presses(/^Tea 9 · 2 USDC$/)
  await ben.sees(/Tea 9, as published[\s\S]*You came by a link of/)
  await ben.presses('Pay 2 USDC')
  await ben.presses('MetaMask')
  await ben.approves('session')
  await ben.approves('sign')
  await ben.approves('send')
  await ben.approves('send')
  await ben.sees('is yours')
  assert.equal(await coinsOf('recipient'), before + 0.2)
  const earned = await mia.until('the share', async () => {
    await mia.says('/earned')
    const shown = await mia.sees(/贡献者|已付到您的钱包/)
    return shown.text.includes('0.2 USDC') ? shown : undefined
  })
  assert.match(earned.text, /卖出了 1 份权益/)
  assert.match(earned.text, /Tea 9/)
})

test('the seller of the purchase is one tap away, under the same contributor', async () => {
  const { driver } = sandbox
  const account = await accountOf(driver, 'shop')
  const contributor = await accountOf(driver, 'recipient')
  const link = spaceLink({ account, category: HONEY, contributor })
  await ben.seesAnswer('4 offers', () => ben.starts(link))
  await ben.presses(/^Honey 1 · /)
  await ben.sees('Honey 1, as published')
  const all = await ben.seesAnswer('20 offers', () => ben.presses('All of this seller'))
  assert.match(all.text, /You came by a link of/)
})

test('an imposter is named: the same picture, or a name that reads alike, published later by a stranger', async () => {
  const { driver } = sandbox
  await driver.addPerson({ person: 'imposter', name: 'Impo' })
  await driver.publish('imposter', [{ name: 'LONGJING  100g', category: TEA, price: '1000000' }])
  const account = await accountOf(driver, 'imposter')
  const shown = await opensFull(ben, spaceLink({ account }), 'One offer')
  assert.match(shown.text, /A copy of goods published earlier by/)
  const lin = await accountOf(driver, 'seller')
  await ben.starts(spaceLink({ account: lin }))
  const real = await ben.sees(lin)
  assert.doesNotMatch(real.text, /A copy of goods/)
})

test('an account that is typed opens its space; a category across spaces shows whose goods they are', async () => {
  const { driver } = sandbox
  const account = await accountOf(driver, 'seller')
  await ben.says(account)
  await ben.sees('Space of')
  const across = await ben.seesAnswer('across all spaces', () => ben.starts(acrossLink(TEA)))
  assert.match(across.text, /by 0x/)
})

test('the own space: what is sold, what is left, and everything a seller does', async () => {
  await lin.says('/space')
  const own = await lin.sees('Your space')
  assert.match(own.text, /5 products/)
  for (const label of ['Add a product', 'Requests', 'Staff', 'Earned', 'Share my space'])
    assert.ok(
      own.buttons.flat().some((each) => each.label === label),
      label,
    )
  await lin.presses('As buyers see it')
  await lin.sees('as buyers see it')
})

test('a space is shared into a chat by its button; a buyer who shares it becomes its contributor', async () => {
  const { driver } = sandbox
  const account = await accountOf(driver, 'seller')
  await ben.starts(spaceLink({ account }))
  await ben.sees(account)
  await ben.opensChatWith(mia)
  const posted = await ben.shares('Share', 'Mia')
  const link = /https:\/\/t\.me\/\S+/.exec(posted.text)?.[0] ?? ''
  await mia.starts(link)
  await mia.sees('您是通过')
})

test('goods made to harm, in no known category, or whose sale is over, do not hold up the rest', async () => {
  const { driver } = sandbox
  await driver.addPerson({ person: 'odd', name: 'Odd' })
  const account = await accountOf(driver, 'odd')
  const today = Math.floor(Date.now() / 86_400_000)
  await driver.publish('odd', [
    { name: `\u202e<b>${'W'.repeat(90)}`, category: 999999999, price: '5000000' },
    { name: 'Last year', category: TEA, price: '1000000', saleEndDay: today + 1 },
    { name: 'Fresh', category: TEA, price: '1000000' },
  ])
  await driver.advance(2 * 86_400)
  await driver.mine()
  await opensFull(ben, spaceLink({ account }), 'the sale has ended')
  const shown = await opensFull(ben, spaceLink({ account }), '3 offers')
  assert.match(shown.text, /Fresh/)
  assert.ok(!goodsOn(shown).some((label) => label.startsWith('Last year')))
  await ben.presses(/^Category 999999999 · 1$/)
  await ben.sees('Category: Category 999999999')
  assert.doesNotMatch(shown.text, /\u202e/)
  assert.ok(shown.text.length < 2000)
})

/** Opens a link again and again until the index has caught up with what was published; nothing is still on its way then. */
async function opensFull(phone: Phone, link: string, words: string) {
  return phone.until(words, async () => {
    const chat = await phone.botChat()
    const before = (await sandbox.driver.messages(phone.person, chat)).at(-1)?.messageId ?? 0
    await phone.starts(link)
    const shown = await phone.until('the card', async () => {
      const card = await phone.sees('Space of')
      return card.messageId > before ? card : undefined
    })
    return shown.text.includes(words) ? shown : undefined
  })
}

/** The link to a category across spaces. */
function acrossLink(category: number): string {
  const bytes = Buffer.from(category.toString(16).padStart(8, '0'), 'hex')
  return `https://t.me/scrip_bot?start=k${bytes.toString('base64url')}`
}

async function coinsOf(person: string): Promise<number> {
  const { people } = await sandbox.driver.ledger()
  return Number(people.find((each) => each.person === person)?.coins.split(' ')[0] ?? 0)
}

function goodsOn({ buttons }: { buttons: { label: string }[][] }): string[] {
  return buttons.flat().flatMap(({ label }) => (/ · .* USDC$/.test(label) ? [label] : []))
}
