import { pipeline } from 'node:stream/promises'
import { PassThrough, Readable } from 'node:stream'
import { hash } from 'node:crypto'
import { createGunzip, createGzip } from 'node:zlib'
import { type Result, ok, refuse } from '../../../../kernel/result.ts'
import { type FileFacts, SealBroken, openSealed, sealToFile } from '../../../../platform/sealing/age-file.ts'
import { ResultEnvelope } from '../../core/record/result-file.ts'
import { jsonOf } from '../../core/seal/judge-manifest.ts'
import { PieceReader } from './piece-reader.ts'

/** A result before it is sealed; `file` gives the bytes of a candidate's file by its SHA-256. */
export type PlainResult = {
  readonly envelope: ResultEnvelope
  readonly lines: readonly string[]
  readonly file: (sha256: string) => Promise<Buffer>
}

/** Seals a result for the centre into a new file (mode 0600), one line and one file of a candidate at a time. */
export async function encryptResult(result: PlainResult, recipient: string, path: string): Promise<FileFacts> {
  const packed = new PassThrough()
  const packing = pipeline(Readable.from(piecesOf(result), { objectMode: false }), createGzip(), packed)
  const [facts] = await Promise.all([sealToFile(packed, [recipient], path), packing])
  return facts
}

async function* piecesOf({ envelope, lines, file }: PlainResult): AsyncGenerator<Buffer> {
  yield Buffer.from(`${JSON.stringify(envelope)}\n`)
  for (const line of lines) yield Buffer.from(`${line}\n`)
  for (const { sha256 } of envelope.files) yield await file(sha256)
}

/** What is done with a result while it is read: `onRecord` before any file of a candidate, which come only if it says so. */
export type ResultReader<T> = {
  readonly onRecord: (envelope: ResultEnvelope, lines: readonly string[]) => Promise<Result<T>>
  readonly onFile: (bytes: Buffer) => Promise<void>
}

const LONGEST_LINE = 64 * 1024 ** 2
const MOST_LINES = 20_002
const MOST_LINE_BYTES = 1024 ** 3

/**
 * Opens a result with the identity of the centre and reads it once from end to end. What `onRecord` gives is given back only if the file
 * ends where it should. Refusals: `result-not-ours` (another centre, cut short, changed), `result-not-one`, those of `onRecord`.
 */
export async function openResult<T>(sealed: Readable, identity: string, reader: ResultReader<T>): Promise<Result<T>> {
  const opened = Readable.from(openSealed(sealed, identity), { objectMode: false })
  const plain = createGunzip()
  opened.on('error', error => plain.destroy(error))
  const pieces = new PieceReader(opened.pipe(plain))
  try {
    return await readWith(pieces, reader)
  } catch (error) {
    if (error instanceof SealBroken) return refuse('result-not-ours')
    if (error instanceof Error && 'code' in error && String(error.code).startsWith('Z_')) return refuse('result-not-one')
    throw error
  } finally {
    opened.destroy()
    plain.destroy()
  }
}

async function readWith<T>(pieces: PieceReader, { onRecord, onFile }: ResultReader<T>): Promise<Result<T>> {
  const envelope = ResultEnvelope.safeParse(jsonOf((await pieces.line(LONGEST_LINE)) ?? ''))
  if (!envelope.success || envelope.data.statement.lines > MOST_LINES) return refuse('result-not-one')
  const lines: string[] = []
  for (let left = MOST_LINE_BYTES; lines.length < envelope.data.statement.lines; left -= lines.at(-1)?.length ?? 0) {
    const line = left > 0 ? await pieces.line(LONGEST_LINE) : null
    if (line === null) return refuse('result-not-one')
    lines.push(line)
  }
  const read = await onRecord(envelope.data, lines)
  if (!read.ok) return read
  for (const { sha256, bytes } of envelope.data.files) {
    const file = await pieces.bytes(bytes)
    if (file === null || hash('sha256', file, 'hex') !== sha256) return refuse('result-not-one')
    await onFile(file)
  }
  return (await pieces.atEnd()) ? ok(read.value) : refuse('result-not-one')
}
