import assert from 'node:assert/strict'
import { test } from 'node:test'
import { formatLeft } from '../../../src/domain/format-left.ts'

test('the nearest whole unit towards now, in the reader’s words', () => {
  const cases = [
    [3 * 86_400 + 5, 'in 3 days', '3天后'],
    [2 * 86_400 - 1, 'in 47 hours', '47小时后'],
    [3599, 'in 59 minutes', '59分钟后'],
    [-7200, '2 hours ago', '2小时前'],
  ] as const
  for (const [seconds, english, chinese] of cases) {
    assert.equal(formatLeft(1000 + seconds, 1000, 'en'), english)
    assert.equal(formatLeft(1000 + seconds, 1000, 'zh-CN'), chinese)
  }
})
