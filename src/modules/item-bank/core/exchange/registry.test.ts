import assert from 'node:assert/strict'
import { describe, test } from 'node:test'
import { exportItems, importItems } from '../../contract.ts'
import { FORMAT_IDS, FORMAT_NAMES } from './format-ids.ts'
import type { FormatSource } from './format.ts'
import { formatOf, recognisedFormat } from './registry.ts'

const text = (body: string): FormatSource => ({ kind: 'text', name: 'file', text: body })
const packed = (files: Readonly<Record<string, string>>): FormatSource => ({
  kind: 'package',
  name: 'file.zip',
  entries: new Map(Object.entries(files).map(([path, body]) => [path, new TextEncoder().encode(body)])),
})
const manifest = (type: string) => `<manifest><resources><resource type="${type}"/></resources></manifest>`

describe('the registry of formats', () => {
  test('every format stands under its own id and has a name in both languages', () => {
    for (const id of FORMAT_IDS) {
      const format = formatOf(id)
      assert.equal(format.id, id)
      assert.ok(format.extensions.length > 0)
      for (const name of [format.zh, format.en, FORMAT_NAMES[id].zh, FORMAT_NAMES[id].en]) assert.ok(name.length > 2)
    }
  })

  for (const [name, source, id] of [
    ['a QTI 3 package', packed({ 'imsmanifest.xml': manifest('imsqti_item_xmlv3p0') }), 'qti-3'],
    ['a QTI 2.2 package', packed({ 'imsmanifest.xml': manifest('imsqti_item_xmlv2p2') }), 'qti-2-2'],
    ['a QTI 2.1 package', packed({ 'imsmanifest.xml': manifest('imsqti_item_xmlv2p1') }), 'qti-2-1'],
    ['a QTI 2.0 package', packed({ 'imsmanifest.xml': manifest('imsqti_item_xmlv2p0') }), 'qti-2-1'],
    ['a Canvas package', packed({ 'imsmanifest.xml': manifest('imsqti_xmlv1p2'), 'a/a.xml': '<questestinterop>' }), 'qti-1-2'],
    ['one QTI 3 item', text('<?xml version="1.0"?><qti-assessment-item identifier="a"/>'), 'qti-3'],
    ['one QTI 2 item', text('<assessmentItem xmlns="http://www.imsglobal.org/xsd/imsqti_v2p1"/>'), 'qti-2-1'],
    ['one QTI 1.2 file', text('<questestinterop><item/></questestinterop>'), 'qti-1-2'],
    ['Moodle XML', text('<?xml version="1.0"?>\n<quiz><question type="essay"/></quiz>'), 'moodle-xml'],
    ['a workbook', { kind: 'sheets', name: 'a.xlsx', sheets: [{ name: '试题', rows: [] }] }, 'workbook'],
    ['Aiken', text('题干\nA. 一\nB. 二\nANSWER: A'), 'aiken'],
    ['GIFT', text('::1:: 题干 {=一 ~二}'), 'gift'],
  ] as const)
    test(`${name} is taken for ${id}`, () => assert.equal(recognisedFormat(source)?.id, id))

  for (const [name, source] of [
    ['prose', text('今天天气很好。')],
    ['nothing', text('')],
    ['an archive of pictures', packed({ 'a.png': '\u0089PNG' })],
    ['a workbook without sheets', { kind: 'sheets', name: 'a.xlsx', sheets: [] }],
  ] as const)
    test(`${name} is taken for nothing`, () => assert.equal(recognisedFormat(source), undefined))
})

describe('what an import and an export may be asked', () => {
  const read = (endpoint: typeof importItems | typeof exportItems, body: unknown) =>
    (endpoint.body as unknown as { safeParse(value: unknown): { success: boolean; data?: Record<string, unknown> } }).safeParse(body)
  const place = { editionId: 'ec-2005', level: 'L4', area: '网络营销' }

  test('the fields of a form are texts; what is left out has its usual value', () => {
    const parsed = read(importItems, { ...place, dryRun: 'true', difficulty: '4' })
    assert.ok(parsed.success)
    const { dryRun, soundOnly, difficulty, format, licence } = parsed.data ?? {}
    assert.deepEqual(
      { dryRun, soundOnly, difficulty, format, licence },
      { dryRun: true, soundOnly: false, difficulty: 4, format: '', licence: 'permission' },
    )
  })

  for (const wrong of [
    { format: 'word' },
    { difficulty: '6' },
    { difficulty: 'hard' },
    { dryRun: 'yes' },
    { licence: 'mine' },
    { surplus: '1' },
  ])
    test(`${JSON.stringify(wrong)} is refused`, () => assert.equal(read(importItems, { ...place, ...wrong }).success, false))

  test('an export names a format and at most 500 versions', () => {
    assert.ok(read(exportItems, { format: 'qti-3', itemVersionIds: ['v1'] }).success)
    for (const itemVersionIds of [[], Array.from({ length: 501 }, (_, at) => `v${at}`)])
      assert.equal(read(exportItems, { format: 'qti-3', itemVersionIds }).success, false)
  })
})
