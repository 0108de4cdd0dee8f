import assert from 'node:assert/strict'
import { createHash } from 'node:crypto'
import { test } from 'node:test'
import { instantOf } from '../../../../kernel/instant.ts'
import { parsePackage } from '../../../delivery/contract.ts'
import { aBankItem } from '../../../item-bank/fixtures.ts'
import type { Form, FormId } from './form.ts'
import { formPackage } from './form-package.ts'

const sha256 = (text: string) => createHash('sha256').update(text).digest('hex')
const items = [
  aBankItem({ type: 'true-false', area: ['基础', '法规'] }),
  aBankItem({ type: 'single-choice' }),
  aBankItem({ type: 'single-choice' }),
]
const stem = [{ kind: 'paragraph', text: '题干' }]
const options = ['x1', 'x2'].map(id => ({ id, text: id, pinned: false }))
const contents = new Map(
  items.map(item => [item.itemVersionId as string, item.type === 'true-false' ? { version: 2, stem } : { version: 2, stem, options }]),
)
const form: Form = {
  formId: '2b3c4d5e-6f70-4182-93a4-b5c6d7e8f901' as FormId,
  editionId: 'ec-2005',
  level: 'L4',
  workType: null,
  title: '电子商务员理论知识试卷',
  minutes: 90,
  seed: 's',
  assembledAt: instantOf('2026-11-01T00:00:00Z'),
  assembledBy: 'person:1',
  places: items.map((item, at) => ({
    place: at + 1,
    itemId: item.itemId,
    itemVersionId: item.itemVersionId,
    path: item.area,
    marks: item.marks,
  })),
}

test('a package has its sections in the order single, multiple, true/false, numbered without gaps', () => {
  const sealed = formPackage(form, items, contents, sha256)
  assert.deepEqual(
    sealed.sections.map(section => [section.sectionId, section.title, section.items.length]),
    [
      ['single-choice', '一、单项选择题', 2],
      ['true-false', '二、判断题', 1],
    ],
  )
  assert.equal(sealed.packageId, form.formId)
})

test('delivery accepts what is built, and building it again gives the same digest', () => {
  const sealed = formPackage(form, items, contents, sha256)
  assert.ok(parsePackage(sealed, sha256).ok)
  assert.equal(formPackage(form, items, contents, sha256).digest, sealed.digest)
})

test('an item reports by the uppermost area of its path', () => {
  const areas = formPackage(form, items, contents, sha256).sections.flatMap(section => section.items.map(item => item.area))
  assert.deepEqual(areas, ['网络营销', '网络营销', '基础'])
})

test('content with a key inside is refused by the player, should it ever get so far', () => {
  const leaking = new Map([...contents].map(([id, content]) => [id, { ...content, verdict: 'true' }]))
  assert.ok(!parsePackage(formPackage(form, items, leaking, sha256), sha256).ok)
})

test('a place without its item or content is a bug', () => {
  assert.throws(() => formPackage(form, items.slice(1), contents, sha256), /unknown item version/)
  assert.throws(() => formPackage(form, items, new Map(), sha256), /unknown item version/)
})
