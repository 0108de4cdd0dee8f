import assert from 'node:assert/strict'
import { spawnSync } from 'node:child_process'
import { createReadStream, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { Readable } from 'node:stream'
import { buffer } from 'node:stream/consumers'
import { after, describe, test } from 'node:test'
import { inflateSync } from 'node:zlib'
import { generateX25519Identity, identityToRecipient } from 'age-encryption'
import * as vectors from 'cctv-age'
import { diceOf, roll } from '../../kernel/dice.ts'
import { SealBroken, openSealed, sealToFile } from './age-file.ts'
import { sha256Hex } from './derive.ts'

const folder = mkdtempSync(join(tmpdir(), 'zhiheng-age-'))
after(() => rmSync(folder, { recursive: true }))
const identity = await generateX25519Identity()
const recipient = await identityToRecipient(identity)
const CHUNK = 64 * 1024 + 16
let made = 0

async function sealed(plain: Uint8Array): Promise<Buffer> {
  const path = join(folder, `sealed-${++made}`)
  await sealToFile([plain], [recipient], path)
  return readFileSync(path)
}

const opened = (bytes: Uint8Array, key = identity) => buffer(openSealed(Readable.from([bytes]), key))
const noise = (length: number) => {
  const dice = diceOf('noise')
  return Buffer.from(Array.from({ length }, () => roll(dice, 256)))
}
const refused = (bytes: Uint8Array, note: string) => assert.rejects(opened(bytes), SealBroken, note)

test('what was sealed opens, whatever its length', async () => {
  for (const length of [0, 1, 65_535, 65_536, 65_537, 131_072, 200_000]) {
    const plain = noise(length)
    const path = join(folder, `length-${length}`)
    const facts = await sealToFile([plain.subarray(0, 100), plain.subarray(100)], [recipient], path)
    const file = readFileSync(path)
    assert.deepEqual(facts, { bytes: file.length, sha256: sha256Hex(file) })
    assert.deepEqual(await buffer(openSealed(createReadStream(path), identity)), plain, String(length))
  }
})

test('a file for two opens for both, and for nobody else', async () => {
  const second = await generateX25519Identity()
  const path = join(folder, 'two')
  await sealToFile([noise(10)], [recipient, await identityToRecipient(second)], path)
  assert.deepEqual(await opened(readFileSync(path), second), noise(10))
  assert.deepEqual(await opened(readFileSync(path)), noise(10))
  await assert.rejects(opened(readFileSync(path), await generateX25519Identity()), SealBroken)
})

test('a file that stands already is not written over, and a source that fails fails the sealing', async () => {
  const path = join(folder, 'stands')
  writeFileSync(path, 'mine')
  await assert.rejects(sealToFile([noise(1)], [recipient], path), { code: 'EEXIST' })
  assert.equal(readFileSync(path, 'utf8'), 'mine')
  async function* failing() {
    yield noise(100_000)
    throw new Error('the source broke')
  }
  await assert.rejects(sealToFile(failing(), [recipient], join(folder, 'failing')), /the source broke/)
})

describe('a file that is not what was sealed does not open', async () => {
  const plain = noise(3 * 65_536 + 1000)
  const whole = await sealed(plain)
  const start = whole.length - (plain.length + 4 * 16)
  const chunk = (n: number) => whole.subarray(start + n * CHUNK, start + (n + 1) * CHUNK)

  test('cut at every boundary of a chunk, beside it, and within the header', async () => {
    for (let n = 0; n <= 3; n++)
      for (const beside of [-1, 0, 1]) await refused(whole.subarray(0, start + n * CHUNK + beside), `chunk ${n} ${beside}`)
    for (const at of [0, 1, 20, start - 17, whole.length - 1]) await refused(whole.subarray(0, at), `at ${at}`)
  })

  test('one byte changed, anywhere in the header and in each chunk', async () => {
    const places = [...Array(start).keys(), ...[0, 1, 2, 3].flatMap(n => [0, 777, chunk(n).length - 1].map(at => start + n * CHUNK + at))]
    for (const at of places) {
      const changed = Buffer.from(whole)
      changed[at] = (changed[at] ?? 0) ^ 1
      await refused(changed, `byte ${at}`)
    }
  })

  test('chunks exchanged, doubled, left out, or of another file', async () => {
    const head = whole.subarray(0, start)
    const other = await sealed(plain)
    const foreign = other.subarray(start + CHUNK, start + 2 * CHUNK)
    const orders = { exchanged: [1, 0, 2, 3], doubled: [0, 0, 1, 2, 3], leftOut: [0, 2, 3], lastFirst: [3], repeatedLast: [0, 1, 2, 3, 3] }
    for (const [name, order] of Object.entries(orders)) await refused(Buffer.concat([head, ...order.map(chunk)]), name)
    await refused(Buffer.concat([head, chunk(0), foreign, chunk(2), chunk(3)]), 'foreign')
    await refused(Buffer.concat([whole, Buffer.from('x')]), 'longer')
    assert.deepEqual(await opened(Buffer.concat([head, ...[0, 1, 2, 3].map(chunk)])), plain)
  })

  test('a header without an end stops early instead of being held', async () => {
    let given = 0
    async function* endless() {
      yield Buffer.from('age-encryption.org/v1\n-> X25519 ')
      for (; given < 1000; given++) yield Buffer.alloc(10_000, 'A')
    }
    await assert.rejects(buffer(openSealed(Readable.from(endless()), identity)), SealBroken)
    assert.ok(given < 100, `${given} pieces were read`)
  })
})

test('the test vectors of the format: what shall open opens, what shall not does not', async () => {
  let opening = 0
  let failing = 0
  for (const [name, bytes] of Object.entries(vectors)) {
    if (!(bytes instanceof Uint8Array)) continue
    const vector = readVector(Buffer.from(bytes))
    const key = vector.facts['identity']
    if (key === undefined || !key.startsWith('AGE-SECRET-KEY-1') || vector.facts['armored'] || vector.facts['passphrase']) continue
    if (vector.facts['expect'] === 'success') {
      assert.equal(sha256Hex(await opened(vector.body, key)), vector.facts['payload'], name)
      opening += 1
    } else {
      await assert.rejects(opened(vector.body, key), SealBroken, name)
      failing += 1
    }
  }
  assert.ok(opening >= 10 && failing >= 40, `${opening} open, ${failing} do not`)
})

function readVector(bytes: Buffer): { readonly facts: Readonly<Record<string, string>>; readonly body: Buffer } {
  const end = bytes.indexOf('\n\n')
  const lines = bytes.subarray(0, end).toString().split('\n')
  const facts = Object.fromEntries(lines.map(line => [line.slice(0, line.indexOf(': ')), line.slice(line.indexOf(': ') + 2)]))
  const body = bytes.subarray(end + 2)
  return { facts, body: facts['compressed'] === 'zlib' ? inflateSync(body) : body }
}

const reference = spawnSync('age', ['--version'], { encoding: 'utf8' })
const absent = reference.status === 0 ? false : 'the reference program age is not installed (apt-get install age)'

test('the reference program opens our files and we open its', { skip: absent }, async () => {
  const plain = noise(150_000)
  const keyFile = join(folder, 'identity.txt')
  writeFileSync(keyFile, `${identity}\n`)
  const theirs = spawnSync('age', ['-d', '-i', keyFile], { input: await sealed(plain) })
  assert.equal(theirs.status, 0, theirs.stderr.toString())
  assert.deepEqual(theirs.stdout, plain)
  const fromThem = spawnSync('age', ['-r', recipient], { input: plain })
  assert.deepEqual(await opened(fromThem.stdout), plain)
})
