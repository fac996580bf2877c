import assert from 'node:assert/strict'
import { after, before, test } from 'node:test'
import { openSandbox, type Sandbox } from '../../src/sandbox/driver/open-sandbox.ts'
import { createPhone, type Phone } from '../../src/sandbox/driver/phone.ts'
import { buys } from '../support/desk-story.ts'
import { linkTo } from '../support/patient-buyer.ts'
import { accountOf } from '../support/space-link.ts'

const TEA = 'Longjing 100 g'

let sandbox: Sandbox
let ben: Phone
let mia: Phone
before(async () => {
  sandbox = await openSandbox(process.env)
  ben = createPhone(sandbox.driver, 'buyer')
  mia = createPhone(sandbox.driver, 'recipient')
})
after(() => sandbox.close())

const sessionsOf = async (person: string) => (await sandbox.driver.wallet(person)).sessions.length

test('/wallet binds who has none, and shows all accounts to who has', async () => {
  await ben.starts('https://t.me/scrip_bot')
  await ben.says('/wallet')
  await ben.presses('MetaMask')
  await ben.approves('session')
  await ben.approves('sign')
  await ben.sees('Bound')
  await ben.says('/wallet')
  const card = await ben.sees('Your wallets')
  assert.ok(card.text.includes(await accountOf(sandbox.driver, 'buyer')))
  assert.match(card.text, /Bound and connected: buyer's wallet/)
  await buys(sandbox.driver, ben, { goods: TEA, isBound: true })
})

test('a wallet that two people use works for both, and they are told', async () => {
  const { driver } = sandbox
  await mia.starts('https://t.me/scrip_bot')
  await mia.says('/wallet')
  // Ben lends Mia his phone's wallet: it is his wallet that opens the link from her chat.
  const copied = await mia.presses('复制链接')
  assert.equal(copied.type, 'copied')
  await driver.open('buyer', copied.type === 'copied' ? copied.text : '')
  await ben.approves('session')
  await ben.approves('sign')
  await mia.sees('已绑定')
  await mia.says('/wallet')
  await mia.sees('还有其他人在此证明过该账户')
  await ben.says('/wallet')
  await ben.sees('Somebody else has proven this account')
  await mia.presses(/^解绑 /)
  await mia.sees('已解绑')
  await ben.until('the other session to be over', async () =>
    (await sessionsOf('buyer')) === 1 ? true : undefined,
  )
})

test('an account that leaves its session is frozen until it is proven again', async () => {
  const { driver } = sandbox
  await driver.policy('buyer', { otherAccount: true })
  const told = await ben.sees('Your wallet does not show')
  assert.match(told.text, /No money moved/)
  await ben.until('the session to be over', async () =>
    (await sessionsOf('buyer')) === 0 ? true : undefined,
  )
  await ben.says('/wallet')
  await ben.sees('No wallet is connected')

  await driver.policy('buyer', { otherAccount: false })
  await ben.starts(await linkTo(driver, TEA))
  await ben.presses('Pay 12 USDC')
  await ben.presses('MetaMask')
  await ben.approves('session')
  // Its wallet had left it: that it names the account again is no proof.
  await ben.approves('sign')
  await ben.approves('send')
  await ben.approves('send')
  await ben.until('the second right', async () => {
    const { rights } = await driver.ledger()
    return rights.length === 2 ? true : undefined
  })
})

test('a wallet that says harmful things of itself breaks no card', async () => {
  const { driver } = sandbox
  await driver.addPerson({ person: 'mal', name: 'Mal' })
  const mal = createPhone(driver, 'mal')
  const name = `\u202e<b>${'\u{1f480}'.repeat(2000)}</i>&lt;\u0000`
  await driver.policy('mal', { calls: { name, redirect: 'javascript:alert(1)' } })
  await mal.starts('https://t.me/scrip_bot')
  await mal.says('/wallet')
  await mal.presses('MetaMask')
  await mal.approves('session')
  const asked = await mal.sees('Now sign the free message')
  assert.ok(!asked.text.includes('\u202e'))
  assert.ok(asked.text.length < 600)
  assert.ok(asked.buttons.flat().every(({ label }) => label !== 'Open my wallet'))
  await mal.approves('sign')
  await mal.sees('Bound')
  await mal.says('/wallet')
  const card = await mal.sees('Your wallets')
  assert.ok(!card.text.includes('\u202e'))
  assert.ok(card.text.length < 600)
})

test('unbound: the proof and the session are gone, the right is not', async () => {
  const { driver } = sandbox
  const held = (await driver.ledger()).rights.length
  await ben.says('/wallet')
  await ben.presses(/^Unbind 0x/)
  await ben.sees('the proof forgotten')
  await ben.until('the session to be over', async () =>
    (await sessionsOf('buyer')) === 0 ? true : undefined,
  )
  assert.equal((await driver.ledger()).rights.length, held)
  await ben.says('/rights')
  await ben.sees('I do not know your wallet yet')
  await ben.says('/space')
  const { messageId } = await ben.sees('A space belongs to an account')
  await ben.presses('Bind a wallet')
  await ben.presses('MetaMask')
  await ben.approves('session')
  // Forgotten is forgotten: it has to be proven anew.
  await ben.approves('sign')
  await ben.until('the new binding', async () => {
    const shown = await ben.sees('✅ Bound')
    return shown.messageId > messageId ? shown : undefined
  })
})

test('a session that nobody uses for a month is ended; the account stays bound', async () => {
  const { driver } = sandbox
  assert.equal(await sessionsOf('buyer'), 1)
  await driver.killBot()
  await driver.startBot({ SCRIP_CLOCK_AHEAD: String(29 * 86_400) })
  await ben.says('/wallet')
  await ben.sees('Bound and connected')
  await driver.killBot()
  await driver.startBot({ SCRIP_CLOCK_AHEAD: String(31 * 86_400) })
  await ben.until('the idle session to be over', async () =>
    (await sessionsOf('buyer')) === 0 ? true : undefined,
  )
  await ben.says('/wallet')
  await ben.sees('No wallet is connected')
})
