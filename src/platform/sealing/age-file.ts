import { createHash } from 'node:crypto'
import { createWriteStream } from 'node:fs'
import { Readable, Transform, type TransformCallback } from 'node:stream'
import { pipeline } from 'node:stream/promises'
import type { ReadableStream as NodeWebStream } from 'node:stream/web'
import { Decrypter, Encrypter } from 'age-encryption'

type Pieces = AsyncIterable<Uint8Array> | Iterable<Uint8Array>

/** What a file turned out to be while it was written or read. */
export type FileFacts = { readonly sha256: string; readonly bytes: number }

/** The file is not what its keys say: cut short, changed, put together otherwise, or sealed for somebody else. */
export class SealBroken extends Error {}

/**
 * Seals a stream into a new age file (mode 0600) for one or more X25519 recipients, 64 KiB at a time; resolves after the bytes are on the disk.
 * Throws what the source throws; half a file is then left behind and belongs to nobody.
 */
export async function sealToFile(plain: Pieces, recipients: readonly string[], path: string): Promise<FileFacts> {
  const encrypter = new Encrypter()
  for (const recipient of recipients) encrypter.addRecipient(recipient)
  const sealed = await encrypter.encrypt(webStream(Readable.from(plain, { objectMode: false })))
  const meter = measuring()
  await pipeline(nodeStream(sealed), meter.through, createWriteStream(path, { mode: 0o600, flags: 'wx', flush: true }))
  return meter.facts()
}

/**
 * Opens a sealed stream. Pieces come out only after their own check; that the file ends where it should is known only after the last
 * one, so nothing of it may be used before the iteration has ended. Throws `SealBroken`.
 */
export async function* openSealed(sealed: Readable, identity: string): AsyncGenerator<Buffer, void> {
  const decrypter = new Decrypter()
  decrypter.addIdentity(identity)
  try {
    // the library's way through a header holds what it has read: a header without an end must not hold the whole file
    const plain = await decrypter.decrypt(webStream(Readable.from(withHeaderLimit(sealed), { objectMode: false })))
    for await (const piece of nodeStream(plain)) yield piece as Buffer
  } catch (error) {
    throw new SealBroken('a sealed file does not open', { cause: error })
  } finally {
    sealed.destroy()
  }
}

const LONGEST_HEADER = 64 * 1024
const HEADER_END = Buffer.from('\n--- ')

async function* withHeaderLimit(sealed: Readable): AsyncGenerator<Buffer, void> {
  let head: Buffer | null = Buffer.alloc(0)
  for await (const piece of sealed as AsyncIterable<Buffer>) {
    if (head !== null) {
      head = Buffer.concat([head, piece])
      if (head.subarray(0, LONGEST_HEADER).includes(HEADER_END)) head = null
      else if (head.length > LONGEST_HEADER) throw new Error('a header without an end')
    }
    yield piece
  }
}

/** Passes bytes on and knows afterwards how many there were and their SHA-256. */
export function measuring(): { readonly through: Transform; facts(): FileFacts } {
  const hash = createHash('sha256')
  let bytes = 0
  const through = new Transform({
    transform(piece: Buffer, _encoding, done: TransformCallback) {
      hash.update(piece)
      bytes += piece.length
      done(null, piece)
    },
  })
  return { through, facts: () => ({ sha256: hash.digest('hex'), bytes }) }
}

// Node's own declarations of web streams and those of the browser differ in name only
function webStream(stream: Readable): ReadableStream<Uint8Array> {
  return Readable.toWeb(stream) as unknown as ReadableStream<Uint8Array>
}

function nodeStream(stream: ReadableStream<Uint8Array>): Readable {
  return Readable.fromWeb(stream as unknown as NodeWebStream<Uint8Array>)
}
