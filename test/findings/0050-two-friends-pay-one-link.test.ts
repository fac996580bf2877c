import assert from 'node:assert/strict'
import { after, before, test } from 'node:test'
import { openSandbox, type Sandbox } from '../../src/sandbox/driver/open-sandbox.ts'
import { createPhone, type Phone } from '../../src/sandbox/driver/phone.ts'

let sandbox: Sandbox
let ben: Phone
before(async () => {
  sandbox = await openSandbox(process.env)
  ben = createPhone(sandbox.driver, 'buyer')
  await binds(ben)
})
after(() => sandbox.close())

// Everybody who had opened a link by which somebody asks to have a purchase paid got a receipt for what one of them paid.
test('who only opened a pay link gets no receipt for what somebody else paid', async () => {
  const [payer, onlooker] = [await friend('payer'), await friend('onlooker')]
  const link = await asksToBePaidFor()
  await payer.starts(link)
  await onlooker.starts(link)
  await onlooker.sees('You pay for somebody else')

  await payer.presses(/^Pay /)
  await payer.approves('send')
  await payer.sees('Receipt')

  await onlooker.sees('Somebody has paid for this already')
  assert.deepEqual(await receiptsOf(onlooker), [])
  await ben.sees('Right No. 1 is yours.')
})

// Two friends were asked by their wallets at the same moment, and both paid.
test('while one friend is asked by the wallet, the other one is not', async () => {
  const [first, second] = [await friend('first'), await friend('second')]
  const link = await asksToBePaidFor()
  await first.starts(link)
  await second.starts(link)
  await second.sees('You pay for somebody else')
  await first.presses(/^Pay /)
  await first.asked('send')

  await second.presses(/^Pay /)
  await second.sees('Somebody is paying for this at this very moment')
  await first.rejects('send')
  await first.sees('You declined')
  await second.presses('Try again')
  await second.approves('send')
  await second.sees('Receipt')

  await first.sees('Somebody has paid for this already')
  assert.deepEqual(await receiptsOf(first), [])
})

// A second payment made the asker's purchase one of two rights, and doubled the amount on every receipt.
test('a second payment is told to its payer, and to whoever asked, as what it is', async () => {
  const [first, second] = [await friend('early'), await friend('late')]
  const link = await asksToBePaidFor()
  await first.starts(link)
  await second.starts(link)
  await second.sees('You pay for somebody else')
  await first.presses(/^Pay /)
  await first.asked('send')
  await first.presses('Cancel')
  await first.sees('Cancelled. No money moved')
  await second.presses(/^Pay /)
  await second.approves('send')
  await second.sees('Receipt')
  // The question stood in the first one's wallet all the time.
  await first.approves('send')

  await ben.sees(/A second payment came in.*No\. \d is yours as well/s)
  await first.sees('Receipt')
  for (const payer of [first, second]) {
    const receipts = await receiptsOf(payer)
    assert.equal(receipts.length, 1)
    assert.match(receipts[0] ?? '', /0\.008 ETH|0\.004 ETH/)
  }
})

async function asksToBePaidFor(): Promise<string> {
  const { driver } = sandbox
  const { series } = await driver.ledger()
  const id = series.find(({ name }) => name.startsWith('Linden honey'))?.id ?? ''
  const code = Buffer.from(id.slice(2), 'hex').toString('base64url')
  const card = await ben.seesAnswer('sold by', () =>
    ben.starts(`https://t.me/scrip_bot?start=r${code}`),
  )
  await ben.pressesOn(card, 'Someone else pays')
  return ben.until('a link to pay by', async () => {
    const messages = await driver.messages('buyer', card.chatId)
    const text = messages.find(({ messageId }) => messageId === card.messageId)?.text ?? ''
    return /https:\/\/t\.me\/\S+start=\S+/.exec(text)?.[0]
  })
}

async function friend(person: string): Promise<Phone> {
  await sandbox.driver.addPerson({ person, name: person, coin: '100000000' })
  const phone = createPhone(sandbox.driver, person)
  await binds(phone)
  return phone
}

async function binds(phone: Phone): Promise<void> {
  await phone.starts('https://t.me/scrip_bot')
  await phone.presses('Bind a wallet')
  await phone.presses('MetaMask')
  await phone.approves('session')
  await phone.approves('sign')
  await phone.sees('Bound')
}

async function receiptsOf(phone: Phone): Promise<string[]> {
  const messages = await sandbox.driver.messages(phone.person, await phone.botChat())
  return messages.map(({ text }) => text).filter((text) => text.includes('Receipt'))
}
