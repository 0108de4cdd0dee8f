import assert from 'node:assert/strict'
import { describe, test } from 'node:test'
import fc from 'fast-check'
import { hundredths } from '../../../../kernel/marks.ts'
import { readingAids } from '../../actions/exchange/reading-aids.ts'
import { type InteractionType, type ItemDocument, interactionOf, runItem } from '../../../interactions/contract.ts'
import { PICTURE_DIGEST, anExchangeItem } from '../../core/exchange/exchange-set.test.ts'
import type { ExchangeItem, ExchangeSet } from '../../core/exchange/exchange-item.ts'
import { proveCrossing } from '../../core/exchange/prove-written.ts'
import { ANNEX } from './core/annex.ts'
import { QTI_VERSIONS } from './core/write/dialect.ts'
import { writeQti } from './core/write/write-qti.ts'
import { qti3 } from './qti.ts'

const PICTURE = new Uint8Array([0x89, 1, 2, 3])
const aids = readingAids(() => ({ ok: true, value: { mediaType: 'image/png', width: 200, height: 100 } }))

/** Every machine-marked type with every rubric it can have. */
const RUBRICS: Partial<Record<InteractionType, readonly ItemDocument[]>> = {
  'single-choice': [{}],
  'true-false': [{}],
  'multiple-choice': [
    ...['all-or-nothing', 'partial-no-wrong', 'per-option'].map(credit => ({ version: 1, credit, wrongCost: 100 })),
    { version: 1, credit: 'right-minus-wrong', wrongCost: 50 },
    { version: 1, credit: 'right-minus-wrong', wrongCost: 33 },
  ],
  'inline-choice': ['per-gap', 'all-or-nothing'].map(credit => ({ version: 1, shares: [], credit })),
  matching: ['per-pair', 'per-pair-minus-wrong', 'all-or-nothing'].map(credit => ({ version: 1, credit })),
  ordering: ['all-or-nothing', 'positions', 'neighbours'].map(credit => ({ version: 1, credit })),
  'hot-area': ['all-or-nothing', 'per-option'].map(credit => ({ version: 1, credit, wrongCost: 100 })),
  blank: ['per-gap', 'all-or-nothing'].map(credit => ({ version: 1, shares: [], credit })),
  'table-fill': ['per-gap', 'all-or-nothing'].map(credit => ({ version: 1, shares: [], credit })),
}
const cases = Object.entries(RUBRICS).flatMap(([type, rubrics]) => rubrics.map(rubric => ({ type: type as InteractionType, rubric })))

function setOf(...items: ExchangeItem[]): ExchangeSet {
  const media = aids.sha256(PICTURE)
  const plain = JSON.parse(JSON.stringify(items).replaceAll(PICTURE_DIGEST, media)) as ExchangeItem[]
  return { items: plain, stimuli: [], media: [{ media, mediaType: 'image/png', bytes: PICTURE }] }
}

function entriesOf(set: ExchangeSet, version: (typeof QTI_VERSIONS)[number] = '3.0') {
  const written = writeQti(version, set, aids)
  assert.ok(written.kind === 'package')
  return new Map(written.entries)
}

function itemIn(entries: ReadonlyMap<string, Uint8Array>) {
  const bytes = [...entries].find(([path]) => path.startsWith('items/'))?.[1]
  assert.ok(bytes)
  const tree = aids.readXml(aids.utf8.decode(bytes))
  assert.ok(tree.ok)
  return tree.value
}

/** A response of ours in QTI, as the written item names things. */
function givenOf(type: InteractionType, response: ItemDocument): Record<string, unknown> {
  const name = (id: unknown) => `i_${String(id)}`
  const list = (field: string) => response[field] as readonly ItemDocument[]
  switch (type) {
    case 'single-choice':
      return { RESPONSE: name(response['optionId']) }
    case 'true-false':
      return { RESPONSE: response['verdict'] }
    case 'multiple-choice':
      return { RESPONSE: list('optionIds').map(name) }
    case 'hot-area':
      return { RESPONSE: list('areaIds').map(name) }
    case 'ordering':
      return { RESPONSE: list('entryIds').map(name) }
    case 'matching':
      return { RESPONSE: list('pairs').map(pair => `${name(pair['left'])} ${name(pair['right'])}`) }
    case 'inline-choice':
      return Object.fromEntries(list('gaps').map(gap => [`RESPONSE_${String(gap['id'])}`, name(gap['optionId'])]))
    default:
      return Object.fromEntries(list('gaps').map(gap => [`RESPONSE_${String(gap['id'])}`, gap['text']]))
  }
}

/** QTI types its responses: a word in a gap for a number cannot even be handed over. */
function isNoNumber(type: InteractionType, response: ItemDocument): boolean {
  const [first] = type === 'blank' || type === 'table-fill' ? (response['gaps'] as readonly { readonly text: string }[]) : []
  return first !== undefined && !/^\d/.test(first.text)
}

/** Any sensible response to an example of the type. */
function responses(item: ExchangeItem): fc.Arbitrary<ItemDocument> {
  const ids = (field: string) => (item.content[field] as readonly { readonly id: string }[]).map(one => one.id)
  const some = (field: string) => fc.subarray(ids(field), { minLength: 1 })
  switch (item.type) {
    case 'single-choice':
      return fc.constantFrom(...ids('options')).map(optionId => ({ version: 1, optionId }))
    case 'true-false':
      return fc.constantFrom('true', 'false').map(verdict => ({ version: 1, verdict }))
    case 'multiple-choice':
      return some('options').map(optionIds => ({ version: 1, optionIds }))
    case 'hot-area':
      return fc.constantFrom(...ids('areas')).map(id => ({ version: 1, areaIds: [id] }))
    case 'ordering':
      return fc.shuffledSubarray(ids('entries'), { minLength: 3 }).map(entryIds => ({ version: 1, entryIds }))
    case 'matching':
      return fc
        .tuple(fc.shuffledSubarray(ids('right'), { minLength: 2, maxLength: 2 }), some('left'))
        .map(([right, left]) => ({ version: 1, pairs: left.map((id, at) => ({ left: id, right: right[at] ?? '' })) }))
    case 'inline-choice':
      return fc.array(fc.constantFrom('a', 'b', ''), { minLength: 2, maxLength: 2 }).map(chosen => ({
        version: 1,
        gaps: chosen.flatMap((optionId, at) => (optionId === '' ? [] : [{ id: String(at + 1), optionId }])),
      }))
    default:
      return fc
        .array(fc.constantFrom('5', '5.05', '6', '12.5', '转化率', '成交转化率', '别的'), { minLength: 2, maxLength: 2 })
        .map(texts => ({ version: 1, gaps: ids('gaps').map((id, at) => ({ id, text: texts[at] ?? '' })) }))
  }
}

describe('a written item scores as ours does', () => {
  for (const { type, rubric } of cases)
    test(`${type} with ${JSON.stringify(rubric)}, in every version`, () => {
      const [item] = setOf(anExchangeItem(type, { rubric, marks: hundredths(300) })).items
      assert.ok(item)
      const trees = QTI_VERSIONS.map(version => itemIn(entriesOf(setOf(item), version)))
      fc.assert(
        fc.property(responses(item), response => {
          if (isNoNumber(type, response)) return
          const ours = interactionOf(type).score({ ...item, response, max: hundredths(300) })
          for (const tree of trees) {
            const run = runItem({ item: tree, responses: givenOf(type, response), seed: 'x' })
            assert.ok(run.ok, JSON.stringify(run))
            assert.equal(Math.round(Number(run.value.outcomes['SCORE']) * 100), ours.earned, JSON.stringify(response))
          }
        }),
        { numRuns: 40 },
      )
    })
})

describe('without the annex the standard part alone comes back', () => {
  for (const { type, rubric } of cases)
    test(`${type} with ${JSON.stringify(rubric)}`, () => {
      const set = setOf(anExchangeItem(type, { rubric, marks: hundredths(300), code: 'X1' }))
      for (const version of QTI_VERSIONS) {
        const entries = entriesOf(set, version)
        entries.delete(ANNEX)
        const read = qti3.read({ kind: 'package', name: 'a', entries }, aids)
        assert.ok(read.ok)
        assert.deepEqual(read.value.faults, [
          { item: 'zhiheng-annex', element: `file ${ANNEX}`, zh: read.value.faults[0]?.zh, en: read.value.faults[0]?.en },
        ])
        const [crossing] = proveCrossing(set, read.value, new Set(), true)
        // with one gap or one area all rubrics mean the same, and widths and units of gaps are ours alone
        const left = { blank: ['content', 'key'], 'table-fill': ['content', 'key', 'rubric'], 'hot-area': ['rubric'] }[type as string] ?? []
        assert.ok(
          crossing?.state === 'identical' || (crossing?.state === 'changed' && crossing.fields.every(field => left.includes(field))),
          JSON.stringify({ version, crossing }),
        )
        assert.deepEqual(
          read.value.losses.filter(loss => loss.element === 'responseProcessing'),
          [],
        )
      }
    })

  for (const type of ['short-answer', 'essay', 'file-answer', 'case'] as const)
    test(`${type}, marked by a person`, () => {
      const set = setOf(anExchangeItem(type, { code: 'X1', marks: hundredths(500) }))
      const entries = entriesOf(set)
      entries.delete(ANNEX)
      const read = qti3.read({ kind: 'package', name: 'a', entries }, aids)
      assert.ok(read.ok)
      const [crossing] = proveCrossing(set, read.value, new Set(), true)
      assert.equal(crossing?.state, 'identical', JSON.stringify(crossing))
    })
})

test('an item edited elsewhere is read from its own file, not from the annex', () => {
  const set = setOf(anExchangeItem('single-choice', { code: 'X1' }))
  const entries = entriesOf(set)
  const path = 'items/X1.xml'
  entries.set(path, aids.utf8.encode(aids.utf8.decode(entries.get(path) ?? new Uint8Array()).replace('第三方支付', '电子现金')))
  const read = qti3.read({ kind: 'package', name: 'a', entries }, aids)
  assert.ok(read.ok)
  assert.match(JSON.stringify(read.value.items[0]?.content), /电子现金/)
})

test('an annex that lies about keys or pictures is not believed', () => {
  const set = setOf(anExchangeItem('hot-area', { code: 'X1' }))
  const entries = entriesOf(set)
  entries.set(`media/${aids.sha256(PICTURE)}.png`, new Uint8Array([0x89, 9]))
  const read = qti3.read({ kind: 'package', name: 'a', entries }, aids)
  assert.ok(read.ok)
  assert.notDeepEqual(read.value.items[0]?.content, set.items[0]?.content)
})

test('a shared stimulus goes along and is named by its items', () => {
  const stimulus = { stimulusId: 'S1', title: '材料一', prose: [{ kind: 'paragraph' as const, text: '某店一周的数据。' }] }
  const items = [
    anExchangeItem('true-false', { code: 'A1', stimulusId: 'S1' }),
    anExchangeItem('single-choice', { code: 'A2', stimulusId: 'S1' }),
  ]
  const entries = entriesOf({ ...setOf(...items), stimuli: [stimulus] })
  const whole = qti3.read({ kind: 'package', name: 'a', entries: new Map(entries) }, aids)
  assert.ok(whole.ok)
  assert.deepEqual(whole.value.stimuli, [stimulus])
  entries.delete(ANNEX)
  const bare = qti3.read({ kind: 'package', name: 'a', entries }, aids)
  assert.ok(bare.ok)
  assert.deepEqual(
    bare.value.stimuli.map(one => one.prose),
    [stimulus.prose],
  )
  assert.equal(new Set(bare.value.items.map(item => item.stimulusId)).size, 1)
})
