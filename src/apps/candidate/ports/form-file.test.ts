import assert from 'node:assert/strict'
import { hash, randomBytes } from 'node:crypto'
import { test } from 'node:test'
import { sealForm, viewOfForm } from '../../../modules/delivery/index.ts'
import { DOT, aPackageWithMaterial } from '../../../modules/delivery/fixtures.ts'
import { openFormFile } from './form-file.ts'

const paper = aPackageWithMaterial(text => hash('sha256', text, 'hex'))
const key = randomBytes(32)
const file = sealForm(viewOfForm(paper), key)

test('the browser opens with WebCrypto what the server sealed', async () => {
  const view = await openFormFile(file, paper.packageId, key.toString('hex'))
  assert.deepEqual(view, viewOfForm(paper))
  assert.deepEqual(view?.media, [DOT])
  assert.deepEqual(
    view?.sections.flatMap(section => section.items.map(item => item.itemId)),
    paper.sections.flatMap(section => section.items.map(item => item.itemId)),
  )
})

test('nothing of the paper can be read in the file', () => {
  for (const word of ['材料', '题干', 'item-s1', paper.title]) assert.equal(file.includes(word), false, word)
})

test('another key, another package, and any changed byte do not open it', async () => {
  const hex = key.toString('hex')
  assert.equal(await openFormFile(file, paper.packageId, randomBytes(32).toString('hex')), null)
  assert.equal(await openFormFile(file, paper.packageId, ''), null)
  assert.equal(await openFormFile(file, '2b3c4d5e-6f70-4182-93a4-b5c6d7e8f901', hex), null)
  for (const at of [0, 8, 23, 24, 35, 36, 100, file.length - 1]) {
    const changed = Buffer.from(file)
    changed[at] = (changed[at] ?? 0) ^ 1
    assert.equal(await openFormFile(changed, paper.packageId, hex), null, `byte ${at}`)
  }
  assert.equal(await openFormFile(file.subarray(0, file.length - 1), paper.packageId, hex), null)
  // the head of another package in front does not make it that package's form
  const renamed = Buffer.from(file)
  renamed[8] = (renamed[8] ?? 0) ^ 1
  const claimed = [...renamed.subarray(8, 24)].map(byte => byte.toString(16).padStart(2, '0')).join('')
  const id = claimed.replace(/^(.{8})(.{4})(.{4})(.{4})(.{12})$/, '$1-$2-$3-$4-$5')
  assert.equal(await openFormFile(renamed, id, hex), null)
})

test('two servers make the same file, and another content never takes the same nonce', () => {
  assert.deepEqual(sealForm(viewOfForm(paper), key), file)
  const other = sealForm({ ...viewOfForm(paper), title: '另一份' }, key)
  assert.notDeepEqual(other.subarray(24, 36), file.subarray(24, 36))
})
