/** The text field on a person's phone, if its screen has one now. */
export function fieldOf(person: string): HTMLTextAreaElement | null {
  const found = document.getElementById(`field-${person}`)
  return found instanceof HTMLTextAreaElement ? found : null
}
