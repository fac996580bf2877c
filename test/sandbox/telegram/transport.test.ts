import assert from 'node:assert/strict'
import { after, before, test } from 'node:test'
import { createTestWorld, form, type Json, type TestWorld } from './world.ts'

let world: TestWorld

before(async () => {
  world = await createTestWorld()
})
after(() => world.server.close())

async function raw(path: string, init?: RequestInit): Promise<{ status: number; body: Json }> {
  const response = await fetch(`${world.server.url}${path}`, init)
  return { status: response.status, body: await response.json() }
}

test('a call may come by GET, as JSON, as a form or as multipart, in any letter case', async () => {
  const { token } = world.bot
  const query = `chat_id=${world.mia.id}&text=hello`
  const urlencoded = {
    method: 'POST',
    headers: { 'content-type': 'application/x-www-form-urlencoded' },
  }
  const markup = JSON.stringify({ inline_keyboard: [[{ text: 'Go', url: 'https://x.io' }]] })
  const multipart = form({ chat_id: `${world.mia.id}`, text: 'hello', reply_markup: markup })

  const answers = [
    await raw(`/bot${token}/SENDMESSAGE?${query}`),
    await raw(`/bot${token}/sendmessage`, { ...urlencoded, body: query }),
    await raw(`/bot${token}/sendMessage`, { method: 'POST', body: multipart }),
    { body: (await world.call('sendMessage', { chat_id: `${world.mia.id}`, text: 'hello' })).body },
  ]

  for (const { body } of answers) assert.equal(body.result.text, 'hello')
  assert.equal(answers[2]?.body.result.reply_markup.inline_keyboard[0][0].url, 'https://x.io/')
})

test('other paths and wrong tokens are turned away', async () => {
  const cases = [
    ['/', 404, 'Not Found'],
    ['/bot', 404, 'Not Found'],
    ['/botnonsense/getMe', 401, 'Unauthorized: invalid token specified'],
    ['/bot0123:abc/getMe', 401, 'Unauthorized: invalid token specified'],
    ['/bot123:abc/getMe', 401, 'Unauthorized'],
    [`/bot${world.bot.token}/getGifts`, 404, 'Not Found: method not found'],
    [`/file/bot${world.bot.token}/photos/none.jpg`, 404, 'Not Found'],
  ] as const
  for (const [path, code, text] of cases) {
    const { status, body } = await raw(path)
    assert.deepEqual(
      { path, status, body },
      {
        path,
        status: code,
        body: { ok: false, error_code: code, description: text },
      },
    )
  }
})

test('a flood answer tells twice when to come back, for as many calls as asked', async () => {
  world.telegram.faults.add({
    type: 'flood',
    retryAfter: 7,
    method: 'sendmessage',
    chatId: world.mia.id,
    times: 2,
  })
  const send = () => world.call('sendMessage', { chat_id: world.mia.id, text: 'x' })

  const first = await send()
  const other = await world.call('getMe')
  const second = await send()
  const third = await send()

  assert.equal(first.status, 429)
  assert.equal(first.headers.get('retry-after'), '7')
  assert.deepEqual(first.body, {
    ok: false,
    error_code: 429,
    description: 'Too Many Requests: retry after 7',
    parameters: { retry_after: 7 },
  })
  assert.equal(other.status, 200)
  assert.equal(second.status, 429)
  assert.equal(third.status, 200)
})

test('an answer can be lost after the method did its work', async () => {
  world.telegram.faults.add({ type: 'drop-answer', method: 'sendMessage' })

  await assert.rejects(world.call('sendMessage', { chat_id: world.mia.id, text: 'lost answer' }))

  assert.equal(world.mia.messages(world.bot.id).at(-1)?.text, 'lost answer')
  assert.equal(world.exchanges.at(-1)?.response, null)
})

test('any error can be ordered', async () => {
  world.telegram.faults.add({ type: 'refuse', code: 502, description: 'Bad Gateway' })
  const { status, body } = await world.call('getMe')
  assert.equal(status, 502)
  assert.equal(body.description, 'Bad Gateway')
})

test('the trace has whole bodies, files by size, notes for the unknown, and never the token', async () => {
  const { bot, call, mia, exchanges } = world
  exchanges.length = 0
  await call('sendMessage', { chat_id: mia.id, text: `my token is ${bot.token}`, colour: 'red' })
  await call('sendPhoto', form({ chat_id: `${mia.id}`, photo: Buffer.from('no picture') }))
  await call('sendDice', { chat_id: mia.id })

  const [text, photo, dice] = exchanges as Json[]
  assert.equal(text.request.text, 'my token is <token>')
  assert.equal(text.response.result.text, 'my token is <token>')
  assert.deepEqual(text.notes, ['sendMessage has no parameter colour'])
  assert.deepEqual(photo.request.photo, { $file: true, filename: 'photo.jpg', size: 10 })
  assert.equal(dice.method, 'sendDice')
  assert.equal(dice.status, 404)
  assert.equal(JSON.stringify(exchanges).includes(bot.token), false)
})

test('strict limits hold back the sixth message in a row to one person', async () => {
  const strict = await createTestWorld()
  strict.telegram.setStrictLimits(true)
  const codes = []
  for (let i = 0; i < 6; i++) {
    codes.push((await strict.call('sendMessage', { chat_id: strict.mia.id, text: `${i}` })).status)
  }
  await strict.server.close()
  assert.deepEqual(codes, [200, 200, 200, 200, 200, 429])
})

test('in a group strict limits count edits as well; in a private chat they do not', async () => {
  const strict = await createTestWorld()
  const { mia, bot, call, telegram } = strict
  const group = mia.createGroup('Market', [bot.id]).chatId
  telegram.setStrictLimits(true)
  const edits = async (chatId: number) => {
    const { result } = await call('sendMessage', { chat_id: chatId, text: 'x' })
    const name = { chat_id: chatId, message_id: result.message_id }
    const codes = []
    for (let i = 0; i < 20; i++) {
      codes.push((await call('editMessageText', { ...name, text: `${i}` })).status)
    }
    return codes
  }
  assert.deepEqual([...new Set(await edits(mia.id))], [200])
  const inGroup = await edits(group)
  await strict.server.close()
  assert.deepEqual(inGroup, [...Array<number>(19).fill(200), 429])
})
