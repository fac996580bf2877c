import assert from 'node:assert/strict'
import { after, before, test } from 'node:test'
import QRCode from 'qrcode'
import { openSandbox, type Sandbox } from '../../src/sandbox/driver/open-sandbox.ts'
import { createPhone, type Phone } from '../../src/sandbox/driver/phone.ts'
import { linkTo } from '../support/patient-buyer.ts'
import { accountOf, spaceLink } from '../support/space-link.ts'

let sandbox: Sandbox
let ben: Phone
let group = 0
before(async () => {
  sandbox = await openSandbox(process.env)
  ben = createPhone(sandbox.driver, 'buyer')
  group = await ben.createsGroup('Tea talk', ['recipient'])
  await ben.addsBot(group)
  await ben.makesBotAdministrator(group)
  await ben.seesIn(group, 'trade links')
})
after(() => sandbox.close())

// On joining the bot promised to open trade links, and then said nothing to any: neither typed nor photographed.
test('a trade link in a group is answered with what it names and a way into the private chat, once', async () => {
  const link = await linkTo(sandbox.driver, 'Longjing 100 g')
  await ben.says(link, group)
  const post = await ben.seesIn(group, 'Longjing 100 g')
  assert.match(post.text, /Longjing 100 g[\s\S]*12 USDC[\s\S]*left/)
  assert.ok(post.photo)
  assert.deepEqual(
    post.buttons.flat().map(({ label, kind }) => [label, kind]),
    [['Open', 'url']],
  )

  // What it was shown for a moment ago is not shown again, and what is private never.
  await ben.says(`again: ${link}`, group)
  await ben.says(`https://t.me/scrip_bot?start=g${'A'.repeat(32)}`, group)
  await ben.says(spaceLink({ account: await accountOf(sandbox.driver, 'seller') }), group)
  await ben.seesIn(group, 'Space of')
  const all = await sandbox.driver.messages('buyer', group)
  assert.equal(all.filter(({ mine, buttons }) => !mine && buttons.length > 0).length, 3)
})

test('a photo of a code is read where it is meant for the bot', async () => {
  const code = await QRCode.toBuffer(await linkTo(sandbox.driver, 'Gaiwan, sent'), { width: 600 })
  await ben.sendsPhoto({ bytes: code, caption: 'what is this?' }, group)
  await ben.sendsPhoto({ bytes: code, caption: 'what is this, @scrip_bot?' }, group)
  await ben.seesIn(group, 'Gaiwan, sent')
  await ben.replies('Gaiwan, sent', 'thanks', group)
})
