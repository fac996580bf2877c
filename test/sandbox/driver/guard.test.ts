import assert from 'node:assert/strict'
import { test } from 'node:test'
import { Hono } from 'hono'
import { guard } from '../../../src/sandbox/driver/guard.ts'

const app = new Hono()
app.use(guard)
app.all('*', (c) => c.json({ ok: true }))

const own = 'http://127.0.0.1:4242'
const json = { 'content-type': 'application/json' }

async function ask(url: string, method: string, headers: Record<string, string>) {
  const body = method === 'POST' ? { body: '{}' } : {}
  return (await app.request(`${url}/driver/people/buyer/press`, { method, headers, ...body }))
    .status
}

test('the sandbox’s own page and programs without one are let in', async () => {
  assert.equal(await ask(own, 'POST', { ...json, origin: own }), 200)
  assert.equal(await ask(own, 'POST', json), 200)
  assert.equal(await ask(own, 'POST', { 'content-type': 'application/json; charset=utf-8' }), 200)
  assert.equal(await ask(own, 'GET', {}), 200)
  assert.equal(await ask('http://localhost:4242', 'GET', {}), 200)
})

test('a page of another origin is not, be it only another port of this machine', async () => {
  for (const origin of [
    'https://evil.example',
    'http://127.0.0.1:4243',
    'null',
    'https://127.0.0.1:4242',
  ]) {
    assert.equal(await ask(own, 'POST', { ...json, origin }), 403, origin)
    assert.equal(await ask(own, 'GET', { origin }), 403, origin)
  }
})

test('nor one that made its own name point at this machine', async () => {
  const rebound = 'http://evil.example:4242'
  assert.equal(await ask(rebound, 'POST', { ...json, origin: rebound }), 403)
  assert.equal(await ask(rebound, 'GET', {}), 403)
})

test('an act that a page may send without asking is refused', async () => {
  for (const type of [
    'text/plain',
    'application/x-www-form-urlencoded',
    'multipart/form-data; boundary=x',
    'application/jsonp',
    'text/plain; application/json',
  ]) {
    assert.equal(await ask(own, 'POST', { 'content-type': type }), 415, type)
  }
  assert.equal((await app.request(`${own}/driver/bot/kill`, { method: 'POST' })).status, 415)
})
