import assert from 'node:assert/strict'
import { test } from 'node:test'
import type { PersonId } from '../../src/domain/ids.ts'
import { invitationHash } from '../../src/domain/invitation.ts'
import { joinDesk } from '../../src/features/staff/join-desk.ts'
import { loadTexts } from '../../src/i18n/texts.ts'
import { account } from '../conformance/blocks.ts'
import { openSqliteStore } from '../conformance/sqlite.ts'

// Who was removed from a desk was back at it by tapping the invitation they had used, for as long as it ran.
const { texts } = loadTexts('locales')
const issuer = account('mei')
const secret = 'ab'.repeat(16)

test('who was removed does not come back with the invitation they used', async (t) => {
  const { store, clock, close } = await openSqliteStore()
  t.after(close)
  const kim = await store.transaction((unit) =>
    unit.people.meet({ id: 7 as PersonId, name: 'Kim', locale: 'en' }),
  )
  const joins = () =>
    store.transaction((unit) => joinDesk({ texts }, unit, { person: kim, secret }))
  const desks = () => store.transaction((unit) => unit.desks.of(kim.id))
  await store.transaction((unit) =>
    unit.desks.invite({
      secretHash: invitationHash(secret),
      issuer,
      expiresAt: clock.now + 86_400_000,
    }),
  )

  await joins()
  // The second tap of somebody who serves there is answered as the first one.
  await joins()
  assert.deepEqual(await desks(), [issuer])
  await store.transaction((unit) => unit.desks.leave(issuer, kim.id))

  await assert.rejects(joins(), { code: 'INVITATION_OVER' })
  assert.deepEqual(await desks(), [])
})
