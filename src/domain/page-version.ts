/** Pages of one list; a longer list ends there. */
const MOST_PAGES = 1000
/** What is left of a button's version for the number of a contributor. */
const MOST_NUMBER = Math.floor(36 ** 7 / MOST_PAGES) - 1

/**
 * What the buttons of a space carry besides what they are about: the page (from 0), and whose link led here, by the number
 * under which contributors are written down (0: nobody's). An account is too long for callback data, and a note per person
 * would let a newer link take over the cards of an older one.
 */
export type PageMark = { page: number; contributor: number }

/** A mark as the version of a button. A contributor whose number does not fit any more is left out. */
export function toVersion({ page, contributor }: PageMark): number {
  const number = contributor > MOST_NUMBER ? 0 : contributor
  return number * MOST_PAGES + Math.max(0, Math.min(page, MOST_PAGES - 1))
}

/** The other way round. */
export function toPageMark(version: number): PageMark {
  return { page: version % MOST_PAGES, contributor: Math.floor(version / MOST_PAGES) }
}
