import { fromJson, toJson } from '../../domain/json.ts'
import type { Question } from '../../domain/question.ts'
import type { Questions } from '../../ports/questions.ts'
import type { Database } from '../database.ts'
import type { Seal } from '../seal.ts'

/** After longer nobody remembers that they were asked, and what they type is meant for something else. */
const LIFE_MS = 3600 * 1000

/** Open questions in SQL, sealed. */
export function createQuestions(db: Database, seal: Seal, now: () => number): Questions {
  return {
    async ask(person, question) {
      const body = seal.close(`question:${person}`, toJson(question))
      const asked = { body, asked_at: now() }
      await db
        .insertInto('question')
        .values({ person_id: person, ...asked })
        .onConflict((conflict) => conflict.column('person_id').doUpdateSet(asked))
        .execute()
    },
    async of(person) {
      const row = await db
        .selectFrom('question')
        .select('body')
        .where('person_id', '=', person)
        .where('asked_at', '>', now() - LIFE_MS)
        .executeTakeFirst()
      return row === undefined
        ? null
        : fromJson<Question>(seal.open(`question:${person}`, row.body))
    },
    async close(person) {
      await db.deleteFrom('question').where('person_id', '=', person).execute()
    },
  }
}
