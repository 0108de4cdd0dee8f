import assert from 'node:assert/strict'
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { buffer } from 'node:stream/consumers'
import { after, describe, test } from 'node:test'
import { crc32, deflateRawSync } from 'node:zlib'
import fc from 'fast-check'
import { diceOf, roll } from '../../kernel/dice.ts'
import { archiveRefusals } from './archive-refusals.ts'
import { openArchiveFile, readArchive } from './read-archive.ts'
import { writeArchive, writeArchiveFile } from './write-archive.ts'

const folder = mkdtempSync(join(tmpdir(), 'zhiheng-archive-'))
after(() => rmSync(folder, { recursive: true }))

/** One entry of an archive written by hand, with whatever lies about it are wanted. */
type Crafted = {
  readonly name: string | Buffer
  readonly data?: Buffer
  readonly method?: number
  readonly flags?: number
  readonly mode?: number
  readonly crc?: number
  readonly size?: number
}

/** A ZIP byte by byte, since no library writes hostile ones. */
function craft(entries: readonly Crafted[], { count = entries.length } = {}): Buffer {
  const locals: Buffer[] = []
  const centrals: Buffer[] = []
  let offset = 0
  for (const {
    name,
    data = Buffer.from('x'),
    method = 8,
    flags = 0x800,
    mode = 0o100644,
    crc = crc32(data),
    size = data.length,
  } of entries) {
    const path = Buffer.from(name)
    const packed = method === 8 ? deflateRawSync(data) : data
    const common = Buffer.alloc(26)
    common.writeUInt16LE(20, 0)
    common.writeUInt16LE(flags, 2)
    common.writeUInt16LE(method, 4)
    common.writeUInt32LE(crc >>> 0, 10)
    common.writeUInt32LE(packed.length, 14)
    common.writeUInt32LE(size, 18)
    common.writeUInt16LE(path.length, 22)
    const local = Buffer.concat([Buffer.from('PK\u0003\u0004'), common, path, packed])
    const rest = Buffer.alloc(14)
    rest.writeUInt32LE((mode << 16) >>> 0, 6)
    rest.writeUInt32LE(offset, 10)
    centrals.push(Buffer.concat([Buffer.from('PK\u0001\u0002'), Buffer.from([20, 3]), common, rest, path]))
    locals.push(local)
    offset += local.length
  }
  const directory = Buffer.concat(centrals)
  const end = Buffer.alloc(22)
  end.write('PK\u0005\u0006', 'latin1')
  end.writeUInt16LE(count, 8)
  end.writeUInt16LE(count, 10)
  end.writeUInt32LE(directory.length, 12)
  end.writeUInt32LE(offset, 16)
  return Buffer.concat([...locals, directory, end])
}

async function codeOf(bytes: Buffer): Promise<string> {
  const archive = await readArchive(bytes)
  const code = archive.ok ? `ok ${archive.value.entries.map(({ path }) => path).join(' ')}` : archive.refusal.code
  assert.ok(archive.ok || Object.hasOwn(archiveRefusals, code), code)
  assert.equal(await codeOnDisk(bytes), code)
  return code
}

/** An archive is judged the same when it lies on the disk. */
async function codeOnDisk(bytes: Buffer): Promise<string> {
  const path = join(folder, 'archive.zip')
  writeFileSync(path, bytes)
  const archive = await openArchiveFile(path)
  if (!archive.ok) return archive.refusal.code
  archive.value.close()
  return `ok ${archive.value.entries.map(entry => entry.path).join(' ')}`
}

const some = (text: string) => Buffer.from(text)

describe('reading', () => {
  test('gives the files in order, and their contents when asked', async () => {
    const bytes = craft([
      { name: 'imsmanifest.xml', data: some('<manifest/>') },
      { name: 'items/', data: Buffer.alloc(0), method: 0, mode: 0o040755 },
      { name: 'items/q1.xml', data: some('<q/>'), method: 0 },
      { name: '图片/甲.png', data: some('png') },
    ])
    const archive = await readArchive(bytes)
    assert.ok(archive.ok)
    assert.deepEqual(
      archive.value.entries.map(({ path, size }) => [path, size]),
      [
        ['imsmanifest.xml', 11],
        ['items/q1.xml', 4],
        ['图片/甲.png', 3],
      ],
    )
    assert.deepEqual(await archive.value.read('items/q1.xml'), { ok: true, value: some('<q/>') })
    const missing = await archive.value.read('items/')
    assert.equal(!missing.ok && missing.refusal.code, 'archive-entry-missing')
  })

  test('names written by old Chinese programs are understood', async () => {
    const gbk = Buffer.from([0xca, 0xd4, 0xcc, 0xe2, 0x2e, 0x78, 0x6d, 0x6c]) // 试题.xml
    assert.equal(await codeOf(craft([{ name: gbk, flags: 0 }])), 'ok 试题.xml')
    assert.equal(await codeOf(craft([{ name: '试题.xml', flags: 0 }])), 'ok 试题.xml')
  })

  test('an empty archive has no files', async () => {
    assert.equal(await codeOf(craft([])), 'ok ')
    assert.equal(await codeOf(await writeArchive([])), 'ok ')
  })
})

describe('hostile archives are refused before anything is unpacked', () => {
  test('paths that lead out, or that some system reads otherwise', async () => {
    const paths = [
      '../up',
      'a/../../up',
      '/root',
      'a\\b',
      '..\\up',
      'C:/x',
      'c:x',
      'a//b',
      './a',
      'a/./b',
      'a/..',
      'nul\u0000.xml',
      'line\n',
      '',
      '/',
      '..',
      'x'.repeat(1001),
    ]
    for (const name of paths) assert.equal(await codeOf(craft([{ name }])), 'archive-path', JSON.stringify(name))
    for (const name of ['a..b', '...', '.hidden', 'a b/c-1_(2).xml', '50% off?.xml', 'ab:c'])
      assert.equal(await codeOf(craft([{ name }])), `ok ${name}`)
  })

  test('links and special files', async () => {
    assert.equal(await codeOf(craft([{ name: 'link', data: some('/etc/passwd'), mode: 0o120777 }])), 'archive-link')
    assert.equal(await codeOf(craft([{ name: 'pipe', mode: 0o010644 }])), 'archive-link')
    assert.equal(await codeOf(craft([{ name: 'device', mode: 0o060644 }])), 'archive-link')
    assert.equal(await codeOf(craft([{ name: 'folder-that-is-a-file', mode: 0o040755 }])), 'archive-link')
    assert.equal(await codeOf(craft([{ name: 'no-mode', mode: 0 }])), 'ok no-mode')
  })

  test('encrypted entries and strange methods', async () => {
    assert.equal(await codeOf(craft([{ name: 'a', flags: 0x801 }])), 'archive-encrypted')
    assert.equal(await codeOf(craft([{ name: 'a', method: 99 }])), 'archive-encrypted')
    assert.equal(await codeOf(craft([{ name: 'a', method: 12 }])), 'archive-method')
  })

  test('names that are there twice, letter case and form aside', async () => {
    const twice = (a: string, b: string) => codeOf(craft([{ name: a }, { name: b }]))
    assert.equal(await twice('a.xml', 'a.xml'), 'archive-duplicate')
    assert.equal(await twice('a.xml', 'A.XML'), 'archive-duplicate')
    assert.equal(await twice('é.xml', 'e\u0301.xml'), 'archive-duplicate')
    assert.equal(await twice('a', 'a/b'), 'archive-duplicate')
    assert.equal(await twice('a/b', 'a'), 'archive-duplicate')
    assert.equal(await twice('a/b', 'a/c'), 'ok a/b a/c')
    const folders = [{ name: 'a/', data: Buffer.alloc(0), method: 0 }, { name: 'a/b' }, { name: 'A/', data: Buffer.alloc(0), method: 0 }]
    assert.equal(await codeOf(craft(folders)), 'ok a/b')
  })

  test('too many entries, also when only their count says so', async () => {
    assert.equal(await codeOf(craft([{ name: 'a' }], { count: 10_001 })), 'archive-too-many')
    const many = Array.from({ length: 10_000 }, (_, n) => ({ name: `${n}`, method: 0 }))
    assert.match(await codeOf(craft(many)), /^ok 0 1 2/)
    assert.equal(await codeOf(craft([...many, { name: 'more', method: 0 }])), 'archive-too-many')
  })

  test('sizes beyond a gibibyte and ratios beyond 100:1', async () => {
    const zeros = Buffer.alloc(2 * 1024 ** 2)
    assert.equal(await codeOf(craft([{ name: 'zeros', data: zeros }])), 'archive-bomb')
    assert.match(await codeOf(craft([{ name: 'few-zeros', data: Buffer.alloc(1024 ** 2) }])), /^ok/)
    const halves = Array.from({ length: 3 }, (_, n) => ({ name: `${n}`, data: Buffer.alloc(1024 ** 2) }))
    assert.equal(await codeOf(craft(halves)), 'archive-bomb')
    const dice = diceOf('noise')
    const noise = Buffer.from(Array.from({ length: 60_000 }, () => roll(dice, 256)))
    const claimed = Array.from({ length: 300 }, (_, n) => ({ name: `${n}`, data: noise, size: 4_000_000 }))
    assert.equal(await codeOf(craft(claimed)), 'archive-too-large')
  })

  test('what is no archive, is cut short, or lies about its parts', async () => {
    assert.equal(await codeOf(Buffer.alloc(0)), 'archive-not-one')
    assert.equal(await codeOf(some('<html>')), 'archive-not-one')
    assert.equal(await codeOf(some('PK\u0003\u0004 and no more')), 'archive-damaged')
    const whole = craft([{ name: 'a', data: some('hello') }, { name: 'b' }])
    for (const at of [10, 40, whole.length - 60, whole.length - 22, whole.length - 1])
      assert.equal(await codeOf(whole.subarray(0, at)), 'archive-damaged', String(at))
    assert.equal(await codeOf(craft([{ name: 'a', method: 0, size: 99 }])), 'archive-damaged')
    assert.equal(await codeOf(craft([{ name: 'a' }], { count: 2 })), 'archive-damaged')
  })

  test('contents that differ from their checksum or size', async () => {
    const read = async (entry: Crafted) => {
      const archive = await readArchive(craft([entry]))
      assert.ok(archive.ok)
      const bytes = await archive.value.read('a')
      return bytes.ok ? 'ok' : bytes.refusal.code
    }
    assert.equal(await read({ name: 'a', data: some('hello') }), 'ok')
    assert.equal(await read({ name: 'a', data: some('hello'), crc: 1 }), 'archive-entry-damaged')
    assert.equal(await read({ name: 'a', data: some('hello'), method: 0, crc: 1 }), 'archive-entry-damaged')
    assert.equal(await read({ name: 'a', data: some('hello'), size: 3 }), 'archive-entry-damaged')
    assert.equal(await read({ name: 'a', data: some('hello'), size: 9 }), 'archive-entry-damaged')
  })

  test('archives within archives down to the second level', async () => {
    let bytes = await writeArchive([{ path: 'deep.txt', bytes: some('deep') }])
    for (let n = 0; n < 2; n++) bytes = await writeArchive([{ path: 'inner.zip', bytes }])
    const first = await readArchive(bytes)
    assert.ok(first.ok)
    const second = await first.value.open('inner.zip')
    assert.ok(second.ok)
    const third = await second.value.open('inner.zip')
    assert.equal(!third.ok && third.refusal.code, 'archive-nested')
    const none = await first.value.open('other.zip')
    assert.equal(!none.ok && none.refusal.code, 'archive-entry-missing')
  })
})

describe('writing', () => {
  test('what is written is read back, and the same files give the same bytes', async () => {
    const file = fc.tuple(fc.stringMatching(/^[a-z\u4e00-\u4e20]{1,8}\.xml$/), fc.uint8Array({ maxLength: 2_000 }))
    await fc.assert(
      fc.asyncProperty(fc.uniqueArray(file, { selector: ([path]) => path, maxLength: 5, minLength: 1 }), async entries => {
        const files = entries.map(([path, bytes]) => ({ path, bytes: Buffer.from(bytes) }))
        const packed = await writeArchive(files)
        assert.ok(packed.equals(await writeArchive(files)))
        const archive = await readArchive(packed)
        assert.ok(archive.ok)
        assert.deepEqual(
          archive.value.entries.map(({ path }) => path),
          files.map(({ path }) => path),
        )
        for (const { path, bytes } of files) assert.deepEqual(await archive.value.read(path), { ok: true, value: bytes })
      }),
      { numRuns: 30 },
    )
  })

  test('carries no date of the machine', async () => {
    const packed = await writeArchive([{ path: 'a', bytes: some('x') }])
    assert.equal(packed.readUInt16LE(12), 0x21)
    assert.equal(packed.readUInt16LE(10), 0)
  })
})

test('changed bytes are read or refused, never thrown', async () => {
  const whole = craft([
    { name: 'a', data: some('hello hello') },
    { name: 'b/c', data: some('world'), method: 0 },
  ])
  await fc.assert(
    fc.asyncProperty(fc.array(fc.tuple(fc.nat(whole.length - 1), fc.nat(255)), { minLength: 1, maxLength: 6 }), async changes => {
      const bytes = Buffer.from(whole)
      for (const [at, byte] of changes) bytes[at] = byte
      const archive = await readArchive(bytes)
      if (archive.ok) for (const { path } of archive.value.entries) assert.equal(typeof (await archive.value.read(path)).ok, 'boolean')
      else assert.match(archive.refusal.code, /^archive-/)
    }),
    { numRuns: 2_000 },
  )
})

test('every refusal is told in both languages', () => {
  for (const [code, words] of Object.entries(archiveRefusals)) assert.ok(words.zh.length > 0 && words.en.length > 0, code)
})

describe('archives on the disk', () => {
  test('come back piece by piece as they were written', async () => {
    const large = Buffer.alloc(300_000, 'zh')
    const source = join(folder, 'large.bin')
    const target = join(folder, 'written.zip')
    writeFileSync(source, large)
    await writeArchiveFile(target, [
      { path: 'small.txt', from: some('small') },
      { path: 'large.bin', from: source },
    ])
    const archive = await openArchiveFile(target)
    assert.ok(archive.ok)
    assert.deepEqual(archive.value.entries, [
      { path: 'small.txt', size: 5 },
      { path: 'large.bin', size: 300_000 },
    ])
    const stream = await archive.value.stream('large.bin')
    assert.ok(stream.ok)
    assert.deepEqual(await buffer(stream.value), large)
    const missing = await archive.value.stream('none')
    assert.equal(!missing.ok && missing.refusal.code, 'archive-entry-missing')
    archive.value.close()
  })

  test('a source that is not there fails the writing', async () => {
    await assert.rejects(writeArchiveFile(join(folder, 'none.zip'), [{ path: 'a', from: join(folder, 'not-there') }]), { code: 'ENOENT' })
  })
})
