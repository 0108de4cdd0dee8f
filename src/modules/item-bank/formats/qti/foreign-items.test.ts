import assert from 'node:assert/strict'
import { describe, test } from 'node:test'
import fc from 'fast-check'
import { fuzzRounds, promptly } from '../../../../../tools/testing/fuzz.ts'
import { readingAids } from '../../actions/exchange/reading-aids.ts'
import type { Imported } from '../../core/exchange/exchange-item.ts'
import { qti21 } from './qti.ts'

const aids = readingAids(bytes =>
  bytes[0] === 0x89
    ? { ok: true, value: { mediaType: 'image/png', width: 200, height: 100 } }
    : { ok: false, refusal: { zh: '不是图片', en: 'not a picture' } },
)
const MATCH = '<responseProcessing template="http://www.imsglobal.org/question/qti_v2p1/rptemplates/match_correct"/>'
const MAP = '<responseProcessing template="http://www.imsglobal.org/question/qti_v2p1/rptemplates/map_response"/>'
const SCORE = '<outcomeDeclaration identifier="SCORE" cardinality="single" baseType="float"/>'

type Parts = { readonly declarations: string; readonly body: string; readonly rules?: string; readonly more?: string }
const item = ({ declarations, body, rules = MATCH, more = '' }: Parts) =>
  `<assessmentItem xmlns="http://www.imsglobal.org/xsd/imsqti_v2p1" identifier="I1" title="外来题" adaptive="false" timeDependent="false">${declarations}${SCORE}<itemBody>${body}</itemBody>${rules}${more}</assessmentItem>`
const declare = (
  cardinality: string,
  baseType: string,
  values: readonly string[],
  ...[more = '', identifier = 'RESPONSE']: readonly string[]
) =>
  `<responseDeclaration identifier="${identifier}" cardinality="${cardinality}" baseType="${baseType}"><correctResponse>${values.map(value => `<value>${value}</value>`).join('')}</correctResponse>${more}</responseDeclaration>`
const mapping = (entries: Readonly<Record<string, number>>, attributes = 'defaultValue="0"') =>
  `<mapping ${attributes}>${Object.entries(entries)
    .map(([key, value]) => `<mapEntry mapKey="${key}" mappedValue="${value}"/>`)
    .join('')}</mapping>`
const choices = (name: string, ids: readonly string[]) => ids.map(id => `<${name} identifier="${id}">选${id}</${name}>`).join('')

function read(xml: string): Imported {
  const result = qti21.read({ kind: 'text', name: 'i.xml', text: xml }, aids)
  assert.ok(result.ok, JSON.stringify(result))
  return result.value
}

const multiple = (values: readonly string[], map: string, rules = MAP) =>
  item({
    declarations: declare('multiple', 'identifier', values, map),
    body: `<choiceInteraction responseIdentifier="RESPONSE" shuffle="true" maxChoices="0"><prompt>选出全部</prompt>${choices('simpleChoice', ['A', 'B', 'C', 'D'])}</choiceInteraction>`,
    rules,
  })

describe('interactions of strangers', () => {
  const cases: readonly (readonly [string, string, string])[] = [
    [
      'choice',
      item({
        declarations: declare('single', 'identifier', ['B']),
        body: `<p>题</p><choiceInteraction responseIdentifier="RESPONSE" maxChoices="1">${choices('simpleChoice', ['A', 'B'])}</choiceInteraction>`,
      }),
      'single-choice',
    ],
    [
      'order',
      item({
        declarations: declare('ordered', 'identifier', ['B', 'A', 'C']),
        body: `<orderInteraction responseIdentifier="RESPONSE"><prompt>排</prompt>${choices('simpleChoice', ['A', 'B', 'C'])}</orderInteraction>`,
      }),
      'ordering',
    ],
    [
      'match',
      item({
        declarations: declare('multiple', 'directedPair', ['A X', 'B Y']),
        body: `<matchInteraction responseIdentifier="RESPONSE" maxAssociations="2"><prompt>配</prompt><simpleMatchSet>${choices('simpleAssociableChoice', ['A', 'B'])}</simpleMatchSet><simpleMatchSet>${choices('simpleAssociableChoice', ['X', 'Y', 'Z'])}</simpleMatchSet></matchInteraction>`,
      }),
      'matching',
    ],
    [
      'associate',
      item({
        declarations: declare('multiple', 'pair', ['A X', 'B Y']),
        body: `<associateInteraction responseIdentifier="RESPONSE" maxAssociations="2"><prompt>连</prompt>${choices('simpleAssociableChoice', ['A', 'B', 'X', 'Y'])}</associateInteraction>`,
      }),
      'matching',
    ],
    [
      'inline choice',
      item({
        declarations: declare('single', 'identifier', ['A']),
        body: `<p>价格<inlineChoiceInteraction responseIdentifier="RESPONSE">${choices('inlineChoice', ['A', 'B'])}</inlineChoiceInteraction>开</p>`,
      }),
      'inline-choice',
    ],
    [
      'gap match',
      item({
        declarations: declare('multiple', 'directedPair', ['A G1', 'B G2']),
        body: `<gapMatchInteraction responseIdentifier="RESPONSE">${choices('gapText', ['A', 'B'])}<blockquote><p>先<gap identifier="G1"/>后<gap identifier="G2"/></p></blockquote></gapMatchInteraction>`,
      }),
      'inline-choice',
    ],
    [
      'text entry',
      item({
        declarations: declare('single', 'string', ['转化率']),
        body: '<p>称为<textEntryInteraction responseIdentifier="RESPONSE"/>。</p>',
      }),
      'blank',
    ],
    [
      'number entry',
      item({
        declarations: declare('single', 'float', ['12.5']),
        body: '<p>得<textEntryInteraction responseIdentifier="RESPONSE"/>元</p>',
      }),
      'blank',
    ],
    [
      'entries in a table',
      item({
        declarations: declare('single', 'integer', ['5']),
        body: '<p>填表</p><table><tr><td>项</td><td>数</td></tr><tr><td>甲</td><td><textEntryInteraction responseIdentifier="RESPONSE"/></td></tr></table>',
      }),
      'table-fill',
    ],
    [
      'hot text',
      item({
        declarations: declare('single', 'identifier', ['B']),
        body: `<hottextInteraction responseIdentifier="RESPONSE" maxChoices="1"><prompt>点选</prompt><p>他<hottext identifier="A">把</hottext>货<hottext identifier="B">退</hottext>了</p></hottextInteraction>`,
      }),
      'single-choice',
    ],
    [
      'slider',
      item({
        declarations: declare('single', 'integer', ['30']),
        body: '<sliderInteraction responseIdentifier="RESPONSE" lowerBound="0" upperBound="100"><prompt>几成</prompt></sliderInteraction>',
      }),
      'blank',
    ],
    [
      'extended text',
      item({
        declarations: '<responseDeclaration identifier="RESPONSE" cardinality="single" baseType="string"/>',
        body: '<extendedTextInteraction responseIdentifier="RESPONSE" expectedLength="200"><prompt>说明</prompt></extendedTextInteraction>',
        rules: '',
      }),
      'short-answer',
    ],
    [
      'upload',
      item({
        declarations: '<responseDeclaration identifier="RESPONSE" cardinality="single" baseType="file"/>',
        body: '<uploadInteraction responseIdentifier="RESPONSE"><prompt>交</prompt></uploadInteraction>',
        rules: '',
      }),
      'file-answer',
    ],
    [
      'two choices',
      item({
        declarations: declare('single', 'identifier', ['A'], '', 'R1') + declare('single', 'identifier', ['B'], '', 'R2'),
        body: `<p>材料</p><choiceInteraction responseIdentifier="R1" maxChoices="1"><prompt>一</prompt>${choices('simpleChoice', ['A', 'B'])}</choiceInteraction><choiceInteraction responseIdentifier="R2" maxChoices="1"><prompt>二</prompt>${choices('simpleChoice', ['A', 'B'])}</choiceInteraction>`,
        rules: '',
      }),
      'case',
    ],
  ]
  for (const [name, xml, type] of cases)
    test(`${name} → ${type}`, () => {
      const { items, faults } = read(xml)
      assert.deepEqual(faults, [])
      assert.equal(items[0]?.type, type)
    })

  for (const name of [
    'drawingInteraction',
    'mediaInteraction',
    'graphicOrderInteraction',
    'positionObjectInteraction',
    'customInteraction',
  ])
    test(`${name} is a fault that names it`, () => {
      const { faults } = read(
        item({ declarations: declare('single', 'identifier', ['A']), body: `<${name} responseIdentifier="RESPONSE"/>` }),
      )
      assert.deepEqual(
        faults.map(fault => fault.element),
        [name],
      )
    })
})

describe('rules of strangers are executed and compared', () => {
  const rubric = (xml: string) => {
    const { items, losses } = read(xml)
    return [items[0]?.rubric['credit'], items[0]?.rubric['wrongCost'], losses.filter(loss => loss.element === 'responseProcessing').length]
  }

  test('match_correct is all or nothing', () => assert.deepEqual(rubric(multiple(['A', 'B'], '', MATCH)), ['all-or-nothing', 100, 0]))
  test('a mapping with equal costs and a floor is a share for each option', () =>
    assert.deepEqual(rubric(multiple(['A', 'B'], mapping({ A: 1, B: 1, C: -1, D: -1 }, 'defaultValue="0" lowerBound="0"'))), [
      'per-option',
      100,
      0,
    ]))
  test('half a cost is right minus wrong', () =>
    assert.deepEqual(rubric(multiple(['A', 'B'], mapping({ A: 1, B: 1, C: -0.5, D: -0.5 }, 'defaultValue="0" lowerBound="0"'))), [
      'right-minus-wrong',
      50,
      0,
    ]))
  test('uneven weights cannot be said by us, and the number of differences is told', () => {
    const { losses } = read(multiple(['A', 'B'], mapping({ A: 3, B: 1 })))
    assert.match(losses.find(loss => loss.element === 'responseProcessing')?.zh ?? '', /比较15种作答，\d+种得分不同/)
  })
  test('rules of the item’s own are run: points only for B although A is called correct', () => {
    const own =
      '<responseProcessing><responseCondition><responseIf><match><variable identifier="RESPONSE"/><baseValue baseType="identifier">B</baseValue></match><setOutcomeValue identifier="SCORE"><baseValue baseType="float">1</baseValue></setOutcomeValue></responseIf></responseCondition></responseProcessing>'
    const xml = item({
      declarations: declare('single', 'identifier', ['A']),
      body: `<choiceInteraction responseIdentifier="RESPONSE" maxChoices="1"><prompt>题</prompt>${choices('simpleChoice', ['A', 'B'])}</choiceInteraction>`,
      rules: own,
    })
    assert.match(read(xml).losses.find(loss => loss.element === 'responseProcessing')?.zh ?? '', /正确作答得不到分/)
  })
  test('an operator that nobody can run is told, not skipped', () => {
    const own = '<responseProcessing><setOutcomeValue identifier="SCORE"><customOperator class="x"/></setOutcomeValue></responseProcessing>'
    const xml = item({
      declarations: declare('single', 'identifier', ['A']),
      body: `<choiceInteraction responseIdentifier="RESPONSE" maxChoices="1"><prompt>题</prompt>${choices('simpleChoice', ['A', 'B'])}</choiceInteraction>`,
      rules: own,
    })
    assert.match(read(xml).losses.find(loss => loss.element === 'responseProcessing')?.zh ?? '', /不能执行/)
  })
  test('a tolerance in the item’s own rules is taken over', () => {
    const own =
      '<responseProcessing><responseCondition><responseIf><equal toleranceMode="absolute" tolerance="0.5 0.5"><variable identifier="RESPONSE"/><correct identifier="RESPONSE"/></equal><setOutcomeValue identifier="SCORE"><baseValue baseType="float">1</baseValue></setOutcomeValue></responseIf></responseCondition></responseProcessing>'
    const { items } = read(
      item({
        declarations: declare('single', 'float', ['12.5']),
        body: '<p>得<textEntryInteraction responseIdentifier="RESPONSE"/></p>',
        rules: own,
      }),
    )
    assert.deepEqual((items[0]?.key['gaps'] as readonly object[] | undefined)?.[0], {
      id: 'g1',
      kind: 'number',
      value: '12.5',
      tolerance: '0.5',
      units: [],
    })
  })
})

describe('what an item says besides is kept or told', () => {
  const plain = {
    declarations: declare('single', 'identifier', ['A']),
    body: `<choiceInteraction responseIdentifier="RESPONSE" maxChoices="1"><prompt>题</prompt>${choices('simpleChoice', ['A', 'B'])}</choiceInteraction>`,
  }
  const told = (xml: string) => read(xml).losses.map(loss => loss.element)

  test('feedback is the explanation', () => {
    const { items } = read(
      item({ ...plain, more: '<modalFeedback outcomeIdentifier="FEEDBACK" identifier="x" showHide="show"><p>因为</p></modalFeedback>' }),
    )
    assert.deepEqual(items[0]?.key['explanation'], [{ kind: 'paragraph', text: '因为' }])
  })
  test('style sheets, instructions and unknown elements are told', () => {
    assert.ok(told(item({ ...plain, more: '<apipAccessibility/>' })).includes('apipAccessibility'))
    assert.ok(
      told(item({ ...plain, body: `<rubricBlock view="candidate"><p>注意</p></rubricBlock>${plain.body}` })).includes('rubricBlock'),
    )
    assert.ok(told(item({ ...plain, more: '<stylesheet href="a.css" type="text/css"/>' })).includes('stylesheet'))
  })
  test('random items are refused as such', () => {
    const { faults } = read(
      item({
        ...plain,
        declarations: `${plain.declarations}<templateDeclaration identifier="T" cardinality="single" baseType="integer"/>`,
      }),
    )
    assert.equal(faults[0]?.element, 'templateDeclaration')
  })
  for (const [name, declarations, zh] of [
    ['an undeclared response', '', /没有声明作答变量/],
    ['no right option', '<responseDeclaration identifier="RESPONSE" cardinality="single" baseType="identifier"/>', /没有说明哪个选项正确/],
    ['a key of nobody', declare('single', 'identifier', ['Z']), /没有说明哪个选项正确/],
  ] as const)
    test(`${name} is a fault`, () => assert.match(read(item({ ...plain, declarations })).faults[0]?.zh ?? '', zh))
})

describe('packages of strangers', () => {
  const xml = item({
    declarations: declare('single', 'identifier', ['A']),
    body: `<p>看图<img src="../img/a.png" alt="图"/></p><choiceInteraction responseIdentifier="RESPONSE" maxChoices="1">${choices('simpleChoice', ['A', 'B'])}</choiceInteraction>`,
  })
  const manifest = (inner: string) => `<manifest identifier="m"><resources>${inner}</resources></manifest>`
  const resource = (more = '') =>
    `<resource identifier="r1" type="imsqti_item_xmlv2p1" href="items/i1.xml"><file href="items/i1.xml"/>${more}</resource>`
  const open = (files: Readonly<Record<string, string | Uint8Array>>) => {
    const entries = new Map(
      Object.entries(files).map(([path, content]) => [path, typeof content === 'string' ? aids.utf8.encode(content) : content] as const),
    )
    return qti21.read({ kind: 'package', name: 'p.zip', entries }, aids)
  }
  const taken = (result: ReturnType<typeof open>) => {
    assert.ok(result.ok, JSON.stringify(result))
    return result.value
  }

  test('a picture beside the item comes along', () => {
    const { items, media, faults } = taken(
      open({
        'imsmanifest.xml': manifest(resource('<file href="img/a.png"/>')),
        'items/i1.xml': xml,
        'img/a.png': new Uint8Array([0x89, 1]),
      }),
    )
    assert.deepEqual([items.length, media.length, faults.length], [1, 1, 0])
  })
  test('a picture out of the package is not followed', () => {
    const outside = xml.replace('../img/a.png', '../../../etc/passwd')
    assert.ok(
      taken(open({ 'imsmanifest.xml': manifest(resource()), 'items/i1.xml': outside })).losses.some(
        loss => loss.element === 'itemBody img',
      ),
    )
  })
  test('a file or dependency that the manifest names and nobody has is a fault with its name', () => {
    const { faults } = taken(
      open({ 'imsmanifest.xml': manifest(resource('<file href="gone.png"/><dependency identifierref="r9"/>')), 'items/i1.xml': xml }),
    )
    assert.deepEqual(
      faults.map(fault => fault.element),
      ['file gone.png', 'dependency r9'],
    )
  })
  test('an item file that is missing leaves the others', () => {
    const two = manifest(`${resource()}<resource identifier="r2" type="imsqti_item_xmlv2p1" href="gone.xml"/>`)
    const { items, faults } = taken(open({ 'imsmanifest.xml': two, 'items/i1.xml': xml }))
    assert.deepEqual([items.length, faults.length], [1, 1])
  })
  test('a test of the package is told as lost', () => {
    const two = manifest(`${resource()}<resource identifier="t" type="imsqti_test_xmlv2p1" href="t.xml"/>`)
    assert.ok(
      taken(open({ 'imsmanifest.xml': two, 'items/i1.xml': xml, 't.xml': '<assessmentTest/>' })).losses.some(
        loss => loss.element === 't.xml',
      ),
    )
  })
  test('no manifest, a broken manifest or one without items refuses the package', () => {
    for (const files of [
      {},
      { 'imsmanifest.xml': '<manifest' },
      { 'imsmanifest.xml': manifest('') },
      { 'imsmanifest.xml': '<!DOCTYPE m [<!ENTITY x SYSTEM "file:///etc/passwd">]><m>&x;</m>' },
    ])
      assert.equal(open(files as Record<string, string>).ok, false)
  })

  test('mutilated items are read or refused, never thrown', () => {
    const whole = multiple(['A', 'B'], mapping({ A: 1, B: 1 }))
    fc.assert(
      fc.property(fc.nat(whole.length), fc.nat(60), fc.string({ maxLength: 6 }), (at, cut, put) => {
        promptly(() => qti21.read({ kind: 'text', name: 'a', text: whole.slice(0, at) + put + whole.slice(at + cut) }, aids))
      }),
      { numRuns: fuzzRounds(300) },
    )
  })
})
