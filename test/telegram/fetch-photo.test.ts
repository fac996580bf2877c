import assert from 'node:assert/strict'
import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http'
import type { AddressInfo } from 'node:net'
import { after, before, test } from 'node:test'
import { inspect } from 'node:util'
import { Api } from 'grammy'
import { AppError, type ErrorCode } from '../../src/domain/errors.ts'
import { createPhotoSource } from '../../src/telegram/fetch-photo.ts'

const TOKEN = '123456:secret-token-of-the-bot'
const MB = 2 ** 20

type Answer = (request: IncomingMessage, response: ServerResponse) => void
let server: Server
let apiRoot: string
let getFile: Answer
let download: Answer

before(async () => {
  server = createServer((request, response) => {
    const isDownload = request.url?.startsWith('/file/') === true
    ;(isDownload ? download : getFile)(request, response)
  })
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  apiRoot = `http://127.0.0.1:${(server.address() as AddressInfo).port}`
})
after(() => server.close())

const says =
  (body: object, status = 200): Answer =>
  (_, response) => {
    response.writeHead(status, { 'content-type': 'application/json' })
    response.end(JSON.stringify(body))
  }
const file = (more: object = {}) =>
  says({
    ok: true,
    result: { file_id: 'x', file_unique_id: 'y', file_path: 'photos/1.jpg', ...more },
  })
const refusal = (error_code: number, description: string) =>
  says({ ok: false, error_code, description }, error_code)
const fetchPhoto = (root = apiRoot) =>
  createPhotoSource({ api: new Api(TOKEN, { apiRoot: root }), apiRoot: root, token: TOKEN }).fetch(
    'x',
  )

async function fails(code: ErrorCode, root?: string): Promise<void> {
  await assert.rejects(fetchPhoto(root), (error) => {
    assert.ok(error instanceof AppError)
    assert.equal(error.code, code)
    // Whatever a log prints of it, the token is not in it.
    assert.doesNotMatch(inspect(error, { depth: 10, showHidden: true }), /secret-token/)
    return true
  })
}

test('the bytes come as they were sent', async () => {
  getFile = file({ file_size: 5 })
  download = (request, response) => {
    assert.equal(request.url, `/file/bot${TOKEN}/photos/1.jpg`)
    response.end('bytes')
  }
  assert.equal(Buffer.from(await fetchPhoto()).toString(), 'bytes')
})

test('what is too large is not downloaded, whoever says it', async () => {
  let downloads = 0
  download = (_, response) => {
    downloads += 1
    response.end()
  }
  getFile = file({ file_size: 20 * MB + 1 })
  await fails('PHOTO_TOO_LARGE')
  getFile = refusal(400, 'Bad Request: file is too big')
  await fails('PHOTO_TOO_LARGE')
  assert.equal(downloads, 0)
})

test('what is larger than it was said to be is cut off', async () => {
  getFile = file({ file_size: 5 })
  let sent = 0
  download = (_, response) => {
    const more = () => {
      while (!response.destroyed && sent < 200 * MB) {
        sent += MB
        if (!response.write(Buffer.alloc(MB))) return void response.once('drain', more)
      }
      response.end()
    }
    more()
  }
  await fails('PHOTO_TOO_LARGE')
  assert.ok(sent < 60 * MB, `${sent / MB} MB were sent`)
})

test('what is gone is unreadable, what is troubled is tried again', async () => {
  getFile = refusal(400, 'Bad Request: invalid file_id')
  await fails('PHOTO_UNREADABLE')
  getFile = file({ file_path: undefined })
  await fails('PHOTO_UNREADABLE')
  getFile = file()
  download = says({}, 404)
  await fails('PHOTO_UNREADABLE')
  for (const status of [429, 500, 502]) {
    download = says({}, status)
    await fails('TELEGRAM_UNREACHABLE')
    getFile = refusal(status, 'trouble')
    await fails('TELEGRAM_UNREACHABLE')
    getFile = file()
  }
  download = (_, response) => {
    response.writeHead(200, { 'content-length': '100' })
    response.write('half')
    response.socket?.destroy()
  }
  await fails('TELEGRAM_UNREACHABLE')
  // The token goes to Telegram and nowhere else.
  download = (request, response) =>
    request.url?.endsWith('/elsewhere')
      ? response.end('bytes')
      : response.writeHead(302, { location: `${request.url}/elsewhere` }).end()
  await fails('TELEGRAM_UNREACHABLE')
  await fails('TELEGRAM_UNREACHABLE', 'http://127.0.0.1:9')
})
