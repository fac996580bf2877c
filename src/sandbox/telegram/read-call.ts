import type { IncomingMessage } from 'node:http'
import {
  createParameters,
  type Parameters,
  parametersOfObject,
  type UploadedFile,
} from './parameters.ts'
import { badRequest, doors } from './refusals.ts'

const bodyLimit = 52 * 1024 * 1024

async function readBody(request: IncomingMessage): Promise<Buffer> {
  const parts: Buffer[] = []
  let size = 0
  for await (const part of request as AsyncIterable<Buffer>) {
    size += part.length
    if (size > bodyLimit) throw doors.tooLarge()
    parts.push(part)
  }
  return Buffer.concat(parts)
}

async function readMultipart(body: Buffer, contentType: string): Promise<Parameters> {
  const values = new Map<string, string>()
  const files = new Map<string, UploadedFile>()
  const form = await new Response(new Uint8Array(body), {
    headers: { 'content-type': contentType },
  })
    .formData()
    .catch(() => null)
  if (!form) throw badRequest("Can't parse multipart form")
  for (const [name, value] of form) {
    if (typeof value === 'string') values.set(name, value)
    else {
      const bytes = Buffer.from(await value.arrayBuffer())
      files.set(name, { name: value.name, bytes, mimeType: value.type })
    }
  }
  return createParameters(values, files)
}

function readJson(body: Buffer): Parameters {
  if (body.length === 0) return createParameters(new Map())
  try {
    return parametersOfObject(JSON.parse(body.toString('utf8')))
  } catch {
    throw badRequest("Can't parse JSON object")
  }
}

/**
 * Reads the parameters of a call: the query string, overlaid by a body of JSON, form fields or multipart.
 * @throws Refusal 413 over 52 MB, 400 for a body that cannot be read.
 */
export async function readCall(
  request: IncomingMessage,
  query: URLSearchParams,
): Promise<Parameters> {
  const type = request.headers['content-type'] ?? ''
  const body = await readBody(request)
  if (/^application\/json/i.test(type)) return readJson(body)
  if (/^multipart\/form-data/i.test(type)) return await readMultipart(body, type)
  const values = new Map(query)
  if (/^application\/x-www-form-urlencoded/i.test(type)) {
    for (const [name, value] of new URLSearchParams(body.toString('utf8'))) values.set(name, value)
  }
  return createParameters(values)
}
