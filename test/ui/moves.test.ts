import assert from 'node:assert/strict'
import { test } from 'node:test'
import type { Ledger } from '../../src/sandbox/driver/ledger.ts'
import { movesBetween } from '../../src/sandbox/page/app/top/moves.ts'

const series = { id: 's', name: 'Tea', price: '12 USDC', sold: 1, limit: 9, issuer: '0xLin' }

function ledger(
  coins: Record<string, string>,
  rights: { holder: string; state?: string }[],
): Ledger {
  return {
    chain: 'Sandbox',
    block: 1,
    people: Object.entries(coins).map(([person, each]) => ({
      person,
      account: `0x${person}`,
      coins: each,
      native: '1 ETH',
    })),
    series: [series],
    rights: rights.map(({ holder, state = 'held' }, index) => ({
      id: `r${index}`,
      series: 's',
      name: 'Tea',
      serial: index + 1,
      holder,
      state,
      history: [],
    })),
  }
}

test('a purchase moves money to the seller and a right to the buyer', () => {
  const before = ledger({ Ben: '1,100.5 USDC', Lin: '0 USDC' }, [])
  const now = ledger({ Ben: '1,088.25 USDC', Lin: '12.25 USDC' }, [{ holder: '0xben' }])

  assert.deepEqual(movesBetween(before, now), [
    { what: 'money', from: 'Ben', to: 'Lin', amount: '12.25 USDC' },
    { what: 'right', from: 'Lin', to: 'Ben', name: 'Tea · No. 1' },
  ])
})

test('a price that is shared goes to each of those who receive', () => {
  const before = ledger({ Ben: '20 USDC', Lin: '0 USDC', Mia: '0 USDC' }, [])
  const now = ledger({ Ben: '8 USDC', Lin: '11 USDC', Mia: '1 USDC' }, [])

  assert.deepEqual(
    movesBetween(before, now).map((each) => [each.to, each.what === 'money' ? each.amount : '']),
    [
      ['Lin', '11 USDC'],
      ['Mia', '1 USDC'],
    ],
  )
})

test('money held until the hand-over goes into the contract and comes out of it', () => {
  const full = ledger({ Ben: '20 USDC' }, [])
  const empty = ledger({ Ben: '2 USDC' }, [])

  assert.deepEqual(movesBetween(full, empty), [
    { what: 'money', from: 'Ben', to: null, amount: '18 USDC' },
  ])
  assert.deepEqual(movesBetween(empty, full), [
    { what: 'money', from: null, to: 'Ben', amount: '18 USDC' },
  ])
})

test('a right that only changes its state does not move', () => {
  const before = ledger({ Ben: '1 USDC' }, [{ holder: '0xBen' }])
  const now = ledger({ Ben: '1 USDC' }, [{ holder: '0xBen', state: 'redeemed' }])

  assert.deepEqual(movesBetween(before, now), [])
})
