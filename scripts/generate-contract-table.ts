import { writeFileSync } from 'node:fs'
import type { Account } from '../src/domain/ids.ts'
import { type FunctionName, functionNames } from '../test/contracts/table/ask.ts'
import type { Check } from '../test/contracts/table/checks.ts'
import {
  nothingOfAState,
  type People,
  type RightFacts,
  type SeriesFacts,
  type Who,
} from '../test/contracts/table/right-facts.ts'
import { rules } from '../test/contracts/table/rules.ts'
import { askOf, faultless } from '../test/contracts/table/variants.ts'

const PAGE = 'docs/reference/contract-table.md'
const NOW = 1_000
const LATER = 2_000

const account = (place: number) => `0x${place.toString(16).padStart(40, '0')}` as Account

const columns: readonly Who[] = [
  'holder',
  'issuer',
  'staff',
  'arbiter',
  'approved',
  'operator',
  'claim key',
  'stranger',
]
const people = Object.fromEntries(
  [...columns, 'taker', 'contributor'].map((who, place) => [who, account(place + 1)]),
) as People

/** An escrow series with everything: what it refuses, every series refuses. */
const series: SeriesFacts = {
  currency: null,
  price: 12_000n,
  royaltyBps: 500,
  answerDays: 1,
  handOverDays: 1,
  disputeDays: 21,
  ways: ['pick-up', 'delivery'],
  escrow: true,
  issuer: people.issuer,
  arbiter: people.arbiter,
  redeemBy: LATER,
}

type Row = { label: string; right: Partial<RightFacts>; differsFrom?: string }

const gift = { state: 'sent', claimKey: people['claim key'], until: LATER } as const
const committed = { commitment: 'committed', until: LATER } as const

/** A row that differs from another is shown only where it does. */
const rows: readonly Row[] = [
  { label: 'never minted', right: { state: 'none' } },
  { label: 'held', right: { state: 'held' } },
  { label: 'held, unserved', right: { state: 'held', unserved: true }, differsFrom: 'held' },
  { label: 'listed', right: { state: 'listed', until: LATER, price: 100n } },
  { label: 'sent', right: gift },
  { label: 'sent for a price', right: { ...gift, price: 100n }, differsFrom: 'sent' },
  { label: 'requested for pick-up', right: { state: 'requested-pick-up', ...committed } },
  { label: 'requested by delivery', right: { state: 'requested-delivery', ...committed } },
  { label: 'accepted for pick-up', right: { state: 'accepted-pick-up', ...committed } },
  { label: 'accepted by delivery', right: { state: 'accepted-delivery', ...committed } },
  { label: 'shipped', right: { state: 'shipped', ...committed } },
  { label: 'disputed', right: { state: 'disputed', ...committed } },
  {
    label: 'disputed, ruling period over',
    right: { state: 'disputed', commitment: 'committed', until: NOW },
    differsFrom: 'disputed',
  },
  { label: 'burned', right: { state: 'redeemed', until: NOW } },
]

const shorter: readonly (readonly [string, string])[] = [
  ['requested for pick-up, requested by delivery', 'requested'],
  ['accepted for pick-up, accepted by delivery', 'accepted'],
]

/** What comes of a faultless call, the clock aside. */
function answerOf(name: FunctionName, row: Row, who: Who): string {
  const right: RightFacts = {
    ...nothingOfAState,
    id: 1n,
    state: 'none',
    holder: people.holder,
    unserved: false,
    nonce: 1,
    // Where nothing can be approved, the flag is gone.
    approved: row.label.startsWith('held') || row.label === 'listed' ? people.approved : null,
    ...row.right,
  }
  const before = { right, series, people, caller: people[who], time: NOW, noReceiver: account(99) }
  const ask = askOf(name, before, faultless)
  const refusal = rules[name].checks.find((each) => each.kind !== 'clock' && each.fails(ask))
  if (refusal !== undefined) return `\`${refusal.error}\``
  const { state } = rules[name].becomes(ask)
  return name === 'approve' ? '✓' : `✓ → ${words(state)}`
}

const words = (state: string) =>
  state.replace('-pick-up', ' for pick-up').replace('-delivery', ' by delivery')

/** Puts together what is the same. */
function grouped<T>(all: readonly T[], sameness: (each: T) => string): T[][] {
  const groups = new Map<string, T[]>()
  for (const each of all) groups.set(sameness(each), [...(groups.get(sameness(each)) ?? []), each])
  return [...groups.values()]
}

function matrix(name: FunctionName): string {
  const rowText = (row: Row) => columns.map((who) => answerOf(name, row, who)).join('|')
  const byLabel = new Map(rows.map((row) => [row.label, rowText(row)]))
  const shown = rows.filter(
    ({ label, differsFrom }) =>
      differsFrom === undefined || byLabel.get(label) !== byLabel.get(differsFrom),
  )
  const lines = grouped(shown, rowText)
  const whos = grouped(columns, (who) => shown.map((row) => answerOf(name, row, who)).join('|'))
  const others = (group: readonly Who[]) => group.includes('stranger')
  const ordered = [...whos.filter((group) => !others(group)), ...whos.filter(others)]
  const head = ordered.map((group) => {
    if (!others(group)) return group.join(', ')
    return ordered.length === 1 ? 'anyone' : 'anyone else'
  })
  const body = lines.map((group) => {
    const [first] = group
    const label = shorter.reduce(
      (text, [long, short]) => text.replace(long, short),
      group.map((row) => row.label).join(', '),
    )
    const answers = ordered.map(([who]) => (first && who ? answerOf(name, first, who) : ''))
    return `| ${[label, ...answers].join(' | ')} |`
  })
  return [`| | ${head.join(' | ')} |`, `|---|${'---|'.repeat(head.length)}`, ...body].join('\n')
}

const reason = ({ error, when }: Check) => `\`${error}\`${when === '' ? '' : ` (${when})`}`

function section(name: FunctionName): string {
  const { does, clock, checks } = rules[name]
  return `## ${name}

${does}

${matrix(name)}

Time: ${clock}

Refuses, the first that holds: ${checks.map(reason).join(' · ')}.
`
}

/** The page of who may do what, from the same rules that the table test runs. */
export function contractTablePage(): string {
  return `<!-- Generated by scripts/generate-contract-table.ts; a test fails when it is stale. -->

# Who may do what with a right

Every function that changes one right: what comes of a faultless call by each kind of caller in each state, and with which
error the contract refuses. Made from the rules in \`test/contracts/table/\`, which a test runs cell by cell on a chain:
every function, state, caller and role overlap, in the second before, at and after each deadline, in series paid at once and
through escrow, in the chain's own coin and in another.

A table says what role and state allow, the clock aside; the line on time says what the clock asks for. Past its end, what is
listed, sent, requested or accepted counts as held with the next nonce, and the last two as unserved: find it in the row
*held*. Shipped and disputed do not run out by themselves. Rows and columns with the same answers stand together; the tables
are of an escrow series, and in a direct one only \`dispute\`, \`rule\` and the holder's \`refund\` differ: they are refused.
"Approved" is approved for held and listed rights only, because an approval ends with the state it was given in.

${functionNames.map(section).join('\n')}`
}

if (import.meta.main) writeFileSync(PAGE, contractTablePage())
