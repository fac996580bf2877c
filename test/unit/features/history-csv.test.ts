import assert from 'node:assert/strict'
import { test } from 'node:test'
import { historyCsv } from '../../../src/features/export/history-csv.ts'
import type { HistoryLine } from '../../../src/features/export/read-history.ts'
import { loadTexts } from '../../../src/i18n/texts.ts'
import { samples } from '../../support/sample-goods.ts'

const texts = loadTexts('locales').texts('en')
const coin = () => ({ symbol: '=USDC', decimals: 6 })
const [sample] = samples
if (sample === undefined) throw new Error('no sample')
const { series, right } = sample
const write = (line: Partial<HistoryLine>) => {
  const whole = {
    kind: 'held',
    series,
    right,
    quantity: 1,
    amount: 12n,
    at: 1_800_000_000,
  } as const
  return historyCsv([{ ...whole, ...line }], { texts, coin, now: 1_800_000_000 })
}

test('amounts are exact, times are UTC', () => {
  const csv = write({ amount: 123_456_789_012_345_678_901n })

  assert.match(csv, /\n2027-01-15T08:00:00Z,held,Longjing 100 g,LJ-100-2026,1,1,held,/)
  assert.match(csv, /,123456789012345\.678901,/)
})

test('nothing that a stranger named becomes a formula or a line of its own', () => {
  const goods = { ...series.goods, name: '=HYPERLINK("https://a.example","x")\n,"y"' }
  const csv = write({ series: { ...series, goods } })

  assert.ok(csv.includes(`"'=HYPERLINK(""https://a.example"",""x"")\n,""y"""`))
  assert.ok(csv.includes(`,'=USDC,`))
})

test('what was earned names no right', () => {
  const csv = write({ kind: 'earned', right: null, quantity: 3 })

  assert.ok(csv.includes(`,earned by a link,Longjing 100 g,LJ-100-2026,,3,,0.000012,`))
  assert.ok(csv.trimEnd().endsWith(`,${series.issuer},,`))
})
