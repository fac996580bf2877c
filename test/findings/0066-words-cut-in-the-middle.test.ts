import assert from 'node:assert/strict'
import { test } from 'node:test'
import { errorText } from '../../src/cards/error-text.ts'
import { alertText } from '../../src/domain/alert-text.ts'
import { errorTable } from '../../src/domain/errors.ts'
import { loadTexts } from '../../src/i18n/texts.ts'

// Over a chat there is room for 200 characters, and a longer text ended in the middle of a word: "No mone".
test('every error fits over a chat, in whole words', () => {
  const { texts } = loadTexts('locales')
  for (const locale of ['en', 'zh-CN']) {
    for (const code of Object.keys(errorTable) as (keyof typeof errorTable)[]) {
      const html = errorText(texts(locale), code, { who: '0xe7Db…B4CB' })
      const text = alertText(html)
      assert.ok(text.length <= 200, code)
      assert.match(text, /[.!?…:。！？：]$|\/[a-z]+$|\d$/, `${locale} ${code}: ${text}`)
      assert.doesNotMatch(text, /&(?:lt|gt|amp|quot);/, code)
    }
  }
  const digital = alertText(errorText(texts('en'), 'GOODS_DIGITAL'))
  assert.match(digital, /choose another one\.$/)
})

test('a text that does not fit is cut at a word', () => {
  assert.match(alertText('<b>tea</b> &amp; cups '.repeat(30)), /(?:tea|&|cups)…$/)
  assert.equal(alertText('茶'.repeat(300)), `${'茶'.repeat(199)}…`)
  assert.equal(alertText('1 &lt; 2'), '1 < 2')
})
