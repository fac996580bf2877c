import { z } from 'zod'

/** What is written on something. */
export const label = z.string().min(1).max(200)
/** A chat, as the person names it. */
export const chat = z.number().int()
/** A message in a chat; negative for one that only this person sees. */
export const message = z.number().int()
/** Somebody's Telegram id. */
export const user = z.number().int().positive()
/** Bytes. */
export const base64 = z.string().transform((text) => Buffer.from(text, 'base64'))
/** An amount in the smallest unit. */
export const amount = z.string().regex(/^\d+$/).transform(BigInt)
