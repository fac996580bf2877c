import { after, before, test } from 'node:test'
import { openSandbox, type Sandbox } from '../../src/sandbox/driver/open-sandbox.ts'
import { buyAndPickUp } from '../support/buy-story.ts'

let sandbox: Sandbox
before(async () => {
  sandbox = await openSandbox(process.env)
})
after(() => sandbox.close())

test('a stranger taps Buy in the group, binds, pays, and picks the good up at the desk', () =>
  buyAndPickUp(sandbox))
