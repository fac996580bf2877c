import { fromJson, toJson } from '../../domain/json.ts'
import type { Question } from '../../domain/question.ts'
import type { Questions } from '../../ports/questions.ts'
import type { Database } from '../database.ts'
import type { Seal } from '../seal.ts'

/** After longer nobody remembers that they were asked, and what they type is meant for something else. */
const LIFE_MS = 3600 * 1000
/** What is photographed long after the last photo of a product is meant for something else sooner still. */
const PHOTOS_LIFE_MS = 10 * 60_000

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
        .selectAll()
        .where('person_id', '=', person)
        .where('asked_at', '>', now() - LIFE_MS)
        .executeTakeFirst()
      if (row === undefined) return null
      const question = fromJson<Question>(seal.open(`question:${person}`, row.body))
      const isOver = Number(row.asked_at) <= now() - PHOTOS_LIFE_MS
      return question.type === 'product-photos' && isOver ? null : question
    },
    async close(person) {
      await db.deleteFrom('question').where('person_id', '=', person).execute()
    },
  }
}
