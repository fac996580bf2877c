import type { Deal } from './deal.ts'

/** An address is needed until the good is there, or was given up, and no longer. */
export function forgetAddresses(deal: Deal): Deal {
  const subject = withoutAddress(deal.subject)
  if (deal.earlier === undefined) return { ...deal, subject }
  const earlier = deal.earlier.map((each) => ({ ...each, subject: withoutAddress(each.subject) }))
  return { ...deal, subject, earlier }
}

function withoutAddress(subject: Deal['subject']): Deal['subject'] {
  if (subject.kind !== 'redemption' || subject.delivery === null) return subject
  return { ...subject, delivery: { ...subject.delivery, address: null } }
}
