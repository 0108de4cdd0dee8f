import type { FastifyReply, FastifyRequest } from 'fastify'
import type { ZodType } from 'zod'
import { type RefusalCatalogue, fillText } from '../../kernel/refusal-catalogue.ts'
import type { Refusal } from '../../kernel/result.ts'
import { databaseIsAway } from '../db/database.ts'
import { newId } from '../id.ts'
import type { Log } from '../log.ts'
import type { EventsReply, FileReply, Route } from './route.ts'
import { TooManyRequests } from './too-many-requests.ts'

/** A refusal as the caller reads it: code, both texts, and a note for each wrong field. */
export function sendRefusal(reply: FastifyReply, catalogue: RefusalCatalogue, refusal: Refusal): FastifyReply {
  const text = catalogue[refusal.code]
  if (!text) throw new Error(`refusal "${refusal.code}" is not in the catalogue`)
  const error = {
    code: refusal.code,
    zh: fillText(text.zh, refusal.facts),
    en: fillText(text.en, refusal.facts),
    facts: refusal.facts,
    ...(refusal.fields ? { fields: refusal.fields } : {}),
  }
  return reply.code(text.status).header('cache-control', 'no-store').header('x-content-type-options', 'nosniff').send({ error })
}

const KEEP = 'private, max-age=31536000, immutable'

/** Only what the reply schema lists leaves the server. */
export function sendAnswer({ reply, route, value, log }: { reply: FastifyReply; route: Route; value: unknown; log: Log }): FastifyReply {
  reply.header('cache-control', 'no-store').header('x-content-type-options', 'nosniff')
  if (route.endpoint.replies === 'file') return sendFile(reply, value as FileReply)
  if (route.endpoint.replies === 'events') return sendEvents(reply, value as EventsReply)
  if (route.endpoint.reply === undefined) return reply.code(204).send()
  if (route.immutable) reply.header('cache-control', KEEP)
  const shown = (route.endpoint.reply as unknown as ZodType).safeParse(value)
  if (shown.success) return reply.send(shown.data)
  log.error({ path: route.endpoint.path, issues: shown.error.issues.slice(0, 5) }, 'reply does not fit its schema')
  throw new Error(`reply of ${route.endpoint.path} does not fit its schema: ${JSON.stringify(shown.error.issues.slice(0, 3))}`)
}

function sendFile(reply: FastifyReply, file: FileReply): FastifyReply {
  const disposition = `${file.inline ? 'inline' : 'attachment'}; filename*=UTF-8''${encodeURIComponent(file.fileName)}`
  if (file.immutable) reply.header('cache-control', KEEP)
  return reply
    .header('content-disposition', disposition)
    .type(file.mediaType)
    .send(file.stream ?? file.bytes)
}

const MOST_UNREAD_BYTES = 8 * 1024 * 1024

function sendEvents(reply: FastifyReply, events: EventsReply): FastifyReply {
  reply.hijack()
  const raw = reply.raw
  raw.writeHead(200, { 'content-type': 'text/event-stream; charset=utf-8', 'cache-control': 'no-store', 'x-accel-buffering': 'no' })
  const close = events.open(event => {
    const id = event.id === undefined ? '' : `id: ${event.id}\n`
    raw.write(`${id}event: ${event.name}\ndata: ${JSON.stringify(event.data)}\n\n`)
    // who does not read is let go; coming back costs a snapshot, not the memory of the server
    if (raw.writableLength > MOST_UNREAD_BYTES) raw.destroy()
  })
  const beat = setInterval(() => void raw.write(': beat\n\n'), 15_000)
  raw.on('close', () => {
    clearInterval(beat)
    close()
  })
  return reply
}

/** The embedded database comes back by itself within about so long. */
const AWAY_SECONDS = 3

/** The one place where thrown errors end: known faults become refusals, bugs get an incident number. */
export function answerError(fault: {
  error: Error
  request: FastifyRequest
  reply: FastifyReply
  catalogue: RefusalCatalogue
  log: Log
}): FastifyReply {
  const { error, request, reply, catalogue, log } = fault
  if (error instanceof TooManyRequests)
    return sendRefusal(reply.header('retry-after', error.seconds), catalogue, {
      code: 'too-many-requests',
      facts: { seconds: error.seconds },
    })
  const code = 'code' in error ? String(error.code) : ''
  if (code === 'FST_REQ_FILE_TOO_LARGE' || code === 'FST_ERR_CTP_BODY_TOO_LARGE')
    return sendRefusal(reply, catalogue, { code: 'file-too-large', facts: { limit: '5MB' } })
  if (code === 'ENOSPC' || code === '53100')
    return sendRefusal(reply.header('retry-after', 30), catalogue, { code: 'storage-full', facts: {} })
  if (databaseIsAway(error))
    return sendRefusal(reply.header('retry-after', AWAY_SECONDS), catalogue, { code: 'database-away', facts: { seconds: AWAY_SECONDS } })
  if (code.startsWith('FST_') || ('statusCode' in error && Number(error.statusCode) < 500))
    return sendRefusal(reply, catalogue, { code: 'invalid-input', facts: {} })
  const incident = newId().slice(0, 8)
  log.error({ incident, err: error, method: request.method, path: request.routeOptions.url }, 'unexpected error')
  const text = catalogue['broken']
  return reply.code(500).send({
    error: {
      code: 'broken',
      zh: fillText(text?.zh ?? '', { incident }),
      en: fillText(text?.en ?? '', { incident }),
      facts: { incident },
    },
  })
}
