import assert from 'node:assert/strict'
import { after, before, test } from 'node:test'
import { openSandbox, type Sandbox } from '../../src/sandbox/driver/open-sandbox.ts'
import { createPhone, type Phone } from '../../src/sandbox/driver/phone.ts'

const MOVED_NOTHING = 'No money moved.'
let sandbox: Sandbox
let count = 0
before(async () => {
  sandbox = await openSandbox(process.env)
})
after(() => sandbox.close())

/** Somebody new with this much money, in the smallest units. */
async function somebody(
  money: { coin?: string; native?: string } = { coin: '100000000' },
): Promise<Phone> {
  const person = `guest${++count}`
  await sandbox.driver.addPerson({ person, name: `Guest ${count}`, ...money })
  return createPhone(sandbox.driver, person)
}

async function linkTo(name: string): Promise<string> {
  const { series } = await sandbox.driver.ledger()
  const id = series.find((each) => each.name === name)?.id ?? ''
  const payload = Buffer.from(id.slice(2), 'hex').toString('base64url')
  return `https://t.me/scrip_bot?start=r${payload}`
}

async function bind(phone: Phone): Promise<void> {
  await phone.starts('https://t.me/scrip_bot')
  await phone.presses('Bind a wallet')
  await phone.presses('MetaMask')
  await phone.approves('session')
  await phone.approves('sign')
  await phone.sees('Bound')
}

/** Somebody with a bound wallet before whom the payment of these goods stands. */
async function askedToPay(
  name: string,
  money?: { coin?: string; native?: string },
): Promise<Phone> {
  const phone = await somebody(money)
  await bind(phone)
  await phone.starts(await linkTo(name))
  await phone.presses(/^Pay /)
  await phone.asked('send')
  return phone
}

async function held(person: string): Promise<number> {
  const { people, rights } = await sandbox.driver.ledger()
  const account = people.find((each) => each.person === person)?.account
  return rights.filter(({ holder }) => holder === account).length
}

async function restartBot(environment: Record<string, string> = {}): Promise<void> {
  await sandbox.driver.killBot()
  await sandbox.driver.startBot(environment)
}

test('a damaged link says so', async () => {
  const phone = await somebody()
  await phone.starts(`${(await linkTo('Longjing 100 g')).slice(0, -3)}`)

  const { text } = await phone.sees('damaged')
  assert.ok(text.includes(MOVED_NOTHING))
})

test('a link to another bot is told from a broken one', async () => {
  const phone = await somebody()
  await phone.starts('https://t.me/scrip_bot')
  await phone.says('look: https://t.me/other_bot?start=rAAAA')

  await phone.sees('belongs to another bot')
})

test('a series that nobody published is named as such', async () => {
  const phone = await somebody()
  await phone.starts(`https://t.me/scrip_bot?start=r${Buffer.alloc(24, 7).toString('base64url')}`)

  await phone.sees('Nobody has published these goods')
})

test('a payload made to harm changes nothing', async () => {
  const phone = await somebody()
  await phone.starts('https://t.me/scrip_bot')
  for (const payload of [
    'h',
    'r__________',
    `h${'A'.repeat(32)}`,
    `s${'-'.repeat(63)}`,
    'rconstructor',
    'r<b>x</b>',
  ]) {
    await phone.says(`/start ${payload}`)
  }
  await phone.says('<b>&</b> <script>alert(1)</script> \u202Egnp')

  await phone.sees('no trade link')
  assert.equal(await held(phone.person), 0)
})

test('the same link pasted and forwarded opens the same purchase', async () => {
  const phone = await somebody()
  const { group, driver } = sandbox
  await phone.starts('https://t.me/scrip_bot')
  await phone.says(`hey, ${await linkTo('Longjing 100 g')} looks good`)
  await phone.sees('The seller is paid at once')

  await createPhone(driver, 'buyer').starts('https://t.me/scrip_bot')
  const post = await createPhone(driver, 'buyer').seesIn(group, 'Linden honey')
  await driver.forward('buyer', group, post.messageId, await phone.botChat())
  await createPhone(driver, 'buyer').sees('0.004 ETH')
})

test('a wallet that declines moves nothing, and the next try works', async () => {
  const phone = await askedToPay('Linden honey 250 g')
  await phone.rejects('send')
  const { text } = await phone.sees('You declined in your wallet')
  assert.ok(text.includes(MOVED_NOTHING))

  await phone.presses('Try again')
  await phone.approves('send')
  await phone.sees('Paid.')
  assert.equal(await held(phone.person), 1)
})

test('a wallet that declines with WalletConnect’s own code is understood too', async () => {
  const phone = await askedToPay('Linden honey 250 g')
  await sandbox.driver.policy(phone.person, { rejectWith: 5000 })
  await phone.rejects('send')

  await phone.sees('You declined in your wallet')
})

test('a wallet on another network is told before anything is asked', async () => {
  const phone = await somebody()
  await sandbox.driver.policy(phone.person, { wrongChain: 1 })
  await phone.starts(await linkTo('Longjing 100 g'))
  await phone.presses('Pay 12 USDC')
  await phone.presses('MetaMask')
  await phone.approves('session')

  const { text } = await phone.sees('connected to another network')
  assert.ok(text.includes(MOVED_NOTHING))
})

test('a wallet without funds is told how much it has and needs', async () => {
  const phone = await somebody({ coin: '5000000' })
  await bind(phone)
  await phone.starts(await linkTo('Longjing 100 g'))
  await phone.presses('Pay 12 USDC')

  const { text } = await phone.sees('does not have enough')
  assert.match(text, /has 5 USDC, and 12 USDC are needed/)
  assert.ok(text.includes(MOVED_NOTHING))
})

test('a signature by another key binds nothing', async () => {
  const phone = await somebody()
  await sandbox.driver.policy(phone.person, { wrongAccount: true })
  await phone.starts('https://t.me/scrip_bot')
  await phone.presses('Bind a wallet')
  await phone.presses('MetaMask')
  await phone.approves('session')
  await phone.approves('sign')

  await phone.sees('The signature does not fit this account')
})

test('a second press on Pay asks the wallet once', async () => {
  const phone = await somebody({ native: '1000000000000000000' })
  await bind(phone)
  await phone.starts(await linkTo('Linden honey 250 g'))
  const card = await phone.sees('The seller is paid at once')
  const chat = await phone.botChat()
  const tap = () => sandbox.driver.press(phone.person, chat, card.messageId, 'Pay 0.004 ETH')
  await Promise.all([tap(), tap()])
  await phone.approves('send')
  await phone.sees('Paid.')

  assert.equal(await held(phone.person), 1)
  assert.deepEqual((await sandbox.driver.wallet(phone.person)).prompts, [])
})

test('a button on an old card refreshes it and does nothing else', async () => {
  const phone = await somebody()
  await bind(phone)
  const link = await linkTo('Linden honey 250 g')
  await phone.starts(link)
  const old = await phone.sees('The seller is paid at once')
  await phone.starts(link)
  await phone.until('a second card', async () => {
    const shown = await sandbox.driver.messages(phone.person, await phone.botChat())
    return shown.filter(({ text }) => text.includes('The seller is paid at once')).length > 1
      ? true
      : undefined
  })
  await phone.presses(/^Pay /)
  await phone.asked('send')
  const tapped = await sandbox.driver.press(
    phone.person,
    await phone.botChat(),
    old.messageId,
    'Pay 0.004 ETH',
  )

  assert.equal(tapped.type, 'answered')
  assert.match(tapped.type === 'answered' ? (tapped.text ?? '') : '', /out of date/)
  assert.equal((await sandbox.driver.wallet(phone.person)).prompts.length, 1)
})

test('two people want the last one: one gets it, the other is told that nothing moved', async () => {
  const slow = await askedToPay('Teapot No. 7')
  const fast = await askedToPay('Teapot No. 7')
  await fast.approves('send')
  await fast.sees('Paid.')
  await slow.approves('send')

  const { text } = await slow.sees(/refused the call|Sold out|neither yes nor no|could not/)
  await slow.presses('Try again')
  await slow.sees('Sold out')
  assert.ok(text.length > 0)
  assert.equal(await held(slow.person), 0)
  assert.equal(await held(fast.person), 1)
})

test('a hash of another transaction is not taken for the payment', async () => {
  const other = await askedToPay('Linden honey 250 g')
  await other.approves('send')
  const paid = await other.sees('In block')
  const hash = /0x[0-9a-f]{64}/.exec(paid.text)?.[0] ?? ''
  const phone = await askedToPay('Linden honey 250 g')
  await sandbox.driver.policy(phone.person, { foreignHash: hash })
  await phone.approves('send')

  await phone.sees('named a transaction that is something else')
  assert.equal(await held(phone.person), 0)
})

test('a wallet that pays and never says so is seen on the chain', async () => {
  const phone = await askedToPay('Linden honey 250 g')
  await sandbox.driver.policy(phone.person, { dropResponse: true })
  await phone.approves('send')

  await phone.sees('Paid.')
  assert.equal(await held(phone.person), 1)
})

test('a hash of no transaction is told after a minute, and the next try works', async () => {
  const phone = await askedToPay('Linden honey 250 g')
  await sandbox.driver.policy(phone.person, { bogusHash: true })
  await phone.approves('send')
  await phone.sees('Waiting for the chain')
  await restartBot({ SCRIP_CLOCK_AHEAD: '90' })

  await phone.sees('nobody on the chain knows')
  await sandbox.driver.policy(phone.person, { bogusHash: false })
  await restartBot()
  await phone.presses('Try again')
  await phone.approves('send')
  await phone.sees('Paid.')
  assert.equal(await held(phone.person), 1)
})

test('a silent wallet is told after its time, and a late answer still counts', async () => {
  const phone = await askedToPay('Linden honey 250 g')
  await restartBot({ SCRIP_CLOCK_AHEAD: '400' })
  const { text } = await phone.sees('did not answer in time')
  assert.ok(text.includes('I do not know yet whether money moved'))

  await restartBot()
  await phone.approves('send')
  await phone.sees('Paid.')
  assert.equal(await held(phone.person), 1)
})
