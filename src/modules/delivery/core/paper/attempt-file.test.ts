import assert from 'node:assert/strict'
import { createHash } from 'node:crypto'
import { test } from 'node:test'
import { aPackageWithMaterial } from '../../fixtures.ts'
import { type AttemptFile, MOST_FILES, MOST_FILE_BYTES, takenFile, withinQuota } from './attempt-file.ts'
import { itemsOf } from './package.ts'

const items = itemsOf(aPackageWithMaterial(text => createHash('sha256').update(text).digest('hex')))
const item = items.find(one => one.type === 'file-answer')
const arrived = (changes: object = {}) => ({ name: '图.png', bytes: 100, found: 'image/png', isText: false, ...changes })
const codeOf = (outcome: ReturnType<typeof takenFile> | ReturnType<typeof withinQuota>) => (outcome.ok ? 'ok' : outcome.refusal.code)

test('the bytes decide what a file is, and the item what it takes', () => {
  assert.deepEqual(takenFile(item, arrived()), { ok: true, value: { name: '图.png', mediaType: 'image/png' } })
  assert.deepEqual(takenFile(item, arrived({ name: '表.csv', found: undefined, isText: true })), {
    ok: true,
    value: { name: '表.csv', mediaType: 'text/csv' },
  })
  assert.equal(codeOf(takenFile(item, arrived({ found: 'application/zip' }))), 'file-type-refused')
  assert.equal(codeOf(takenFile(item, arrived({ found: undefined }))), 'file-type-refused')
  assert.equal(codeOf(takenFile(item, arrived({ bytes: 4097 }))), 'file-too-large')
  assert.equal(codeOf(takenFile(item, arrived({ bytes: 0 }))), 'file-missing')
})

test('an item of another type takes no file, and neither does one that is not on the paper', () => {
  assert.equal(codeOf(takenFile(items[0], arrived())), 'item-takes-no-file')
  assert.equal(codeOf(takenFile(undefined, arrived())), 'item-takes-no-file')
})

test('a name loses its folders and what cannot be seen, and keeps its ending', () => {
  const nameOf = (name: string) => {
    const taken = takenFile(item, arrived({ name }))
    return taken.ok ? taken.value.name : ''
  }
  assert.equal(nameOf('C:\\我的文档\\图 一.png'), '图 一.png')
  assert.equal(nameOf('../../etc/a\u0000b\u202E.png'), 'ab.png')
  assert.equal(nameOf(' '), '未命名文件')
  assert.match(nameOf(`${'长'.repeat(300)}.xlsx`), /^长{55}\.xlsx$/)
})

test('an attempt adds so many files and bytes and no more; the same file again is no new one', () => {
  const file = (n: number, bytes = 10): AttemptFile => ({ itemId: 'item-f1', sha256: `sha-${n}`, name: 'n', mediaType: 'image/png', bytes })
  const kept = Array.from({ length: MOST_FILES }, (_, n) => file(n))
  assert.equal(codeOf(withinQuota(kept.slice(1), file(99))), 'ok')
  assert.equal(codeOf(withinQuota(kept, file(99))), 'files-too-many')
  assert.equal(codeOf(withinQuota(kept, file(5))), 'ok')
  assert.equal(codeOf(withinQuota([file(1, MOST_FILE_BYTES - 10)], file(2, 10))), 'ok')
  assert.equal(codeOf(withinQuota([file(1, MOST_FILE_BYTES - 10)], file(2, 11))), 'files-too-large')
})
