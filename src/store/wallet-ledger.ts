import type { PromptId } from '../domain/ids.ts'
import {
  type AskedQuestion,
  isNews,
  type OpenPairing,
  type WalletAnswer,
  type WalletLedger,
} from '../ports/wallet-ledger.ts'
import type { Database } from './database.ts'
import { inTransaction } from './in-transaction.ts'
import type { WalletPairingTable, WalletRequestTable } from './schema.ts'
import type { Seal } from './seal.ts'

/** The {@link WalletLedger} in SQL. Answers are sealed: a signature in one may be worth something. */
export function createWalletLedger({
  database,
  seal,
}: {
  database: Database
  seal: Seal
}): WalletLedger {
  const close = (answer: WalletAnswer) => seal.close(answer.prompt, JSON.stringify(answer))
  const open = (prompt: string, sealed: string): WalletAnswer =>
    JSON.parse(seal.open(prompt, sealed))

  return {
    async openPairing({ attempt, pairingTopic, expiresAt }) {
      const values = { pairing_topic: pairingTopic, expires_at: expiresAt }
      await database
        .insertInto('wallet_pairing')
        .values({ attempt, ...values })
        .onConflict((conflict) => conflict.column('attempt').doUpdateSet(values))
        .execute()
    },
    async pairingOf(pairingTopic) {
      const row = await database
        .selectFrom('wallet_pairing')
        .selectAll()
        .where('pairing_topic', '=', pairingTopic)
        .executeTakeFirst()
      return row === undefined ? null : toPairing(row)
    },
    async pairings() {
      const rows = await database.selectFrom('wallet_pairing').selectAll().execute()
      return rows.map(toPairing)
    },
    async closePairing(pairingTopic) {
      await database
        .deleteFrom('wallet_pairing')
        .where('pairing_topic', '=', pairingTopic)
        .execute()
    },

    async beginRequest({ prompt, topic, method, paramsHash, expiresAt }) {
      const { numInsertedOrUpdatedRows } = await database
        .insertInto('wallet_request')
        .values({
          prompt,
          topic,
          method,
          params_hash: paramsHash,
          request_id: null,
          state: 'begun',
          answer: null,
          expires_at: expiresAt,
        })
        .onConflict((conflict) => conflict.column('prompt').doNothing())
        .executeTakeFirst()
      return (numInsertedOrUpdatedRows ?? 0n) > 0n
    },
    async withdrawRequest(prompt) {
      await database
        .deleteFrom('wallet_request')
        .where('prompt', '=', prompt)
        .where('state', '=', 'begun')
        .execute()
    },
    async publishRequest(prompt, requestId) {
      await database
        .updateTable('wallet_request')
        .set({ request_id: requestId, state: 'published' })
        .where('prompt', '=', prompt)
        .where('state', '=', 'begun')
        .execute()
    },
    async isBegun(prompt) {
      const row = await database
        .selectFrom('wallet_request')
        .select('prompt')
        .where('prompt', '=', prompt)
        .executeTakeFirst()
      return row !== undefined
    },
    async requestOf(requestId) {
      const row = await database
        .selectFrom('wallet_request')
        .selectAll()
        .where('request_id', '=', requestId)
        .executeTakeFirst()
      return row === undefined ? null : toQuestion(row)
    },
    async openRequests(topic) {
      let query = database
        .selectFrom('wallet_request')
        .selectAll()
        .where('state', 'in', ['begun', 'published'])
        .orderBy('expires_at')
        .orderBy('prompt')
      if (topic !== undefined) query = query.where('topic', '=', topic)
      return (await query.execute()).map(toQuestion)
    },
    settleRequest: (answer) =>
      inTransaction(database, async (trx) => {
        const { prompt } = answer
        const row = await trx
          .selectFrom('wallet_request')
          .select('answer')
          .where('prompt', '=', prompt)
          .executeTakeFirst()
        if (row === undefined) return false
        const known = row.answer === null ? null : open(prompt, row.answer)
        if (!isNews(known, answer)) return false
        await trx
          .updateTable('wallet_request')
          .set({ answer: close(answer), state: 'answered' })
          .where('prompt', '=', prompt)
          .execute()
        return true
      }),
    async undelivered() {
      const rows = await database
        .selectFrom('wallet_request')
        .select(['prompt', 'answer'])
        .where('state', '=', 'answered')
        .execute()
      return rows.flatMap(({ prompt, answer }) => (answer === null ? [] : [open(prompt, answer)]))
    },
    deliver: (answer) =>
      inTransaction(database, async (trx) => {
        const { prompt } = answer
        const row = await trx
          .selectFrom('wallet_request')
          .select('answer')
          .where('prompt', '=', prompt)
          .executeTakeFirst()
        // A later word may have taken the place of the guess that was just heard; that one is still to come.
        if (row === undefined || row.answer === null) return
        if (JSON.stringify(open(prompt, row.answer)) !== JSON.stringify(answer)) return
        await trx
          .updateTable('wallet_request')
          .set({ state: 'delivered' })
          .where('prompt', '=', prompt)
          .execute()
      }),
  }
}

function toPairing(row: WalletPairingTable): OpenPairing {
  return {
    attempt: row.attempt,
    pairingTopic: row.pairing_topic,
    expiresAt: Number(row.expires_at),
  }
}

function toQuestion(row: WalletRequestTable): AskedQuestion {
  return {
    prompt: row.prompt as PromptId,
    topic: row.topic,
    method: row.method,
    paramsHash: row.params_hash,
    requestId: row.request_id,
    expiresAt: Number(row.expires_at),
  }
}
