import assert from 'node:assert/strict'
import { describe, test } from 'node:test'
import { AUTHOR_ITEMS } from '../../fixtures.ts'
import { lintFiles } from './lint-files.ts'

describe('files', () => {
  const file = (items: readonly object[], changes: object = {}) => ({
    file: 'L4/01.json',
    text: JSON.stringify({ edition: 'ec-2005', level: 'L4', writer: '命题员·甲', reviewer: '审题员·乙', items, ...changes }),
    pictures: ['page.svg'],
  })
  const items = Object.values(AUTHOR_ITEMS).map(item => ({ ...item, points: [], seconds: item.type === 'lab-task' ? 600 : 90 }))

  test('sound files are counted by level, type, area and difficulty', () => {
    const report = lintFiles({ files: [file(items)], specifications: [] })
    assert.deepEqual(report.faults, [])
    assert.deepEqual([report.items, report.counts.level, report.counts.area], [14, [['ec-2005 L4', 14]], [['L4 网络营销', 14]]])
    assert.equal(report.counts.type.length, 14)
    assert.deepEqual(report.counts.difficulty, [['3', 14]])
    assert.deepEqual(report.counts.point, [])
  })

  test('a file with a fault is told and not counted; a picture that is not there is a fault', () => {
    const broken = lintFiles({ files: [file([{ ...AUTHOR_ITEMS['true-false'], key: 3 }])], specifications: [] })
    assert.deepEqual([broken.items, broken.faults.length, broken.faults[0]?.code], [0, 1, 'L4-A-003'])
    const bare = lintFiles({ files: [{ ...file([AUTHOR_ITEMS['hot-area']]), pictures: [] }], specifications: [] })
    assert.ok(bare.faults.some(fault => fault.zh.includes('page.svg')))
  })

  test('an item id in two files is a fault', () => {
    const second = { ...file([AUTHOR_ITEMS['true-false']]), file: 'L4/02.json' }
    const report = lintFiles({ files: [file([AUTHOR_ITEMS['true-false']]), second], specifications: [] })
    assert.deepEqual(
      report.faults.map(fault => [fault.code, fault.zh]),
      [['L4-A-003', '试题编号在L4/01.json、L4/02.json中重复']],
    )
  })

  test('findings name file and item, and severities add up', () => {
    const report = lintFiles({ files: [file([{ ...AUTHOR_ITEMS['true-false'], stem: '没有标点' }])], specifications: [] })
    assert.deepEqual(
      report.findings.map(finding => [finding.file, finding.item, finding.code]),
      [['L4/01.json', 'L4-A-003', 'stem-unmarked']],
    )
    assert.deepEqual(report.severities, { error: 0, warning: 1, note: 0 })
  })

  test('a specification table that is no table is a fault of its own', () => {
    const report = lintFiles({ files: [], specifications: [{ file: 'x.json', text: '{' }] })
    assert.deepEqual(report.faults, [{ file: 'x.json', code: '', zh: '文件不是有效的JSON', en: 'the file is not JSON' }])
  })
})
