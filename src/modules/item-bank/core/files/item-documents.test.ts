import assert from 'node:assert/strict'
import { describe, test } from 'node:test'
import { hundredths } from '../../../../kernel/marks.ts'
import { INTERACTION_TYPES, type InteractionType, interactionOf } from '../../../interactions/contract.ts'
import { AUTHOR_ITEMS } from '../../fixtures.ts'
import { partDocuments } from './item-documents.ts'
import { FilePart } from './item-file.ts'
import { parseItemFile } from './parse-item-file.ts'

const PICTURE = 'a'.repeat(64)
let named = 0
const names = new Map<string, string>()

/** Names without any order, as the bank gives them. */
function optionId(code: string, letter: string): string {
  const known = names.get(`${code}/${letter}`)
  if (known !== undefined) return known
  named += 1
  const name = `o${((named * 7919) % 99_991).toString(36)}`
  names.set(`${code}/${letter}`, name)
  return name
}

function read(items: readonly unknown[]) {
  return parseItemFile({
    file: 'x.json',
    text: JSON.stringify({ edition: 'ec-2005', level: 'L4', writer: '命题员·甲', reviewer: '审题员·乙', items }),
    knowsArea: () => true,
    optionId,
    picture: file => (file === 'page.svg' ? PICTURE : undefined),
  })
}
function draft(type: InteractionType, changes: object = {}) {
  const parsed = read([{ ...AUTHOR_ITEMS[type], ...changes }])
  assert.ok(parsed.ok, JSON.stringify(parsed))
  return parsed.value[0] ?? assert.fail()
}

describe('an item of each type as authors write it', () => {
  test('there is one for every type', () => {
    assert.deepEqual(Object.keys(AUTHOR_ITEMS).toSorted(), [...INTERACTION_TYPES].toSorted())
  })

  for (const type of INTERACTION_TYPES) {
    test(`${type}: documents are sound, and the key earns full marks with full evidence`, () => {
      const { content, key, rubric, marks } = draft(type)
      const rules = interactionOf(type)
      assert.ok(rules.parseContent(content).ok && rules.parseKey(content, key).ok)
      const response = rules.keyResponse(content, key)
      if (response === null) return
      const score = rules.score({ content, key, rubric, response, evidence: rules.fullEvidence(content, key), max: marks })
      assert.deepEqual([score.earned, score.outcome], [marks, 'full'])
    })

    test(`${type}: nothing of the explanation stands in the content, and the public content is sound`, () => {
      const { content } = draft(type)
      assert.ok(!JSON.stringify(content).includes('按题意逐项核对'))
      const shown = interactionOf(type).strip(content)
      assert.ok(interactionOf(type).parsePublic(shown).ok)
    })

    test(`${type}: reading it again gives the same documents`, () => {
      assert.deepEqual(draft(type), draft(type))
    })
  }
})

describe('names of options', () => {
  test('tell nothing of the author’s letters, and the key still names its option', () => {
    for (const type of ['single-choice', 'multiple-choice', 'ordering', 'matching', 'inline-choice', 'hot-area'] as const) {
      const { content, key } = draft(type)
      const ids = [...JSON.stringify([content, key]).matchAll(/"(?:id|optionId|left|right)":"([^"]+)"/g)].map(match => match[1])
      const letters = ids.filter(id => /^[a-d]$/.test(id ?? ''))
      assert.deepEqual(letters, [], type)
    }
  })

  test('a letter names another option in each gap and each part', () => {
    const gaps = draft('inline-choice').content['gaps'] as { options: { id: string }[] }[]
    const ids = gaps.flatMap(gap => gap.options.map(option => option.id))
    assert.equal(new Set(ids).size, ids.length)
    const part = FilePart.parse(AUTHOR_ITEMS.case.parts[0])
    const one = partDocuments(part, { option: letter => `x-${letter.replace('/', '-')}`, picture: () => undefined })
    assert.equal(one.key['optionId'], 'x-1-b')
  })

  test('left and right of a matching do not share names although both use the same letters', () => {
    const same = {
      left: [
        { id: 'a', text: '甲' },
        { id: 'b', text: '乙' },
      ],
      right: [
        { id: 'a', text: '丙' },
        { id: 'b', text: '丁' },
      ],
    }
    const { content } = draft('matching', {
      ...same,
      pairs: [
        ['a', 'b'],
        ['b', 'a'],
      ],
    })
    const ids = ['left', 'right'].flatMap(side => (content[side] as { id: string }[]).map(each => each.id))
    assert.equal(new Set(ids).size, 4)
  })
})

describe('what a type states beside its key', () => {
  test('the credit becomes the rubric; the usual way needs none', () => {
    assert.deepEqual(draft('multiple-choice').rubric, { credit: 'partial-no-wrong' })
    assert.deepEqual(draft('ordering').rubric, { credit: 'neighbours' })
    assert.deepEqual(draft('inline-choice').rubric, { credit: 'all-or-nothing' })
    assert.equal(draft('blank').rubric, undefined)
    assert.deepEqual(draft('multiple-choice', { credit: 'right-minus-wrong', wrongCost: 50 }).rubric, {
      credit: 'right-minus-wrong',
      wrongCost: 50,
    })
  })

  test('a part with a credit of its own hands it to the case', () => {
    const [first, second] = AUTHOR_ITEMS.case.parts
    const multiple = { ...first, type: 'multiple-choice', key: ['a', 'b'], credit: 'per-option' }
    assert.deepEqual(draft('case', { parts: [multiple, second] }).rubric, {
      version: 1,
      parts: [{ id: '1', rubric: { credit: 'per-option' } }],
    })
  })

  test('the unit of a gap is printed behind it and may be written', () => {
    const { content, key } = draft('blank')
    assert.deepEqual((content['gaps'] as unknown[])[0], { id: '1', kind: 'number', unit: '元', width: 'small' })
    assert.deepEqual((key['gaps'] as unknown[])[0], { id: '1', kind: 'number', value: '12.5', tolerance: '0.05', units: ['元'] })
  })

  test('other units than the printed one may be accepted', () => {
    const [, second] = AUTHOR_ITEMS.blank.blanks
    const first = { id: '1', kind: 'number', value: '1200', unit: '元', units: ['块', '元'] }
    const { key } = draft('blank', { blanks: [first, second] })
    assert.deepEqual((key['gaps'] as { units: string[] }[])[0]?.units, ['元', '块'])
  })

  test('the width of a gap follows its kind, never the length of what is right', () => {
    const long = [
      { id: '1', kind: 'text', accept: ['一'] },
      { id: '2', kind: 'text', accept: ['一个很长很长的正确填写内容'] },
    ]
    const gaps = draft('blank', { blanks: long }).content['gaps'] as { width: string }[]
    assert.deepEqual(
      gaps.map(gap => gap.width),
      ['medium', 'medium'],
    )
  })

  test('marks of criteria, levels and parts become hundredths', () => {
    const { key } = draft('short-answer')
    assert.deepEqual(
      (key['criteria'] as { marks: number }[]).map(each => each.marks),
      [200, 200],
    )
    assert.deepEqual((key['criteria'] as { levels: unknown[] }[])[1]?.levels, [{ marks: 100, text: '只提出更换' }])
    assert.deepEqual(
      (draft('case').content['parts'] as { marks: number }[]).map(part => part.marks),
      [100, 400],
    )
    assert.equal(draft('case').marks, hundredths(500))
  })

  test('shapes of areas are read from their coordinates, and the picture is named by its bytes', () => {
    const { content, media } = draft('hot-area')
    assert.deepEqual(
      (content['areas'] as { shape: unknown }[]).map(area => area.shape),
      [
        { kind: 'rect', x: 10, y: 10, width: 200, height: 40 },
        { kind: 'circle', x: 700, y: 40, radius: 30 },
        {
          kind: 'polygon',
          points: [
            { x: 0, y: 100 },
            { x: 100, y: 100 },
            { x: 100, y: 400 },
            { x: 0, y: 400 },
          ],
        },
      ],
    )
    assert.equal((content['picture'] as { media: string }).media, PICTURE)
    assert.deepEqual(media, [PICTURE])
  })

  test('options in an order of their own are pinned', () => {
    const { content } = draft('single-choice', { fixedOrder: true })
    assert.ok((content['options'] as { pinned: boolean }[]).every(option => option.pinned))
  })
})

describe('stems', () => {
  test('may be blocks with tables and listings', () => {
    const stem = [
      { kind: 'paragraph', text: '阅读下表，转化率是{{1}}，指标名为{{2}}。' },
      { kind: 'table', head: ['访客', '成交'], rows: [['200', '10']] },
      { kind: 'code', text: '<a href="#">' },
    ]
    assert.deepEqual(draft('blank', { stem }).content['stem'], stem)
  })

  test('a gap in the cell of a stem’s table counts', () => {
    const stem = [
      {
        kind: 'table',
        head: ['项目', '数值'],
        rows: [
          ['单价', '{{1}}'],
          ['指标', '{{2}}'],
        ],
      },
    ]
    assert.deepEqual(draft('blank', { stem }).content['stem'], stem)
  })
})
