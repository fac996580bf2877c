import { stringify } from 'csv-stringify/sync'
import { effectiveState, type RightState } from '../../domain/effective-state.ts'
import type { Account } from '../../domain/ids.ts'
import { type Coin, formatDecimal } from '../../domain/money.ts'
import type { Texts } from '../../ports/texts.ts'
import type { HistoryLine } from './read-history.ts'

const columns = [
  'time',
  'kind',
  'name',
  'product',
  'serial',
  'quantity',
  'state',
  'amount',
  'coin',
  'other',
  'token',
  'transaction',
] as const

/**
 * A history as CSV (RFC 4180, UTF-8 with a byte order mark, so that spreadsheets show every script), one line each. Times
 * are ISO 8601 in UTC, amounts have a decimal point. What a spreadsheet would take for a formula is written as text.
 */
export function historyCsv(
  lines: readonly HistoryLine[],
  { texts, coin, now }: { texts: Texts; coin: (currency: Account | null) => Coin; now: number },
): string {
  const head = columns.map((column) => texts.plain(`export-${column}`))
  const rows = lines.map((line) => {
    const { series, right, amount } = line
    const money = coin(series.terms.currency)
    const state = right === null ? null : effectiveState(right.word, now)
    const cells: Record<(typeof columns)[number], string> = {
      time: new Date(line.at * 1000).toISOString().replace('.000Z', 'Z'),
      kind: texts.plain(`export-kind-${line.kind}`),
      name: series.goods.name,
      product: series.goods.productNumber,
      serial: right === null ? '' : String(right.serial),
      quantity: String(line.quantity),
      state: state === null ? '' : texts.plain(stateText(state.state)),
      amount: formatDecimal(amount, money),
      coin: money.symbol,
      other: otherSide(line, state?.holder ?? null) ?? '',
      token: right?.id ?? '',
      transaction: right?.changedTx ?? '',
    }
    return columns.map((column) => cells[column])
  })
  return stringify([head, ...rows], { bom: true, escape_formulas: true })
}

/** On a list of one's own a right that is held is "yours"; here it may be somebody else's. */
function stateText(state: RightState): string {
  return state === 'held' ? 'export-state-held' : `state-${state}`
}

/** Who stands on the other side: whom it came from, or who has it now. */
function otherSide({ kind, series, right }: HistoryLine, holder: Account | null): Account | null {
  if (right === null) return series.issuer
  return kind === 'held' ? (right.came.from ?? series.issuer) : (holder ?? right.mintedTo)
}
