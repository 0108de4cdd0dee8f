import { createWriteStream, mkdirSync } from 'node:fs'
import { rm } from 'node:fs/promises'
import { join } from 'node:path'
import { pipeline } from 'node:stream/promises'
import type { MultipartFile } from '@fastify/multipart'
import type { FastifyRequest } from 'fastify'
import type { ZodError, ZodType } from 'zod'
import type { Schema } from '../../kernel/endpoint.ts'
import { type FieldFault, type Result, ok, refuse } from '../../kernel/result.ts'
import type { UploadedFile } from '../files/inspect-upload.ts'
import { newId } from '../id.ts'
import type { Route } from './route.ts'
import { unstorableIn } from './unstorable.ts'

export type Parsed = { params: unknown; query: unknown; body: unknown; file?: UploadedFile }

/** Turns the unknown into typed values, or into one refusal with a note for every wrong field. */
export async function parseRequest(route: Route, request: FastifyRequest): Promise<Result<Parsed>> {
  const { endpoint } = route
  const raw = endpoint.upload ? await readUpload(request, route) : ok({ fields: request.body, file: undefined })
  if (!raw.ok) return raw
  const { file } = raw.value
  const parsed = judgeFields(endpoint, request, raw.value)
  if (!parsed.ok && file?.path !== undefined) await rm(file.path, { force: true })
  return parsed
}

function judgeFields(
  endpoint: Route['endpoint'],
  request: FastifyRequest,
  { fields, file }: { readonly fields: unknown; readonly file: UploadedFile | undefined },
): Result<Parsed> {
  const unstorable =
    unstorableIn({ ...asRecord(request.params), ...asRecord(request.query) }) ?? unstorableIn(fields) ?? unstorableIn(file?.fileName)
  if (unstorable) return refuse('invalid-input', {}, [unstorable])
  const parts = {
    params: parsePart(endpoint.params, request.params),
    query: parsePart(endpoint.query, request.query),
    body: parsePart(endpoint.body, fields),
  }
  const faults = Object.values(parts).flatMap(part => part.faults)
  if (faults.length > 0) return refuse('invalid-input', {}, faults)
  const parsed: Parsed = { params: parts.params.value, query: parts.query.value, body: parts.body.value }
  return ok(file ? { ...parsed, file } : parsed)
}

function asRecord(raw: unknown): object {
  return typeof raw === 'object' && raw !== null ? raw : {}
}

function parsePart(schema: Schema | undefined, raw: unknown): { value: unknown; faults: FieldFault[] } {
  if (schema === undefined) return { value: undefined, faults: [] }
  const parsed = (schema as unknown as ZodType).safeParse(raw ?? {})
  return parsed.success ? { value: parsed.data, faults: [] } : { value: undefined, faults: faultsOf(parsed.error) }
}

/** Texts given in the schema are `中文|English`; others are told by the kind of fault. */
function faultsOf(error: ZodError): FieldFault[] {
  return error.issues.map(issue => {
    const [zh, en] = issue.message.includes('|') ? (issue.message.split('|', 2) as [string, string]) : generalText(issue)
    return { path: issue.path.join('.'), zh, en }
  })
}

function generalText(issue: ZodError['issues'][number]): [string, string] {
  switch (issue.code) {
    case 'invalid_type':
      return issue.input === undefined || issue.input === null
        ? ['此项必填。', 'Required.']
        : ['格式不正确。', 'Not the right kind of value.']
    case 'too_small':
      return issue.origin === 'string'
        ? [Number(issue.minimum) <= 1 ? '此项必填。' : `至少${issue.minimum}个字符。`, `At least ${issue.minimum} characters.`]
        : [`不能小于${issue.minimum}。`, `At least ${issue.minimum}.`]
    case 'too_big':
      return issue.origin === 'string'
        ? [`最多${issue.maximum}个字符。`, `At most ${issue.maximum} characters.`]
        : [`不能大于${issue.maximum}。`, `At most ${issue.maximum}.`]
    case 'invalid_value':
      return ['请从给出的选项中选择。', 'Choose one of the given values.']
    case 'unrecognized_keys':
      return [`不认识的字段：${issue.keys.join('、')}。`, `Unknown fields: ${issue.keys.join(', ')}.`]
    default:
      return ['格式不正确。', 'Not in the right form.']
  }
}

async function readUpload(
  request: FastifyRequest,
  { maxBytes, spoolTo }: Pick<Route, 'maxBytes' | 'spoolTo'>,
): Promise<Result<{ fields: unknown; file: UploadedFile | undefined }>> {
  if (!request.isMultipart()) return refuse('file-missing')
  const fields: Record<string, unknown> = Object.create(null) as Record<string, unknown>
  let file: UploadedFile | undefined
  const limits = maxBytes === undefined ? {} : { limits: { fileSize: maxBytes } }
  for await (const part of request.parts(limits)) {
    if (part.type === 'file') file = await takeFile(part, spoolTo)
    else if (part.fieldname !== '__proto__') fields[part.fieldname] = part.value
  }
  return ok({ fields: { ...fields }, file })
}

async function takeFile(part: MultipartFile, spoolTo: string | undefined): Promise<UploadedFile> {
  const named = { fileName: part.filename, declaredType: part.mimetype }
  if (spoolTo === undefined) return { ...named, bytes: await part.toBuffer() }
  mkdirSync(spoolTo, { recursive: true, mode: 0o700 })
  const path = join(spoolTo, newId())
  try {
    await pipeline(part.file, createWriteStream(path, { mode: 0o600, flags: 'wx' }))
    if (part.file.truncated) throw Object.assign(new Error('a file over the limit of its route'), { code: 'FST_REQ_FILE_TOO_LARGE' })
  } catch (error) {
    await rm(path, { force: true })
    throw error
  }
  return { ...named, bytes: Buffer.alloc(0), path }
}
