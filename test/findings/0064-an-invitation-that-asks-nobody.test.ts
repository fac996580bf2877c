import assert from 'node:assert/strict'
import { after, before, test } from 'node:test'
import { openSandbox, type Sandbox } from '../../src/sandbox/driver/open-sandbox.ts'
import { createPhone } from '../../src/sandbox/driver/phone.ts'
import { screenOf } from '../support/desk-story.ts'

let sandbox: Sandbox
before(async () => {
  sandbox = await openSandbox(process.env)
})
after(() => sandbox.close())

// START on an invitation enrolled whoever pressed it, and gave their name to the seller, though the page about the link
// says that it leads to a question.
test('an invitation asks: after a no nobody is told and the link is still good, after a yes it is used up', async () => {
  const { driver } = sandbox
  const lin = createPhone(driver, 'seller')
  await driver.addPerson({ person: 'kim', name: 'Kim' })
  await driver.addPerson({ person: 'eve', name: 'Eve' })
  const [kim, eve] = [createPhone(driver, 'kim'), createPhone(driver, 'eve')]
  await lin.says('/space')
  await lin.presses('Staff')
  await lin.presses('Invite')
  const { text } = await lin.sees('Invitation to the desk of')
  const link = /https:\/\/t\.me\/\S+/.exec(text)?.[0] ?? ''

  await eve.starts(link)
  await eve.sees('The seller will see your name')
  await eve.presses('No, thanks')
  await eve.sees('Nobody has been told')
  await kim.starts(link)
  await kim.sees('The seller will see your name')
  assert.doesNotMatch(await screenOf(driver, lin), /Eve|Kim/)

  await kim.presses('Yes, join')
  await kim.sees('You serve at the desk of')
  await lin.sees('Kim serves at the desk of')
  await eve.starts(link)
  await eve.sees('This invitation was used already')
  assert.doesNotMatch(await screenOf(driver, lin), /Eve/)
})
