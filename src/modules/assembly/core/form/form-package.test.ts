import assert from 'node:assert/strict'
import { createHash } from 'node:crypto'
import { test } from 'node:test'
import { instantOf } from '../../../../kernel/instant.ts'
import { hundredths } from '../../../../kernel/marks.ts'
import { itemsOf, parsePackage } from '../../../delivery/contract.ts'
import type { BankItem } from '../../../item-bank/contract.ts'
import { aBankItem } from '../../../item-bank/fixtures.ts'
import { INTERACTION_TYPES, type Prose } from '../../../interactions/contract.ts'
import type { Form, FormId } from './form.ts'
import { type PackageParts, formPackage } from './form-package.ts'

const sha256 = (text: string) => createHash('sha256').update(text).digest('hex')
const paragraph = (text: string): Prose => [{ kind: 'paragraph', text }]
const stem = paragraph('题干')
const options = ['x1', 'x2'].map(id => ({ id, text: id, pinned: false }))
const items = [
  aBankItem({ type: 'true-false', area: ['基础', '法规'] }),
  aBankItem({ type: 'single-choice' }),
  aBankItem({ type: 'single-choice' }),
]
const contentOf = (item: BankItem) => (item.type === 'true-false' ? { version: 2, stem } : { version: 2, stem, options })
const partsOf = (of: readonly BankItem[], more: Partial<PackageParts> = {}): PackageParts => ({
  contents: new Map(of.map(item => [item.itemVersionId as string, contentOf(item)])),
  stimuli: new Map(),
  media: [],
  laboratory: [],
  ...more,
})

function formOf(of: readonly BankItem[], changes: Partial<Form> = {}): Form {
  return {
    formId: '2b3c4d5e-6f70-4182-93a4-b5c6d7e8f901' as FormId,
    editionId: 'ec-2005',
    level: 'L4',
    workType: null,
    part: 'theory',
    title: '电子商务员理论知识试卷',
    minutes: 90,
    seed: 's',
    assembledAt: instantOf('2026-11-01T00:00:00Z'),
    assembledBy: 'person:1',
    runId: null,
    blueprintVersionId: null,
    places: of.map((item, at) => ({
      place: at + 1,
      itemId: item.itemId,
      itemVersionId: item.itemVersionId,
      path: item.area,
      marks: item.marks,
    })),
    ...changes,
  }
}
const form = formOf(items)
const sectionsOf = (of: readonly BankItem[], more: Partial<PackageParts> = {}) =>
  formPackage(formOf(of), of, partsOf(of, more), sha256).sections.map(section => [section.sectionId, section.title, section.items.length])

test('a package has a section for each type it holds, in their order, numbered without gaps', () => {
  assert.deepEqual(sectionsOf(items), [
    ['single-choice', '一、单项选择题', 2],
    ['true-false', '二、判断题', 1],
  ])
  assert.equal(formPackage(form, items, partsOf(items), sha256).packageId, form.formId)
})

test('all types together are numbered on beyond ten', () => {
  const all = INTERACTION_TYPES.map(type => aBankItem({ type }))
  const titles = sectionsOf(all).map(section => section[1])
  assert.equal(titles.length, INTERACTION_TYPES.length)
  assert.equal(titles[10], '十一、论述题')
  assert.equal(titles.at(-1), '十四、案例分析题')
})

test('a section says the marks of each item where they are the same, and only there', () => {
  const mixed = [aBankItem(), aBankItem({ marks: hundredths(150) }), aBankItem({ type: 'matching' }), aBankItem({ type: 'matching' })]
  const [single, matching] = formPackage(formOf(mixed), mixed, partsOf(mixed), sha256).sections
  assert.doesNotMatch(single?.instructions ?? '', /^每题[\d.]+分/)
  assert.match(matching?.instructions ?? '', /^每题2分。把左右两列/)
})

test('items that share material stand together in the last section, with the material once', () => {
  const shared = [
    aBankItem({ type: 'single-choice', stimulusVersionId: 'S2' }),
    aBankItem({ type: 'true-false' }),
    aBankItem({ type: 'single-choice', stimulusVersionId: 'S1' }),
    aBankItem({ type: 'true-false', stimulusVersionId: 'S2' }),
  ]
  const stimuli = new Map(
    shared.flatMap(item =>
      item.stimulusVersionId === null
        ? []
        : [
            [
              item.itemVersionId as string,
              { stimulusVersionId: item.stimulusVersionId, prose: paragraph(`材料${item.stimulusVersionId}`) },
            ],
          ],
    ),
  )
  const sealed = formPackage(formOf(shared), shared, partsOf(shared, { stimuli }), sha256)
  assert.deepEqual(
    sealed.sections.map(section => [section.title, section.items.map(item => item.stimulusId)]),
    [
      ['一、判断题', [null]],
      ['二、材料题', ['S2', 'S2', 'S1']],
    ],
  )
  assert.deepEqual(
    sealed.stimuli.map(each => [each.stimulusId, each.title]),
    [
      ['S2', '材料一'],
      ['S1', '材料二'],
    ],
  )
  const read = parsePackage(sealed, sha256)
  assert.ok(read.ok, JSON.stringify(read))
})

test('pictures travel with the package, in an order of their own', () => {
  const bytes = (text: string) => Buffer.from(text).toString('base64')
  const media = ['b', 'a'].map(text => ({ media: sha256(text), mediaType: 'image/svg+xml' as const, base64: bytes(text) }))
  const sealed = formPackage(form, items, partsOf(items, { media }), sha256)
  assert.deepEqual(
    sealed.media.map(one => one.media),
    media.map(one => one.media).toSorted(),
  )
  const turned = formPackage(form, items, partsOf(items, { media: media.toReversed() }), sha256)
  assert.equal(turned.digest, sealed.digest)
  assert.ok(parsePackage(sealed, sha256).ok)
})

test('delivery accepts what is built, and building it again gives the same digest', () => {
  const sealed = formPackage(form, items, partsOf(items), sha256)
  assert.ok(parsePackage(sealed, sha256).ok)
  assert.equal(formPackage(form, items, partsOf(items), sha256).digest, sealed.digest)
  assert.notEqual(formPackage(formOf(items.toReversed()), items, partsOf(items), sha256).digest, sealed.digest)
})

test('an item reports by the uppermost area of its path, and brings the marks of its place', () => {
  const placed = itemsOf(formPackage(form, items, partsOf(items), sha256))
  assert.deepEqual(
    placed.map(item => item.area),
    ['网络营销', '网络营销', '基础'],
  )
  assert.ok(placed.every(item => item.marks === 100))
})

test('content with a key inside is refused by the player, should it ever get so far', () => {
  const leaking = new Map([...partsOf(items).contents].map(([id, content]) => [id, { ...content, verdict: 'true' }]))
  assert.ok(!parsePackage(formPackage(form, items, partsOf(items, { contents: leaking }), sha256), sha256).ok)
})

test('a place without its item or content is a bug, and so is an item whose material is gone', () => {
  assert.throws(() => formPackage(form, items.slice(1), partsOf(items), sha256), /unknown item version/)
  assert.throws(() => formPackage(form, items, partsOf(items, { contents: new Map() }), sha256), /unknown item version/)
})

test('a practical form is a practical paper', () => {
  assert.equal(formPackage(formOf(items, { part: 'practical' }), items, partsOf(items), sha256).paper, 'practical')
})

test('the documents of laboratory tasks are named in the order of the tasks, and are part of the digest', () => {
  const laboratory = [
    { task: 'L4-12', document: 'b'.repeat(64) },
    { task: 'L4-05', document: 'a'.repeat(64) },
  ]
  const sealed = formPackage(form, items, partsOf(items, { laboratory }), sha256)
  assert.deepEqual(sealed.laboratory, [
    { task: 'L4-05', sha256: 'a'.repeat(64) },
    { task: 'L4-12', sha256: 'b'.repeat(64) },
  ])
  assert.equal(formPackage(form, items, partsOf(items, { laboratory: laboratory.toReversed() }), sha256).digest, sealed.digest)
  assert.notEqual(formPackage(form, items, partsOf(items), sha256).digest, sealed.digest)
})
