import { after, before, test } from 'node:test'
import { openSandbox, type Sandbox } from '../../src/sandbox/driver/open-sandbox.ts'
import { createPhone, type Phone } from '../../src/sandbox/driver/phone.ts'
import { bindsWallet, buysHoney, sendsHoney } from '../support/honey-story.ts'

let sandbox: Sandbox
const mia = { person: 'recipient', name: 'Mia' }
let ben: Phone
before(async () => {
  sandbox = await openSandbox(process.env)
  ben = createPhone(sandbox.driver, 'buyer')
  await bindsWallet(ben)
  await buysHoney(sandbox, ben)
})
after(() => sandbox.close())

// A gift that somebody had had kept was taken back and sent to somebody else, who then heard that it was kept for another.
test('what was kept of an earlier send keeps nobody from the next one', async () => {
  const [first, second] = [await guest('first'), await guest('second')]
  await first.starts(await sendsHoney(ben, mia))
  await first.presses('I have no wallet')
  await first.sees('Kept for you')
  await takesBack()

  await second.starts(await sendsHoney(ben, mia))

  await second.sees('A gift for you')
})

// The sender who looked at their own link was offered their own gift, and could have it kept for themselves.
test('who opens the link of their own send is told that it is theirs', async () => {
  await takesBack()
  const link = await sendsHoney(ben, mia)

  await ben.seesAnswer('You sent this yourself', () => ben.starts(link))
})

async function guest(person: string): Promise<Phone> {
  await sandbox.driver.addPerson({ person, name: person })
  return createPhone(sandbox.driver, person)
}

async function takesBack(): Promise<void> {
  await ben.seesAnswer('Taken back.', async () => {
    await ben.presses('Take back')
    await ben.approves('send')
  })
}
