import type { Ledger } from '../../../driver/ledger.ts'

/** Something that changed hands between two looks at the ledger. A person's name of the driver, or null for the contract. */
export type Move = { from: string | null; to: string | null } & (
  | { what: 'money'; amount: string }
  | { what: 'right'; name: string }
)

/**
 * What moved from one ledger to the next. Money is told from the balances alone: what one paid and several received is one
 * move for each of them; what nobody received went into the contract, what nobody paid came out of it.
 */
export function movesBetween(before: Ledger, now: Ledger): Move[] {
  return [...moneyMoves(before, now), ...rightMoves(before, now)]
}

function moneyMoves(before: Ledger, now: Ledger): Move[] {
  const changes = now.people.flatMap(({ person, coins }) => {
    const old = before.people.find((each) => each.person === person)
    const by = old === undefined ? 0 : numberOf(coins) - numberOf(old.coins)
    return Math.abs(by) < 1e-9 ? [] : [{ person, by, unit: coins.split(' ')[1] ?? '' }]
  })
  const payer = changes.find(({ by }) => by < 0)
  const payees = changes.filter(({ by }) => by > 0)
  const amountOf = ({ by, unit }: { by: number; unit: string }) =>
    `${Number(Math.abs(by).toFixed(6))} ${unit}`
  if (payees.length === 0 && payer !== undefined) {
    return [{ what: 'money', from: payer.person, to: null, amount: amountOf(payer) }]
  }
  return payees.map((payee) => ({
    what: 'money',
    from: payer?.person ?? null,
    to: payee.person,
    amount: amountOf(payee),
  }))
}

function rightMoves(before: Ledger, now: Ledger): Move[] {
  const personOf = (account: string) =>
    now.people.find((each) => each.account.toLowerCase() === account.toLowerCase())?.person ?? null
  return now.rights.flatMap((right): Move[] => {
    const old = before.rights.find(({ id }) => id === right.id)
    const series = now.series.find(({ id }) => id === right.series)
    const from = personOf(old?.holder ?? series?.issuer ?? '')
    const to = personOf(right.holder)
    if (old !== undefined && old.holder === right.holder) return []
    return to === null || from === to
      ? []
      : [{ what: 'right', from, to, name: `${right.name} · No. ${right.serial}` }]
  })
}

function numberOf(coins: string): number {
  return Number.parseFloat(coins.replaceAll(',', '')) || 0
}
