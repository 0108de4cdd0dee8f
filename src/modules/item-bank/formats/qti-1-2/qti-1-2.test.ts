import assert from 'node:assert/strict'
import { describe, test } from 'node:test'
import fc from 'fast-check'
import { fuzzRounds, promptly } from '../../../../../tools/testing/fuzz.ts'
import { readingAids } from '../../actions/exchange/reading-aids.ts'
import type { ExchangeItem } from '../../core/exchange/exchange-item.ts'
import { bounds } from './pieces.ts'
import { qti12 } from './qti-1-2.ts'

const aids = readingAids(() => ({ ok: false, refusal: { zh: '', en: '' } }))

function read(items: string) {
  const text = `<questestinterop><assessment ident="a"><section ident="s">${items}</section></assessment></questestinterop>`
  const result = qti12.read({ kind: 'text', name: 'a.xml', text }, aids)
  assert.ok(result.ok, JSON.stringify(result))
  return result.value
}

const field = (label: string, value: string) =>
  `<qtimetadatafield><fieldlabel>${label}</fieldlabel><fieldentry>${value}</fieldentry></qtimetadatafield>`
const stem = (html: string) => `<material><mattext texttype="text/html">${html.replaceAll('<', '&lt;')}</mattext></material>`
const item = (kind: string, controls: string, rules: string, ...[more = '', html = '<p>题干</p>']: readonly string[]) =>
  `<item ident="i1" title="题"><itemmetadata><qtimetadata>${kind === '' ? '' : field('question_type', kind)}${field('points_possible', '2.0')}</qtimetadata></itemmetadata><presentation>${stem(html)}${controls}</presentation><resprocessing>${rules}</resprocessing>${more}</item>`
const label = (ident: string, text: string) =>
  `<response_label ident="${ident}"><material><mattext>${text}</mattext></material></response_label>`
const list = (ident: string, labels: string, cardinality = 'Single', head = '') =>
  `<response_lid ident="${ident}" rcardinality="${cardinality}">${head}<render_choice>${labels}</render_choice></response_lid>`
const rule = (condition: string, score = '100', action = 'Set') =>
  `<respcondition><conditionvar>${condition}</conditionvar><setvar action="${action}" varname="SCORE">${score}</setvar></respcondition>`
const equal = (ident: string, value: string) => `<varequal respident="${ident}">${value}</varequal>`

const two = label('x', '甲') + label('y', '乙')
const three = two + label('z', '丙')

function only(text: string): ExchangeItem {
  const { items, faults } = read(text)
  assert.deepEqual(faults, [])
  const [found] = items
  assert.ok(found)
  return found
}

describe('kinds of Canvas', () => {
  for (const [name, text, type, key] of [
    ['one right option', item('multiple_choice_question', list('r', two), rule(equal('r', 'y'))), 'single-choice', { optionId: 'o2' }],
    [
      'true or false',
      item('true_false_question', list('r', label('t', 'True') + label('f', 'False')), rule(equal('r', 'f'))),
      'true-false',
      { verdict: 'false' },
    ],
    [
      'several right options',
      item(
        'multiple_answers_question',
        list('r', three, 'Multiple'),
        rule(`<and>${equal('r', 'x')}${equal('r', 'z')}<not>${equal('r', 'y')}</not></and>`),
      ),
      'multiple-choice',
      { optionIds: ['o1', 'o3'] },
    ],
    [
      'shares that add up',
      item(
        'multiple_answers_question',
        list('r', three, 'Multiple'),
        rule(equal('r', 'x'), '50', 'Add') + rule(equal('r', 'y'), '50', 'Add') + rule(equal('r', 'z'), '-50', 'Add'),
      ),
      'multiple-choice',
      { optionIds: ['o1', 'o2'] },
    ],
    [
      'pairs',
      item(
        'matching_question',
        list('response_1', two, 'Single', '<material><mattext>左一</mattext></material>') +
          list('response_2', two, 'Single', '<material><mattext>左二</mattext></material>'),
        rule(equal('response_1', 'y'), '50', 'Add') + rule(equal('response_2', 'x'), '50', 'Add'),
      ),
      'matching',
      {
        pairs: [
          { left: 'l1', right: 'r2' },
          { left: 'l2', right: 'r1' },
        ],
      },
    ],
    [
      'lists in the text',
      item('multiple_dropdowns_question', list('response_p', two), rule(equal('response_p', 'y')), '', '价格[p]开'),
      'inline-choice',
      { gaps: [{ id: 'g1', optionId: 'o2' }] },
    ],
    [
      'gaps in the text',
      item(
        'fill_in_multiple_blanks_question',
        list('response_p', label('1', '转化率') + label('2', '成交率')),
        rule(equal('response_p', '1')),
        '',
        '称为[p]',
      ),
      'blank',
      { gaps: [{ id: 'g1', kind: 'text', accept: ['转化率', '成交率'], ignoreCase: true, ignoreSpace: true }] },
    ],
    [
      'a short text',
      item('short_answer_question', '<response_str ident="r"/>', rule(equal('r', '北京') + equal('r', '北京市'))),
      'blank',
      { gaps: [{ id: 'g1', kind: 'text', accept: ['北京', '北京市'], ignoreCase: true, ignoreSpace: true }] },
    ],
    [
      'a number',
      item('numerical_question', '<response_str ident="r"/>', rule('<vargte respident="r">1.5</vargte><varlte respident="r">2.5</varlte>')),
      'blank',
      { gaps: [{ id: 'g1', kind: 'number', value: '2', tolerance: '0.5', units: [] }] },
    ],
    ['an essay', item('essay_question', '<response_str ident="r"/>', ''), 'essay', {}],
    ['a file', item('file_upload_question', '', ''), 'file-answer', {}],
    ['a choice without the field of Canvas', item('', list('r', two), rule(equal('r', 'x'))), 'single-choice', { optionId: 'o1' }],
  ] as const)
    test(`${name} → ${type}`, () => {
      const found = only(text)
      assert.deepEqual([found.type, found.marks], [type, 200])
      for (const [name, value] of Object.entries(key)) assert.deepEqual(found.key[name], value, name)
    })

  for (const [name, text, zh] of [
    ['a kind without counterpart', item('calculated_question', '', ''), /不支持的题型“calculated_question”/],
    ['no right option', item('multiple_choice_question', list('r', two), rule(equal('r', 'x'), '0')), /没有说明/],
    ['a key that names a stranger', item('multiple_choice_question', list('r', two), rule(equal('r', 'q'))), /没有说明/],
    ['two lists', item('multiple_choice_question', list('r', two) + list('q', two), rule(equal('r', 'x'))), /恰好有一组/],
    ['an entry without partner', item('matching_question', list('response_1', two), ''), /没有对应/],
    ['a number that is none', item('numerical_question', '', rule(equal('r', '很多'))), /不能识别/],
    ['nothing accepted', item('short_answer_question', '', ''), /没有可接受/],
  ] as const)
    test(`${name} is a fault that names the item`, () => {
      const { faults } = read(text)
      assert.match(faults.map(fault => fault.zh).join(), zh)
      assert.equal(faults[0]?.item, 'i1')
    })
})

describe('what QTI 1.2 says besides is kept or told', () => {
  const feedback = (ident: string) => `<itemfeedback ident="${ident}"><flow_mat>${stem('说明')}</flow_mat></itemfeedback>`
  const base = (more: string) => item('multiple_choice_question', list('r', two), rule(equal('r', 'x')), more)

  test('general feedback is the explanation', () => {
    assert.deepEqual(only(base(feedback('general_fb'))).key['explanation'], [{ kind: 'paragraph', text: '说明' }])
  })

  for (const [more, told] of [
    [feedback('correct_fb'), 'itemfeedback'],
    [feedback('x_fb'), 'itemfeedback'],
    ['<objectives/>', 'objectives'],
    ['<itemproc_extension><render_hotspot/></itemproc_extension>', 'itemproc_extension'],
  ] as const)
    test(`${told} is told`, () => assert.ok(read(base(more)).losses.some(loss => loss.element === told)))

  test('rules for drawing items are told as lost', () => {
    const text =
      '<questestinterop><assessment><section><selection_ordering><selection/></selection_ordering></section></assessment></questestinterop>'
    const result = qti12.read({ kind: 'text', name: 'a', text }, aids)
    assert.ok(result.ok && result.value.losses.some(loss => loss.element === 'selection_ordering'))
  })
})

test('a package without items, and a workbook, are refused', () => {
  assert.equal(qti12.read({ kind: 'package', name: 'a', entries: new Map([['a.xml', aids.utf8.encode('<x/>')]]) }, aids).ok, false)
  assert.equal(qti12.read({ kind: 'sheets', name: 'a', sheets: [] }, aids).ok, false)
})

test('the bounds of a number are written exactly', () => {
  const ends = (value: string, tolerance: string) =>
    bounds(value, tolerance).children.map(child => typeof child !== 'string' && child.children[0])
  assert.deepEqual(ends('0.3', '0.1'), ['0.2', '0.4'])
  assert.deepEqual(ends('-1', '0.05'), ['-1.05', '-0.95'])
  assert.deepEqual(bounds('7', '0').children, ['7'])
})

test('mutilated documents are read or refused, never thrown', () => {
  const whole = `<questestinterop>${item('multiple_answers_question', list('r', three, 'Multiple'), rule(`<and>${equal('r', 'x')}</and>`))}</questestinterop>`
  fc.assert(
    fc.property(fc.nat(whole.length), fc.nat(60), fc.string({ maxLength: 5 }), (at, cut, put) => {
      promptly(() => qti12.read({ kind: 'text', name: 'a', text: whole.slice(0, at) + put + whole.slice(at + cut) }, aids))
    }),
    { numRuns: fuzzRounds(400) },
  )
})
