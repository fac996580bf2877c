import type { Ledger } from '../../../driver/ledger.ts'
import type { DecodedCall, Prompt } from '../../../wallets/prompt.ts'
import { brief } from '../core/format.ts'
import type { Translate } from '../core/translate.ts'

const SERIAL_BITS = 64n

/** A call in one sentence a person can check: what it does, to which goods, for how much. */
export function plainWords(
  t: Translate,
  prompt: Prompt & { kind: 'send' },
  ledger: Ledger,
): string {
  const { call } = prompt
  if (call === null) return t('callPlain', { amount: brief(prompt.valueText, 6) })
  const arg = (name: string) => call.args.find((each) => each.name === name)?.value ?? ''
  const of = (series: string) =>
    ledger.series.find(({ id }) => id.toLowerCase() === series.toLowerCase())
  switch (call.function) {
    case 'buyRight':
    case 'buy': {
      const series = of(arg('seriesId'))
      const count = arg('quantity') === '' ? 1 : Number(arg('quantity'))
      const values = { name: series?.name ?? arg('seriesId'), price: series?.price ?? '', count }
      return t(count === 1 ? 'callBuy' : 'callBuyMany', values)
    }
    case 'approve':
      return approveWords(t, call)
    case 'request':
    case 'handOver': {
      const right = rightOf(arg('id'))
      const values = { name: of(right.series)?.name ?? right.series, serial: right.serial }
      return t(call.function === 'request' ? 'callRequest' : 'callHandOver', values)
    }
    default:
      return (
        call.summary ??
        t('callOther', { function: call.function, contract: call.contract ?? prompt.to })
      )
  }
}

function approveWords(t: Translate, call: DecodedCall): string {
  const amount = / spend (.*)$/.exec(call.summary ?? '')?.[1]
  return amount === undefined
    ? (call.summary ?? call.function)
    : t('callApprove', { amount: brief(amount, 6) })
}

/** The series and serial that a token id names. */
function rightOf(tokenId: string): { series: string; serial: string } {
  if (!/^\d+$/.test(tokenId)) return { series: tokenId, serial: '' }
  const id = BigInt(tokenId)
  const series = (id >> SERIAL_BITS).toString(16).padStart(48, '0')
  return { series: `0x${series}`, serial: String(BigInt.asUintN(Number(SERIAL_BITS), id)) }
}
