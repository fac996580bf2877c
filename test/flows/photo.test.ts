import assert from 'node:assert/strict'
import { readFileSync } from 'node:fs'
import { after, before, describe, test } from 'node:test'
import { openSandbox, type Sandbox } from '../../src/sandbox/driver/open-sandbox.ts'
import { createPhone, type Phone } from '../../src/sandbox/driver/phone.ts'
import { spaceLink, typedLink } from '../support/method-story.ts'
import { photographed } from '../support/photos.ts'
import {
  bicyclePhoto,
  closerPhoto,
  codesPhoto,
  numberedBoxPhoto,
  screenshotOf,
} from '../support/shop-photos.ts'

const HONEY = 'Linden honey 250 g'
const TEA = 'Longjing 100 g'
const POT = 'Teapot No. 7'
const CATALOGUE_PICTURE = readFileSync('src/sandbox/seed/honey.jpg')
// The box of an item that some seller has, and of one that nobody has.
const SOLD_NUMBER = '4006381333931'
const UNKNOWN_NUMBER = '5901234123457'

let sandbox: Sandbox
let ben: Phone
let lin: Phone
let group: number
before(async () => {
  sandbox = await openSandbox(process.env)
  group = sandbox.group
  ben = createPhone(sandbox.driver, 'buyer')
  lin = createPhone(sandbox.driver, 'seller')
  await ben.starts('https://t.me/scrip_bot')
  await ben.sees('A shop counter')
})
after(() => sandbox.close())

const labels = ({ buttons }: { buttons: { label: string }[][] }) =>
  buttons.flat().map(({ label }) => label)

/** The trade link in the group's post of a good. */
async function linkOf(name: string): Promise<string> {
  const { text } = await ben.seesIn(group, name)
  return typedLink(text) ?? ''
}

/** How many of the bot's messages have these words. */
async function countOf(words: RegExp): Promise<number> {
  const messages = await sandbox.driver.messages('buyer', await ben.botChat())
  return messages.filter(({ mine, text }) => !mine && words.test(text)).length
}

describe('a code in a photo', () => {
  test('a projected screen leads to the card of its good', async () => {
    const bytes = await sandbox.driver.shelf('code')
    await ben.seesAnswer('There is a trade link in this picture', () => ben.sendsPhoto({ bytes }))
    const card = await ben.seesPicture(TEA)
    assert.ok(labels(card).includes('Pay 12 USDC'))
  })

  test('two codes are asked about, a foreign one is only read out', async () => {
    const two = await codesPhoto(await linkOf(TEA), await linkOf(HONEY))
    const asked = await ben.seesAnswer(/links/, () => ben.sendsPhoto({ bytes: two }))
    assert.deepEqual(labels(asked), [TEA, HONEY])

    const foreign = await codesPhoto('https://evil.example/pay?to=0x1')
    const told = await ben.seesAnswer('none of mine', () => ben.sendsPhoto({ bytes: foreign }))
    assert.match(told.text, /https:\/\/evil\.example\/pay\?to=0x1/)
    assert.ok(told.buttons.flat().every(({ kind }) => kind !== 'url'))
  })

  test('the code of what was sold meanwhile says that it is sold out', async () => {
    const link = await linkOf(POT)
    await ben.starts(link)
    await ben.presses('Pay 0.05 ETH')
    await ben.presses('MetaMask')
    for (const kind of ['session', 'sign', 'send'] as const) await ben.approves(kind)
    await ben.sees('is yours')
    const bytes = await codesPhoto(link)
    await ben.seesAnswer(/Teapot[\s\S]*(S|s)old out/, () => ben.sendsPhoto({ bytes }))
  })

  test('a screenshot of a printed code is read like the print', async () => {
    const bytes = await screenshotOf(await codesPhoto(await linkOf(HONEY)))
    await ben.seesAnswer('There is a trade link in this picture', () => ben.sendsPhoto({ bytes }))
    await ben.seesPicture(HONEY)
  })
})

describe('a thing in a photo', () => {
  test('the product as another phone takes it leads to it with at most one tap', async () => {
    const bytes = await sandbox.driver.shelf('product')
    const answer = await ben.seesAnswer(/looks like|Is it|one of these/, () =>
      ben.sendsPhoto({ bytes }),
    )
    assert.match(answer.text, new RegExp(HONEY))
    assert.doesNotMatch(answer.text, /%/)
    const candidates = labels(answer).filter((label) => / · /.test(label))
    assert.ok(candidates.length <= 3)
    if (candidates.length > 0)
      await ben.seesAnswer('Product HN-250-07', () => ben.pressesOn(answer, new RegExp(HONEY)))
    else await ben.seesPicture('Product HN-250-07')
  })

  test('a photo much like the seller’s own opens the card by itself', async () => {
    const bytes = await closerPhoto(CATALOGUE_PICTURE)
    await ben.seesAnswer(`This looks like ${HONEY}`, () => ben.sendsPhoto({ bytes }))
    const card = await ben.seesPicture('Product HN-250-07')
    assert.ok(labels(card).includes('Pay 0.004 ETH'))
  })

  test('whatever the answer is, the person can say that it is something else', async () => {
    const bytes = await closerPhoto(CATALOGUE_PICTURE)
    const answer = await ben.seesAnswer(`This looks like`, () => ben.sendsPhoto({ bytes }))
    const helped = await ben.seesAnswer('I cannot tell what it is', () =>
      ben.pressesOn(answer, 'It is something else'),
    )
    assert.match(helped.text, /QR code beside it/)
    assert.ok(labels(helped).includes('See Honey'))
  })

  test('what nobody sells is not named, and the person hears what helps', async () => {
    for (const bytes of [await bicyclePhoto(), await sandbox.driver.shelf('nonsense')]) {
      const answer = await ben.seesAnswer('I am not sure what this is', () =>
        ben.sendsPhoto({ bytes }),
      )
      assert.match(answer.text, /QR code beside it[\s\S]*closer[\s\S]*label/)
      assert.doesNotMatch(answer.text, new RegExp(`${HONEY}|${TEA}`))
    }
  })

  test('a small picture on a wall gets an honest answer: never another product', async () => {
    const bytes = await photographed(CATALOGUE_PICTURE)
    const answer = await ben.seesAnswer(/looks like|Is it|one of these|I am not sure/, () =>
      ben.sendsPhoto({ bytes }),
    )
    assert.doesNotMatch(answer.text, new RegExp(`This looks like (?!${HONEY})`))
  })

  test('a screenshot of its card leads to it as well', async () => {
    const bytes = await screenshotOf(CATALOGUE_PICTURE)
    const answer = await ben.seesAnswer(/looks like|Is it/, () => ben.sendsPhoto({ bytes }))
    assert.match(answer.text, new RegExp(HONEY))
  })

  test('it may come as a file, forwarded, or as the first of an album', async () => {
    const bytes = await closerPhoto(CATALOGUE_PICTURE)
    const file = { bytes, name: 'IMG_1.jpg', mimeType: 'image/jpeg' }
    await ben.seesAnswer(`This looks like ${HONEY}`, () => ben.sendsFile(file))

    await lin.sendsPhoto({ bytes, caption: 'what I had for breakfast' }, group)
    await ben.seesIn(group, 'for breakfast')
    const chat = await ben.botChat()
    await ben.seesAnswer(`This looks like ${HONEY}`, () =>
      ben.forwards('for breakfast', chat, group),
    )

    const before = await countOf(/This looks like|I am not sure/)
    await ben.seesAnswer(`This looks like ${HONEY}`, async () =>
      ben.sendsAlbum([bytes, await bicyclePhoto(), await bicyclePhoto()]),
    )
    // A photo sent after it is answered after it: by then all answers to the album are there.
    await ben.seesAnswer('I am not sure', async () =>
      ben.sendsPhoto({ bytes: await bicyclePhoto() }),
    )
    assert.equal((await countOf(/This looks like|I am not sure/)) - before, 2)
  })

  test('with a product for a caption it becomes a draft of the kind that it looks like', async () => {
    const bytes = await closerPhoto(CATALOGUE_PICTURE)
    await lin.sendsPhoto({ bytes, caption: 'From the attic, 5 usdc, 3' })
    const draft = await lin.seesPicture('in stock: 3')
    assert.match(draft.text, /From the attic[\s\S]*Honey/)
    await lin.presses(/Throw away/)
  })

  test('in the chat with a space, what it has is not looked for elsewhere', async () => {
    const { driver } = sandbox
    await driver.addPerson({ person: 'zoe', name: 'Zoe' })
    await driver.publish('zoe', [
      { name: 'Numbered tin', category: 2073, price: '3000000', productNumber: SOLD_NUMBER },
    ])
    await driver.publish('recipient', [
      { name: 'Same tin', category: 2073, price: '2000000', productNumber: SOLD_NUMBER },
    ])
    const bytes = await numberedBoxPhoto(SOLD_NUMBER)
    await ben.until('both on the chain', async () => {
      const { series } = await driver.ledger()
      return series.filter(({ name }) => / tin$/.test(name)).length === 2 ? true : undefined
    })
    const answer = await ben.seesAnswer('More than one seller', () => ben.sendsPhoto({ bytes }))
    assert.match(answer.text, /Numbered tin[\s\S]*Same tin/)
    for (const [person, name] of [
      ['zoe', 'Numbered tin'],
      ['recipient', 'Same tin'],
    ] as const) {
      await ben.starts(await spaceLink(driver, person))
      await ben.sees(new RegExp(`Space of[\\s\\S]*${name}`))
      await ben.seesAnswer(`The number on it belongs to ${name}`, () => ben.sendsPhoto({ bytes }))
    }
  })
})

describe('a number on a package', () => {
  test('one that nobody has is said plainly', async () => {
    const bytes = await numberedBoxPhoto(UNKNOWN_NUMBER)
    const answer = await ben.seesAnswer('nobody sells that here', () => ben.sendsPhoto({ bytes }))
    assert.match(answer.text, new RegExp(UNKNOWN_NUMBER))
  })

  test('one that one seller has leads to the card', async () => {
    const productNumber = '9780201379624'
    await sandbox.driver.publish('seller', [
      { name: 'Numbered book', category: 784, price: '7000000', productNumber },
    ])
    await lin.until('the book in her space', async () => {
      const space = await lin.seesAnswer('Your space', () => lin.says('/space'))
      return space.text.includes('Numbered book') ? true : undefined
    })
    const bytes = await numberedBoxPhoto(productNumber)
    await ben.seesAnswer('The number on it belongs to Numbered book', () =>
      ben.sendsPhoto({ bytes }),
    )
    await ben.sees(`Product ${productNumber}`)
  })
})

describe('what cannot be looked at', () => {
  test('a phone’s own format, far too many bytes, and nonsense are told what to do instead', async () => {
    const heic = Buffer.concat([Buffer.from('\0\0\0\x18ftypheic'), Buffer.alloc(4000, 7)])
    const files = [
      [heic, 'IMG_2.HEIC', 'image/heic', 'Send it as a photo, not as a file'],
      [Buffer.alloc(20 * 1024 * 1024 + 1, 1), 'big.png', 'image/png', 'too large'],
      [Buffer.from('<svg/>'), 'a.svg', 'image/svg+xml', 'I cannot read this picture'],
      [CATALOGUE_PICTURE.subarray(0, 300), 'half.jpg', 'image/jpeg', 'I cannot read this picture'],
    ] as const
    for (const [bytes, name, mimeType, words] of files)
      await ben.seesAnswer(words, () => ben.sendsFile({ bytes, name, mimeType }))
  })

  test('a picture of 20 MB is looked at as any other', async () => {
    const bytes = Buffer.concat([
      await closerPhoto(CATALOGUE_PICTURE),
      Buffer.alloc(19 * 1024 * 1024),
    ])
    const file = { bytes, name: 'large.jpg', mimeType: 'image/jpeg' }
    await ben.seesAnswer(`This looks like ${HONEY}`, () => ben.sendsFile(file))
  })
})
