import type { Selectable } from 'kysely'
import type { Account, PersonId, TxHash } from '../domain/ids.ts'
import type { RelayEntry, RelayLedger, SignedRelay } from '../ports/relay-ledger.ts'
import type { Database } from './database.ts'
import { inTransaction } from './in-transaction.ts'
import type { RelayCallTable } from './schema.ts'

const DAY_MS = 86_400_000

type Row = Selectable<RelayCallTable>

/** The {@link RelayLedger} of one chain in SQL. A day is one of UTC; `now` in Unix ms. */
export function createRelayLedger(deps: {
  database: Database
  chainId: number
  now: () => number
}): RelayLedger {
  const { database, chainId, now } = deps
  const today = () => Math.floor(now() / DAY_MS)
  const alone = <T>(work: (trx: Database) => Promise<T>) => inTransaction(database, work)

  const calls = (db: Database) =>
    db.selectFrom('relay_call').selectAll().where('chain_id', '=', chainId)
  const callOf = (db: Database, key: string) =>
    calls(db).where('relay_key', '=', key).executeTakeFirst()
  const change = (db: Database, key: string, values: Partial<Row>) =>
    db
      .updateTable('relay_call')
      .set(values)
      .where('chain_id', '=', chainId)
      .where('relay_key', '=', key)
      .execute()

  async function toEntry(db: Database, row: Row): Promise<RelayEntry> {
    const signed = await db
      .selectFrom('relay_transaction')
      .selectAll()
      .where('chain_id', '=', chainId)
      .where('relay_key', '=', row.relay_key)
      .orderBy('place')
      .execute()
    return {
      key: row.relay_key,
      call: { to: row.receiver as Account, data: row.data },
      sender: row.sender as Account,
      nonce: Number(row.nonce),
      gas: BigInt(row.gas),
      included: row.included as TxHash | null,
      signed: signed.map((each) => ({
        hash: each.hash as TxHash,
        raw: each.raw,
        maxFeeWei: BigInt(each.max_fee_wei),
        tipWei: BigInt(each.tip_wei),
        signedAt: Number(each.signed_at),
      })),
    }
  }

  async function usage(db: Database, sender: Account, person: PersonId) {
    const spent = await calls(db).where('cost_day', '=', today()).execute()
    const outstanding = await calls(db)
      .where('sender', '=', sender)
      .where('settled', '=', 0)
      .execute()
    const own = await calls(db)
      .where('person_id', '=', person)
      .where('added_day', '=', today())
      .execute()
    return {
      spentWei: sumCost(spent),
      callsOfPerson: own.length,
      outstandingWei: sumCost(outstanding),
    }
  }

  async function freeNonce(db: Database, sender: Account, chainNonce: number): Promise<number> {
    const last = await calls(db)
      .where('sender', '=', sender)
      .orderBy('nonce', 'desc')
      .limit(1)
      .executeTakeFirst()
    return Math.max(chainNonce, Number(last?.nonce ?? -1) + 1)
  }

  async function keep(db: Database, key: string, signed: SignedRelay): Promise<void> {
    const { place } = await db
      .selectFrom('relay_transaction')
      .select((select) => select.fn.countAll().as('place'))
      .where('chain_id', '=', chainId)
      .where('relay_key', '=', key)
      .executeTakeFirstOrThrow()
    await db
      .insertInto('relay_transaction')
      .values({
        hash: signed.hash,
        chain_id: chainId,
        relay_key: key,
        place: Number(place),
        raw: signed.raw,
        max_fee_wei: String(signed.maxFeeWei),
        tip_wei: String(signed.tipWei),
        signed_at: now(),
      })
      .execute()
  }

  return {
    find: (key) =>
      alone(async (trx) => {
        const row = await callOf(trx, key)
        return row === undefined ? null : toEntry(trx, row)
      }),

    usage: ({ sender, person }) => alone((trx) => usage(trx, sender, person)),

    open: ({ key, person, call, sender, chainNonce, gas, refuse, sign }) =>
      alone(async (trx) => {
        const known = await callOf(trx, key)
        if (known !== undefined) return { type: 'open', entry: await toEntry(trx, known) }
        const reason = refuse(await usage(trx, sender, person))
        if (reason !== null) return { type: 'refused', reason }
        const nonce = await freeNonce(trx, sender, chainNonce)
        const signed = sign(nonce)
        const row = {
          chain_id: chainId,
          relay_key: key,
          person_id: person,
          receiver: call.to,
          data: call.data,
          sender,
          nonce,
          gas: String(gas),
          cost_wei: String(signed.costWei),
          cost_day: today(),
          added_day: today(),
          included: null,
          settled: 0,
        }
        // PostgreSQL takes a row that another transaction has just added for a lost race, and we begin anew.
        const { numInsertedOrUpdatedRows } = await trx
          .insertInto('relay_call')
          .values(row)
          .onConflict((conflict) => conflict.doNothing())
          .executeTakeFirstOrThrow()
        if (numInsertedOrUpdatedRows !== 1n) throw new Error('two relayers opened a key at once')
        await keep(trx, key, signed)
        return { type: 'open', entry: await toEntry(trx, row) }
      }),

    async spentWithout(key) {
      const rows = await calls(database)
        .where('cost_day', '=', today())
        .where('relay_key', '!=', key)
        .execute()
      return sumCost(rows)
    },

    unsettled: () =>
      alone(async (trx) => {
        const rows = await calls(trx).where('settled', '=', 0).orderBy('nonce').execute()
        const entries: RelayEntry[] = []
        for (const row of rows) entries.push(await toEntry(trx, row))
        return entries
      }),

    replace: (key, signed) =>
      alone(async (trx) => {
        await keep(trx, key, signed)
        await change(trx, key, { cost_wei: String(signed.costWei), cost_day: today() })
      }),

    move: (key, { sender, chainNonce, sign }) =>
      alone(async (trx) => {
        const nonce = await freeNonce(trx, sender, chainNonce)
        const signed = sign(nonce)
        const cost = { cost_wei: String(signed.costWei), cost_day: today() }
        await change(trx, key, { sender, nonce, included: null, ...cost })
        await keep(trx, key, signed)
        const row = await callOf(trx, key)
        if (row === undefined) throw new Error('the relay ledger has no such key')
        return toEntry(trx, row)
      }),

    async include(key, hash) {
      await change(database, key, { included: hash })
    },

    async settle(key, hash, costWei) {
      await change(database, key, { included: hash, settled: 1, cost_wei: String(costWei) })
    },

    async reopen(sender, chainNonce) {
      await database
        .updateTable('relay_call')
        .set({ settled: 0, included: null })
        .where('chain_id', '=', chainId)
        .where('sender', '=', sender)
        .where('settled', '=', 1)
        .where('nonce', '>=', chainNonce)
        .execute()
    },
  }
}

/** Wei are longer than a database's integers, so they are added up here. */
function sumCost(rows: readonly Row[]): bigint {
  return rows.reduce((sum, row) => sum + BigInt(row.cost_wei), 0n)
}
