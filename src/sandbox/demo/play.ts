import { strict as assert } from 'node:assert'
import type { Sandbox } from '../driver/open-sandbox.ts'
import type { Phone } from '../driver/phone.ts'
import type { Prompt } from '../wallets/prompt.ts'
import type { Stage } from './stage.ts'

/** Plays the thread from a post in a group to a burned right. Throws at the first surprise. */
export async function play(stage: Stage, sandbox: Sandbox): Promise<void> {
  const { driver, group } = sandbox
  const ben = stage.phone('buyer')
  const lin = stage.phone('seller')
  const chat = await ben.botChat()

  stage.scene('A post in a group')
  stage.line(
    'Lin sells tea. She typed the bot’s name in the group and picked her goods; the bot is no member.',
  )
  const post = await ben.seesIn(group, 'Longjing')
  await stage.screen('Ben', post, '1-post')
  await showLedger(stage, sandbox)

  stage.scene('Ben opens the link')
  stage.does('Ben', 'presses Buy, and START in the chat that opens.')
  await ben.pressesIn(group, 'Buy')
  await driver.start('buyer', chat)
  await stage.screen('Ben', await ben.sees('12 USDC'), '2-quote')

  stage.scene('Ben binds his wallet and pays, in one visit')
  stage.does('Ben', 'presses Pay.')
  await ben.presses('Pay 12 USDC')
  await stage.screen('Ben', await ben.sees('Choose your wallet'))
  stage.does('Ben', 'presses MetaMask. His wallet opens.')
  await ben.presses('MetaMask')
  await approve(stage, ben, 'session')
  await approve(stage, ben, 'sign')
  await approve(stage, ben, 'send')
  await approve(stage, ben, 'send')
  await stage.screen('Ben', await ben.sees('Paid.'))
  await stage.screen('Ben', await ben.sees('Receipt'), '3-receipt')
  await showLedger(stage, sandbox)

  stage.scene('Ben wants the tea itself')
  stage.does('Ben', 'presses Get it, then Pick up at the shop.')
  await ben.presses('Get it')
  await ben.presses('Pick up at the shop')
  await approve(stage, ben, 'send')
  const code = await ben.sees('Show this code at the shop')
  await stage.screen('Ben', code, '4-code')

  stage.scene('At the desk')
  stage.does('Lin', 'points her camera at Ben’s phone, and presses START.')
  await driver.scan('seller', { person: 'buyer', chat, message: code.messageId })
  await driver.start('seller', await lin.botChat())
  await stage.screen('Lin', await lin.sees('Unused'))
  stage.does('Lin', 'gives Ben the tin and presses Handed over.')
  await lin.presses('Handed over')
  await approve(stage, lin, 'send')
  await stage.screen('Lin', await lin.sees('Handed over: 1 × Longjing'))
  await stage.screen('Ben', await ben.sees('The right is burned'), '5-used')

  stage.scene('Somebody shows the same code again')
  stage.does('Lin', 'gets the typed code a second time.')
  const typed = /h[A-Za-z0-9_-]{32}/.exec(code.text)?.[0]
  assert.ok(typed, 'the code can be typed')
  await lin.says(typed)
  await stage.screen('Lin', await lin.sees('Do not hand over again'))

  stage.scene('What is on the chain')
  const ledger = await showLedger(stage, sandbox)
  const [right] = ledger.rights
  assert.equal(right?.state, 'redeemed')
  for (const step of right?.history ?? []) stage.line(`  ${step}`)
  stage.line(`Token ${right?.id}: burned.`)
  assert.deepEqual(
    ledger.people.map(({ person, coins }) => [person, coins]),
    [
      ['seller', '12 USDC'],
      ['buyer', '88 USDC'],
      ['recipient', '30 USDC'],
    ],
  )
}

async function approve(stage: Stage, phone: Phone, kind: Prompt['kind']): Promise<void> {
  const prompt = await phone.approves(kind)
  const name = phone.person === 'buyer' ? 'Ben' : 'Lin'
  stage.wallet(name, describe(prompt))
  stage.does(name, 'approves.')
}

function describe(prompt: Prompt): string[] {
  switch (prompt.kind) {
    case 'session':
      return [`${prompt.dapp.name} wants to connect.`]
    case 'sign':
      return ['Sign this text:', ...prompt.text.split('\n')]
    case 'send': {
      const { call, valueText, feeText, warning, chain } = prompt
      const args = (call?.args ?? []).map(
        ({ name, value }) => `${name} ${name === 'secret' ? '***' : value}`,
      )
      return [
        call?.summary ?? `${call?.contract ?? 'Contract'}: ${call?.function ?? 'unknown'}`,
        ...args.map((each) => `  ${each}`),
        `Value ${valueText} · fee at most ${feeText ?? 'unknown'} · ${chain}`,
        ...(warning === null ? [] : [warning]),
      ]
    }
  }
}

async function showLedger(stage: Stage, { driver }: Sandbox) {
  const ledger = await driver.ledger()
  const names: Readonly<Record<string, string>> = { seller: 'Lin', buyer: 'Ben', recipient: 'Mia' }
  const people = ledger.people.map(({ person, coins }) => `${names[person] ?? person} ${coins}`)
  stage.line('')
  stage.line(`On chain, block ${ledger.block}: ${people.join(' · ')} · Bot 0`)
  for (const { name, serial, state } of ledger.rights)
    stage.line(`  ${name}, No. ${serial}: ${state}`)
  return ledger
}
