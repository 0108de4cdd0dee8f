import assert from 'node:assert/strict'
import { describe, test } from 'node:test'
import { readingAids } from '../../actions/exchange/reading-aids.ts'
import { INTERACTION_TYPES, type InteractionType } from '../../../interactions/contract.ts'
import { PICTURE_DIGEST, anExchangeItem, anExchangeSet } from './exchange-set.test.ts'
import type { ExchangeItem, ExchangeSet, Imported } from './exchange-item.ts'
import type { Format, FormatSource, Written } from './format.ts'
import type { FormatId } from './format-ids.ts'
import { type Crossing, proveCrossing } from './prove-written.ts'
import { formatOf } from './registry.ts'

const PICTURE = new Uint8Array(
  Buffer.from('iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR4nGP4////fwAJ+wP9KobjigAAAABJRU5ErkJggg==', 'base64'),
)
const aids = readingAids(bytes =>
  bytes[0] === 0x89
    ? { ok: true, value: { mediaType: 'image/png', width: 200, height: 100 } }
    : { ok: false, refusal: { zh: '不是图片', en: 'not a picture' } },
)

/** What each format carries without a change, and what it carries in another form; every other type is told as lost. */
const CARRIES: Readonly<Record<FormatId, { same: InteractionType[]; changed: InteractionType[]; byPlace?: true }>> = {
  'qti-3': { same: [...INTERACTION_TYPES], changed: [] },
  'qti-2-2': { same: [...INTERACTION_TYPES], changed: [] },
  'qti-2-1': { same: [...INTERACTION_TYPES], changed: [] },
  aiken: { same: [], changed: ['single-choice', 'true-false'], byPlace: true },
  gift: { same: [], changed: ['single-choice', 'multiple-choice', 'true-false', 'matching', 'essay', 'short-answer'] },
  'moodle-xml': {
    same: ['multiple-choice', 'true-false', 'inline-choice', 'matching', 'ordering'],
    changed: ['single-choice', 'blank', 'essay'],
  },
  'qti-1-2': {
    same: ['single-choice', 'true-false', 'inline-choice', 'matching'],
    changed: ['multiple-choice', 'essay', 'short-answer', 'file-answer'],
  },
  workbook: {
    same: [
      'single-choice',
      'multiple-choice',
      'true-false',
      'blank',
      'inline-choice',
      'table-fill',
      'matching',
      'ordering',
      'short-answer',
      'essay',
    ],
    changed: [],
  },
}

/** The examples' hot area shows a picture that is really there. */
function withPicture(set: ExchangeSet): ExchangeSet {
  const media = aids.sha256(PICTURE)
  const items = JSON.parse(JSON.stringify(set.items).replaceAll(PICTURE_DIGEST, media)) as ExchangeItem[]
  return { ...set, items, media: [{ media, mediaType: 'image/png', bytes: PICTURE }] }
}

function sourceOf(written: Written): FormatSource {
  switch (written.kind) {
    case 'text':
      return { kind: 'text', name: 'items', text: written.text }
    case 'package':
      return { kind: 'package', name: 'items.zip', entries: written.entries }
    case 'sheets':
      return { kind: 'sheets', name: 'items.xlsx', sheets: written.sheets }
  }
}

function through(format: Format, set: ExchangeSet): { written: Written; after: Imported; crossings: Crossing[]; lost: Set<string> } {
  const written = format.write(set, aids)
  const read = format.read(sourceOf(written), aids)
  assert.ok(read.ok, JSON.stringify(read))
  const lost = new Set(written.losses.filter(loss => loss.element === 'item' && loss.kind === 'lost').map(loss => loss.item))
  const byPlace = CARRIES[format.id as keyof typeof CARRIES].byPlace === true
  return { written, after: read.value, crossings: proveCrossing(set, read.value, lost, byPlace), lost }
}

const stateOf = (crossings: readonly Crossing[], type: InteractionType) => crossings.find(one => one.code === `X-${type}`)

for (const id of Object.keys(CARRIES) as (keyof typeof CARRIES)[]) {
  const format = formatOf(id)
  const { same, changed } = CARRIES[id]

  describe(`${id} keeps the contract of a format`, () => {
    const set = withPicture(anExchangeSet())
    const { written, after, crossings, lost } = through(format, set)

    test('what it writes it recognises and reads without a fault', () => {
      assert.ok(format.recognises(sourceOf(written)))
      assert.deepEqual(after.faults, [])
    })

    for (const type of INTERACTION_TYPES)
      test(`${type} comes through as promised`, () => {
        const crossing = stateOf(crossings, type)
        const wanted = same.includes(type) ? 'identical' : changed.includes(type) ? 'changed' : 'absent'
        assert.equal(crossing?.state, wanted, JSON.stringify(crossing))
        assert.equal(lost.has(`X-${type}`), wanted === 'absent', 'what does not come through is told, and nothing else')
      })

    test('whatever changed on the way was told when it was written', () => {
      for (const crossing of crossings)
        if (crossing.state === 'changed') {
          const told = written.losses.filter(loss => loss.item === crossing.code)
          assert.ok(told.length > 0, JSON.stringify(crossing))
        }
    })

    test('writing the same set twice gives the same bytes', () => {
      assert.deepEqual(format.write(set, aids), written)
    })
  })
}

describe('every format, on what comes from outside', () => {
  const hostile: readonly FormatSource[] = [
    { kind: 'text', name: 'a', text: '' },
    { kind: 'text', name: 'a', text: '<?xml version="1.0"?><!DOCTYPE q [<!ENTITY a "b">]><quiz>&a;</quiz>' },
    { kind: 'text', name: 'a', text: '<quiz><question type="multichoice">' },
    { kind: 'text', name: 'a', text: '\u0000{=~#->}::' },
    { kind: 'package', name: 'a', entries: new Map() },
    { kind: 'package', name: 'a', entries: new Map([['imsmanifest.xml', new Uint8Array([255, 254, 0])]]) },
    { kind: 'sheets', name: 'a', sheets: [] },
    {
      kind: 'sheets',
      name: 'a',
      sheets: [
        {
          name: '试题',
          rows: [
            ['试题编号', '题型', '题干', '答案'],
            [1, true, null, 'A'],
          ],
        },
      ],
    },
  ]
  for (const id of Object.keys(CARRIES) as (keyof typeof CARRIES)[])
    test(`${id} refuses or lists faults, and never throws`, () => {
      for (const source of hostile) {
        const read = formatOf(id).read(source, aids)
        assert.ok(
          !read.ok || read.value.items.length + read.value.faults.length + read.value.losses.length > 0,
          JSON.stringify(source.kind),
        )
        if (read.ok) for (const fault of read.value.faults) assert.ok(fault.zh !== '' && fault.en !== '')
      }
    })
})

test('a picture in a stem goes with the item and comes back with its bytes', () => {
  const media = aids.sha256(PICTURE)
  const stem = [
    { kind: 'paragraph', text: '看图作答。' },
    { kind: 'picture', media, alt: '店铺页面', width: 200, height: 100 },
  ]
  const base = anExchangeItem('true-false')
  const item: ExchangeItem = { ...base, content: { ...base.content, stem } }
  const set: ExchangeSet = { items: [item], stimuli: [], media: [{ media, mediaType: 'image/png', bytes: PICTURE }] }
  for (const id of ['moodle-xml', 'qti-1-2', 'qti-3'] as const) {
    const { after, crossings } = through(formatOf(id), set)
    assert.deepEqual([...(after.media[0]?.bytes ?? [])], [...PICTURE], id)
    assert.ok(crossings[0]?.state !== 'absent')
    assert.deepEqual(after.items[0]?.content['stem'], stem, id)
  }
})
