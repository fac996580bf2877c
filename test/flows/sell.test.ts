import assert from 'node:assert/strict'
import { after, before, test } from 'node:test'
import QRCode from 'qrcode'
import sharp from 'sharp'
import { openSandbox, type Sandbox } from '../../src/sandbox/driver/open-sandbox.ts'
import { createPhone, type Phone } from '../../src/sandbox/driver/phone.ts'
import { photographed, somePhoto } from '../support/photos.ts'
import { bicyclePhoto } from '../support/shop-photos.ts'

let sandbox: Sandbox
let mona: Phone
let ben: Phone
before(async () => {
  sandbox = await openSandbox(process.env)
  const { driver } = sandbox
  await driver.addPerson({ person: 'maker', name: 'Mona' })
  mona = createPhone(driver, 'maker')
  ben = createPhone(driver, 'buyer')
})
after(() => sandbox.close())

test('a new seller publishes a first product from a captioned photo in about ten taps', async () => {
  const { driver } = sandbox
  await driver.openChat('maker', await mona.botChat())
  await mona.counts()
  await driver.start('maker', await mona.botChat())
  await mona.sendsPhoto({ bytes: await somePhoto(), caption: 'Oolong 50 g, 9 usdc, 3' })
  const draft = await mona.seesPicture('in stock: 3')
  assert.match(draft.text, /9 USDC/)
  assert.match(draft.text, /Tea & Infusions/)
  assert.match(draft.text, /OOLONG-50-G/)
  assert.match(draft.text, /Still missing, or not right: production/)

  await mona.presses('✎ Production❗')
  await mona.sees('Who made it')
  await mona.says('Wuyi, Fujian, May 2026')
  const whole = await mona.seesPicture('Wuyi, Fujian')
  assert.doesNotMatch(whole.text, /missing/)
  await mona.presses('Publish')
  await mona.presses('MetaMask')
  await mona.approves('session')
  await mona.approves('sign')
  await mona.approves('send')
  await mona.sees('Published.')
  const { taps, typed, sent } = await mona.tally()
  assert.ok(taps + sent <= 10, `${taps} taps and ${sent} photo`)
  assert.equal(typed, 2)
})

test('it is posted to a group with its picture, and the post’s stock falls when somebody buys', async () => {
  const { driver } = sandbox
  const group = await mona.createsGroup('Tea friends', ['buyer'])
  await mona.shares('Post to a group', group, { from: await mona.botChat() })
  const post = await ben.seesIn(group, 'Oolong 50 g')
  assert.ok(post.photo, 'the post has a picture')
  assert.match(post.text, /3 left/)

  await ben.pressesIn(group, 'Buy')
  await driver.start('buyer', await ben.botChat())
  await ben.presses('Pay 9 USDC')
  await ben.presses('MetaMask')
  await ben.approves('session')
  await ben.approves('sign')
  await ben.approves('send')
  await ben.approves('send')
  await ben.sees('Receipt')
  await ben.seesIn(group, '2 left')
  assert.equal(await coinsOf('maker'), 9)
})

test('its printed code, photographed from a wall, opens it; two more are bought', async () => {
  const { driver } = sandbox
  await mona.presses('Print QR')
  const lines = await mona.seesPicture('For a print shop')
  const points = await mona.seesPicture('For any printer')
  const [code = ''] = /q[A-Za-z0-9_-]{11}/.exec(lines.text) ?? []
  assert.ok(code !== '', 'the code to type is under it')
  for (const { file } of [lines, points]) {
    assert.ok(file !== null)
    const photo = await photographed(await driver.file(file.id))
    const before = (await driver.messages('buyer', await ben.botChat())).length
    await ben.sendsPhoto({ bytes: photo })
    await ben.until('the quote', async () => {
      const messages = await driver.messages('buyer', await ben.botChat())
      return messages.slice(before).find(({ text }) => text.includes('2 left'))
    })
  }
  await ben.sees('There is a trade link in this picture')
  // Any camera reads it too, and what stands under it can be typed.
  assert.match(await ben.reads(mona, 'For a print shop'), new RegExp(`start=${code}$`))
  await ben.says(code)
  await ben.presses('+')
  await ben.presses('Pay 18 USDC')
  await ben.approves('send')
  await ben.approves('send')
  await ben.sees('2 rights are yours')
  assert.equal(await coinsOf('maker'), 27)
})

test('the seller offers more, and ends the sale', async () => {
  await mona.presses('Stock and sale')
  await mona.seesPicture('sold: 3')
  await mona.presses('Offer more')
  await mona.says('no idea')
  await mona.sees('I cannot read this as a number')
  await mona.says('5')
  await mona.approves('send')
  await mona.sees('8 may be sold in all')
  await mona.presses('End the sale')
  await mona.sees('No more will ever be sold')
  await mona.presses('End the sale')
  await mona.approves('send')
  await mona.sees('The sale has ended')
})

test('a second tap on Publish shows what was published, and publishes nothing', async () => {
  const { driver } = sandbox
  const chat = await mona.botChat()
  const draft = (await driver.messages('maker', chat)).find((message) =>
    message.buttons.flat().some(({ label }) => label === 'Throw away'),
  )
  assert.ok(draft)
  await driver.press('maker', chat, draft.messageId, 'Publish')
  await mona.sees('Published.')
  const { prompts } = await driver.wallet('maker')
  assert.deepEqual(prompts, [])
})

test('what is published cannot be mended any more', async () => {
  const { driver } = sandbox
  const chat = await mona.botChat()
  const draft = (await driver.messages('maker', chat)).find((message) =>
    message.buttons.flat().some(({ label }) => label === 'Throw away'),
  )
  assert.ok(draft)
  const pressed = await driver.press('maker', chat, draft.messageId, '✎ Price')
  assert.match(JSON.stringify(pressed), /published already/)
})

test('declined, mended, taken twice: a draft is published once, as it was last', async () => {
  const { driver } = sandbox
  await mona.sendsPhoto({
    bytes: await somePhoto({ tint: '#335577' }),
    caption: 'Mug, blue, 0.01 ETH, 1',
  })
  await mona.seesPicture('Specification: blue')
  await mona.presses(/✎ Production/)
  await mona.says('Mona, this week')
  await mona.seesPicture('Mona, this week')
  await mona.presses('Publish')
  await mona.rejects('send')
  await mona.sees('You declined in your wallet')
  await mona.presses('✎ Price')
  await mona.says('7')
  await mona.seesPicture('7 ETH')
  await mona.presses('✎ Price')
  await mona.says('8 usdc')
  const mended = await mona.seesPicture('8 USDC · in stock')
  const chat = await mona.botChat()
  await Promise.all([1, 2].map(() => driver.press('maker', chat, mended.messageId, 'Publish')))
  const { id } = await mona.asked('send')
  await driver.press('maker', chat, mended.messageId, 'Publish')
  await driver.decide('maker', id, 'approve')
  const published = await mona.sees(/8 USDC[\s\S]*Published\./)
  assert.ok(published.photo, 'with the picture')
  const { prompts } = await driver.wallet('maker')
  assert.deepEqual(prompts, [])
  await mona.presses('Stock and sale')
  const series = await mona.seesPicture('sold: 0 · 1 left')
  // One of its kind: there is never more.
  assert.ok(!series.buttons.flat().some(({ label }) => label === 'Offer more'))
})

test('an album is one photo, a file is a photo too, and trouble with the network passes', async () => {
  const { driver } = sandbox
  const answers = async () =>
    (await driver.messages('buyer', await ben.botChat())).filter(({ text }) =>
      /^🔎 (I am not sure what this is|Looking at)/.test(text),
    ).length
  const before = await answers()
  const bicycle = await bicyclePhoto()
  await ben.sendsAlbum([bicycle, bicycle, bicycle])
  await ben.until('an answer', async () => ((await answers()) > before ? true : undefined))
  await driver.telegramFault({
    type: 'refuse',
    code: 500,
    description: 'Internal',
    method: 'getFile',
  })
  const foreign = await codePicture('a code in a file')
  await ben.sendsFile({ bytes: foreign, name: 'code.png', mimeType: 'image/png' })
  await ben.sees('a code in a file')
  assert.equal(await answers(), before + 1)
})

test('photos that lead nowhere say why, and what to do', async () => {
  const { driver } = sandbox
  const bytes = await bicyclePhoto()
  for (const caption of ['', 'my way here'])
    await ben.seesAnswer('I am not sure what this is', () => ben.sendsPhoto({ bytes, caption }))
  const foreign = await codePicture('https://evil.example/<b>x</b>')
  await ben.sendsPhoto({ bytes: foreign })
  const shown = await ben.sees('https://evil.example/')
  assert.match(shown.text, /none of mine[\s\S]*evil\.example\/<b>x<\/b>/)
  assert.deepEqual(
    shown.buttons.flat().map(({ kind }) => kind),
    ['callback'],
  )
  await ben.sendsFile({ bytes: Buffer.from('<svg/>'), name: 'a.svg', mimeType: 'image/svg+xml' })
  await ben.sees('I cannot read this picture')
  const world = await driver.world()
  assert.ok(world.botRunning)
})

test('several codes in one photo are offered as a choice', async () => {
  const { driver } = sandbox
  const { username } = (await driver.world()).bot
  const [one, two] = await Promise.all(
    ['qAAAAAAAAAAA', 'qAAAAAAAAAAE'].map((code) =>
      codePicture(`https://t.me/${username}?start=${code}`),
    ),
  )
  const wall = { width: 1300, height: 700, channels: 3, background: '#ffffff' } as const
  const both = await sharp({ create: wall })
    .composite([
      { input: one, left: 20, top: 40 },
      { input: two, left: 680, top: 40 },
    ])
    .jpeg()
    .toBuffer()
  await ben.sendsPhoto({ bytes: both })
  const choice = await ben.sees('I found several links')
  assert.equal(choice.buttons.flat().length, 2)
})

test('a form left half-finished goes on, in Chinese too; a digital good is refused', async () => {
  const { driver } = sandbox
  await driver.addPerson({ person: 'lan', name: 'Lan', locale: 'zh-CN' })
  const lan = createPhone(driver, 'lan')
  await driver.openChat('lan', await lan.botChat())
  await driver.start('lan', await lan.botChat())
  await lan.sendsPhoto({ bytes: await somePhoto(), caption: '激活码，12 usdc' })
  await lan.seesPicture('这不是可以交付的实物')
  await lan.presses('✎ 类目')
  await lan.says('茶叶')
  const fixed = await lan.seesPicture('茶与冲泡饮品')
  assert.doesNotMatch(fixed.text, /这不是可以/)
  await lan.presses('发布（未完成）')
  await lan.sees('买家具体得到什么')
  // Something else comes between; the question is still open, and a wrong answer can be mended.
  await lan.sendsPhoto({ bytes: await bicyclePhoto(), caption: '我的自行车' })
  await lan.sees('不确定这是什么')
  await lan.says('\u202e\u200b')
  await lan.sees('无法使用这段文字')
  await lan.says('绿色罐装 <b>100 克</b>')
  await lan.seesPicture('绿色罐装 <b>100 克</b>')
  await lan.presses('预订')
  await lan.seesPicture('款项锁定至交付')
  await lan.presses('丢弃')
  await lan.sees('已丢弃')
})

test('a draft left for more than a week still publishes, its days counted from then', async () => {
  const { driver } = sandbox
  await mona.sendsPhoto({ bytes: await somePhoto(), caption: 'Black tea 1 kg, 20 usdc, 4' })
  await mona.seesPicture('BLACK-TEA-1-KG')
  await mona.presses('Pre-order')
  await mona.seesPicture('held until the hand-over')
  await mona.presses(/✎ Production/)
  await mona.sees('Who made it')
  const days = 9
  await driver.killBot()
  await driver.advance(days * 86_400)
  await driver.startBot({ SCRIP_CLOCK_AHEAD: String(days * 86_400) })
  // The question is forgotten, and what is typed is no answer; the card is not.
  await mona.says('Qimen, Anhui')
  await mona.until('an answer', async () => {
    const messages = await driver.messages('maker', await mona.botChat())
    return messages.at(-1)?.mine === false ? true : undefined
  })
  await mona.presses(/✎ Production/)
  await mona.says('Qimen, Anhui, May')
  await mona.seesPicture('Qimen, Anhui, May')
  await mona.presses('Publish')
  await mona.approves('send')
  await mona.sees(/20 USDC[\s\S]*Published\./)
})

async function coinsOf(person: string): Promise<number> {
  const { people } = await sandbox.driver.ledger()
  return Number(people.find((each) => each.person === person)?.coins.replace(' USDC', ''))
}

function codePicture(text: string): Promise<Buffer> {
  return QRCode.toBuffer(text, { width: 600, margin: 4 })
}
