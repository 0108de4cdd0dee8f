import assert from 'node:assert/strict'
import { describe, test } from 'node:test'
import fc from 'fast-check'
import { fuzzRounds, promptly } from '../../../../../tools/testing/fuzz.ts'
import { readingAids } from '../../actions/exchange/reading-aids.ts'
import type { ExchangeItem } from '../../core/exchange/exchange-item.ts'
import { moodleXml } from './moodle-xml.ts'

const aids = readingAids(() => ({ ok: false, refusal: { zh: '太大', en: 'too large' } }))

function read(body: string) {
  const result = moodleXml.read({ kind: 'text', name: 'a.xml', text: `<?xml version="1.0" encoding="UTF-8"?><quiz>${body}</quiz>` }, aids)
  assert.ok(result.ok, JSON.stringify(result))
  return result.value
}

const entry = (type: string, inside: string, text = '<p>题干</p>') =>
  `<question type="${type}"><name><text>名</text></name><questiontext format="html"><text><![CDATA[${text}]]></text></questiontext>${inside}</question>`
const alternative = (fraction: number, text: string, feedback = '') =>
  `<answer fraction="${fraction}" format="html"><text>${text}</text>${feedback === '' ? '' : `<feedback><text>${feedback}</text></feedback>`}</answer>`

function only(body: string): ExchangeItem {
  const { items, faults } = read(body)
  assert.deepEqual(faults, [])
  const [item] = items
  assert.ok(item)
  return item
}

describe('kinds of Moodle', () => {
  for (const [name, body, type, key] of [
    [
      'multichoice, single',
      entry('multichoice', `<single>true</single>${alternative(100, '甲')}${alternative(0, '乙')}`),
      'single-choice',
      { optionId: 'o1' },
    ],
    [
      'multichoice, several',
      entry('multichoice', `<single>false</single>${alternative(50, '甲')}${alternative(50, '乙')}${alternative(-50, '丙')}`),
      'multiple-choice',
      { optionIds: ['o1', 'o2'] },
    ],
    ['truefalse', entry('truefalse', `${alternative(0, 'true')}${alternative(100, 'false')}`), 'true-false', { verdict: 'false' }],
    [
      'shortanswer',
      entry('shortanswer', `<usecase>1</usecase>${alternative(100, '转化率')}${alternative(100, '成交转化率')}`),
      'blank',
      { gaps: [{ id: 'g1', kind: 'text', accept: ['转化率', '成交转化率'], ignoreCase: false, ignoreSpace: true }] },
    ],
    [
      'numerical',
      entry(
        'numerical',
        '<answer fraction="100"><text>12.50</text><tolerance>0.1</tolerance></answer><units><unit><multiplier>1</multiplier><unit_name>元</unit_name></unit></units>',
      ),
      'blank',
      { gaps: [{ id: 'g1', kind: 'number', value: '12.5', tolerance: '0.1', units: ['元'] }] },
    ],
    [
      'matching',
      entry(
        'matching',
        '<subquestion><text>甲</text><answer><text>一</text></answer></subquestion><subquestion><text>乙</text><answer><text>二</text></answer></subquestion><subquestion><text></text><answer><text>三</text></answer></subquestion>',
      ),
      'matching',
      {
        pairs: [
          { left: 'l1', right: 'r1' },
          { left: 'l2', right: 'r2' },
        ],
      },
    ],
    [
      'ordering',
      entry('ordering', `<gradingtype>ABSOLUTE_POSITION</gradingtype>${alternative(1, '先')}${alternative(2, '后')}`),
      'ordering',
      { entryIds: ['o1', 'o2'] },
    ],
    [
      'gapselect',
      entry(
        'gapselect',
        '<selectoption><text>高</text><group>1</group></selectoption><selectoption><text>低</text><group>1</group></selectoption>',
        '价格[[2]]开',
      ),
      'inline-choice',
      { gaps: [{ id: 'g1', optionId: 'o2' }] },
    ],
    [
      'cloze choices',
      entry('cloze', '', '先{2:MULTICHOICE:=高~低}后{1:MC:高~=低}'),
      'inline-choice',
      {
        gaps: [
          { id: 'g1', optionId: 'o1' },
          { id: 'g2', optionId: 'o2' },
        ],
      },
    ],
    [
      'cloze texts and numbers',
      entry('cloze', '', '{1:SHORTANSWER:=甲~%100%乙}{1:NM:=5:0.5}'),
      'blank',
      {
        gaps: [
          { id: 'g1', kind: 'text', accept: ['甲', '乙'], ignoreCase: true, ignoreSpace: true },
          { id: 'g2', kind: 'number', value: '5', tolerance: '0.5', units: [] },
        ],
      },
    ],
    [
      'essay',
      entry('essay', '<graderinfo format="html"><text>看要点</text></graderinfo><maxwordlimit>800</maxwordlimit>'),
      'essay',
      { reference: [{ kind: 'paragraph', text: '看要点' }] },
    ],
    ['essay by files', entry('essay', '<responseformat>noinline</responseformat><attachments>2</attachments>'), 'file-answer', {}],
  ] as const)
    test(`${name} → ${type}`, () => {
      const item = only(body)
      assert.equal(item.type, type)
      for (const [field, value] of Object.entries(key)) assert.deepEqual(item.key[field], value, field)
    })

  for (const [name, body, zh] of [
    ['a kind without counterpart', entry('ddmarker', ''), /不支持的题型“ddmarker”/],
    ['a property of every object as kind', entry('constructor', ''), /不支持的题型“constructor”/],
    ['no right option', entry('multichoice', `${alternative(50, '甲')}${alternative(0, '乙')}`), /没有得满分/],
    ['no verdict', entry('truefalse', alternative(0, 'true')), /没有说明对错/],
    ['nothing accepted', entry('shortanswer', alternative(0, 'x')), /没有正确答案/],
    ['a formula as number', entry('numerical', alternative(100, '{x}+1')), /不能识别/],
    ['a gap to nowhere', entry('gapselect', '<selectoption><text>高</text></selectoption>', '[[7]]'), /不存在/],
    ['mixed gaps', entry('cloze', '', '{1:MC:=甲~乙}{1:SA:=丙}'), /不能把这些填空合成/],
    ['a cloze without gaps', entry('cloze', '', '没有空'), /不能把这些填空合成/],
  ] as const)
    test(`${name} is a fault that names the item`, () => {
      const { faults } = read(body)
      assert.match(faults.map(fault => fault.zh).join(), zh)
      assert.equal(faults[0]?.item, '名')
    })
})

describe('what Moodle says besides is kept or told', () => {
  test('general feedback is the explanation; feedback of options joins it', () => {
    const { items, losses } = read(
      entry('multichoice', `<generalfeedback><text>总评</text></generalfeedback>${alternative(100, '甲', '对了')}${alternative(0, '乙')}`),
    )
    assert.deepEqual(items[0]?.key['explanation'], [
      { kind: 'paragraph', text: '总评' },
      { kind: 'paragraph', text: '甲：对了' },
    ])
    assert.ok(losses.some(loss => loss.element === 'feedback' && loss.kind === 'changed'))
  })

  for (const [inside, told] of [
    ['<hint><text>想想</text></hint>', 'hint'],
    ['<correctfeedback><text>好</text></correctfeedback>', 'correctfeedback'],
    ['<penalty>0.33</penalty>', 'penalty'],
    ['<plugin_x><a>1</a></plugin_x>', 'plugin_x'],
    ['<shuffleanswers>false</shuffleanswers>', null],
    ['<penalty>0.0000000</penalty>', null],
  ] as const)
    test(`${inside} ${told === null ? 'needs no word' : 'is told'}`, () => {
      const { losses } = read(entry('truefalse', `${alternative(100, 'true')}${inside}`))
      assert.deepEqual(
        losses.map(loss => loss.element),
        told === null ? [] : [told],
      )
    })

  test('categories and descriptions are told as lost, not taken for items', () => {
    const { items, losses } = read(
      '<question type="category"><category><text>$x$</text></category></question><question type="description"/>',
    )
    assert.deepEqual([items.length, losses.length], [0, 2])
  })

  test('a picture that may not be used is told by its name', () => {
    const body = entry('truefalse', alternative(100, 'true'), '<img src="@@PLUGINFILE@@/a%20b.png" alt="图">').replace(
      '</questiontext>',
      '<file name="a b.png" encoding="base64">AAAA</file></questiontext>',
    )
    assert.ok(read(`${body}`.replace('<p>', '甲<p>')).losses.some(loss => loss.element === 'file a b.png'))
  })

  test('marks with two decimals are kept exactly, others are told', () => {
    const marks = (text: string) => read(entry('truefalse', `<defaultgrade>${text}</defaultgrade>${alternative(100, 'true')}`))
    assert.equal(marks('1.5000000').items[0]?.marks, 150)
    assert.deepEqual([marks('0').items[0]?.marks, marks('0').losses[0]?.element], [null, 'defaultgrade'])
  })

  test('the same name twice gives two numbers', () => {
    const { items } = read(entry('truefalse', alternative(100, 'true')).repeat(2))
    assert.deepEqual(
      items.map(item => item.code),
      ['名', '名-2'],
    )
  })
})

test('a document that is no quiz, or no XML, is refused with the reason', () => {
  for (const text of ['<assessment/>', '<quiz>', 'x', '<!DOCTYPE quiz><quiz/>']) {
    const result = moodleXml.read({ kind: 'text', name: 'a', text }, aids)
    assert.ok(!result.ok && result.refusal[0]?.zh)
  }
})

test('mutilated documents are read or refused, never thrown', () => {
  const whole = `<quiz>${entry('multichoice', alternative(100, '甲') + alternative(0, '乙'))}${entry('cloze', '', '{1:MC:=甲~乙}')}</quiz>`
  fc.assert(
    fc.property(fc.nat(whole.length), fc.nat(40), fc.string({ maxLength: 5 }), (at, cut, put) => {
      promptly(() => moodleXml.read({ kind: 'text', name: 'a', text: whole.slice(0, at) + put + whole.slice(at + cut) }, aids))
    }),
    { numRuns: fuzzRounds(400) },
  )
})
